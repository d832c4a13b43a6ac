package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Range;
import org.lodegraph.render.Render;

class WhoseNumbersTest {

    private static final WhoseNumbers NUMBERS = WhoseNumbers.of();

    @Test
    void sayWhetherItMatters() {
        assertThat(NUMBERS.headline())
                .isEqualTo(
                        "China mined 67.8 % of the rare earths of 2023 by one survey and 67.6 % by the other; with every figure that either has, 62.6 % to 71.1 %. The largest disagreement is Myanmar, 43,000 to 72,000 t: whichever is right, China is far ahead.");
        assertThat(Render.text(NUMBERS)).contains("""
                believing                       China       HHI, 0 to 1
                """.strip());
    }

    /** Both give China 255,000 t; of the others the smaller and the larger figure of each that both list. */
    @Test
    void addUpByHand() {
        double american = 16_000 + 140 + 2_900 + 2_100 + 43_000 + 310 + 7_200 + 2_500 + 3_600 + 41_600 + 300 + 1_440;
        double british = 16_780 + 4_200 + 2_100 + 72_000 + 134 + 1_964 + 24_960 + 300;
        double least = 16_000 + 140 + 2_900 + 2_100 + 43_000 + 134 + 7_200 + 1_964 + 3_600 + 24_960 + 300 + 1_440;
        double most = 16_780 + 140 + 4_200 + 2_100 + 72_000 + 310 + 7_200 + 2_500 + 3_600 + 41_600 + 300 + 1_440;

        assertThat(NUMBERS.american().share(Metal.CHINA).low()).isCloseTo(255 / (255 + american / 1000), within(1e-9));
        assertThat(NUMBERS.british().share(Metal.CHINA).low()).isCloseTo(255 / (255 + british / 1000), within(1e-9));
        Range all = NUMBERS.all().share(Metal.CHINA);
        assertThat(all.low()).isCloseTo(255 / (255 + most / 1000), within(1e-9));
        assertThat(all.high()).isCloseTo(255 / (255 + least / 1000), within(1e-9));
    }
}
