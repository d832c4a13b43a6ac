package org.lodegraph.examples;

import java.util.Locale;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.report.Cell;

/** Tons a year for people: to a tenth of a ton, with the basis left to the caption. */
final class Tons {

    static final Unit UNIT = Unit.T_PER_A;

    private static final double TENTHS = 10;
    private static final double THOUSANDTHS = 1000;
    private static final double MILLION = 1e6;

    private Tons() {}

    static Range rounded(Range range) {
        return new Range(rounded(range.low(), TENTHS), rounded(range.high(), TENTHS), UNIT);
    }

    static Cell cell(Range range) {
        return Cell.of(rounded(range));
    }

    /** To a kilogram, where shares stand beside it that should follow from what is printed. */
    static Cell kilograms(Range range) {
        return Cell.of(new Range(rounded(range.low(), THOUSANDTHS), rounded(range.high(), THOUSANDTHS), UNIT));
    }

    /** Such as {@code 0 to 10.6 t}. */
    static String text(Range range) {
        return rounded(range).text() + " t";
    }

    static String text(double tons) {
        return text(Range.exactly(tons, UNIT));
    }

    /** Such as {@code 0.45 to 3.33 million t}. */
    static String millions(Range tons) {
        if (tons.high() == 0) {
            return "nothing";
        }
        String low = String.format(Locale.ROOT, "%.2f", tons.low() / MILLION);
        String high = String.format(Locale.ROOT, "%.2f", tons.high() / MILLION);
        return (low.equals(high) ? low : low + " to " + high) + " million t";
    }

    /** Such as {@code 0.07 to 1.17 TWh}, of so many MWh. */
    static String terawattHours(Range megawattHours) {
        return String.format(
                Locale.ROOT, "%.2f to %.2f TWh", megawattHours.low() / MILLION, megawattHours.high() / MILLION);
    }

    /** Such as {@code 3.1}. */
    static String plain(double tons) {
        return rounded(Range.exactly(tons, UNIT)).text();
    }

    /** A share in percent. */
    static String percent(Range share) {
        return new Range(share.low(), share.high(), Unit.SHARE).text();
    }

    private static double rounded(double tons, double parts) {
        return Double.isFinite(tons) ? Math.rint(tons * parts) / parts : tons;
    }
}
