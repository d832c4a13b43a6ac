package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.policy;
import static org.lodegraph.model.Ids.recipe;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lodegraph.graph.Fallback;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.StrandedReserves.Answer;
import org.lodegraph.query.StrandedReserves.Reserve;
import org.lodegraph.query.StrandedReserves.Route;
import org.lodegraph.report.Retold;
import org.lodegraph.report.Tree;

/**
 * Ore becomes metal in two steps. A smelter takes 2 t of ore for a ton of matte, a refinery 1.5 t of matte for a ton of metal.
 *
 * <pre>
 *      in the ground   dug      smelts matte   refines metal
 * AAA         10,000   100      -              -
 * BBB          5,000    10      40 to 60       idle
 * CCC          1,000     -      30             20
 * DDD            500    80      -              -, lets no ore out
 * </pre>
 */
class StrandedReservesTest {

    private static final StrandedReserves ASKED = StrandedReserves.of(material("ore"), material("metal"));

    private static final SupplyChain WORLD = SupplyChain.builder(2025)
            .add(
                    Material.of("ore"),
                    Material.of("matte"),
                    Material.of("metal"),
                    Recipe.of("dig").makes("ore"),
                    Recipe.of("smelt").makes("matte").from("ore", 2),
                    Recipe.of("refine").makes("metal").from("matte", 1.5))
            .add(
                    Facility.at("aaa", country("AAA")).line(mine(100)),
                    Facility.at("bbb", country("BBB"))
                            .line(mine(10))
                            .line(
                                    "smelt",
                                    Capacity.nameplate(
                                            Figure.estimated(Spread.between(40, 60), Unit.T_PER_A, Source.STATED)))
                            .line(Line.of("refine", Capacity.nameplate(t(50))).status(Line.Status.IDLE)),
                    Facility.at("ccc", country("CCC"))
                            .line("smelt", Capacity.nameplate(t(30)))
                            .line("refine", Capacity.nameplate(t(20))),
                    Facility.at("ddd", country("DDD")).line(mine(80)))
            .add(reserve("AAA", 10_000), reserve("BBB", 5_000), reserve("CCC", 1_000), reserve("DDD", 500))
            .add(ban("no-ore", "DDD", "ore"))
            .add(Demand.remainder("metal", t(20)))
            .build();

    private static Line mine(double tons) {
        return Line.of("dig", Capacity.nameplate(t(tons))).output(t(tons));
    }

    private static Figure t(double tons) {
        return Figure.stated(tons, Unit.T_PER_A);
    }

    private static Stock reserve(String holder, double tons) {
        return Stock.of(
                        "reserve-" + holder.toLowerCase(Locale.ROOT),
                        "ore",
                        country(holder),
                        Figure.stated(tons, Unit.T))
                .kind(Stock.Kind.IN_GROUND);
    }

    private static Policy ban(String id, String issuer, String material) {
        return Policy.builder()
                .id(policy(id))
                .name(id)
                .issuer(country(issuer))
                .materials(Set.of(material(material)))
                .inForce(List.of(Window.from(LocalDate.of(2020, 1, 1))))
                .build();
    }

    private static Reserve of(String holder, Answer answer) {
        return answer.reserves().stream()
                .filter(reserve -> reserve.country().equals(country(holder)))
                .findFirst()
                .orElseThrow();
    }

    private static Range tons(double low, double high) {
        return new Range(low, high, Unit.T_PER_A);
    }

    /**
     * AAA gets to both smelters, which take 2 x (40 to 60) + 2 x 30 = 140 to 180 t of ore for CCC's refinery. DDD's ore stays
     * at home, where nobody smelts: 500 t of 16,500 t. BBB's mine digs 10 t and AAA's 100 t: 110 t, less than 140 t.
     */
    @Test
    void oreThatCannotLeaveIsStranded() {
        Answer answer = WORLD.ask(ASKED);

        assertThat(of("AAA", answer).processors()).hasToString("[bbb/smelt, ccc/smelt]");
        assertThat(of("AAA", answer).takes()).isEqualTo(tons(140, 180));
        assertThat(of("AAA", answer).route()).isEqualTo(Route.ENOUGH);
        assertThat(answer.having(Route.NONE)).containsExactly(of("DDD", answer));
        assertThat(answer.stranded()).isEqualTo(Range.exactly(500, Unit.T));
        assertThat(answer.strandedShare().low()).isEqualTo(0.0303030303);
        assertThat(answer.left()).isEqualTo(tons(0, 0));
        assertThat(of("CCC", answer).dug()).isEmpty();
    }

