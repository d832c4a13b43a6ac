package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.lodegraph.assertj.LodegraphAssertions.assertThat;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Share;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.Concentration;
import org.lodegraph.reference.Reference;
import org.lodegraph.scenario.Lose;
import org.lodegraph.scenario.Scenario;

/** How a program that embeds Lodegraph tests what it builds upon: here, the gallium of the United States. */
class GalliumAssertionsTest {

    @Test
    void whatWeBuildUponHolds() {
        // region in-tests
        SupplyChain gallium = Reference.chain(2025, "gallium");
        Target metal = Target.of(material("gallium-high-purity"), country("USA"));
        Scenario noChina = Scenario.of("a year without China").then(Lose.of(country("CHN")));

        assertThat(gallium).balancesMass().staysWithinCapacities().citesEverything();
        assertThat(gallium).delivers(metal).atLeast(Share.ALL);
        assertThat(gallium).hasNoChokepointAbove(Share.percent(85), metal);
        assertThat(gallium).after(noChina).delivers(metal).servedFirst().atLeast(Share.percent(90));
        assertThat(gallium).after(noChina).delivers(metal).possiblyAtLeast(Share.percent(50)); // if all share
        assertThat(gallium.ask(Concentration.of(material("gallium"))).hhi()).isAtLeast(0.9);
        // endregion
    }

    @Test
    void whatFailsSaysWhatItFound() {
        SupplyChain gallium = Reference.chain(2025, "gallium");
        Target metal = Target.of(material("gallium-high-purity"), country("USA"));
        Scenario noChina = Scenario.of("a year without China").then(Lose.of(country("CHN")));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(
                        () -> assertThat(gallium).after(noChina).delivers(metal).atLeast(Share.percent(50)))
                .withMessageStartingWith("""
                        Delivery to 'USA (gallium-high-purity)' after 'a year without China': if all share, 17.8 % to 57.4 % \
                        (3.388 to 10.91 t/a Ga content) of the 19 t/a Ga content wanted come, not surely 50.0 %. \
                        Before, 100.0 % (19 t/a Ga content) came.

                        Delivery to the United States (high-purity gallium)
                        """)
                .withMessageContaining("shared with all others      3.388 to 10.91  8.093 to 15.61   17.8 % to 57.4 %")
                .withMessageContaining("effective capacity of line 'jpn/ga-refine': 60 to 150 t/a Ga content");
    }
}
