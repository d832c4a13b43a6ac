package org.lodegraph.flow;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.UnknownFigureException;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Id;

/**
 * How the figures of a chain are read in one program. Delivery rises with every supply figure (capacity, output, quota,
 * stock), so its ends lie at the ends of those. Demands and coefficients have no such rule: demands are read at both ends,
 * recipes as favorable (little needed, much yielded) and as unfavorable as their figures allow.
 *
 * @param turned whose supply is read at the opposite end
 * @param apart which demands are read at the opposite end
 */
record Corner(
        Reading supply,
        Reading demand,
        Reading needs,
        Reading yields,
        ImmutableSet<Id> turned,
        ImmutableSet<DemandId> apart) {

    static final Corner CENTRAL = all(Reading.CENTRAL);

    Corner(Reading supply, Reading demand, Reading needs, Reading yields) {
        this(supply, demand, needs, yields, ImmutableSet.of(), ImmutableSet.of());
    }

    /** Every figure read alike. */
    static Corner all(Reading reading) {
        return new Corner(reading, reading, reading, reading);
    }

    /** The same, with supply read otherwise. */
    Corner supplying(Reading reading) {
        return new Corner(reading, demand, needs, yields, turned, apart);
    }

    /** The same, with the supply of some lines, links and stocks read at its opposite end. */
    Corner turning(Set<? extends Id> owners) {
        return new Corner(supply, demand, needs, yields, ImmutableSet.copyOf(owners), apart);
    }

    /** The same, with some demands read at the opposite end. */
    Corner wanting(List<DemandId> demands) {
        return new Corner(supply, demand, needs, yields, turned, ImmutableSet.copyOf(demands));
    }

    /** How the supply of something is read. */
    Reading supply(Id owner) {
        return turned.contains(owner) ? supply.opposite() : supply;
    }

    /** The most that something supplies, in tons or tons a year: an unknown figure is nothing or unlimited. */
    double supply(Id owner, Figure figure) {
        if (figure.isKnown()) {
            return tons(figure, supply(owner));
        }
        return switch (supply(owner)) {
            case LOW -> 0;
            case HIGH -> Double.POSITIVE_INFINITY;
            case CENTRAL -> throw unknown(owner, figure, "ask without a reading, which answers with a range");
        };
    }

    /** A share 0..1 of supply that is let through. */
    double share(Id owner, Figure figure) {
        if (figure.isKnown()) {
            return figure.at(supply(owner), Unit.ONE);
        }
        return switch (supply(owner)) {
            case LOW -> 0;
            case HIGH -> 1;
            case CENTRAL -> throw unknown(owner, figure, "ask without a reading, which answers with a range");
        };
    }

    /** Whether something is ready after some days; an unknown time is too long at the low end. */
    boolean isReady(Id owner, Optional<Figure> time, double days) {
        if (days == Double.POSITIVE_INFINITY) {
            return true;
        }
        if (time.isPresent() && time.orElseThrow().isKnown()) {
            return time.orElseThrow().at(supply(owner).opposite(), Unit.DAYS) <= days;
        }
        return supply(owner) == Reading.HIGH;
    }

    /** How a demand is read. */
    Reading demand(DemandId owner) {
        return apart.contains(owner) ? demand.opposite() : demand;
    }

    /** What is wanted, in tons a year. */
    double wanted(DemandId owner, Figure figure) {
        if (!figure.isKnown()) {
            throw unknown(owner, figure, "assume a range and say why, Figure.assumed");
        }
        return tons(figure, demand(owner));
    }

    /** Tons that go in per ton. */
    double needed(Figure figure) {
        return figure.at(needs, Unit.ONE);
    }

    /** Tons that come out per ton. */
    double yielded(Figure figure) {
        return figure.at(yields, Unit.ONE);
    }

    /** A known figure in tons, or tons a year. */
    static double tons(Figure figure, Reading reading) {
        return figure.at(reading) * figure.unit().factor();
    }

    private static UnknownFigureException unknown(Id owner, Figure figure, String cure) {
        return new UnknownFigureException(
                "%s '%s': unknown (%s). Maybe %s.".formatted(owner.kind(), owner, figure.note(), cure));
    }
}
