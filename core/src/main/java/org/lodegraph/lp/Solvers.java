package org.lodegraph.lp;

/** The engines that come with the library. */
public final class Solvers {

    /** The most rows and columns together that {@link #simplex} takes on; what is larger goes to {@link #ojAlgo}. */
    public static final int LARGEST_FOR_SIMPLEX = 100_000;

    private static final Solver OJ_ALGO = new OjAlgoSolver();
    private static final Solver SIMPLEX = new SimplexSolver(LARGEST_FOR_SIMPLEX);
    private static final Solver STANDARD = new FallbackSolver(SIMPLEX, OJ_ALGO);

    private Solvers() {}

    /** The engine to use where no other is asked for: {@link #simplex}, and {@link #ojAlgo} for what it cannot certify or what is
     * too large for it. */
    public static Solver standard() {
        return STANDARD;
    }

    /** Our own simplex, whose sessions start warm; it refuses programs above {@link #LARGEST_FOR_SIMPLEX}. */
    public static Solver simplex() {
        return SIMPLEX;
    }

    /** ojAlgo, on a fresh model for every solve. */
    public static Solver ojAlgo() {
        return OJ_ALGO;
    }
}
