package org.lodegraph.lp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class FallbackSolverTest {

    /** Claims that all columns are zero and all rows free of charge. */
    private static final Solver CARELESS = new Solver() {
        @Override
        public String name() {
            return "careless";
        }

        @Override
        public Outcome solve(LinearProgram program, BooleanSupplier cancelled) {
            return Optimal.certified(
                    program,
                    new double[program.columns()],
                    new double[program.rows()],
                    Tolerances.STANDARD,
                    name(),
                    OptionalLong.empty());
        }
    };

    private static LinearProgram wanted(double cost) {
        var lp = LinearProgram.maximize();
        lp.column("x", 0, 4, cost);
        return lp.build();
    }

    @Test
    void asksTheSecondEngineOnlyWhereTheFirstIsRefused() {
        Solver solver = new FallbackSolver(CARELESS, Solvers.ojAlgo());

        assertThat(solver.solve(wanted(-1)).engine()).isEqualTo("careless");
        assertThat(solver.solve(wanted(1)).engine()).isEqualTo("ojAlgo");
        assertThat(solver.solve(wanted(1)).optimal().objective()).isEqualTo(4);
    }

    @Test
    void doesSoInSessionsToo() {
        Solver solver = new FallbackSolver(CARELESS, Solvers.ojAlgo());
        Solver.Session careful = solver.open(wanted(1));
        Solver.Session careless = solver.open(wanted(-1));

        assertThat(careful.base().engine()).isEqualTo("ojAlgo");
        assertThat(careful.solve(wanted(-1)).engine()).isEqualTo("careless");
        assertThat(careless.base().engine()).isEqualTo("careless");
        assertThat(careless.solve(wanted(2)).engine()).isEqualTo("ojAlgo");
        assertThat(careless.open(wanted(2)).base().engine()).isEqualTo("ojAlgo");
    }

    @Test
    void asksTheSecondEngineForWhatIsTooLargeForTheFirst() {
        Solver solver = new FallbackSolver(new SimplexSolver(1), Solvers.ojAlgo());
        LinearProgram small = wanted(1);
        LinearProgram large = small.withRow("row", 0, 3, new int[] {0}, new double[] {1});

        assertThat(solver.solve(small).engine()).isEqualTo("simplex");
        assertThat(solver.solve(large).engine()).isEqualTo("ojAlgo");
        assertThat(solver.open(large).base().engine()).isEqualTo("ojAlgo");
        assertThat(solver.open(small).solve(large).engine()).isEqualTo("ojAlgo");
        assertThat(solver.open(small).solve(large).optimal().objective()).isEqualTo(3);
    }

    @Nested
    final class TheStandardEngine extends SolverContract {

        @Override
        Solver solver() {
            return Solvers.standard();
        }

        @Override
        int draws() {
            return 100;
        }
    }
}
