package org.lodegraph.flow;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/**
 * Who buys from whom, where a solution leaves it open: the table of the same row and column sums that is as proportional as
 * the closed places allow. It is the one of greatest entropy, unique, found by iterative proportional fitting (Deming and
 * Stephan 1940, DOI 10.1214/aoms/1177731829). Nothing is closed: each column gets the rows' mix.
 */
final class Proportions {

    /** What is below this part of both its row and its column is rounding. */
    private static final double ROUNDING = 1e-9;

    private static final double CLOSE = 1e-12;
    private static final int MOST_SWEEPS = 5000;

    private final boolean[][] open;
    private final double[][] flows;
    private final int rows;
    private final int columns;

    private Proportions(boolean[][] open, double[][] flows) {
        this.open = open;
        this.rows = flows.length;
        this.columns = rows == 0 ? 0 : flows[0].length;
        this.flows = new double[rows][];
        double[] rowSums = rowSums(flows);
        double[] columnSums = columnSums(flows);
        for (int row = 0; row < rows; row++) {
            this.flows[row] = flows[row].clone();
            for (int column = 0; column < columns; column++) {
                if (flows[row][column] <= ROUNDING * Math.min(rowSums[row], columnSums[column])) {
                    this.flows[row][column] = 0;
                }
            }
        }
    }

    /**
     * Spreads flows, without a change of any row's or column's sum.
     *
     * @param open which places may carry a flow; all that do are open
     * @param flows one way to fill the table
     * @return the table
     */
    static double[][] of(boolean[][] open, double[][] flows) {
        return new Proportions(open, flows).fit();
    }

    private double[][] fit() {
        double[] rowSums = rowSums(flows);
        double[] columnSums = columnSums(flows);
        double[][] table = possible();
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            double[] columnsNow = columnSums(table);
            for (double[] row : table) {
                for (int column = 0; column < columns; column++) {
                    row[column] *= columnsNow[column] > 0 ? columnSums[column] / columnsNow[column] : 0;
                }
            }
            double[] rowsNow = rowSums(table);
            boolean close = true;
            for (int row = 0; row < rows; row++) {
                close &= Math.abs(rowsNow[row] - rowSums[row]) <= CLOSE * rowSums[row];
                double factor = rowsNow[row] > 0 ? rowSums[row] / rowsNow[row] : 0;
                for (int column = 0; column < columns; column++) {
                    table[row][column] *= factor;
                }
            }
            if (close) {
                break;
            }
        }
        return table;
    }

    /**
     * 1 where some table of the same sums has a flow: a place can take more if the flows can be moved around a ring through
     * it, from its column back to its row. Without this, fitting would creep toward what must be 0.
     */
    private double[][] possible() {
        double[][] possible = new double[rows][columns];
        for (int column = 0; column < columns; column++) {
            BitSet reached = rowsReachedFrom(column);
            for (int row = 0; row < rows; row++) {
                possible[row][column] = open[row][column] && reached.get(row) ? 1 : 0;
            }
        }
        return possible;
    }

    private BitSet rowsReachedFrom(int start) {
        BitSet reached = new BitSet();
        BitSet seen = new BitSet();
        Deque<Integer> queue = new ArrayDeque<>();
        seen.set(start);
        queue.add(start);
        while (!queue.isEmpty()) {
            int column = queue.remove();
            for (int row = 0; row < rows; row++) {
                if (flows[row][column] > 0 && !reached.get(row)) {
                    reached.set(row);
                    for (int other = 0; other < columns; other++) {
                        if (open[row][other] && !seen.get(other)) {
                            seen.set(other);
                            queue.add(other);
                        }
                    }
                }
            }
        }
        return reached;
    }

    private static double[] rowSums(double[][] table) {
        double[] sums = new double[table.length];
        for (int row = 0; row < table.length; row++) {
            for (double amount : table[row]) {
                sums[row] += amount;
            }
        }
        return sums;
    }

    private double[] columnSums(double[][] table) {
        double[] sums = new double[columns];
        for (double[] row : table) {
            for (int column = 0; column < columns; column++) {
                sums[column] += row[column];
            }
        }
        return sums;
    }
}
