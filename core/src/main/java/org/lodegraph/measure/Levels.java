package org.lodegraph.measure;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The most even of what is possible, where concentration is lowest; {@link Completions} says why these suffice. */
final class Levels {

    private static final double ROUNDING = 1e-11;

    private final double[] low;
    private final double[] high;
    private final double[] weight;
    private final Range sum;
    private final double thinHigh;

    /** Takes named holders, then one hand for the others; here the others, and what weighs nothing, are spread thin. */
    Levels(double[] low, double[] high, double[] weight, Range unattributed, Range sum) {
        this.low = low.clone();
        this.high = high.clone();
        this.weight = weight;
        this.sum = sum;
        double thin = unattributed.high();
        for (int i = 0; i < low.length; i++) {
            if (i == low.length - 1 || weight[i] == 0) {
                thin += high[i];
                this.low[i] = this.high[i] = 0;
            }
        }
        thinHigh = thin;
    }

    double least(Completions.Measure measure) {
        double floor = Arrays.stream(low).sum();
        if (floor + thinHigh > sum.high()) {
            return measure.of(low, weight, sum.high());
        }
        if (Double.isInfinite(thinHigh)) {
            return 0;
        }
        double[] steps = steps(measure.places());
        double least = atInfinity(measure);
        for (int piece = 0; piece <= steps.length; piece++) {
            double from = piece == 0 ? 0 : steps[piece - 1];
            double to = piece == steps.length ? Double.POSITIVE_INFINITY : steps[piece];
            for (double level : candidates(from, to)) {
                if (level >= from && level <= to && Double.isFinite(level)) {
                    least = Math.min(least, at(level, measure));
                }
            }
        }
        return least;
    }

    /** Where a holder starts or stops to be level, and where the level passes one of the largest exact amounts. */
    private double[] steps(int places) {
        DoubleStream ends = IntStream.range(0, low.length)
                .filter(i -> high[i] > low[i])
                .boxed()
                .flatMapToDouble(i -> DoubleStream.of(weight[i] * low[i], weight[i] * high[i]));
        DoubleStream passed = IntStream.range(0, low.length)
                .filter(i -> high[i] == low[i])
                .mapToDouble(i -> -low[i])
                .sorted()
                .limit(places)
                .map(amount -> -amount);
        return DoubleStream.concat(ends, passed)
                .filter(Double::isFinite)
                .sorted()
                .distinct()
                .toArray();
    }

    /** On one piece the sum is cut + level x slope. */
    private double[] candidates(double from, double to) {
        double cut = thinHigh;
        double squares = 0;
        double slope = 0;
        for (int i = 0; i < low.length; i++) {
            if (high[i] > low[i] && weight[i] * low[i] <= from && weight[i] * high[i] >= to) {
                slope += 1 / weight[i];
            } else {
                double amount = amount(i, from);
                cut += amount;
                squares += weight[i] * amount * amount;
            }
        }
        return new double[] {from, to, squares / cut, (sum.low() - cut) / slope, (sum.high() - cut) / slope};
    }

    private double amount(int i, double level) {
        return low[i] == high[i] ? low[i] : Math.max(low[i], Math.min(high[i], level / weight[i]));
    }

    private double at(double level, Completions.Measure measure) {
        double[] amounts = IntStream.range(0, low.length)
                .mapToDouble(i -> amount(i, level))
                .toArray();
        double total = Arrays.stream(amounts).sum() + thinHigh;
        double slack = ROUNDING * total;
        return total > 0 && total >= sum.low() - slack && total <= sum.high() + slack
                ? measure.of(amounts, weight, total)
                : Double.POSITIVE_INFINITY;
    }

    /** All that is unlimited grows evenly, and leaves the rest behind. */
    private double atInfinity(Completions.Measure measure) {
        double[] amounts = IntStream.range(0, low.length)
                .mapToDouble(i -> Double.isInfinite(high[i]) ? 1 / weight[i] : 0)
                .toArray();
        double total = Arrays.stream(amounts).sum();
        return Double.isInfinite(sum.high()) && total > 0
                ? measure.of(amounts, weight, total)
                : Double.POSITIVE_INFINITY;
    }
}
