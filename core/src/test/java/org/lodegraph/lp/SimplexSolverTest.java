package org.lodegraph.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SimplexSolverTest extends SolverContract {

    @Override
    Solver solver() {
        return Solvers.simplex();
    }

    @Test
    void agreesWithOjAlgoOnSupplyNetworks() {
        for (int seed = 0; seed < 5; seed++) {
            LinearProgram network = RandomPrograms.network(seed, 8, 4);
            double expected = Solvers.ojAlgo().solve(network).optimal().objective();
            assertThat(solver().solve(network).optimal().objective()).isCloseTo(expected, within(1e-9 * expected));
        }
    }

    @Test
    void startsVariantsWarmAndEndsWhereColdStartsEnd() {
        LinearProgram network = RandomPrograms.network(1, 12, 4);
        Solver.Session session = solver().open(network);
        long coldPivots = session.base().optimal().iterations().orElseThrow();
        long warmPivots = 0;
        int lost = 0;
        for (int column = 0; column < 48; column++) {
            LinearProgram without = network.withColumnBounds(column, 0, 0);
            Optimal warm = session.solve(without).optimal();
            Optimal cold = solver().solve(without).optimal();
            assertThat(warm.objective()).isCloseTo(cold.objective(), within(1e-11 * cold.objective()));
            warmPivots += warm.iterations().orElseThrow();
            lost++;
        }
        assertThat(warmPivots / lost).isLessThan(coldPivots / 4);
    }

    @Test
    void answersTheSameBytesInAnyOrderAndOnAnyThread() {
        LinearProgram network = RandomPrograms.network(2, 10, 4);
        Solver.Session session = solver().open(network);
        List<double[]> forward = new ArrayList<>();
        for (int column = 0; column < 40; column++) {
            forward.add(values(session, network, column));
        }
        List<double[]> parallel = IntStream.range(0, 40)
                .parallel()
                .mapToObj(column -> values(session, network, column))
                .toList();
        for (int column = 39; column >= 0; column--) {
            assertThat(values(session, network, column)).containsExactly(forward.get(column));
            assertThat(parallel.get(column)).containsExactly(forward.get(column));
        }
    }

    @Test
    void solvesTheStagesOfALexicographicObjective() {
        // Most of x + y is 10; among those, most of y within 0..6 leaves (4, 6).
        var lp = LinearProgram.maximize();
        lp.column("x", 0, 8, 1);
        lp.column("y", 0, 6, 1);
        lp.row("sum", 0, 10);
        lp.entry(0, 0, 1).entry(0, 1, 1);
        Solver.Session first = solver().open(lp.build());
        double total = first.base().optimal().objective();

        LinearProgram second = lp.build()
                .withRow("total", total, total, new int[] {0, 1}, new double[] {1, 1})
                .withObjective(LinearProgram.Sense.MAXIMIZE, 0, 1);
        Optimal optimal = first.open(second).base().optimal();

        assertThat(optimal.values()).containsExactly(new double[] {4, 6}, within(1e-12));
    }

    private static double[] values(Solver.Session session, LinearProgram network, int column) {
        return session.solve(network.withColumnBounds(column, 0, 1)).optimal().values();
    }
}