    /**
     * Beside the 16,500 t, of which DDD's 500 t are stranded, other countries have 1,500 t and dig 70 t/a. So 500 to 2,000 t of
     * 18,000 t are stranded, 2.8 to 11.1 %; and mines dig 110 to 180 t, smelters take 140 to 180 t: up to 40 t are left.
     */
    @Test
    void oreOfOtherCountriesMayBeStranded() {
        Answer answer = WORLD.toBuilder()
                .add(Facility.at("others", CountryId.NOWHERE).line(mine(70)))
                .add(reserve("XOT", 1_500))
                .build()
                .ask(ASKED);

        assertThat(of("XOT", answer).route()).isEqualTo(Route.UNKNOWN);
        assertThat(of("XOT", answer).processors()).isEmpty();
        assertThat(answer.having(Route.NONE)).containsExactly(of("DDD", answer));
        assertThat(answer.stranded()).isEqualTo(new Range(500, 2_000, Unit.T));
        assertThat(answer.strandedShare()).isEqualTo(Range.spanning(500 / 18_000.0, 2_000 / 18_000.0, Unit.SHARE));
        assertThat(answer.strandedShareOfKnown()).isEqualTo(answer.strandedShare());
        assertThat(answer.left()).isEqualTo(tons(0, 40));
        assertThat(ReportText.of(answer.show()))
                .contains("1 of 4 reserves, 500 to 2,000 t of ore, 2.8 % to 11.1 % of all."
                        + " 1,500 t of it lies in countries that are not named, with a route or without.")
                .contains("other countries | 1,500 t | 70 t/a |  |  | unknown");
    }

    /**
     * EEE's ore may go to the smelters, FFF's may not leave: how much either is, nobody says. So anything from 0 to 100 % of all
     * is stranded, and of the 16,500 t that are known, 500 t or 3.0 %. The largest that are known come first.
     */
    @Test
    void aReserveOfUnknownSizeCountsAsAnything() {
        Answer answer = WORLD.toBuilder()
                .add(unknown("EEE"), unknown("FFF"), ban("none", "FFF", "ore"))
                .build()
                .ask(ASKED);

        assertThat(answer.reserves())
                .extracting(each -> each.country().value())
                .containsExactly("AAA", "BBB", "CCC", "DDD", "EEE", "FFF");
        assertThat(of("EEE", answer).processors()).hasSize(2);
        assertThat(of("FFF", answer).route()).isEqualTo(Route.NONE);
        assertThat(answer.stranded()).isEqualTo(new Range(500, Double.POSITIVE_INFINITY, Unit.T));
        assertThat(answer.strandedShare()).isEqualTo(new Range(0, 1, Unit.SHARE));
        assertThat(answer.strandedShareOfKnown()).isEqualTo(Range.spanning(500 / 16_500.0, 500 / 16_500.0, Unit.SHARE));
        assertThat(ReportText.of(answer.show()))
                .contains(
                        "2 of 6 reserves", "Nobody says how large 2 reserves are; of the others, 3.0 % has no route.");
    }

    private static Stock unknown(String holder) {
        return reserve(holder, 1).withAmount(Figure.unknown(Unit.T, "not available"));
    }

    /** Without BBB's smelter 60 t of ore are taken: of AAA's 100 t surely too little, 110 - 60 = 50 t are left with BBB's. */
    @Test
    void aRouteMayBeTooNarrow() {
        Answer answer = WORLD.ask(ASKED.notBy(country("BBB")));

        assertThat(of("AAA", answer).route()).isEqualTo(Route.SHORT);
        assertThat(of("BBB", answer).route()).isEqualTo(Route.ENOUGH);
        assertThat(answer.left()).isEqualTo(tons(50, 50));
        // 10,000 t / 60 t/a
        assertThat(of("AAA", answer).years()).contains(Range.spanning(10_000 / 60.0, 10_000 / 60.0, Unit.YEARS));
    }

