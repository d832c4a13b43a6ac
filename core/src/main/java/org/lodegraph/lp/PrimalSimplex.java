package org.lodegraph.lp;

import static java.lang.Double.POSITIVE_INFINITY;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Makes a feasible basis optimal, or proves that nothing stops the objective. Prices after Devex (Harris 1973,
 * doi:10.1007/BF01580108); when it stalls for long it takes the first variables that will do until it moves again (Bland
 * 1977, doi:10.1287/moor.2.2.103), which cannot cycle.
 */
final class PrimalSimplex {

    private static final int STALL = 200;
    private static final double SMALLEST_PIVOT = 1e-9;

    private final Tableau t;
    private final double tolerance;
    private final BooleanSupplier cancelled;
    private final double[] reference;

    /** Holds all variables that may be attractive, the first {@link #listed} of them, and some that no longer are. */
    private final int[] list;

    private final boolean[] inList;
    private int listed;

    /** As of which computation of all reduced costs the list was made. */
    private long listedAt = -1;

    private int stalled;
    private int blocking;
    private double step;

    PrimalSimplex(Tableau t, double tolerance, BooleanSupplier cancelled) {
        this.t = t;
        this.tolerance = tolerance;
        this.cancelled = cancelled;
        reference = new double[t.variables];
        Arrays.fill(reference, 1);
        list = new int[t.variables];
        inList = new boolean[t.variables];
    }

    /**
     * Runs to the end.
     *
     * @param limit the largest number of pivots
     */
    Verdict run(long limit) {
        while (t.pivots < limit) {
            if (cancelled.getAsBoolean()) {
                return Verdict.CANCELLED;
            }
            t.freshen();
            int entering = entering();
            if (entering < 0) {
                if (t.refresh()) {
                    continue;
                }
                return Verdict.OPTIMAL;
            }
            t.loadColumn(entering);
            double direction = t.d[entering] < 0 ? 1 : -1;
            findBlocking(direction);
            double range = t.high[entering] - t.low[entering];
            if (range <= step) {
                if (range == POSITIVE_INFINITY) {
                    if (t.refactor()) {
                        continue;
                    }
                    return Verdict.UNBOUNDED;
                }
                t.move(entering, direction * range);
                t.place(entering, direction > 0 ? t.high[entering] : t.low[entering]);
                t.pivots++;
            } else {
                t.loadRow(blocking);
                double pivot = t.column[blocking];
                if (Math.abs(pivot - t.row[entering]) > 1e-7 * (1 + Math.abs(pivot))) {
                    if (t.refactor()) {
                        continue;
                    }
                    return Verdict.DOUBTFUL;
                }
                exchange(entering, direction);
            }
        }
        return Verdict.DOUBTFUL;
    }

    /** After {@link Verdict#UNBOUNDED}: the direction of the columns in which the objective improves for ever. */
    double[] proof() {
        double[] direction = new double[t.variables];
        int entering = entering();
        double sign = t.d[entering] < 0 ? 1 : -1;
        direction[entering] = sign;
        for (int p = 0; p < t.rows; p++) {
            double rate = -sign * t.column[p];
            direction[t.basic[p]] = Math.abs(rate) > SMALLEST_PIVOT ? rate : 0;
        }
        return Arrays.copyOf(direction, t.columns);
    }

    private int entering() {
        if (listedAt != t.computations) {
            listedAt = t.computations;
            for (int j = 0; j < t.variables; j++) {
                list(j);
            }
        }
        int best = -1;
        double most = 0;
        int kept = 0;
        for (int k = 0; k < listed; k++) {
            int j = list[k];
            double attraction = t.attraction(j);
            if (attraction > tolerance) {
                list[kept++] = j;
                double gain = attraction * attraction;
                double other = most * reference[j];
                boolean first = best < 0 || j < best;
                if (stalled > STALL ? first : gain > other || gain == other && first) {
                    most = gain / reference[j];
                    best = j;
                }
            } else {
                inList[j] = false;
            }
        }
        listed = kept;
        return best;
    }

    private void list(int j) {
        if (!inList[j] && t.attraction(j) > tolerance) {
            inList[j] = true;
            list[listed++] = j;
        }
    }

    /** Finds the position that stops the entering variable first, and how far it gets; among about as early, the largest. */
    private void findBlocking(double direction) {
        double furthest = POSITIVE_INFINITY;
        for (int e = 0; e < t.columnEntries; e++) {
            int p = t.columnEntry[e];
            double rate = -direction * t.column[p];
            if (Math.abs(rate) > SMALLEST_PIVOT) {
                furthest = Math.min(furthest, (room(p, rate) + allowance(p, rate)) / Math.abs(rate));
            }
        }
        blocking = -1;
        step = POSITIVE_INFINITY;
        double largest = 0;
        for (int e = 0; e < t.columnEntries; e++) {
            int p = t.columnEntry[e];
            double rate = -direction * t.column[p];
            double size = Math.abs(rate);
            if (size > SMALLEST_PIVOT && room(p, rate) <= furthest * size && isBetter(p, size, largest)) {
                largest = size;
                blocking = p;
                step = Math.max(0, room(p, rate) / size);
            }
        }
    }

    private boolean isBetter(int p, double size, double largest) {
        return stalled > STALL ? blocking < 0 || t.basic[p] < t.basic[blocking] : size > largest;
    }

    private double room(int p, double rate) {
        int j = t.basic[p];
        return rate < 0 ? t.x[j] - t.low[j] : t.high[j] - t.x[j];
    }

    private double allowance(int p, double rate) {
        int j = t.basic[p];
        return stalled > STALL ? 0 : Tableau.slack(rate < 0 ? t.low[j] : t.high[j], tolerance);
    }

    private void exchange(int entering, double direction) {
        int p = blocking;
        int leaving = t.basic[p];
        double bound = -direction * t.column[p] < 0 ? t.low[leaving] : t.high[leaving];
        stalled = step > 0 ? 0 : stalled + 1;
        double pivot = t.row[entering];
        double own = reference[entering] / (pivot * pivot);
        t.move(entering, direction * step);
        t.exchange(p, entering, bound);
        for (int e = 0; e < t.rowEntries; e++) {
            int j = t.rowEntry[e];
            reference[j] = Math.max(reference[j], t.row[j] * t.row[j] * own);
            list(j);
        }
        reference[leaving] = Math.max(own, 1);
        list(leaving);
    }
}
