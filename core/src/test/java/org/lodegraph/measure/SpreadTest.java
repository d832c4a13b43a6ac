package org.lodegraph.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Spreads: their ends, and that draws follow them.
 *
 * <p>The bounds on draws: a mean of N draws with standard deviation s errs by s / sqrt(N); five times that is exceeded by
 * chance once in 1.7 million. The empirical distribution errs by more than d anywhere with a probability of at most
 * 2 exp(-2 N d^2) (Dvoretzky, Kiefer, Wolfowitz with the constant of Massart 1990); N = 100,000 and d = 0.0085 make that
 * 1e-6. The seeds are fixed, so a test that passes once passes always.
 */
class SpreadTest {

    private static final int N = 100_000;
    private static final double DKW = 0.0085;

    private static double[] draws(Spread spread) {
        var random = new SplittableRandom(20_260_731);
        double[] drawn = new double[N];
        Arrays.setAll(drawn, i -> spread.draw(random));
        Arrays.sort(drawn);
        return drawn;
    }

    private static void assertMean(double[] drawn, double mean, double deviation) {
        assertThat(Arrays.stream(drawn).average().orElseThrow()).isCloseTo(mean, within(5 * deviation / Math.sqrt(N)));
    }

    /** The share of draws at or below a value is the value's probability. */
    private static void assertProbability(double[] drawn, double value, double probability) {
        double below = Arrays.stream(drawn).filter(x -> x <= value).count() / (double) N;
        assertThat(below).isCloseTo(probability, within(DKW));
    }

    @Test
    void anExactNumberIsAlwaysDrawn() {
        Spread spread = Spread.exact(900);

        assertThat(draws(spread)).containsOnly(900);
        assertThat(spread.low()).isEqualTo(900);
        assertThat(spread.central()).isEqualTo(900);
        assertThat(spread.high()).isEqualTo(900);
        assertThat(Spread.exact(-0.0)).isEqualTo(Spread.exact(0));
    }

    @Test
    void aBareRangeIsDrawnEvenly() {
        double[] drawn = draws(Spread.between(60, 95));

        // Mean 77.5, standard deviation 35 / sqrt(12).
        assertMean(drawn, 77.5, 35 / Math.sqrt(12));
        assertProbability(drawn, 67, 0.2);
        assertProbability(drawn, 88, 0.8);
        assertThat(drawn[0]).isGreaterThanOrEqualTo(60);
        assertThat(drawn[N - 1]).isLessThanOrEqualTo(95);
    }

    @Test
    void aTriangleIsDrawnAroundItsMode() {
        double[] drawn = draws(Spread.triangular(0, 1, 4));

        // Mean (0 + 1 + 4) / 3; variance (0 + 1 + 16 - 0 - 0 - 4) / 18 = 13 / 18.
        assertMean(drawn, 5.0 / 3, Math.sqrt(13.0 / 18));
        // Below the mode (1 - 0) / (4 - 0); above 2 lies (4 - 2)^2 / ((4 - 0)(4 - 1)) = 1 / 3.
        assertProbability(drawn, 1, 0.25);
        assertProbability(drawn, 2, 2.0 / 3);
        assertThat(drawn[0]).isGreaterThanOrEqualTo(0);
        assertThat(drawn[N - 1]).isLessThanOrEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 4})
    void aTriangleMayLeanOnItsEnd(double mode) {
        // Mean (4 + mode) / 3; variance 16 / 18 for either.
        assertMean(draws(Spread.triangular(0, mode, 4)), (4 + mode) / 3, Math.sqrt(16.0 / 18));
    }

    @Test
    void aLognormalIsDrawnAroundItsMedian() {
        Spread spread = Spread.lognormal(100, 0.5);
        double[] drawn = draws(spread);

        assertProbability(drawn, 100, 0.5);
        assertProbability(drawn, spread.low(), 0.025);
        assertProbability(drawn, spread.high(), 0.975);
        assertMean(Arrays.stream(drawn).map(Math::log).toArray(), Math.log(100), 0.5);
        // exp(1.959964 x 0.5) = 2.664413...
        assertThat(spread.high()).isCloseTo(266.4413, within(1e-3));
        assertThat(spread.low() * spread.high()).isCloseTo(10_000, within(1e-8));
    }

    @Test
    void drawsDependOnTheSeedAlone() {
        Spread spread = Spread.lognormal(100, 0.5);

        assertThat(spread.draw(new SplittableRandom(7))).isEqualTo(spread.draw(new SplittableRandom(7)));
        // The bytes of one draw, the same on each JVM.
        assertThat(Double.toHexString(spread.draw(new SplittableRandom(7)))).isEqualTo("0x1.47d9760feaad9p7");
        assertThat(Double.toHexString(Spread.triangular(0, 1, 4).draw(new SplittableRandom(7))))
                .isEqualTo("0x1.4b4857c2fc53ap0");
    }

    static Spread[] kinds() {
        return new Spread[] {
            Spread.exact(3), Spread.between(3, 19), Spread.triangular(1, 2, 5), Spread.lognormal(2, 0.25)
        };
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void scalingScalesEveryReading(Spread spread) {
        for (Reading reading : Reading.values()) {
            assertThat(spread.times(4).at(reading)).isCloseTo(4 * spread.at(reading), within(1e-12));
            assertThat(spread.times(0)).isEqualTo(Spread.exact(0));
        }
        assertThat(spread.times(4)).hasSameClassAs(spread);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spread.times(-2))
                .withMessage("Spread: cannot be multiplied by -2.0. Maybe a factor of 0 or above.");
        assertThatIllegalArgumentException().isThrownBy(() -> spread.times(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> spread.times(Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void readingsAreInOrder(Spread spread) {
        assertThat(spread.at(Reading.LOW)).isLessThanOrEqualTo(spread.at(Reading.CENTRAL));
        assertThat(spread.at(Reading.CENTRAL)).isLessThanOrEqualTo(spread.at(Reading.HIGH));
    }

    @Test
    void centralIsTheMidpointTheModeOrTheMedian() {
        assertThat(kinds()).extracting(Spread::central).containsExactly(3.0, 11.0, 2.0, 2.0);
    }

    @Test
    void oppositesMeet() {
        assertThat(Reading.values())
                .extracting(Reading::opposite)
                .containsExactly(Reading.HIGH, Reading.CENTRAL, Reading.LOW);
    }

    @Test
    void whatDoesNotSpreadIsExact() {
        assertThat(Spread.between(7, 7)).isEqualTo(Spread.exact(7));
        assertThat(Spread.triangular(7, 7, 7)).isEqualTo(Spread.exact(7));
    }

    @Test
    void numbersOutOfOrderAreRefused() {
        String cure = " Maybe use Figure.unknown for a missing number.";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spread.exact(Double.NaN))
                .withMessage("Spread (exact): numbers must be finite and in order (seen: NaN)." + cure);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spread.between(19, 3))
                .withMessage("Spread (range): numbers must be finite and in order (seen: 19.0 .. 3.0)." + cure);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spread.triangular(0, 5, 4))
                .withMessage(
                        "Spread (triangle): numbers must be finite and in order (seen: 0.0 .. 5.0 .. 4.0)." + cure);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spread.lognormal(0, 1))
                .withMessage("Spread (lognormal): numbers must be finite and in order (seen: median 0.0, sigma 1.0)."
                        + cure);
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.lognormal(1e308, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.between(0, Double.POSITIVE_INFINITY));
    }
}
