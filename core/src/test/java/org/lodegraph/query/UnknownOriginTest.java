package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.lodegraph.model.Ids.bloc;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.recipe;
import static org.lodegraph.query.TwoOres.tons;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lodegraph.flow.Delivery;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Share;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Bloc;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Names;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Impose;
import org.lodegraph.scenario.Lose;
import org.lodegraph.scenario.Scenario;

/**
 * {@link TwoOres} of which 4 t more come from nobody knows where, and "other countries" refined 2 t: Australia 5, United
 * States 3, unknown origin 4, others 2, in all 14 t, for 6 t of the United States and 6 t of the rest of the world.
 */
class UnknownOriginTest {

    private static final SupplyChain CHAIN = TwoOres.CHAIN.toBuilder()
            .add(Recipe.of("other-feed").makes("metal").stage(Stage.RECYCLING))
            .add(
                    Facility.at("scrap", CountryId.ELSEWHERE)
                            .line(Line.of("other-feed", Capacity.nameplate(tons(4)))
                                    .output(tons(4))),
                    Facility.at("others", CountryId.NOWHERE)
                            .line(Line.of("refine", Capacity.nameplate(tons(2))).output(tons(2))))
            .put(Demand.remainder("metal", tons(6)))
            .build();

    /** The same, but the 4 t are refined: somebody makes them, and nobody says who. */
    private static final SupplyChain REFINED = CHAIN.toBuilder()
            .put(Recipe.of("other-feed").makes("metal").stage(Stage.REFINING))
            .build();

    private static Range share(double low, double high) {
        return Range.spanning(low, high, Unit.SHARE);
    }

    private static Disruption.Coverage coverage(SupplyChain chain, Lose... lost) {
        return chain.ask(Disruption.of(TwoOres.TARGET)
                        .when(Scenario.of("the case").then(lost)))
                .cases()
                .get(0)
                .coverage();
    }

    private static List<String> names(Grouping grouping) {
        return grouping.in(CHAIN).stream().map(Scenario::name).toList();
    }

    /** Its lines run, as those of "other countries" do not: 5 + 3 + 4 = 12 t serve all that is wanted. */
    @Test
    void itRuns() {
        assertThat(CHAIN.ask(Delivery.to(TwoOres.TARGET)).shared().unmet()).isEqualTo(Range.exactly(0, Unit.T_PER_A));
        assertThat(CHAIN.with(Lose.of(country("AUS")))
                        .ask(Delivery.to(TwoOres.TARGET))
                        .unavoidable()
                        .served())
                .isEqualTo(Range.exactly(4, Unit.T_PER_A));
    }

    /**
     * The 4 t only even out what is taken and made, so 5 + 3 + 2 = 10 t are the whole, as where one asks for the stage: Australia
     * has 5 / 10.
     */
    @Test
    void aFeedIsNobodysOutput() {
        Concentration.Answer answer = CHAIN.ask(Concentration.of(material("metal")));

        assertThat(answer.total()).isEqualTo(Range.exactly(10, Unit.T_PER_A));
        assertThat(answer.share(country("AUS"))).isEqualTo(share(0.5, 0.5));
        assertThat(answer.share(country("AUS")))
                .isEqualTo(CHAIN.ask(Concentration.of(material("metal"), Stage.REFINING))
                        .share(country("AUS")));
        assertThat(answer.rest().label()).isEqualTo("other countries");
        assertThat(answer.caveats())
                .containsExactly(
                        "2 t/a are of \"other countries\": which ones, and how many, is not published.",
                        "4 t/a more come from scrap, stocks and whoever is not listed, so that what is taken is also there: no maker is known, so they are left out of the whole.");
        assertThat(CHAIN.ask(Concentration.of(material("metal"), Stage.RECYCLING)
                                .ofCapacity())
                        .rest()
                        .label())
                .isEqualTo("unknown origin");
    }

