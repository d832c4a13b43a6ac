package org.lodegraph.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodegraph.io.InvalidFilesException;

/**
 * Tells how a file writes numbers: by those that fit one style only, and by commas between cells, which nobody sets who has
 * them in numbers. Evidence for both styles is a conflict, and so are more numbers that look like thousands of one style than
 * there are that fit the other only: {@code 220.000} and {@code 28.000} beside one {@code 0.5}. Used once.
 */
final class StyleGuess {

    private static final int SHOWN = 3;

    /** What speaks for a style: the numbers that fit no other, then those that look like its thousands. */
    private static final class Evidence {
        private final List<String> clearOnes = new ArrayList<>();
        private final List<String> thousandOnes = new ArrayList<>();
        private long clear;
        private long thousands;

        void clear(String cell, int line) {
            clear++;
            show(clearOnes, cell, line);
        }

        void thousands(String cell, int line) {
            thousands++;
            show(thousandOnes, cell, line);
        }

        private static void show(List<String> shown, String cell, int line) {
            if (shown.size() < SHOWN) {
                shown.add("'%s' in line %s".formatted(TableFile.shown(cell), line));
            }
        }

        String words() {
            String first = Stream.concat(clearOnes.stream(), thousandOnes.stream())
                    .limit(SHOWN)
                    .collect(Collectors.joining(", "));
            long more = clear + thousands - SHOWN;
            return more > 0 ? "%s and %s more".formatted(first, more) : first;
        }
    }

    private final TableText text;
    private final Evidence point = new Evidence();
    private final Evidence comma = new Evidence();

    StyleGuess(TableText text) {
        this.text = text;
    }

    void look(String cell, int line) {
        String amount = cell.replaceFirst("^[-−](?=[0-9.,])", "");
        for (String number : AmountText.of(amount).numbers()) {
            boolean asPoint = NumberStyle.POINT.fits(number);
            boolean asComma = NumberStyle.COMMA.fits(number);
            if (asPoint != asComma) {
                (asPoint ? point : comma).clear(cell, line);
            } else if (NumberStyle.isAmbiguous(number)) {
                (number.contains(",") ? point : comma).thousands(cell, line);
            }
        }
    }

    /**
     * Empty if nothing told, so that a number that could be two is refused.
     *
     * @param commas whether commas stand between cells
     * @throws InvalidFilesException if both styles have something that speaks for them
     */
    Optional<NumberStyle> style(boolean commas) {
        boolean isPoint = commas || point.clear > 0;
        boolean isComma = comma.clear > 0;
        if (isPoint && isComma
                || isPoint && !commas && comma.thousands > point.clear
                || isComma && point.thousands > comma.clear) {
            throw text.refused(
                    0,
                    "its numbers are written in two styles (POINT: %s; COMMA: %s)"
                            .formatted((commas ? "commas between cells; " : "") + point.words(), comma.words()),
                    "Maybe write all of them as 1,234.5, or all as 1.234,5; a program can say which one it is, POINT or COMMA.");
        }
        if (isComma) {
            return Optional.of(NumberStyle.COMMA);
        }
        return Optional.of(NumberStyle.POINT).filter(any -> isPoint || point.thousands + comma.thousands == 0);
    }
}
