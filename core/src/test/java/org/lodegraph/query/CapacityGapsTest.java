package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.query.MagnetLadder.CHAIN;
import static org.lodegraph.query.MagnetLadder.CHN;
import static org.lodegraph.query.MagnetLadder.EST;
import static org.lodegraph.query.MagnetLadder.JPN;
import static org.lodegraph.query.MagnetLadder.QUESTION;
import static org.lodegraph.query.MagnetLadder.USA;
import static org.lodegraph.query.MagnetLadder.exactly;
import static org.lodegraph.query.MagnetLadder.line;
import static org.lodegraph.query.MagnetLadder.magnets;
import static org.lodegraph.query.MagnetLadder.tons;
import static org.lodegraph.query.MagnetLadder.works;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Bloc;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.CapacityGaps.Answer;
import org.lodegraph.query.CapacityGaps.Partner;
import org.lodegraph.query.CapacityGaps.Rung;

/** Ladders by hand, of the chain of {@link MagnetLadder}. */
class CapacityGapsTest {

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
                # Where is capacity missing for USA (magnet)?
                Annual rates on 2025-12-31, figures of 2025
                FINDING Wanted by USA (magnet): 30 t/a. Of the capacity asked about (USA), the first stage from the mine on that falls short is oxide (separation): 12 t/a of 18 t/a that it takes; missing surely: oxide (separation), metal (alloy), magnet (component).
                """);
    }
}
