package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.facility;
import static org.lodegraph.model.Ids.material;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodegraph.flow.Aftermath;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Share;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Line;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.Disruption.Case;
import org.lodegraph.query.Disruption.Coverage;
import org.lodegraph.query.Disruption.Holding;
import org.lodegraph.report.BeforeAfter;
import org.lodegraph.report.Report;
import org.lodegraph.report.Ribbons;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Impose;
import org.lodegraph.scenario.Lose;
import org.lodegraph.scenario.Scenario;

/** Losses from {@link TwoOres} that the caller lists or describes. */
class DisruptionTest {

    private static final Disruption QUESTION = Disruption.of(TwoOres.TARGET);

    private static Case only(Disruption.Answer answer) {
        assertThat(answer.cases()).hasSize(1);
        return answer.cases().get(0);
    }

    private static double exactly(Range range) {
        assertThat(range.isExact()).as("%s", range).isTrue();
        return range.low();
    }

    /** Of refining 8 t, Australia holds 5/8 and the United States 3/8; of 10 t of ore b, Brazil 6/10 and Chile 4/10. */
    @Test
    void everyRefineryWithMoreThanHalfOfItsStage() {
        Disruption.Answer answer = TwoOres.CHAIN.ask(
                QUESTION.by(Grouping.FACILITY.at(Stage.REFINING)).holding(Share.percent(50)));

        Case australia = only(answer);
        assertThat(australia.name()).isEqualTo("aus-works");
        assertThat(australia.holdings())
                .containsExactly(new Holding(material("metal"), Stage.REFINING, Range.exactly(5 / 8.0, Unit.SHARE)));
        assertThat(exactly(australia.aftermath().loss().lost())).isEqualTo(3);
        assertThat(answer.leftOut()).isEqualTo(1);
    }

    /** Without Australia, ore a is lost whole and 5/8 of refining: the larger comes first. */
    @Test
    void saysWhatEachHolds() {
        Case australia = TwoOres.CHAIN.ask(QUESTION).cases().get(0);

        assertThat(australia.contingency().name()).isEqualTo("AUS");
        assertThat(australia.holdings())
                .extracting(Holding::material, Holding::stage, holding -> exactly(holding.share()))
                .containsExactly(
                        tuple(material("ore-a"), Stage.EXTRACTION, 1.0),
                        tuple(material("metal"), Stage.REFINING, 0.625));
    }

    /** If all share, the 6 t of the United States become 2.25 t, all of their own refineries: 6/8 of the 3 t that these make. */
    @Test
    void drawsTheWorstLossBeforeAndAfter() {
        Report report = TwoOres.CHAIN
                .ask(QUESTION.by(Grouping.FACILITY.at(Stage.REFINING)))
                .show();

        List<BeforeAfter> drawn = report.parts().stream()
                .filter(BeforeAfter.class::isInstance)
                .map(BeforeAfter.class::cast)
                .toList();
        assertThat(drawn).hasSize(1);
        BeforeAfter flows = drawn.get(0);
        assertThat(flows.caption().title())
                .startsWith(
                        "Where it comes from, in tons served, before and after the loss of aus-works, if all share");
        assertThat(flows.caption().year()).endsWith("; after: of equally good flows those nearest to the flows before");
        assertThat(served(flows.before())).isCloseTo(6, within(1e-6));
        assertThat(served(flows.after())).isCloseTo(2.25, within(1e-6));
        assertThat(flows.after().ribbons()).extracting(Ribbons.Ribbon::source).contains("1 metal USA");
    }

    private static double served(Ribbons flows) {
        return flows.ribbons().stream()
                .filter(each -> each.source().startsWith("1 "))
                .mapToDouble(Ribbons.Ribbon::value)
                .sum();
    }

