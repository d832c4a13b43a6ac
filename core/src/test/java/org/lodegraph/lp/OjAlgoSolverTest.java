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
}
