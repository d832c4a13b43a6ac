package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.model.Ids.bloc;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.facility;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.owner;
import static org.lodegraph.model.Ids.stock;
import static org.lodegraph.model.Stage.EXTRACTION;
import static org.lodegraph.model.Stage.REFINING;
import static org.lodegraph.model.Stage.RELEASE;
import static org.lodegraph.query.Concentration.Level.BLOC;
import static org.lodegraph.query.Concentration.Level.FACILITY;
import static org.lodegraph.query.Concentration.Level.OWNER;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Bloc;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Country;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Id;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.Concentration.Answer;
import org.lodegraph.report.Bars;
import org.lodegraph.scenario.Release;

/**
 * Concentration of a small world of gallium, t in 2025:
 *
 * <pre>
 * CHN  aggregate       900 of 1,100
 * JPN  dowa (Dowa)       3 of    10
 * RUS  aggregate         6 of    10
 * </pre>
 */
class ConcentrationTest {

    private static final Source USGS =
            Source.of("usgs-mcs2026", "Mineral Commodity Summaries").by("USGS").edition("2026");
    private static final Concentration GALLIUM = Concentration.of(material("gallium"), REFINING);

    private static final SupplyChain WORLD = SupplyChain.builder(2025)
            .add(Material.of("gallium"), refining())
            .add(aggregate("CHN", 900, 1_100), aggregate("RUS", 6, 10))
            .add(plant("dowa", "JPN", 3, 10).owner("dowa-holdings"))
            .build();

    private static Recipe refining() {
        return Recipe.of("ga-refining").makes("gallium").stage(REFINING);
    }

    private static Facility aggregate(String country, double output, double capacity) {
        return Facility.aggregate(country(country)).line(line(output, capacity));
    }

    private static Facility plant(String id, String country, double output, double capacity) {
        return Facility.at(id, country(country)).line(line(output, capacity));
    }

    private static Line line(double output, double capacity) {
        return Line.of("ga-refining", Capacity.nameplate(t(capacity))).output(t(output));
    }

    private static Figure t(double tons) {
        return Figure.figure(tons, Unit.T_PER_A, USGS);
    }

    private static Range tons(double low, double high) {
        return new Range(low, high, Unit.T_PER_A);
    }

    private static Range one(double low, double high) {
        return Range.spanning(low, high, Unit.ONE);
    }

    private static Range share(double low, double high) {
        return Range.spanning(low, high, Unit.SHARE);
    }

    private static SupplyChain with(Facility... more) {
        return WORLD.toBuilder().put(more).build();
    }

    private static Iterable<Id> ids(Answer answer) {
        return answer.holders().stream().map(Concentration.Holder::id).toList();
    }

    @Test
    void chinaMakesNinetyNinePercentOfGallium() {
        Answer answer = WORLD.ask(GALLIUM);

        // 900 + 3 + 6 = 909; (900^2 + 3^2 + 6^2) / 909^2 = 810,045 / 826,281
        assertThat(answer.hhi()).isEqualTo(one(810_045 / 826_281.0, 810_045 / 826_281.0));
        assertThat(answer.total()).isEqualTo(tons(909, 909));
        assertThat(answer.share(country("CHN"))).isEqualTo(share(900 / 909.0, 900 / 909.0));
        assertThat(answer.top(2)).isEqualTo(share(906 / 909.0, 906 / 909.0));
        assertThat(answer.effectiveSuppliers()).isEqualTo(one(826_281 / 810_045.0, 826_281 / 810_045.0));
        assertThat(ids(answer)).containsExactly(country("CHN"), country("RUS"), country("JPN"));
        assertThat(answer.sources()).containsExactly(USGS);
        assertThat(answer.assumptions()).isEmpty();
        assertThat(answer.caveats()).isEmpty();
        assertThat(answer.weightedHhi()).isEmpty();
        assertThat(answer.coverage()).isEmpty();
    }

