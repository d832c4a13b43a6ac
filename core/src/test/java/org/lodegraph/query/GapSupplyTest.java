package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.query.MagnetLadder.CHN;
import static org.lodegraph.query.MagnetLadder.EST;
import static org.lodegraph.query.MagnetLadder.JPN;
import static org.lodegraph.query.MagnetLadder.MAGNETS;
import static org.lodegraph.query.MagnetLadder.QUESTION;
import static org.lodegraph.query.MagnetLadder.USA;
import static org.lodegraph.query.MagnetLadder.exactly;
import static org.lodegraph.query.MagnetLadder.line;
import static org.lodegraph.query.MagnetLadder.magnets;
import static org.lodegraph.query.MagnetLadder.tons;
import static org.lodegraph.query.MagnetLadder.works;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
import org.lodegraph.model.Ids;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.CapacityGaps.Answer;
import org.lodegraph.query.CapacityGaps.Partner;
import org.lodegraph.query.CapacityGaps.Rung;
import org.lodegraph.scenario.Lines;
import org.lodegraph.scenario.Lose;

/** What counts at a stage, by hand: capacities, projects, stocks, alternatives, partners. */
class GapSupplyTest {

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
     * Ferrite, taken as unlimited, can do a fifth of the 30 t: 24 t of magnets are needed. Alnico could do a tenth more, 3 t, but
     * nobody in the United States casts it. With Britain, which casts 1 t, surely nothing and at most 1 t more comes: 23 to 24 t;
     * if it casts 3 t, at most a tenth: 21 to 24 t. What takes 400 days to get there does nothing within a year.
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
        assertThat(magnet.need()).isEqualTo(Range.exactly(24, Unit.T_PER_A));
        assertThat(exactly(magnet.throughput())).isEqualTo(30);
        assertThat(magnet.gap()).isEqualTo(Range.exactly(4, Unit.T_PER_A));
        Rung joined = with.build()
                .ask(QUESTION.within(USA, country("GBR")))
                .find(material("magnet"))
                .orElseThrow();
        assertThat(joined.need().low()).isCloseTo(23, within(1e-9));
        assertThat(joined.need().high()).isEqualTo(24);
        Rung more = with.put(works(country("GBR"), line("cast", 3)))
                .build()
                .ask(QUESTION.within(USA, country("GBR")))
                .find(material("magnet"))
                .orElseThrow();
        assertThat(more.need()).isEqualTo(new Range(21, 24, Unit.T_PER_A));
        assertThat(more.gap()).isEqualTo(new Range(1, 4, Unit.T_PER_A));

