package org.lodegraph.benchmarks;

import org.lodegraph.lp.Certificate;
import org.lodegraph.lp.LinearProgram;
import org.lodegraph.lp.Optimal;
import org.lodegraph.lp.Solvers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The certificate is part of every solve; this is how small a part. */
@Goal(number = 7, says = "the certificate beside the solve that it is part of", timesAsFast = 20)
@State(Scope.Benchmark)
public class CertificateCost {

    /** How the program is made. */
    @Param
    Programs shape;

    private LinearProgram program;
    private double[] values;
    private double[] prices;

    /** Solves the program. */
    @Setup
    public void setUp() {
        program = shape.draw(1);
        values = theirs().values();
        prices = theirs().prices();
        Answers.agree(shape.name(), ours().objective(), theirs().objective());
    }

    /** The certificate alone. */
    @Benchmark
    public Certificate ours() {
        return Certificate.of(program, values, prices);
    }

    /** The whole solve, cold. */
    @Benchmark
    public Optimal theirs() {
        return Solvers.simplex().solve(program).optimal();
    }
}
