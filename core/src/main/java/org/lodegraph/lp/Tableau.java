package org.lodegraph.lp;

import com.google.common.primitives.Doubles;
import java.util.Arrays;

/**
 * The state that the primal and the dual simplex share: the scaled program {@code min cost'x, A x - s = 0}, whose
 * variables are the columns {@code x} and then the rows {@code s}, all with bounds; a basis and its inverse; the values
 * and the reduced costs that follow from them.
 */
final class Tableau {

    /** Smaller entries of a row or column are nothing but rounding. */
    private static final double NOISE = 1e-14;

    private static final byte UP = 1;
    private static final byte DOWN = 2;
    private static final int REFACTOR_AFTER = 64;

    /** Up to this age an inverse is as good as new, since what is computed by it is corrected once. */
    private static final int YOUNG = 16;

    final SparseMatrix a;
    final int columns;
    final int rows;
    final int variables;
    final double[] low;
    final double[] high;

    /** The costs in force, which may be shifted or perturbed. */
    final double[] cost;

    /** The variable at each position of the basis. */
    final int[] basic;

    /** The squared length of each position's row of the inverse, about. */
    final double[] weight;

    /** The position of a variable in the basis, or -1. */
    final int[] position;

    final double[] x;

    /** The reduced costs, zero in the basis; those of fixed variables only after they were computed anew. */
    final double[] d;

    /** The last row of the inverse and of the tableau, and the last column of the tableau, by request. */
    final double[] inverseRow;

    final double[] row;
    final double[] column;

    /** The variables in {@link #row} that may move, the first {@link #rowEntries} of them. */
    final int[] rowEntry;

    int rowEntries;

    /** The positions where {@link #column} is not zero, the first {@link #columnEntries} of them. */
    final int[] columnEntry;

    int columnEntries;

    long pivots;

    /** How often all values or all reduced costs were computed anew. */
    long computations;

    private final Core core;

    /** Which ways a variable may move: nowhere if it is basic or fixed. */
    private final byte[] open;

    private final boolean[] inRow;
    private final double[] byRow;
    private final double[] byPosition;
    private BasisInverse inverse;

    /** Whether nothing moved since everything was computed from the basis. */
    private boolean fresh;

    Tableau(Core core, Basis start) {
        this.core = core;
        a = core.a;
        columns = a.columns;
        rows = a.rows;
        variables = columns + rows;
        low = core.low;
        high = core.high;
        cost = core.cost.clone();
        basic = start.basic();
        weight = start.weights();
        position = new int[variables];
        x = new double[variables];
        d = new double[variables];
        inverseRow = new double[rows];
        row = new double[variables];
        rowEntry = new int[variables];
        inRow = new boolean[variables];
        column = new double[rows];
        columnEntry = new int[rows];
        open = new byte[variables];
        byRow = new double[rows];
        byPosition = new double[rows];
        Arrays.fill(position, -1);
        for (int p = 0; p < rows; p++) {
            position[basic[p]] = p;
        }
        for (int j = 0; j < variables; j++) {
            if (!isBasic(j)) {
                place(j, start.atHigh(j) ? finite(high[j], low[j]) : finite(low[j], high[j]));
            }
        }
        inverse = new BasisInverse(start.factorization(a));
        repair();
        computeAll();
    }

    boolean isBasic(int j) {
        return position[j] >= 0;
    }

    /** Puts a nonbasic variable somewhere. */
    void place(int j, double value) {
        x[j] = value;
        open[j] = (byte) (low[j] == high[j] ? 0 : (value < high[j] ? UP : 0) + (value > low[j] ? DOWN : 0));
    }

    /** Whether a nonbasic variable may rise or, where that is asked, fall. */
    boolean mayMove(int j, boolean rise) {
        return (open[j] & (rise ? UP : DOWN)) != 0;
    }

    private void enter(int p, int j) {
        basic[p] = j;
        position[j] = p;
        open[j] = 0;
    }

    /** Makes the costs true again. */
    void restoreCosts() {
        if (!Arrays.equals(cost, core.cost)) {
            System.arraycopy(core.cost, 0, cost, 0, variables);
            computeReducedCosts();
        }
    }