    /** 6 of 14 t are nobody's: HHI from (5^2 + 3^2) / 14^2, if ever more hold them, to (5^2 + 3^2 + 6^2) / 14^2. */
    @Test
    void itHoldsNothing() {
        Concentration.Answer answer = REFINED.ask(Concentration.of(material("metal")));

        assertThat(answer.holders())
                .extracting(Concentration.Holder::id)
                .containsExactly(country("AUS"), country("USA"));
        assertThat(answer.others()).isEqualTo(Range.exactly(6, Unit.T_PER_A));
        assertThat(answer.total()).isEqualTo(Range.exactly(14, Unit.T_PER_A));
        assertThat(answer.hhi()).isEqualTo(Range.spanning(34 / 196.0, 70 / 196.0, Unit.ONE));
        assertThat(answer.share(country("AUS"))).isEqualTo(share(5 / 14.0, 5 / 14.0));
        assertThat(answer.rest().label()).isEqualTo("others and unknown origin");
        assertThat(answer.caveats())
                .containsExactly(
                        "2 t/a are of \"other countries\": which ones, and how many, is not published.",
                        "4 t/a are of unknown origin, such as scrap, stocks and whoever is not listed: whose, and of how many, nobody says.");
    }

    /** Any part of the 6 t may belong to a bloc, to an owner, or to a facility; nobody says. */
    @Test
    void itMayBeAnybodys() {
        SupplyChain chain =
                REFINED.toBuilder().add(Bloc.of("PACT", country("AUS"))).build();
        Concentration metal = Concentration.of(material("metal"));

        assertThat(chain.ask(metal.by(Concentration.Level.BLOC)).share(bloc("PACT")))
                .isEqualTo(share(5 / 14.0, 11 / 14.0));
        assertThat(chain.ask(metal.among(bloc("PACT"))).total()).isEqualTo(new Range(5, 11, Unit.T_PER_A));
        assertThat(chain.ask(metal.by(Concentration.Level.OWNER)).unattributed())
                .isEqualTo(Range.exactly(14, Unit.T_PER_A));
        assertThat(chain.ask(metal.by(Concentration.Level.FACILITY)).others())
                .isEqualTo(Range.exactly(6, Unit.T_PER_A));
    }

    @Test
    void nobodyCanLoseIt() {
        assertThat(names(Grouping.COUNTRY)).containsExactly("AUS", "BRA", "CHL", "USA");
        assertThat(names(Grouping.COUNTRY_AND_STAGE)).doesNotContain("XOF recycling");
        assertThat(names(Grouping.FACILITY)).containsExactly("aus-works", "bra-works", "chl-works", "usa-works");
        assertThat(names(Grouping.LINE)).doesNotContain("scrap/other-feed");
        assertThat(names(Grouping.RECIPE)).containsExactly("dig-a", "dig-b", "refine");
    }

    /** An alliance of all that are named has 8 t; the 4 t would be a partner's if they were anybody's. */
    @Test
    void nobodyCanAllyWithIt() {
        CapacityGaps.Answer answer = CHAIN.ask(CapacityGaps.of(TwoOres.TARGET));

        assertThat(answer.partners())
                .extracting(CapacityGaps.Partner::country)
                .containsExactlyInAnyOrder(country("AUS"), country("BRA"), country("CHL"));
    }

    /** Of the 11 t that are not its own, unknown origin has most if "other countries" have 2 t; Australia, 5 t, is named. */
    @Test
    void nobodyDependsOnIt() {
        SupplyChain chain = CHAIN.toBuilder()
                .put(Facility.at("scrap", CountryId.ELSEWHERE)
                        .line(Line.of("other-feed", Capacity.nameplate(tons(40)))
                                .output(tons(40))))
                .put(Demand.remainder("metal", tons(42)))
                .build();

        assertThat(chain.ask(CapacityGaps.of(TwoOres.TARGET).against(Benchmark.EU_2030))
                        .dependence())
                .filteredOn(each -> each.material().equals(material("metal")))
                .extracting(CapacityGaps.Dependence::country)
                .containsExactly(Optional.of(country("AUS")));
    }

