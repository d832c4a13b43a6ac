package org.lodegraph.lp;

import java.util.Arrays;

/**
 * A program as the simplex walks it: minimized, in the units of its {@link Scaling}, and without the rows that have one
 * entry, which are bounds of their column. What is found here is led back to the program as declared: where a bound came
 * from a row, that row earns the reduced cost of the column as its price.
 */
final class Core {

    /** Bounds that cross by no more than this part of their size are equal. */
    private static final double CROSSING = 2e-9;

    /** The part of the terms of a column below which its sum is rounding in a proof. */
    private static final double ROUNDING = 1e-11;

    final SparseMatrix a;

    /** The bounds of the columns and then of the rows. */
    final double[] low;

    final double[] high;

    /** The costs of the columns and then of the rows, the largest near one. */
    final double[] cost;

    private final LinearProgram program;
    private final Scaling scaling;

    /** The power of two by which costs are divided, with the sign of the program's sense. */
    private final double costUnit;

    /** The row from which a column's bound came, or -1. */
    private final int[] lowRow;

    private final int[] highRow;
    private int crossed = -1;

    Core(LinearProgram program) {
        this.program = program;
        scaling = program.matrix().scaling();
        a = scaling.core;
        low = new double[a.columns + a.rows];
        high = new double[a.columns + a.rows];
        cost = new double[a.columns + a.rows];
        lowRow = new int[a.columns];
        highRow = new int[a.columns];
        Arrays.fill(lowRow, -1);
        Arrays.fill(highRow, -1);
        double largest = 0;
        for (int j = 0; j < a.columns; j++) {
            low[j] = program.columnLow(j) / scaling.column[j];
            high[j] = program.columnHigh(j) / scaling.column[j];
            cost[j] = program.cost(j) * scaling.column[j];
            largest = Math.max(largest, Math.abs(cost[j]));
        }
        costUnit = program.sign() * (largest == 0 ? 1 : Math.scalb(1.0, Math.getExponent(largest)));
        for (int j = 0; j < a.columns; j++) {
            cost[j] /= costUnit;
        }
        for (int k = 0; k < a.rows; k++) {
            int i = scaling.coreRow[k];
            low[a.columns + k] = program.rowLow(i) * scaling.row[i];
            high[a.columns + k] = program.rowHigh(i) * scaling.row[i];
        }
        for (int i : scaling.boundRow) {
            tighten(i);
        }
    }

    private void tighten(int i) {
        int j = column(i);
        double value = value(i);
        double atLow = program.rowLow(i) * scaling.row[i] / value + 0.0;
        double atHigh = program.rowHigh(i) * scaling.row[i] / value + 0.0;
        if (Math.min(atLow, atHigh) > low[j]) {
            low[j] = Math.min(atLow, atHigh);
            lowRow[j] = i;
        }
        if (Math.max(atLow, atHigh) < high[j]) {
            high[j] = Math.max(atLow, atHigh);
            highRow[j] = i;
        }
        if (low[j] > high[j]) {
            double size = Math.max(Math.abs(low[j]), Math.abs(high[j]));
            if (low[j] - high[j] <= CROSSING * Math.max(size, Residuals.FLOOR)) {
                low[j] += (high[j] - low[j]) / 2;
                high[j] = low[j];
            } else {
                crossed = j;
            }
        }
    }

    private int column(int boundRow) {
        return scaling.matrix.columnOf[scaling.matrix.rowStart[boundRow]];
    }

    private double value(int boundRow) {
        return scaling.matrix.rowValue[scaling.matrix.rowStart[boundRow]];
    }

    /** Whether two rows of one entry, or such a row and its column, leave nothing between them. */
    boolean contradictsItself() {
        return crossed >= 0;
    }

    /** Weights of the rows that contradict themselves. */
    double[] contradiction() {
        double[] weights = new double[program.rows()];
        if (lowRow[crossed] >= 0) {
            weights[lowRow[crossed]] = 1 / value(lowRow[crossed]);
        }
        if (highRow[crossed] >= 0) {
            weights[highRow[crossed]] = -1 / value(highRow[crossed]);
        }
        return scaling.unscalePrices(weights);
    }

    /** The values of the columns in the program's own units. */
    double[] values(double[] x) {
        return scaling.unscaleColumns(x);
    }

    /** The prices of all rows in the program's own units and sense, from values and reduced costs of all variables. */
    double[] prices(double[] x, double[] d) {
        double[] prices = new double[program.rows()];
        for (int k = 0; k < a.rows; k++) {
            prices[scaling.coreRow[k]] = costUnit * d[a.columns + k];
        }
        for (int j = 0; j < a.columns; j++) {
            int row = d[j] > 0 && x[j] == low[j] ? lowRow[j] : d[j] < 0 && x[j] == high[j] ? highRow[j] : -1;
            if (row >= 0) {
                prices[row] = costUnit * d[j] / value(row);
            }
        }
        return scaling.unscalePrices(prices);
    }

    /** Weights of all rows for weights of those here under which they contradict the bounds. */
    double[] proof(double[] weights) {
        double[] all = new double[program.rows()];
        for (int k = 0; k < a.rows; k++) {
            all[scaling.coreRow[k]] = weights[k];
        }
        for (int j = 0; j < a.columns; j++) {
            double slope = a.columnTimes(j, weights);
            int row = slope > 0 ? highRow[j] : lowRow[j];
            if (row >= 0 && Math.abs(slope) > ROUNDING * a.columnMagnitude(j, weights)) {
                all[row] = -slope / value(row);
            }
        }
        return scaling.unscalePrices(all);
    }
}
