package org.lodegraph.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The corners of what is possible, where concentration is highest; {@link Completions} says why these suffice. */
final class Corners {

    /** How many ranges may lie inside others, or have others inside, before they are widened. */
    static final int NESTED_MOST = 12;

    private static final double ROUNDING = 1e-11;
    private static final int NOBODY = -1;

    private final double[] low;
    private final double[] high;
    private final double[] weight;
    private final Range sum;
    private final double slack;

    /** Holders whose ends differ; whoever dominates another comes first. */
    private final int[] open;

    private final double[] amounts;

    private int between = NOBODY;
    private double most;

    Corners(double[] low, double[] high, double[] weight, Range sum) {
        this.low = low;
        this.high = high.clone();
        this.weight = weight.clone();
        this.sum = sum;
        double floor = Arrays.stream(low).sum();
        for (int i = 0; i < low.length; i++) {
            this.high[i] = Math.max(low[i], Math.min(high[i], sum.high() - (floor - low[i])));
        }
        slack = ROUNDING * Math.max(sum.low(), floor);
        open = order();
        amounts = low.clone();
    }

    /** Whether i can never be lower than j, in either end or in weight. */
    private static boolean dominates(int i, int j, double[] low, double[] high, double[] weight) {
        return low[i] >= low[j] && high[i] >= high[j] && weight[i] >= weight[j];
    }

    /** Whether another holder dominates; of equals, the first. */
    static boolean isDominated(int j, double[] low, double[] high, double[] weight) {
        return IntStream.range(0, low.length)
                .anyMatch(i ->
                        i != j && dominates(i, j, low, high, weight) && (i < j || !dominates(j, i, low, high, weight)));
    }

    private boolean dominates(int i, int j) {
        return dominates(i, j, low, high, weight);
    }

    private int[] order() {
        int[] ranges =
                IntStream.range(0, low.length).filter(i -> high[i] > low[i]).toArray();
        long nested = Arrays.stream(ranges)
                .filter(i -> Arrays.stream(ranges).anyMatch(j -> !dominates(i, j) && !dominates(j, i)))
                .count();
        if (nested > NESTED_MOST) {
            widen(sorted(ranges, Comparator.comparingDouble(i -> low[i])));
        }
        return sorted(
                ranges,
                Comparator.<Integer>comparingDouble(i -> -low[i])
                        .thenComparingDouble(i -> -high[i])
                        .thenComparingDouble(i -> -weight[i]));
    }

    private void widen(int[] rising) {
        double highest = 0;
        double heaviest = 0;
        for (int i : rising) {
            highest = high[i] = Math.max(highest, high[i]);
            heaviest = weight[i] = Math.max(heaviest, weight[i]);
        }
    }

    private static int[] sorted(int[] indices, Comparator<Integer> order) {
        return Arrays.stream(indices).boxed().sorted(order).mapToInt(i -> i).toArray();
    }

    double most(Completions.Measure measure) {
        for (int i : open) {
            if (Double.isInfinite(high[i])) {
                double[] alone = new double[low.length];
                alone[i] = 1;
                most = Math.max(most, measure.of(alone, weight, 1));
            }
        }
        double floor = Arrays.stream(low).sum();
        double ceiling = Arrays.stream(high).sum();
        visit(0, floor, ceiling, measure);
        if (sum.low() > floor || sum.high() < ceiling) {
            for (int i : open) {
                between = i;
                visit(0, floor, ceiling, measure);
            }
        }
        return most;
    }

    /** Chooses an end for each open holder from {@code at} on; floor and ceiling are the sums that are still possible. */
    private void visit(int at, double floor, double ceiling, Completions.Measure measure) {
        if (floor > sum.high() + slack || ceiling < sum.low() - slack) {
            return;
        }
        if (at == open.length) {
            settle(measure);
            return;
        }
        int i = open[at];
        if (i == between) {
            visit(at + 1, floor, ceiling, measure);
            return;
        }
        boolean mayBeHigh = Double.isFinite(high[i]);
        for (int before = 0; before < at && mayBeHigh; before++) {
            int j = open[before];
            mayBeHigh = j == between || amounts[j] > low[j] || !dominates(j, i);
        }
        if (mayBeHigh) {
            amounts[i] = high[i];
            visit(at + 1, floor + (high[i] - low[i]), ceiling, measure);
        }
        amounts[i] = low[i];
        // A ceiling without limit stays so until every unlimited amount is settled; settle() checks the sum itself.
        visit(at + 1, floor, Double.isFinite(high[i]) ? ceiling - (high[i] - low[i]) : ceiling, measure);
    }

    private void settle(Completions.Measure measure) {
        if (between == NOBODY) {
            measure(measure);
            return;
        }
        amounts[between] = 0;
        double rest = Arrays.stream(amounts).sum();
        for (double bound : new double[] {sum.low(), sum.high()}) {
            double amount = bound - rest;
            if (amount >= low[between] - slack && amount <= high[between] + slack && Double.isFinite(amount)) {
                amounts[between] = Math.max(amount, 0);
                measure(measure);
            }
        }
        amounts[between] = low[between];
    }

    private void measure(Completions.Measure measure) {
        double total = Arrays.stream(amounts).sum();
        if (total > 0 && total >= sum.low() - slack && total <= sum.high() + slack) {
            most = Math.max(most, measure.of(amounts, weight, total));
        }
    }
}
