package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lodegraph.render.Render;

class MagnetsForJapanTest {

    private static final MagnetsForJapan MAGNETS = MagnetsForJapan.of();

    /** Japan has makers of magnets; nobody outside China separates enough for them. */
    @Test
    void separationIsTheNarrowestPlace() {
        assertThat(MAGNETS.headline())
                .isEqualTo(
                        "Of 12,000 to 22,000 t of magnets a year, Japan would lose most without China, separation: 0.0 % to 63.8 % even if it outbids everybody, 67.4 % to 91.6 % if all share. No country at any stage, and no two of them, can cut it off.");
        assertThat(MAGNETS.passage())
                .isEqualTo(
                        "Through these pass most of what Japan gets: China, separation (86.6 % to 100.0 %), China, component (84.7 % to 94.4 %), China, extraction (70.5 %).");
    }

    @Test
    void printsItsTable() {
        assertThat(Render.text(MAGNETS)).contains("""
                country, stage      outbidding all      if all share
                ─────────────────  ───────────────  ────────────────
                China, separation  0.0 % to 63.8 %  67.4 % to 91.6 %
                China, component   0.0 % to 19.1 %  61.7 % to 81.3 %
                China, extraction            0.0 %   8.9 % to 67.7 %
                """);
    }

    /**
     * Without Chinese separation, at worst: Malaysia 10,908, the United States 4,300, India 3,000, Estonia 2,000 and France
     * 3,000 t of oxides, 16 % of them neodymium and praseodymium, over 0.4668 t a ton of magnets: 7,955 t of 22,000 t.
     */
    @Test
    void theWorstCaseByHand() {
        double oxides = 10_908 + 4_300 + 3_000 + 2_000 + 3_000;
        double magnets = oxides * 0.16 / (0.32 * 1.24 / 0.85);

        assertThat(MAGNETS.lost("CHN separation").get(0).high()).isCloseTo(1 - magnets / 22_000, within(1e-6));
    }
}
