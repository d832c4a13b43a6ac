package org.lodegraph.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.flow.FlowFixtures.CHN;
import static org.lodegraph.flow.FlowFixtures.DEU;
import static org.lodegraph.flow.FlowFixtures.JPN;
import static org.lodegraph.flow.FlowFixtures.METAL_USA;
import static org.lodegraph.flow.FlowFixtures.USA;
import static org.lodegraph.flow.FlowFixtures.ban;
import static org.lodegraph.flow.FlowFixtures.plant;
import static org.lodegraph.flow.FlowFixtures.t;
import static org.lodegraph.flow.FlowFixtures.twoMakers;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.link;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.recipe;
import static org.lodegraph.model.Ids.stock;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Limit;
import org.lodegraph.model.Line;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Run;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;

/** How much of a supply passes through a group, with the arithmetic beside it. */
class TracingTest {

    private static final Target ROW = Target.of(material("metal"), CountryId.REST);

    private static Outage of(String line) {
        return Outage.ofRuns(Map.of(line(line), Set.of(recipe(line.substring(line.indexOf('/') + 1)))));
    }

    private static Facility maker(CountryId where, String recipe, double capacity) {
        return Facility.aggregate(where).line(Line.of(recipe, Capacity.nameplate(t(capacity))));
    }

    private static Range share(SupplyChain.Builder chain, Target target, Outage group) {
        return share(Delivery.to(target), chain, target, group);
    }

    private static Range share(Delivery delivery, SupplyChain.Builder chain, Target target, Outage group) {
        return part(delivery, chain, target, group).share();
    }

    private static Tracing.Part part(Delivery delivery, SupplyChain.Builder chain, Target target, Outage group) {
        return Tracing.of(delivery, chain.build(), Run.here())
                .against(List.of(group), Run.here())
                .through(group, Run.here())
                .get(target);
    }

    private static Range exactly(double share) {
        return Delivery.tons(share, share, 1, Unit.SHARE);
    }

    /** 100 t and 10 t come to one market: of everybody's supply 100 / 110 are Chinese, whoever a solver lets buy from whom. */
    @Test
    void allBuyInProportionWhereNothingSaysFromWhom() {
        assertThat(share(twoMakers(), METAL_USA, of("chn/smelt"))).isEqualTo(exactly(100 / 110.0));
        assertThat(share(twoMakers(), METAL_USA, of("jpn/smelt"))).isEqualTo(exactly(10 / 110.0));
        assertThat(share(twoMakers(), ROW, of("jpn/smelt"))).isEqualTo(exactly(10 / 110.0));
        assertThat(share(twoMakers(), METAL_USA, of("chn/smelt").and(of("jpn/smelt"))))
                .isEqualTo(exactly(1));
    }

    @Test
    void tonsAreOfWhatTheConsumerWants() {
        assertThat(part(Delivery.to(METAL_USA), twoMakers(), METAL_USA, of("chn/smelt"))
                        .tons())
                .isEqualTo(Delivery.tons(20 * 100 / 110.0, 20 * 100 / 110.0, 20, Unit.T_PER_A));
    }

    /** A ban leaves the USA the 10 t of Japan; nothing Japanese is left for others. What the USA lack is no supply. */
    @Test
    void aBanLeavesNoShare() {
        SupplyChain.Builder chain = twoMakers().add(ban("metal").build());
        Tracing tracing = Tracing.of(Delivery.to(METAL_USA), chain.build(), Run.here());

        assertThat(tracing.through(of("jpn/smelt"), Run.here()).get(METAL_USA).share())
                .isEqualTo(exactly(1));
        assertThat(tracing.through(of("jpn/smelt"), Run.here()).get(ROW).share())
                .isEqualTo(exactly(0));
        assertThat(tracing.through(of("chn/smelt"), Run.here()).get(METAL_USA).share())
                .isEqualTo(exactly(0));
        assertThat(tracing.supply(METAL_USA).unmet()).isEqualTo(Range.exactly(10, Unit.T_PER_A));
    }