    @Test
    void itShowsItself() {
        SupplyChain chain = with(
                Facility.at("others", CountryId.NOWHERE).line(line(9, 10)),
                Facility.at("kazakhstan", country("KAZ"))
                        .line(Line.of("ga-refining", Capacity.unknown("not published"))
                                .output(Figure.assumed(
                                        Spread.between(0, 5), Unit.T_PER_A, Source.ASSUMPTION, "restarting"))));

        // 909 + 9 of others + 0..5: China 900 / 923 to 900 / 918.
        // HHI most at KAZ = 0, others in one hand: (810,045 + 81) / 918^2; least at KAZ = 5, others thin: 810,070 /
        // 923^2.
        assertThat(ReportText.of(chain.ask(GALLIUM).show())).isEqualTo("""
                # How concentrated is the output of gallium?
                2025, read on 2025-12-31
                FINDING HHI 0.9509 to 0.9613 (9,509 to 9,613 of 10,000), as if 1.04 to 1.052 of equal size; \
                the largest holds 97.5 % to 98.0 %, the three largest 98.7 % to 99.7 %.
                Output of gallium by country [refining, gross, 2025, assumption, usgs-mcs2026]
                country | t/a | share
                CHN | 900 t/a | 97.5 % to 98.0 %
                RUS | 6 t/a | 0.7 %
                JPN | 3 t/a | 0.3 %
                KAZ | 0 to 5 t/a | 0.0 % to 0.5 %
                other countries | 9 t/a | 1.0 %
                total | 918 to 923 t/a | 100.0 %
                CHN: 97.5 % to 98.0 %
                RUS: 0.7 %
                JPN: 0.3 %
                KAZ: 0.0 % to 0.5 %
                other countries: 1.0 %
                WARNING 9 t/a are of "other countries": which ones, and how many, is not published.
                METHOD HHI is the sum of squared shares of the row sum; an interval encloses every way to complete \
                what is not known. Concentrated is said from 0.15 on, highly from 0.25 (US merger guidelines of 2010; \
                those of 2023 say 0.1 and 0.18). Method: lodegraph concentration 2.
                Assumed: output of line 'kazakhstan/ga-refining': 0 to 5 t/a (restarting)
                Source: assumed, no publication has this number
                Source: USGS, Mineral Commodity Summaries, 2026
                """);
    }

    @Test
    void namesWhatPeopleKnow() {
        SupplyChain named = WORLD.toBuilder()
                .put(Material.of("gallium").withName("low-purity gallium"))
                .put(Country.of("CHN", "China"))
                .build();

        assertThat(ReportText.of(named.ask(GALLIUM.among(country("CHN"))).show()))
                .startsWith("# How concentrated is the output of low-purity gallium?")
                .contains(", among China\n", "\nOutput of low-purity gallium by country [");
    }

    @Test
    void itsPictureSaysHowConcentratedThatIs() {
        // n of equal size: 1/n
        assertThat(titleOf(10, 0)).isEqualTo("Output of gallium by country: HHI 0.1, not concentrated");
        assertThat(titleOf(5, 0)).isEqualTo("Output of gallium by country: HHI 0.2, moderately concentrated");
        assertThat(titleOf(1, 0)).isEqualTo("Output of gallium by country: HHI 1, highly concentrated");
        // six of 10 t and 40 t in one hand or in ever more: 6 x 0.01, and up to 0.16
        assertThat(titleOf(6, 40))
                .isEqualTo("Output of gallium by country: HHI 0.06 to 0.22, not to moderately concentrated");
    }

