package org.lodegraph.report;

import java.util.Objects;

/**
 * A remark.
 *
 * @param kind what sort of remark
 * @param text the remark, plain text
 */
public record Note(Kind kind, String text) implements Part {

    /** What sort of remark a note is. */
    public enum Kind {
        /** What follows from the numbers. */
        FINDING,
        /** What was taken for granted. */
        ASSUMPTION,
        /** What could mislead a reader. */
        WARNING,
        /** How the numbers were made. */
        METHOD
    }

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Note {
        Objects.requireNonNull(kind, "kind");
        if (text.isBlank()) {
            throw new IllegalArgumentException("Note %s: the text is blank. Maybe leave the note out.".formatted(kind));
        }
    }

    /**
     * What follows from the numbers.
     *
     * @param text the remark
     * @return the note
     */
    public static Note finding(String text) {
        return new Note(Kind.FINDING, text);
    }

    /**
     * What was taken for granted.
     *
     * @param text the remark
     * @return the note
     */
    public static Note assumption(String text) {
        return new Note(Kind.ASSUMPTION, text);
    }

    /**
     * What could mislead a reader.
     *
     * @param text the remark
     * @return the note
     */
    public static Note warning(String text) {
        return new Note(Kind.WARNING, text);
    }

    /**
     * How the numbers were made.
     *
     * @param text the remark
     * @return the note
     */
    public static Note method(String text) {
        return new Note(Kind.METHOD, text);
    }
}
