package org.lodegraph.lp;

import java.util.Arrays;

/**
 * The inverse of a basis in product form: a factorization that may be shared, and one elementary matrix of its own for
 * each column exchanged since (Dantzig and Orchard-Hays 1954).
 */
final class BasisInverse {

    private final Factorization factorization;
    private final Columns exchanges = new Columns();
    private int[] exchanged = new int[64];
    private double[] pivot = new double[64];

    BasisInverse(Factorization factorization) {
        this.factorization = factorization;
    }

    Factorization factorization() {
        return factorization;
    }

    /** How many columns were exchanged since the factorization. */
    int age() {
        return exchanges.count();
    }

    /** Solves {@code B x = b}; {@code b} goes by row and is zero afterwards, {@code x} goes by position. */
    void solve(double[] b, double[] x) {
        factorization.solve(b, x);
        for (int k = 0; k < exchanges.count(); k++) {
            double t = x[exchanged[k]];
            if (t != 0) {
                t /= pivot[k];
                exchanges.subtract(k, t, x);
                x[exchanged[k]] = t;
            }
        }
    }

    /** Solves {@code B' y = c}; {@code c} goes by position and is used up, {@code y} goes by row. */
    void solveTransposed(double[] c, double[] y) {
        for (int k = exchanges.count() - 1; k >= 0; k--) {
            int p = exchanged[k];
            c[p] = (c[p] - exchanges.times(k, c)) / pivot[k];
        }
        factorization.solveTransposed(c, y);
    }

    /**
     * Puts another column at a position; {@code alpha} is that column times the inverse, by position, not zero only at the
     * first {@code entries} of {@code entry}.
     */
    void exchange(int position, double[] alpha, int[] entry, int entries) {
        int k = exchanges.count();
        if (k == exchanged.length) {
            exchanged = Arrays.copyOf(exchanged, 2 * k);
            pivot = Arrays.copyOf(pivot, 2 * k);
        }
        exchanged[k] = position;
        pivot[k] = alpha[position];
        for (int e = 0; e < entries; e++) {
            int p = entry[e];
            if (p != position && Math.abs(alpha[p]) > 1e-14) {
                exchanges.add(p, alpha[p]);
            }
        }
        exchanges.close();
    }
}
