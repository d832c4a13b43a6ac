package org.lodegraph.lp;

/** The engines that come with the library. */
public final class Solvers {

    private static final Solver OJ_ALGO = new OjAlgoSolver();

    private Solvers() {}

    /** The engine to use where no other is asked for. */
    public static Solver standard() {
        return OJ_ALGO;
    }

    /** ojAlgo, on a fresh model for every solve. */
    public static Solver ojAlgo() {
        return OJ_ALGO;
    }
}
