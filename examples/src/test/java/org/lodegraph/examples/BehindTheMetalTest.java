package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Range;
import org.lodegraph.render.Render;

class BehindTheMetalTest {

    private static final BehindTheMetal BEHIND = BehindTheMetal.of();

    @Test
    void theIndustryBehindTheMetal() {
        assertThat(BEHIND.headline())
                .isEqualTo(
                        "40 t of gallium a year take 0.45 to 3.33 million t of alumina, which takes 0.07 to 1.17 TWh of electricity; the United States make 0.71 million t, and their circuits take 0 t of the metal. 30 t of germanium a year take 0.06 to 2.76 million t of zinc, which takes 0.23 to 12.86 TWh of electricity; the United States make 0.00 to 0.22 million t, and their circuits take 0 t of the metal.");
    }

    @Test
    void aluminaFollowsFromContentAndRecovery() {
        // 2 t of bauxite x 20 to 80 ppm x 60 to 80 % dissolved = 24 to 128 g per ton, of which 50 to 70 % are recovered
        Range alumina = BehindTheMetal.host(BEHIND.gallium()).need();
        assertThat(alumina.low()).isCloseTo(40 / (128e-6 * 0.7), within(1e-3));
        assertThat(alumina.high()).isCloseTo(40 / (24e-6 * 0.5), within(1e-3));
    }

    @Test
    void zincFollowsFromContentAndRecovery() {
        // 31 to 620 g per ton, of which 35 to 75 % are recovered
        Range zinc = BehindTheMetal.host(BEHIND.germanium()).need();
        assertThat(zinc.low()).isCloseTo(30 / (620e-6 * 0.75), within(1e-3));
        assertThat(zinc.high()).isCloseTo(30 / (31e-6 * 0.35), within(1e-3));
    }

    /** 0.15 to 0.35 MWh a ton of alumina; of zinc 3 + 0.6 to 3.75 + 0.9. */
    @Test
    void electricityFollowsFromWhatTheHostMakes() {
        Range alumina = BehindTheMetal.host(BEHIND.gallium()).power().orElseThrow();
        assertThat(alumina.low()).isCloseTo(0.15 * 40 / (128e-6 * 0.7), within(1e-3));
        assertThat(alumina.high()).isCloseTo(0.35 * 40 / (24e-6 * 0.5), within(1e-3));
        Range zinc = BehindTheMetal.host(BEHIND.germanium()).power().orElseThrow();
        assertThat(zinc.low()).isCloseTo(3.6 * 30 / (620e-6 * 0.75), within(1e-3));
        assertThat(zinc.high()).isCloseTo(4.65 * 30 / (31e-6 * 0.35), within(1e-3));
    }

    @Test
    void printsItsTable() {
        assertThat(Render.text(BEHIND)).contains("""
                gallium    bauxite, taken as unlimited  892,857 to 6,666,667
                gallium    alumina                      446,429 to 3,333,333       710,000  0 to 2,623,333
                gallium    gallium                                        40             0              40
                germanium  zinc-concentrate              65,499 to 2,941,465       670,000  0 to 2,271,465
                germanium  zinc                          64,516 to 2,764,977  0 to 220,000  0 to 2,764,977
                germanium  germanium                                      30             0              30
                """);
    }
}
