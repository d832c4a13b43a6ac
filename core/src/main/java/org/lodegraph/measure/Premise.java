package org.lodegraph.measure;

import java.util.Objects;

/**
 * Something that was taken for granted, in words.
 *
 * @param kind what sort of thing, such as {@code effective capacity of line}; empty if it stands alone
 * @param what what was taken, such as {@code effective capacity of line 'chn/smelt': 10 t/a}
 * @param why for what reason; may be empty
 */
public record Premise(String kind, String what, String why) {

    /** Checks that nothing is missing. */
    public Premise {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(why, "why");
    }

    /**
     * A sentence that stands alone.
     *
     * @param sentence what was taken for granted
     */
    public static Premise of(String sentence) {
        return new Premise("", sentence, "");
    }

    /** The whole sentence, with its reason. */
    @Override
    public String toString() {
        return why.isEmpty() ? what : what + " (" + why + ")";
    }
}
