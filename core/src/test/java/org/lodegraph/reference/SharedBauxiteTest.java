package org.lodegraph.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import org.junit.jupiter.api.Test;
import org.lodegraph.flow.Delivery;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.scenario.Lose;

/** What the limits in the guide say of goods that share a raw material. */
class SharedBauxiteTest {

    /** Of 67.2 Mt of aluminum up to 38.5 Mt are lacking, 57 %; per ton of bauxite its demand is the least served. */
    @Test
    void withoutGuineaAluminumGoesShortAlone() {
        SupplyChain chain = Reference.chain(2025, "aluminum", "bauxite").with(Lose.of(country("GIN")));

        for (String whole : new String[] {"bauxite", "alumina"}) {
            assertThat(chain.ask(Delivery.to(Target.of(material(whole), CountryId.REST)))
                            .shared()
                            .unmet()
                            .high())
                    .isZero();
        }
        Delivery.Answer aluminum = chain.ask(Delivery.to(Target.of(material("aluminum"), CountryId.REST)));
        assertThat(aluminum.shared().share().low()).isCloseTo(1 - 0.57, within(0.005));
        assertThat(aluminum.unavoidable().unmet().high()).isZero();
    }
}
