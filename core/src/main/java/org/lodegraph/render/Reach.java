package org.lodegraph.render;

import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.report.Bars;
import org.lodegraph.report.Cell;

/** From where to where bars reach; always with zero, never empty. */
record Reach(double low, double high) {

    /** Smaller shares have a scale of their own, or nobody saw them. */
    private static final double SMALL = 0.1;

    static Reach of(Bars bars) {
        double low = 0;
        double high = 0;
        boolean open = false;
        for (Bars.Bar bar : bars.bars()) {
            if (bar.value() instanceof Cell.Amount amount) {
                Range range = amount.range();
                low = Math.min(low, Double.isInfinite(range.low()) ? 0 : range.low());
                high = Math.max(high, Math.max(range.low(), Double.isInfinite(range.high()) ? 0 : range.high()));
                open |= Double.isInfinite(range.high());
            }
        }
        if (bars.reference().isPresent()) {
            double line = bars.reference().orElseThrow().value();
            low = Math.min(low, line);
            high = Math.max(high, line);
        }
        if (bars.unit().equals(Unit.SHARE) && high > SMALL && high < 1) {
            high = 1;
        }
        if (Double.isInfinite(high) || high <= low) {
            high = low + 1;
        }
        return new Reach(low, open ? high + (high - low) * 0.15 : high);
    }

    /** Whether bars stand beside the whole: they reach from nothing to all of it. */
    boolean isWhole(Unit unit) {
        return unit.equals(Unit.SHARE) && low == 0 && high == 1;
    }

    /** Where a number stands, 0..1; what has no end stands at the edge. */
    double place(double value) {
        return Math.max(0, Math.min(1, (value / 2 - low / 2) / (high / 2 - low / 2)));
    }
}