    /** A quota lets 5 t pass to the USA, who get 10 t from Japan: 5 / 15. */
    @Test
    void aQuotaIsKept() {
        SupplyChain.Builder chain =
                twoMakers().add(ban("metal").limit(new Limit.AtMost(t(5))).build());

        assertThat(share(chain, METAL_USA, of("chn/smelt"))).isEqualTo(exactly(1 / 3.0));
    }

    /**
     * Japan presses magnets of 50 t Chinese and 10 t German metal. A ban that reaches through processing keeps the Chinese
     * ones from the USA: one press, two supplies.
     */
    @Test
    void aBanThroughProcessingPartsTheProductsOfARun() {
        Target magnets = Target.of(material("magnet"), USA);
        Target others = Target.of(material("magnet"), CountryId.REST);
        SupplyChain.Builder chain = SupplyChain.builder(2025)
                .add(Material.of("metal"), Material.of("magnet"))
                .add(
                        Recipe.of("smelt").makes("metal"),
                        Recipe.of("press").makes("magnet").from("metal", 1))
                .add(maker(CHN, "smelt", 50), maker(DEU, "smelt", 10), maker(JPN, "press", 60))
                .add(
                        Demand.of("usa", "magnet", USA, t(10)),
                        Demand.remainder("magnet", t(50)),
                        ban("metal").reach(Policy.Reach.THROUGH_PROCESSING).build());

        assertThat(share(chain, magnets, of("chn/smelt"))).isEqualTo(exactly(0));
        assertThat(share(chain, magnets, of("deu/smelt"))).isEqualTo(exactly(1));
        assertThat(share(chain, magnets, of("jpn/press"))).isEqualTo(exactly(1));
        assertThat(share(chain, others, of("chn/smelt"))).isEqualTo(exactly(1));
    }

    /**
     * The United States smelt 10 t of Chinese and 5 t of Australian ore. A rule of China's on others marks what is Chinese in
     * it, but keeps nothing from them: chips and cars both get of both, 10 / 15 Chinese, as without the rule.
     */
    @Test
    void usesOfACountryDrawAlikeWhateverTheMarks() {
        SupplyChain.Builder chain = SupplyChain.builder(2025)
                .add(Material.of("ore"), Material.of("metal"))
                .add(
                        Recipe.of("mine").makes("ore"),
                        Recipe.of("smelt").makes("metal").from("ore", 1))
                .add(maker(CHN, "mine", 10), maker(Ids.country("AUS"), "mine", 5), maker(USA, "smelt", 15))
                .add(
                        Demand.of("chips", "metal", USA, t(6)).use("chips"),
                        Demand.of("cars", "metal", USA, t(9)).use("cars"),
                        ban("ore")
                                .toward(Set.of(DEU))
                                .reach(Policy.Reach.THROUGH_PROCESSING)
                                .build());

        for (String use : List.of("chips", "cars")) {
            assertThat(share(chain, METAL_USA.inUse(use), of("chn/mine")))
                    .as(use)
                    .isEqualTo(exactly(10 / 15.0));
        }
    }

    /**
     * An alloy of metal (100 of 110 t Chinese) and flux (3 t German, 1 t Chinese): exposed to China as its metal, 100 / 110,
     * to Germany as its flux, 3 / 4; together more than all.
     */
    @Test
    void aProductIsExposedAsItsMostExposedInput() {
        Target alloy = Target.of(material("alloy"), USA);
        SupplyChain.Builder chain = SupplyChain.builder(2025)
                .add(Material.of("metal"), Material.of("flux"), Material.of("alloy"))
                .add(
                        Recipe.of("smelt").makes("metal"),
                        Recipe.of("mill").makes("flux"),
                        Recipe.of("melt").makes("alloy").from("metal", 1).from("flux", 4 / 110.0))
                .add(
                        maker(CHN, "smelt", 100).line(Line.of("mill", Capacity.nameplate(t(1)))),
                        maker(JPN, "smelt", 10),
                        maker(DEU, "mill", 3),
                        maker(USA, "melt", 200))
                .add(Demand.of("usa", "alloy", USA, t(110)));

        assertThat(share(chain, alloy, of("chn/smelt"))).isEqualTo(exactly(100 / 110.0));
        assertThat(share(chain, alloy, of("chn/mill"))).isEqualTo(exactly(0.25));
        assertThat(share(chain, alloy, of("chn/smelt").and(of("chn/mill")))).isEqualTo(exactly(100 / 110.0));
        assertThat(share(chain, alloy, of("deu/mill"))).isEqualTo(exactly(0.75));
        assertThat(share(chain, alloy, of("usa/melt"))).isEqualTo(exactly(1));
    }

