package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.facility;
import static org.lodegraph.model.Ids.material;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.WhatItTakes.Outlet;
import org.lodegraph.query.WhatItTakes.Route;
import org.lodegraph.query.WhatItTakes.Step;

/**
 * Forty tons of gallium. A ton needs 1.25 to 2 t in the liquor, and a ton of alumina leaves 50 to 100 g of it there.
 *
 * <pre>
 *                  United States      Australia
 * bauxite           600,000            9,000,000
 * alumina           700,000            2,000,000
 * aluminum          300,000 of 400,000   1,050,000 of 1,100,000     (2 t of alumina each)
 * gallium            30 planned             -
 * </pre>
 *
 * Nobody says who uses 100,000 t of alumina more.
 */
class WhatItTakesTest {

    private static final Source USGS = Source.of("usgs", "Mineral Commodity Summaries");
    private static final WhatItTakes FORTY =
            WhatItTakes.of(material("gallium"), 40).in(country("USA"));

    private static final SupplyChain WORLD = SupplyChain.builder(2025)
            .add(
                    Material.of("bauxite"),
                    Material.of("soda").asBoundary(),
                    Material.of("alumina"),
                    Material.of("aluminum"),
                    Material.of("liquor").atSite(),
                    Material.of("gallium"))
            .add(
                    Recipe.of("dig").makes("bauxite"),
                    Recipe.of("bayer")
                            .makes("alumina")
                            .asHost()
                            .from("bauxite", between(2, 2.5))
                            .from("soda", 0.25)
                            .power(Figure.estimated(Spread.between(0.2, 0.3), Unit.MWH_PER_T, USGS))
                            .yields("liquor", between(50e-6, 100e-6)),
                    Recipe.of("ga-bayer")
                            .makes("gallium")
                            .from("liquor", between(1.25, 2))
                            .from("soda", 10),
                    Recipe.of("smelt").makes("aluminum").from("alumina", 2))
            .add(
                    Facility.at("us", country("USA"))
                            .line(line("dig", 600_000, 600_000))
                            .line(line("bayer", 700_000, 700_000))
                            .line(line("smelt", 400_000, 300_000))
                            .line(Line.of("ga-bayer", Capacity.nameplate(t(30))).status(Line.Status.PLANNED)),
                    Facility.at("au", country("AUS"))
                            .line(line("dig", 9_000_000, 9_000_000))
                            .line(line("bayer", 2_000_000, 2_000_000))
                            .line(line("smelt", 1_100_000, 1_050_000)))
            .add(Demand.remainder("alumina", t(100_000)))
            .build();

    private static final Route ROUTE =
            WORLD.ask(FORTY).from(material("alumina")).orElseThrow();

    private static Line line(String recipe, double capacity, double output) {
        return Line.of(recipe, Capacity.nameplate(t(capacity))).output(t(output));
    }

    private static Figure t(double tons) {
        return Figure.figure(tons, Unit.T_PER_A, USGS);
    }

    private static Figure between(double low, double high) {
        return Figure.estimated(Spread.between(low, high), Unit.ONE, USGS);
    }

    private static Range tons(double low, double high) {
        return Range.spanning(low, high, Unit.T_PER_A);
    }

    private static Step step(String material) {
        return ROUTE.find(material(material)).orElseThrow();
    }

    private static Range need(String material) {
        Range need = step(material).need();
        return Range.spanning(need.low(), need.high(), need.unit());
    }

    @Test
    void theHostRunsAsOftenAsTheStreamAsksFor() {
        assertThat(need("gallium")).isEqualTo(tons(40, 40));
        // 40 x 1.25 = 50 t of liquor at 100 g/t, 40 x 2 = 80 t at 50 g/t
        assertThat(need("alumina")).isEqualTo(tons(500_000, 1_600_000));
        assertThat(step("alumina").kind()).isEqualTo(WhatItTakes.Kind.HOST);
    }

    @Test
    void whatTheStepsTakeIsFollowedToTheMine() {
        // 500,000 x 2 and 1,600,000 x 2.5
        assertThat(need("bauxite")).isEqualTo(tons(1_000_000, 4_000_000));
        // the host's 500,000 x 0.25 and 1,600,000 x 0.25, and the circuit's 40 x 10
        assertThat(need("soda")).isEqualTo(tons(125_400, 400_400));
        assertThat(step("soda").unlimited()).isTrue();
        assertThat(step("soda").missing()).isEqualTo(tons(0, 0));
    }

