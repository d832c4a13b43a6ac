package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Response;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.Bloc;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.CapacityGaps.Answer;
import org.lodegraph.query.CapacityGaps.Check;
import org.lodegraph.query.CapacityGaps.Partner;
import org.lodegraph.query.CapacityGaps.Rung;

/**
 * Ladders by hand. The United States want 30 t of magnets a year:
 *
 * <pre>
 * ore --10--> concentrate --2--> oxide --1.2--> metal --0.5--> magnet        t of input per t
 *
 * needed      360 = 36 x 10   36 = 18 x 2    18 = 15 x 1.2   15 = 30 x 0.5   30
 * USA         1000            1000           12              -               20
 * Australia   -               100            -               -               -
 * Japan       -               -              9               6               15
 * Estonia     -               -              -               10              -
 * China       500             500            100             100             100
 * </pre>
 *
 * Alone the United States make no metal. With Japan 6 / 0.5 = 12 magnets; with Estonia 10 t of metal from 12 of 12 t of oxide:
 * 20 magnets; with both 16 t of metal, of which 15 t are needed, but 18 t of oxide of 12 + 9, and magnets 30 of 20 + 15.
 */
class CapacityGapsTest {

    private static final CountryId USA = country("USA");
    private static final CountryId JPN = country("JPN");
    private static final CountryId EST = country("EST");
    private static final CountryId CHN = country("CHN");
    private static final Target MAGNETS = Target.of(material("magnet"), USA);
    private static final CapacityGaps QUESTION = CapacityGaps.of(MAGNETS);

    private static Figure tons(double value) {
        return Figure.stated(value, Unit.T_PER_A);
    }

    private static Facility works(CountryId where, Line... lines) {
        Facility facility = Facility.aggregate(where);
        for (Line line : lines) {
            facility = facility.line(line);
        }
        return facility;
    }

    private static Line line(String recipe, double most) {
        return Line.of(recipe, Capacity.nameplate(tons(most))).output(tons(most));
    }

    private static SupplyChain.Builder magnets() {
        return SupplyChain.builder(2025)
                .add(
                        Material.of("ore"),
                        Material.of("concentrate"),
                        Material.of("oxide"),
                        Material.of("metal"),
                        Material.of("magnet"))
                .add(
                        Recipe.of("mine").makes("ore").stage(Stage.EXTRACTION),
                        Recipe.of("mill")
                                .makes("concentrate")
                                .stage(Stage.CONCENTRATION)
                                .from("ore", 10),
                        Recipe.of("separate")
                                .makes("oxide")
                                .stage(Stage.SEPARATION)
                                .from("concentrate", 2),
                        Recipe.of("reduce").makes("metal").stage(Stage.ALLOY).from("oxide", 1.2),
                        Recipe.of("sinter")
                                .makes("magnet")
                                .stage(Stage.COMPONENT)
                                .from("metal", 0.5))
                .add(
                        works(USA, line("mine", 1000), line("mill", 1000), line("separate", 12), line("sinter", 20)),
                        works(country("AUS"), line("mill", 100)),
                        works(JPN, line("separate", 9), line("reduce", 6), line("sinter", 15)),
                        works(EST, line("reduce", 10)),
                        works(
                                CHN,
                                line("mine", 500),
                                line("mill", 500),
                                line("separate", 100),
                                line("reduce", 100),
                                line("sinter", 100)))
                .add(Demand.of("usa", "magnet", USA, tons(30)), Demand.remainder("magnet", tons(100)));
    }

    private static final SupplyChain CHAIN = magnets().build();

    private static double exactly(Range range) {
        assertThat(range.isExact()).as("%s", range).isTrue();
        return range.low();
    }

