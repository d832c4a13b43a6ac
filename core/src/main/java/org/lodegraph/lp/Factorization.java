package org.lodegraph.lp;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A basis as the product of two triangular matrices. Supply networks give bases that are triangular but for a small
 * nucleus: columns with one entry left are taken first, then rows with one entry left, neither of which changes any other
 * entry; what remains is eliminated column by column, with threshold pivoting. Immutable once built, so sessions share it.
 *
 * <p>The basis has a column for each position: a column of the program, or minus the unit vector of a row.
 */
final class Factorization {

    /** Among pivots not smaller than this part of the largest, the one in the shortest row is taken. */
    private static final double THRESHOLD = 0.1;

    /** Below this a pivot counts as zero; coefficients are scaled to be near one. */
    private static final double TINY = 1e-9;

    /** A position whose column depends on the others, and the row whose unit vector took its place. */
    record Replacement(int position, int row) {}

    final int size;
    private final int[] pivotRow;
    private final int[] pivotPosition;
    private final double[] pivot;
    private final Columns lower = new Columns();
    private final Columns upper = new Columns();
    private final List<Replacement> replacements;

    /** Columns of the lower triangle before this one, and its rows that were pivots until then, are empty. */
    private int firstLower;

    /** Both triangles by row, each entry at the pivot row of its column. */
    private final Columns lowerByRow;

    private final Columns upperByRow;

    Factorization(SparseMatrix a, int[] basic) {
        size = a.rows;
        pivotRow = new int[size];
        pivotPosition = new int[size];
        pivot = new double[size];
        replacements = ImmutableList.copyOf(new Elimination(a, basic).run());
        lowerByRow = lower.transposed(size, pivotRow);
        upperByRow = upper.transposed(size, pivotRow);
    }

    /** What had to be replaced to make the basis regular; usually nothing. */
    List<Replacement> replacements() {
        return replacements;
    }

    /** Solves {@code B x = b}; {@code b} goes by row and is zero afterwards, {@code x} goes by position. */
    void solve(double[] b, double[] x) {
        for (int k = firstLower; k < size; k++) {
            double t = b[pivotRow[k]];
            if (t != 0) {
                lower.subtract(k, t, b);
            }
        }
        for (int k = size - 1; k >= 0; k--) {
            double t = b[pivotRow[k]];
            if (t != 0) {
                t /= pivot[k];
                upper.subtract(k, t, b);
                b[pivotRow[k]] = 0;
            }
            x[pivotPosition[k]] = t;
        }
    }

    /** Solves {@code B' y = c}; {@code c} goes by position and is kept, {@code y} goes by row. */
    void solveTransposed(double[] c, double[] y) {
        for (int k = 0; k < size; k++) {
            y[pivotRow[k]] = c[pivotPosition[k]];
        }
        for (int k = 0; k < size; k++) {
            double t = y[pivotRow[k]];
            if (t != 0) {
                t /= pivot[k];
                y[pivotRow[k]] = t;
                upperByRow.subtract(pivotRow[k], t, y);
            }
        }
        for (int k = size - 1; k > firstLower; k--) {
            double t = y[pivotRow[k]];
            if (t != 0) {
                lowerByRow.subtract(pivotRow[k], t, y);
            }
        }
    }

    /** The elimination, with what it needs only while it runs. */
    private final class Elimination {

        private final SparseMatrix a;
        private final int[] basic;

        /** The entries of the basis by row, as positions. */
        private final int[] rowStart = new int[size + 1];

        private final int[] positionOf;
        private final int[] rowCount = new int[size];
        private final int[] columnCount = new int[size];
        private final boolean[] rowDone = new boolean[size];
        private final boolean[] columnDone = new boolean[size];
        private final double[] work = new double[size];
        private final boolean[] inPattern = new boolean[size];
        private final int[] pattern = new int[size];
        private int steps;

        Elimination(SparseMatrix a, int[] basic) {
            this.a = a;
            this.basic = basic;
            for (int p = 0; p < size; p++) {
                for (int e = 0; e < entries(p); e++) {
                    rowStart[row(p, e) + 1]++;
                    columnCount[p]++;
                }
            }
            for (int i = 0; i < size; i++) {
                rowCount[i] = rowStart[i + 1];
                rowStart[i + 1] += rowStart[i];
            }
            positionOf = new int[rowStart[size]];
            int[] next = rowStart.clone();
            for (int p = 0; p < size; p++) {
                for (int e = 0; e < entries(p); e++) {
                    positionOf[next[row(p, e)]++] = p;
                }
            }
        }

        List<Replacement> run() {
            columnsWithOneEntry();
            firstLower = steps;
            rowsWithOneEntry();
            nucleus();
            List<Replacement> replaced = new ArrayList<>();
            int row = 0;
            for (int p = 0; p < size; p++) {
                if (!columnDone[p]) {
                    while (rowDone[row]) {
                        row++;
                    }
                    take(row, p, -1);
                    replaced.add(new Replacement(p, row));
                }
            }
            return replaced;
        }

        private int entries(int p) {
            return basic[p] < a.columns ? a.columnEntries(basic[p]) : 1;
        }

        private int row(int p, int e) {
            return basic[p] < a.columns ? a.rowOf[a.columnStart[basic[p]] + e] : basic[p] - a.columns;
        }

        private double value(int p, int e) {
            return basic[p] < a.columns ? a.columnValue[a.columnStart[basic[p]] + e] : -1;
        }

