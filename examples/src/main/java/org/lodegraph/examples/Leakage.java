package org.lodegraph.examples;

import java.util.function.DoubleUnaryOperator;

/**
 * The smallest share that must pass so that nothing is short.
 *
 * <p>What is short falls with the share and, as the optimum of a linear program in its right-hand side, is convex: a
 * straight line through two points left of the answer meets zero left of the answer or at it. So the search never
 * overshoots, and ends when the last straight piece is reached.
 */
final class Leakage {

    private static final double FIRST_STEP = 1e-3;
    private static final int MOST_STEPS = 60;

    private Leakage() {}

    /**
     * Searches.
     *
     * @param unmet what is short if this share passes
     * @return 0 if nothing is short anyway; infinite if even everything is not enough
     */
    static double smallest(DoubleUnaryOperator unmet) {
        double left = 0;
        double short0 = unmet.applyAsDouble(left);
        if (short0 == 0) {
            return 0;
        }
        if (unmet.applyAsDouble(1) > 0) {
            return Double.POSITIVE_INFINITY;
        }
        double right = FIRST_STEP;
        for (int i = 0; i < MOST_STEPS; i++) {
            double shorter = unmet.applyAsDouble(right);
            if (shorter == 0) {
                return right;
            }
            double next = right + shorter * (right - left) / (short0 - shorter);
            left = right;
            short0 = shorter;
            right = next;
        }
        throw new IllegalStateException("Leakage: no end of the search near a share of %s.".formatted(right));
    }
}
