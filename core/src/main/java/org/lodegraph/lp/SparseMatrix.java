package org.lodegraph.lp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sparse matrix held twice, by rows and by columns, because a simplex walks both ways. Entries are distinct
 * and non-zero; inside a row the columns ascend, inside a column the rows do. The arrays are read inside this package
 * only and never written after construction.
 */
final class SparseMatrix {

    final int rows;
    final int columns;

    /** Row {@code i} owns the positions {@code rowStart[i] .. rowStart[i + 1] - 1} of the two arrays below. */
    final int[] rowStart;

    final int[] columnOf;
    final double[] rowValue;

    /** Column {@code j} owns the positions {@code columnStart[j] .. columnStart[j + 1] - 1} of the two arrays below. */
    final int[] columnStart;

    final int[] rowOf;
    final double[] columnValue;

    private volatile @Nullable Scaling scaling;

    private SparseMatrix(int rows, int columns, int[] rowStart, int[] columnOf, double[] rowValue) {
        this.rows = rows;
        this.columns = columns;
        this.rowStart = rowStart;
        this.columnOf = columnOf;
        this.rowValue = rowValue;
        int entries = rowStart[rows];
        columnStart = starts(columns, columnOf, entries);
        rowOf = new int[entries];
        columnValue = new double[entries];
        int[] next = Arrays.copyOf(columnStart, columns);
        for (int i = 0; i < rows; i++) {
            for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
                int at = next[columnOf[k]]++;
                rowOf[at] = i;
                columnValue[at] = rowValue[k];
            }
        }
    }

    /** The first {@code entries} triplets, in any order; those of the same place are added up, zeros dropped. */
    static SparseMatrix of(int rows, int columns, int[] row, int[] column, double[] value, int entries) {
        // two stable counting sorts: by column, then by row
        int[] byColumn = new int[entries];
        int[] next = starts(columns, column, entries);
        for (int k = 0; k < entries; k++) {
            byColumn[next[column[k]]++] = k;
        }
        int[] sorted = new int[entries];
        int[] rowBegin = starts(rows, row, entries);
        next = Arrays.copyOf(rowBegin, rows);
        for (int k : byColumn) {
            sorted[next[row[k]]++] = k;
        }
        int[] rowStart = new int[rows + 1];
        int[] columnOf = new int[entries];
        double[] rowValue = new double[entries];
        int kept = 0;
        for (int i = 0; i < rows; i++) {
            for (int k = rowBegin[i]; k < rowBegin[i + 1]; ) {
                int j = column[sorted[k]];
                double sum = 0;
                for (; k < rowBegin[i + 1] && column[sorted[k]] == j; k++) {
                    sum += value[sorted[k]];
                }
                if (sum != 0) {
                    columnOf[kept] = j;
                    rowValue[kept++] = sum;
                }
            }
            rowStart[i + 1] = kept;
        }
        return new SparseMatrix(rows, columns, rowStart, Arrays.copyOf(columnOf, kept), Arrays.copyOf(rowValue, kept));
    }

    /** The same matrix with every entry multiplied by the factor of its row and of its column. */
    SparseMatrix scaled(double[] rowFactor, double[] columnFactor) {
        double[] scaled = new double[rowValue.length];
        for (int i = 0; i < rows; i++) {
            for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
                scaled[k] = rowValue[k] * rowFactor[i] * columnFactor[columnOf[k]];
            }
        }
        return new SparseMatrix(rows, columns, rowStart, columnOf, scaled);
    }

    /** The matrix of some of the rows, in the order given. */
    SparseMatrix onlyRows(int[] kept) {
        int[] start = new int[kept.length + 1];
        for (int k = 0; k < kept.length; k++) {
            start[k + 1] = start[k] + rowEntries(kept[k]);
        }
        int[] column = new int[start[kept.length]];
        double[] value = new double[start[kept.length]];
        for (int k = 0; k < kept.length; k++) {
            System.arraycopy(columnOf, rowStart[kept[k]], column, start[k], rowEntries(kept[k]));
            System.arraycopy(rowValue, rowStart[kept[k]], value, start[k], rowEntries(kept[k]));
        }
        return new SparseMatrix(kept.length, columns, start, column, value);
    }

    /** The units for this matrix, computed once. */
    Scaling scaling() {
        Scaling known = scaling;
        if (known == null) {
            known = Scaling.of(this);
            scaling = known;
        }
        return known;
    }

    int entries() {
        return rowValue.length;
    }

    /** Row {@code i} times {@code x}. */
    double rowTimes(int i, double[] x) {
        double sum = 0;
        for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
            sum += rowValue[k] * x[columnOf[k]];
        }
        return sum;
    }

    /** The sum of the absolute terms of {@link #rowTimes}: what rounding in it is relative to. */
    double rowMagnitude(int i, double[] x) {
        double sum = 0;
        for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
            sum += Math.abs(rowValue[k] * x[columnOf[k]]);
        }
        return sum;
    }

    /** Column {@code j} times {@code y}. */
    double columnTimes(int j, double[] y) {
        double sum = 0;
        for (int k = columnStart[j]; k < columnStart[j + 1]; k++) {
            sum += columnValue[k] * y[rowOf[k]];
        }
        return sum;
    }

    /** The sum of the absolute terms of {@link #columnTimes}. */
    double columnMagnitude(int j, double[] y) {
        double sum = 0;
        for (int k = columnStart[j]; k < columnStart[j + 1]; k++) {
            sum += Math.abs(columnValue[k] * y[rowOf[k]]);
        }
        return sum;
    }

    int rowEntries(int i) {
        return rowStart[i + 1] - rowStart[i];
    }

    int columnEntries(int j) {
        return columnStart[j + 1] - columnStart[j];
    }

    private static int[] starts(int groups, int[] groupOf, int entries) {
        int[] start = new int[groups + 1];
        for (int k = 0; k < entries; k++) {
            start[groupOf[k] + 1]++;
        }
        for (int g = 0; g < groups; g++) {
            start[g + 1] += start[g];
        }
        return start;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SparseMatrix that
                && rows == that.rows
                && columns == that.columns
                && Arrays.equals(rowStart, that.rowStart)
                && Arrays.equals(columnOf, that.columnOf)
                && Arrays.equals(rowValue, that.rowValue);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(columnOf) + Arrays.hashCode(rowValue);
    }
}
