package org.lodegraph.lp;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A linear program as a value: the best {@code cost'x + constant} over all {@code x} with {@code rowLow <= A x <=
 * rowHigh} and {@code columnLow <= x <= columnHigh}.
 *
 * <p>Bounds may be infinite; equal bounds make an equality. Rows and columns are the dense numbers {@code 0, 1, 2 ...} in
 * the order they were declared; their labels appear in messages only. Copies that move bounds or change the objective
 * share the matrix, so a thousand variants of a program cost little more than their bounds.
 *
 * <pre>{@code
 * var lp = LinearProgram.maximize();
 * int x = lp.column("x", 0, 4, 3);
 * int y = lp.column("y", 0, Double.POSITIVE_INFINITY, 5);
 * int hours = lp.row("hours", Double.NEGATIVE_INFINITY, 18);
 * lp.entry(hours, x, 3).entry(hours, y, 2);
 * double best = Solvers.standard().solve(lp.build()).optimal().objective();
 * }</pre>
 */
public final class LinearProgram {

    /** Which way the objective is better. */
    public enum Sense {
        /** Less is better. */
        MINIMIZE,
        /** More is better. */
        MAXIMIZE
    }

    private final Sense sense;
    private final SparseMatrix matrix;
    private final double[] cost;
    private final double constant;
    private final Axis columns;
    private final Axis rows;

    private LinearProgram(Sense sense, SparseMatrix matrix, double[] cost, double constant, Axis columns, Axis rows) {
        this.sense = sense;
        this.matrix = matrix;
        this.cost = cost;
        this.constant = constant;
        this.columns = columns;
        this.rows = rows;
    }

    /** Starts an empty program that looks for the least objective. */
    public static Builder minimize() {
        return new Builder(Sense.MINIMIZE);
    }

    /** Starts an empty program that looks for the greatest objective. */
    public static Builder maximize() {
        return new Builder(Sense.MAXIMIZE);
    }

    /** Which way the objective is better. */
    public Sense sense() {
        return sense;
    }

    /** How many columns there are. */
    public int columns() {
        return matrix.columns;
    }

    /** How many rows there are. */
    public int rows() {
        return matrix.rows;
    }

    /** How many coefficients are not zero. */
    public int entries() {
        return matrix.entries();
    }

    /** What the objective is before any column adds to it. */
    public double constant() {
        return constant;
    }

    /** What one unit of a column adds to the objective. */
    public double cost(int column) {
        return cost[column];
    }

    /** The least value of a column. */
    public double columnLow(int column) {
        return columns.low[column];
    }

    /** The largest value of a column. */
    public double columnHigh(int column) {
        return columns.high[column];
    }

    /** The least value of a row's sum. */
    public double rowLow(int row) {
        return rows.low[row];
    }

    /** The largest value of a row's sum. */
    public double rowHigh(int row) {
        return rows.high[row];
    }

    /** What messages call a column: {@code column 'x'}, or {@code column 3} where its label is empty. */
    public String columnName(int column) {
        return columns.name(column);
    }

    /** What messages call a row: {@code row 'hours'}, or {@code row 3} where its label is empty. */
    public String rowName(int row) {
        return rows.name(row);
    }

    /**
     * The coefficient at a place.
     *
     * @return the coefficient, zero where there is none
     */
    public double entry(int row, int column) {
        int at = Arrays.binarySearch(matrix.columnOf, matrix.rowStart[row], matrix.rowStart[row + 1], column);
        return at < 0 ? 0 : matrix.rowValue[at];
    }

    /** The columns that have a coefficient in a row, in order. */
    public int[] columnsIn(int row) {
        return Arrays.copyOfRange(matrix.columnOf, matrix.rowStart[row], matrix.rowStart[row + 1]);
    }

    /** The value of a row's sum {@code a'x}. */
    public double activity(int row, double[] x) {
        return matrix.rowTimes(row, x);
    }

    /** The sum of the absolute terms of a row: what rounding in its sum is relative to. */
    public double magnitude(int row, double[] x) {
        return matrix.rowMagnitude(row, x);
    }

    /** The objective at {@code x}, constant included, whether or not {@code x} is feasible. */
    public double objective(double[] x) {
        double sum = constant;
        for (int j = 0; j < cost.length; j++) {
            sum += cost[j] * x[j];
        }
        return sum;
    }

    /**
     * This program with other bounds on one column.
     *
     * @throws IllegalArgumentException if the bounds are no interval
     * @throws IndexOutOfBoundsException if there is no such column
     */
    public LinearProgram withColumnBounds(int column, double low, double high) {
        return with(bounds -> bounds.column(column, low, high));
    }

