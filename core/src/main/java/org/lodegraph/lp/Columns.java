package org.lodegraph.lp;

import java.util.Arrays;

/** Sparse columns that are written once, one after the other; {@code start[k] .. start[k + 1] - 1} are those of column k. */
final class Columns {

    int[] start = new int[65];
    int[] index = new int[256];
    double[] value = new double[256];
    private int columns;

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
}
