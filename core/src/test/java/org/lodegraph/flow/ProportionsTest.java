package org.lodegraph.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.lodegraph.lp.LinearProgram;
import org.lodegraph.lp.Solvers;

/** Who buys from whom: by hand, and against what defines the answer. */
class ProportionsTest {

    private static final int TABLES = 1500;

    /** A solver gave one buyer all of one maker; nothing says so, hence each buys 100 : 10. */
    @Test
    void withoutRulesEachColumnHasTheMixOfAll() {
        double[][] table = Proportions.of(open("11", "11"), new double[][] {{10, 90}, {10, 0}});

        assertThat(table[0]).containsExactly(new double[] {20 * 100 / 110.0, 90 * 100 / 110.0}, within(1e-12));
        assertThat(table[1]).containsExactly(new double[] {20 * 10 / 110.0, 90 * 10 / 110.0}, within(1e-12));
    }

    /** The first maker may not ship to the first buyer, who takes 6 of the second one's 10: the rest mixes. */
    @Test
    void aClosedPlaceStaysEmpty() {
        double[][] table = Proportions.of(open("01", "11"), new double[][] {{0, 100}, {6, 4}});

        assertThat(table[0]).containsExactly(new double[] {0, 100}, within(1e-10));
        assertThat(table[1]).containsExactly(new double[] {6, 4}, within(1e-10));
    }

    /** The second maker's 10 t are just what the first buyer, who may buy from nobody else, takes: nothing else is possible. */
    @Test
    void whatMustBeEmptyIsEmpty() {
        double[][] table = Proportions.of(open("011", "111"), new double[][] {{0, 60, 40}, {10, 0, 0}});

        assertThat(table[0]).containsExactly(new double[] {0, 60, 40}, within(1e-12));
        assertThat(table[1]).containsExactly(new double[] {10, 0, 0}, within(1e-12));
        assertThat(table[1][1]).isZero();
    }

    private static boolean[][] open(String... rows) {
        boolean[][] open = new boolean[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            open[row] = new boolean[rows[row].length()];
            for (int column = 0; column < open[row].length; column++) {
                open[row][column] = rows[row].charAt(column) == '1';
            }
        }
        return open;
    }

    /**
     * The table of the same sums with the greatest entropy is the only one that has a flow wherever one could be, and in which
     * two rows stand in the same proportion in any two columns where both are open.
     */
    @Test
    void isTheOnlyTableOfItsKind() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(4);
        for (int i = 0; i < TABLES; i++) {
            int rows = 1 + random.nextInt(5);
            int columns = 1 + random.nextInt(5);
            boolean[][] open = new boolean[rows][columns];
            double[][] flows = new double[rows][columns];
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    open[row][column] = random.nextInt(4) > 0;
                    flows[row][column] = open[row][column] && random.nextInt(3) == 0 ? 1 + random.nextInt(20) : 0;
                }
            }
            double[][] table = Proportions.of(open, flows);
            for (int row = 0; row < rows; row++) {
                assertThat(sum(table, row, -1)).isCloseTo(sum(flows, row, -1), within(1e-9));
                for (int column = 0; column < columns; column++) {
                    assertThat(sum(table, -1, column)).isCloseTo(sum(flows, -1, column), within(1e-9));
                    assertThat(table[row][column] > 0)
                            .as("table %s, place %s %s", i, row, column)
                            .isEqualTo(open[row][column] && most(open, flows, row, column) > 1e-6);
                    assertProportional(table, row, column);
                }
            }
        }
    }

    private static void assertProportional(double[][] table, int row, int column) {
        for (int other = 0; other < row; other++) {
            for (int beside = 0; beside < column; beside++) {
                double one = table[row][column] * table[other][beside];
                double two = table[row][beside] * table[other][column];
                if (one > 0 && two > 0) {
                    assertThat(one / two).isCloseTo(1, within(1e-7));
                }
            }
        }
    }

    private static double sum(double[][] table, int row, int column) {
        double sum = 0;
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table[i].length; j++) {
                sum += (row < 0 || row == i) && (column < 0 || column == j) ? table[i][j] : 0;
            }
        }
        return sum;
    }

    /** The most that any table of the same sums has in a place. */
    private static double most(boolean[][] open, double[][] flows, int row, int column) {
        LinearProgram.Builder program = LinearProgram.maximize();
        int[] rows = new int[flows.length];
        int[] columns = new int[flows[0].length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = program.row("row " + i, sum(flows, i, -1), sum(flows, i, -1));
        }
        for (int j = 0; j < columns.length; j++) {
            columns[j] = program.row("column " + j, sum(flows, -1, j), sum(flows, -1, j));
        }
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                if (open[i][j]) {
                    boolean counted = i == row && j == column;
                    int at = program.column(i + " " + j, 0, Double.POSITIVE_INFINITY, counted ? 1 : 0);
                    program.entry(rows[i], at, 1).entry(columns[j], at, 1);
                }
            }
        }
        return Solvers.standard().solve(program.build()).optimal().objective();
    }
}
