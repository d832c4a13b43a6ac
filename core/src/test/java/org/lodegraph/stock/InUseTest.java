package org.lodegraph.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lodegraph.stock.InUse.Year;

class InUseTest {

    /**
     * dynamic_stock_fixed_lifetime.csv: inflow 1, 2, .. 10, each in use for five years. In year 5 the 1 of year 0 leaves, and
     * 2 + 3 + 4 + 5 + 6 = 20 are in use. Integers, so reproduced to the last bit.
     */
    @Test
    void aFixedLifetimeIsReproducedExactlyFromInflowAndFromStock() {
        List<String[]> rows = Rows.of("dynamic_stock_fixed_lifetime.csv");
        List<Year> expected = rows.stream()
                .map(row -> new Year(number(row[1]), number(row[2]), number(row[3])))
                .toList();

        InUse fromInflow = InUse.of(Lifetime.fixed(5)).receiving(column(rows, 1));
        InUse fromStock = InUse.of(Lifetime.fixed(5)).holding(column(rows, 2));

        assertThat(expected).hasSize(10);
        assertThat(fromInflow.years()).isEqualTo(expected);
        assertThat(fromStock).isEqualTo(fromInflow);
    }

    /**
     * lifetimes.csv: survival as one minus the integral of the density, by quadrature in mpmath 1.3 with 40 digits (scipy
     * 1.17 agrees to 5e-16), then the three sums on inflow 100 + 7 t - t²/8 + 10 (t mod 7) in the same precision.
     */
    @Test
    void otherLifetimesAgreeWithQuadrature() {
        List<String[]> all = Rows.of("lifetimes.csv");
        assertThat(all).hasSize(9 * 41);
        for (int start = 0; start < all.size(); start += 41) {
            List<String[]> rows = all.subList(start, start + 41);
            String[] first = rows.get(0);
            Lifetime lifetime = LifetimeTest.of(first[0], number(first[1]), number(first[2]));

            for (InUse use : List.of(
                    InUse.of(lifetime).receiving(column(rows, 5)),
                    InUse.of(lifetime).holding(column(rows, 6)))) {
                for (int t = 0; t < rows.size(); t++) {
                    String[] row = rows.get(t);
                    Year year = use.years().get(t);
                    assertThat(lifetime.survival(t))
                            .as("%s at %s", lifetime, t)
                            .isCloseTo(number(row[4]), within(1e-14));
                    assertThat(year.inflow()).isCloseTo(number(row[5]), within(1e-8));
                    assertThat(year.stock()).isCloseTo(number(row[6]), within(1e-10));
                    assertThat(year.outflow()).isCloseTo(number(row[7]), within(1e-8));
                }
            }
        }
    }

    /** 10 t came in each year and last two years: 20 t in use. To hold 30, then 30 and 25: 20 t, then 10, then 15. */
    @Test
    void inflowsAndStocksMayFollowEachOther() {
        InUse use = InUse.of(Lifetime.fixed(2)).receiving(10, 10, 10).holding(30, 30, 25);

        assertThat(use.years())
                .containsExactly(
                        new Year(10, 10, 0),
                        new Year(10, 20, 0),
                        new Year(10, 20, 10),
                        new Year(20, 30, 10),
                        new Year(10, 30, 10),
                        new Year(15, 25, 20));
    }

    /** Beside a twin that keeps every cohort apart and takes away, year after year, what dies of it. */
    @Test
    void agreesWithCohortsThatAreFollowedOneByOne() {
        Random random = new Random(30);
        for (int i = 0; i < 2_000; i++) {
            Lifetime lifetime = Lifetime.weibull(1 + 20 * random.nextDouble(), 0.6 + 4 * random.nextDouble());
            double[] inflow = random.doubles(1 + random.nextInt(30), 0, 100).toArray();
            double[] cohort = inflow.clone();
            List<Year> years = InUse.of(lifetime).receiving(inflow).years();
            double before = 0;
            for (int t = 0; t < inflow.length; t++) {
                double stock = 0;
                double gone = 0;
                for (int c = 0; c <= t; c++) {
                    double hazard = 1 - lifetime.survival(t - c) / lifetime.survival(t - c - 1);
                    gone += hazard > 0 ? cohort[c] * hazard : 0;
                    cohort[c] -= hazard > 0 ? cohort[c] * hazard : 0;
                    stock += cohort[c];
                }

                assertThat(years.get(t).stock()).isCloseTo(stock, within(1e-9));
                assertThat(years.get(t).outflow()).isCloseTo(gone, within(1e-9));
                // What came in is there or left.
                assertThat(years.get(t).stock()).isCloseTo(before + inflow[t] - gone, within(1e-9));
                before = stock;
            }
        }
    }

    @Test
    void whatTheStockWasMadeOfIsFoundAgain() {
        Random random = new Random(31);
        for (int i = 0; i < 2_000; i++) {
            Lifetime lifetime = Lifetime.lognormal(2 + 20 * random.nextDouble(), 1 + 8 * random.nextDouble());
            double[] inflow = random.doubles(1 + random.nextInt(30), 0, 100).toArray();
            InUse use = InUse.of(lifetime).receiving(inflow);

            InUse again = InUse.of(lifetime)
                    .holding(use.years().stream().mapToDouble(Year::stock).toArray());

            for (int t = 0; t < inflow.length; t++) {
                assertThat(again.years().get(t).inflow()).isCloseTo(inflow[t], within(1e-9));
            }
        }
    }

    @Test
    void aStockThatFallsFasterThanItsLifetimeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InUse.of(Lifetime.fixed(3)).holding(10, 9))
                .withMessage(
                        "InUse: the stock of year 1 is less than what the lifetime leaves of older cohorts, 10.0 (seen: 9.0). Maybe a shorter lifetime, or a figure is wrong.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InUse.of(Lifetime.fixed(3)).receiving(10, -1))
                .withMessage(
                        "InUse: the inflow of year 1 is no amount (seen: -1.0). Maybe a shorter lifetime, or a figure is wrong.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InUse.of(Lifetime.fixed(3)).holding(Double.NaN));
    }

    private static double[] column(List<String[]> rows, int at) {
        return rows.stream().mapToDouble(row -> number(row[at])).toArray();
    }

    private static double number(String cell) {
        return Double.parseDouble(cell);
    }
}
