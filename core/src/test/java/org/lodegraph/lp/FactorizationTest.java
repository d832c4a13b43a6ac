package org.lodegraph.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer is put back into the equations it solves. */
final class FactorizationTest {

    private static SparseMatrix matrix(SplittableRandom random, int rows, int columns) {
        return new RandomPrograms(random.nextLong()).next(rows, columns).matrix();
    }

    /** A basis of distinct variables, about half of them columns. */
    private static int[] basis(SplittableRandom random, SparseMatrix a) {
        int[] basic = new int[a.rows];
        boolean[] used = new boolean[a.rows + a.columns];
        for (int p = 0; p < a.rows; p++) {
            int variable = random.nextInt(used.length);
            while (used[variable]) {
                variable = random.nextInt(used.length);
            }
            used[variable] = true;
            basic[p] = variable;
        }
        return basic;
    }

    private static double entry(SparseMatrix a, int row, int variable) {
        double[] unit = new double[a.rows];
        unit[row] = 1;
        return variable < a.columns ? a.columnTimes(variable, unit) : variable - a.columns == row ? -1 : 0;
    }

    private static double[] vector(SplittableRandom random, int size) {
        return random.doubles(size, -1, 1).toArray();
    }

    private static void replace(SparseMatrix a, int[] basic, Factorization factorization) {
        factorization.replacements().forEach(r -> basic[r.position()] = a.columns + r.row());
    }

    private static void assertInverts(SparseMatrix a, int[] basic, BasisInverse inverse, SplittableRandom random) {
        double[] b = vector(random, a.rows);
        double[] x = new double[a.rows];
        double[] used = b.clone();
        inverse.solve(used, x);
        assertThat(used).containsOnly(0);
        double[] c = vector(random, a.rows);
        double[] y = new double[a.rows];
        inverse.solveTransposed(c.clone(), y);
        double size = Arrays.stream(x).map(Math::abs).sum()
                + Arrays.stream(y).map(Math::abs).sum();
        for (int i = 0; i < a.rows; i++) {
            double row = 0;
            double column = 0;
            for (int k = 0; k < a.rows; k++) {
                row += entry(a, i, basic[k]) * x[k];
                column += entry(a, k, basic[i]) * y[k];
            }
            assertThat(row).isCloseTo(b[i], within(1e-11 * (1 + size)));
            assertThat(column).isCloseTo(c[i], within(1e-11 * (1 + size)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 12, 40})
    void invertsAnyBasisAndReplacesWhatDependsOnTheRest(int rows) {
        SplittableRandom random = new SplittableRandom(rows);
        for (int draw = 0; draw < 60; draw++) {
            SparseMatrix a = matrix(random, rows, 2 * rows);
            int[] basic = basis(random, a);
            Factorization factorization = new Factorization(a, basic);
            replace(a, basic, factorization);
            assertInverts(a, basic, new BasisInverse(factorization), random);
            assertThat(new Factorization(a, basic).replacements()).isEmpty();
        }
    }

    @Test
    void replacesTheSecondOfTwoEqualColumns() {
        // both columns are (1, 1): one of them stays, the other gives way to a row
        SparseMatrix a =
                SparseMatrix.of(2, 2, new int[] {0, 1, 0, 1}, new int[] {0, 0, 1, 1}, new double[] {1, 1, 1, 1}, 4);

        assertThat(new Factorization(a, new int[] {0, 1}).replacements())
                .singleElement()
                .satisfies(replacement -> assertThat(replacement.position()).isEqualTo(1));
    }

    @Test
    void followsExchangesOfColumns() {
        SplittableRandom random = new SplittableRandom(4);
        for (int draw = 0; draw < 30; draw++) {
            SparseMatrix a = matrix(random, 15, 30);
            int[] basic = basis(random, a);
            Factorization factorization = new Factorization(a, basic);
            replace(a, basic, factorization);
            BasisInverse inverse = new BasisInverse(factorization);
            for (int exchange = 0; exchange < 10; exchange++) {
                int entering = random.nextInt(a.columns);
                double[] column = new double[a.rows];
                double[] alpha = new double[a.rows];
                for (int i = 0; i < a.rows; i++) {
                    column[i] = entry(a, i, entering);
                }
                inverse.solve(column, alpha);
                int position = 0;
                for (int p = 0; p < a.rows; p++) {
                    position = Math.abs(alpha[p]) > Math.abs(alpha[position]) ? p : position;
                }
                boolean regular =
                        Arrays.stream(basic).noneMatch(j -> j == entering) && Math.abs(alpha[position]) > 0.05;
                if (regular) {
                    inverse.exchange(
                            position, alpha, IntStream.range(0, alpha.length).toArray(), alpha.length);
                    basic[position] = entering;
                }
            }
            assertInverts(a, basic, inverse, random);
        }
    }
}
