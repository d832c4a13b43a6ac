package org.lodegraph.lp;

/**
 * How far a solution may miss and still be shown: relative residuals, dimensionless.
 *
 * @param primal the largest violation of a bound, relative to the bound or to the terms of its row
 * @param dual the largest price without a bound to earn it, relative to the terms of its column
 * @param gap the largest distance between the objective and its dual bound, relative to the terms of the objective
 */
public record Tolerances(double primal, double dual, double gap) {

    /** One part in a thousand million, for all three. */
    public static final Tolerances STANDARD = new Tolerances(1e-9, 1e-9, 1e-9);

    /** Checks that all three are positive and below one. */
    public Tolerances {
        for (double tolerance : new double[] {primal, dual, gap}) {
            if (!(tolerance > 0 && tolerance < 1)) {
                throw new IllegalArgumentException(
                        Message.of("Tolerances: not between 0 and 1 (%s). Maybe use Tolerances.STANDARD.", tolerance));
            }
        }
    }
}
