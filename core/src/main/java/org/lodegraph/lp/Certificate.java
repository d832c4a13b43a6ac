package org.lodegraph.lp;

/**
 * How good a pair of primal values and row prices is, computed in plain Java from the program as it was declared, not
 * from anything a solver says of itself.
 *
 * <p>Any prices bound the objective (duality: Gale, Kuhn and Tucker 1951): {@code c'x = y'Ax + d'x} with the reduced costs {@code d = c - A'y}, and the right
 * side is at least (when minimizing) its value with each {@code a'x} and {@code x} at the bound its price points to. The
 * distance between both sides is the sum of {@code price x distance to that bound}, so it is taken as that sum, which does
 * not cancel. A price that points to an infinite bound proves nothing and counts as a dual residual.
 *
 * @param objective the objective at the values
 * @param dualObjective the bound that the prices prove
 * @param primalResidual the largest relative violation of a row or a column bound
 * @param primalWorst the name of the row or column that has it
 * @param dualResidual the largest relative price without a finite bound
 * @param dualWorst the name of the row or column that has it
 * @param complementarity the largest single {@code price x distance to the bound}, relative like the gap
 * @param gap the distance between objective and bound, absolute
 * @param relativeGap the gap, relative to the sum of the absolute terms of the objective
 */
public record Certificate(
        double objective,
        double dualObjective,
        double primalResidual,
        String primalWorst,
        double dualResidual,
        String dualWorst,
        double complementarity,
        double gap,
        double relativeGap) {

    /**
     * Measures a pair.
     *
     * @param y one price for each row: what the objective gains when the row's binding bound rises by one
     */
    public static Certificate of(LinearProgram program, double[] x, double[] y) {
        return new Measurement(program, x, y).certificate();
    }

    /** Whether everything is within the tolerances; nothing that is infinite or not a number ever is. */
    public boolean passes(Tolerances tolerances) {
        return Double.isFinite(objective)
                && primalResidual <= tolerances.primal()
                && dualResidual <= tolerances.dual()
                && complementarity <= tolerances.gap()
                && relativeGap <= tolerances.gap();
    }

    /** What fails, as part of a message. */
    String failure(Tolerances tolerances) {
        if (!Double.isFinite(objective)) {
            return Message.of("objective %s, which no double can hold", objective);
        }
        if (!(primalResidual <= tolerances.primal())) {
            return Message.of(
                    "primal residual %.1e in %s, allowed %.1e", primalResidual, primalWorst, tolerances.primal());
        }
        if (!(dualResidual <= tolerances.dual())) {
            return Message.of("dual residual %.1e in %s, allowed %.1e", dualResidual, dualWorst, tolerances.dual());
        }
        return Message.of(
                "relative gap %.1e between %s and its bound %s, allowed %.1e",
                Math.max(relativeGap, complementarity), objective, dualObjective, tolerances.gap());
    }
}
