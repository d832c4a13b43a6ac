package org.lodegraph.stock;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What came into use, what is in use and what left it, year by year, from a first year before which nothing was in use. Each
 * year's inflow is a cohort, that has age zero at the end of its year:
 *
 * <pre>
 * stock(t)   = sum over c &lt;= t of inflow(c) survival(t - c)
 * outflow(t) = sum over c &lt;= t of inflow(c) (survival(t - 1 - c) - survival(t - c)),   survival(-1) = 1
 * inflow(t)  = (stock(t) - sum over c &lt; t of inflow(c) survival(t - c)) / survival(0),  where the stock is given
 * </pre>
 *
 * @param lifetime how long it stays in use
 * @param years in order
 */
public record InUse(Lifetime lifetime, List<Year> years) {

    /** What rounding may leave of an inflow that is zero, as a part of the stock. */
    private static final double ROUNDING = 1e-12;

    /**
     * One year, in any unit of mass.
     *
     * @param inflow what came into use during the year
     * @param stock what was in use at its end
     * @param outflow what left use during the year
     */
    public record Year(double inflow, double stock, double outflow) {}

    /** Copies the years. */
    public InUse {
        Objects.requireNonNull(lifetime, "lifetime");
        years = ImmutableList.copyOf(years);
    }

    /**
     * Nothing in use so far.
     *
     * @param lifetime how long it will stay
     * @return no years
     */
    public static InUse of(Lifetime lifetime) {
        return new InUse(lifetime, ImmutableList.of());
    }

    /**
     * More years, of which it is known what came into use.
     *
     * @param inflows year by year, not negative
     * @return these years and those
     * @throws IllegalArgumentException if one is negative or no number
     */
    public InUse receiving(double... inflows) {
        return and(inflows, false);
    }

    /**
     * More years, of which it is known what was in use at their ends.
     *
     * @param stocks year by year
     * @return these years and those
     * @throws IllegalArgumentException if a stock is no number, or less than what the lifetime leaves of older cohorts
     */
    public InUse holding(double... stocks) {
        return and(stocks, true);
    }

    private InUse and(double[] given, boolean isStock) {
        int before = years.size();
        double[] inflow = Arrays.copyOf(years.stream().mapToDouble(Year::inflow).toArray(), before + given.length);
        double[] left = new double[inflow.length];
        Arrays.setAll(left, age -> lifetime.survival(age));
        ImmutableList.Builder<Year> all = ImmutableList.<Year>builder().addAll(years);
        for (int t = before; t < inflow.length; t++) {
            double older = 0;
            double outflow = 0;
            for (int c = 0; c < t; c++) {
                older += inflow[c] * left[t - c];
                outflow += inflow[c] * (left[t - 1 - c] - left[t - c]);
            }
            inflow[t] = isStock ? added(t, given[t - before], older) / left[0] : given[t - before];
            require(inflow[t] >= 0 && Double.isFinite(inflow[t]), "inflow", t, inflow[t], "is no amount");
            outflow += inflow[t] * (1 - left[0]);
            all.add(new Year(inflow[t], older + inflow[t] * left[0], outflow));
        }
        return new InUse(lifetime, all.build());
    }

    private static double added(int year, double stock, double older) {
        double added = stock - older;
        require(
                added >= -ROUNDING * older,
                "stock",
                year,
                stock,
                "is less than what the lifetime leaves of older cohorts, %s".formatted(older));
        return Math.max(0, added);
    }

    private static void require(boolean holds, String what, int year, double seen, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "InUse: the %s of year %s %s (seen: %s). Maybe a shorter lifetime, or a figure is wrong."
                            .formatted(what, year, problem, seen));
        }
    }
}