    /** Computes everything anew from the basis if the inverse has grown long. */
    void freshen() {
        if (inverse.age() >= REFACTOR_AFTER) {
            refactor();
        }
    }

    /** Computes everything anew from the basis; whether anything can have changed by it. */
    boolean refactor() {
        if (inverse.age() == 0) {
            return refresh();
        }
        inverse = new BasisInverse(new Factorization(a, basic));
        repair();
        computeAll();
        return true;
    }

    /** Computes everything anew from an inverse that is still young; whether anything can have changed by it. */
    boolean refresh() {
        if (fresh) {
            return false;
        }
        if (inverse.age() > YOUNG) {
            return refactor();
        }
        computeAll();
        return true;
    }

    private void computeAll() {
        computeValues();
        computeReducedCosts();
        fresh = true;
    }

    /** Takes over what the factorization replaced; the variables thrown out go to their nearest bound. */
    private void repair() {
        for (Factorization.Replacement replacement : inverse.factorization().replacements()) {
            int p = replacement.position();
            int out = basic[p];
            position[out] = -1;
            place(out, nearestBound(out));
            enter(p, columns + replacement.row());
            weight[p] = 1;
        }
    }

    private double nearestBound(int j) {
        return x[j] - low[j] <= high[j] - x[j] ? finite(low[j], high[j]) : finite(high[j], low[j]);
    }

    private static double finite(double preferred, double other) {
        return Double.isFinite(preferred) ? preferred : Double.isFinite(other) ? other : 0;
    }

