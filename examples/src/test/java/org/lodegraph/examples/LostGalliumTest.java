package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lodegraph.render.Render;

class LostGalliumTest {

    private static final LostGallium LOST = LostGallium.of();

    @Test
    void whatHasADateBringsLittleBack() {
        assertThat(LOST.headline())
                .startsWith(
                        "Without China the United States get 3.4 to 10.9 t of 19 t if all share. Projects with a date bring back 4.3 t a year at least by the end of 2028; those without one, in Australia and Canada, may bring nothing, or with the others up to 14.5 of the 8.1 to 15.6 t that are missing.")
                .endsWith(
                        "If the United States outbid everybody they lack 0 to 1 t, and no project brings more than that.");
        // 19 t less the 3.4 to 10.9 t that they get: 8.1 to 15.6 t are missing, more than the 14.5 t that all could
        // bring.
        assertThat(LOST.years().get(3).sharing().unmet().low()).isCloseTo(19 - 10.9, within(0.05));
        assertThat(LOST.years().get(3).sharing().unmet().high()).isCloseTo(19 - 3.4, within(0.05));
        assertThat(LOST.years().get(3).together().shared().high())
                .isLessThan(LOST.years().get(3).sharing().unmet().high());
        // A later year never has fewer projects.
        for (int i = 1; i < LOST.years().size(); i++) {
            assertThat(LOST.years().get(i).together().shared().low())
                    .isGreaterThanOrEqualTo(
                            LOST.years().get(i - 1).together().shared().low());
        }
    }

    @Test
    void printsItsTables() {
        assertThat(Render.text(LOST)).contains("""
                by the end of  if all share  outbidding all
                                        t/a             t/a
                ─────────────  ────────────  ──────────────
                2025              0 to 14.5          0 to 1
                2026            2.5 to 14.5          0 to 1
                2027            4.3 to 14.5          0 to 1
                2028            4.3 to 14.5          0 to 1
                """);
    }
}
