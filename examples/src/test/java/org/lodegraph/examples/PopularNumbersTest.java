package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodegraph.examples.MagnetStages.Step;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.reference.Reference;
import org.lodegraph.render.Render;

class PopularNumbersTest {

    private static final PopularNumbers NUMBERS = PopularNumbers.of();

    @Test
    void onlyWhatIsSaidOfMinesCanBeChecked() {
        assertThat(NUMBERS.headline())
                .isEqualTo(
                        "By what was made in 2024, the most concentrated stage is separation or metal or magnet: which, the figures cannot tell. By what may be made (of separation, what its quota lets China do) it is metal or magnet. Popular numbers on China's share, each beside the data of its own year, are too low: 58 % (mine, 2022), 60 % (mine, 2022), 70 % (mine, 2022); possible: 85 % (separation, 2022), 95 % (separation, 2023), 92 % (magnet, 2022), 90 % (magnet, 2025); of something else: 62 % (mine, 2023), 92 % (separation, 2023); older than the data: 97 % (mine, 2010).");
    }

    @Test
    void printsItsTables() {
        assertThat(Render.text(NUMBERS)).contains("""
                mine        70 %              0.52          70 %                 0.52
                separation  0 to 94 %         0.19 to 0.89  87 to 92 %           0.76 to 0.84
                metal       0 to 100 %        0.17 to 1.00  87 to 98 %           0.76 to 0.97
                magnet      85 to 94 %        0.73 to 0.89  92 to 97 %           0.85 to 0.94
                """, """
                separation  85 %  2022  Brink News     of capacity                   83 to 93 %  possible
                """, """
                Finding: Another edition. Of 2024, USGS first gave Australia 13,000 t and Thailand 13,000 t, a year
                         later 29,000 t and 2,100 t; China's 270,000 t stayed.
                """);
    }

    /** The share of 2022 that stands beside what is said of 2022 is that of the list of years: BGS, tons. */
    @Test
    void oneYearHasOneShare() {
        Saying quoted = NUMBERS.sayings().stream()
                .filter(saying -> saying.fact().id().equals("said-mining-2022-scmp"))
                .findFirst()
                .orElseThrow();
        double others = 25_500 + 24_000 + 15_970 + 4_200 + 2_038 + 1_200 + 960 + 52;

        assertThat(quoted.known().orElseThrow().low()).isCloseTo(210_000 / (210_000 + others), within(1e-9));
        assertThat(quoted.verdict()).isEqualTo(Saying.Verdict.TOO_LOW);
        assertThat(Render.text(NUMBERS)).contains("74 % in 2022");
    }

    /** 270,000 t of the 384,000 t that were mined in 2024, USGS Mineral Commodity Summaries 2026. */
    @Test
    void minesByHand() {
        double others = 45_500 + 29_000 + 27_000 + 2_900 + 2_600 + 2_100 + 1_500 + 1_400 + 560 + 300 + 140 + 1_000;

        Range mined = step("mine").output().share(Metal.CHINA);

        assertThat(mined.isExact()).isTrue();
        assertThat(mined.low()).isCloseTo(270_000 / (270_000 + others), within(1e-9));
    }

    /**
     * China may separate 254,000 t; Malaysia 10,908 t and the United States 4,300 t, and at least 3,000 t in India, 3,000 t in
     * France, 2,000 t in Estonia, at most 11,200 t, 9,000 t and 3,000 t.
     */
    @Test
    void separationByHand() {
        Range share = step("separation").capacity().share(Metal.CHINA);

        assertThat(share.low())
                .isCloseTo(254_000 / (254_000 + 10_908 + 4_300 + 11_200.0 + 9_000 + 3_000), within(1e-9));
        assertThat(share.high())
                .isCloseTo(254_000 / (254_000 + 10_908 + 4_300 + 3_000.0 + 3_000 + 2_000), within(1e-9));
    }

    /** Thousands of tons of metal: China 80 to 150; Vietnam, Thailand, Japan, Britain, Estonia 2.65 to 12 together. */
    @Test
    void metalByHand() {
        Range share = step("metal").capacity().share(Metal.CHINA);

        assertThat(share.low()).isCloseTo(80 / (80 + 5 + 3 + 3 + 0.5 + 0.5), within(1e-9));
        assertThat(share.high()).isCloseTo(150 / (150 + 1.5 + 0.5 + 0.5 + 0.1 + 0.05), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "0.80, 0.85, TOO_HIGH",
        "0.80, 0.915, POSSIBLE",
        "0.90, 0.95, POSSIBLE",
        "0.94, 0.95, TOO_LOW",
        "0.915, 0.915, RIGHT",
        "0.93, 0.93, RIGHT",
        "0.94, 0.94, TOO_LOW"
    })
    void aPointToSpare(double low, double high, Saying.Verdict verdict) {
        assertThat(Saying.verdict(0.92, new Range(low, high, Unit.SHARE))).isEqualTo(verdict);
    }

    @Test
    void noEditionListsReservesOfMongolia() {
        assertThat(Reference.statistics())
                .noneMatch(row ->
                        row.country().value().equals("MNG") && row.material().equals(MagnetStages.SEPARATED));
    }

    private static Step step(String name) {
        return NUMBERS.steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