        /** Ends a step; its columns of both triangles have been written. */
        private void take(int row, int p, double value) {
            pivotRow[steps] = row;
            pivotPosition[steps] = p;
            pivot[steps++] = value;
            rowDone[row] = true;
            columnDone[p] = true;
            lower.close();
            upper.close();
        }

        private void columnsWithOneEntry() {
            int[] queue = new int[size];
            int tail = 0;
            for (int p = 0; p < size; p++) {
                if (columnCount[p] == 1) {
                    queue[tail++] = p;
                }
            }
            for (int head = 0; head < tail; head++) {
                int p = queue[head];
                int at = -1;
                for (int e = 0; e < entries(p); e++) {
                    at = rowDone[row(p, e)] ? at : e;
                }
                if (at < 0 || Math.abs(value(p, at)) < TINY) {
                    continue;
                }
                for (int e = 0; e < entries(p); e++) {
                    if (e != at) {
                        upper.add(row(p, e), value(p, e));
                    }
                }
                int row = row(p, at);
                take(row, p, value(p, at));
                for (int k = rowStart[row]; k < rowStart[row + 1]; k++) {
                    int other = positionOf[k];
                    if (!columnDone[other] && --columnCount[other] == 1) {
                        queue[tail++] = other;
                    }
                }
            }
        }

        private void rowsWithOneEntry() {
            int[] queue = new int[size];
            int tail = 0;
            for (int i = 0; i < size; i++) {
                if (!rowDone[i]) {
                    rowCount[i] = 0;
                    for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
                        rowCount[i] += columnDone[positionOf[k]] ? 0 : 1;
                    }
                    if (rowCount[i] == 1) {
                        queue[tail++] = i;
                    }
                }
            }
            for (int head = 0; head < tail; head++) {
                int row = queue[head];
                int p = -1;
                for (int k = rowStart[row]; k < rowStart[row + 1]; k++) {
                    p = columnDone[positionOf[k]] ? p : positionOf[k];
                }
                if (p < 0 || !dominates(row, p)) {
                    continue;
                }
                double value = 0;
                for (int e = 0; e < entries(p); e++) {
                    value = row(p, e) == row ? value(p, e) : value;
                }
                for (int e = 0; e < entries(p); e++) {
                    int other = row(p, e);
                    if (rowDone[other]) {
                        upper.add(other, value(p, e));
                    } else if (other != row) {
                        lower.add(other, value(p, e) / value);
                        if (--rowCount[other] == 1) {
                            queue[tail++] = other;
                        }
                    }
                }
                take(row, p, value);
            }
        }

        /** Whether the entry is large enough beside the other entries left in its column. */
        private boolean dominates(int row, int p) {
            double own = 0;
            double largest = 0;
            for (int e = 0; e < entries(p); e++) {
                if (!rowDone[row(p, e)]) {
                    double entry = Math.abs(value(p, e));
                    own = row(p, e) == row ? entry : own;
                    largest = Math.max(largest, entry);
                }
            }
            return own >= TINY && own >= THRESHOLD * largest;
        }

        private void nucleus() {
            int first = steps;
            boolean[] early = rowDone.clone();
            List<Integer> columns = new ArrayList<>();
            for (int p = 0; p < size; p++) {
                if (!columnDone[p]) {
                    columns.add(p);
                }
            }
            columns.sort(Comparator.comparingInt(p -> columnCount[p]));
            for (int p : columns) {
                int filled = scatter(p, early);
                for (int k = first; k < steps; k++) {
                    double t = work[pivotRow[k]];
                    if (t != 0) {
                        upper.add(pivotRow[k], t);
                        for (int e = lower.start[k]; e < lower.start[k + 1]; e++) {
                            int row = lower.index[e];
                            filled = note(row, filled);
                            work[row] -= lower.value[e] * t;
                        }
                    }
                }
                int row = pivotIn(filled);
                if (row >= 0) {
                    double value = work[row];
                    for (int f = 0; f < filled; f++) {
                        int other = pattern[f];
                        if (other != row && !rowDone[other] && work[other] != 0) {
                            lower.add(other, work[other] / value);
                        }
                    }
                    take(row, p, value);
                } else {
                    upper.drop();
                }
                for (int f = 0; f < filled; f++) {
                    work[pattern[f]] = 0;
                    inPattern[pattern[f]] = false;
                }
            }
        }

        /** Spreads a column out; entries in rows taken before the nucleus are final. */
        private int scatter(int p, boolean[] early) {
            int filled = 0;
            for (int e = 0; e < entries(p); e++) {
                int row = row(p, e);
                if (early[row]) {
                    upper.add(row, value(p, e));
                } else {
                    filled = note(row, filled);
                    work[row] = value(p, e);
                }
            }
            return filled;
        }

        private int note(int row, int filled) {
            if (inPattern[row]) {
                return filled;
            }
            inPattern[row] = true;
            pattern[filled] = row;
            return filled + 1;
        }

        private int pivotIn(int filled) {
            double largest = TINY;
            for (int f = 0; f < filled; f++) {
                largest = rowDone[pattern[f]] ? largest : Math.max(largest, Math.abs(work[pattern[f]]));
            }
            int best = -1;
            for (int f = 0; f < filled; f++) {
                int row = pattern[f];
                if (!rowDone[row]
                        && Math.abs(work[row]) >= Math.max(TINY, THRESHOLD * largest)
                        && (best < 0 || rowCount[row] < rowCount[best])) {
                    best = row;
                }
            }
            return best;
        }
    }
}
