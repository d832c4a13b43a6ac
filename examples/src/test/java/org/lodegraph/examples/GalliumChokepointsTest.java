package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lodegraph.render.Render;

class GalliumChokepointsTest {

    private static final GalliumChokepoints GALLIUM = GalliumChokepoints.of();

    /** Of 19 t, lines outside China could make 18 to 19 t; it is their other users who would go without. */
    @Test
    void chinaCutsNobodyOffAndStillCostsMost() {
        assertThat(GALLIUM.headline())
                .isEqualTo(
                        "No country at any stage, and no two of them, can cut the United States off gallium. The loss of China, refining costs them most: 0.0 % to 5.3 % of 19 t even if they outbid everybody, 42.6 % to 82.2 % if all share.");
    }

    @Test
    void whoDependsOnChina() {
        assertThat(GALLIUM.dependents())
                .isEqualTo(
                        "Through China pass 68.1 % to 100.0 % of what the United States get. To it are exposed, most first: China for low-purity gallium (98.9 % to 100.0 %), Other consuming countries for high-purity gallium (80.8 % to 100.0 %), United States for high-purity gallium (68.1 % to 100.0 %), rest of the world for alumina (62.4 %).");
    }

    /** A technology is a chokepoint of its own: whoever owns them, all refineries use the same. */
    @Test
    void printsItsTables() {
        assertThat(Render.text(GALLIUM)).contains("""
                country, stage   lost, outbidding all           share  lost, all share             share
                                                  t/a                              t/a
                ───────────────  ────────────────────  ──────────────  ───────────────  ────────────────
                China, refining                0 to 1  0.0 % to 5.3 %      8.1 to 15.6  42.6 % to 82.2 %
                """).contains("""
                recipe     lost, outbidding all              share  lost, all share              share
                                            t/a                                 t/a
                ─────────  ────────────────────  ─────────────────  ───────────────  ─────────────────
                ga-refine            10.7 to 19  56.3 % to 100.0 %       15.8 to 19  82.9 % to 100.0 %
                bayer                 0.9 to 10    4.7 % to 52.6 %     11.9 to 17.3   62.8 % to 91.1 %
                ga-bayer              0.9 to 10    4.7 % to 52.6 %     11.9 to 17.3   62.8 % to 91.1 %

                Finding: Without these technologies nothing is left to derive it from: ga-recycle with ga-refine.
                """);
    }
}
