package org.lodegraph.flow;

import java.util.Optional;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.UnknownFigureException;
import org.lodegraph.model.Id;

/**
 * How the figures of a chain are read in one program. Delivery rises with every supply figure (capacity, output, quota,
 * stock), so its ends lie at the ends of those. Demands and coefficients have no such rule: demands are read at both ends,
 * recipes as favorable (little needed, much yielded) and as unfavorable as their figures allow.
 */
record Corner(Reading supply, Reading demand, Reading needs, Reading yields) {

    static final Corner CENTRAL = all(Reading.CENTRAL);

    /** Every figure read alike. */
    static Corner all(Reading reading) {
        return new Corner(reading, reading, reading, reading);
    }

    /** The most that something supplies, in tons or tons a year: an unknown figure is nothing or unlimited. */
    double supply(Id owner, Figure figure) {
        if (figure.isKnown()) {
            return tons(figure, supply);
        }
        return switch (supply) {
            case LOW -> 0;
            case HIGH -> Double.POSITIVE_INFINITY;
            case CENTRAL -> throw unknown(owner, figure, "ask without a reading, which answers with a range");
        };
    }

    /** A share 0..1 of supply that is let through. */
    double share(Id owner, Figure figure) {
        if (figure.isKnown()) {
            return figure.at(supply, Unit.ONE);
        }
        return switch (supply) {
            case LOW -> 0;
            case HIGH -> 1;
            case CENTRAL -> throw unknown(owner, figure, "ask without a reading, which answers with a range");
        };
    }

    /** Whether something is ready after some days; an unknown time is too long at the low end. */
    boolean isReady(Optional<Figure> time, double days) {
        if (days == Double.POSITIVE_INFINITY) {
            return true;
        }
        if (time.isPresent() && time.orElseThrow().isKnown()) {
            return time.orElseThrow().at(supply.opposite(), Unit.DAYS) <= days;
        }
        return supply == Reading.HIGH;
    }

    /** What is wanted, in tons a year. */
    double wanted(Id owner, Figure figure) {
        if (!figure.isKnown()) {
            throw unknown(owner, figure, "assume a range and say why, Figure.assumed");
        }
        return tons(figure, demand);
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
