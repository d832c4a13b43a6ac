package org.lodegraph.lp;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;

/**
 * The dual of a program as a program of its own, for engines whose own prices fail: its columns are the prices of the
 * bounds, its rows say that the prices of each column add up to its cost.
 */
final class DualProgram {

    private final LinearProgram primal;
    private final LinearProgram program;

    /** The column that prices a bound, or -1 where the bound is infinite. */
    private final int[] lowColumn;

    private final int[] highColumn;

    DualProgram(LinearProgram primal) {
        this.primal = primal;
        lowColumn = new int[primal.rows()];
        highColumn = new int[primal.rows()];
        LinearProgram.Builder builder = LinearProgram.maximize();
        for (int j = 0; j < primal.columns(); j++) {
            double cost = primal.sign() * primal.cost(j);
            builder.row(primal.columnName(j), cost, cost);
        }
        SparseMatrix a = primal.matrix();
        for (int i = 0; i < primal.rows(); i++) {
            lowColumn[i] = price(builder, primal.rowName(i), primal.rowLow(i), 1);
            highColumn[i] = price(builder, primal.rowName(i), primal.rowHigh(i), -1);
            for (int k = a.rowStart[i]; k < a.rowStart[i + 1]; k++) {
                entry(builder, a.columnOf[k], lowColumn[i], a.rowValue[k]);
                entry(builder, a.columnOf[k], highColumn[i], -a.rowValue[k]);
            }
        }
        for (int j = 0; j < primal.columns(); j++) {
            entry(builder, j, price(builder, primal.columnName(j), primal.columnLow(j), 1), 1);
            entry(builder, j, price(builder, primal.columnName(j), primal.columnHigh(j), -1), -1);
        }
        program = builder.build();
    }

    LinearProgram program() {
        return program;
    }

    /** The row prices of the primal program, read off the values of this one. */
    double[] prices(double[] values) {
        double[] prices = new double[primal.rows()];
        for (int i = 0; i < prices.length; i++) {
            double low = lowColumn[i] < 0 ? 0 : values[lowColumn[i]];
            double high = highColumn[i] < 0 ? 0 : values[highColumn[i]];
            prices[i] = primal.sign() * (low - high);
        }
        return prices;
    }

    private static int price(LinearProgram.Builder builder, String name, double bound, int direction) {
        if (bound == NEGATIVE_INFINITY || bound == POSITIVE_INFINITY) {
            return -1;
        }
        return builder.column(name, 0, POSITIVE_INFINITY, direction * bound);
    }

    private static void entry(LinearProgram.Builder builder, int row, int column, double value) {
        if (column >= 0) {
            builder.entry(row, column, value);
        }
    }
}
