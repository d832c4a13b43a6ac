package org.lodegraph.lp;

import com.google.common.primitives.Doubles;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;
import org.ojalgo.structure.Access1D;
import org.ojalgo.structure.Mutate1D;

/**
 * ojAlgo's simplex, on a fresh model for every solve because its models answer wrongly when they are solved again after
 * a change. Its values are right where its prices often are not, so where its own prices fail the certificate the dual
 * program is solved as well, and the pair of both is certified.
 */
final class OjAlgoSolver implements Solver {

    /** How often a pair that fails is looked at more closely. */
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "ojAlgo";
    }

    @Override
    public Outcome solve(LinearProgram program, BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            return new Stopped(program, name(), "cancelled");
        }
        Model model = new Model(program);
        if (model.isOptimal()) {
            return optimum(program, model);
        }
        if (cancelled.getAsBoolean()) {
            return new Stopped(program, name(), "cancelled");
        }
        return new Diagnosis(program, this::solvable, name()).outcome();
    }

    /** The optimum of a program that must have one. */
    private Optimal solvable(LinearProgram program) {
        Model model = new Model(program);
        if (!model.isOptimal()) {
            throw new UncertifiedSolutionException(name(), "answer", "it found no optimum where there must be one");
        }
        return optimum(program, model);
    }

    private Optimal optimum(LinearProgram program, Model model) {
        Pair pair = pair(program, model);
        for (int round = 0; round < ROUNDS && !pair.passes(program); round++) {
            LinearProgram zoomed = pair.zoomInto(program);
            Model second = new Model(zoomed);
            pair = second.isOptimal() ? pair.plus(pair(zoomed, second), program) : pair;
        }
        return Optimal.certified(program, pair.values, pair.prices, Tolerances.STANDARD, name(), OptionalLong.empty());
    }

    private static Pair pair(LinearProgram program, Model model) {
        Pair pair = new Pair(model.values(), model.prices());
        if (pair.passes(program)) {
            return pair;
        }
        DualProgram dual = new DualProgram(program);
        Model second = new Model(dual.program());
        return second.isOptimal() ? new Pair(pair.values, dual.prices(second.values())) : pair;
    }

    @Override
    public String toString() {
        return name();
    }

    /**
     * Values and prices that belong together. Where they are a little off, the program is solved again as seen through a
     * magnifying glass from where they are, and the correction added (Gleixner, Steffy, Wolter 2012,
     * doi:10.1145/2442829.2442858).
     */
    private static final class Pair {

        private static final double ZOOM = 0x1p20;

        private final double[] values;
        private final double[] prices;

        Pair(double[] values, double[] prices) {
            this.values = values;
            this.prices = prices;
        }

        boolean passes(LinearProgram program) {
            return Certificate.of(program, values, prices).passes(Tolerances.STANDARD);
        }

        LinearProgram zoomInto(LinearProgram program) {
            double[] reducedCosts = new double[program.columns()];
            for (int j = 0; j < reducedCosts.length; j++) {
                reducedCosts[j] = zoomed(program.cost(j) - program.matrix().columnTimes(j, prices));
            }
            return program.withObjective(program.sense(), reducedCosts).with(bounds -> {
                for (int j = 0; j < program.columns(); j++) {
                    bounds.column(
                            j, zoomed(program.columnLow(j) - values[j]), zoomed(program.columnHigh(j) - values[j]));
                }
                for (int i = 0; i < program.rows(); i++) {
                    double activity = program.activity(i, values);
                    bounds.row(i, zoomed(program.rowLow(i) - activity), zoomed(program.rowHigh(i) - activity));
                }
            });
        }

        /** What is finite stays so. */
        private static double zoomed(double value) {
            return Double.isInfinite(value)
                    ? value
                    : Doubles.constrainToRange(ZOOM * value, -Double.MAX_VALUE, Double.MAX_VALUE);
        }

        Pair plus(Pair correction, LinearProgram program) {
            double[] x = new double[values.length];
            for (int j = 0; j < x.length; j++) {
                double value = values[j] + correction.values[j] / ZOOM;
                x[j] = Doubles.constrainToRange(value, program.columnLow(j), program.columnHigh(j));
            }
            double[] y = new double[prices.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = prices[i] + correction.prices[i] / ZOOM;
            }
            return new Pair(x, y);
        }
    }

    /** One model, built and solved once: {@code A x - s = 0} with the bounds of rows and columns on {@code s} and {@code x}. */
    private static final class Model {

        private final LinearProgram scaled;
        private final Scaling scaling;
        private final Optimisation.Result result;

        Model(LinearProgram program) {
            scaling = program.matrix().scaling();
            scaled = program.scaled();
            int columns = scaled.columns();
            int rows = scaled.rows();
            double[] cost = new double[columns + rows];
            double[] low = new double[columns + rows];
            double[] high = new double[columns + rows];
            for (int j = 0; j < columns; j++) {
                cost[j] = scaled.sign() * scaled.cost(j);
                low[j] = scaled.columnLow(j);
                high[j] = scaled.columnHigh(j);
            }
            for (int i = 0; i < rows; i++) {
                low[columns + i] = scaled.rowLow(i);
                high[columns + i] = scaled.rowHigh(i);
            }
            LinearSolver.Builder builder =
                    LinearSolver.newBuilder(cost).lower(low).upper(high);
            SparseMatrix a = scaled.matrix();
            for (int i = 0; i < rows; i++) {
                Mutate1D row = builder.equality(0);
                for (int k = a.rowStart[i]; k < a.rowStart[i + 1]; k++) {
                    row.set(a.columnOf[k], a.rowValue[k]);
                }
                row.set(columns + i, -1.0);
            }
            result = builder.solve();
        }

        boolean isOptimal() {
            return result.getState().isOptimal();
        }

        /** Within the column bounds, which ojAlgo may leave by a rounding error. */
        double[] values() {
            double[] x = new double[scaled.columns()];
            for (int j = 0; j < x.length; j++) {
                x[j] = Doubles.constrainToRange(result.doubleValue(j), scaled.columnLow(j), scaled.columnHigh(j));
            }
            return scaling.unscaleColumns(x);
        }

        /** Without those that point to an infinite bound, which can only be rounding errors. */
        double[] prices() {
            Access1D<?> multipliers = result.getDualSolution().orElseThrow().get();
            double[] y = new double[scaled.rows()];
            for (int i = 0; i < y.length; i++) {
                double price = -multipliers.doubleValue(i);
                double bound = price > 0 ? scaled.rowLow(i) : scaled.rowHigh(i);
                y[i] = Double.isInfinite(bound) ? 0 : scaled.sign() * price;
            }
            return scaling.unscalePrices(y);
        }
    }
}