    @Test
    void nobodyCanBuyFromItWhatDoesNotRun() {
        SupplyChain chain = CHAIN.toBuilder()
                .put(Facility.at("scrap", CountryId.ELSEWHERE)
                        .line(Line.of("other-feed", Capacity.nameplate(tons(4))).status(Line.Status.IDLE)))
                .build();

        AlternativeSources.Answer answer = chain.ask(AlternativeSources.of(TwoOres.TARGET));

        assertThat(answer.sources()).isEmpty();
        assertThat(answer.others())
                .extracting(AlternativeSources.Candidate::line, AlternativeSources.Candidate::readiness)
                .containsExactly(tuple(line("scrap/other-feed"), AlternativeSources.Readiness.NOWHERE));
    }

    @Test
    void itIsNoCountry() {
        assertThat(Names.of(CHAIN).name(CountryId.ELSEWHERE)).isEqualTo("unknown origin");
        assertThat(List.of(CountryId.ELSEWHERE, CountryId.NOWHERE, CountryId.REST))
                .noneMatch(CountryId::isNamed);
        assertThat(country("AUS").isNamed()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHAIN.toBuilder()
                        .add(Bloc.of("PACT", CountryId.ELSEWHERE))
                        .add(Demand.of("its", "metal", CountryId.ELSEWHERE, tons(1)))
                        .build())
                .withMessageContaining("Bloc 'PACT', members: XOF is not a place. Maybe name the country.")
                .withMessageContaining(
                        "Demand 'its', consumer: goods of unknown origin want nothing. Maybe use Demand.remainder.");
    }

    /**
     * Coverage counts what the delivery can run: 5 + 3 + 4 = 12 t of 12 t wanted, not 14 of 12 with what is nowhere. Without
     * Australia 3 + 4 = 7 t are left, for 6 to 12 t, as its demand is any part of the rest of the world's 6 t.
     */
    @Test
    void coverageCountsWhatCanRun() {
        Disruption.Coverage whole = coverage(CHAIN);
        assertThat(whole.supply()).isEqualTo(Range.exactly(12, Unit.T_PER_A));
        assertThat(whole.ofDemandLeft()).isEqualTo(share(1, 1));
        assertThat(whole.ofAllDemand()).isEqualTo(share(1, 1));

        Disruption.Coverage left = coverage(CHAIN, Lose.of(country("AUS")));
        assertThat(left.supply()).isEqualTo(Range.exactly(7, Unit.T_PER_A));
        assertThat(left.ofDemandLeft()).isEqualTo(share(7 / 12.0, 7 / 6.0));
        assertThat(left.ofAllDemand()).isEqualTo(share(7 / 12.0, 7 / 12.0));
    }

    /** The United States withheld how to refine from 2020 on; Australia began in 2022, so it runs nothing: 3 + 4 of 12 t. */
    @Test
    void coverageLeavesOutWhatIsBarred() {
        SupplyChain barred = CHAIN.toBuilder()
                .put(Facility.at("aus-works", country("AUS"))
                        .line(Line.of("dig-a", Capacity.nameplate(tons(10))).output(tons(10)))
                        .line(Line.of("refine", Capacity.nameplate(tons(5)))
                                .output(tons(5))
                                .withStarts(LocalDate.of(2022, 1, 1))))
                .build()
                .with(Impose.ban(country("USA"))
                        .onTechnology(recipe("refine"))
                        .toward(country("AUS"))
                        .from(LocalDate.of(2020, 1, 1)));

        assertThat(coverage(barred).supply()).isEqualTo(Range.exactly(7, Unit.T_PER_A));
        assertThat(coverage(barred).ofAllDemand()).isEqualTo(share(7 / 12.0, 7 / 12.0));
    }

    /** The share of a stage is of all that was made there, whether or not it stands somewhere: 5 of 10 t refined. */
    @Test
    void holdingsAreOfAllThatWasMade() {
        assertThat(CHAIN.ask(Disruption.of(TwoOres.TARGET).holding(Share.percent(50)))
                        .cases()
                        .get(0)
                        .holdings())
                .contains(new Disruption.Holding(material("metal"), Stage.REFINING, share(0.5, 0.5)));
    }
}