    /**
     * 10 t of metal are 4 t Chinese, 2 t Japanese and 4 t remelted; parts of 6 t and 4 t of scrap are cut from them. x = (4 +
     * 4 x) / 10 = 2/3 for China, 1/3 for Japan; through the remelter pass 4 / 10.
     */
    @Test
    void scrapIsAsExposedAsWhatItWasCutFrom() {
        Target part = Target.of(material("part"), USA);
        SupplyChain.Builder chain = SupplyChain.builder(2025)
                .add(Material.of("metal"), Material.of("scrap"), Material.of("part"))
                .add(
                        Recipe.of("smelt").makes("metal"),
                        Recipe.of("cut")
                                .makes("part")
                                .asHost()
                                .from("metal", 10 / 6.0)
                                .yields("scrap", 4 / 6.0),
                        Recipe.of("remelt").makes("metal").from("scrap", 1))
                .add(
                        maker(CHN, "smelt", 4),
                        maker(JPN, "smelt", 2),
                        maker(USA, "cut", 6).line(Line.of("remelt", Capacity.nameplate(t(4)))))
                .add(Demand.of("usa", "part", USA, t(6)));

        assertThat(share(chain, part, of("chn/smelt"))).isEqualTo(exactly(2 / 3.0));
        assertThat(share(chain, part, of("jpn/smelt"))).isEqualTo(exactly(1 / 3.0));
        assertThat(share(chain, part, of("usa/remelt"))).isEqualTo(exactly(0.4));
    }

    /** Half of the demand is served by glass instead, 2 t per ton: exposed to glass by half, counted in tons of metal. */
    @Test
    void anAlternativeIsSupplyLikeAnyOther() {
        SupplyChain.Builder chain = SupplyChain.builder(2025)
                .add(Material.of("metal"), Material.of("glass"))
                .add(Recipe.of("smelt").makes("metal"), Recipe.of("blow").makes("glass"))
                .add(maker(CHN, "smelt", 10), maker(DEU, "blow", 40))
                .add(Demand.of("usa", "metal", USA, t(20)).or(Alternative.of("glass", 2, 0.5)));

        assertThat(share(chain, METAL_USA, of("chn/smelt"))).isEqualTo(exactly(0.5));
        assertThat(part(Delivery.to(METAL_USA), chain, METAL_USA, of("deu/blow")))
                .isEqualTo(new Tracing.Part(exactly(0.5), Range.exactly(10, Unit.T_PER_A)));
    }

    /** 15 t for chips, of metal only, and 5 t for lamps, all glass: 5 / 20 of the supply is glass, and all of the lamps'. */
    @Test
    void usesAreWeightedByWhatTheyGet() {
        SupplyChain.Builder chain = SupplyChain.builder(2025)
                .add(Material.of("metal"), Material.of("glass"))
                .add(Recipe.of("smelt").makes("metal"), Recipe.of("blow").makes("glass"))
                .add(maker(CHN, "smelt", 15), maker(DEU, "blow", 5))
                .add(
                        Demand.of("chips", "metal", USA, t(15)).use("chips"),
                        Demand.of("lamps", "metal", USA, t(5)).use("lamps").or(Alternative.of("glass", 1, 1)));

        assertThat(share(chain, METAL_USA, of("deu/blow"))).isEqualTo(exactly(0.25));
        // metal mixes, so a solver that gave lamps metal would leave chips short: lamps take all the glass
        assertThat(share(chain, METAL_USA.inUse("lamps"), of("deu/blow"))).isEqualTo(exactly(1));
        assertThat(share(chain, METAL_USA.inUse("chips"), of("deu/blow"))).isEqualTo(exactly(0));
    }

