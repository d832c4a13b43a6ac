package org.lodegraph.lp;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Two columns and two rows: 1x + 2y in "a", 3y in "b". */
final class LinearProgramTest {

    private static LinearProgram.Builder small() {
        var lp = LinearProgram.minimize();
        lp.column("x", 0, 4, 1);
        lp.column("", -1, POSITIVE_INFINITY, 2);
        lp.row("a", NEGATIVE_INFINITY, 8);
        lp.row("", 3, 3);
        return lp.entry(0, 0, 1).entry(0, 1, 2).entry(1, 1, 3);
    }

    @Test
    void addsUpWhatIsSaidTwice() {
        LinearProgram program = small().entry(0, 0, 4).entry(1, 1, -3).build();

        assertThat(program.entry(0, 0)).isEqualTo(5);
        assertThat(program.entry(1, 1)).as("three minus three is no entry").isZero();
        assertThat(program.entries()).isEqualTo(2);
        assertThat(program).hasToString("LinearProgram[minimize, 2 rows, 2 columns, 2 entries]");
    }

    @Test
    void evaluatesRowsAndObjective() {
        LinearProgram program = small().constant(0.5).build();
        double[] x = {2, 10};

        assertThat(program.activity(0, x)).isEqualTo(22);
        assertThat(program.activity(1, x)).isEqualTo(30);
        assertThat(program.objective(x)).isEqualTo(2 + 20 + 0.5);
    }

    @Test
    void copiesMoveOnlyWhatTheyName() {
        LinearProgram base = small().constant(7).build();

        LinearProgram moved = base.with(bounds -> bounds.column(0, 1, 2).row(1, 0, 9));

        assertThat(moved).isEqualTo(base.withColumnBounds(0, 1, 2).withRowBounds(1, 0, 9));
        assertThat(moved.columnLow(0)).isEqualTo(1);
        assertThat(moved.rowHigh(1)).isEqualTo(9);
        assertThat(base.columnLow(0)).isZero();
        assertThat(moved.matrix()).isSameAs(base.matrix());
        assertThat(base.toBuilder().build()).isEqualTo(base).hasSameHashCodeAs(base);
        assertThat(base.withObjective(LinearProgram.Sense.MAXIMIZE, 5, 6).cost(1))
                .isEqualTo(6);
        assertThat(base.withObjective(LinearProgram.Sense.MAXIMIZE, 5, 6).constant())
                .isZero();
    }

    @Test
    void addsARowAtTheEnd() {
        LinearProgram program = small().build().withRow("stage", 1, 2, new int[] {1, 0, 1}, new double[] {1, 5, 1});

        assertThat(program.rows()).isEqualTo(3);
        assertThat(program.entry(2, 0)).isEqualTo(5);
        assertThat(program.entry(2, 1)).isEqualTo(2);
        assertThat(program.rowName(2)).isEqualTo("row 'stage'");
    }

    @Test
    void namesWhatHasNoLabelByItsNumber() {
        LinearProgram program = small().build();

        assertThat(program.columnName(0)).isEqualTo("column 'x'");
        assertThat(program.columnName(1)).isEqualTo("column 1");
        assertThat(program.rowName(1)).isEqualTo("row 1");
    }

    @Test
    void refusesWhatIsNoNumberOrNoInterval() {
        assertThatThrownBy(() -> small().column("z", NaN, 1, 1))
                .hasMessage("Column 'z': a bound is not a number (NaN .. 1.0). Maybe a division by zero came before.");
        assertThatThrownBy(() -> small().row("z", 2, 1))
                .hasMessage("Row 'z': its lower bound is above its upper bound (2.0 .. 1.0). Maybe swap them.");
        assertThatThrownBy(() -> small().row("", POSITIVE_INFINITY, POSITIVE_INFINITY))
                .hasMessage("Row 2: no finite value lies between its bounds (Infinity .. Infinity)."
                        + " Maybe an infinite bound has the wrong sign.");
        assertThatThrownBy(() -> small().column("z", 0, 1, POSITIVE_INFINITY))
                .hasMessage("Column 'z': its cost is not finite (Infinity). Maybe leave it out and bound it instead.");
        assertThatThrownBy(() -> small().entry(0, 1, NaN))
                .hasMessage("Row 'a': its coefficient of column 1 is not finite (NaN).");
        assertThatThrownBy(() -> small().build().withColumnBounds(0, 5, 4))
                .hasMessage("Column 'x': its lower bound is above its upper bound (5.0 .. 4.0). Maybe swap them.");
    }

    @Test
    void refusesNumbersOfNothing() {
        assertThatThrownBy(() -> small().entry(2, 0, 1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("Row 2: not declared (2 rows are). Maybe call row(...) first.");
        assertThatThrownBy(() -> small().entry(0, 9, 1))
                .hasMessage("Column 9: not declared (2 columns are). Maybe call column(...) first.");
        assertThatThrownBy(() -> small().build().withColumnBounds(2, 0, 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> small().build().withObjective(LinearProgram.Sense.MINIMIZE, 1))
                .hasMessage("Objective: 1 costs for 2 columns.");
        assertThatThrownBy(() -> small().build().withRow("z", 0, 1, new int[] {0}, new double[0]))
                .hasMessage("Row 'z': 1 columns for 0 values.");
    }

    @Test
    void staysAsItIsAfterItsBoundsWereHandedOut() {
        AtomicReference<LinearProgram.Bounds> leaked = new AtomicReference<>();
        LinearProgram program = small().build().with(leaked::set);

        assertThatThrownBy(() -> leaked.get().column(0, 1, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Bounds: used after the call of with(...) that handed them out.");
        assertThat(program).isEqualTo(small().build());
    }

    @Test
    void scalesByPowersOfTwoOnly() {
        LinearProgram program = new RandomPrograms(1).inUnits(-3, 9).next(20, 30);
        Scaling scaling = program.matrix().scaling();

        for (double factor : scaling.row) {
            assertThat(factor).isEqualTo(Math.scalb(1.0, Math.getExponent(factor)));
        }
        for (double value : scaling.matrix.rowValue) {
            assertThat(Math.abs(value)).isBetween(1e-2, 1e2);
        }
    }
}
