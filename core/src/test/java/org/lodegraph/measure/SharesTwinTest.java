package org.lodegraph.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.measure.Unit.T_PER_A;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Intervals of shares against a slow and obvious twin on thousands of small random cases: the most by trying every corner of
 * what is possible, with no corner passed over; the least by walking downhill from a corner along single amounts and along
 * transfers between two, with masses of unknown holders cut into many hands; and no random completion outside.
 */
class SharesTwinTest {

    private static final int CASES = 2_000;
    private static final double FAR = 1e11;
    private static final double THIN = 1e-7;

    /** One case: named holders, then others, then unattributed; total bounds; a weight for each named holder. */
    private record Case(double[] low, double[] high, double least, double most, double[] weight, int named) {

        static Case random(SplittableRandom random) {
            int named = 1 + random.nextInt(4);
            double[] low = new double[named + 2];
            double[] high = new double[named + 2];
            for (int i = 0; i < low.length; i++) {
                boolean lump = i >= named;
                int kind = lump ? random.nextInt(6) : random.nextInt(8);
                low[i] = lump && kind > 2 ? 0 : kind == 7 ? 0 : random.nextInt(20);
                high[i] = lump && kind > 2 ? 0 : kind > 4 ? low[i] : low[i] + random.nextInt(30);
                if (!lump && kind == 7 && random.nextBoolean()) {
                    high[i] = FAR;
                }
            }
            low[0] = Math.max(low[0], 1);
            high[0] = Math.max(high[0], low[0]);
            double floor = Arrays.stream(low).sum();
            double ceiling = Arrays.stream(high).sum();
            double least = floor;
            double most = ceiling;
            if (random.nextBoolean()) {
                least = floor + random.nextDouble() * (Math.min(ceiling, floor + 60) - floor);
                most = random.nextBoolean() ? least : Math.min(ceiling, least + random.nextInt(20));
            }
            double[] weight = new double[named + 2];
            for (int i = 0; i < named; i++) {
                weight[i] = random.nextInt(4);
            }
            return new Case(low, high, least, most, weight, named);
        }

        Shares shares() {
            Map<String, Range> holders = new LinkedHashMap<>();
            for (int i = 0; i < named; i++) {
                holders.put("h" + i, range(i));
            }
            Shares shares = Shares.of(holders).others(range(named)).unattributed(range(named + 1));
            return least == floor() && most == ceiling() ? shares : shares.outOf(new Range(least, most, T_PER_A));
        }

        double floor() {
            return Arrays.stream(low).sum();
        }

        double ceiling() {
            return Arrays.stream(high).sum();
        }

        private Range range(int i) {
            return new Range(low[i], high[i] == FAR ? Double.POSITIVE_INFINITY : high[i], T_PER_A);
        }

        ImmutableMap<String, Double> weights() {
            var weights = ImmutableMap.<String, Double>builder();
            IntStream.range(0, named).forEach(i -> weights.put("h" + i, weight[i]));
            return weights.build();
        }

        boolean allows(double[] x) {
            double sum = Arrays.stream(x).sum();
            return sum > 0 && sum >= least - 1e-9 * sum && sum <= most + 1e-9 * sum;
        }

        /** Every corner: each amount at an end, or one in between with the sum at a bound. */
        double most(ToDoubleFunction<double[]> measure) {
            double best = 0;
            int n = low.length;
            for (int free = -1; free < n; free++) {
                for (int ends = 0; ends < 1 << n; ends++) {
                    double[] x = new double[n];
                    for (int i = 0; i < n; i++) {
                        x[i] = (ends >> i & 1) == 0 ? low[i] : high[i];
                    }
                    for (double bound : new double[] {least, most}) {
                        if (free >= 0) {
                            x[free] = 0;
                            x[free] = Math.max(
                                    low[free],
                                    Math.min(
                                            high[free], bound - Arrays.stream(x).sum()));
                        }
                        best = allows(x) ? Math.max(best, mostOver(x, measure)) : best;
                    }
                }
            }
            return best;
        }

        /** Anybody's mass goes to each in turn, also to the others, who are one hand. */
        private double mostOver(double[] x, ToDoubleFunction<double[]> measure) {
            if (x[named + 1] == 0) {
                return measure.applyAsDouble(x);
            }
            double best = 0;
            for (int receiver = 0; receiver <= named; receiver++) {
                double[] given = x.clone();
                given[receiver] += given[named + 1];
                given[named + 1] = 0;
                best = Math.max(best, measure.applyAsDouble(given));
            }
            return best;
        }

