package org.lodegraph.lp;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Units in which the coefficients of a program lie near one: rows and columns in turn divided by the geometric mean of
 * their smallest and largest coefficient (Curtis and Reid's aim, Fourer's cheap way). All factors are powers of two, so
 * going there and back rounds nothing.
 */
final class Scaling {

    private static final int PASSES = 4;
    private static final int LARGEST_EXPONENT = 200;

    final double[] row;
    final double[] column;

    /** The matrix in these units. */
    final SparseMatrix matrix;

    /** Those of its rows that have not just one entry. */
    final SparseMatrix core;

    /** The number of each row of {@link #core} in {@link #matrix}. */
    final int[] coreRow;

    /** The rows with one entry, which only bound their column. */
    final int[] boundRow;

    private Scaling(double[] row, double[] column, SparseMatrix matrix) {
        this.row = row;
        this.column = column;
        this.matrix = matrix;
        boundRow = rows(i -> matrix.rowEntries(i) == 1);
        coreRow = rows(i -> matrix.rowEntries(i) != 1);
        core = boundRow.length == 0 ? matrix : matrix.onlyRows(coreRow);
    }

    private int[] rows(IntPredicate which) {
        return IntStream.range(0, row.length).filter(which).toArray();
    }

    static Scaling of(SparseMatrix a) {
        double[] row = new double[a.rows];
        double[] column = new double[a.columns];
        Arrays.fill(row, 1);
        Arrays.fill(column, 1);
        for (int pass = 0; pass < PASSES; pass++) {
            balance(row, a.rowStart, a.columnOf, a.rowValue, column);
            balance(column, a.columnStart, a.rowOf, a.columnValue, row);
        }
        roundToPowersOfTwo(row);
        roundToPowersOfTwo(column);
        return new Scaling(row, column, a.scaled(row, column));
    }

    private static void balance(double[] factor, int[] start, int[] other, double[] value, double[] otherFactor) {
        for (int i = 0; i < factor.length; i++) {
            double least = Double.POSITIVE_INFINITY;
            double largest = 0;
            for (int k = start[i]; k < start[i + 1]; k++) {
                double size = Math.abs(value[k]) * otherFactor[other[k]];
                least = Math.min(least, size);
                largest = Math.max(largest, size);
            }
            if (largest > 0) {
                factor[i] = 1 / (Math.sqrt(least) * Math.sqrt(largest));
            }
        }
    }

    private static void roundToPowersOfTwo(double[] factor) {
        for (int i = 0; i < factor.length; i++) {
            int exponent = Math.getExponent(factor[i] * Math.sqrt(2));
            factor[i] = Math.scalb(1.0, Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, exponent)));
        }
    }

    /** Values of the scaled columns in the program's own units. */
    double[] unscaleColumns(double[] x) {
        return times(x, column);
    }

    /** Prices of the scaled rows in the program's own units. */
    double[] unscalePrices(double[] y) {
        return times(y, row);
    }

    static double[] times(double[] values, double[] factors) {
        double[] product = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            product[i] = values[i] * factors[i];
        }
        return product;
    }

    static double[] over(double[] values, double[] factors) {
        double[] quotient = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            quotient[i] = values[i] / factors[i];
        }
        return quotient;
    }
}
