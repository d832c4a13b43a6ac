package org.lodegraph.lp;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A certified proof that no values satisfy the program: weights (the lemma of Farkas 1902) under which the rows, added up, ask for
 * more than the columns can give within their bounds.
 */
public final class Infeasible implements Outcome {

    private final LinearProgram program;
    private final double[] weights;
    private final double margin;
    private final String engine;

    private Infeasible(LinearProgram program, double[] weights, double margin, String engine) {
        this.program = program;
        this.weights = weights;
        this.margin = margin;
        this.engine = engine;
    }

    /**
     * The only way to a proof: adds the weighted rows up and compares.
     *
     * @param weights one for each row; positive weights use lower bounds, negative ones upper bounds, and those
     *     that point to an infinite bound are left out
     * @throws UncertifiedSolutionException if the weighted rows can be satisfied
     */
    public static Infeasible certified(LinearProgram program, double[] weights, Tolerances tolerances, String engine) {
        double[] w = askingOnly(program, weights);
        double margin = margin(program, w, tolerances);
        if (!(margin > tolerances.primal())) {
            throw new UncertifiedSolutionException(
                    engine,
                    "proof of infeasibility",
                    Message.of("relative margin %.1e, needed more than %.1e", margin, tolerances.primal()));
        }
        return new Infeasible(program, w, margin, engine);
    }

    /** Without the weights that point to an infinite bound: rounding errors, which would ask for infinitely little. */
    private static double[] askingOnly(LinearProgram program, double[] weights) {
        double[] w = weights.clone();
        for (int i = 0; i < w.length; i++) {
            if (Double.isInfinite(w[i] > 0 ? program.rowLow(i) : program.rowHigh(i))) {
                w[i] = 0;
            }
        }
        return w;
    }

    /** The least that the weighted rows ask for, minus the most that the columns give, relative to all terms. */
    private static double margin(LinearProgram program, double[] w, Tolerances tolerances) {
        SparseMatrix a = program.matrix();
        double margin = 0;
        double terms = 0;
        double largest = 0;
        for (int i = 0; i < a.rows; i++) {
            largest = Math.max(largest, Math.abs(w[i]) / a.scaling().row[i]);
            if (w[i] != 0) {
                double asked = w[i] * (w[i] > 0 ? program.rowLow(i) : program.rowHigh(i));
                margin += asked;
                terms += Math.abs(asked);
            }
        }
        for (int j = 0; j < a.columns; j++) {
            double slope = a.columnTimes(j, w);
            double magnitude = a.columnMagnitude(j, w);
            if (slope == 0 || Residuals.isRounding(slope, a.columnEntries(j), magnitude)) {
                continue;
            }
            double bound = slope > 0 ? program.columnHigh(j) : program.columnLow(j);
            if (Double.isFinite(bound)) {
                margin -= slope * bound;
                terms += Math.abs(slope * bound);
            } else if (Math.abs(slope)
                    > tolerances.dual() * Math.max(magnitude, Residuals.FLOOR * largest / a.scaling().column[j])) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        return terms < Double.POSITIVE_INFINITY ? Residuals.relative(margin, terms) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public LinearProgram program() {
        return program;
    }

    @Override
    public String engine() {
        return engine;
    }

    /** The weight of a row in the proof. */
    public double weight(int row) {
        return weights[row];
    }

    /**
     * By how much the asked exceeds the possible.
     *
     * @return the margin, relative to all terms of the proof
     */
    public double margin() {
        return margin;
    }

    /** The rows that together cannot be satisfied within the bounds of the columns. */
    public List<String> conflict() {
        return IntStream.range(0, weights.length)
                .filter(i -> weights[i] != 0)
                .mapToObj(program::rowName)
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public String toString() {
        return Message.of(
                "Program: infeasible, no values satisfy %s together (proved by engine '%s'). Maybe widen one of them.",
                Message.some(conflict()), engine);
    }
}
