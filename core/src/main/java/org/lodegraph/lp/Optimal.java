package org.lodegraph.lp;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A certified optimum. Values and prices are in the program's own units and sense; prices add up to the objective:
 * {@code objective = constant + sum of price x binding row bound + sum of reduced cost x binding column bound}.
 */
public final class Optimal implements Outcome {

    private final LinearProgram program;
    private final double[] values;
    private final double[] prices;
    private final Certificate certificate;
    private final String engine;
    private final OptionalLong iterations;

    private Optimal(
            LinearProgram program,
            double[] values,
            double[] prices,
            Certificate certificate,
            String engine,
            OptionalLong iterations) {
        this.program = program;
        this.values = values;
        this.prices = prices;
        this.certificate = certificate;
        this.engine = engine;
        this.iterations = iterations;
    }

    /**
     * The only way to an optimum: measures the pair on the program as declared.
     *
     * @param values one for each column
     * @param prices one for each row
     * @param iterations how many pivots it made, where it knows
     * @throws UncertifiedSolutionException if the certificate exceeds a tolerance
     */
    public static Optimal certified(
            LinearProgram program,
            double[] values,
            double[] prices,
            Tolerances tolerances,
            String engine,
            OptionalLong iterations) {
        double[] x = values.clone();
        double[] y = prices.clone();
        Certificate certificate = Certificate.of(program, x, y);
        if (!certificate.passes(tolerances)) {
            throw new UncertifiedSolutionException(engine, "optimum", certificate.failure(tolerances));
        }
        return new Optimal(program, x, y, certificate, engine, iterations);
    }

    /** The same values and prices as an answer to another program of the same matrix, if they are one. */
    Optional<Optimal> on(LinearProgram variant, Tolerances tolerances) {
        if (new Measurement(program, values, prices).holdsFor(variant)) {
            return Optional.of(withCertificate(variant, certificate));
        }
        if (variant.matrix() != program.matrix() || !variant.columnsAllow(values)) {
            return Optional.empty();
        }
        Certificate moved = Certificate.of(variant, values, prices);
        return moved.passes(tolerances) ? Optional.of(withCertificate(variant, moved)) : Optional.empty();
    }

    private Optimal withCertificate(LinearProgram variant, Certificate moved) {
        return new Optimal(variant, values, prices, moved, engine, OptionalLong.of(0));
    }

    @Override
    public Optimal optimal() {
        return this;
    }

    @Override
    public LinearProgram program() {
        return program;
    }

    @Override
    public String engine() {
        return engine;
    }

    /** The best objective, constant included. */
    public double objective() {
        return certificate.objective();
    }

    /** The value of a column. */
    public double value(int column) {
        return values[column];
    }

    /**
     * What the objective gains for each unit that the row's binding bound rises.
     *
     * @return its price, zero where the row does not bind
     */
    public double price(int row) {
        return prices[row];
    }

    /**
     * What the objective gains for each unit that the column's binding bound rises.
     *
     * @return its reduced cost, about zero where no bound of it binds
     */
    public double reducedCost(int column) {
        return program.cost(column) - program.matrix().columnTimes(column, prices);
    }

    /** The value of a row's sum. */
    public double activity(int row) {
        return program.activity(row, values);
    }

    /** All column values. */
    public double[] values() {
        return values.clone();
    }

    /** All row prices. */
    public double[] prices() {
        return prices.clone();
    }

    /** What was checked. */
    public Certificate certificate() {
        return certificate;
    }

    /**
     * How many pivots the engine made.
     *
     * @return their number, where the engine says so
     */
    public OptionalLong iterations() {
        return iterations;
    }

    @Override
    public String toString() {
        return Message.of(
                "Engine '%s': optimum %s, relative gap %.1e.", engine, objective(), certificate.relativeGap());
    }
}
