package org.lodegraph.tables;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** How a file writes numbers. */
public enum NumberStyle {
    /** 1,234.5 as in English; a space or an apostrophe may group digits too. */
    POINT(",", "."),
    /** 1.234,5 as in most of Europe; a space or an apostrophe may group digits too. */
    COMMA(".", ",");

    /** Spaces of any width, and apostrophes. */
    private static final String GAP = "[ \\u00a0\\u2009\\u202f'’]";

    private final Pattern number;
    private final String group;
    private final String mark;

    NumberStyle(String group, String mark) {
        this.group = group;
        this.mark = mark;
        // Nobody writes thousands behind a zero: 0.500 is half of one.
        String grouped =
                "[1-9][0-9]{0,2}(?:%s[0-9]{3})+|[1-9][0-9]{0,2}(?:%s[0-9]{3})+".formatted(Pattern.quote(group), GAP);
        number = Pattern.compile("(?:%s|[0-9]+)(?:%s[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?|%s[0-9]+"
                .formatted(grouped, Pattern.quote(mark), Pattern.quote(mark)));
    }

    /** Whether a text is a number in this style. */
    boolean fits(String text) {
        return number.matcher(text).matches();
    }

    /** Whether a text is a number in one of the styles. */
    static boolean isNumber(String text) {
        return POINT.fits(text) || COMMA.fits(text);
    }

    /** The number that a text is in this style; empty if it is none, or too large for one. */
    OptionalDouble read(String text) {
        if (!fits(text)) {
            return OptionalDouble.empty();
        }
        double value =
                Double.parseDouble(text.replaceAll(GAP, "").replace(group, "").replace(mark, "."));
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** Whether a text is a number in either style, but not the same one. */
    static boolean isAmbiguous(String text) {
        OptionalDouble point = POINT.read(text);
        OptionalDouble comma = COMMA.read(text);
        return point.isPresent() && comma.isPresent() && point.getAsDouble() != comma.getAsDouble();
    }
}