    @Test
    void eachStageStandsAgainstWhatTheTargetAsksOfIt() {
        Answer answer = CHAIN.ask(QUESTION);

        assertThat(answer.rungs())
                .extracting(
                        rung -> rung.material().value(),
                        rung -> exactly(rung.need()),
                        rung -> exactly(rung.permitted()),
                        rung -> exactly(rung.gap()))
                .containsExactly(
                        tuple("ore", 360.0, 1000.0, 0.0),
                        tuple("concentrate", 36.0, 1000.0, 0.0),
                        tuple("oxide", 18.0, 12.0, 6.0),
                        tuple("metal", 15.0, 0.0, 15.0),
                        tuple("magnet", 30.0, 20.0, 10.0));
        assertThat(answer.firstMissing().orElseThrow().material()).isEqualTo(material("oxide"));
        assertThat(exactly(answer.find(material("oxide")).orElseThrow().covered()))
                .isEqualTo(12 / 18.0);
        // No metal, no magnets: no stage by itself says that.
        assertThat(exactly(answer.alone().served())).isZero();
    }

    @Test
    void saysWhatEachPartnerAddsAndWhoClosesTheGap() {
        Answer answer = CHAIN.ask(QUESTION.partnersUpTo(3));

        assertThat(answer.partners())
                .extracting(
                        Partner::country,
                        partner -> exactly(partner.added()),
                        partner -> partner.fills().toString())
                .containsExactly(
                        tuple(CHN, 30.0, "[oxide, metal, magnet]"),
                        tuple(EST, 20.0, "[]"),
                        tuple(JPN, 12.0, "[oxide, magnet]"),
                        tuple(country("AUS"), 0.0, "[]"));
        assertThat(answer.closing()).containsExactly(Set.of(CHN));
        assertThat(answer.smallestClosing()).contains(Set.of(CHN));
        // Nobody is allowed to ask China: then it takes two.
        Answer without = CHAIN.with(org.lodegraph.scenario.Lose.of(CHN)).ask(QUESTION.partnersUpTo(3));
        assertThat(without.closing()).containsExactly(Set.of(EST, JPN));
        assertThat(CHAIN.with(org.lodegraph.scenario.Lose.of(CHN))
                        .ask(QUESTION.partnersUpTo(1))
                        .closing())
                .isEmpty();
    }

    @Test
    void aBlocIsWhoeverItsMembersAre() {
        SupplyChain chain = magnets().add(Bloc.of("pact", USA, JPN)).build();
        Answer answer = chain.ask(QUESTION.within(Ids.bloc("pact"), EST).partnersUpTo(0));

        assertThat(answer.suppliers()).containsExactlyInAnyOrder(USA, JPN, EST);
        assertThat(exactly(answer.alone().served())).isEqualTo(30);
        assertThat(answer.rungs()).noneMatch(Rung::mayBeMissing);
        assertThat(answer.closing()).containsExactly(Set.of());
    }

    /** Scrap gives 4 t of metal without oxide: 15 - 4 = 11 t of metal take 13.2 t of oxide, 26.4 of concentrate, 264 of ore. */
    @Test
    void whatAnotherRecipeGivesIsNotAskedOfTheMine() {
        SupplyChain chain = magnets()
                .add(Material.of("scrap").asBoundary())
                .add(Recipe.of("remelt").makes("metal").stage(Stage.RECYCLING).from("scrap", 1.1))
                .put(works(
                        USA,
                        line("mine", 1000),
                        line("mill", 1000),
                        line("separate", 12),
                        line("sinter", 20),
                        line("remelt", 4)))
                .build();
        Answer answer = chain.ask(QUESTION);

        assertThat(answer.rungs())
                .filteredOn(rung -> !rung.material().value().equals("scrap"))
                .extracting(rung -> Math.round(exactly(rung.need()) * 1e9) / 1e9)
                .containsExactly(264.0, 26.4, 13.2, 15.0, 30.0);
        assertThat(exactly(answer.find(material("oxide")).orElseThrow().throughput()))
                .isEqualTo(18);
        Rung scrap = answer.find(material("scrap")).orElseThrow();
        assertThat(scrap.unlimited()).isTrue();
        // All 15 t of metal could be made of scrap: 16.5 t of it, for nothing else there makes metal.
        assertThat(exactly(scrap.need())).isEqualTo(16.5);
        assertThat(exactly(scrap.gap())).isZero();
    }