    @Test
    void electricityIsCountedWhereItIsNamedAndUnknownElsewhere() {
        // 500,000 x 0.2 and 1,600,000 x 0.3
        Range host = Range.spanning(100_000, 480_000, Unit.MWH_PER_A);
        assertThat(step("alumina").power())
                .hasValueSatisfying(power -> assertThat(Range.spanning(power.low(), power.high(), power.unit()))
                        .isEqualTo(host));
        assertThat(step("gallium").power()).isEmpty();
        assertThat(ROUTE.withoutPower()).containsExactly(step("bauxite"), step("gallium"));

        // 1,000,000 x 0.01 and 4,000,000 x 0.01 to dig the bauxite, 40 x 30 for the circuit
        Route named = WORLD.toBuilder()
                .put(
                        WORLD.recipe(Ids.recipe("dig")).power(Figure.stated(0.01, Unit.MWH_PER_T)),
                        WORLD.recipe(Ids.recipe("ga-bayer")).power(Figure.stated(30, Unit.MWH_PER_T)))
                .build()
                .ask(FORTY)
                .routes()
                .get(0);
        assertThat(named.withoutPower()).isEmpty();
        Range all = named.power();
        assertThat(Range.spanning(all.low(), all.high(), all.unit()))
                .isEqualTo(Range.spanning(100_000 + 10_000 + 1_200, 480_000 + 40_000 + 1_200, Unit.MWH_PER_A));
    }

    /** The circuit takes a ton of alumina a ton too: 40 t of the 500,000 to 1,600,000 t that the host makes anyway. */
    @Test
    void whatTheCircuitTakesOfTheHostsProductIsMadeAnyway() {
        SupplyChain looped = WORLD.toBuilder()
                .put(WORLD.recipe(Ids.recipe("ga-bayer")).from("alumina", 1))
                .build();
        Route route = looped.ask(FORTY).routes().get(0);

        assertThat(route.steps())
                .filteredOn(step -> step.material().equals(material("alumina")))
                .hasSize(1);
        assertThat(route.find(material("alumina")).orElseThrow().kind()).isEqualTo(WhatItTakes.Kind.HOST);
        assertThat(route.find(material("alumina")).orElseThrow().need())
                .isEqualTo(step("alumina").need());
    }

    @Test
    void whatStandsThereIsSetAgainstTheNeed() {
        // 1,000,000 - 600,000 and 4,000,000 - 600,000
        assertThat(step("bauxite").missing()).isEqualTo(tons(400_000, 3_400_000));
        // 500,000 < 700,000, and 1,600,000 - 700,000
        assertThat(step("alumina").missing()).isEqualTo(tons(0, 900_000));
        assertThat(step("gallium").missing()).isEqualTo(tons(40, 40));
        assertThat(step("gallium").planned()).isEqualTo(tons(30, 30));
        assertThat(ROUTE.firstMissing()).contains(step("bauxite"));
    }

    @Test
    void theHostsProductHasToGoSomewhere() {
        Outlet outlet = ROUTE.outlet();
        // 300,000 x 2 and 400,000 x 2
        assertThat(outlet.own()).isEqualTo(tons(600_000, 800_000));
        // 1,050,000 x 2 and 1,100,000 x 2, and 100,000 that nobody names
        assertThat(outlet.abroad()).isEqualTo(tons(2_200_000, 2_300_000));
        assertThat(outlet.unnamed()).isEqualTo(tons(100_000, 100_000));
        // less the 2,000,000 that are made there
        assertThat(outlet.unmet()).isEqualTo(tons(200_000, 300_000));
        // 500,000 < 800,000 + 100,000, and 1,600,000 - 600,000
        assertThat(outlet.surplus()).isEqualTo(tons(0, 1_000_000));
        // 1,600,000 > 600,000 + 200,000, but 500,000 < 800,000 + 2,300,000
        assertThat(outlet.isPlaced()).isFalse();
        assertThat(outlet.mayBePlaced()).isTrue();
    }

    @Test
    void whatHasAUseSurelyAndWhatHasNone() {
        // 10 t take 125,000 to 400,000 t of alumina, less than 600,000 + 200,000
        assertThat(outlet(10).isPlaced()).isTrue();
        // 300 t take 3,750,000 to 12,000,000 t, more than 800,000 + 2,300,000
        assertThat(outlet(300).mayBePlaced()).isFalse();
    }

    private static Outlet outlet(double tons) {
        return WORLD.ask(WhatItTakes.of(material("gallium"), tons).in(country("USA")))
                .routes()
                .get(0)
                .outlet();
    }

    /** In the world everybody's use is one's own, and nobody is left abroad. */
    @Test
    void theWorld() {
        Outlet outlet = WORLD.ask(WhatItTakes.of(material("gallium"), 40))
                .routes()
                .get(0)
                .outlet();

        // 600,000 + 2,100,000 + 100,000 and 800,000 + 2,200,000 + 100,000
        assertThat(outlet.own()).isEqualTo(tons(2_800_000, 3_100_000));
        assertThat(outlet.abroad()).isEqualTo(tons(0, 0));
        assertThat(outlet.isPlaced()).isTrue();
    }

