package org.lodegraph.lp;

/**
 * The measures that all three certificates share. Every residual is relative to the terms it was computed from. Where
 * those terms are nothing but rounding noise around zero, it is relative to a small part of the unit in which the scaled
 * program has its coefficients near one; see {@link Scaling}.
 */
final class Residuals {

    /** The part of a scaled unit below which sizes do not count. */
    static final double FLOOR = 1e-3;

    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private Residuals() {}

    /** How far {@code value} lies outside {@code low .. high}, relative to the violated bound and to {@code magnitude}. */
    static double violation(double value, double low, double high, double magnitude) {
        double bound = value < low ? low : high;
        double excess = Math.max(low - value, value - high);
        return excess <= 0 ? 0 : excess / Math.max(Math.abs(bound), magnitude);
    }

    /** The relative violation of a row at {@code x}. */
    static double row(LinearProgram program, int i, double[] x) {
        SparseMatrix a = program.matrix();
        double value = a.rowTimes(i, x);
        if (value >= program.rowLow(i) && value <= program.rowHigh(i)) {
            return 0;
        }
        double magnitude = Math.max(a.rowMagnitude(i, x), FLOOR / a.scaling().row[i]);
        return violation(value, program.rowLow(i), program.rowHigh(i), magnitude);
    }

    /** The relative violation of a column's bounds. */
    static double column(LinearProgram program, int j, double[] x) {
        double floor = FLOOR * program.matrix().scaling().column[j];
        return violation(x[j], program.columnLow(j), program.columnHigh(j), floor);
    }

    /** Whether a sum of {@code terms} terms is zero as far as doubles can tell. */
    static boolean isRounding(double sum, int terms, double magnitude) {
        return Math.abs(sum) <= 4 * (terms + 2) * UNIT_ROUNDOFF * magnitude;
    }

    /** {@code part / whole}, and zero of nothing is nothing. */
    static double relative(double part, double whole) {
        return part == 0 ? 0 : part / whole;
    }
}
