package org.lodegraph.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lodegraph.measure.Figure.stated;
import static org.lodegraph.measure.Unit.T_PER_A;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;

/** Hand-computed deliveries; the arithmetic stands beside each. */
class DeliveryTest {

    private static final CountryId USA = country("USA");
    private static final CountryId CHN = country("CHN");
    private static final CountryId JPN = country("JPN");

    private static Figure t(double tons) {
        return stated(tons, T_PER_A);
    }

    private static Facility plant(CountryId where, String recipe, double capacity, double output) {
        return Facility.aggregate(where)
                .line(Line.of(recipe, Capacity.nameplate(t(capacity))).output(t(output)));
    }

    /** CHN 100 t (capacity 150), JPN 10 t; USA wants 20, the rest of the world 90. */
    private static SupplyChain.Builder twoMakers() {
        return SupplyChain.builder(2025)
                .add(Material.of("metal"), Recipe.of("smelt").makes("metal"))
                .add(plant(CHN, "smelt", 150, 100), plant(JPN, "smelt", 10, 10))
                .add(Demand.of("usa", "metal", USA, t(20)), Demand.remainder("metal", t(90)));
    }

    @Test
    void enoughForAll() {
        Delivery.Answer answer = twoMakers().build().ask(Delivery.to(Target.of(material("metal"), USA)));
        assertThat(answer.unmet()).hasToString("0 t/a");
        assertThat(answer.shared().served()).hasToString("20 t/a");
        assertThat(answer.wanted()).hasToString("20 t/a");
    }

    /** Running lines at their output make 110 for 110. */
    @Test
    void observedOutputIsJustEnough() {
        Delivery.Answer answer = twoMakers()
                .build()
                .ask(Delivery.to(Target.of(material("metal"), USA)).under(Response.OBSERVED));
        assertThat(answer.shared().served()).hasToString("20 t/a");
    }

    @Test
    void aChainWithoutCompetingDemandIsRefused() {
        SupplyChain chain = twoMakers()
                .remove(new org.lodegraph.model.DemandId("row-metal"))
                .build();
        assertThatThrownBy(() -> chain.ask(Delivery.to(Target.of(material("metal"), USA))))
                .isInstanceOf(IncompleteChainException.class)
                .hasMessage("Material 'metal': 110 t/a made, 20 t/a wanted. Maybe add the rest of the world's demand,"
                        + " Demand.remainder.");
    }
}
