package org.lodegraph.tables;

import java.util.Collection;
import java.util.regex.Pattern;

/** Codes of the Harmonized System: chapters of two digits, headings of four, subheadings of six, national lines of more. */
final class HsCode {

    private static final Pattern CODE = Pattern.compile("[0-9]{2}|[0-9]{4}|[0-9]{6,10}");

    private HsCode() {}

    /**
     * The code.
     *
     * @throws IllegalArgumentException if it is none
     */
    static String of(String text) {
        if (!CODE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "HS code '%s': not 2, 4, or 6 to 10 digits. Maybe a zero at its front was lost.".formatted(text));
        }
        return text;
    }

    /**
     * Checks that codes can be added up.
     *
     * @throws IllegalArgumentException if one holds another
     */
    static void requireApart(Collection<String> codes) {
        for (String whole : codes) {
            for (String part : codes) {
                if (part.length() > whole.length() && part.startsWith(whole)) {
                    throw new IllegalArgumentException(
                            "HS code '%s': it holds %s, which would be counted twice. Maybe keep one of them."
                                    .formatted(whole, part));
                }
            }
        }
    }
}
