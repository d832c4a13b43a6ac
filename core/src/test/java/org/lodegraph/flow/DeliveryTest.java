package org.lodegraph.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lodegraph.flow.FlowFixtures.CHN;
import static org.lodegraph.flow.FlowFixtures.DEU;
import static org.lodegraph.flow.FlowFixtures.JPN;
import static org.lodegraph.flow.FlowFixtures.METAL_USA;
import static org.lodegraph.flow.FlowFixtures.USA;
import static org.lodegraph.flow.FlowFixtures.ban;
import static org.lodegraph.flow.FlowFixtures.plant;
import static org.lodegraph.flow.FlowFixtures.t;
import static org.lodegraph.flow.FlowFixtures.twoMakers;
import static org.lodegraph.model.Ids.material;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.UnknownFigureException;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Line;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.Mobility;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;

/** Hand-computed deliveries without policies; the arithmetic stands beside each. */
class DeliveryTest {

    private static final Delivery TO_USA = Delivery.to(METAL_USA);

    @Test
    void enoughForAll() {
        Delivery.Answer answer = twoMakers().build().ask(TO_USA);
        assertThat(answer.unmet()).hasToString("0 t/a");
        assertThat(answer.shared().served()).hasToString("20 t/a");
        assertThat(answer.wanted()).hasToString("20 t/a");
        assertThat(answer.binding()).isEmpty();
    }

    @Test
    void aChainWithoutCompetingDemandIsRefused() {
        SupplyChain chain = twoMakers().remove(new DemandId("row-metal")).build();
        assertThatThrownBy(() -> chain.ask(TO_USA))
                .isInstanceOf(IncompleteChainException.class)
                .hasMessage("Material 'metal': 110 t/a made, 20 t/a wanted. Maybe add the rest of the world's demand.");
    }

    /** Half of 100 t of another material may be replaced by metal, ton for ton: 20 + 50 t compete for 110 t, enough to ask. */
    @Test
    void whatStandsInForSomethingElseCompetesToo() {
        SupplyChain.Builder chain = twoMakers()
                .remove(new DemandId("row-metal"))
                .add(Material.of("alloy"), Recipe.of("melt").makes("alloy"), plant(DEU, "melt", 100, 100));
        Demand alloy = Demand.of("jpn", "alloy", JPN, t(100));

        assertThat(chain.build().toBuilder()
                        .add(alloy.or(Alternative.of("metal", 1, 0.5)))
                        .build()
                        .ask(TO_USA)
                        .shared()
                        .served())
                .hasToString("20 t/a");
        // A tenth of it is not enough: 20 + 10 t are wanted of 110 t.
        SupplyChain tenth = chain.build().toBuilder()
                .add(alloy.or(Alternative.of("metal", 1, 0.1)))
                .build();
        assertThatThrownBy(() -> tenth.ask(TO_USA)).hasMessageContaining("110 t/a made, 30 t/a wanted");
    }

    /**
     * Observed 100 + 10 = 110; surge 150 + 10 = 160; restart adds the idle 30 of Japan: 190. The USA want 200 and nobody
     * else wants anything, so they get what is made.
     */
    @Test
    void eachResponseRunsWhatItMay() {
        SupplyChain chain = twoMakers()
                .put(Demand.of("usa", "metal", USA, t(200)), Demand.remainder("metal", t(0)))
                .put(plant(JPN, "smelt", 10, 10)
                        .line(Line.of("smelt", Capacity.nameplate(t(30)))
                                .withName("old-smelt")
                                .status(Line.Status.IDLE)
                                .withRestart(Figure.stated(90, Unit.DAYS))))
                .build();
        assertThat(chain.ask(TO_USA.under(Response.OBSERVED)).unavoidable().served())
                .hasToString("110 t/a");
        assertThat(chain.ask(TO_USA.under(Response.SURGE)).unavoidable().served())
                .hasToString("160 t/a");
        assertThat(chain.ask(TO_USA.under(Response.RESTART)).unavoidable().served())
                .hasToString("190 t/a");
        assertThat(chain.ask(TO_USA.under(Response.RESTART).after(89))
                        .unavoidable()
                        .served())
                .hasToString("160 t/a");
        assertThat(chain.ask(TO_USA.under(Response.RESTART).after(90))
                        .unavoidable()
                        .served())
                .hasToString("190 t/a");
    }

