package org.lodegraph.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LifetimeTest {

    private static final double SMALL_STEP = 1.0 / 64;

    /** The family that lifetimes.csv names, by its two numbers. */
    static Lifetime of(String family, double first, double second) {
        return switch (family) {
            case "fixed" -> Lifetime.fixed(first);
            case "normal" -> Lifetime.normal(first, second);
            case "folded-normal" -> Lifetime.foldedNormal(first, second);
            case "lognormal" -> Lifetime.lognormal(first, second);
            case "weibull" -> Lifetime.weibull(first, second);
            default -> throw new IllegalArgumentException(family);
        };
    }

    private static Lifetime any(Random random) {
        String family = List.of("fixed", "normal", "folded-normal", "lognormal", "weibull")
                .get(random.nextInt(5));
        return of(family, 1 + 29 * random.nextDouble(), 0.7 + 5 * random.nextDouble());
    }

    @Test
    void aFixedLifetimeEndsAtItsAge() {
        Lifetime five = Lifetime.fixed(5);

        assertThat(five.survival(-1)).isEqualTo(1);
        assertThat(five.survival(4)).isEqualTo(1);
        assertThat(five.survival(5)).isZero();
    }

    /** A normal of mean 8 and deviation 5 has 5.48 % below zero: gone at the end of the first year, there before it. */
    @Test
    void aNormalLifetimeIsNotTruncated() {
        Lifetime normal = Lifetime.normal(8, 5);

        assertThat(normal.survival(-1)).isEqualTo(1);
        assertThat(normal.survival(0)).isCloseTo(0.945200708, within(1e-9));
        assertThat(normal.survival(8)).isEqualTo(0.5);
    }

    /** Shape 1 is exponential: exp(-3/2) after 3 of 2 years on average. Shape 2: gamma(1.5) = sqrt(pi)/2. */
    @Test
    void weibullFromItsMean() {
        assertThat(Lifetime.weibull(2, 1).survival(3)).isCloseTo(Math.exp(-1.5), within(1e-15));
        assertThat(Lifetime.weibull(4, 2).survival(4)).isCloseTo(Math.exp(-Math.PI / 4), within(1e-15));
    }

    @Test
    void everyProductIsThereBeforeItIsMadeAndNoneForEver() {
        Random random = new Random(20);
        for (int i = 0; i < 2_000; i++) {
            Lifetime lifetime = any(random);

            assertThat(lifetime.survival(-1)).as("%s", lifetime).isEqualTo(1);
            assertThat(lifetime.survival(1e6)).as("%s", lifetime).isLessThan(1e-6);
        }
    }

    @Test
    void aLongerLifetimeKeepsAtLeastAsMuchAndAnOlderCohortAtMost() {
        Random random = new Random(21);
        for (int i = 0; i < 5_000; i++) {
            Lifetime lifetime = any(random);
            Lifetime longer = lifetime.times(1 + random.nextDouble());
            double age = 40 * random.nextDouble();

            assertThat(longer.survival(age)).as("%s, %s", lifetime, age).isGreaterThanOrEqualTo(lifetime.survival(age));
            assertThat(lifetime.survival(age + 1))
                    .as("%s, %s", lifetime, age)
                    .isLessThanOrEqualTo(lifetime.survival(age));
        }
    }

    /** The mean of what is never negative is the integral of its survival, here by Simpson's rule on 1/64 years. */
    @Test
    void theMeanIsTheIntegralOfTheSurvival() {
        for (Lifetime lifetime : List.of(
                Lifetime.foldedNormal(4, 6),
                Lifetime.foldedNormal(10, 2.5),
                Lifetime.lognormal(7, 3),
                Lifetime.weibull(27, 5),
                Lifetime.weibull(4, 2))) {
            double sum = 0;
            for (double age = 0; age < 400; age += 2 * SMALL_STEP) {
                sum += SMALL_STEP
                        / 3
                        * (lifetime.survival(age)
                                + 4 * lifetime.survival(age + SMALL_STEP)
                                + lifetime.survival(age + 2 * SMALL_STEP));
            }

            assertThat(lifetime.mean()).as("%s", lifetime).isCloseTo(sum, within(1e-7));
        }
    }

    @Test
    void anotherMeanKeepsTheShape() {
        Random random = new Random(22);
        for (int i = 0; i < 2_000; i++) {
            Lifetime lifetime = any(random);
            Lifetime other = lifetime.withMean(10);
            double age = 30 * random.nextDouble();

            assertThat(other.mean()).isCloseTo(10, within(1e-12));
            assertThat(other.survival(age)).isCloseTo(lifetime.survival(age * lifetime.mean() / 10), within(1e-12));
        }
    }

    @Test
    void whatIsNoLifetimeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lifetime.fixed(0))
                .withMessage("Lifetime: years not positive (seen: 0.0). Maybe it was given in another order.");
        assertThatIllegalArgumentException().isThrownBy(() -> Lifetime.normal(3, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Lifetime.lognormal(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Lifetime.weibull(3, Double.NaN));
    }
}
