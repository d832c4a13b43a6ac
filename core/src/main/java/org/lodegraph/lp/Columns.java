package org.lodegraph.lp;

import java.util.Arrays;

/** Sparse columns that are written once, one after the other; {@code start[k] .. start[k + 1] - 1} are those of column k. */
final class Columns {

    int[] start;
    int[] index;
    double[] value;
    private int columns;

    Columns() {
        this(64, 256);
    }

    private Columns(int columns, int entries) {
        start = new int[columns + 1];
        index = new int[entries];
        value = new double[entries];
    }

    /** How many columns are closed. */
    int count() {
        return columns;
    }

    /** Adds to the column that is being written. */
    void add(int newIndex, double newValue) {
        int at = start[columns + 1]++;
        if (at == index.length) {
            index = Arrays.copyOf(index, 2 * at);
            value = Arrays.copyOf(value, 2 * at);
        }
        index[at] = newIndex;
        value[at] = newValue;
    }

    /** Ends the column that is being written. */
    void close() {
        columns++;
        if (columns + 1 == start.length) {
            start = Arrays.copyOf(start, 2 * start.length);
        }
        start[columns + 1] = start[columns];
    }

    /** Forgets what was added to the column that is being written. */
    void drop() {
        start[columns + 1] = start[columns];
    }

    /** {@code vector -= factor * column k}. */
    void subtract(int k, double factor, double[] vector) {
        for (int e = start[k]; e < start[k + 1]; e++) {
            vector[index[e]] -= value[e] * factor;
        }
    }

    /** {@code column k times vector}. */
    double times(int k, double[] vector) {
        double sum = 0;
        for (int e = start[k]; e < start[k + 1]; e++) {
            sum += value[e] * vector[index[e]];
        }
        return sum;
    }

    /**
     * The same entries by row: column {@code i} of it holds those of row {@code i}, each at the index that stands for the
     * column that it was in.
     */
    Columns transposed(int rows, int[] indexOf) {
        Columns turned = new Columns(rows, start[columns]);
        for (int e = 0; e < start[columns]; e++) {
            turned.start[index[e] + 1]++;
        }
        for (int i = 0; i < rows; i++) {
            turned.start[i + 1] += turned.start[i];
        }
        int[] next = turned.start.clone();
        for (int k = 0; k < columns; k++) {
            for (int e = start[k]; e < start[k + 1]; e++) {
                int at = next[index[e]]++;
                turned.index[at] = indexOf[k];
                turned.value[at] = value[e];
            }
        }
        return turned;
    }
}