        /** Downhill from a feasible start: single amounts, then transfers, by golden section, until nothing moves. */
        double least(ToDoubleFunction<double[]> measure, SplittableRandom random) {
            double[] x = start(random);
            int n = x.length;
            double value = measure.applyAsDouble(x);
            for (int round = 0; round < 400; round++) {
                double before = value;
                for (int i = 0; i < n; i++) {
                    for (int j = i; j < n; j++) {
                        value = section(x, i, j, measure);
                    }
                }
                if (before - value < 1e-12) {
                    break;
                }
            }
            return value;
        }

        private double section(double[] x, int i, int j, ToDoubleFunction<double[]> measure) {
            double sum = Arrays.stream(x).sum();
            double down = low[i] - x[i];
            double up = high[i] - x[i];
            if (i == j) {
                down = Math.max(down, least - sum);
                up = Math.min(up, most - sum);
            } else {
                down = Math.max(down, x[j] - high[j]);
                up = Math.min(up, x[j] - low[j]);
            }
            double ratio = (Math.sqrt(5) - 1) / 2;
            double a = Math.min(down, 0);
            double b = Math.max(up, 0);
            for (int k = 0; k < 80; k++) {
                double c = b - ratio * (b - a);
                double d = a + ratio * (b - a);
                if (measure.applyAsDouble(moved(x, i, j, c)) <= measure.applyAsDouble(moved(x, i, j, d))) {
                    b = d;
                } else {
                    a = c;
                }
            }
            double[] there = moved(x, i, j, (a + b) / 2);
            double now = measure.applyAsDouble(x);
            double then = measure.applyAsDouble(there);
            if (then < now) {
                System.arraycopy(there, 0, x, 0, x.length);
            }
            return Math.min(now, then);
        }

        private static double[] moved(double[] x, int i, int j, double by) {
            double[] there = x.clone();
            there[i] += by;
            if (i != j) {
                there[j] -= by;
            }
            return there;
        }

        /** A random possible completion: low ends, then rising in random order until a random sum is met. */
        double[] start(SplittableRandom random) {
            double[] x = low.clone();
            double bound = Math.min(most, floor() + 200);
            double left = Math.max(least, least + random.nextDouble() * (bound - least)) - floor();
            int[] order = random.ints(0, x.length).distinct().limit(x.length).toArray();
            for (int round = 0; round < 3; round++) {
                for (int i : order) {
                    double step = Math.min(left, (high[i] - x[i]) * (round == 2 ? 1 : random.nextDouble()));
                    x[i] += step;
                    left -= step;
                }
            }
            return x;
        }

        /** HHI with the last two, the masses of unknown holders, infinitely thin: they add nothing to the squares. */
        double thin(double[] x) {
            double sum = Arrays.stream(x).sum();
            return IntStream.range(0, named).mapToDouble(i -> x[i] * x[i]).sum() / (sum * sum);
        }

        double weightedThin(double[] x) {
            double sum = Arrays.stream(x).sum();
            return IntStream.range(0, named)
                            .mapToDouble(i -> weight[i] * x[i] * x[i])
                            .sum()
                    / (sum * sum);
        }

        double one(double[] x) {
            double sum = Arrays.stream(x).sum();
            return Arrays.stream(x).map(amount -> amount * amount / (sum * sum)).sum();
        }
    }

    private static double top(int n, double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return Arrays.stream(sorted).skip(Math.max(0, sorted.length - n)).sum()
                / Arrays.stream(x).sum();
    }

    private static void assertClose(double actual, double expected, double tolerance, Case seen) {
        if (Math.abs(actual - expected) <= tolerance) {
            return;
        }
        assertThat(actual)
                .as(() -> "%s, not %s, for %s %s sum %s..%s of %s named, weights %s"
                        .formatted(
                                actual,
                                expected,
                                Arrays.toString(seen.low),
                                Arrays.toString(seen.high),
                                seen.least,
                                seen.most,
                                seen.named,
                                Arrays.toString(seen.weight)))
                .isEqualTo(expected);
    }

    @Test
    void theMostIsTheBestOfAllCorners() {
        var random = new SplittableRandom(11);
        for (int i = 0; i < CASES; i++) {
            Case one = Case.random(random);
            Shares shares = one.shares();
            assertThat(shares.conflict()).isEmpty();
            assertClose(shares.hhi().high(), one.most(one::one), 1e-7, one);
            assertClose(shares.hhi(one.weights()).high(), one.most(one::weightedThin), 1e-7, one);
            assertClose(shares.top(1).high(), one.most(x -> top(1, x)), 1e-7, one);
            assertClose(shares.top(2).high(), one.most(x -> top(2, x)), 1e-7, one);
        }
    }

    @Test
    void theLeastIsWhereNothingGoesDownhill() {
        var random = new SplittableRandom(12);
        for (int i = 0; i < CASES / 6; i++) {
            Case one = Case.random(random);
            Shares shares = one.shares();
            assertClose(shares.hhi().low(), one.least(one::thin, random), 1e-7, one);
            assertClose(shares.hhi(one.weights()).low(), one.least(one::weightedThin, random), 1e-7, one);
        }
    }