    /** Brazil and Chile together dig all of ore b; Brazil and the United States leave 4 t of ore, Australia refines them. */
    @Test
    void everyTwoCountries() {
        Disruption.Answer answer = TwoOres.CHAIN.ask(QUESTION.by(Grouping.COUNTRY.pairs()));

        // 4 countries, 4 x 3 / 2 pairs.
        assertThat(answer.cases())
                .extracting(
                        each -> each.contingency().name(),
                        each -> exactly(each.aftermath().loss().lost()))
                .containsExactly(
                        tuple("AUS + BRA", 6.0),
                        tuple("AUS + CHL", 6.0),
                        tuple("AUS + USA", 6.0),
                        tuple("BRA + CHL", 6.0),
                        tuple("BRA + USA", 2.0),
                        tuple("CHL + USA", 1.0));
    }

    @Test
    void aListOfOnesOwnKeepsItsOrder() {
        Scenario ore = Scenario.of("two mines").then(Lose.of(facility("bra-works")), Lose.of(facility("chl-works")));
        Scenario works = Scenario.of("a refinery").then(Lose.of(facility("usa-works")));

        assertThat(TwoOres.CHAIN.ask(QUESTION.when(ore, works)).cases())
                .extracting(Case::name, each -> exactly(each.aftermath().loss().lost()))
                .containsExactly(tuple("two mines", 6.0), tuple("a refinery", 1.0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QUESTION.when(ore, ore))
                .withMessage(
                        "Grouping 'list of the caller': two contingencies are called 'two mines'. Maybe one is listed twice.");
    }

    @Test
    void refusesWhatIsNoLoss() {
        Scenario ban = Scenario.of("ban").then(Impose.ban(country("AUS")).on(material("ore-a")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TwoOres.CHAIN.ask(QUESTION.when(ban)))
                .withMessageContaining("Scenario 'ban', step 1")
                .withMessageContaining("it is not a loss");
    }

    /**
     * Australia refines 5 of 8 t: 3 t are left. Demand is 6 t of the United States and 2 t of the rest of the world, of which
     * Australia's may be anything from 0 to 2 t: 6 to 8 t are left. So 3/8 to 3/6 are covered, and 3/8 of all demand.
     */
    @Test
    void coverageWhereTheLostDemandIsHidden() {
        Coverage coverage = TwoOres.CHAIN.ask(QUESTION).cases().get(0).coverage();

        assertThat(exactly(coverage.supply())).isEqualTo(3);
        assertThat(coverage.demand()).isEqualTo(new Range(6, 8, Unit.T_PER_A));
        assertThat(coverage.ofDemandLeft()).isEqualTo(new Range(0.375, 0.5, Unit.SHARE));
        assertThat(exactly(coverage.ofAllDemand())).isEqualTo(0.375);
    }

    /** The United States refine 3 of 8 t and want 6 of 8 t: 5 t are left for 2 t, or 5 t of 8 t if they go on wanting. */
    @Test
    void coverageWhereTheLostDemandIsNamed() {
        Coverage coverage = TwoOres.CHAIN.ask(QUESTION).cases().get(3).coverage();

        assertThat(exactly(coverage.ofDemandLeft())).isEqualTo(2.5);
        assertThat(exactly(coverage.ofAllDemand())).isEqualTo(0.625);
    }

    /** A mine in Brazil makes no metal: all 8 t of output are left to be counted, whatever they will lack. */
    @Test
    void coverageIsOfTheTargetsMaterial() {
        Coverage coverage = TwoOres.CHAIN.ask(QUESTION).cases().get(1).coverage();

        assertThat(exactly(coverage.supply())).isEqualTo(8);
    }

    /** The lost country needs nothing either: without the United States, nobody asks for its 6 t, and no loss is left. */
    @Test
    void theIeaVariantTakesTheDemandToo() {
        SupplyChain chain = TwoOres.CHAIN.with(builder -> builder.toBuilder()
                .add(Demand.of("aus-metal", "metal", country("AUS"), TwoOres.tons(1)))
                .build());
        Case plain = chain.ask(QUESTION.by(Grouping.COUNTRY)).cases().get(0);
        Case variant =
                chain.ask(QUESTION.by(Grouping.COUNTRY.withDemand())).cases().get(0);
        Case own = chain.ask(QUESTION.by(Grouping.COUNTRY.withDemand())).cases().get(3);

        // Without Australia nothing is made, whoever wants it.
        assertThat(exactly(plain.aftermath().loss().lost())).isEqualTo(6);
        assertThat(exactly(variant.aftermath().loss().lost())).isEqualTo(6);
        // The target itself is gone: it lacks nothing.
        assertThat(own.contingency().name()).isEqualTo("USA");
        assertThat(exactly(own.aftermath().loss().after().unmet())).isZero();
        assertThat(own.aftermath().uses()).isEmpty();
        // Sharing 5 t of Australian metal among 1 + 2 t: nobody lacks anything; 9 t were wanted of 8.
        assertThat(exactly(variant.coverage().ofDemandLeft())).isCloseTo(3 / 8.0, within(1e-9));
        assertThat(exactly(variant.coverage().ofAllDemand())).isCloseTo(3 / 9.0, within(1e-9));
    }

    /**
     * The chips go with Brazil's ore: only the lamps are left, 2 t, and 4 t of ore b. Served first the lamps get 2 t before and
     * after. If all share, they had 2 of 8 t, and with 4 t for 2 + 2 t still have 2: what the chips wanted is free.
     */
    @Test
    void whereADemandGoesTooTheLossIsOfWhatIsLeft() {
        Scenario both = Scenario.of("both").then(Lose.of(country("BRA")), Lose.of(Ids.demand("usa-chips")));
        Aftermath after = only(TwoOres.CHAIN.ask(QUESTION.when(both))).aftermath();

        assertThat(exactly(after.loss().lost())).isZero();
        assertThat(exactly(after.loss().after().served())).isEqualTo(2);
        assertThat(exactly(after.shared().lost())).isZero();
        assertThat(after.uses())
                .extracting(Aftermath.Use::application, use -> exactly(use.lost()))
                .containsExactly(tuple("lamps", 0.0));

        // Without any ore b there are 2 t less for the lamps, and nothing for the chips that are gone anyway.
        Scenario all = both.then(Lose.of(country("CHL")));
        after = only(TwoOres.CHAIN.ask(QUESTION.when(all))).aftermath();
        assertThat(exactly(after.loss().lost())).isEqualTo(2);
        assertThat(exactly(after.loss().share())).isEqualTo(1);
        assertThat(exactly(after.shared().lost())).isEqualTo(2);
    }

    /** With Brazil's ore, 8 t of ore b make 8 t for 8 t wanted; without it 4 t, and with another buyer gone a gain is possible. */
    @Test
    void whatOthersNoLongerWantIsAGainOfThoseWhoShare() {
        SupplyChain chain = TwoOres.CHAIN.with(world -> world.toBuilder()
                .add(Demand.of("aus-metal", "metal", country("AUS"), TwoOres.tons(8)))
                .build());
        Case chile = only(chain.ask(QUESTION.when(Scenario.of("buyer").then(Lose.of(Ids.demand("aus-metal"))))));

        // 8 t for 16 t wanted give the United States 3 t; for 8 t wanted all 6 t.
        assertThat(exactly(chile.aftermath().shared().lost())).isEqualTo(-3);
        assertThat(exactly(chile.aftermath().loss().lost())).isZero();
        assertThat(ReportText.of(
                        chain.ask(QUESTION.by(Grouping.COUNTRY.withDemand())).show()))
                .contains(
                        "All that is wanted goes too, so nothing is left that could go short, with any of these: USA.");
    }

    /** A loss of next year costs nothing this year; to say so without a word would mislead. */
    @Test
    void refusesALossThatIsNotDue() {
        Scenario later = Scenario.of("later").from(LocalDate.of(2031, 1, 1), Lose.of(country("AUS")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TwoOres.CHAIN.ask(QUESTION.when(later)))
                .withMessageStartingWith("Scenario 'later': nothing of it is due on 2025-12-31, its first step is")
                .withMessageEndingWith("Maybe ask the chain on a later day.");
    }

    /**
     * Output that nobody looked at is 0 to 5 t beside 3 t: of the stage the plant holds 0 to 5/8 and the other one 3/8 to all. At
     * a threshold of 60 % both may hold so much, at 70 % only one.
     */
    @Test
    void whatNobodyLookedAtMayHoldAnythingUpToItsCapacity() {
        SupplyChain chain = TwoOres.CHAIN.with(world -> world.toBuilder()
                .put(Facility.at("aus-works", country("AUS"))
                        .line(Line.of("dig-a", Capacity.nameplate(TwoOres.tons(10))))
                        .line(Line.of("refine", Capacity.nameplate(TwoOres.tons(5)))))
                .build());
        Disruption refineries = QUESTION.by(Grouping.FACILITY.at(Stage.REFINING));

        assertThat(chain.ask(refineries.holding(Share.percent(60))).cases())
                .extracting(each -> each.holdings().get(0).share())
                .containsExactly(Range.spanning(0, 5 / 8.0, Unit.SHARE), Range.spanning(3 / 8.0, 1, Unit.SHARE));
        assertThat(chain.ask(refineries.holding(Share.percent(70))).cases())
                .extracting(Case::name)
                .containsExactly("usa-works");
        assertThat(chain.ask(refineries).read()).isNotEmpty();
    }

    /** A demand that is unknown leaves the coverage open upward; one that is a range widens it. */
    @Test
    void coverageIsARange() {
        SupplyChain chain = TwoOres.CHAIN.with(world -> world.toBuilder()
                .put(Demand.remainder(
                        "metal",
                        Figure.assumed(
                                Spread.between(1, 4),
                                Unit.T_PER_A,
                                Source.of("us", "A guess"),
                                "between one and four")))
                .build());
        Coverage brazil = chain.ask(QUESTION).cases().get(1).coverage();

        // Brazil may want up to all of it: 6 to 10 t are left for 8 t of output; all demand is 7 to 10 t.
        assertThat(brazil.demand()).isEqualTo(new Range(6, 10, Unit.T_PER_A));
        assertThat(brazil.ofDemandLeft()).isEqualTo(Range.spanning(8 / 10.0, 8 / 6.0, Unit.SHARE));
        assertThat(brazil.ofAllDemand()).isEqualTo(Range.spanning(8 / 10.0, 8 / 7.0, Unit.SHARE));
    }

    @Test
    void showsItself() {
        String text = ReportText.of(TwoOres.CHAIN
                .ask(QUESTION.by(Grouping.FACILITY.at(Stage.REFINING)).holding(Share.percent(50)))
                .show());

        assertThat(text).startsWith("""
                # What does each loss cost USA (metal)?
                Annual rates on 2025-12-31, figures of 2025
                FINDING 1 contingency by facility at the stage refining; 1 that surely holds less than 50.0 % of every stage is left out. The worst is the loss of aus-works: 50.0 % of what was delivered is lost if it is served first, 62.5 % if all share.
                """).contains("""
                N-1 coverage of metal itself, whatever its makers lack: observed output that is left, over demand [t/a, 2025, computed from stated by the caller, no publication named]
                what is lost | output left | demand left | over demand left (IEA N-1) | over all demand
                aus-works | 3 t/a | 8 t/a | 37.5 % | 37.5 %

                ## Without aus-works
                FINDING Of the observed output it holds 62.5 % of metal at refining.
                """);
        assertThat(ReportText.of(TwoOres.CHAIN.ask(QUESTION.when(List.of())).show()))
                .contains("FINDING No contingency by list of the caller.");
        assertThat(ReportText.of(TwoOres.CHAIN
                        .ask(QUESTION.when(Scenario.of("nothing at all")))
                        .show()))
                .contains(
                        "FINDING 1 contingency by list of the caller. None costs the target anything, served first or if all share, in any reading tried.")
                .contains("FINDING In no reading tried does it change anything to lose any of these: nothing at all.");
    }
}