    private static String titleOf(int makers, double others) {
        SupplyChain.Builder chain = SupplyChain.builder(2025).add(Material.of("gallium"), refining());
        for (int i = 0; i < makers; i++) {
            chain.add(aggregate("AA" + (char) ('A' + i), 10, 10));
        }
        if (others > 0) {
            chain.add(Facility.aggregate(CountryId.NOWHERE).line(line(others, others)));
        }
        return chain.build().ask(GALLIUM).show().parts().stream()
                .filter(Bars.class::isInstance)
                .map(part -> ((Bars) part).caption().title())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOutputNobodyLookedAtIsAnythingUpToTheCapacity() {
        SupplyChain chain = with(Facility.at("nyrstar", country("USA"))
                .line(Line.of("ga-refining", Capacity.nameplate(t(40)).permitted(t(30)))));

        Answer answer = chain.ask(GALLIUM);

        assertThat(answer.share(country("USA"))).isEqualTo(share(0, 30 / 939.0));
        assertThat(answer.total()).isEqualTo(tons(909, 939));
        assertThat(answer.assumptions())
                .extracting(Object::toString)
                .containsExactly(
                        "output of line 'nyrstar/ga-refining' (not observed, read as 0 up to its capacity)",
                        "effective capacity of line 'nyrstar/ga-refining': 40 t/a (not published, read as the nameplate)");
    }

    @Test
    void aWithheldOutputIsWhatThePublishedTotalLeaves() {
        SupplyChain chain = with(Facility.at("withheld", country("USA"))
                .line(Line.of("ga-refining", Capacity.unknown("withheld"))
                        .output(Figure.unknown(Unit.T_PER_A, "withheld by the publisher"))));

        assertThat(chain.ask(GALLIUM).share(country("USA"))).isEqualTo(share(0, 1));
        // A world of 920 to 930 t leaves 11 to 21 t.
        Answer answer = chain.ask(GALLIUM.outOf(tons(920, 930)));
        assertThat(answer.share(country("USA"))).isEqualTo(share(11 / 920.0, 21 / 930.0));
        assertThat(answer.shares().conflict()).isEmpty();
        assertThat(ReportText.of(answer.show())).contains("11 to 21");
        assertThat(ReportText.of(chain.ask(GALLIUM.outOf(tons(900, 900))).show()))
                .contains("WARNING Shares: the rows add up to 909 to unlimited t/a, the published total is 900 t/a."
                        + " Maybe a row is counted twice, or the total is rounded.");
    }

    @Test
    void idleLinesHaveCapacityAndNoOutput() {
        SupplyChain chain = with(Facility.at("ingal-stade", country("DEU"))
                .line(Line.of("ga-refining", Capacity.nameplate(t(40))).status(Line.Status.IDLE)));

        assertThat(ids(chain.ask(GALLIUM))).doesNotContain(country("DEU"));
        // 1100 + 10 + 10 + 40 = 1160
        assertThat(chain.ask(GALLIUM.ofCapacity()).share(country("DEU"))).isEqualTo(share(40 / 1160.0, 40 / 1160.0));
    }

    @Test
    void plannedLinesCountForNothing() {
        SupplyChain chain = with(Facility.at("gladstone", country("AUS"))
                .line(Line.of("ga-refining", Capacity.nameplate(t(100))).status(Line.Status.PLANNED)));

        assertThat(chain.ask(GALLIUM.ofCapacity()).total()).isEqualTo(tons(1_120, 1_120));
    }

    @Test
    void aLineThatStartsLaterIsNotThereYet() {
        Line late = line(50, 60).withStarts(LocalDate.parse("2025-07-01"));
        SupplyChain chain = with(Facility.at("new", country("CAN")).line(late));

        assertThat(chain.ask(GALLIUM).total()).isEqualTo(tons(959, 959));
        assertThat(chain.at(LocalDate.parse("2025-06-30")).ask(GALLIUM).total()).isEqualTo(tons(909, 909));
    }

    @Test
    void ownersDoNotShowWhatAggregatesHold() {
        // 906 of 909 t may be anybody's: Dowa has 3 / 909 to 909 / 909; thin it is (3 / 909)^2.
        Answer answer = WORLD.ask(GALLIUM.by(OWNER));

        assertThat(answer.share(owner("dowa-holdings"))).isEqualTo(share(3 / 909.0, 1));
        assertThat(answer.hhi()).isEqualTo(one(9 / 826_281.0, 1));
        assertThat(answer.caveats())
                .containsExactly("906 t/a stand in national aggregates or have no known owner: they may be anybody's.");
    }

    @Test
    void facilitiesDoNotShowWhatAggregatesHold() {
        // 906 of 909 t belong to facilities that are not named: in one hand (906^2 + 3^2) / 909^2.
        Answer answer = WORLD.ask(GALLIUM.by(FACILITY));

        assertThat(answer.share(facility("dowa"))).isEqualTo(share(3 / 909.0, 3 / 909.0));
        assertThat(answer.hhi()).isEqualTo(one(9 / 826_281.0, 820_845 / 826_281.0));
        assertThat(answer.caveats())
                .containsExactly("906 t/a stand in national aggregates: they belong to facilities that are not named.");
    }

    @Test
    void countriesOutsideBlocsStayThemselves() {
        SupplyChain chain = WORLD.toBuilder()
                .add(Bloc.of("EAST", country("CHN"), country("RUS")))
                .build();

        Answer answer = chain.ask(GALLIUM.by(BLOC));

        assertThat(ids(answer)).containsExactly(bloc("EAST"), country("JPN"));
        // (906^2 + 3^2) / 909^2
        assertThat(answer.hhi()).isEqualTo(one(820_845 / 826_281.0, 820_845 / 826_281.0));
        assertThat(chain.ask(GALLIUM.among(bloc("EAST"))).share(country("RUS"))).isEqualTo(share(6 / 906.0, 6 / 906.0));
    }

    @Test
    void blocsMayNotOverlapUnnamed() {
        SupplyChain chain = WORLD.toBuilder()
                .add(Bloc.of("G7", country("JPN")), Bloc.of("QUAD", country("JPN")))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.ask(GALLIUM.by(BLOC)))
                .withMessage("Concentration of 'gallium': country 'JPN' belongs to [G7, QUAD] on 2025-12-31."
                        + " Maybe name blocs that do not overlap, such as G7 alone.");
        assertThat(ids(chain.ask(GALLIUM.by(bloc("QUAD"))))).contains(bloc("QUAD"));
    }

