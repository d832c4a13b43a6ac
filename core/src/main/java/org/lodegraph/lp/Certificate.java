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

    /** One walk over the rows and one over the columns. */
    private static final class Measurement {

        private final LinearProgram program;
        private final SparseMatrix a;
        private final double[] x;
        private final double[] y;

        /** The largest scaled cost, the unit of what prices are worth; one where nothing costs anything. */
        private final double largestCost;

        private double primalResidual;
        private String primalWorst = "none";
        private double dualResidual;
        private String dualWorst = "none";
        private double largestProduct;
        private double gap;
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
            double largest = 0;
            for (int j = 0; j < a.columns; j++) {
                largest = Math.max(largest, Math.abs(program.cost(j)) * a.scaling().column[j]);
            }
            this.largestCost = largest > 0 ? largest : 1;
        }

        Certificate certificate() {
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
            double bound = price > 0 ? program.rowLow(i) : program.rowHigh(i);
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
            double reduced = cost;
            double terms = Math.abs(cost);
            for (int k = a.columnStart[j]; k < a.columnStart[j + 1]; k++) {
                double term = a.columnValue[k] * y[a.rowOf[k]];
                reduced -= term;
                terms += Math.abs(term);
            }
            reduced *= program.sign();
            if (reduced == 0 || Residuals.isRounding(reduced, a.columnEntries(j), terms)) {
                gap += reduced * x[j];
                return;
            }
            double bound = reduced > 0 ? program.columnLow(j) : program.columnHigh(j);
            if (Double.isFinite(bound)) {
                product(reduced * (x[j] - bound));
            } else {
                dual(Math.abs(reduced) / columnSize(j), program.columnName(j));
                gap += reduced * x[j];
            }
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
}