        SupplyChain slow = with.put(Demand.of("usa", "magnet", USA, tons(30))
                        .or(Alternative.of("ferrite", 1.5, 0.2).rampUp(Figure.stated(400, Unit.DAYS))))
                .build();
        assertThat(exactly(slow.ask(CapacityGaps.of(Delivery.to(MAGNETS).after(365)))
                        .find(material("magnet"))
                        .orElseThrow()
                        .need()))
                .isEqualTo(30);
    }

    /**
     * Of 16 t of lenses the United States make 5; another glass could do three quarters, 12 t, but only Germany melts it. Alone,
     * 11 t are surely missing: 5 of 16 t are 31.25 %. Germany melts 8 t, of which a lens takes 2: 4 t less at most, 12 to 16 t.
     * If the use doubles in a year, 32 - 4 = 28 to 32 t.
     */
    @Test
    void anAlternativeThatNobodyInTheCircleMakesTakesNothing() {
        CountryId germany = country("DEU");
        Function<Double, SupplyChain> chain = ratio -> SupplyChain.builder(2025)
                .add(Material.of("lens"), Material.of("other"))
                .add(Recipe.of("grind").makes("lens"), Recipe.of("melt").makes("other"))
                .add(works(USA, line("grind", 5)), works(germany, line("melt", 8)))
                .add(Demand.of("usa", "lens", USA, tons(16)).or(Alternative.of("other", ratio, 0.75)))
                .build();
        CapacityGaps question = CapacityGaps.of(Target.of(material("lens"), USA));

        Answer alone = chain.apply(1.0).ask(question);
        Rung lens = alone.find(material("lens")).orElseThrow();
        assertThat(lens.need()).isEqualTo(Range.exactly(16, Unit.T_PER_A));
        assertThat(lens.gap()).isEqualTo(Range.exactly(11, Unit.T_PER_A));
        assertThat(lens.covered()).isEqualTo(Range.exactly(5 / 16.0, Unit.SHARE));
        assertThat(alone.firstMissing()).contains(lens);
        assertThat(exactly(alone.alone().served())).isEqualTo(5);
        // 13 of 16 t with Germany.
        assertThat(alone.partners())
                .extracting(Partner::country, partner -> exactly(partner.added()))
                .containsExactly(tuple(germany, 8.0));

        Answer together = chain.apply(2.0).ask(question.within(USA, germany).growing(1, 2026));
        assertThat(together.find(material("lens")).orElseThrow().need()).isEqualTo(new Range(12, 16, Unit.T_PER_A));
        assertThat(together.years())
                .extracting(year -> year.rungs().get(0).need())
                .containsExactly(new Range(12, 16, Unit.T_PER_A), new Range(28, 32, Unit.T_PER_A));
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
                .isEqualTo(15);
        // What may run is what was seen: 5 of 12 t.
        SupplyChain slack = magnets()
                .put(works(
                        USA, Line.of("separate", Capacity.nameplate(tons(12))).output(tons(5))))
                .build();
        assertThat(exactly(slack.ask(CapacityGaps.of(Delivery.to(MAGNETS).under(Response.OBSERVED)))
                        .find(material("oxide"))
                        .orElseThrow()
                        .permitted()))
                .isEqualTo(5);
    }

    /**
     * Metal comes along with 100 t of a host product, 0.1 t a ton, but only 20 t of that are wanted: 2 t of metal, of which 15
     * are needed. So 13 t must still come from oxide, which takes 15.6 t of that.
     */
    @Test
    void whatComesAlongNeedsATakerForItsHost() {
        SupplyChain chain = magnets()
                .add(Material.of("alloy"))
                .add(Recipe.of("smelt").makes("alloy").yields("metal", 0.1))
                .put(works(USA, line("smelt", 100).withOutput(Optional.empty())))
                .add(Demand.of("usa-alloy", "alloy", USA, tons(20)))
                .build();
        Answer answer = chain.ask(QUESTION);

        assertThat(exactly(answer.find(material("metal")).orElseThrow().permitted()))
                .isEqualTo(2);
        // It is not sure that the others cannot do without oxide: 15.6 to 18 t.
        Range oxide = answer.find(material("oxide")).orElseThrow().need();
        assertThat(oxide.low()).isCloseTo(15 * 1.2 - 100 * 0.1 * 1.2, within(1e-9));
        assertThat(oxide.high()).isEqualTo(18);
        assertThat(answer.find(material("metal")).orElseThrow().isMissing()).isTrue();
    }

    /** 2 t in store, drawn over a quarter of a year, give 8 t a year: as fast as the delivery draws them. */
    @Test
    void stocksMayBeDrawnInLessThanAYear() {
        SupplyChain chain = magnets()
                .add(Stock.of("usa-oxide", "oxide", USA, Figure.stated(2, Unit.T)))
                .build();
        Answer answer = chain.ask(
                CapacityGaps.of(Delivery.to(MAGNETS).drawingStocksOver(0.25)).growing(0, 2026));

        assertThat(exactly(answer.find(material("oxide")).orElseThrow().drawn()))
                .isEqualTo(8);
        // In the calendar year 2 t are all there is, and in the next nothing is left.
        assertThat(answer.years())
                .extracting(year -> exactly(year.rungs().get(2).drawn()))
                .containsExactly(2.0, 0.0);
    }

    /** Japan has nothing but a store of magnets, Canada makes nothing but ferrite, which can do a third of the 30 t. */
    @Test
    void whoHoldsStocksOrMakesAlternativesMayJoin() {
        SupplyChain chain = magnets()
                .add(Material.of("ferrite"), Recipe.of("press").makes("ferrite"))
                .put(works(JPN))
                .add(works(country("CAN"), line("press", 50)))
                .add(Stock.of("jpn-magnet", "magnet", JPN, Figure.stated(40, Unit.T)))
                .put(Demand.of("usa", "magnet", USA, tons(30)).or(Alternative.of("ferrite", 1, 1 / 3.0)))
                .add(Demand.remainder("ferrite", tons(50)))
                .build();
        Answer answer = chain.ask(CapacityGaps.of(Delivery.to(MAGNETS).drawingStocksOver(2)));

        assertThat(answer.partners())
                .filteredOn(partner ->
                        partner.country().equals(JPN) || partner.country().equals(country("CAN")))
                .extracting(Partner::country, partner -> Math.round(exactly(partner.added()) * 1e6) / 1e6)
                .containsExactly(tuple(JPN, 20.0), tuple(country("CAN"), 10.0));
        // China closes the gap by itself; without it any two of these do: Estonia's metal makes 20 t.
        assertThat(chain.with(Lose.of(CHN)).ask(answer.question()).closing())
                .containsExactly(Set.of(country("CAN"), EST), Set.of(country("CAN"), JPN), Set.of(EST, JPN));
    }

    /** China's lines are closed and Japan's furnaces idle: China has nothing to bring any more, Japan may restart. */
    @Test
    void whoseLinesAreAllClosedIsNoPartner() {
        SupplyChain chain = magnets()
                .put(works(JPN, Line.of("reduce", Capacity.nameplate(tons(6))).status(Line.Status.IDLE)))
                .build();

        assertThat(chain.ask(QUESTION).partners())
                .extracting(Partner::country)
                .containsExactlyInAnyOrder(CHN, EST, country("AUS"), JPN);
        assertThat(chain.with(Lose.of(CHN)).ask(QUESTION).partners())
                .extracting(Partner::country)
                .containsExactlyInAnyOrder(EST, country("AUS"), JPN);
        // What China has in store it could still bring.
        assertThat(chain.toBuilder()
                        .add(Stock.of("chn-oxide", "oxide", CHN, Figure.stated(9, Unit.T)))
                        .build()
                        .with(Lose.of(Lines.of(CHN)))
                        .ask(QUESTION)
                        .partners())
                .extracting(Partner::country)
                .contains(CHN);
    }

    /** The pact loses Japan with its furnaces in 2026 and wins Estonia in 2027: 6, 0 and 10 t of metal. */
    @Test
    void theOutlookFollowsWhoTheMembersAre() {
        SupplyChain chain = magnets()
                .add(new Bloc(
                        Ids.bloc("pact"),
                        "pact",
                        List.of(
                                new Bloc.Membership(USA, Window.ALWAYS),
                                new Bloc.Membership(
                                        JPN, Window.between(LocalDate.of(2020, 1, 1), LocalDate.of(2026, 6, 30))),
                                new Bloc.Membership(EST, Window.from(LocalDate.of(2027, 1, 1))))))
                .build();
        Answer answer = chain.ask(QUESTION.within(Ids.bloc("pact")).growing(0, 2027));

        assertThat(answer.years())
                .extracting(year -> exactly(year.rungs().get(3).permitted()))
                .containsExactly(6.0, 0.0, 10.0);
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
}