    @Test
    void otherCountriesMayBelongToTheBloc() {
        SupplyChain chain = with(Facility.at("others", CountryId.NOWHERE).line(line(9, 10))).toBuilder()
                .add(Bloc.of("EAST", country("CHN"), country("RUS")))
                .build();

        assertThat(chain.ask(GALLIUM.among(bloc("EAST"))).total()).isEqualTo(tons(906, 915));
        assertThat(chain.ask(GALLIUM.by(BLOC)).share(bloc("EAST"))).isEqualTo(share(906 / 918.0, 915 / 918.0));
    }

    @Test
    void governanceIsWeightedWhereItIsKnown() {
        // China -0.5 -> 0.6; Japan 1 -> 0.3; Russia has no index.
        // 0.6 x 900^2 + 0.3 x 3^2 = 486,002.7 of 826,281; 903 of 909 t covered.
        SupplyChain chain = WORLD.toBuilder()
                .add(Country.of("CHN", "China").governance(index(-0.5)))
                .add(Country.of("JPN", "Japan").governance(index(1)))
                .build();

        Answer answer = chain.ask(GALLIUM.weighted());

        assertThat(answer.weightedHhi()).contains(one(486_002.7 / 826_281, 486_002.7 / 826_281));
        assertThat(answer.coverage()).contains(share(903 / 909.0, 903 / 909.0));
        assertThat(answer.caveats()).containsExactly("No governance index, so left out of the weighted HHI: RUS.");
        assertThat(ReportText.of(answer.show()))
                .contains("country | t/a | share | governance weight")
                .contains("China | 900 t/a | 99.0 % | 0.6 index")
                .contains("RUS | 6 t/a | 0.7 % | ?no index")
                .contains("FINDING Weighted by governance (0 best, 1 worst): HHI 0.5882,"
                        + " with the governance of 99.3 % of the whole known.");
    }

    @Test
    void missingGovernanceIsMissing() {
        Answer answer = WORLD.ask(GALLIUM.weighted());

        assertThat(answer.weightedHhi()).isEmpty();
        assertThat(answer.coverage()).contains(share(0, 0));
    }

    @Test
    void governanceIsOnItsScale() {
        SupplyChain chain = WORLD.toBuilder()
                .add(Country.of("CHN", "China").governance(index(45)))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.ask(GALLIUM.weighted()))
                .withMessage("Country 'CHN': its governance index is 45, not on a scale of -2.5 to 2.5."
                        + " Maybe give the estimate of the Worldwide Governance Indicators, not the rank.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GALLIUM.by(OWNER).weighted())
                .withMessage("Concentration of 'gallium': OWNER has no governance of its own."
                        + " Maybe by country or by facility.");
    }

