package org.lodegraph.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.lodegraph.lp.LinearProgram;
import org.lodegraph.lp.Optimal;
import org.lodegraph.lp.Solver;
import org.lodegraph.lp.Solvers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One of a thousand variants of a program, each without one column; the mean of all that were reached. */
@Goal(
        number = 4,
        says = "one of 1,000 contingencies, warm and certified, beside ojAlgo from scratch",
        timesAsFast = 500)
@State(Scope.Benchmark)
public class WarmContingencies {

    private static final int COUNT = 1000;

    /** How the program is made. */
    @Param
    Programs shape;

    private LinearProgram base;
    private final List<LinearProgram> variants = new ArrayList<>();
    private Solver.Session session;
    private OjAlgo ojAlgo;
    private int next;

    /** Draws the program and compares the answers of every tenth variant. */
    @Setup
    public void setUp() {
        base = shape.draw(1);
        session = Solvers.simplex().open(base);
        ojAlgo = new OjAlgo(base);
        for (int k = 0; k < COUNT; k++) {
            variants.add(base.withColumnBounds(k * base.columns() / COUNT, 0, 0));
        }
        for (int k = 0; k < COUNT; k += 10) {
            LinearProgram variant = variants.get(k);
            Answers.agree("contingency " + k, session.solve(variant).optimal().objective(), ojAlgo.objective(variant));
        }
    }

    /** The next contingency, in an order that mixes all kinds. */
    private LinearProgram next() {
        next = (next + 389) % COUNT;
        return variants.get(next);
    }

    /** Our session, certificate included. */
    @Benchmark
    public Optimal ours() {
        return session.solve(next()).optimal();
    }

    /** ojAlgo. */
    @Benchmark
    public double theirs() {
        return ojAlgo.objective(next());
    }
}
