package org.lodegraph.lp;

import java.util.function.BooleanSupplier;

/**
 * The second engine for what the first cannot certify; the outcome names the one that found it.
 *
 * @param first the engine that is asked first
 * @param second the engine that is asked where the first refuses
 */
record FallbackSolver(Solver first, Solver second) implements Solver {

    @Override
    public String name() {
        return first.name();
    }

    @Override
    public Outcome solve(LinearProgram program, BooleanSupplier cancelled) {
        try {
            return first.solve(program, cancelled);
        } catch (UncertifiedSolutionException refused) {
            return second.solve(program, cancelled);
        }
    }

    @Override
    public Session open(LinearProgram base, BooleanSupplier cancelled) {
        try {
            return new Fallback(first.open(base, cancelled));
        } catch (UncertifiedSolutionException refused) {
            return new ColdSession(this, second.solve(base, cancelled));
        }
    }

    /** A session of the first engine, with the second for the variants that it cannot certify. */
    private final class Fallback implements Session {

        private final Session session;

        Fallback(Session session) {
            this.session = session;
        }

        @Override
        public Outcome base() {
            return session.base();
        }

        @Override
        public Outcome solve(LinearProgram variant, BooleanSupplier cancelled) {
            try {
                return session.solve(variant, cancelled);
            } catch (UncertifiedSolutionException refused) {
                return second.solve(variant, cancelled);
            }
        }

        @Override
        public Session open(LinearProgram variant, BooleanSupplier cancelled) {
            try {
                return new Fallback(session.open(variant, cancelled));
            } catch (UncertifiedSolutionException refused) {
                return new ColdSession(FallbackSolver.this, second.solve(variant, cancelled));
            }
        }
    }
}