    @Test
    void idleLinesDoNotRun() {
        Facility us = WORLD.facility(facility("us"));
        SupplyChain still = WORLD.toBuilder()
                .put(us.withLines(line("bayer", 700_000, 0).status(Line.Status.IDLE)))
                .build();
        Step host = still.ask(FORTY).routes().get(0).find(material("alumina")).orElseThrow();

        assertThat(host.capacity()).isEqualTo(tons(0, 0));
        assertThat(host.idle()).isEqualTo(tons(700_000, 700_000));
    }

    /** Built in March under a rule of 2024, it has no capacity; an older one keeps what it has. */
    @Test
    void whatATechnologyRuleKeepsFromRunningDoesNotRun() {
        Line circuit = Line.of("ga-bayer", Capacity.nameplate(t(50)));
        SupplyChain ruled = ruled("ga-bayer", circuit.withStarts(LocalDate.of(2025, 3, 1)), circuit.withName("older"));
        Route route = ruled.ask(FORTY).routes().get(0);

        assertThat(route.find(material("gallium")).orElseThrow().capacity()).isEqualTo(tons(50, 50));
    }

    /** The older smelter takes 100,000 x 2 t of alumina, the one built under the rule none of its 400,000 x 2. */
    @Test
    void whatATechnologyRuleKeepsFromRunningIsNoUse() {
        SupplyChain ruled = ruled(
                "smelt",
                line("smelt", 400_000, 0).withStarts(LocalDate.of(2025, 3, 1)),
                line("smelt", 100_000, 100_000).withName("older"));

        assertThat(ruled.ask(FORTY).routes().get(0).outlet().own()).isEqualTo(tons(200_000, 200_000));
    }

    /** The United States with other lines, under an Australian rule of 2024. */
    private static SupplyChain ruled(String recipe, Line... lines) {
        return WORLD.toBuilder()
                .add(Policy.builder()
                        .id(Ids.policy("AU-TECH"))
                        .name("technology")
                        .issuer(country("AUS"))
                        .addRecipes(Ids.recipe(recipe))
                        .addInForce(Window.from(LocalDate.of(2024, 1, 1)))
                        .build())
                .put(WORLD.facility(facility("us")).withLines(lines))
                .build();
    }

    /** Recycling in the United States gives 300,000 t of bauxite's place, so that much less must be dug, and no less. */
    @Test
    void whatOtherRecipesGiveThereIsTakenOffAtTheLowEnd() {
        SupplyChain other = WORLD.toBuilder()
                .add(
                        Material.of("pit").asBoundary(),
                        Material.of("dust").asBoundary(),
                        Recipe.of("sift").makes("bauxite").from("dust", 1))
                .put(Recipe.of("dig").makes("bauxite").from("pit", 3))
                .put(WORLD.facility(facility("us")).line(line("sift", 300_000, 0)))
                .build();
        Range pit = other.ask(FORTY)
                .routes()
                .get(0)
                .find(material("pit"))
                .orElseThrow()
                .need();

        // 3 x (1,000,000 - 300,000), and 3 x 4,000,000 if nobody sifts
        assertThat(Range.spanning(pit.low(), pit.high(), pit.unit())).isEqualTo(tons(2_100_000, 12_000_000));
    }

    @Test
    void shows() {
        assertThat(ReportText.of(WORLD.ask(FORTY).show())).isEqualTo("""
                        # What 40 t/a of gallium takes
                        2025, read on 2025-12-31, in USA
                        FINDING gallium comes along with alumina: 500,000 to 1,600,000 t/a of it must be made. The first step from the mine on that is surely short there is bauxite: 600,000 t/a of 1,000,000 to 4,000,000 t/a.
                        Steps of alumina =companion=> gallium from the mine on, t/a of what each makes [2025, computed from Mineral Commodity Summaries, stated by the caller, no publication named]
                        step | makes | needed | runs there | missing | planned | electricity
                        supply | soda, taken as unlimited | 125,400 to 400,400 t/a |  |  |  |\s
                        supply | bauxite | 1,000,000 to 4,000,000 t/a | 600,000 t/a | 400,000 to 3,400,000 t/a | 0 t/a | ?no figure
                        host | alumina | 500,000 to 1,600,000 t/a | 700,000 t/a | 0 to 900,000 t/a | 0 t/a | 100,000 to 480,000 MWh/a
                        circuit | gallium | 40 t/a | 0 t/a | 40 t/a | 30 t/a | ?no figure

                        FINDING Electricity: 100,000 to 480,000 MWh/a, and what is unknown because no figure is there: bauxite, gallium.
                        FINDING Uses of alumina: 600,000 to 800,000 t/a there, 200,000 to 300,000 t/a missing elsewhere, 2,200,000 to 2,300,000 t/a elsewhere in all. Of what must be made, all may have a use, if others make way.
                        METHOD Each route makes the whole tonnage by itself; amounts are t/a of what a step makes, and enclose. A circuit is of use only beside its host. Method: lodegraph what it takes 3.
                        Assumed: effective capacity of line 'us/ga-bayer': 30 t/a (not published, read as the nameplate)
                        Assumed: effective capacity of line 'us/dig': 600,000 t/a (not published, read as the nameplate)
                        Assumed: effective capacity of line 'us/bayer': 700,000 t/a (not published, read as the nameplate)
                        Assumed: effective capacity of line 'us/smelt': 400,000 t/a (not published, read as the nameplate)
                        Assumed: effective capacity of line 'au/smelt': 1,100,000 t/a (not published, read as the nameplate)
                        Source: stated by the caller, no publication named
                        Source: Mineral Commodity Summaries
                        """);
    }

