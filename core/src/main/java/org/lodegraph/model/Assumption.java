package org.lodegraph.model;

import java.util.Optional;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Premise;

/**
 * Something that nobody has published and a chain takes for granted.
 *
 * @param subject what it is about
 * @param reason why it is assumed
 * @param figure the number; empty if it is not about a number
 */
public record Assumption(Subject subject, String reason, Optional<Figure> figure) {

    /** What an assumption is about; as a string, in words. */
    public sealed interface Subject permits FigurePlace, Supply, Named {
        /**
         * What sort of thing, in the words that go before its name.
         *
         * @return such as {@code rate of demand}; empty for what stands alone
         */
        String sort();
    }

    /**
     * How much there is of a material at the boundary of the chain.
     *
     * @param material the material
     */
    public record Supply(MaterialId material) implements Subject {
        @Override
        public String sort() {
            return "supply of material";
        }

        @Override
        public String toString() {
            return "%s '%s'".formatted(sort(), material);
        }
    }

    /**
     * What is neither: whoever built the chain says it in words.
     *
     * @param words such as {@code germanium that all zinc refining could give}
     */
    public record Named(String words) implements Subject {
        @Override
        public String sort() {
            return "";
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** An assumption about what only words can name. */
    public Assumption(String words, String reason, Optional<Figure> figure) {
        this(new Named(words), reason, figure);
    }

    /** That a figure is as it is, for the reason that it gives. */
    public static Assumption of(Subject subject, Figure figure) {
        return new Assumption(subject, figure.note(), Optional.of(figure));
    }

    /** That a line can make what its nameplate says. */
    public static Assumption nameplate(LineId line, Figure nameplate) {
        return new Assumption(
                new FigurePlace(line, FigurePlace.Kind.EFFECTIVE),
                "not published, read as the nameplate",
                Optional.of(nameplate));
    }

    /** In words for a report; of one kind are those that differ only in what they are about. */
    public Premise premise() {
        return new Premise(subject.sort(), what(), reason);
    }

    private String what() {
        return subject
                + figure.map(value -> value.isKnown() ? ": " + value.range() : ": unknown")
                        .orElse("");
    }

    @Override
    public String toString() {
        return what() + " (" + reason + ")";
    }
}
