package org.lodegraph.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.lodegraph.lp.LinearProgram;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;
import org.ojalgo.structure.Mutate1D;

/** ojAlgo without anything of ours around it: no scaling, no certificate. A model serves for one solve. */
final class OjAlgo {

    private record Entry(int row, int column, double value) {}

    private final LinearProgram base;
    private final List<Entry> entries = new ArrayList<>();

    /** Gathers the matrix that the variants share. */
    OjAlgo(LinearProgram base) {
        this.base = base;
        for (int i = 0; i < base.rows(); i++) {
            for (int j = 0; j < base.columns(); j++) {
                if (base.entry(i, j) != 0) {
                    entries.add(new Entry(i, j, base.entry(i, j)));
                }
            }
        }
    }

    /** The best objective of a maximization that differs from the base by bounds. */
    double objective(LinearProgram variant) {
        int columns = base.columns();
        int rows = base.rows();
        double[] cost = new double[columns + rows];
        double[] low = new double[columns + rows];
        double[] high = new double[columns + rows];
        for (int j = 0; j < columns; j++) {
            cost[j] = -variant.cost(j);
            low[j] = variant.columnLow(j);
            high[j] = variant.columnHigh(j);
        }
        for (int i = 0; i < rows; i++) {
            low[columns + i] = variant.rowLow(i);
            high[columns + i] = variant.rowHigh(i);
        }
        LinearSolver.Builder builder = LinearSolver.newBuilder(cost).lower(low).upper(high);
        Mutate1D[] equality = new Mutate1D[rows];
        for (int i = 0; i < rows; i++) {
            equality[i] = builder.equality(0);
            equality[i].set(columns + i, -1.0);
        }
        for (Entry entry : entries) {
            equality[entry.row].set(entry.column, entry.value);
        }
        Optimisation.Result result = builder.solve();
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException("ojAlgo: " + result.getState());
        }
        return -result.getValue();
    }
}
