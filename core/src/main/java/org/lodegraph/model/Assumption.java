package org.lodegraph.model;

import java.util.Optional;
import org.lodegraph.measure.Figure;

/**
 * Something that nobody has published and a chain takes for granted.
 *
 * @param place what it is about, such as {@code rate of demand 'row-gallium'}
 * @param reason why it is assumed
 * @param figure the number; empty if it is not about a number
 */
public record Assumption(String place, String reason, Optional<Figure> figure) {

    @Override
    public String toString() {
        return place
                + figure.map(value -> value.isKnown() ? ": " + value.range() : ": unknown")
                        .orElse("")
                + " (" + reason + ")";
    }
}