    /** The basic values that go with the others, corrected once for what rounding left over. */
    void computeValues() {
        computations++;
        for (int p = 0; p < rows; p++) {
            x[basic[p]] = 0;
        }
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < rows; i++) {
                byRow[i] = x[columns + i] - a.rowTimes(i, x);
            }
            inverse.solve(byRow, byPosition);
            for (int p = 0; p < rows; p++) {
                x[basic[p]] += byPosition[p];
            }
        }
    }

    /** The reduced costs that go with the costs in force; those of the rows are the prices. */
    void computeReducedCosts() {
        computations++;
        double[] y = inverseRow;
        double[] correction = column;
        Arrays.fill(y, 0);
        for (int pass = 0; pass < 2; pass++) {
            for (int p = 0; p < rows; p++) {
                int j = basic[p];
                byPosition[p] = j < columns ? cost[j] - a.columnTimes(j, y) : cost[j] + y[j - columns];
            }
            inverse.solveTransposed(byPosition, correction);
            for (int i = 0; i < rows; i++) {
                y[i] += correction[i];
            }
        }
        for (int j = 0; j < columns; j++) {
            d[j] = isBasic(j) ? 0 : cost[j] - a.columnTimes(j, y);
        }
        for (int i = 0; i < rows; i++) {
            d[columns + i] = isBasic(columns + i) ? 0 : cost[columns + i] + y[i];
        }
    }

    /** How far a variable lies below its lower (negative) or above its upper bound (positive). */
    double excess(int j) {
        return x[j] < low[j] ? x[j] - low[j] : x[j] > high[j] ? x[j] - high[j] : 0;
    }

    /** What counts as no excess: relative to the bound that is missed. */
    static double slack(double bound, double tolerance) {
        return tolerance * Math.max(1, Math.abs(bound));
    }

    boolean isFeasible(double tolerance) {
        for (int p = 0; p < rows; p++) {
            int j = basic[p];
            if (x[j] < low[j] - slack(low[j], tolerance) || x[j] > high[j] + slack(high[j], tolerance)) {
                return false;
            }
        }
        return true;
    }

    /** How much a step from its bound would improve the objective for each unit; nothing for basic and fixed variables. */
    double attraction(int j) {
        return d[j] == 0 || !mayMove(j, d[j] < 0) ? 0 : Math.abs(d[j]);
    }

    /** Fills {@link #column} with the tableau column of a variable. */
    void loadColumn(int j) {
        addColumn(j, 1);
        inverse.solve(byRow, column);
        columnEntries = 0;
        for (int p = 0; p < rows; p++) {
            if (Math.abs(column[p]) > NOISE) {
                columnEntry[columnEntries++] = p;
            } else {
                column[p] = 0;
            }
        }
    }

    /**
     * Fills {@link #inverseRow} and {@link #row} with the rows of the inverse and of the tableau at a position; the latter
     * for variables that may move only.
     */
    void loadRow(int p) {
        Arrays.fill(byPosition, 0);
        byPosition[p] = 1;
        inverse.solveTransposed(byPosition, inverseRow);
        for (int e = 0; e < rowEntries; e++) {
            row[rowEntry[e]] = 0;
            inRow[rowEntry[e]] = false;
        }
        rowEntries = 0;
        for (int i = 0; i < rows; i++) {
            double r = inverseRow[i];
            if (Math.abs(r) > NOISE) {
                addToRow(columns + i, -r);
                for (int k = a.rowStart[i]; k < a.rowStart[i + 1]; k++) {
                    addToRow(a.columnOf[k], r * a.rowValue[k]);
                }
            }
        }
    }

    private void addToRow(int j, double value) {
        if (open[j] == 0) {
            return;
        }
        if (!inRow[j]) {
            inRow[j] = true;
            rowEntry[rowEntries++] = j;
        }
        row[j] += value;
    }

    /** The inverse times {@link #inverseRow}, good until the next call of anything here. */
    double[] inverseTimesRow() {
        System.arraycopy(inverseRow, 0, byRow, 0, rows);
        inverse.solve(byRow, byPosition);
        return byPosition;
    }

    /** Moves a nonbasic variable, and the basic ones with it along {@link #column}. */
    void move(int entering, double step) {
        fresh = false;
        x[entering] += step;
        for (int e = 0; e < columnEntries; e++) {
            int p = columnEntry[e];
            x[basic[p]] -= step * column[p];
        }
    }

    /** Moves nonbasic variables from one bound to the other, and the basic ones with them. */
    void flip(int[] flipped, int count) {
        for (int f = 0; f < count; f++) {
            int j = flipped[f];
            double from = x[j];
            place(j, from == low[j] ? high[j] : low[j]);
            addColumn(j, x[j] - from);
        }
        inverse.solve(byRow, byPosition);
        for (int p = 0; p < rows; p++) {
            x[basic[p]] -= byPosition[p];
        }
    }

    /** Adds a multiple of a variable's column to {@link #byRow}. */
    private void addColumn(int j, double factor) {
        if (j < columns) {
            for (int k = a.columnStart[j]; k < a.columnStart[j + 1]; k++) {
                byRow[a.rowOf[k]] += factor * a.columnValue[k];
            }
        } else {
            byRow[j - columns] -= factor;
        }
    }

    /** Lets a variable into the basis at a position, along {@link #column} and {@link #row}; the one there leaves at a bound. */
    void exchange(int p, int entering, double bound) {
        int leaving = basic[p];
        double step = d[entering] / column[p];
        if (step != 0) {
            for (int e = 0; e < rowEntries; e++) {
                int j = rowEntry[e];
                d[j] -= step * row[j];
            }
        }
        d[leaving] = -step;
        d[entering] = 0;
        inverse.exchange(p, column, columnEntry, columnEntries);
        position[leaving] = -1;
        place(leaving, bound);
        enter(p, entering);
        pivots++;
    }

    /** The values of the columns, within their bounds, in the program's own units. */
    double[] values() {
        double[] values = new double[columns];
        for (int j = 0; j < columns; j++) {
            values[j] = Doubles.constrainToRange(x[j], low[j], high[j]);
        }
        return core.values(values);
    }

    /** The prices of the rows in the program's own units and sense; only for the true costs. */
    double[] prices() {
        return core.prices(x, d);
    }

    /** Where this run ended. */
    Basis basis() {
        boolean[] atHigh = new boolean[variables];
        for (int j = 0; j < variables; j++) {
            atHigh[j] = !isBasic(j) && x[j] == high[j] && low[j] != high[j];
        }
        Factorization fresh = inverse.age() == 0 ? inverse.factorization() : new Factorization(a, basic);
        return new Basis(a, basic.clone(), atHigh, weight.clone(), fresh);
    }
}
