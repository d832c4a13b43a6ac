package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lodegraph.render.Render;

class MoreMinesTest {

    private static final MoreMines MINES = MoreMines.of();

    @Test
    void theMineThatIsLostIsNotTheStageThatIsMissing() {
        assertThat(MINES.headline())
                .isEqualTo(
                        "China digs 70.3 % of the rare earths. If it digs no more, the United States lack 61.3 % to 67.7 % of what they want if all share, and 22.5 % to 35.4 % if everybody else then digs twice as much. If it separates no more, they lack 86.1 % to 91.6 %; with twice as much dug elsewhere still 86.1 % to 91.6 %, with twice as much separated elsewhere 72.3 % to 83.3 %. Mines help against the loss of mines, and change nothing where separation is lost.");
    }

    /** 270,000 t of all countries' 384,000 t, others included: USGS Mineral Commodity Summaries 2026, output of 2024. */
    @Test
    void whatChinaDigs() {
        double others = 29_000 + 560 + 2_900 + 1_400 + 27_000 + 140 + 1_500 + 2_600 + 2_100 + 45_500 + 300 + 1_000;

        assertThat(MINES.dug().isExact()).isTrue();
        assertThat(MINES.dug().low()).isCloseTo(270_000 / (270_000 + others), within(1e-9));
    }

    @Test
    void printsItsTable() {
        assertThat(Render.text(MINES)).contains("""
                if                                         outbidding all      if all share
                ─────────────────────────────────────────  ──────────────  ────────────────
                China digs no more                                  0.0 %  61.3 % to 67.7 %
                so, and all others dig twice as much                0.0 %  22.5 % to 35.4 %
                China separates no more                             0.0 %  86.1 % to 91.6 %
                so, and all others dig twice as much                0.0 %  86.1 % to 91.6 %
                so, and all others separate twice as much           0.0 %  72.3 % to 83.3 %
                """);
    }
}
