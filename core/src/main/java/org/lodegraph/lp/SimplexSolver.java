package org.lodegraph.lp;

import java.util.function.BooleanSupplier;

/** Our own simplex: exact vertices, exact prices, proofs, and warm starts from the basis of a session. */
final class SimplexSolver implements Solver {

    @Override
    public String name() {
        return "simplex";
    }

    @Override
    public Outcome solve(LinearProgram program, BooleanSupplier cancelled) {
        return SimplexRun.cold(program, name(), cancelled).outcome();
    }

    @Override
    public Session open(LinearProgram base, BooleanSupplier cancelled) {
        return new Warm(SimplexRun.cold(base, name(), cancelled));
    }

    @Override
    public String toString() {
        return name();
    }

    /** Every variant starts from the base's basis. */
    private final class Warm implements Session {

        private final Outcome base;
        private final Basis basis;

        Warm(SimplexRun run) {
            base = run.outcome();
            basis = run.basis();
        }

        @Override
        public Outcome base() {
            return base;
        }

        @Override
        public Outcome solve(LinearProgram variant, BooleanSupplier cancelled) {
            return run(variant, cancelled).outcome();
        }

        @Override
        public Session open(LinearProgram variant, BooleanSupplier cancelled) {
            return new Warm(run(variant, cancelled));
        }

        private SimplexRun run(LinearProgram variant, BooleanSupplier cancelled) {
            return basis.fits(variant)
                    ? SimplexRun.warm(variant, name(), basis, cancelled)
                    : SimplexRun.cold(variant, name(), cancelled);
        }
    }
}
