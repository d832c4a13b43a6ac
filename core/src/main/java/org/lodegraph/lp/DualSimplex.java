package org.lodegraph.lp;

import static java.lang.Double.POSITIVE_INFINITY;

import java.util.function.BooleanSupplier;

/**
 * Makes a basis feasible while it stays dual feasible, or proves that nothing is feasible. Steepest edge after Forrest and
 * Goldfarb (1992, doi:10.1007/BF01581089), ties after Harris (1973, doi:10.1007/BF01580108); boxed variables that a
 * longer step would pass go to their other bound (Maros 2003, doi:10.1023/A:1023912418474). Costs are shifted to start and
 * perturbed when it stalls, so the costs in force afterwards are not the true ones.
 */
final class DualSimplex {

    private static final int STALL = 30;
    private static final double SMALLEST_PIVOT = 1e-9;
    private static final double LEAST_WEIGHT = 1e-4;

    private final Tableau t;
    private final double tolerance;
    private final BooleanSupplier cancelled;
    private double perturbation = 1e-6;
    private int stalled;

    /** The squared distance of each position's variable from its bounds, as of that computation and the moves since. */
    private final double[] missed;

    private long missedAt = -1;

    /** The variables that could enter at the last pivot, the first {@link #candidates} of them. */
    private final int[] candidate;

    private int candidates;

    /** The variables that the last step passed, the first {@link #passes} of them. */
    private final int[] passed;

    private int passes;

    DualSimplex(Tableau t, double tolerance, BooleanSupplier cancelled) {
        this.t = t;
        this.tolerance = tolerance;
        this.cancelled = cancelled;
        missed = new double[t.rows];
        candidate = new int[t.variables];
        passed = new int[t.variables];
    }

    /**
     * Runs to the end.
     *
     * @param perturbed whether to perturb the costs before anything stalls
     * @param limit the largest number of pivots
     */
    Verdict run(boolean perturbed, long limit) {
        makeDualFeasible();
        if (perturbed) {
            perturb();
        }
        while (t.pivots < limit) {
            if (cancelled.getAsBoolean()) {
                return Verdict.CANCELLED;
            }
            t.freshen();
            int p = leaving();
            if (p < 0) {
                if (t.refresh()) {
                    continue;
                }
                return Verdict.OPTIMAL;
            }
            double excess = t.excess(t.basic[p]);
            boolean rises = excess < 0;
            t.loadRow(p);
            findCandidates(rises ? 1 : -1);
            int entering = entering(Math.abs(excess));
            if (entering < 0) {
                if (t.refactor()) {
                    continue;
                }
                return Verdict.INFEASIBLE;
            }
            t.loadColumn(entering);
            double pivot = t.column[p];
            if (Math.abs(pivot - t.row[entering]) > 1e-7 * (1 + Math.abs(pivot)) || Math.abs(pivot) < SMALLEST_PIVOT) {
                if (t.refactor()) {
                    continue;
                }
                return Verdict.DOUBTFUL;
            }
            exchange(p, entering, rises);
        }
        return Verdict.DOUBTFUL;
    }

    /** After {@link Verdict#INFEASIBLE}: weights of the rows under which they contradict the bounds. */
    double[] proof() {
        double[] weights = new double[t.rows];
        int p = leaving();
        double sign = t.excess(t.basic[p]) < 0 ? -1 : 1;
        for (int i = 0; i < t.rows; i++) {
            weights[i] = sign * t.inverseRow[i];
        }
        return weights;
    }

    private void makeDualFeasible() {
        for (int j = 0; j < t.variables; j++) {
            if (t.attraction(j) > tolerance) {
                double bound = t.d[j] < 0 ? t.high[j] : t.low[j];
                if (Double.isInfinite(bound)) {
                    shift(j);
                } else {
                    t.place(j, bound);
                }
            }
        }
        t.computeValues();
    }

    private void shift(int j) {
        t.cost[j] -= t.d[j];
        t.d[j] = 0;
    }

    /** Moves costs a little in the direction that keeps them dual feasible, each by another amount. */
    private void perturb() {
        for (int j = 0; j < t.variables; j++) {
            if (!t.isBasic(j) && t.low[j] != t.high[j] && (t.x[j] == t.low[j] || t.x[j] == t.high[j])) {
                double part = 0.5 + ((j * 0x9E3779B97F4A7C15L) >>> 12) * 0x1p-53;
                double amount = perturbation * part * (1 + Math.abs(t.cost[j]));
                amount = t.x[j] == t.low[j] ? amount : -amount;
                t.cost[j] += amount;
                t.d[j] += amount;
            }
        }
        perturbation = Math.min(10 * perturbation, 1e-3);
    }