    @Test
    void whatHasNoHostIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORLD.ask(WhatItTakes.of(material("aluminum"), 1)))
                .withMessage(
                        "By-product 'aluminum': it comes along with no host. Maybe let a recipe that is asHost() yield it, or a stream of mobility SITE that it is made from.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WhatItTakes.of(material("gallium"), 0))
                .withMessage("What gallium takes: so much is wanted (0.0 t/a). Maybe 40 for 40 t a year.");
    }

    private static Figure mwh(double perTon) {
        return Figure.figure(perTon, Unit.MWH_PER_T, USGS);
    }

    private static Route germanium(Recipe... recipes) {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(
                        Material.of("ore").asBoundary(),
                        Material.of("zinc"),
                        Material.of("residue").atSite(),
                        Material.of("cake").atSite(),
                        Material.of("acid"),
                        Material.of("agent"),
                        Material.of("germanium"))
                .add(recipes)
                .add(Facility.at("ca", country("CAN")).line(line("zinc", 300, 100)))
                .build();
        return chain.ask(WhatItTakes.of(material("germanium"), 10).in(country("CAN")))
                .routes()
                .get(0);
    }

    private static double exactly(Range range) {
        assertThat(range.isExact()).as("%s", range).isTrue();
        return range.low();
    }

    /**
     * Ten tons take 20 t of residue, of which a ton of zinc leaves 0.1, and 30 t of cake, of which it leaves 0.2: 200 t of zinc
     * for the one and 150 t for the other leave both by one run of 200 t. Electricity 200 x 4 + 10 x 100.
     */
    @Test
    void oneRunOfTheHostLeavesAllItsStreams() {
        Route route = germanium(
                Recipe.of("zinc")
                        .makes("zinc")
                        .asHost()
                        .from("ore", 2)
                        .yields("residue", 0.1)
                        .yields("cake", 0.2)
                        .power(mwh(4)),
                Recipe.of("circuit")
                        .makes("germanium")
                        .from("residue", 2)
                        .from("cake", 3)
                        .power(mwh(100)));

        assertThat(exactly(route.find(material("zinc")).orElseThrow().need())).isEqualTo(200);
        assertThat(exactly(route.find(material("ore")).orElseThrow().need())).isEqualTo(400);
        assertThat(exactly(route.power())).isEqualTo(1_800);
    }

    /** Ten tons take 50 t of acid, and the zinc plant makes 340 t of it by the way: no run of its own. */
    @Test
    void whatTheHostMakesByTheWayTakesNothing() {
        Route route = germanium(
                Recipe.of("zinc")
                        .makes("zinc")
                        .asHost()
                        .from("ore", 2)
                        .yields("residue", 0.1)
                        .yields("acid", 1.7)
                        .power(mwh(4)),
                Recipe.of("circuit")
                        .makes("germanium")
                        .from("residue", 2)
                        .from("acid", 5)
                        .power(mwh(100)));

        assertThat(exactly(route.find(material("ore")).orElseThrow().need())).isEqualTo(400);
        assertThat(exactly(route.power())).isEqualTo(1_800);
    }

    /**
     * Ten tons take 20 t of acid and 30 t of agent. One plant makes half a ton of agent with each ton of acid: 60 t of acid for
     * the agent are enough for both, and take 60 x 6 = 360 MWh. If nobody makes both at once, 20 x 6 more.
     */
    @Test
    void onePlantMayMakeTwoReagentsAtOnce() {
        Route route = germanium(
                Recipe.of("zinc").makes("zinc").asHost().from("ore", 2).yields("residue", 0.1),
                Recipe.of("plant")
                        .makes("acid")
                        .from("ore", 1)
                        .yields("agent", 0.5)
                        .power(mwh(6)),
                Recipe.of("circuit")
                        .makes("germanium")
                        .from("residue", 2)
                        .from("acid", 2)
                        .from("agent", 3)
                        .power(mwh(100)));

        assertThat(route.power()).isEqualTo(new Range(1_360, 1_480, Unit.MWH_PER_A));
    }
}
