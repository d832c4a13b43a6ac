package org.lodegraph.tables;

import java.util.Optional;

/** Guesses how a file writes numbers from those that fit one style only. Used once. */
final class StyleGuess {

    private boolean point;
    private boolean comma;
    private boolean ambiguous;

    void look(String cell) {
        String text = cell.replaceFirst("^[-−](?=[0-9.,])", "");
        boolean asPoint = NumberStyle.POINT.fits(text);
        boolean asComma = NumberStyle.COMMA.fits(text);
        point |= asPoint && !asComma;
        comma |= asComma && !asPoint;
        ambiguous |= NumberStyle.isAmbiguous(text);
    }

    /**
     * Empty if numbers of both styles are there, or nothing told, so that one that could be two is refused.
     *
     * @param commas whether commas stand between cells: who writes so has points in numbers
     */
    Optional<NumberStyle> style(boolean commas) {
        if (point != comma) {
            return Optional.of(point ? NumberStyle.POINT : NumberStyle.COMMA);
        }
        return Optional.of(NumberStyle.POINT).filter(any -> !point && (commas || !ambiguous));
    }
}
