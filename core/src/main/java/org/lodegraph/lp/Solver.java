package org.lodegraph.lp;

import java.util.function.BooleanSupplier;

/**
 * An engine that solves linear programs. Engines are stateless and thread safe; the outcome depends on the program alone.
 */
public interface Solver {

    /** What outcomes and messages call the engine. */
    String name();

    /**
     * Solves from scratch.
     *
     * @param cancelled asked now and then; once it says yes the outcome is {@link Stopped}
     * @throws UncertifiedSolutionException if the engine claims what its certificate does not bear out
     */
    Outcome solve(LinearProgram program, BooleanSupplier cancelled);

    /** Solves from scratch, to the end. */
    default Outcome solve(LinearProgram program) {
        return solve(program, () -> false);
    }

    /**
     * Solves a program and keeps what helps to solve its variants. An engine without warm starts solves each from scratch.
     *
     * @throws UncertifiedSolutionException if the engine claims what its certificate does not bear out
     */
    default Session open(LinearProgram base, BooleanSupplier cancelled) {
        return new ColdSession(this, solve(base, cancelled));
    }

    /** Solves a program to the end and keeps what helps to solve its variants. */
    default Session open(LinearProgram base) {
        return open(base, () -> false);
    }

    /**
     * A solved program from which variants start. Immutable and thread safe: every variant starts from the base, never
     * from the variant before it, so neither order nor threads change an outcome.
     */
    interface Session {

        /** The outcome of the base program. */
        Outcome base();

        /**
         * Solves a variant of the base program. It may be any program with as many columns; it is fast where only bounds
         * or the objective differ, or where rows were added after the base's.
         *
         * @throws UncertifiedSolutionException if the engine claims what its certificate does not bear out
         */
        Outcome solve(LinearProgram variant, BooleanSupplier cancelled);

        /** Solves a variant of the base program, to the end. */
        default Outcome solve(LinearProgram variant) {
            return solve(variant, () -> false);
        }

        /** A session whose base is a variant of this one's, for the next stage of a lexicographic objective. */
        Session open(LinearProgram variant, BooleanSupplier cancelled);

        /** A session whose base is a variant of this one's. */
        default Session open(LinearProgram variant) {
            return open(variant, () -> false);
        }
    }
}
