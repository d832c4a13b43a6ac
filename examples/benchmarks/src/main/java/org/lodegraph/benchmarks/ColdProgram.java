package org.lodegraph.benchmarks;

import org.lodegraph.lp.LinearProgram;
import org.lodegraph.lp.Optimal;
import org.lodegraph.lp.Solvers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One program from scratch. */
@Goal(number = 4, says = "a program of 2,000 variables, cold and certified, beside ojAlgo", timesAsFast = 10)
@State(Scope.Benchmark)
public class ColdProgram {

    /** How the program is made. */
    @Param
    Programs shape;

    private LinearProgram program;
    private OjAlgo ojAlgo;

    /** Draws the program and compares the answers. */
    @Setup
    public void setUp() {
        program = shape.draw(1);
        ojAlgo = new OjAlgo(program);
        Answers.agree(shape.name(), ours().objective(), theirs());
    }

    /** Our simplex, certificate included. */
    @Benchmark
    public Optimal ours() {
        return Solvers.simplex().solve(program).optimal();
    }

    /** ojAlgo. */
    @Benchmark
    public double theirs() {
        return ojAlgo.objective(program);
    }
}