    /**
     * This program with other bounds on one row.
     *
     * @throws IllegalArgumentException if the bounds are no interval
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public LinearProgram withRowBounds(int row, double low, double high) {
        return with(bounds -> bounds.row(row, low, high));
    }

    /** This program with any number of bounds moved; the matrix and the objective are shared. */
    public LinearProgram with(Consumer<Bounds> edit) {
        Bounds bounds = new Bounds(columns.copy(), rows.copy());
        edit.accept(bounds);
        bounds.sealed = true;
        return new LinearProgram(sense, matrix, cost, constant, bounds.columns, bounds.rows);
    }

    /**
     * This program with another objective, without a constant; the matrix and the bounds are shared.
     *
     * @throws IllegalArgumentException if there is not one finite cost for each column
     */
    public LinearProgram withObjective(Sense newSense, double... newCost) {
        if (newCost.length != columns()) {
            throw new IllegalArgumentException(
                    Message.of("Objective: %d costs for %d columns.", newCost.length, columns()));
        }
        for (int j = 0; j < newCost.length; j++) {
            checkFinite(newCost[j], columnName(j), "cost");
        }
        return new LinearProgram(newSense, matrix, newCost.clone(), 0, columns, rows);
    }

    /**
     * This program with one more row, whose number is {@link #rows()} of this one.
     *
     * @param label says in messages what the row is
     * @param columns the numbers of columns; those that occur twice add up
     * @param values one coefficient for each of these columns
     * @throws IllegalArgumentException if the bounds are no interval or a coefficient is not finite
     * @throws IndexOutOfBoundsException if there is no such column
     */
    public LinearProgram withRow(Object label, double low, double high, int[] columns, double[] values) {
        if (columns.length != values.length) {
            throw new IllegalArgumentException(
                    Message.of("Row '%s': %d columns for %d values.", label, columns.length, values.length));
        }
        Builder builder = toBuilder();
        int row = builder.row(label, low, high);
        for (int k = 0; k < columns.length; k++) {
            builder.entry(row, columns[k], values[k]);
        }
        return builder.build();
    }

    /** A builder that already holds all of this program. */
    public Builder toBuilder() {
        Builder builder = new Builder(sense).constant(constant);
        for (int j = 0; j < columns(); j++) {
            builder.column(columns.label(j), columns.low[j], columns.high[j], cost[j]);
        }
        for (int i = 0; i < rows(); i++) {
            builder.row(rows.label(i), rows.low[i], rows.high[i]);
            for (int k = matrix.rowStart[i]; k < matrix.rowStart[i + 1]; k++) {
                builder.entry(i, matrix.columnOf[k], matrix.rowValue[k]);
            }
        }
        return builder;
    }

    /** Whether values lie within the bounds of the columns, to the last bit. */
    boolean columnsAllow(double[] x) {
        for (int j = 0; j < x.length; j++) {
            if (!(x[j] >= columns.low[j] && x[j] <= columns.high[j])) {
                return false;
            }
        }
        return true;
    }

    /** Whether another program of the same matrix wants the same. */
    boolean hasObjectiveOf(LinearProgram other) {
        return sense == other.sense && constant == other.constant && Arrays.equals(cost, other.cost);
    }

    /** The rows whose bounds another program of the same matrix has elsewhere. */
    ImmutableIntArray movedRows(LinearProgram other) {
        return rows.moved(other.rows);
    }

    /** The columns whose bounds another program of the same matrix has elsewhere. */
    ImmutableIntArray movedColumns(LinearProgram other) {
        return columns.moved(other.columns);
    }

    SparseMatrix matrix() {
        return matrix;
    }

    /** {@code +1} where less is better and {@code -1} where more is: times this, every program is a minimization. */
    double sign() {
        return sense == Sense.MINIMIZE ? 1 : -1;
    }

    /** This program in the units of its matrix's {@link Scaling}, without its constant. */
    LinearProgram scaled() {
        Scaling scaling = matrix.scaling();
        return new LinearProgram(
                sense,
                scaling.matrix,
                Scaling.times(cost, scaling.column),
                0,
                columns.withBounds(
                        Scaling.over(columns.low, scaling.column), Scaling.over(columns.high, scaling.column)),
                rows.withBounds(Scaling.times(rows.low, scaling.row), Scaling.times(rows.high, scaling.row)));
    }