    private int leaving() {
        if (missedAt != t.computations) {
            missedAt = t.computations;
            for (int p = 0; p < t.rows; p++) {
                measure(p);
            }
        }
        int best = -1;
        double most = 0;
        for (int p = 0; p < t.rows; p++) {
            if (missed[p] > most * t.weight[p]) {
                most = missed[p] / t.weight[p];
                best = p;
            }
        }
        return best;
    }

    private void measure(int p) {
        int j = t.basic[p];
        double excess = t.excess(j);
        double bound = excess < 0 ? t.low[j] : t.high[j];
        missed[p] = Math.abs(excess) > Tableau.slack(bound, tolerance) ? excess * excess : 0;
    }

    /** The variables whose reduced cost comes nearer to zero as the leaving one moves to its bound. */
    private void findCandidates(int sign) {
        candidates = 0;
        for (int e = 0; e < t.rowEntries; e++) {
            int j = t.rowEntry[e];
            double alpha = sign * t.row[j];
            if (Math.abs(alpha) > SMALLEST_PIVOT && t.mayMove(j, alpha < 0)) {
                candidate[candidates++] = j;
            }
        }
    }

    /**
     * The variable whose reduced cost reaches zero first; among those about as early, the largest pivot. While those about
     * as early cannot make up for what is missing even at their other bounds, they are passed.
     *
     * @param missing how far the leaving variable is from its bound
     */
    private int entering(double missing) {
        passes = 0;
        int left = candidates;
        while (true) {
            double earliest = POSITIVE_INFINITY;
            for (int c = 0; c < left; c++) {
                int j = candidate[c];
                earliest = Math.min(earliest, (Math.abs(t.d[j]) + tolerance) / Math.abs(t.row[j]));
            }
            int best = -1;
            double largest = 0;
            double reach = 0;
            int later = left;
            for (int c = 0; c < later; ) {
                int j = candidate[c];
                double size = Math.abs(t.row[j]);
                if (Math.abs(t.d[j]) > earliest * size) {
                    c++;
                    continue;
                }
                reach += size * (t.high[j] - t.low[j]);
                if (size > largest) {
                    largest = size;
                    best = j;
                }
                candidate[c] = candidate[--later];
                candidate[later] = j;
            }
            if (later == 0 || !(reach < missing)) {
                return best;
            }
            for (int c = later; c < left; c++) {
                passed[passes++] = candidate[c];
            }
            missing -= reach;
            left = later;
        }
    }

    private void exchange(int p, int entering, boolean rises) {
        if (t.attraction(entering) > 0) {
            shift(entering);
        }
        if (passes > 0) {
            t.flip(passed, passes);
            missedAt = -1;
        }
        double pivot = t.column[p];
        updateWeights(p);
        stalled = Math.abs(t.d[entering] / pivot) > 1e-12 ? 0 : stalled + 1;
        double bound = rises ? t.low[t.basic[p]] : t.high[t.basic[p]];
        t.move(entering, (t.x[t.basic[p]] - bound) / pivot);
        t.exchange(p, entering, bound);
        for (int e = 0; e < t.columnEntries; e++) {
            measure(t.columnEntry[e]);
        }
        // the reduced costs of all others moved away from zero
        for (int c = 0; c < candidates; c++) {
            int j = candidate[c];
            if (t.attraction(j) > 0) {
                shift(j);
            }
        }
        if (stalled > STALL) {
            perturb();
            stalled = 0;
        }
    }

    private void updateWeights(int p) {
        double own = 0;
        for (double entry : t.inverseRow) {
            own += entry * entry;
        }
        double[] tau = t.inverseTimesRow();
        double pivot = t.column[p];
        for (int e = 0; e < t.columnEntries; e++) {
            int i = t.columnEntry[e];
            if (i != p) {
                double ratio = t.column[i] / pivot;
                t.weight[i] = Math.max(t.weight[i] + ratio * (ratio * own - 2 * tau[i]), LEAST_WEIGHT);
            }
        }
        t.weight[p] = Math.max(own / (pivot * pivot), LEAST_WEIGHT);
    }
}
