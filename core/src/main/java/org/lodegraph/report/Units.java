package org.lodegraph.report;

import org.lodegraph.measure.Unit;

/** The check that one picture speaks one unit. */
final class Units {

    private Units() {}

    static void check(String noun, Caption caption, String label, Cell.Value value, Unit unit) {
        if (value instanceof Cell.Amount amount && !amount.range().unit().equals(unit)) {
            throw new IllegalArgumentException("%s '%s': '%s' is not in %s (seen: %s). Maybe convert it first."
                    .formatted(noun, caption.title(), label, unit, amount.range()));
        }
    }
}