    /** 10 t from Japan and 10 t a year from a stock of 20 t over two years: half each. */
    @Test
    void aStockIsWhereItsReleaseBegins() {
        SupplyChain.Builder chain = SupplyChain.builder(2025)
                .add(Material.of("metal"), Recipe.of("smelt").makes("metal"))
                .add(maker(JPN, "smelt", 10))
                .add(Stock.of("hoard", "metal", USA, Figure.stated(20, Unit.T)))
                .add(Demand.of("usa", "metal", USA, t(20)));
        Delivery drawing = Delivery.to(METAL_USA).drawingStocksOver(2);

        assertThat(share(drawing, chain, METAL_USA, Outage.ofStocks(Set.of(stock("hoard")))))
                .isEqualTo(exactly(0.5));
        assertThat(share(drawing, chain, METAL_USA, of("jpn/smelt"))).isEqualTo(exactly(0.5));
        // left alone, it is no supply
        assertThat(share(chain, METAL_USA, Outage.ofStocks(Set.of(stock("hoard")))))
                .isEqualTo(exactly(0));
    }

    /** 15 t were seen on the lane from China; the other 5 t come from the market that is left, which is Japan's. */
    @Test
    void aLaneCarriesWhatWasSeenOnIt() {
        SupplyChain.Builder chain = twoMakers()
                .add(Link.of("lane", "metal", CHN, USA).observed(t(15)).capacity(t(15)));

        assertThat(share(chain, METAL_USA, Outage.ofLinks(Set.of(link("lane")))))
                .isEqualTo(exactly(0.75));
        assertThat(share(chain, METAL_USA, of("chn/smelt"))).isEqualTo(exactly(0.75));
        assertThat(share(chain, METAL_USA, of("jpn/smelt"))).isEqualTo(exactly(0.25));
    }

    private static SupplyChain.Builder makersAtHome() {
        return SupplyChain.builder(2025)
                .add(Material.of("metal"), Recipe.of("smelt").makes("metal"))
                .add(plant(CHN, "smelt", 80, 80), plant(USA, "smelt", 20, 20))
                .add(Demand.of("usa", "metal", USA, t(20)), Demand.remainder("metal", t(80)));
    }

    /** Of 100 t, 20 are American, and so is everybody's supply; unless the USA were seen to use 15 t of their own: 15 / 20. */
    @Test
    void aLinkThatLeadsBackKeepsAtHomeWhatWasSeenThere() {
        SupplyChain.Builder seen =
                makersAtHome().add(Link.of("own", "metal", USA, USA).observed(t(15)));

        assertThat(share(makersAtHome(), METAL_USA, of("usa/smelt"))).isEqualTo(exactly(0.2));
        // the other 5 t come from a market of 80 t Chinese and 5 t American
        assertThat(share(seen, METAL_USA, of("usa/smelt"))).isEqualTo(exactly((15 + 5 * 5 / 85.0) / 20));
        assertThat(share(seen, ROW, of("usa/smelt"))).isEqualTo(exactly(5 / 85.0));
        assertThat(share(seen, METAL_USA, Outage.ofLinks(Set.of(link("own"))))).isEqualTo(exactly(0.75));
    }

    /** 30 t were seen to come and 20 t to stay, and 20 t are used: each is cut by the same part, so 8 of 20 t are their own. */
    @Test
    void whatWasSeenInExcessIsCutAlike() {
        SupplyChain.Builder seen = makersAtHome()
                .add(
                        Link.of("lane", "metal", CHN, USA).observed(t(30)),
                        Link.of("own", "metal", USA, USA).observed(t(20)));

        assertThat(share(seen, METAL_USA, of("usa/smelt"))).isEqualTo(exactly(0.4));
    }

    /** What stays at home is free: nobody gets less or more for it, and it is no trade. */
    @Test
    void aLinkThatLeadsBackLimitsNothing() {
        SupplyChain.Builder seen = makersAtHome()
                .add(Link.of("own", "metal", USA, USA).observed(t(1)))
                .add(ban("metal").build());
        Delivery.Answer answer = seen.build().ask(Delivery.to(METAL_USA));

        assertThat(answer.unmet()).isEqualTo(Range.exactly(0, Unit.T_PER_A));
        assertThat(answer.asTraded()).isEmpty();
        assertThat(answer.flows()).noneMatch(flow -> flow.origin().equals("USA") && flow.kind() == Flow.Kind.SHIPPED);
    }

