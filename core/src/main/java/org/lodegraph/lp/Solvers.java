package org.lodegraph.lp;

/** The engines that come with the library. */
public final class Solvers {

    private static final Solver OJ_ALGO = new OjAlgoSolver();
    private static final Solver SIMPLEX = new SimplexSolver();
    private static final Solver STANDARD = new FallbackSolver(SIMPLEX, OJ_ALGO);

    private Solvers() {}

    /** The engine to use where no other is asked for: {@link #simplex}, and {@link #ojAlgo} for what it cannot certify. */
    public static Solver standard() {
        return STANDARD;
    }

    /** Our own simplex, whose sessions start warm. */
    public static Solver simplex() {
        return SIMPLEX;
    }

    /** ojAlgo, on a fresh model for every solve. */
    public static Solver ojAlgo() {
        return OJ_ALGO;
    }
}
