package org.lodegraph.io;

/**
 * Free text in cells. Spreadsheets take what begins with =, +, -, @ for a formula, so it is written behind an apostrophe;
 * a lone apostrophe is an empty text where an empty cell would mean something else.
 */
final class Texts {

    private static final char MARK = '\'';
    private static final String FORMULA = "=+-@\t\r";

    private Texts() {}

    static String print(String text) {
        if (text.length() > Limits.TEXT) {
            throw new IllegalArgumentException("Text '%s': has %s characters. Maybe shorten it to %s."
                    .formatted(Problems.seen(text), text.length(), Limits.TEXT));
        }
        return startsFormula(text, 0) || isMarked(text) ? MARK + text : text;
    }

    /** A text for a cell that means {@code fallback} if it is empty. */
    static String print(String text, String fallback) {
        if (text.equals(fallback)) {
            return "";
        }
        return text.isEmpty() ? "'" : print(text);
    }

    static String parse(String cell) {
        return isMarked(cell) ? cell.substring(1) : cell;
    }

    /** Whether reading takes the first apostrophe away. */
    private static boolean isMarked(String text) {
        return !text.isEmpty()
                && text.charAt(0) == MARK
                && (text.length() == 1 || text.charAt(1) == MARK || startsFormula(text, 1));
    }

    private static boolean startsFormula(String text, int at) {
        return at < text.length() && FORMULA.indexOf(text.charAt(at)) >= 0;
    }
}
