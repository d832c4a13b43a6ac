package org.lodegraph.flow;

import java.util.Optional;
import org.lodegraph.model.Id;
import org.lodegraph.model.MaterialId;

/**
 * An amount that moves, in the flows that are traced: near to what was seen, and in proportion where nothing says who buys from
 * whom (decision 0008). Totals are unique, flows seldom are.
 *
 * @param kind what happens
 * @param material what moves
 * @param origin where from: a country, or the line, stock or facility that gives it
 * @param destination where to: a country, or the line, demand or stock that takes it
 * @param by what carries it out, such as a link; empty for free trade
 * @param tons how much, in t/a on the material's basis
 */
public record Flow(Kind kind, MaterialId material, String origin, String destination, Optional<Id> by, double tons) {

    /** The same flow of another amount. */
    Flow of(double other) {
        return new Flow(kind, material, origin, destination, by, other);
    }

    /** What happens to the material. */
    public enum Kind {
        /** A line makes its reference material. */
        MADE,
        /** It crosses a border. Free trade is shown mixed in proportion within each pool of exporters. */
        SHIPPED,
        /** It serves a demand. */
        SERVED,
        /** It leaves a stock. */
        RELEASED,
        /** It goes into a stock. */
        STORED
    }
}