    /** Without BBB and its smelters, 110 t are dug where a route leads on, and CCC's smelter takes 30 t x 2 t of ore = 60 t. */
    @Test
    void explainsDownToTheFigures() {
        assertThat(WORLD.ask(ASKED.notBy(country("BBB"))).explain().root().children().stream()
                        .map(Retold::text))
                .containsExactly("""
                ore with no route to a processor that may be used: 500 t (sum)
                  amount of stock 'reserve-ddd': 500 t (500 t (reported, stated))
                """, """
                dug beyond what processors take: 50 t/a (first less second or nothing)
                  dug where a route leads on: 110 t/a (sum)
                    dug in AAA: 100 t/a (sum)
                      output of line 'aaa/dig': 100 t/a (100 t/a (reported, stated))
                    dug in BBB: 10 t/a (sum)
                      output of line 'bbb/dig': 10 t/a (10 t/a (reported, stated))
                  what processors could take: 60 t/a (sum)
                    ore that line 'ccc/smelt' could take: 60 t/a (product)
                      nameplate capacity of line 'ccc/smelt': 30 t/a (30 t/a (reported, stated))
                      ore needed by recipe 'smelt': 2 (2 (reported, stated))
                """);
    }

    /**
     * At home AAA and BBB smelt and refine: AAA digs 100 t and takes 2 x 10 = 20 t, so 80 t are left; BBB digs 10 t and takes 80
     * to 120 t, so none, and what it could take besides is no help to AAA, nor are CCC's 60 t. DDD has nobody: no route.
     */
    @Test
    void whatOneHasToSpareAtHomeIsNoHelpToTheNext() {
        Answer answer = WORLD.with(world -> world.toBuilder()
                        .add(Facility.at("aaa-works", country("AAA"))
                                .line("smelt", Capacity.nameplate(t(10)))
                                .line("refine", Capacity.nameplate(t(10))))
                        // A second reserve digs and takes no more.
                        .add(Stock.of("second", "ore", country("AAA"), Figure.stated(1000, Unit.T))
                                .kind(Stock.Kind.IN_GROUND))
                        .build())
                .ask(ASKED.counting(Fallback.IDLE_LINES).atHome());

        assertThat(answer.left()).isEqualTo(tons(80, 80));
        assertThat(answer.having(Route.NONE)).containsExactly(of("DDD", answer));
        // Together all could take what is dug: 20 + (80 to 120) + 60 t of 110 t.
        assertThat(answer.taken()).isEqualTo(tons(160, 200));
        assertThat(ReportText.of(answer.show()))
                .contains(
                        "mines dig 80 t/a more than the processors of their own countries could take, added up country by country.");
        assertThat(Retold.of(answer.explain().root().children().get(1))).isEqualTo(answer.left());
    }

    /** AAA digs 100 t, whether that is of one reserve or of two: 110 - 60 = 50 t are left all the same. */
    @Test
    void aCountryDigsOnceWhateverItsReserves() {
        Answer answer = WORLD.with(world -> world.toBuilder()
                        .add(Stock.of("second", "ore", country("AAA"), Figure.stated(1000, Unit.T))
                                .kind(Stock.Kind.IN_GROUND))
                        .build())
                .ask(ASKED.notBy(country("BBB")));

        assertThat(answer.reserves()).hasSize(5);
        assertThat(answer.left()).isEqualTo(tons(50, 50));
    }

    /** BBB smelts, but its refinery is idle: nothing that it may use makes metal, unless the refinery counts. */
    @Test
    void aSmelterThatLeadsNowhereIsNoProcessor() {
        assertThat(WORLD.ask(ASKED.by(country("BBB"))).having(Route.NONE)).hasSize(4);

        Answer restarted = WORLD.ask(ASKED.by(country("BBB")).counting(Fallback.IDLE_LINES));

        assertThat(restarted.having(Route.NONE)).hasSize(1);
        // 80 to 120 t of ore for 100 t dug: it depends.
        assertThat(of("AAA", restarted).route()).isEqualTo(Route.UNSURE);
        assertThat(restarted.left()).isEqualTo(tons(0, 30));
    }

    @Test
    void askedOfOneGround() {
        assertThat(WORLD.ask(ASKED.in(country("DDD"))).strandedShare()).isEqualTo(Range.exactly(1, Unit.SHARE));
    }

