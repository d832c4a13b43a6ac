package org.lodegraph.lp;

final class OjAlgoSolverTest extends SolverContract {

    @Override
    Solver solver() {
        return Solvers.ojAlgo();
    }

    @Override
    int draws() {
        return 300;
    }

    @Override
    int refusals() {
        return 6;
    }

    /** It counts from lower bounds, so that of values near zero few digits are left above -1e9. */
    @Override
    int refusalsOfVeryLargeBounds() {
        return 150;
    }
}
