package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Range;
import org.lodegraph.render.Render;

class TechnologyBanTest {

    private static final TechnologyBan BAN = TechnologyBan.of();

    @Test
    void stopsWhatWouldHaveHelped() {
        assertThat(BAN.headline())
                .isEqualTo(
                        "Without Chinese ore and separation the United States lack 86.1 % to 91.6 % of the rare earths they want if all share. If everybody else separates all that it digs and no more, 61.3 % to 67.7 %; if the ban on technology stops every plant that starts after it, 86.1 % to 91.6 % again: 11 new plants, and 1 that was planned anyway, stand still beside ore that is dug.");
        // To the last digit: what may not start changes nothing.
        assertThat(BAN.banned().shared()).isEqualTo(BAN.before().shared());
        assertThat(BAN.built().shared().unmet().high())
                .isLessThan(BAN.before().shared().unmet().low());
    }

    /**
     * Tons: all but China dig 113,000 where it is known where (USGS Mineral Commodity Summaries 2026). Of that 0.88 x 0.9 to
     * 0.97 x 0.98 is recovered, of 9,010 wanted in the United States and 268,198 elsewhere.
     */
    @Test
    void whatOthersDigByHand() {
        double dug = 29_000 + 560 + 2_900 + 1_400 + 27_000 + 140 + 1_500 + 2_600 + 2_100 + 45_500 + 300;
        double wanted = 9_010 + 268_198;

        Range lacks = BAN.built().shared().unmetShare();

        assertThat(lacks.low()).isCloseTo(1 - dug * 0.97 * 0.98 / wanted, within(1e-3));
        assertThat(lacks.high()).isCloseTo(1 - dug * 0.88 * 0.9 / wanted, within(1e-3));
    }

    @Test
    void printsItsTable() {
        assertThat(Render.text(BAN)).contains("""
                if China digs and separates no more    outbidding all      if all share
                ─────────────────────────────────────  ──────────────  ────────────────
                and nobody builds                               0.0 %  86.1 % to 91.6 %
                and all others separate what they dig           0.0 %  61.3 % to 67.7 %
                so, under the ban on technology                 0.0 %  86.1 % to 91.6 %
                """, "(caremag-lacq/re-separation)");
        // Whoever counts the lines that are listed finds as many.
        assertThat(BAN.banned().grounds().blocked()).hasSize((int) (BAN.stopped(false) + BAN.stopped(true)));
    }
}