    private static void checkFinite(double value, String name, String what) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(Message.of(
                    "%s: its %s is not finite (%s). Maybe leave it out and bound it instead.",
                    Message.sentence(name), what, value));
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LinearProgram that
                && sense == that.sense
                && Double.compare(constant, that.constant) == 0
                && Arrays.equals(cost, that.cost)
                && columns.equals(that.columns)
                && rows.equals(that.rows)
                && matrix.equals(that.matrix);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sense, constant, Arrays.hashCode(cost), columns, rows, matrix);
    }

    @Override
    public String toString() {
        return Message.of(
                "LinearProgram[%s, %d rows, %d columns, %d entries]",
                sense.name().toLowerCase(Locale.ROOT), rows(), columns(), entries());
    }

    /** Moves bounds; handed out by {@link LinearProgram#with} and usable until that call returns. */
    public static final class Bounds {

        private final Axis columns;
        private final Axis rows;
        private boolean sealed;

        private Bounds(Axis columns, Axis rows) {
            this.columns = columns;
            this.rows = rows;
        }

        /**
         * Sets both bounds of a column.
         *
         * @throws IllegalArgumentException if {@code low} is above {@code high}, or either is not a number
         * @throws IndexOutOfBoundsException if there is no such column
         */
        public Bounds column(int column, double low, double high) {
            return set(columns, column, low, high);
        }

        /**
         * Sets both bounds of a row.
         *
         * @throws IllegalArgumentException if {@code low} is above {@code high}, or either is not a number
         * @throws IndexOutOfBoundsException if there is no such row
         */
        public Bounds row(int row, double low, double high) {
            return set(rows, row, low, high);
        }

        private Bounds set(Axis axis, int index, double low, double high) {
            if (sealed) {
                throw new IllegalStateException("Bounds: used after the call of with(...) that handed them out.");
            }
            axis.set(index, low, high);
            return this;
        }
    }

    /** Gathers a program; rows, columns and entries may be declared in any order. Not thread safe. */
    public static final class Builder {

        private final Sense sense;
        private final Axis.Builder columns = new Axis.Builder("column");
        private final Axis.Builder rows = new Axis.Builder("row");
        private final ImmutableDoubleArray.Builder cost = ImmutableDoubleArray.builder();
        private final ImmutableIntArray.Builder entryRow = ImmutableIntArray.builder();
        private final ImmutableIntArray.Builder entryColumn = ImmutableIntArray.builder();
        private final ImmutableDoubleArray.Builder entryValue = ImmutableDoubleArray.builder();
        private double constant;

        private Builder(Sense sense) {
            this.sense = sense;
        }

        /**
         * Declares a column and gives its number.
         *
         * @param label says in messages what the column is; its {@code toString} is asked only then
         * @throws IllegalArgumentException if the bounds are no interval or the cost is not finite
         */
        public int column(Object label, double low, double high, double newCost) {
            int index = columns.add(label, low, high);
            checkFinite(newCost, columns.name(index), "cost");
            cost.add(newCost);
            return index;
        }

        /**
         * Declares a row and gives its number.
         *
         * @param label says in messages what the row is; its {@code toString} is asked only then
         * @throws IllegalArgumentException if the bounds are no interval
         */
        public int row(Object label, double low, double high) {
            return rows.add(label, low, high);
        }

        /**
         * Adds {@code value} to the coefficient at a place.
         *
         * @throws IndexOutOfBoundsException if the row or the column is not declared yet
         * @throws IllegalArgumentException if the value is not finite
         */
        public Builder entry(int row, int column, double value) {
            if (row < 0 || row >= rows.size()) {
                throw new IndexOutOfBoundsException(
                        Message.of("Row %d: not declared (%d rows are). Maybe call row(...) first.", row, rows.size()));
            }
            if (column < 0 || column >= columns.size()) {
                throw new IndexOutOfBoundsException(Message.of(
                        "Column %d: not declared (%d columns are). Maybe call column(...) first.",
                        column, columns.size()));
            }
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(Message.of(
                        "%s: its coefficient of %s is not finite (%s).",
                        Message.sentence(rows.name(row)), columns.name(column), value));
            }
            entryRow.add(row);
            entryColumn.add(column);
            entryValue.add(value);
            return this;
        }

        /**
         * Sets the constant of the objective.
         *
         * @throws IllegalArgumentException if it is not finite
         */
        public Builder constant(double newConstant) {
            checkFinite(newConstant, "objective", "constant");
            constant = newConstant;
            return this;
        }

        /** The program gathered so far; the builder may go on. */
        public LinearProgram build() {
            double[] values = entryValue.build().toArray();
            SparseMatrix matrix = SparseMatrix.of(
                    rows.size(),
                    columns.size(),
                    entryRow.build().toArray(),
                    entryColumn.build().toArray(),
                    values,
                    values.length);
            return new LinearProgram(sense, matrix, cost.build().toArray(), constant, columns.build(), rows.build());
        }
    }
}
