package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;

import org.junit.jupiter.api.Test;
import org.lodegraph.render.Render;

class WaysAroundTest {

    private static final WaysAround WAYS = WaysAround.of();

    /** Each refiner can buy more in China than the 19 t/a that the United States want; the flow takes each way in full. */
    @Test
    void fourRefinersStandBetween() {
        assertThat(WAYS.refiners())
                .containsOnlyKeys(country("CAN"), country("DEU"), country("JPN"), country("SVK"))
                .allSatisfy((refiner, tons) -> assertThat(tons).isCloseTo(19, within(1e-9)));
        assertThat(WAYS.most()).isCloseTo(4 * 19, within(1e-9));
    }

    @Test
    void saysSo() {
        assertThat(WAYS.headline())
                .isEqualTo(
                        "While China sells the United States no gallium, refiners in 4 countries could still make Chinese gallium fit for them. Each of these alone could refine the 19 t that are wanted a year: Canada, Germany, Japan, Slovakia.");
        assertThat(Render.text(WAYS)).contains("""
                refined in  can buy in China  can sell to the United States  both
                                         t/a                            t/a   t/a
                ──────────  ────────────────  ─────────────────────────────  ────
                Canada                  55.6                             19    19
                Germany                 55.6                             19    19
                Japan                  166.7                             19    19
                Slovakia                55.6                             19    19
                """);
    }
}
