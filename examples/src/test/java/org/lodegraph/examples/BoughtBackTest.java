package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lodegraph.query.RoundTrips;
import org.lodegraph.render.Render;

class BoughtBackTest {

    private static final BoughtBack BACK = BoughtBack.of();

    @Test
    void nobodyCanSay() {
        assertThat(BACK.headline())
                .isEqualTo(
                        "In 2025 5,100 to 14,000 t/a REO oxide of rare earths left the United States unprocessed, and 21,103 to 27,000 t/a REO oxide came in as compounds and metals. Nothing published says whose ore was in them: of what came in, 0.0 % to 63.1 % had been dug in the United States, which is 0.0 % to 100.0 % of what had left.");
    }

    /** At most 14,000 t of ore, at the best recoveries of 0.97 x 0.98: 13,308 t. */
    @Test
    void inTheLastYearLessLeftThanCameIn() {
        RoundTrips.Answer last = BACK.years().get(4);

        assertThat(last.trip().high()).isCloseTo(14_000 * 0.97 * 0.98, within(1e-4));
        assertThat(last.trip().high()).isLessThan(last.in().tons().low());
    }

    @Test
    void printsItsTable() {
        assertThat(Render.text(BACK)).contains("""
                2021  45,580 to 45,700             8,121     0 to 8,121  0.0 % to 100.0 %   0.0 % to 22.5 %
                2022  45,805 to 45,900            10,981    0 to 10,981  0.0 % to 100.0 %   0.0 % to 30.3 %
                2023  19,900 to 20,700             9,123     0 to 9,123  0.0 % to 100.0 %   0.0 % to 57.9 %
                2024  33,200 to 37,500    7,947 to 9,010     0 to 9,010  0.0 % to 100.0 %   0.0 % to 34.3 %
                2025   5,100 to 14,000  21,103 to 27,000    0 to 13,308   0.0 % to 63.1 %  0.0 % to 100.0 %
                """);
    }
}
