package org.lodegraph.lp;

import java.util.function.BooleanSupplier;

/** The session of an engine that has no warm starts. */
record ColdSession(Solver solver, Outcome base) implements Solver.Session {

    @Override
    public Outcome solve(LinearProgram variant, BooleanSupplier cancelled) {
        return solver.solve(variant, cancelled);
    }

    @Override
    public Solver.Session open(LinearProgram variant, BooleanSupplier cancelled) {
        return solver.open(variant, cancelled);
    }
}
