package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lodegraph.render.Render;

class GalliumScrapTest {

    private static final GalliumScrap SCRAP = GalliumScrap.of();

    @Test
    void evenPerfectRecyclingDoesNotKeepUp() {
        assertThat(SCRAP.headline())
                .isEqualTo(
                        "If every gram of gallium in worn-out products came back, it would be 2.3 % to 79.9 % of what goes into products in 2035 if demand is then 3 times that of 2023: 51.8 % to 79.9 % if all went into chips, 16.7 % to 48.2 % if into magnets. If demand is no larger, 5.7 % to 100.0 %, because what wears out was bought when demand was smaller. In 2025 the United States recovered 0 t.");
    }

    /**
     * Threefold in twelve years is 3^(1/12) - 1 = 9.59 % a year. Chips that last two years on average, Weibull of shape 2: what
     * leaves in a year was bought k years before with the part exp(-((k-1)/s)^2) - exp(-(k/s)^2), s = 2/gamma(1.5), over
     * 1.0959^k. Ten years after the change of growth nothing older is left.
     */
    @Test
    void whatIsBestForScrap() {
        double growth = Math.pow(3, 1.0 / 12);
        double scale = 2 / (Math.sqrt(Math.PI) / 2);
        double share = 0;
        for (int k = 1; k < 100; k++) {
            double leaves = Math.exp(-Math.pow((k - 1) / scale, 2)) - Math.exp(-Math.pow(k / scale, 2));
            share += leaves / Math.pow(growth, k);
        }

        assertThat(SCRAP.times(3).share(GalliumUse.CHIPS).high()).isCloseTo(share, within(1e-8));
    }

    @Test
    void printsItsTable() {
        assertThat(Render.text(SCRAP)).contains("""
                demand, times 2023       all in chips       all in LEDs    all in magnets  all in solar panels
                ──────────────────  ─────────────────  ────────────────  ────────────────  ───────────────────
                                 1  92.2 % to 100.0 %  49.2 % to 97.0 %  37.2 % to 94.0 %      5.7 % to 41.6 %
                                 2   63.7 % to 86.7 %  29.8 % to 65.2 %  22.3 % to 61.3 %      3.2 % to 23.4 %
                                 3   51.8 % to 79.9 %  22.4 % to 52.2 %  16.7 % to 48.2 %      2.3 % to 16.8 %
                                 7   34.6 % to 67.7 %  12.6 % to 33.5 %   9.2 % to 29.8 %       1.1 % to 8.3 %
                """);
    }
}
