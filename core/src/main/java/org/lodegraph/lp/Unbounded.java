package org.lodegraph.lp;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A certified proof that the objective has no limit: feasible values, and a direction in which they can go on for ever
 * while the objective improves.
 */
public final class Unbounded implements Outcome {

    private final LinearProgram program;
    private final double[] values;
    private final double[] direction;
    private final String engine;

    private Unbounded(LinearProgram program, double[] values, double[] direction, String engine) {
        this.program = program;
        this.values = values;
        this.direction = direction;
        this.engine = engine;
    }

    /**
     * The only way to a proof: checks that the values are feasible, that the direction leaves every bound behind or
     * untouched, and that it improves the objective.
     *
     * @param values one for each column
     * @param direction one for each column
     * @throws UncertifiedSolutionException if any of the three does not hold
     */
    public static Unbounded certified(
            LinearProgram program, double[] values, double[] direction, Tolerances tolerances, String engine) {
        double[] x = values.clone();
        double[] d = direction.clone();
        double improvement = 0;
        double terms = 0;
        for (int j = 0; j < program.columns(); j++) {
            improvement -= program.sign() * program.cost(j) * d[j];
            terms += Math.abs(program.cost(j) * d[j]);
        }
        double residual = Math.max(startResidual(program, x), directionResidual(program, d));
        if (!(residual <= tolerances.primal()) || !(Residuals.relative(improvement, terms) > tolerances.dual())) {
            throw new UncertifiedSolutionException(
                    engine,
                    "proof of unboundedness",
                    Message.of(
                            "residual %.1e, allowed %.1e; improvement %.1e of %.1e",
                            residual, tolerances.primal(), improvement, terms));
        }
        return new Unbounded(program, x, d, engine);
    }

    private static double startResidual(LinearProgram program, double[] x) {
        double worst = 0;
        for (int i = 0; i < program.rows(); i++) {
            worst = Math.max(worst, Residuals.row(program, i, x));
        }
        for (int j = 0; j < program.columns(); j++) {
            worst = Math.max(worst, Residuals.column(program, j, x));
        }
        return worst;
    }

    private static double directionResidual(LinearProgram program, double[] d) {
        SparseMatrix a = program.matrix();
        Scaling scaling = a.scaling();
        double largest = 0;
        for (int j = 0; j < a.columns; j++) {
            largest = Math.max(largest, Math.abs(d[j]) / scaling.column[j]);
        }
        double floor = Residuals.FLOOR * largest;
        double worst = 0;
        for (int i = 0; i < a.rows; i++) {
            double magnitude = Math.max(a.rowMagnitude(i, d), floor / scaling.row[i]);
            worst = Math.max(worst, blocked(a.rowTimes(i, d), program.rowLow(i), program.rowHigh(i), magnitude));
        }
        for (int j = 0; j < a.columns; j++) {
            double magnitude = floor * scaling.column[j];
            worst = Math.max(worst, blocked(d[j], program.columnLow(j), program.columnHigh(j), magnitude));
        }
        return worst;
    }

    private static double blocked(double slope, double low, double high, double magnitude) {
        boolean free = slope == 0 || (slope > 0 ? high == Double.POSITIVE_INFINITY : low == Double.NEGATIVE_INFINITY);
        return free ? 0 : Math.abs(slope) / magnitude;
    }

    @Override
    public LinearProgram program() {
        return program;
    }

    @Override
    public String engine() {
        return engine;
    }

    /** A feasible value of a column. */
    public double value(int column) {
        return values[column];
    }

    /** How fast a column moves in the improving direction. */
    public double direction(int column) {
        return direction[column];
    }

    /** The columns that grow or shrink without limit. */
    public List<String> runaway() {
        return IntStream.range(0, direction.length)
                .filter(i -> direction[i] != 0)
                .mapToObj(program::columnName)
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public String toString() {
        return Message.of(
                "Program: unbounded, the objective improves for ever along %s (proved by engine '%s')."
                        + " Maybe bound one of them.",
                Message.some(runaway()), engine);
    }
}
