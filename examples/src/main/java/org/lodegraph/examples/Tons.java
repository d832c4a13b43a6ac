package org.lodegraph.examples;

import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.report.Cell;

/** Tons a year for people: to a tenth of a ton, with the basis left to the caption. */
final class Tons {

    static final Unit UNIT = Unit.T_PER_A;

    private static final double TENTHS = 10;

    private Tons() {}

    static Range rounded(Range range) {
        return new Range(tenth(range.low()), tenth(range.high()), UNIT);
    }

    static Cell cell(Range range) {
        return Cell.of(rounded(range));
    }

    /** Such as {@code 0 to 10.6 t}. */
    static String text(Range range) {
        return rounded(range).text() + " t";
    }

    static String text(double tons) {
        return text(Range.exactly(tons, UNIT));
    }

    /** A share in percent. */
    static String percent(Range share) {
        return new Range(share.low(), share.high(), Unit.SHARE).text();
    }

    private static double tenth(double tons) {
        return Double.isFinite(tons) ? Math.rint(tons * TENTHS) / TENTHS : tons;
    }
}