    /** A boundary says that ore is no limit, not that it has a route. */
    @Test
    void oreAtTheBoundaryIsFollowedToo() {
        SupplyChain unlimited =
                WORLD.toBuilder().put(Material.of("ore").asBoundary()).build();

        assertThat(unlimited.ask(ASKED).having(Route.NONE)).hasSize(1);
    }

    @Test
    void whatIsNoReserveIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORLD.ask(StrandedReserves.of(material("matte"), material("metal"))))
                .withMessage(
                        "StrandedReserves: no recipe makes 'metal' out of 'matte', or there is none in the ground (reserves seen: 0). Maybe another ore.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORLD.ask(StrandedReserves.of(material("ore"), material("ore"))));
    }

    @Test
    void saysWhatItFound() {
        assertThat(ReportText.of(WORLD.ask(ASKED.notBy(country("BBB"))).show())).isEqualTo("""
                # Which ore in the ground has no route to metal?
                2025, read on 2025-12-31, not processed by BBB
                FINDING No route to a processor that may be used: 1 of 4 reserves, 500 t of ore, 3.0 % of all. Of the ore that has a route, mines dig 50 t/a more than all processors that it gets to could take together.
                Reserves and who could process them [gross, 2025, computed from stated by the caller, no publication named]
                in the ground of | reserve | dug | lines | take | route | years if alone
                AAA | 10,000 t | 100 t/a | 1 index | 60 t/a | short | 166.7 a
                BBB | 5,000 t | 10 t/a | 1 index | 60 t/a | enough | 83.33 a
                CCC | 1,000 t |  | 1 index | 60 t/a | enough | 16.67 a
                DDD | 500 t | 80 t/a | 0 index | 0 t/a | none |\s

                METHOD Each reserve is taken as if it were dug, and followed to lines that may be used and lead to the product. Take: those lines at full capacity with nothing else to do; later steps may be narrower. Route: none, or whether that is enough for what is dug there. Years if alone: how long those lines would take for the whole reserve if it alone fed them, not how long it lasts as it is dug. Method: lodegraph stranded reserves 3.
                Assumed: effective capacity of line 'ccc/smelt': 30 t/a (not published, read as the nameplate)
                Source: stated by the caller, no publication named
                """);
    }

    /** A line of 10 t that takes 2 or 3 t of ore a ton, by either recipe, can take 30 t. */
    @Test
    void aLineTakesWhatItsHungriestRecipeTakes() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(
                        Material.of("ore"),
                        Material.of("metal"),
                        Recipe.of("dig").makes("ore"),
                        Recipe.of("lean").makes("metal").from("ore", 2),
                        Recipe.of("rich").makes("metal").from("ore", 3))
                .add(Facility.at("aaa", country("AAA"))
                        .line(Line.of("dig", Capacity.nameplate(Figure.stated(30, Unit.T_PER_A)))
                                .output(Figure.stated(30, Unit.T_PER_A)))
                        .line(Line.of("lean", Capacity.nameplate(Figure.stated(10, Unit.T_PER_A)))
                                .withRecipes(recipe("lean"), recipe("rich"))))
                .add(Stock.of("aaa-ore", "ore", country("AAA"), Figure.stated(900, Unit.T))
                        .kind(Stock.Kind.IN_GROUND))
                .build();

        assertThat(chain.ask(StrandedReserves.of(material("ore"), material("metal")))
                        .taken())
                .isEqualTo(Range.exactly(30, Unit.T_PER_A));
    }

    private static final List<CountryId> COUNTRIES =
            List.of(country("AAA"), country("BBB"), country("CCC"), country("DDD"), country("EEE"));

    /** What was drawn: who smelts and who refines, and the bans. */
    private record Drawn(Set<CountryId> smelters, Set<CountryId> refiners, Set<List<Object>> bans) {

        static Drawn from(Random random) {
            Set<List<Object>> bans = new HashSet<>();
            for (String material : List.of("ore", "matte")) {
                for (CountryId from : COUNTRIES) {
                    for (CountryId to : COUNTRIES) {
                        if (!from.equals(to) && random.nextInt(3) == 0) {
                            bans.add(List.of(material, from, to));
                        }
                    }
                }
            }
            return new Drawn(some(random, 3), some(random, 3), bans);
        }

        boolean isOpen(String material, CountryId from, CountryId to) {
            return !bans.contains(List.of(material, from, to));
        }

        SupplyChain chain() {
            SupplyChain.Builder builder = SupplyChain.builder(2025)
                    .add(
                            Material.of("ore").asBoundary(),
                            Material.of("matte"),
                            Material.of("metal"),
                            Recipe.of("smelt").makes("matte").from("ore", 2),
                            Recipe.of("refine").makes("metal").from("matte", 1.5));
            for (CountryId country : COUNTRIES) {
                String id = country.value().toLowerCase(Locale.ROOT);
                builder.add(reserve(country.value(), 1));
                // Planned lines do not count, but make the materials known.
                builder.add(Facility.at(id, country)
                        .line(Line.of("smelt", Capacity.nameplate(t(1)))
                                .status(smelters.contains(country) ? Line.Status.RUNNING : Line.Status.PLANNED))
                        .line(Line.of("refine", Capacity.nameplate(t(1)))
                                .status(refiners.contains(country) ? Line.Status.RUNNING : Line.Status.PLANNED)));
            }
            int number = 0;
            for (List<Object> ban : bans) {
                builder.add(ban("ban-" + number++, ((CountryId) ban.get(1)).value(), (String) ban.get(0))
                        .withToward(Set.of((CountryId) ban.get(2))));
            }
            return builder.build();
        }

        /** Ore goes one hop to a smelter that may be used, and its matte one hop to such a refinery. */
        Set<CountryId> withRoute(Set<CountryId> usable) {
            Set<CountryId> found = new HashSet<>();
            for (CountryId ground : COUNTRIES) {
                for (CountryId smelter : smelters) {
                    for (CountryId refiner : refiners) {
                        if (usable.contains(smelter)
                                && usable.contains(refiner)
                                && isOpen("ore", ground, smelter)
                                && isOpen("matte", smelter, refiner)) {
                            found.add(ground);
                        }
                    }
                }
            }
            return found;
        }
    }

    private static Set<CountryId> some(Random random, int of) {
        Set<CountryId> some = new HashSet<>();
        COUNTRIES.stream().filter(country -> random.nextInt(of) > 0).forEach(some::add);
        return some;
    }

    @Test
    void findsTheRoutesThatThreeLoopsFind() {
        Random random = new Random(50);
        int stranded = 0;
        int kept = 0;
        for (int i = 0; i < 1_000; i++) {
            Drawn drawn = Drawn.from(random);
            Set<CountryId> usable = some(random, 4);
            if (usable.isEmpty()) {
                continue;
            }
            SupplyChain chain = drawn.chain();

            Answer answer = chain.ask(ASKED.by(usable.toArray(CountryId[]::new)));
            Set<CountryId> others = new HashSet<>(COUNTRIES);
            others.removeAll(usable);

            List<CountryId> found = new ArrayList<>();
            answer.reserves().stream()
                    .filter(reserve -> reserve.route() != Route.NONE)
                    .forEach(reserve -> found.add(reserve.country()));
            assertThat(found).containsExactlyInAnyOrderElementsOf(drawn.withRoute(usable));
            // To use some is not to use the others, and whoever may use more strands no more.
            assertThat(chain.ask(ASKED.notBy(others.toArray(CountryId[]::new))).reserves())
                    .isEqualTo(answer.reserves());
            assertThat(chain.ask(ASKED).stranded().high())
                    .isLessThanOrEqualTo(answer.stranded().high());
            List<Tree.Node> told = answer.explain().root().children();
            assertThat(Retold.of(told.get(0)).high())
                    .isCloseTo(answer.stranded().high(), withinPercentage(1e-6));
            assertThat(Retold.of(told.get(1)).high()).isCloseTo(answer.left().high(), withinPercentage(1e-6));
            stranded += answer.having(Route.NONE).size();
            // At home is to ask each country by itself, with its own lines.
            Answer home = chain.ask(ASKED.by(usable.toArray(CountryId[]::new)).atHome());
            for (Reserve reserve : home.reserves()) {
                CountryId country = reserve.country();
                Answer alone = chain.ask(ASKED.in(country).by(country));
                assertThat(reserve.processors())
                        .isEqualTo(
                                usable.contains(country)
                                        ? alone.reserves().get(0).processors()
                                        : List.of());
            }
            kept += home.reserves().size() - home.having(Route.NONE).size();
        }
        assertThat(stranded).isBetween(500, 4_000);
        assertThat(kept).isBetween(500, 4_000);
    }
}
