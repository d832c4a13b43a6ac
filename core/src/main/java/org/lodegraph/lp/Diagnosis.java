package org.lodegraph.lp;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;

import java.util.function.Function;

/**
 * Why a program has no optimum, proved with nothing but an engine that can solve programs that do have one. The elastic
 * twin of a program lets every row be missed at a price: if the cheapest miss costs something, its prices are a proof of
 * infeasibility, otherwise its values are feasible, and the steepest bounded direction proves unboundedness.
 */
final class Diagnosis {

    private final LinearProgram program;
    private final Function<LinearProgram, Optimal> engine;
    private final String name;

    Diagnosis(LinearProgram program, Function<LinearProgram, Optimal> engine, String name) {
        this.program = program;
        this.engine = engine;
        this.name = name;
    }

    /** The proof that there is no optimum; an exception if this engine finds none. */
    Outcome outcome() {
        Scaling scaling = program.matrix().scaling();
        LinearProgram scaled = program.scaled();
        Optimal missed = engine.apply(elastic(scaled));
        if (missed.objective() > Tolerances.STANDARD.primal() * largestBound(scaled)) {
            return Infeasible.certified(program, scaling.unscalePrices(missed.prices()), Tolerances.STANDARD, name);
        }
        double[] values = new double[program.columns()];
        double[] direction = new double[program.columns()];
        Optimal steepest = engine.apply(directions(scaled));
        for (int j = 0; j < values.length; j++) {
            values[j] = missed.value(j);
            direction[j] = steepest.value(j);
        }
        return Unbounded.certified(
                program, scaling.unscaleColumns(values), scaling.unscaleColumns(direction), Tolerances.STANDARD, name);
    }

    /** The least sum of row violations within the column bounds: feasible, and never below zero. */
    static LinearProgram elastic(LinearProgram program) {
        LinearProgram.Builder builder =
                program.withObjective(LinearProgram.Sense.MINIMIZE, new double[program.columns()]).toBuilder();
        for (int i = 0; i < program.rows(); i++) {
            if (program.rowLow(i) != NEGATIVE_INFINITY) {
                builder.entry(i, builder.column("shortfall of " + program.rowName(i), 0, POSITIVE_INFINITY, 1), 1);
            }
            if (program.rowHigh(i) != POSITIVE_INFINITY) {
                builder.entry(i, builder.column("excess of " + program.rowName(i), 0, POSITIVE_INFINITY, 1), -1);
            }
        }
        return builder.build();
    }

    /** The steepest improvement among the directions that no bound ever stops, each step at most one. */
    static LinearProgram directions(LinearProgram program) {
        return program.with(bounds -> {
            for (int j = 0; j < program.columns(); j++) {
                bounds.column(
                        j,
                        program.columnLow(j) == NEGATIVE_INFINITY ? -1 : 0,
                        program.columnHigh(j) == POSITIVE_INFINITY ? 1 : 0);
            }
            for (int i = 0; i < program.rows(); i++) {
                bounds.row(
                        i,
                        program.rowLow(i) == NEGATIVE_INFINITY ? NEGATIVE_INFINITY : 0,
                        program.rowHigh(i) == POSITIVE_INFINITY ? POSITIVE_INFINITY : 0);
            }
        });
    }

    private static double largestBound(LinearProgram program) {
        double largest = 1;
        for (int i = 0; i < program.rows(); i++) {
            for (double bound : new double[] {program.rowLow(i), program.rowHigh(i)}) {
                largest = Double.isFinite(bound) ? Math.max(largest, Math.abs(bound)) : largest;
            }
        }
        return largest;
    }
}