    /**
     * Metal from oxide a or from oxide b, a line of 100 t for each and neither oxide at home: each could be spared if the other
     * were there, so 0 to 100 t of each may be missing, and alone nothing arrives.
     */
    @Test
    void routesThatNobodyFeedsDoNotSpareEachOther() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(Material.of("oxide-a"), Material.of("oxide-b"), Material.of("magnet"))
                .add(
                        Recipe.of("dig-a").makes("oxide-a"),
                        Recipe.of("dig-b").makes("oxide-b"),
                        Recipe.of("from-a").makes("magnet").from("oxide-a", 1),
                        Recipe.of("from-b").makes("magnet").from("oxide-b", 1))
                .add(
                        works(USA, line("from-a", 100), line("from-b", 100)),
                        works(CHN, line("dig-a", 5), line("dig-b", 5)))
                .add(Demand.of("usa", "magnet", USA, tons(100)))
                .build();
        Answer answer = chain.ask(QUESTION);

        assertThat(answer.find(material("oxide-a")).orElseThrow().gap()).isEqualTo(new Range(0, 100, Unit.T_PER_A));
        assertThat(answer.find(material("oxide-b")).orElseThrow().gap()).isEqualTo(new Range(0, 100, Unit.T_PER_A));
        assertThat(answer.firstMissing()).isEmpty();
        assertThat(answer.mayBeMissing()).hasSize(2);
        assertThat(exactly(answer.alone().served())).isZero();
    }

    /** Two products of one run: 10 t of a and 6 t of b ask the run for 10 / 0.5 = 20 and 6 / 0.2 = 30 t: 30 to 50 t of ore. */
    @Test
    void oneRunMayMeetSeveralNeeds() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(
                        Material.of("ore").asBoundary(),
                        Material.of("mix"),
                        Material.of("a"),
                        Material.of("b"),
                        Material.of("magnet"))
                .add(
                        Recipe.of("split")
                                .makes("mix")
                                .from("ore", 1)
                                .yields("a", 0.5)
                                .yields("b", 0.2),
                        Recipe.of("sinter").makes("magnet").from("a", 1).from("b", 0.6))
                .add(works(USA, line("split", 30), line("sinter", 10)))
                .add(Demand.of("usa", "magnet", USA, tons(10)), Demand.remainder("mix", tons(30)))
                .build();
        Answer answer = chain.ask(QUESTION);

        assertThat(answer.find(material("ore")).orElseThrow().need()).isEqualTo(new Range(30, 50, Unit.T_PER_A));
        assertThat(answer.firstMissing()).isEmpty();
        assertThat(exactly(answer.alone().served())).isEqualTo(10);
    }

    /** Effective 8 of 12 t, a licence for 5 t; a line that started under a ban on its technology may not run at all. */
    @Test
    void nameplateIsNotWhatMayRun() {
        SupplyChain chain = magnets()
                .put(works(
                        USA,
                        line("mine", 1000),
                        line("mill", 1000),
                        Line.of(
                                "separate",
                                Capacity.nameplate(tons(12)).effective(tons(8)).permitted(tons(5))),
                        line("sinter", 20),
                        line("reduce", 7).withStarts(LocalDate.of(2025, 3, 1))))
                .add(Policy.builder()
                        .id(Ids.policy("CN-TECH"))
                        .name("technology")
                        .issuer(CHN)
                        .addRecipes(Ids.recipe("reduce"))
                        .addInForce(Window.from(LocalDate.of(2024, 1, 1)))
                        .build())
                .build();
        Answer answer = chain.ask(QUESTION);

        Rung oxide = answer.find(material("oxide")).orElseThrow();
        assertThat(List.of(exactly(oxide.nameplate()), exactly(oxide.effective()), exactly(oxide.permitted())))
                .containsExactly(12.0, 8.0, 5.0);
        Rung metal = answer.find(material("metal")).orElseThrow();
        assertThat(List.of(exactly(metal.nameplate()), exactly(metal.effective()), exactly(metal.permitted())))
                .containsExactly(7.0, 7.0, 0.0);
    }

    /** Idle lines count only if asked; planned ones only in the outlook, from their day: 15 t of metal in 2025, 18.15 in 2027. */
    @Test
    void projectsCountFromTheirDay() {
        SupplyChain chain = magnets()
                .put(works(
                        USA,
                        line("mine", 1000),
                        line("mill", 1000),
                        line("separate", 30),
                        line("sinter", 40),
                        Line.of("reduce", Capacity.nameplate(tons(17)))
                                .status(Line.Status.PLANNED)
                                .withStarts(LocalDate.of(2026, 7, 1))))
                .put(works(JPN, Line.of("reduce", Capacity.nameplate(tons(6))).status(Line.Status.IDLE)))
                .build();
        Answer answer = chain.ask(QUESTION.growing(0.1, 2027));

        Rung metal = answer.find(material("metal")).orElseThrow();
        assertThat(exactly(metal.planned())).isEqualTo(17);
        assertThat(exactly(metal.gap())).isEqualTo(15);
        assertThat(answer.years())
                .extracting(
                        CapacityGaps.Year::year,
                        year -> Math.round(exactly(year.rungs().get(3).gap()) * 1e6) / 1e6)
                // 15; 16.5 less 17; 18.15 less 17.
                .containsExactly(tuple(2025, 15.0), tuple(2026, 0.0), tuple(2027, 1.15));
        assertThat(answer.awaited()).containsExactly("usa/reduce from 2026-07-01");

        Answer restart = chain.ask(
                CapacityGaps.of(Delivery.to(MAGNETS).under(Response.RESTART)).within(USA, JPN));
        assertThat(exactly(restart.find(material("metal")).orElseThrow().permitted()))
                .isEqualTo(6);
        assertThat(exactly(chain.ask(QUESTION.within(USA, JPN))
                        .find(material("metal"))
                        .orElseThrow()
                        .idle()))
                .isEqualTo(6);
    }

    /**
     * Extraction: ore 1000 of 360, concentrate 1000 of 36. Processing: oxide 12 of 18, metal 0 of 15, 40 % wanted. Metal is bought
     * whole; of what is made outside, 6 + 10 + 100, China makes 100: 86.2 % come from there. Of oxide a third is bought, of what
     * Japan and China make, 9 + 100: 30.6 %.
     */
    @Test
    void benchmarksAreOneKindOfTarget() {
        Answer answer = CHAIN.ask(QUESTION.against(Benchmark.EU_2030));

        assertThat(answer.checks())
                .filteredOn(check -> !check.part().name().equals("recycling"))
                .extracting(
                        check -> check.part().name(),
                        check -> check.materials().iterator().next().value(),
                        check -> exactly(check.reached()),
                        Check::isMet)
                .containsExactly(
                        tuple("extraction", "ore", 2.77777778, true),
                        tuple("extraction", "concentrate", 27.7777778, true),
                        tuple("processing", "oxide", 0.666666667, true),
                        tuple("processing", "metal", 0.0, false));
        assertThat(answer.dependence())
                .filteredOn(each -> each.share().high() > 0)
                .extracting(
                        each -> each.material().value(),
                        each -> each.country().orElseThrow(),
                        each -> exactly(each.share()))
                .containsExactly(
                        tuple("oxide", CHN, 0.305810398),
                        tuple("metal", CHN, 0.862068966),
                        tuple("magnet", CHN, 0.289855072));
        // Nothing in the chain is recycled: that says nothing about recycling.
        Check recycling = answer.checks().get(4);
        assertThat(recycling.materials()).isEmpty();
        assertThat(recycling.reached()).isEqualTo(Range.unknown(Unit.SHARE));
        assertThat(ReportText.of(answer.show())).contains("recycling | none in this chain | 25.0 % |");
    }

    /** Metal of 100 t from two ores, 2 t or 4 t for a ton: 12 of 200 t and 24 of 400 t are 6 % each, so 12 % together. */
    @Test
    void whatStandsInForEachOtherCountsTogether() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(Material.of("ore-a"), Material.of("ore-b"), Material.of("metal"))
                .add(
                        Recipe.of("dig-a").makes("ore-a").stage(Stage.EXTRACTION),
                        Recipe.of("dig-b").makes("ore-b").stage(Stage.EXTRACTION),
                        Recipe.of("from-a").makes("metal").stage(Stage.SMELTING).from("ore-a", 2),
                        Recipe.of("from-b").makes("metal").stage(Stage.SMELTING).from("ore-b", 4))
                .add(works(USA, line("dig-a", 12), line("dig-b", 24), line("from-a", 50), line("from-b", 50)))
                .add(Demand.of("usa", "metal", USA, tons(100)))
                .build();
        CapacityGaps question =
                CapacityGaps.of(Target.of(material("metal"), USA)).against(Benchmark.EU_2030);
        Answer answer = chain.ask(question);

        Check extraction = answer.checks().get(0);
        assertThat(extraction.materials()).containsExactlyInAnyOrder(material("ore-a"), material("ore-b"));
        assertThat(exactly(extraction.reached())).isEqualTo(0.12);
        assertThat(extraction.isMet()).isTrue();
        // Nobody outside was seen to make any: what is missing can come from anywhere, or nowhere.
        assertThat(answer.dependence()).allMatch(each -> each.country().isEmpty());
        assertThat(answer.dependence().get(0).share()).isEqualTo(new Range(0, 0.94, Unit.SHARE));

        // One line of 12 t of rock that holds a or b covers 6 % by one or 3 % by the other: 9 % at most.
        SupplyChain either = chain.toBuilder()
                .add(Material.of("rock"))
                .put(
                        Recipe.of("dig-a").makes("rock").stage(Stage.EXTRACTION).yields("ore-a", 1),
                        Recipe.of("dig-b").makes("rock").stage(Stage.EXTRACTION).yields("ore-b", 1))
                .put(works(
                        USA,
                        line("dig-a", 12).withRecipes(Ids.recipe("dig-a"), Ids.recipe("dig-b")),
                        line("from-a", 50),
                        line("from-b", 50)))
                .add(Demand.remainder("rock", tons(12)))
                .build();
        assertThat(either.ask(question).checks().get(0).reached()).isEqualTo(new Range(0.06, 0.09, Unit.SHARE));
        // A metal that takes both is not had from either.
        SupplyChain both = chain.toBuilder()
                .put(Recipe.of("from-a")
                        .makes("metal")
                        .stage(Stage.SMELTING)
                        .from("ore-a", 2)
                        .from("ore-b", 4))
                .build();
        assertThat(both.ask(question).checks())
                .filteredOn(check -> check.part().name().equals("extraction"))
                .extracting(check -> exactly(check.reached()))
                .containsExactly(0.06, 0.06);
    }

    /** Demand 20 to 40 t, half a ton of metal each: 10 to 20 t; Estonia makes 10 to 14 t: 0 to 10 t are missing. */
    @Test
    void rangesStayRanges() {
        Source guess = Source.of("test", "A guess");
        SupplyChain chain = magnets()
                .put(Demand.of(
                        "usa", "magnet", USA, Figure.assumed(Spread.between(20, 40), Unit.T_PER_A, guess, "a guess")))
                .put(works(
                        EST,
                        Line.of(
                                "reduce",
                                Capacity.nameplate(
                                        Figure.assumed(Spread.between(10, 14), Unit.T_PER_A, guess, "a guess")))))
                .put(works(country("CHL"), Line.of("reduce", Capacity.unknown("nobody says"))))
                .build();
        Rung estonia =
                chain.ask(QUESTION.within(USA, EST)).find(material("metal")).orElseThrow();
        assertThat(estonia.need()).isEqualTo(new Range(10, 20, Unit.T_PER_A));
        assertThat(estonia.gap()).isEqualTo(new Range(0, 10, Unit.T_PER_A));
        assertThat(estonia.isMissing()).isFalse();
        assertThat(estonia.mayBeMissing()).isTrue();
        // 10 of 20 t, or enough.
        assertThat(estonia.covered()).isEqualTo(new Range(0.5, 1, Unit.SHARE));

        Answer chile = chain.ask(QUESTION.within(USA, country("CHL")));
        assertThat(chile.find(material("metal")).orElseThrow().gap()).isEqualTo(new Range(0, 20, Unit.T_PER_A));
        assertThat(chile.read()).anyMatch(assumption -> assumption.toString().contains("nobody says"));
    }

    @Test
    void showsWhatLiesInTheGround() {
        SupplyChain chain = magnets()
                .add(Stock.of("usa-ore", "ore", USA, Figure.stated(5000, Unit.T))
                        .kind(Stock.Kind.IN_GROUND))
                .build();

        assertThat(exactly(
                        chain.ask(QUESTION).find(material("ore")).orElseThrow().reserves()))
                .isEqualTo(5000);
    }

    /**
     * 20 t of oxide in store, drawn over two years, give 10 t a year: 12 + 10 of 18 t, so the mine must feed 8 t only. In the
     * third year nothing is left. Left alone, they help nobody.
     */
    @Test
    void countsStocksAsTheDeliveryDrawsThem() {
        SupplyChain chain = magnets()
                .add(Stock.of("usa-oxide", "oxide", USA, Figure.stated(20, Unit.T)))
                .add(Stock.of("chn-oxide", "oxide", CHN, Figure.stated(900, Unit.T)))
                .build();
        Answer answer = chain.ask(
                CapacityGaps.of(Delivery.to(MAGNETS).drawingStocksOver(2)).growing(0, 2027));

        Rung oxide = answer.find(material("oxide")).orElseThrow();
        assertThat(exactly(oxide.drawn())).isEqualTo(10);
        assertThat(exactly(oxide.need())).isEqualTo(18);
        assertThat(exactly(oxide.gap())).isZero();
        assertThat(exactly(oxide.covered())).isEqualTo(1);
        assertThat(exactly(answer.find(material("concentrate")).orElseThrow().need()))
                .isEqualTo(16);
        assertThat(answer.years())
                .extracting(year -> exactly(year.rungs().get(2).gap()))
                .containsExactly(0.0, 0.0, 6.0);
        assertThat(exactly(chain.ask(QUESTION)
                        .find(material("oxide"))
                        .orElseThrow()
                        .gap()))
                .isEqualTo(6);
    }

    /**
     * Ferrite, taken as unlimited, can do a fifth of the 30 t: 24 t of magnets are needed. Of what is itself made, a tenth more
     * could come, but surely nothing: 21 to 24 t. What takes 400 days to get there does nothing within a year.
     */
    @Test
    void countsWhatAlternativesTake() {
        SupplyChain.Builder with = magnets()
                .add(Material.of("ferrite").asBoundary(), Material.of("alnico"))
                .add(Recipe.of("cast").makes("alnico"))
                .add(works(country("GBR"), line("cast", 1)))
                .put(Demand.of("usa", "magnet", USA, tons(30))
                        .or(Alternative.of("ferrite", 1.5, 0.2))
                        .or(Alternative.of("alnico", 1, 0.1)));
        Rung magnet = with.build().ask(QUESTION).find(material("magnet")).orElseThrow();
        assertThat(magnet.need()).isEqualTo(new Range(21, 24, Unit.T_PER_A));
        assertThat(exactly(magnet.throughput())).isEqualTo(30);
        assertThat(magnet.gap()).isEqualTo(new Range(1, 4, Unit.T_PER_A));

        SupplyChain slow = with.put(Demand.of("usa", "magnet", USA, tons(30))
                        .or(Alternative.of("ferrite", 1.5, 0.2).rampUp(Figure.stated(400, Unit.DAYS))))
                .build();
        assertThat(exactly(slow.ask(CapacityGaps.of(Delivery.to(MAGNETS).after(365)))
                        .find(material("magnet"))
                        .orElseThrow()
                        .need()))
                .isEqualTo(30);
    }

    /** Idle Japanese furnaces: 6 t of metal if they surely restart in time, 0 to 6 t if nobody knows how long it takes. */
    @Test
    void idleLinesCountOnceTheyCanHaveRestarted() {
        Line idle = Line.of("reduce", Capacity.nameplate(tons(6))).status(Line.Status.IDLE);
        Delivery delivery = Delivery.to(MAGNETS).under(Response.RESTART).after(90);

        assertThat(metal(idle, delivery)).isEqualTo(new Range(0, 6, Unit.T_PER_A));
        assertThat(metal(idle.withRestart(Figure.stated(60, Unit.DAYS)), delivery))
                .isEqualTo(Range.exactly(6, Unit.T_PER_A));
        assertThat(metal(idle.withRestart(Figure.stated(100, Unit.DAYS)), delivery))
                .isEqualTo(Range.exactly(0, Unit.T_PER_A));
    }

    private static Range metal(Line line, Delivery delivery) {
        return magnets()
                .put(works(JPN, line))
                .build()
                .ask(CapacityGaps.of(delivery).within(USA, JPN))
                .find(material("metal"))
                .orElseThrow()
                .permitted();
    }

    /** Seen to make 15 of 12 t by design: 15 t count, unless only what was seen may run. */
    @Test
    void aRunningLineCanDoWhatItWasSeenToDo() {
        SupplyChain chain = magnets()
                .put(works(
                        USA, Line.of("separate", Capacity.nameplate(tons(12))).output(tons(15))))
                .build();

        assertThat(exactly(chain.ask(QUESTION)
                        .find(material("oxide"))
                        .orElseThrow()
                        .permitted()))
                .isEqualTo(15);
        assertThat(exactly(chain.ask(CapacityGaps.of(Delivery.to(MAGNETS).under(Response.OBSERVED)))
                        .find(material("oxide"))
                        .orElseThrow()
                        .permitted()))
                .isEqualTo(12);
    }

    /**
     * The United States make 0 to 20 t of magnets, Japan 10 to 15 t more, of a metal that both have in plenty: 30 t are wanted.
     * Japan adds all it makes if the United States make little; if they make 20 t, the 10 t that are missing: 10 to 15 t, though
     * with all supply read low it is 10 and with all read high 10 too.
     */
    @Test
    void whatAPartnerAddsIsReadAtMixedEnds() {
        Source guess = Source.of("test", "A guess");
        SupplyChain chain = SupplyChain.builder(2025)
                .add(Material.of("metal").asBoundary(), Material.of("magnet"))
                .add(Recipe.of("sinter").makes("magnet").from("metal", 0.5))
                .add(
                        works(
                                USA,
                                Line.of(
                                        "sinter",
                                        Capacity.nameplate(Figure.assumed(
                                                Spread.between(0, 20), Unit.T_PER_A, guess, "a guess")))),
                        works(
                                JPN,
                                Line.of(
                                        "sinter",
                                        Capacity.nameplate(Figure.assumed(
                                                Spread.between(10, 15), Unit.T_PER_A, guess, "a guess")))))
                .add(Demand.of("usa", "magnet", USA, tons(30)))
                .build();
        Partner japan = chain.ask(QUESTION).partners().get(0);

        assertThat(japan.added()).isEqualTo(new Range(10, 15, Unit.T_PER_A));
        // Together 10 to 30, alone 0 to 20: nobody could add more than 30.
        assertThat(japan.bound()).isEqualTo(new Range(0, 30, Unit.T_PER_A));
    }

    /** Metal cuttings go back into metal: their return is no need of its own. */
    @Test
    void whatComesBackIsNoNeed() {
        SupplyChain chain = magnets()
                .add(Material.of("cuttings"))
                .add(Recipe.of("remelt").makes("metal").from("cuttings", 1))
                .put(Recipe.of("sinter")
                        .makes("magnet")
                        .stage(Stage.COMPONENT)
                        .from("metal", 0.5)
                        .yields("cuttings", 0.1))
                .add(works(country("GBR"), line("remelt", 3)))
                .build();
        Answer answer = chain.ask(QUESTION);

        assertThat(answer.loops()).containsExactly(material("metal"));
        assertThat(answer.rungs()).hasSize(6);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QUESTION.growing(-1, 2030))
                .withMessage("Capacity gaps of USA (magnet): use grows by -1.0 in a year. Maybe 0.05 for 5 %.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHAIN.ask(QUESTION.growing(0.1, 2300)))
                .withMessage("Capacity gaps of USA (magnet): an outlook until 2300. Maybe at most 200 years.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QUESTION.partnersUpTo(-1))
                .withMessageContaining("sets of up to -1 partners");
    }

    @Test
    void showsItself() {
        String text = ReportText.of(CHAIN.ask(QUESTION).show());

        assertThat(text).startsWith("""
                # Where is capacity missing? USA (magnet)
                Annual rates on 2025-12-31, figures of 2025
                FINDING USA (magnet) wants 30 t/a. Of what USA have, the first stage from the mine on that falls short is oxide (separation): 12 t/a of 18 t/a that it takes; missing surely: oxide (separation), metal (alloy), magnet (component).
                """);
    }
}