    /** 1e15 t/a is as large as a chain takes: of that, China makes a quarter. */
    @Test
    void theLargestDemandIsReckonedWith() {
        SupplyChain chain = twoMakers()
                .put(Demand.of("usa", "metal", USA, t(1e15)), Demand.remainder("metal", t(0)))
                .put(plant(CHN, "smelt", 2.5e14, 2.5e14))
                .build();
        assertThat(chain.ask(TO_USA).unavoidable().unmetShare()).hasToString("75.0 %");
    }

    /** 10 t of ore give 1 t of neodymium and 2 t of lanthanum. 5 t Nd need 50 t of ore; of 10 t La 6 are wanted. */
    @Test
    void jointProductionDiscardsTheCompanionNobodyWants() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(Material.of("ore").asBoundary(), Material.of("neodymium"), Material.of("lanthanum"))
                .add(Recipe.of("separate").makes("neodymium").from("ore", 10).yields("lanthanum", 2))
                .add(plant(CHN, "separate", 5, 5))
                .add(Demand.of("nd", "neodymium", USA, t(5)), Demand.of("la", "lanthanum", USA, t(6)))
                .build();
        assertThat(chain.ask(Delivery.to(Target.of(material("neodymium"), USA))).unmet())
                .hasToString("0 t/a");
        assertThat(chain.ask(Delivery.to(Target.of(material("lanthanum"), USA))).unmet())
                .hasToString("0 t/a");
    }

    private static SupplyChain.Builder bayer(double alumina, double circuit, double aluminaWanted) {
        return SupplyChain.builder(2025)
                .add(
                        Material.of("bauxite").asBoundary(),
                        Material.of("alumina"),
                        Material.of("liquor").atSite(),
                        Material.of("metal"))
                .add(Recipe.of("bayer")
                        .makes("alumina")
                        .asHost()
                        .from("bauxite", 2.0)
                        .yields("liquor", 65e-6))
                .add(Recipe.of("circuit").makes("metal").from("liquor", 1 / 0.9))
                .add(Facility.at("works", CHN)
                        .line("bayer", Capacity.nameplate(t(alumina)))
                        .line("circuit", Capacity.nameplate(t(circuit))))
                .add(Demand.of("alumina-usa", "alumina", USA, t(aluminaWanted)))
                .add(Demand.of("usa", "metal", USA, t(100)));
    }

    /** Host: 1,000,000 x 65e-6 x 0.9 = 58.5 t; circuit 40 t: the circuit binds. With 80 t the host binds. */
    @Test
    void aCompanionIsCappedByHostAndCircuit() {
        Delivery.Answer circuit = bayer(1_000_000, 40, 1_000_000).build().ask(TO_USA);
        assertThat(circuit.unavoidable().served()).hasToString("40 t/a");
        assertThat(circuit.binding()).extracting(Binding::what).containsExactly("capacity of works: metal from liquor");
        Delivery.Answer host = bayer(1_000_000, 80, 2_000_000).build().ask(TO_USA);
        assertThat(host.unavoidable().served()).hasToString("58.5 t/a");
        assertThat(host.binding()).extracting(Binding::what).contains("capacity of works: alumina from bauxite");
    }

    /** Only 200,000 t of alumina are wanted: 200,000 x 65e-6 x 0.9 = 11.7 t. Free disposal would give 40. */
    @Test
    void aHostDoesNotRunForItsCompanion() {
        Delivery.Answer answer = bayer(1_000_000, 40, 200_000).build().ask(TO_USA);
        assertThat(answer.unavoidable().served()).hasToString("11.7 t/a");
        assertThat(answer.binding()).extracting(Binding::what).contains("demand of USA for alumina (all uses)");
    }

    /** A stock with room for 100,000 t takes alumina that nobody wants, over one year: (200,000 + 100,000) x 58.5e-6. */
    @Test
    void aStockWithRoomLetsTheHostRun() {
        SupplyChain chain = bayer(1_000_000, 40, 200_000)
                .add(Stock.of("pile", "alumina", CHN, Figure.stated(0, Unit.T)).room(Figure.stated(100_000, Unit.T)))
                .build();
        assertThat(chain.ask(TO_USA).unavoidable().served()).hasToString("11.7 t/a");
        assertThat(chain.ask(TO_USA.drawingStocksOver(1)).unavoidable().served())
                .hasToString("17.55 t/a");
    }

    /** The liquor of a works without a circuit is of no use to the circuit next door, in the same country. */
    @Test
    void aSiteBoundStreamStaysInItsFacility() {
        SupplyChain chain = bayer(1_000_000, 40, 1_000_000)
                .put(Facility.at("works", CHN).line("bayer", Capacity.nameplate(t(1_000_000))))
                .add(Facility.at("next-door", CHN).line("circuit", Capacity.nameplate(t(40))))
                .build();
        assertThat(chain.ask(TO_USA).unavoidable().served()).hasToString("0 t/a");
    }

    /** China makes 100 t and ships to Japan or the USA; the ban closes China to the USA, and Japan may not pass it on. */
    @Test
    void tradeIsOneHop() {
        SupplyChain.Builder chain = SupplyChain.builder(2025)
                .add(Material.of("metal"), Recipe.of("smelt").makes("metal"), plant(CHN, "smelt", 100, 100))
                .add(Demand.of("usa", "metal", USA, t(20)), Demand.of("jpn", "metal", JPN, t(80)))
                .add(ban("metal").build());
        assertThat(chain.build().ask(TO_USA).unavoidable().served()).hasToString("0 t/a");
        Link hub = Link.of("jpn-usa", "metal", JPN, USA).asReexport().capacity(t(7));
        Delivery.Answer leaky = chain.add(hub).build().ask(TO_USA);
        assertThat(leaky.unavoidable().served()).hasToString("7 t/a");
        assertThat(leaky.binding()).extracting(Binding::what).contains("capacity of the lane of metal from JPN to USA");
    }

    /** A link with a capacity takes the place of free trade between its two ends: 3 t, and Japan's 10. */
    @Test
    void anExplicitLinkReplacesTheFreeLane() {
        SupplyChain chain = twoMakers()
                .add(Link.of("chn-usa", "metal", CHN, USA).capacity(t(3)))
                .build();
        assertThat(chain.ask(TO_USA).unavoidable().served()).hasToString("13 t/a");
    }

    /** As traded, the USA keep only the observed lanes: 12 t from China and 4 t from Japan. */
    @Test
    void asTradedNobodyReroutes() {
        Delivery.Answer answer = twoMakers()
                .add(Link.of("chn-usa", "metal", CHN, USA).observed(t(12)))
                .add(Link.of("jpn-usa", "metal", JPN, USA).observed(t(4)))
                .build()
                .ask(TO_USA);
        assertThat(answer.unmet()).hasToString("0 t/a");
        assertThat(answer.asTraded().orElseThrow().unmet()).hasToString("4 t/a");
        assertThat(twoMakers().build().ask(TO_USA).asTraded()).isEmpty();
    }

    /** 5 t lie in the USA: over half a year they come at 10 t/a, over two years at 2.5 t/a. Left alone they give nothing. */
    @Test
    void stocksFlowOnlyOverAStatedPeriod() {
        SupplyChain chain = twoMakers()
                .put(plant(CHN, "smelt", 0, 0), plant(JPN, "smelt", 0, 0))
                .add(Stock.of("dealers", "metal", USA, Figure.stated(5, Unit.T)))
                .build();
        assertThat(chain.ask(TO_USA).unavoidable().served()).hasToString("0 t/a");
        assertThat(chain.ask(TO_USA.drawingStocksOver(0.5)).unavoidable().served())
                .hasToString("10 t/a");
        assertThat(chain.ask(TO_USA.drawingStocksOver(2)).unavoidable().served())
                .hasToString("2.5 t/a");
    }

    /**
     * The USA want 20 t of metal; silicon may take half of it, 2 t for each ton, and 12 t of silicon are made: min(0.5 x
     * 20, 12 / 2) = 6 t. With the 10 t of Japan the USA get 16.
     */
    @Test
    void anAlternativeStandsInUpToItsShareAndSupply() {
        SupplyChain.Builder chain = twoMakers()
                .put(plant(CHN, "smelt", 0, 0))
                .put(Demand.of("usa", "metal", USA, t(20)).or(Alternative.of("silicon", 2, 0.5)))
                .add(Material.of("silicon"), Recipe.of("furnace").makes("silicon"))
                .add(Facility.at("furnaces", CHN).line("furnace", Capacity.nameplate(t(12))));
        assertThat(chain.build().ask(TO_USA).unavoidable().served()).hasToString("16 t/a");
        chain.put(Facility.at("furnaces", CHN).line("furnace", Capacity.nameplate(t(40))));
        assertThat(chain.build().ask(TO_USA).unavoidable().served()).hasToString("20 t/a");
    }

    /** Lines of "other countries" are nowhere, planned lines not there yet: neither runs. */
    @Test
    void otherCountriesAndPlannedLinesRunForNobody() {
        SupplyChain chain = twoMakers()
                .put(plant(CHN, "smelt", 0, 0))
                .add(Facility.at("others", org.lodegraph.model.CountryId.NOWHERE)
                        .line("smelt", Capacity.nameplate(t(100))))
                .add(Facility.at("project", USA)
                        .line(Line.of("smelt", Capacity.nameplate(t(50))).status(Line.Status.PLANNED)))
                .build();
        assertThat(chain.ask(TO_USA.under(Response.RESTART)).unavoidable().served())
                .hasToString("10 t/a");
    }

    /** Capacities 8 to 12 and unknown: 8 + 0 at the low end; at the high end no limit, so all 20 wanted. */
    @Test
    void unknownCapacityIsNothingOrAnything() {
        Source source = Source.of("survey", "A survey");
        SupplyChain chain = twoMakers()
                .put(Facility.aggregate(JPN)
                        .line(
                                "smelt",
                                Capacity.nameplate(Figure.estimated(Spread.between(8, 12), Unit.T_PER_A, source))))
                .put(Facility.aggregate(CHN).line("smelt", Capacity.unknown("not published")))
                .build();
        Delivery.Answer answer = chain.ask(TO_USA);
        assertThat(answer.unavoidable().served()).hasToString("8 to 20 t/a");
        assertThat(answer.unmet()).hasToString("0 to 12 t/a");
        assertThat(answer.assumptions())
                .extracting(Object::toString)
                .contains("nameplate capacity of line 'chn/smelt': unknown (not published)");
        assertThatThrownBy(() -> chain.ask(TO_USA.at(Reading.CENTRAL)))
                .isInstanceOf(UnknownFigureException.class)
                .hasMessage(
                        "Line 'chn/smelt': unknown (not published). Maybe ask without a reading, which answers with a"
                                + " range.");
    }

    /** 12 t of capacity; the USA want 15 to 20: they lack 3 to 8, and get 12 whichever. */
    @Test
    void aSpreadOfDemandIsReadAtBothEnds() {
        Figure rate = Figure.estimated(Spread.between(15, 20), Unit.T_PER_A, Source.of("survey", "A survey"));
        SupplyChain chain = SupplyChain.builder(2025)
                .add(Material.of("metal"), Recipe.of("smelt").makes("metal"), plant(JPN, "smelt", 12, 12))
                .add(Demand.of("usa", "metal", USA, rate))
                .build();
        Delivery.Answer answer = chain.ask(TO_USA);
        assertThat(answer.unavoidable().served()).hasToString("12 t/a");
        assertThat(answer.unmet()).hasToString("3 to 8 t/a");
        assertThat(answer.unavoidable().share()).hasToString("60.0 % to 80.0 %");
        assertThat(answer.grounds().exactness())
                .isEqualTo(
                        "Served first, a delivery rises with every capacity, output, quota and stock, so their ends give"
                                + " its ends; if all share it need not, and something between could reach further. Of the rest,"
                                + " demands all low and all high were tried (4 programs); there too something between could"
                                + " reach further.");
    }

    /**
     * Per ton of alumina 50e-6 to 80e-6 t of liquor, per ton of metal 1.25 to 2 t of liquor, a million tons of alumina: at
     * worst 50 / 2 = 25 t, at best 80 / 1.25 = 64 t.
     */
    @Test
    void recipesAreReadFavorablyAndUnfavorably() {
        Source source = Source.of("survey", "A survey");
        Delivery.Answer answer = bayer(1_000_000, 90, 1_000_000)
                .put(
                        Recipe.of("bayer")
                                .makes("alumina")
                                .asHost()
                                .from("bauxite", 2.0)
                                .yields("liquor", Figure.estimated(Spread.between(50e-6, 80e-6), Unit.ONE, source)),
                        Recipe.of("circuit")
                                .makes("metal")
                                .from("liquor", Figure.estimated(Spread.between(1.25, 2), Unit.ONE, source)))
                .build()
                .ask(TO_USA);
        assertThat(answer.unavoidable().served()).hasToString("25 to 64 t/a");
    }

    /** One furnace of 30 t runs on rich ore (1 t per ton, 12 t there) or on poor ore (2 t per ton, 100 t): 12 + 18 = 30 t. */
    @Test
    void recipesOfOneLineShareItsCapacity() {
        SupplyChain.Builder chain = SupplyChain.builder(2025)
                .add(Material.of("rich"), Material.of("poor"), Material.of("metal"))
                .add(Recipe.of("dig-rich").makes("rich"), Recipe.of("dig-poor").makes("poor"))
                .add(Recipe.of("from-rich").makes("metal").from("rich", 1))
                .add(Recipe.of("from-poor").makes("metal").from("poor", 2))
                .add(Facility.at("mines", CHN)
                        .line("dig-rich", Capacity.nameplate(t(12)))
                        .line("dig-poor", Capacity.nameplate(t(100))))
                .add(Facility.at("works", CHN)
                        .line(Line.of("from-rich", Capacity.nameplate(t(30)))
                                .withRecipes(Ids.recipe("from-rich"), Ids.recipe("from-poor"))))
                .add(Demand.of("usa", "metal", USA, t(50)));
        assertThat(chain.build().ask(TO_USA).unavoidable().served()).hasToString("30 t/a");
        chain.put(Facility.at("mines", CHN)
                .line("dig-rich", Capacity.nameplate(t(12)))
                .line("dig-poor", Capacity.nameplate(t(20))));
        // 12 of rich ore and 20 / 2 = 10 of poor ore.
        assertThat(chain.build().ask(TO_USA).unavoidable().served()).hasToString("22 t/a");
    }

    /** A domestic material crosses no border: the USA make 3 t of acid and get 3 of 5, whatever Japan makes. */
    @Test
    void aDomesticMaterialStaysInItsCountry() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(
                        Material.of("acid").withMobility(Mobility.DOMESTIC),
                        Recipe.of("burn").makes("acid"))
                .add(plant(USA, "burn", 3, 3), plant(JPN, "burn", 9, 0))
                .add(Demand.of("usa", "acid", USA, t(5)))
                .build();
        assertThat(chain.ask(Delivery.to(Target.of(material("acid"), USA)))
                        .unavoidable()
                        .served())
                .hasToString("3 t/a");
    }

    /** Supply of a boundary material is taken as unlimited. */
    @Test
    void aBoundaryMaterialIsAlwaysThere() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(Material.of("air").asBoundary(), Demand.of("usa", "air", USA, t(5)))
                .build();
        Delivery.Answer answer = chain.ask(Delivery.to(Target.of(material("air"), USA)));
        assertThat(answer.unavoidable().served()).hasToString("5 t/a");
        assertThat(answer.assumptions())
                .extracting(Object::toString)
                .containsExactly("supply of material 'air' (taken as unlimited: the chain ends here)");
    }

    /** Nobody saw what Japan made, so at the low end it makes nothing, and that is what binds. */
    @Test
    void aLineThatMayMakeNothingBinds() {
        Delivery.Answer answer = twoMakers()
                .put(plant(CHN, "smelt", 0, 0), Facility.aggregate(JPN).line("smelt", Capacity.nameplate(t(10))))
                .build()
                .ask(TO_USA.under(Response.OBSERVED));
        assertThat(answer.unavoidable().served()).hasToString("0 to 10 t/a");
        assertThat(answer.binding()).extracting(Binding::what).contains("capacity of JPN: metal");
    }

    /** Seen 9 t, but the lane carries 4: as traded is never better than the best. */
    @Test
    void asTradedKeepsWithinCapacity() {
        SupplyChain chain = twoMakers()
                .put(plant(JPN, "smelt", 0, 0))
                .add(Link.of("chn-usa", "metal", CHN, USA).capacity(t(4)).observed(t(9)))
                .build();
        Delivery.Answer answer = chain.ask(TO_USA);
        assertThat(answer.unmet()).hasToString("16 t/a");
        assertThat(answer.asTraded().orElseThrow().unmet()).hasToString("16 t/a");
    }

    /** 5 t of nameplate, 4 effective, 3 permitted: the permit binds and is cited. */
    @Test
    void theFigureThatBindsIsCited() {
        Capacity permitted = Capacity.nameplate(t(5)).effective(t(4)).permitted(t(3));
        Delivery.Answer answer = twoMakers()
                .put(plant(CHN, "smelt", 0, 0), Facility.aggregate(JPN).line("smelt", permitted))
                .build()
                .ask(TO_USA);
        assertThat(answer.binding())
                .filteredOn(binding -> binding.what().equals("capacity of JPN: metal"))
                .singleElement()
                .satisfies(binding -> assertThat(binding.figure()).contains(t(3)));
    }

    /** A millionth of a ton beside a thousand million: nothing that is rounding is printed as an answer. */
    @Test
    void aTargetTooSmallToTellIsRefused() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(Material.of("metal"), Recipe.of("smelt").makes("metal"))
                .add(plant(CHN, "smelt", 1e9, 1e9), plant(USA, "smelt", 3e-7, 3e-7))
                .add(Demand.of("usa", "metal", USA, t(1e-6)), Demand.remainder("metal", t(1e9)))
                .add(ban("metal").build())
                .build();
        assertThatThrownBy(() -> chain.ask(TO_USA))
                .isInstanceOf(IncompleteChainException.class)
                .hasMessageStartingWith("Target 'USA (metal)': what it wants is too little beside the other flows to be"
                        + " told from rounding");
    }

    /** A hundred-thousandth of a ton of metal takes ore of which a mine digs 400 million t: rounding of that is told in tons. */
    @Test
    void aFlowTooLargeUpstreamIsRefusedToo() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(Material.of("ore"), Material.of("metal"))
                .add(
                        Recipe.of("dig").makes("ore"),
                        Recipe.of("smelt").makes("metal").from("ore", 3))
                .add(plant(CHN, "dig", 4e8, 4e8), plant(USA, "smelt", 1e-5, 1e-5))
                .add(Demand.of("usa", "metal", USA, t(1e-5)), Demand.remainder("ore", t(8e8)))
                .build();
        assertThatThrownBy(() -> chain.ask(TO_USA)).isInstanceOf(IncompleteChainException.class);
    }

    @Test
    void anUnknownDemandIsNamedNotRead() {
        SupplyChain chain = twoMakers()
                .put(Demand.of("usa", "metal", USA, Figure.unknown(Unit.T_PER_A, "secret")))
                .build();
        assertThatThrownBy(() -> chain.ask(TO_USA))
                .isInstanceOf(UnknownFigureException.class)
                .hasMessage("Demand 'usa': unknown (secret). Maybe assume a range and say why, Figure.assumed.");
    }

    @Test
    void weightsNameDemandsOfTheChain() {
        Sharing wrong = new Sharing.Weighted(ImmutableMap.of(Ids.demand("usx"), 2.0));
        assertThatThrownBy(() -> twoMakers().build().ask(TO_USA.sharing(wrong)))
                .hasMessage("Demand 'usx': not in this chain. Maybe 'usa', 'row-metal', or add it first.");
        assertThatThrownBy(() -> new Sharing.Weighted(ImmutableMap.of(Ids.demand("usa"), 1e10)))
                .hasMessage(
                        "Demand 'usa': its weight is 1.0E10, not between a thousandth and a thousand. Maybe leave it"
                                + " out, which means 1.");
    }

    /** Price x limit adds up to what is served: 1 x 10 (Japan) + 1 x 3 (link). */
    @Test
    void bindingLimitsExplainTheTotal() {
        Delivery.Answer answer = twoMakers()
                .add(Link.of("chn-usa", "metal", CHN, USA).capacity(t(3)))
                .build()
                .ask(TO_USA);
        assertThat(answer.binding())
                .extracting(binding -> binding.what() + " " + binding.price() + " x " + binding.limit())
                .containsExactlyInAnyOrder(
                        "capacity of JPN: metal 1.0 x 10.0", "capacity of the lane of metal from CHN to USA 1.0 x 3.0");
        assertThat(answer.grounds().date()).isEqualTo(LocalDate.of(2025, 12, 31));
    }
}
