package org.lodegraph.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.demand;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.recipe;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodegraph.flow.Delivery;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.model.Target;

class MagnetTest {

    private static final Target JAPAN = Target.of(material("ndfeb-magnets"), country("JPN"));

    /** Least: 0.285 x 1.18 / 0.97; most: 0.32 x 1.24 / 0.85. */
    @Test
    void aTonOfMagnetsTakesOverAThirdOfATonOfOxide() {
        Figure oxide = Reference.chain(2024, "ndfeb-magnets")
                .recipe(recipe("magnet-making"))
                .inputs()
                .get(material("ndpr-oxide"));

        assertThat(oxide.at(Reading.LOW)).isEqualTo(0.3467, within(1e-4));
        assertThat(oxide.at(Reading.HIGH)).isEqualTo(0.4668, within(1e-4));
    }

    /** 300,000 t, or 60 % of it if rough blocks were counted. */
    @Test
    void whatChinaMakesIsARangeBecauseNobodySaysOfWhat() {
        Figure made = Reference.chain(2024, "ndfeb-magnets")
                .line(line("chn/magnet-making"))
                .line()
                .output()
                .orElseThrow();

        assertThat(made.range().text()).isEqualTo("180,000 to 300,000");
        assertThat(made.note())
                .isEqualTo(
                        "300,000 t of 2024, of which 60 % are left if they are rough blocks; which they are is not said");
    }

    /** 180,000 t x 0.3467 = 62,000 t of oxide, more than 277,000 t separated at the lowest x 16 % = 43,000 t. */
    @ParameterizedTest
    @ValueSource(ints = {2021, 2022, 2023, 2024, 2025})
    void thatTheQuotaDoesNotAllowItIsListed(int year) {
        assertThat(Reference.plausibility(year, "ndfeb-magnets").conflicts())
                .extracting(Conflict::toString)
                .anyMatch(conflict -> conflict.startsWith(
                        "ndfeb-magnets, %s: China's published output would take more neodymium".formatted(year)));
    }

    /** With what is separated and made, everybody can be served, so that a loss is a loss. */
    @ParameterizedTest
    @ValueSource(ints = {2021, 2022, 2023, 2024, 2025})
    void everybodyIsServedAsLongAsNothingIsLost(int year) {
        Delivery.Answer answer = Reference.chain(year, "ndfeb-magnets").ask(Delivery.to(JAPAN));

        assertThat(answer.wanted().text()).isEqualTo("12,000 to 22,000");
        assertThat(answer.shared().unmet().high()).isZero();
    }

    @Test
    void aChainOfRareEarthsKnowsNothingOfMagnets() {
        assertThat(Reference.chain(2024, "rare-earths").materials()).doesNotContainKey(material("ndpr-oxide"));
        assertThat(Reference.chain(2024, "ndfeb-magnets")
                        .demand(demand("usa-rare-earths"))
                        .rate())
                .isEqualTo(Reference.chain(2024, "rare-earths")
                        .demand(demand("usa-rare-earths"))
                        .rate());
    }
}