    /** A lane without a figure carries what it would carry in proportion: 100 / 110 of 20 t. */
    @Test
    void aLaneWithoutAFigureIsTradeThatCanBeLost() {
        SupplyChain.Builder chain = twoMakers().add(Link.of("lane", "metal", CHN, USA));

        assertThat(share(chain, METAL_USA, Outage.ofLinks(Set.of(link("lane")))))
                .isEqualTo(exactly(100 / 110.0));
        assertThat(share(chain, ROW, of("chn/smelt"))).isEqualTo(exactly(100 / 110.0));
    }

    /** China wants 50 t itself: as everybody, 100 / 110 Chinese; or, home first, all Chinese, and 50 / 60 for others. */
    @Test
    void homeFirstKeepsAtHome() {
        SupplyChain.Builder chain = SupplyChain.builder(2025)
                .add(Material.of("metal"), Recipe.of("smelt").makes("metal"))
                .add(plant(CHN, "smelt", 100, 100), plant(JPN, "smelt", 10, 10))
                .add(
                        Demand.of("chn", "metal", CHN, t(50)),
                        Demand.of("usa", "metal", USA, t(20)),
                        Demand.remainder("metal", t(40)));
        Target china = Target.of(material("metal"), CHN);
        Delivery homeFirst = Delivery.to(METAL_USA).sharing(new Sharing.HomeFirst());

        assertThat(share(chain, china, of("chn/smelt"))).isEqualTo(exactly(100 / 110.0));
        assertThat(share(homeFirst, chain, china, of("chn/smelt"))).isEqualTo(exactly(1));
        assertThat(share(homeFirst, chain, METAL_USA, of("chn/smelt"))).isEqualTo(exactly(50 / 60.0));
    }

    /** Japan can make 5 to 10 t: of supply 100 / 110 to 100 / 105 are Chinese. */
    @Test
    void rangesSpanTheReadings() {
        SupplyChain.Builder chain = SupplyChain.builder(2025)
                .add(Material.of("metal"), Recipe.of("smelt").makes("metal"))
                .add(
                        maker(CHN, "smelt", 100),
                        Facility.aggregate(JPN)
                                .line(Line.of(
                                        "smelt",
                                        Capacity.nameplate(Figure.assumed(
                                                Spread.between(5, 10), Unit.T_PER_A, Source.of("s", "S"), "a guess")))))
                .add(Demand.of("usa", "metal", USA, t(20)), Demand.remainder("metal", t(90)));

        assertThat(share(chain, METAL_USA, of("chn/smelt")))
                .isEqualTo(Delivery.tons(100 / 110.0, 100 / 105.0, 1, Unit.SHARE));
    }

    /** What a boundary material is made of is not known: nothing upstream of it counts. */
    @Test
    void theBoundaryIsNobodys() {
        SupplyChain.Builder chain = SupplyChain.builder(2025)
                .add(Material.of("ore").asBoundary(), Material.of("metal"))
                .add(Recipe.of("smelt").makes("metal").from("ore", 2))
                .add(maker(CHN, "smelt", 20))
                .add(Demand.of("usa", "metal", USA, t(20)));

        assertThat(share(chain, METAL_USA, of("chn/smelt"))).isEqualTo(exactly(1));
        assertThat(share(chain, METAL_USA, Outage.NONE)).isEqualTo(exactly(0));
    }

    @Test
    void knowsEverybodyWhoWantsAnythingThatHasToDoWithIt() {
        Tracing tracing = Tracing.of(
                Delivery.to(METAL_USA.inUse(Demand.ALL_USES)), twoMakers().build(), Run.here());

        assertThat(tracing.consumers()).containsExactly(METAL_USA.inUse(Demand.ALL_USES), ROW, METAL_USA);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tracing.supply(Target.of(material("metal"), JPN)))
                .withMessage(
                        "Target 'JPN (metal)': nothing is known of it here. Maybe one of [all uses in USA (metal), ROW (metal), USA (metal)].");
    }
}
