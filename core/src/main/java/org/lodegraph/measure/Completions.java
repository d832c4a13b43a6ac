package org.lodegraph.measure;

import java.util.Arrays;
import java.util.Map;

/**
 * The extreme ways to complete amounts that are not fully known: low &lt;= x &lt;= high for each holder, and a sum between
 * two bounds.
 *
 * <p>The measures here (square root of HHI, top-N share) are a norm divided by the sum. Such a function is quasi-convex: where
 * it is at most c, the norm is at most c times the sum, a convex set. And it is Schur-convex: moving an amount from a smaller
 * to a larger holder never lowers it. Hence:
 *
 * <ul>
 *   <li><b>The most</b> is found at a corner: each amount at one of its ends, or all but one when the sum is at a bound; or in
 *       the limit of one unlimited amount. A mass of several unknown holders is in one hand, a mass of anybody's goes to one
 *       holder. A corner can be passed over if a holder is at its high end while another, whose ends are both at least as high,
 *       is at its low end: moving as much as fits from the one to the other, sum unchanged, never lowers the measure. Ranges
 *       of which none lies inside another are thus an ordered chain with as many corners as ranges, ranges that do lie inside
 *       others double the corners. (To find the best corner is NP-hard in general: subset sum is a case.) If more than
 *       {@value Corners#NESTED_MOST} ranges do, ranges are widened until they form a chain, which encloses but need not be
 *       attained.
 *   <li><b>The least</b> is found at a level: for a given sum the most even amounts, mass of unknown holders spread infinitely
 *       thin first (it adds to the sum, nothing to the norm), then x = level, cut to its range. With C and Q the sum and the
 *       sum of squares of what is cut, k amounts at level z give HHI = (Q + k z^2) / (C + k z)^2, which is least at z = Q / C;
 *       a top-N share is a ratio of linear functions of z, least at an end of the piece; for it a
 *       piece also ends where the level passes one of the N largest exact amounts. So the candidates are the ends of all
 *       pieces, Q / C inside them, and the levels where the sum meets a bound.
 * </ul>
 *
 * <p>With weights (HHI = sum of g s^2) the same holds with level / g for the level, and dominance in g too.
 */
final class Completions {

    /** A measure of concentration of amounts; the sum may hold more than the amounts, spread infinitely thin. */
    sealed interface Measure {
        double of(double[] amounts, double[] weights, double sum);

        /** How many of the largest amounts it tells from the rest. */
        int places();
    }

    /** The sum of squared shares, weighted. */
    record Hhi() implements Measure {
        @Override
        public double of(double[] amounts, double[] weights, double sum) {
            double squares = 0;
            for (int i = 0; i < amounts.length; i++) {
                double share = amounts[i] / sum;
                squares += weights[i] * share * share;
            }
            return squares;
        }

        @Override
        public int places() {
            return 0;
        }
    }

    /** The share of the largest. */
    record Top(int places) implements Measure {
        @Override
        public double of(double[] amounts, double[] weights, double sum) {
            double[] sorted = amounts.clone();
            Arrays.sort(sorted);
            double top = 0;
            for (int i = Math.max(0, sorted.length - places); i < sorted.length; i++) {
                top += sorted[i];
            }
            return top / sum;
        }
    }

    /** Named holders, then the one hand that may hold all that belongs to holders without a name. */
    private final double[] low;

    private final double[] high;
    private final double[] weight;
    private final Range unattributed;
    private final Range sum;

    private Completions(Shares shares, double[] weight) {
        int named = shares.holders().size();
        low = new double[named + 1];
        high = new double[named + 1];
        int at = 0;
        for (Range amount : shares.holders().values()) {
            low[at] = amount.low();
            high[at++] = amount.high();
        }
        low[named] = shares.others().low();
        high[named] = shares.others().high();
        this.weight = weight;
        this.unattributed = shares.unattributed();
        this.sum = shares.sum();
    }

    static Completions of(Shares shares) {
        double[] ones = new double[shares.holders().size() + 1];
        Arrays.fill(ones, 1);
        return new Completions(shares, ones);
    }

    /** Holders without a weight, and those without a name, weigh nothing. */
    static Completions weighted(Shares shares, Map<String, Double> weights) {
        if (shares.holders().keySet().stream().noneMatch(weights::containsKey)) {
            throw new IllegalArgumentException("Shares of %s: no holder has a weight. Maybe add one for the largest."
                    .formatted(shares.holders().keySet()));
        }
        double[] weight = new double[shares.holders().size() + 1];
        int at = 0;
        for (String holder : shares.holders().keySet()) {
            double given = weights.getOrDefault(holder, 0.0);
            if (!(given >= 0) || Double.isInfinite(given)) {
                throw new IllegalArgumentException(
                        "Share holder '%s': the weight is %s. Maybe leave a missing weight out."
                                .formatted(holder, given));
            }
            weight[at++] = given;
        }
        return new Completions(shares, weight);
    }

    double most(Measure measure) {
        if (unattributed.high() == 0) {
            return new Corners(low, high, weight, sum).most(measure);
        }
        double most = 0;
        for (int receiver = 0; receiver < low.length; receiver++) {
            if (!Corners.isDominated(receiver, low, high, weight)) {
                double[] raisedLow = low.clone();
                double[] raisedHigh = high.clone();
                raisedLow[receiver] += unattributed.low();
                raisedHigh[receiver] += unattributed.high();
                most = Math.max(most, new Corners(raisedLow, raisedHigh, weight, sum).most(measure));
            }
        }
        return most;
    }

    double least(Measure measure) {
        return new Levels(low, high, weight, unattributed, sum).least(measure);
    }
}
