package org.lodegraph.flow;

import java.util.Optional;
import java.util.function.Function;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.model.Id;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Link;
import org.lodegraph.model.SupplyChain;

/** What lines and links were seen to make and carry: the usual, which chooses among equal deliveries. */
final class Seen {

    private final SupplyChain chain;
    private final Function<Id, Reading> readings;

    Seen(SupplyChain chain, Function<Id, Reading> readings) {
        this.chain = chain;
        this.readings = readings;
    }

    /** The middle of each figure. */
    static Seen of(SupplyChain chain) {
        return new Seen(chain, any -> Reading.CENTRAL);
    }

    /** What a line made or a link carried, in t/a; empty if nobody looked. */
    Optional<Double> tons(Id id) {
        return figure(id).filter(Figure::isKnown).map(figure -> Corner.tons(figure, readings.apply(id)));
    }

    /** Whether anything that was seen of some lines and links is a range. */
    boolean isSpread(Iterable<Id> ids) {
        for (Id id : ids) {
            if (figure(id)
                    .filter(Figure::isKnown)
                    .filter(figure -> figure.at(Reading.LOW) != figure.at(Reading.HIGH))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private Optional<Figure> figure(Id id) {
        InstalledLine line = chain.lines().get(id);
        return line == null
                ? Optional.ofNullable(chain.links().get(id)).flatMap(Link::observed)
                : line.line().output();
    }
}
