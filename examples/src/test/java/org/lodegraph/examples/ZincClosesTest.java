package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lodegraph.render.Render;

class ZincClosesTest {

    private static final ZincCloses CLOSES = ZincCloses.of();

    @Test
    void theEchoIsTheMostAndNotTheAnswer() {
        assertThat(CLOSES.headline())
                .isEqualTo(
                        "If every zinc smelter makes 30 % less, between 0 and 60.7 t of germanium a year is lost, of 87.4 to 202.4 t made beside zinc: a linear echo says 26.2 to 60.7 t, which is the most that it can be. What decides is how much zinc the smelters with a circuit refine, and nobody publishes it. Smelters without a circuit can close without a gram lost: of the germanium in all zinc ore, 2 to 5 % is recovered. If the one at Trail closes, up to 40 t is lost.");
    }

    @Test
    void isAtMostItsPartOfWhatIsMade() {
        // China's national figures 96.4, Huize 56, Japan 5, Russia 5, Trail 40
        double made = 96.4 + 56 + 5 + 5 + 40;
        assertThat(ZincCloses.germanium(CLOSES.evenly()).lost().low()).isZero();
        assertThat(ZincCloses.germanium(CLOSES.evenly()).lost().high()).isCloseTo(0.3 * made, within(1e-6));
    }

    @Test
    void printsItsTable() {
        assertThat(Render.text(CLOSES)).contains("""
                where                         circuits           made       lost
                                                   t/a            t/a        t/a
                ────────────────────────  ────────────  ─────────────  ─────────
                China, national figures   26.4 to 96.4   26.4 to 96.4  0 to 28.9
                Huize                               56             56  0 to 16.8
                Japan, national figures         1 to 5         0 to 5   0 to 1.5
                Onsan germanium plant                0              0          0
                Russia, national figures       3 to 15              5   0 to 1.5
                Trail                          8 to 40        0 to 40    0 to 12
                Clarksville smelter                  0              0          0
                """);
    }
}
