package org.lodegraph.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.flow.FlowFixtures.CHN;
import static org.lodegraph.flow.FlowFixtures.DEU;
import static org.lodegraph.flow.FlowFixtures.JPN;
import static org.lodegraph.flow.FlowFixtures.METAL_USA;
import static org.lodegraph.flow.FlowFixtures.USA;
import static org.lodegraph.flow.FlowFixtures.plant;
import static org.lodegraph.flow.FlowFixtures.t;
import static org.lodegraph.flow.FlowFixtures.twoMakers;
import static org.lodegraph.model.Ids.demand;
import static org.lodegraph.model.Ids.material;

import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;

/** Who gets what when there is not enough: the three stages, by hand. */
class SharingTest {

    /** 30 t for 20 + 40 wanted: half each. Twice the weight for the USA: shares 2s and s, 40 s + 40 s = 30, s = 3/8. */
    @Test
    void evenlyAndByWeight() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(Material.of("metal"), Recipe.of("smelt").makes("metal"), plant(CHN, "smelt", 30, 30))
                .add(Demand.of("usa", "metal", USA, t(20)), Demand.of("jpn", "metal", JPN, t(40)))
                .build();
        Delivery toUsa = Delivery.to(METAL_USA);
        assertThat(chain.ask(toUsa).shared().served()).hasToString("10 t/a");
        Sharing twice = new Sharing.Weighted(ImmutableMap.of(demand("usa"), 2.0));
        assertThat(chain.ask(toUsa.sharing(twice)).shared().served()).hasToString("15 t/a");
    }

    /** China makes 30 t and wants 40; the USA want 20 and make nothing. Home first: all stays. Evenly: half each. */
    @Test
    void homeFirst() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(Material.of("metal"), Recipe.of("smelt").makes("metal"), plant(CHN, "smelt", 30, 30))
                .add(Demand.of("usa", "metal", USA, t(20)), Demand.of("chn", "metal", CHN, t(40)))
                .build();
        Delivery toUsa = Delivery.to(METAL_USA);
        assertThat(chain.ask(toUsa).shared().served()).hasToString("10 t/a");
        assertThat(chain.ask(toUsa.sharing(new Sharing.HomeFirst())).shared().served())
                .hasToString("0 t/a");
    }

    /**
     * 200 t of ore for 100 t wanted as ore and 50 t of metal at 4 t each. A ton of ore serves 1/100 of one demand or 1/200 of
     * the other: all the ore that is wanted, and 100 / 4 = 25 t of metal. Evenly, it would be two thirds of each. Were tons
     * added, the answer would be the same; so metal at 1.5 t each: 1/100 against 1/75, all 50 t of it and 25 t as ore from
     * 100 t, where tons added would serve ore first.
     */
    @Test
    void goodsCountByThePartOfTheirDemand() {
        Delivery asOre = Delivery.to(Target.of(material("ore"), USA));

        assertThat(oreAndMetal(200, 4).ask(asOre).shared().served()).hasToString("100 t/a");
        assertThat(oreAndMetal(200, 4).ask(Delivery.to(METAL_USA)).shared().served())
                .hasToString("25 t/a");
        assertThat(oreAndMetal(100, 1.5).ask(asOre).shared().served()).hasToString("25 t/a");
        assertThat(oreAndMetal(100, 1.5).ask(Delivery.to(METAL_USA)).shared().served())
                .hasToString("50 t/a");
    }

    private static SupplyChain oreAndMetal(double tons, double perTon) {
        return SupplyChain.builder(2025)
                .add(Material.of("ore"), Material.of("metal"))
                .add(
                        Recipe.of("dig").makes("ore"),
                        Recipe.of("smelt").makes("metal").from("ore", perTon))
                .add(plant(CHN, "dig", tons, tons), plant(JPN, "smelt", 50, 50))
                .add(Demand.of("ore", "ore", USA, t(100)), Demand.of("metal", "metal", USA, t(50)))
                .build();
    }

    /**
     * Two demands for 10 t each of one product. A wants it made with 1 t of ore per ton, B with 9 t; there are 10 t of ore.
     * Most in total: A gets 10, B nothing. Evenness first would give each 1 t (1 x 1 + 1 x 9 = 10 t of ore), 2 in all.
     */
    @Test
    void asMuchAsPossibleComesBeforeAsEvenlyAsPossible() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(Material.of("ore"), Material.of("lean").atSite(), Material.of("metal"), Material.of("rich-metal"))
                .add(Recipe.of("dig").makes("ore"))
                .add(
                        Recipe.of("easy").makes("metal").from("ore", 1),
                        Recipe.of("hard").makes("rich-metal").from("ore", 9))
                .add(Facility.at("mine", CHN).line("dig", Capacity.nameplate(t(10))))
                .add(Facility.at("works", CHN)
                        .line("easy", Capacity.nameplate(t(10)))
                        .line("hard", Capacity.nameplate(t(10))))
                .add(Demand.of("a", "metal", USA, t(10)), Demand.of("b", "rich-metal", USA, t(10)))
                .build();
        assertThat(chain.ask(Delivery.to(Target.of(material("metal"), USA)))
                        .shared()
                        .served())
                .hasToString("10 t/a");
        assertThat(chain.ask(Delivery.to(Target.of(material("rich-metal"), USA)))
                        .shared()
                        .served())
                .hasToString("0 t/a");
    }

    /**
     * Leximin goes on after the first level. 12 t; the USA are behind a lane of 2 t, Japan and Germany are not; each wants
     * 10. The USA stop at 2 (20 %), the others share the remaining 10: 5 each.
     */
    @Test
    void whoCannotRiseIsLeftBehind() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(Material.of("metal"), Recipe.of("smelt").makes("metal"), plant(CHN, "smelt", 12, 12))
                .add(Demand.of("usa", "metal", USA, t(10)))
                .add(Demand.of("jpn", "metal", JPN, t(10)), Demand.of("deu", "metal", DEU, t(10)))
                .add(Link.of("chn-usa", "metal", CHN, USA).capacity(t(2)))
                .build();
        assertThat(chain.ask(Delivery.to(METAL_USA)).shared().served()).hasToString("2 t/a");
        assertThat(chain.ask(Delivery.to(Target.of(material("metal"), JPN)))
                        .shared()
                        .served())
                .hasToString("5 t/a");
    }

    /** Enough for all: 110 of 160 t. As usual: China 100, Japan 10, as observed. */
    @Test
    void flowsStayNearTheUsual() {
        Delivery.Answer answer = twoMakers().build().ask(Delivery.to(METAL_USA));
        assertThat(answer.flows().stream().filter(flow -> flow.kind() == Flow.Kind.MADE))
                .extracting(flow -> flow.origin() + " " + flow.tons())
                .containsExactly("chn/smelt 100.0", "jpn/smelt 10.0");
    }

    /** Without observations the cheaper lane is used: Japan's at 1, China's at 5. */
    @Test
    void elseTheCheapest() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(Material.of("metal"), Recipe.of("smelt").makes("metal"))
                .add(Facility.at("a", CHN).line("smelt", Capacity.nameplate(t(20))))
                .add(Facility.at("b", JPN).line("smelt", Capacity.nameplate(t(20))))
                .add(Demand.of("usa", "metal", USA, t(20)))
                .add(Link.of("chn-usa", "metal", CHN, USA)
                        .withCost(org.lodegraph.measure.Figure.stated(5, Unit.USD_PER_T)))
                .add(Link.of("jpn-usa", "metal", JPN, USA)
                        .withCost(org.lodegraph.measure.Figure.stated(1, Unit.USD_PER_T)))
                .build();
        assertThat(chain.ask(Delivery.to(METAL_USA)).flows().stream().filter(flow -> flow.kind() == Flow.Kind.SHIPPED))
                .extracting(flow -> flow.origin() + " " + flow.tons())
                .containsExactly("JPN 20.0");
    }
}
