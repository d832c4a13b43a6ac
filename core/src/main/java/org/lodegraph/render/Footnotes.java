package org.lodegraph.render;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lodegraph.report.Cell;

/** The reasons why numbers are unknown, each under one letter. */
final class Footnotes {

    private final Map<String, String> letters = new LinkedHashMap<>();

    /** The letter of an unknown cell's reason; empty for any other cell. */
    String letter(Cell cell) {
        return cell instanceof Cell.Missing missing && missing.isUnknown()
                ? letters.computeIfAbsent(Words.clean(missing.why(), Words.REMARK), why -> letter(letters.size()))
                : "";
    }

    private static String letter(int index) {
        return (index < 26 ? "" : letter(index / 26 - 1)) + (char) ('a' + index % 26);
    }

    /** Reason to letter, in the order in which they came up. */
    Map<String, String> reasons() {
        return letters;
    }
}
