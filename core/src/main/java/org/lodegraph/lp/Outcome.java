package org.lodegraph.lp;

/**
 * What a solver found: a certified optimum, a proof that there is none, or nothing because it was stopped. A solver that
 * can prove neither throws {@link UncertifiedSolutionException}.
 */
public sealed interface Outcome permits Optimal, Infeasible, Unbounded, Stopped {

    /** The program that was solved. */
    LinearProgram program();

    /** Who found this. */
    String engine();

    /**
     * The optimum, where the program is known to have one.
     *
     * @throws NoOptimumException if there is none; its message says why
     * @throws java.util.concurrent.CancellationException if the caller cancelled
     */
    default Optimal optimal() {
        throw new NoOptimumException(this);
    }
}
