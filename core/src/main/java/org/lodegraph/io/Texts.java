package org.lodegraph.io;

import java.util.regex.Pattern;

/**
 * Free text in cells. Spreadsheets take what begins with =, +, -, @ for a formula, so it is written behind an apostrophe;
 * a lone apostrophe is an empty text where an empty cell would mean something else.
 */
final class Texts {

    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r].*", Pattern.DOTALL);
    private static final Pattern MARKED = Pattern.compile("'(?:[=+\\-@\t\r'].*)?", Pattern.DOTALL);

    private Texts() {}

    static String print(String text) {
        if (text.length() > Limits.TEXT) {
            throw new IllegalArgumentException("Text '%s': has %s characters. Maybe shorten it to %s."
                    .formatted(Problems.seen(text), text.length(), Limits.TEXT));
        }
        return FORMULA.matcher(text).matches() || MARKED.matcher(text).matches() ? "'" + text : text;
    }

    /** A text for a cell that means {@code fallback} if it is empty. */
    static String print(String text, String fallback) {
        if (text.equals(fallback)) {
            return "";
        }
        return text.isEmpty() ? "'" : print(text);
    }

    static String parse(String cell) {
        return MARKED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
