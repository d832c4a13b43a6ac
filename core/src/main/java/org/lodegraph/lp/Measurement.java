package org.lodegraph.lp;

/**
 * What a {@link Certificate} is made of: one walk over the rows and one over the columns, each of which has the terms of
 * its price and the bound that this points to.
 */
final class Measurement {

    private final LinearProgram program;
    private final SparseMatrix a;
    private final double[] x;
    private final double[] y;

    /** The largest scaled cost, the unit of what prices are worth; one where nothing costs anything. */
    private double largestCost;

    private double primalResidual;
    private String primalWorst = "none";
    private double dualResidual;
    private String dualWorst = "none";
    private double largestProduct;
    private double gap;

    /** The reduced cost of the column last looked at, in the sense of a minimization, and the sum of its absolute terms. */
    private double reduced;

    private double terms;
    private double objectiveMagnitude;

    Measurement(LinearProgram program, double[] x, double[] y) {
        if (x.length != program.columns() || y.length != program.rows()) {
            throw new IllegalArgumentException(Message.of(
                    "Certificate: %d values and %d prices for %d columns and %d rows.",
                    x.length, y.length, program.columns(), program.rows()));
        }
        this.program = program;
        this.a = program.matrix();
        this.x = x;
        this.y = y;
    }

    Certificate certificate() {
        double largest = 0;
        for (int j = 0; j < a.columns; j++) {
            largest = Math.max(largest, Math.abs(program.cost(j)) * a.scaling().column[j]);
        }
        this.largestCost = largest > 0 ? largest : 1;
        for (int i = 0; i < a.rows; i++) {
            row(i);
        }
        for (int j = 0; j < a.columns; j++) {
            column(j);
        }
        double objective = program.objective(x);
        double whole = Math.max(objectiveMagnitude, Residuals.FLOOR * largestCost);
        return new Certificate(
                objective,
                objective - program.sign() * gap,
                primalResidual,
                primalWorst,
                dualResidual,
                dualWorst,
                Residuals.relative(largestProduct, whole),
                Math.abs(gap),
                Residuals.relative(Math.abs(gap), whole));
    }

    /**
     * Whether the certificate is the same to the last bit for a variant of the program, because whatever moved is a bound
     * that no term is made of: none that a price points to, and none that the values break.
     */
    boolean holdsFor(LinearProgram variant) {
        return variant.matrix() == a
                && variant.hasObjectiveOf(program)
                && program.movedRows(variant).stream().allMatch(i -> rowHoldsFor(variant, i))
                && program.movedColumns(variant).stream().allMatch(j -> columnHoldsFor(variant, j));
    }

    private boolean rowHoldsFor(LinearProgram variant, int i) {
        double price = program.sign() * y[i];
        return Residuals.row(program, i, x) == 0
                && Residuals.row(variant, i, x) == 0
                && (price == 0 || rowBound(program, i, price) == rowBound(variant, i, price));
    }

    private boolean columnHoldsFor(LinearProgram variant, int j) {
        lookAt(j);
        return Residuals.column(program, j, x) == 0
                && Residuals.column(variant, j, x) == 0
                && (isRounding(j) || columnBound(program, j, reduced) == columnBound(variant, j, reduced));
    }

    private void row(int i) {
        double residual = Residuals.row(program, i, x);
        if (residual > primalResidual || Double.isNaN(residual)) {
            primalResidual = residual;
            primalWorst = program.rowName(i);
        }
        if (y[i] == 0) {
            return;
        }
        double price = program.sign() * y[i];
        double bound = rowBound(program, i, price);
        if (Double.isFinite(bound)) {
            product(price * (a.rowTimes(i, x) - bound));
        } else {
            dual(rowPriceSize(i), program.rowName(i));
            gap += price * a.rowTimes(i, x);
        }
    }

    private void column(int j) {
        double residual = Residuals.column(program, j, x);
        if (residual > primalResidual || Double.isNaN(residual)) {
            primalResidual = residual;
            primalWorst = program.columnName(j);
        }
        double cost = program.cost(j);
        objectiveMagnitude += Math.abs(cost * x[j]);
        lookAt(j);
        if (isRounding(j)) {
            gap += reduced * x[j];
            return;
        }
        double bound = columnBound(program, j, reduced);
        if (Double.isFinite(bound)) {
            product(reduced * (x[j] - bound));
        } else {
            dual(Math.abs(reduced) / columnSize(j), program.columnName(j));
            gap += reduced * x[j];
        }
    }

    private void lookAt(int j) {
        double sum = program.cost(j);
        terms = Math.abs(sum);
        for (int k = a.columnStart[j]; k < a.columnStart[j + 1]; k++) {
            double term = a.columnValue[k] * y[a.rowOf[k]];
            sum -= term;
            terms += Math.abs(term);
        }
        reduced = program.sign() * sum;
    }

    private boolean isRounding(int j) {
        return reduced == 0 || Residuals.isRounding(reduced, a.columnEntries(j), terms);
    }

    /** The bound at which a row with that price earns it. */
    private static double rowBound(LinearProgram program, int i, double price) {
        return price > 0 ? program.rowLow(i) : program.rowHigh(i);
    }

    private static double columnBound(LinearProgram program, int j, double reduced) {
        return reduced > 0 ? program.columnLow(j) : program.columnHigh(j);
    }

    private void product(double product) {
        gap += product;
        largestProduct = Math.max(largestProduct, Math.abs(product));
    }

    private void dual(double residual, String name) {
        if (residual > dualResidual || Double.isNaN(residual)) {
            dualResidual = residual;
            dualWorst = name;
        }
    }

    /** A row's price beside the other terms of the columns it enters. */
    private double rowPriceSize(int i) {
        double largest = a.rowStart[i] == a.rowStart[i + 1] ? 1 : 0;
        for (int k = a.rowStart[i]; k < a.rowStart[i + 1]; k++) {
            int j = a.columnOf[k];
            largest = Math.max(largest, Math.abs(a.rowValue[k] * y[i]) / columnSize(j));
        }
        return largest;
    }

    /** What a column's reduced cost is relative to. */
    private double columnSize(int j) {
        double floor = Residuals.FLOOR * largestCost / a.scaling().column[j];
        return Math.max(Math.abs(program.cost(j)) + a.columnMagnitude(j, y), floor);
    }
}