    @Test
    void noCompletionLiesOutside() {
        var random = new SplittableRandom(13);
        for (int i = 0; i < CASES; i++) {
            Case one = Case.random(random);
            Shares shares = one.shares();
            Range hhi = shares.hhi();
            Range first = shares.top(1);
            Range three = shares.top(3);
            for (int k = 0; k < 10; k++) {
                double[] x = one.start(random);
                double[] hands = hands(x, one.named, random);
                assertInside(hhi, one.one(hands), one);
                assertInside(first, top(1, hands), one);
                assertInside(three, top(3, hands), one);
                double sum = Arrays.stream(hands).sum();
                assertInside(shares.share("h0"), hands[0] / sum, one);
                assertInside(shares.shareOfOthers(), x[one.named] / sum, one);
                assertInside(shares.sum(), sum, one);
                assertInside(shares.amount("h0"), x[0], one);
                assertInside(shares.amountOfOthers(), x[one.named], one);
                assertInside(shares.amountOfAnybody(), x[one.named + 1], one);
            }
        }
    }

    /** Others in up to three hands; anybody's mass to a named holder or a new hand. */
    private static double[] hands(double[] x, int named, SplittableRandom random) {
        double[] hands = Arrays.copyOf(x, named + 4);
        Arrays.fill(hands, named, hands.length, 0);
        for (int part = 0; part < 3; part++) {
            hands[named + random.nextInt(3)] += x[named] / 3;
        }
        int receiver = random.nextInt(named + 1);
        hands[receiver == named ? named + 3 : receiver] += x[named + 1];
        return hands;
    }

    private static void assertInside(Range range, double value, Case seen) {
        double tolerance = THIN * Math.max(1, value);
        assertClose(Math.max(range.low() - value, Math.max(value - range.high(), 0)), 0, tolerance, seen);
    }

    @Test
    void oneHoldersShareIsAttained() {
        var random = new SplittableRandom(14);
        for (int i = 0; i < CASES; i++) {
            Case one = Case.random(random);
            ToDoubleFunction<double[]> first = x -> x[0] / Arrays.stream(x).sum();
            assertClose(one.shares().share("h0").high(), one.most(first), 1e-7, one);
            // 1 - share is largest where the share is least; anybody's mass may all go elsewhere.
            ToDoubleFunction<double[]> rest = x -> 1 - first.applyAsDouble(x);
            assertClose(1 - one.shares().share("h0").low(), one.most(rest), 1e-7, one);
        }
    }

    @Test
    void theTopIsLeastWhereAllAreLevel() {
        var random = new SplittableRandom(15);
        for (int i = 0; i < CASES / 10; i++) {
            Case one = Case.random(random);
            for (int n = 1; n <= 3; n++) {
                double least = one.shares().top(n).low();
                int count = n;
                // A grid over levels finds no lower one, and one that is as low up to the grid's step.
                double best = Double.POSITIVE_INFINITY;
                for (int step = 0; step <= 600; step++) {
                    double[] x = one.low.clone();
                    x[one.named] = 0;
                    x[one.named + 1] = 0;
                    double thin = Math.min(
                            one.high[one.named] + one.high[one.named + 1],
                            one.most - Arrays.stream(x).sum());
                    for (int k = 0; k < one.named; k++) {
                        x[k] = Math.max(one.low[k], Math.min(one.high[k], step / 10.0));
                    }
                    double sum = Arrays.stream(x).sum() + thin;
                    if (sum > one.least * (1 - 1e-12) && sum < one.most * (1 + 1e-12)) {
                        double[] sorted = x.clone();
                        Arrays.sort(sorted);
                        best = Math.min(
                                best,
                                Arrays.stream(sorted).skip(x.length - count).sum() / sum);
                    }
                }
                if (Double.isFinite(best)) {
                    assertThat(least).isLessThanOrEqualTo(best + 1e-9);
                }
            }
        }
    }

    @Test
    void manyNestedRangesAreEnclosed() {
        var random = new SplittableRandom(16);
        Map<String, Range> nested = new LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            nested.put("h" + i, new Range(random.nextInt(50), 50 + random.nextInt(100), T_PER_A));
        }
        Range hhi = Shares.of(nested).hhi();
        for (int k = 0; k < 5_000; k++) {
            double[] x = nested.values().stream()
                    .mapToDouble(range -> random.nextBoolean() ? range.low() : range.high())
                    .toArray();
            double sum = Arrays.stream(x).sum();
            assertThat(hhi.contains(
                            Arrays.stream(x).map(a -> a * a / (sum * sum)).sum()))
                    .isTrue();
        }
    }
}
