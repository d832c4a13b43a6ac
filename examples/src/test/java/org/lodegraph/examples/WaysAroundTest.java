package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;

import org.junit.jupiter.api.Test;
import org.lodegraph.render.Render;

class WaysAroundTest {

    private static final WaysAround WAYS = WaysAround.of();

    /** Assumed 10 to 50 t of Canada, Germany and Slovakia, of which the United States want 19 t; Japan has more than that. */
    @Test
    void fourRefinersStandBetween() {
        assertThat(WAYS.refiners().keySet())
                .containsExactly(country("CAN"), country("DEU"), country("JPN"), country("SVK"));
        assertThat(WAYS.refiners().get(country("CAN")).low()).isCloseTo(10, within(1e-9));
        assertThat(WAYS.refiners().get(country("CAN")).high()).isCloseTo(19, within(1e-9));
        assertThat(WAYS.refiners().get(country("JPN")).low()).isCloseTo(19, within(1e-9));
    }

    @Test
    void saysSo() {
        assertThat(WAYS.headline())
                .isEqualTo(
                        "While China sells the United States no gallium, refiners in 4 countries could still make Chinese gallium fit for them. Alone and for nobody else, of the 19 t that are wanted a year: Canada 10 to 19 t, Germany 10 to 19 t, Japan 19 t, Slovakia 10 to 19 t.");
        assertThat(Render.text(WAYS)).contains("""
                refined in  can buy in China  can sell to the United States      both
                                         t/a                            t/a       t/a
                ──────────  ────────────────  ─────────────────────────────  ────────
                Canada          11.1 to 55.6                       10 to 19  10 to 19
                Germany         11.1 to 55.6                       10 to 19  10 to 19
                Japan          66.7 to 166.7                             19        19
                Slovakia        11.1 to 55.6                       10 to 19  10 to 19
                """);
    }
}
