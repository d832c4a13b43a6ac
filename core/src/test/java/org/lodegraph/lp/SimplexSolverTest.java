package org.lodegraph.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
    void certifiesToAlmostAllDigitsInAnyUnits() {
        for (int seed = 0; seed < 5; seed++) {
            LinearProgram network = RandomPrograms.network(seed, 10, 5);
            Optimal plain = solver().solve(network).optimal();
            Optimal other = solver().solve(RandomPrograms.inOtherUnits(network, seed, -3, 9))
                    .optimal();

            assertThat(other.objective()).isCloseTo(plain.objective(), within(1e-12 * plain.objective()));
            assertThat(other.certificate().primalResidual()).isLessThan(1e-13);
            assertThat(other.certificate().relativeGap()).isLessThan(1e-13);
        }
    }

    @Test
    void findsTheBestAssignmentThroughManyTies() {
        // costs (i * j) mod 3 with i, j in 1..30: a row i of a multiple of 3 costs nothing anywhere; the other 20 rows
        // can
        // all be matched at cost 0 only with the 10 columns that are multiples of 3, so 10 of them pay 1 each.
        int n = 30;
        var lp = LinearProgram.minimize();
        for (int k = 0; k < 2 * n; k++) {
            lp.row(k, 1, 1);
        }
        for (int i = 1; i <= n; i++) {
            for (int j = 1; j <= n; j++) {
                int pair = lp.column("", 0, Double.POSITIVE_INFINITY, i * j % 3);
                lp.entry(i - 1, pair, 1).entry(n + j - 1, pair, 1);
            }
        }

        assertThat(solver().solve(lp.build()).optimal().objective()).isCloseTo(10, within(1e-10));
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

    @Test
    void paysTheRowsThatOnlyBoundAColumn() {
        // Most of x + y with 2x + y <= 10, 2x <= 6, -y >= -5. Best: x = 2.5, y = 5, worth 7.5. One more hour gives half
        // an
        // x, so its price is 1/2. One more unit of y costs half an x and gives 1: 1/2, and the row has -y, so -1/2.
        // Check: 10 / 2 + -5 * -1/2 = 7.5. With y <= 2 instead, x = 3 binds too: 5 = 6 * 1/2 + -2 * -1.
        var lp = LinearProgram.maximize();
        int x = lp.column("x", 0, Double.POSITIVE_INFINITY, 1);
        int y = lp.column("y", 0, Double.POSITIVE_INFINITY, 1);
        int hours = lp.row("hours", Double.NEGATIVE_INFINITY, 10);
        int mostX = lp.row("most x", Double.NEGATIVE_INFINITY, 6);
        int mostY = lp.row("most y", -5, Double.POSITIVE_INFINITY);
        lp.entry(hours, x, 2).entry(hours, y, 1).entry(mostX, x, 2).entry(mostY, y, -1);
        Solver.Session session = solver().open(lp.build());

        Optimal base = session.base().optimal();
        Optimal less = session.solve(lp.build().withRowBounds(mostY, -2, Double.POSITIVE_INFINITY))
                .optimal();

        assertThat(base.objective()).isCloseTo(7.5, within(1e-12));
        assertThat(base.prices()).containsExactly(new double[] {0.5, 0, -0.5}, within(1e-12));
        assertThat(less.objective()).isCloseTo(5, within(1e-12));
        assertThat(less.prices()).containsExactly(new double[] {0, 0.5, -1}, within(1e-12));
    }

    @Test
    void namesTheRowsOfOneColumnThatContradictEachOther() {
        // 2x >= 8 says x >= 4, -x >= -3 says x <= 3
        var lp = LinearProgram.minimize();
        int x = lp.column("x", 0, 100, 1);
        lp.row("least", 8, Double.POSITIVE_INFINITY);
        lp.row("most", -3, Double.POSITIVE_INFINITY);
        lp.entry(0, x, 2).entry(1, x, -1);

        Infeasible infeasible = (Infeasible) solver().solve(lp.build());

        assertThat(infeasible.conflict()).containsExactly("row 'least'", "row 'most'");
        // weights 1/2 and 1 ask for 4 - 3 = 1 of nothing, of terms 4 + 3
        assertThat(infeasible.margin()).isCloseTo(1.0 / 7, within(1e-12));
    }

    @Test
    void keepsTheAnswerOfTheBaseWhereTheVariantLosesNothing() {
        // Most of x + y: x = 4 and y = 6, nothing of z. Without z all stays; with less room for x it does not; with
        // more
        // room for x it does not either, though the old values are still allowed.
        var lp = LinearProgram.maximize();
        lp.column("x", 0, 4, 1);
        lp.column("y", 0, 6, 1);
        int z = lp.column("z", 0, 6, -1);
        lp.row("all", 0, 20);
        lp.entry(0, 0, 1).entry(0, 1, 1).entry(0, z, 1);
        LinearProgram program = lp.build();
        Solver.Session session = solver().open(program);

        LinearProgram idle = program.withColumnBounds(z, 0, 0);
        assertThat(session.solve(idle).optimal().values())
                .containsExactly(session.base().optimal().values());
        assertThat(session.solve(idle).program()).isEqualTo(idle);
        assertThat(session.solve(program.withColumnBounds(0, 0, 3)).optimal().objective())
                .isEqualTo(9);
        assertThat(session.solve(program.withColumnBounds(0, 0, 5)).optimal().objective())
                .isEqualTo(11);
        assertThat(session.solve(idle, () -> true)).isInstanceOf(Stopped.class);
    }

    @Test
    void passesBoxedColumnsThatCannotMakeUpForWhatIsMissing() {
        // x1 + .. + x10 = 95, each 0..10, xi costs i: nine cheapest at 10, half of the tenth: 10 * 45 + 5 * 10 = 500.
        // One long step does it: x1 .. x9 go to their other bounds, x10 enters.
        var lp = LinearProgram.minimize();
        int sum = lp.row("sum", 95, 95);
        for (int i = 1; i <= 10; i++) {
            lp.entry(sum, lp.column("x" + i, 0, 10, i), 1);
        }

        Optimal optimal = solver().solve(lp.build()).optimal();

        assertThat(optimal.objective()).isCloseTo(500, within(1e-10));
        assertThat(optimal.price(sum)).isCloseTo(10, within(1e-12));
        assertThat(optimal.iterations()).hasValue(1);
    }

    @Test
    void refusesProgramsAboveItsSize() {
        // three columns and two rows make five
        LinearProgram program = new RandomPrograms(1).next(2, 3);

        assertThatThrownBy(() -> new SimplexSolver(4).solve(program))
                .isInstanceOf(UncertifiedSolutionException.class)
                .hasMessage("Engine 'simplex': does not take on so large a program (5 rows and columns, at most 4)."
                        + " Maybe ask Solvers.standard(), which has another engine for it.");
        assertThatThrownBy(() -> new SimplexSolver(4).open(program)).isInstanceOf(UncertifiedSolutionException.class);
        assertThat(new SimplexSolver(5).solve(program).engine()).isEqualTo("simplex");
    }

    private static double[] values(Solver.Session session, LinearProgram network, int column) {
        return session.solve(network.withColumnBounds(column, 0, 1)).optimal().values();
    }
}
