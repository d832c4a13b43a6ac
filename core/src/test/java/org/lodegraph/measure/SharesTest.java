package org.lodegraph.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.measure.Unit.ONE;
import static org.lodegraph.measure.Unit.SHARE;
import static org.lodegraph.measure.Unit.T_PER_A;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Shares of a whole: what is known, what is withheld, what is lumped. */
class SharesTest {

    private static final Shares GALLIUM_2025 = Shares.of(tonnes("China", 900, "Japan", 3, "Russia", 6));

    private static ImmutableMap<String, Range> tonnes(Object... pairs) {
        var map = ImmutableMap.<String, Range>builder();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], t(((Number) pairs[i + 1]).doubleValue()));
        }
        return map.build();
    }

    private static Range t(double amount) {
        return Range.exactly(amount, T_PER_A);
    }

    private static Range t(double low, double high) {
        return new Range(low, high, T_PER_A);
    }

    private static Range one(double low, double high) {
        return Range.spanning(low, high, ONE);
    }

    private static Range share(double low, double high) {
        return Range.spanning(low, high, SHARE);
    }

    @Test
    void galliumIsAlmostAMonopoly() {
        // 900 + 3 + 6 = 909; (900^2 + 3^2 + 6^2) / 909^2 = 810,045 / 826,281
        assertThat(GALLIUM_2025.hhi()).isEqualTo(one(810_045 / 826_281.0, 810_045 / 826_281.0));
        assertThat(GALLIUM_2025.hhi().low()).isEqualTo(0.980350510);
        assertThat(GALLIUM_2025.share("China")).hasToString("99.0 %");
        assertThat(GALLIUM_2025.share("China").low()).isEqualTo(0.990099010);
        assertThat(GALLIUM_2025.top(2)).isEqualTo(share(906 / 909.0, 906 / 909.0));
        assertThat(GALLIUM_2025.top(7)).isEqualTo(share(1, 1));
        assertThat(GALLIUM_2025.effectiveSuppliers()).hasToString("1.02");
        assertThat(GALLIUM_2025.ranked()).containsExactly("China", "Russia", "Japan");
        assertThat(GALLIUM_2025.sum()).isEqualTo(t(909));
    }

    @Test
    void equalsAreRankedByName() {
        assertThat(Shares.of(tonnes("b", 1, "a", 1, "c", 2)).ranked()).containsExactly("c", "a", "b");
    }

    @Test
    void aRoundedWorldTotalChangesNoShare() {
        Shares shares = GALLIUM_2025.outOf(t(910));

        assertThat(shares.hhi()).isEqualTo(GALLIUM_2025.hhi());
        assertThat(shares.conflict())
                .contains("Shares: the rows add up to 909 t/a, the published total is 910 t/a."
                        + " Maybe a row is missing, or the total is rounded.");
        assertThat(GALLIUM_2025.outOf(t(905, 915)).conflict()).isEmpty();
        assertThat(GALLIUM_2025.outOf(t(905, 915)).hhi()).isEqualTo(GALLIUM_2025.hhi());
    }

    @Test
    void aTotalBelowTheRowsIsReportedAndNotRepaired() {
        Shares shares = GALLIUM_2025.others(Range.unknown(T_PER_A)).outOf(t(900));

        assertThat(shares.conflict())
                .contains("Shares: the rows add up to 909 to unlimited t/a, the published total is 900 t/a."
                        + " Maybe a row is counted twice, or the total is rounded.");
        assertThat(shares.sum()).hasToString("909 to unlimited t/a");
    }

    @Test
    void otherCountriesAreOneHandOrMany() {
        // 60 + 20 named, 20 others. In one hand: (3600 + 400 + 400) / 10,000; infinitely thin: (3600 + 400) / 10,000.
        Shares shares = Shares.of(tonnes("a", 60, "b", 20)).others(t(20));

        assertThat(shares.hhi()).isEqualTo(one(0.40, 0.44));
        assertThat(shares.top(2)).isEqualTo(share(0.8, 0.8));
        assertThat(shares.top(3)).isEqualTo(share(0.8, 1));
        assertThat(shares.effectiveSuppliers()).isEqualTo(one(1 / 0.44, 2.5));
        assertThat(shares.share("a")).isEqualTo(share(0.6, 0.6));
        assertThat(shares.shareOfOthers()).isEqualTo(share(0.2, 0.2));
    }

    @Test
    void whatIsAnybodysMayBeTheLargestsToo() {
        // All 20 with a: (6400 + 400) / 10,000; infinitely thin: 0.40.
        Shares shares = Shares.of(tonnes("a", 60, "b", 20)).unattributed(t(20));

        assertThat(shares.hhi()).isEqualTo(one(0.40, 0.68));
        assertThat(shares.top(1)).isEqualTo(share(0.6, 0.8));
        assertThat(shares.share("b")).isEqualTo(share(0.2, 0.4));
        assertThat(shares.together(List.of("a", "b"))).isEqualTo(share(0.8, 1));
    }

    @Test
    void aWithheldAmountIsWhatThePublishedTotalLeaves() {
        // 100 - 60 - 20 = 20 for c: (3600 + 400 + 400) / 10,000
        Shares withheld = Shares.of(ImmutableMap.of("a", t(60), "b", t(20), "c", Range.unknown(T_PER_A)));

        assertThat(withheld.outOf(t(100)).hhi()).isEqualTo(one(0.44, 0.44));
        assertThat(withheld.outOf(t(100)).share("c")).isEqualTo(share(0.2, 0.2));
        assertThat(withheld.outOf(t(100)).amount("c")).isEqualTo(t(20));
        assertThat(withheld.outOf(t(100)).amount("a")).isEqualTo(t(60));
        assertThat(withheld.amount("c")).isEqualTo(Range.unknown(T_PER_A));
        // 60 + 20 are more than 70: the total narrows nothing.
        assertThat(withheld.outOf(t(70)).amount("c")).isEqualTo(Range.unknown(T_PER_A));
    }

    @Test
    void aTotalNarrowsWhatIsOthersAndAnybodys() {
        // 40 are left: for others 40 less 15..40, for anybody 40 less 10..30.
        Shares lumped = Shares.of(ImmutableMap.of("a", t(60)))
                .others(t(10, 30))
                .unattributed(t(15, 40))
                .outOf(t(100));

        assertThat(lumped.amountOfOthers()).isEqualTo(t(10, 25));
        assertThat(lumped.amountOfAnybody()).isEqualTo(t(15, 30));
    }

    @Test
    void aWithheldAmountWithoutATotalMayBeAnything() {
        // HHI(x) = (3600 + 400 + x^2) / (80 + x)^2 is least at x = 4000 / 80 = 50: 6500 / 16,900; and tends to 1.
        Shares withheld = Shares.of(ImmutableMap.of("a", t(60), "b", t(20), "c", Range.unknown(T_PER_A)));

        assertThat(withheld.hhi()).isEqualTo(one(6_500 / 16_900.0, 1));
        assertThat(withheld.share("c")).isEqualTo(share(0, 1));
        assertThat(withheld.share("a")).isEqualTo(share(0, 0.75));
        // The top one is a with 60 while c holds less: least at x = 60, 60 / 140.
        assertThat(withheld.top(1)).isEqualTo(share(60 / 140.0, 1));
        assertThat(withheld.share("c")).hasToString("0.0 % to 100.0 %");
    }

    @Test
    void twoWithheldAmountsShareWhatThePublishedTotalLeaves() {
        // 40 are left for b and c. One has all: (3600 + 1600) / 10,000; both have 20: (3600 + 400 + 400) / 10,000.
        Shares withheld = Shares.of(
                        ImmutableMap.of("a", t(60), "b", Range.unknown(T_PER_A), "c", Range.unknown(T_PER_A)))
                .outOf(t(100));

        assertThat(withheld.hhi()).isEqualTo(one(0.44, 0.52));
        assertThat(withheld.share("b")).isEqualTo(share(0, 0.4));
        assertThat(withheld.top(1)).isEqualTo(share(0.6, 0.6));
    }

    @Test
    void hhiIsNotMonotoneInAnAmount() {
        // a = 60, b in 20..90: least at b = a, 0.5; most at b = 20: (3600 + 400) / 6400.
        assertThat(Shares.of(ImmutableMap.of("a", t(60), "b", t(20, 90))).hhi()).isEqualTo(one(0.5, 0.625));
    }

    @Test
    void nobodyNamedIsOneHandOrInfinitelyMany() {
        Shares shares = new Shares(ImmutableMap.of(), t(20), t(0), Optional.empty());

        assertThat(shares.hhi()).isEqualTo(one(0, 1));
        assertThat(shares.effectiveSuppliers()).hasToString("1 to unlimited");
    }

    @Test
    void aWeightCountsForWhoHasOne() {
        // (0.5 x 60^2 + 0.1 x 20^2) / 100^2 = 0.184; c has no weight, so 80 % is covered.
        Shares shares = Shares.of(tonnes("a", 60, "b", 20, "c", 20));
        Map<String, Double> weights = ImmutableMap.of("a", 0.5, "b", 0.1, "elsewhere", 3.0);

        assertThat(shares.hhi(weights)).isEqualTo(one(0.184, 0.184));
        assertThat(shares.together(List.of("a", "b"))).hasToString("80.0 %");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shares.hhi(ImmutableMap.of("elsewhere", 1.0)))
                .withMessage("Shares of [a, b, c]: no holder has a weight. Maybe add one for the largest.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shares.hhi(ImmutableMap.of("a", -1.0)))
                .withMessage("Share holder 'a': the weight is -1.0. Maybe leave a missing weight out.");
    }

    @Test
    void whatIsNoShareIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shares.of(ImmutableMap.of()))
                .withMessage("Shares: nobody holds anything. Maybe a stage or year without rows.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shares.of(tonnes("a", 0, "b", 0)))
                .withMessage("Shares of [a, b]: all amounts or their total are zero, so there are no shares."
                        + " Maybe a stage or year without output.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shares.of(tonnes("a", 5, "b", -1)))
                .withMessage("Share holder 'b': holds -1 t/a, not an amount in t/a."
                        + " Maybe a sign, a unit or a basis is wrong.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GALLIUM_2025.others(Range.exactly(1, Unit.KG_PER_A)))
                .withMessageContaining("not an amount in kg/a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GALLIUM_2025.share("Ukraine"))
                .withMessage("Share holder 'Ukraine': not among the holders. Maybe one of [China, Russia, Japan].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GALLIUM_2025.top(0))
                .withMessage("Top-N share: N is 0. Maybe 1 or 3.");
    }
}
