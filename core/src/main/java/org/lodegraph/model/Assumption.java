package org.lodegraph.model;

import java.util.Optional;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Premise;

/**
 * Something that nobody has published and a chain takes for granted.
 *
 * @param place what it is about, such as {@code rate of demand 'row-gallium'}
 * @param reason why it is assumed
 * @param figure the number; empty if it is not about a number
 */
public record Assumption(String place, String reason, Optional<Figure> figure) {

    /** In words for a report; of one kind are those that differ only in what they are about. */
    public Premise premise() {
        int name = place.indexOf('\'');
        return new Premise(name < 0 ? "" : place.substring(0, name).strip(), what(), reason);
    }

    private String what() {
        return place
                + figure.map(value -> value.isKnown() ? ": " + value.range() : ": unknown")
                        .orElse("");
    }

    @Override
    public String toString() {
        return what() + " (" + reason + ")";
    }
}
