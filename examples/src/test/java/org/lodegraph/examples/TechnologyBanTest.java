package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lodegraph.render.Render;

class TechnologyBanTest {

    private static final TechnologyBan BAN = TechnologyBan.of();

    @Test
    void stopsWhatWouldHaveHelped() {
        assertThat(BAN.headline())
                .isEqualTo(
                        "Without Chinese separation the United States lack 86.1 % to 91.6 % of the rare earths they want if all share. If everybody else separates all that it digs, 45.4 % to 50.9 %; if the ban on technology stops every plant that starts after it, 86.1 % to 91.6 % again: 11 new plants, and 1 that was planned anyway, stand still beside ore that is dug.");
        // To the last digit: what may not start changes nothing.
        assertThat(BAN.banned().shared()).isEqualTo(BAN.before().shared());
        assertThat(BAN.built().shared().unmet().high())
                .isLessThan(BAN.before().shared().unmet().low());
    }

    @Test
    void printsItsTable() {
        assertThat(Render.text(BAN)).contains("""
                if China separates no more             outbidding all      if all share
                ─────────────────────────────────────  ──────────────  ────────────────
                and nobody builds                               0.0 %  86.1 % to 91.6 %
                and all others separate what they dig           0.0 %  45.4 % to 50.9 %
                so, under the ban on technology                 0.0 %  86.1 % to 91.6 %
                """, "(caremag-lacq/re-separation)");
        // Whoever counts the lines that are listed finds as many.
        assertThat(BAN.banned().grounds().blocked()).hasSize((int) (BAN.stopped(false) + BAN.stopped(true)));
    }
}