    private static Figure index(double value) {
        return Figure.figure(value, Unit.INDEX, USGS);
    }

    @Test
    void aYieldIsCountedPerTonOfTheReference() {
        // 1,000 t of alumina in CHN and 500 t in AUS bring 65 g of gallium in liquor a ton each.
        SupplyChain chain = SupplyChain.builder(2025)
                .add(Material.of("alumina"), Material.of("bayer-liquor"))
                .add(Recipe.of("bayer")
                        .makes("alumina")
                        .yields("bayer-liquor", 65e-6)
                        .stage(REFINING))
                .add(Facility.at("a", country("CHN"))
                        .line(Line.of("bayer", Capacity.nameplate(t(1_000))).output(t(1_000))))
                .add(Facility.at("b", country("AUS"))
                        .line(Line.of("bayer", Capacity.nameplate(t(600))).output(t(500))))
                .build();

        Answer answer = chain.ask(Concentration.of(material("bayer-liquor")));

        assertThat(answer.total().low()).isEqualTo(0.0975);
        // (1000^2 + 500^2) / 1500^2 = 5 / 9
        assertThat(answer.hhi()).isEqualTo(one(5 / 9.0, 5 / 9.0));
    }

    @Test
    void askingForNobodySaysWhereToLook() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORLD.ask(Concentration.of(material("gallium"), EXTRACTION)))
                .withMessage("Concentration of 'gallium': nobody makes it at extraction."
                        + " Maybe elsewhere; it is made at refining.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORLD.ask(Concentration.of(material("galium"))))
                .withMessage("Material 'galium': not in this chain. Maybe 'gallium', or add it first.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORLD.ask(GALLIUM).share(country("USA")))
                .withMessage("Country 'USA': makes no gallium here. Maybe one of [CHN, RUS, JPN].");
    }

    @Test
    void onRandomWorldsSharesAddUpAndBlocsNeverLowerConcentration() {
        var random = new SplittableRandom(5);
        String[] countries = {"CHN", "RUS", "JPN", "USA", "DEU", "KAZ"};
        for (int i = 0; i < 200; i++) {
            SupplyChain.Builder builder = SupplyChain.builder(2025).add(Material.of("gallium"), refining());
            double[] made = random.doubles(countries.length, 0, 100).toArray();
            double total = 0;
            double squares = 0;
            for (int k = 0; k < countries.length; k++) {
                builder.add(aggregate(countries[k], made[k], 100));
                total += made[k];
                squares += made[k] * made[k];
            }
            SupplyChain chain =
                    builder.add(Bloc.of("PAIR", country("USA"), country("JPN"))).build();

            Answer answer = chain.ask(GALLIUM);

            assertThat(answer.hhi()).isEqualTo(one(squares / (total * total), squares / (total * total)));
            assertThat(answer.top(countries.length)).isEqualTo(share(1, 1));
            assertThat(chain.ask(GALLIUM.by(BLOC)).hhi().low())
                    .isGreaterThanOrEqualTo(answer.hhi().high());
            assertThat(chain.ask(GALLIUM)).isEqualTo(answer);
            assertThat(chain.ask(GALLIUM).show()).isEqualTo(answer.show());
        }
    }

    /** 900 + 3 + 6 t are made, and 91 t of a stock flow in a year: 1,000 t are supplied, the shares are of 909 t. */
    @Test
    void aReleasedStockIsNoProduction() {
        SupplyChain released = WORLD.toBuilder()
                .add(Stock.of("usa-ga", "gallium", country("USA"), Figure.figure(91, Unit.T, USGS)))
                .build()
                .with(Release.of(stock("usa-ga")));

        assertThat(released.linesMaking(material("gallium"))).hasSize(4);
        for (Concentration question : List.of(
                Concentration.of(material("gallium")),
                Concentration.of(material("gallium")).ofCapacity(),
                GALLIUM)) {
            assertThat(released.ask(question)).isEqualTo(WORLD.ask(question));
        }
        assertThat(released.ask(Concentration.of(material("gallium"))).total()).isEqualTo(tons(909, 909));
        assertThat(released.ask(Concentration.of(material("gallium"), RELEASE)).total())
                .isEqualTo(tons(91, 91));
    }
}
