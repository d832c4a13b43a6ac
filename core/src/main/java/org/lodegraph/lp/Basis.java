package org.lodegraph.lp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a simplex starts or ended: which variables are basic, at which bound the others lie, and how steep each position's
 * edge is. Variables are the columns and then the rows. Immutable; the factorization is made once for each matrix.
 */
final class Basis {

    private final int columns;
    private final int[] basic;
    private final boolean[] atHigh;
    private final double[] weights;
    private final @Nullable SparseMatrix matrix;
    private final @Nullable Factorization factorization;

    private Basis(
            int columns,
            int[] basic,
            boolean[] atHigh,
            double[] weights,
            @Nullable SparseMatrix matrix,
            @Nullable Factorization factorization) {
        this.columns = columns;
        this.basic = basic;
        this.atHigh = atHigh;
        this.weights = weights;
        this.matrix = matrix;
        this.factorization = factorization;
    }

    /** All rows basic, all columns at their lower bounds. */
    static Basis slack(int columns, int rows) {
        return new Basis(columns, new int[0], new boolean[columns], new double[0], null, null).withRows(rows);
    }

    /** What a run ended with. */
    Basis(SparseMatrix matrix, int[] basic, boolean[] atHigh, double[] weights, Factorization factorization) {
        this(matrix.columns, basic, atHigh, weights, matrix, factorization);
    }

    /** Whether a matrix has as many columns and at least as many rows. */
    boolean fits(SparseMatrix other) {
        return other.columns == columns && other.rows >= basic.length;
    }

    /** This basis for a program whose further rows are all basic. */
    Basis withRows(int rows) {
        int known = basic.length;
        if (rows == known) {
            return this;
        }
        int[] more = Arrays.copyOf(basic, rows);
        double[] steeper = Arrays.copyOf(weights, rows);
        for (int p = known; p < rows; p++) {
            more[p] = columns + p;
            steeper[p] = 1;
        }
        return new Basis(columns, more, Arrays.copyOf(atHigh, columns + rows), steeper, null, null);
    }

    int[] basic() {
        return basic.clone();
    }

    double[] weights() {
        return weights.clone();
    }

    boolean atHigh(int variable) {
        return atHigh[variable];
    }

    Factorization factorization(SparseMatrix forMatrix) {
        return factorization != null && matrix == forMatrix ? factorization : new Factorization(forMatrix, basic);
    }
}
