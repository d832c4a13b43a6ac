package org.lodegraph.lp;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Our own simplex: exact vertices, exact prices, proofs, and warm starts from the basis of a session. */
final class SimplexSolver implements Solver {

    /** Stricter than usual: a variant that differs by little must not get the answer of its base. */
    private static final Tolerances UNMOVED = new Tolerances(1e-13, 1e-12, 1e-12);

    private final int limit;

    /**
     * An engine with a limit of its size.
     *
     * @param limit the most rows and columns together that it takes on
     */
    SimplexSolver(int limit) {
        this.limit = limit;
    }

    @Override
    public String name() {
        return "simplex";
    }

    @Override
    public Outcome solve(LinearProgram program, BooleanSupplier cancelled) {
        checkSize(program);
        return SimplexRun.cold(program, name(), cancelled).outcome();
    }

    @Override
    public Session open(LinearProgram base, BooleanSupplier cancelled) {
        checkSize(base);
        return new Warm(SimplexRun.cold(base, name(), cancelled));
    }

    private void checkSize(LinearProgram program) {
        long size = (long) program.rows() + program.columns();
        if (size > limit) {
            throw UncertifiedSolutionException.tooLarge(name(), size, limit);
        }
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
            Optional<Optimal> idle = cancelled.getAsBoolean() ? Optional.empty() : unmoved(variant);
            return idle.isPresent() ? idle.get() : run(variant, cancelled).outcome();
        }

        /** The base's own answer, where the certificate says that it answers the variant too. */
        private Optional<Optimal> unmoved(LinearProgram variant) {
            return base instanceof Optimal optimal ? optimal.on(variant, UNMOVED) : Optional.empty();
        }

        @Override
        public Session open(LinearProgram variant, BooleanSupplier cancelled) {
            return new Warm(run(variant, cancelled));
        }

        private SimplexRun run(LinearProgram variant, BooleanSupplier cancelled) {
            checkSize(variant);
            return SimplexRun.warm(variant, name(), basis, cancelled);
        }
    }
}
