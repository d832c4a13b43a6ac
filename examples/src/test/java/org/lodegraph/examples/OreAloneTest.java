package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lodegraph.render.Render;

class OreAloneTest {

    private static final OreAlone ORE = OreAlone.of();

    @Test
    void oreIsNotWhatIsMissing() {
        assertThat(ORE.headline())
                .isEqualTo(
                        "9 of 12 countries with known reserves of rare earths, and 41.9 % of the ore, have no separator at home that the data know, Brazil with 21,000,000 t REO oxide first. Where some separate at home, mines dig 40,071 to 43,777 t/a REO oxide more than they can take, added up country by country. If China separated for nobody, everybody else could take 24,414 to 48,495 t/a REO oxide, 21.4 % to 42.5 % of what mines outside China already dig (114,000 t/a REO oxide): more ore would wait longer.");
    }

    /** Tons, USGS Mineral Commodity Summaries 2026, output of 2024: all but China, others included. */
    @Test
    void whatOthersDig() {
        double others = 29_000 + 560 + 2_900 + 1_400 + 27_000 + 140 + 1_500 + 2_600 + 2_100 + 45_500 + 300 + 1_000;

        assertThat(ORE.dug().isExact()).isTrue();
        assertThat(ORE.dug().low()).isCloseTo(others, within(1e-6));
    }

    /** Kilotons, USGS Mineral Commodity Summaries 2025: all but China, India and the United States, over all. */
    @Test
    void whatLiesWhereNobodySeparates() {
        double poor = 21_000 + 5_700 + 3_800 + 3_500 + 1_500 + 890 + 860 + 830 + 4.5;

        assertThat(ORE.atHome().strandedShare().low()).isCloseTo(poor / (poor + 44_000 + 6_900 + 1_900), within(1e-9));
    }

    /**
     * Tons: the United States dig 45,500 and separate 4,300, China 270,000 and 254,000 or more, India less than it can separate;
     * a ton separated takes 1 / (0.97 x 0.98) to 1 / (0.88 x 0.9) t of ore. What India could take besides helps nobody else.
     */
    @Test
    void whatIsDugBeyondWhatIsTakenAtHome() {
        double most = 1 / (0.88 * 0.9);
        double least = 1 / (0.97 * 0.98);

        assertThat(ORE.atHome().left().low()).isCloseTo(45_500 - 4_300 * most, within(1.0));
        assertThat(ORE.atHome().left().high())
                .isCloseTo(45_500 - 4_300 * least + 270_000 - 254_000 * least, within(1.0));
    }

    @Test
    void printsItsTable() {
        assertThat(Render.text(ORE)).contains("""
                China              44,000,000        270,000      1  267,200 to 320,707  unsure  137.2 to 164.7
                Brazil             21,000,000            560      0                   0  none
                India               6,900,000          2,900      1     3,156 to 14,141  enough  487.9 to 2,186
                """);
    }
}
