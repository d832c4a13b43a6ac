package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Response;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Run;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.Exposure.Exposed;
import org.lodegraph.reference.Reference;
import org.lodegraph.render.Render;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Suppose;

/**
 * Magnets of the United States, of metal (China 80 t, Japan 20 t) and powder (China 6 t, Germany 4 t); metal is also sold as
 * such.
 *
 * <pre>
 *   CHN smelt 80 --.                            .--> rest of the world, metal, 50
 *                  +--> metal 100 --------------+
 *   JPN smelt 20 --'                            '--> USA press 50 --> magnet --> USA 60
 *   CHN mill 6, DEU mill 4 --> powder 10 ------------------^
 * </pre>
 */
class ExposureTest {

    private static final Source SURVEY = Source.of("survey", "A survey").edition("2025");
    private static final Target MAGNETS = Target.of(material("magnet"), country("USA"));
    private static final Target METAL = Target.of(material("metal"), CountryId.REST);

    private static final SupplyChain WORLD = SupplyChain.builder(2025)
            .add(Material.of("metal"), Material.of("powder"), Material.of("magnet"))
            .add(
                    Recipe.of("smelt").makes("metal").stage(Stage.SMELTING),
                    Recipe.of("mill").makes("powder").stage(Stage.ALLOY),
                    Recipe.of("press")
                            .makes("magnet")
                            .stage(Stage.COMPONENT)
                            .from("metal", 1)
                            .from("powder", 0.2))
            .add(
                    Facility.aggregate(country("CHN")).line(line("smelt", 80)).line(line("mill", 6)),
                    Facility.aggregate(country("JPN")).line(line("smelt", 20)),
                    Facility.aggregate(country("DEU")).line(line("mill", 4)),
                    Facility.at("ohio", country("USA")).line(line("press", 50)))
            .add(Demand.of("usa", "magnet", country("USA"), tons(60)), Demand.remainder("metal", tons(50)))
            .build();

    private static Figure tons(double tons) {
        return Figure.figure(tons, Unit.T_PER_A, SURVEY);
    }

    private static Line line(String recipe, double capacity) {
        return Line.of(recipe, Capacity.nameplate(tons(capacity)));
    }

    private static List<String> text(List<Exposed> rows) {
        return rows.stream()
                .map(row -> "%s: %s of %s".formatted(row.group(), row.share(), row.consumer()))
                .toList();
    }

    /** Metal 80 / 100 Chinese, powder 6 / 10: the magnet as the metal. Germany and Japan by one input each. */
    @Test
    void ranksWhatASupplyPassesThrough() {
        Exposure.Answer answer = WORLD.ask(Exposure.of(MAGNETS).by(Grouping.COUNTRY));

        assertThat(text(answer.rows()))
                .containsExactly(
                        "USA: 100.0 % of USA (magnet)",
                        "CHN: 80.0 % of USA (magnet)", "DEU: 40.0 % of USA (magnet)", "JPN: 20.0 % of USA (magnet)");
        assertThat(answer.rows().get(1).tons()).isEqualTo(Range.exactly(40, Unit.T_PER_A));
        assertThat(answer.share("DEU")).isEqualTo(Range.exactly(0.4, Unit.SHARE));
        assertThat(answer.supply().unmet()).isEqualTo(Range.exactly(10, Unit.T_PER_A));
    }

    @Test
    void byCountryAndStageUnlessAskedOtherwise() {
        assertThat(text(WORLD.ask(Exposure.of(MAGNETS)).rows()))
                .containsExactly(
                        "USA component: 100.0 % of USA (magnet)",
                        "CHN smelting: 80.0 % of USA (magnet)",
                        "CHN alloy: 60.0 % of USA (magnet)",
                        "DEU alloy: 40.0 % of USA (magnet)",
                        "JPN smelting: 20.0 % of USA (magnet)");
    }

    @Test
    void tellsWhoIsMostExposedToAGroup() {
        Exposure.Answer answer = WORLD.ask(Exposure.of(MAGNETS));

        assertThat(text(answer.to("CHN alloy"))).containsExactly("CHN alloy: 60.0 % of USA (magnet)");
        assertThat(text(answer.to("JPN smelting")))
                .containsExactly("JPN smelting: 20.0 % of USA (magnet)", "JPN smelting: 20.0 % of ROW (metal)");
        assertThat(text(answer.of(METAL)))
                .containsExactly("CHN smelting: 80.0 % of ROW (metal)", "JPN smelting: 20.0 % of ROW (metal)");
        assertThat(answer.consumers().keySet()).containsExactly(MAGNETS, METAL);
    }

    @Test
    void namesWhatItKnowsWhenAskedForOthers() {
        Exposure.Answer answer = WORLD.ask(Exposure.of(MAGNETS).by(Grouping.COUNTRY));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> answer.to("FRA"))
                .withMessage("Group 'FRA': is not in this answer. Maybe one of [CHN, DEU, JPN, USA].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answer.of(Target.of(material("powder"), country("USA"))))
                .withMessage("Target 'USA (powder)': is not in this answer. Maybe one of [USA (magnet), ROW (metal)].");
    }

    @Test
    void asksOfAnyDelivery() {
        Exposure exposure = Exposure.of(Delivery.to(MAGNETS).after(30)).under(Response.OBSERVED);

        assertThat(exposure.delivery()).isEqualTo(Delivery.to(MAGNETS).after(30).under(Response.OBSERVED));
        assertThat(exposure.grouping()).isSameAs(Grouping.COUNTRY_AND_STAGE);
    }

    @Test
    void isTheSameOnManyThreads() {
        SupplyChain chain = Reference.chain(2025, "gallium");
        Exposure exposure = Exposure.of(Target.of(material("gallium-high-purity"), country("USA")));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            assertThat(chain.ask(exposure, Run.here().on(threads)).show())
                    .isEqualTo(chain.ask(exposure).show());
        } finally {
            threads.shutdown();
        }
    }

    /** No table says whose ore becomes whose oxides: China mined 270,000 t, Australia 29,000 t, and everybody gets as much. */
    @Test
    void minesAreInEverythingAsTheyMine() {
        Exposure.Answer answer = Reference.chain(2025, "rare-earths")
                .ask(Exposure.of(Target.of(material("rare-earths"), country("USA"))));

        assertThat(answer.share("CHN extraction").low()
                        / answer.share("AUS extraction").low())
                .isCloseTo(270.0 / 29, within(1e-6));
        assertThat(answer.share("CHN extraction").text()).isEqualTo("69.5 %");
    }

    /** Two makers of 10 to 90 t, 200 t wanted: read alike each has half, read apart 10 or 90 of 100 t. */
    @Test
    void aGroupIsReadAgainstWhatStandsInForIt() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(Material.of("metal"), Recipe.of("smelt").makes("metal").stage(Stage.SMELTING))
                .add(
                        Facility.aggregate(country("CHN")).line(Line.of("smelt", between(10, 90))),
                        Facility.aggregate(country("AUS")).line(Line.of("smelt", between(10, 90))))
                .add(Demand.of("usa", "metal", country("USA"), Figure.stated(200, Unit.T_PER_A)))
                .build();
        Exposure.Answer answer = chain.ask(Exposure.of(Target.of(material("metal"), country("USA"))));

        assertThat(answer.share("CHN smelting")).isEqualTo(new Range(0.1, 0.9, Unit.SHARE));
        assertThat(answer.share("AUS smelting")).isEqualTo(new Range(0.1, 0.9, Unit.SHARE));
    }

    /** What an alternative could take over is unknown, nothing among it: then all is as without it. */
    @Test
    void anAlternativeOfUnknownShareOnlyWidens() {
        SupplyChain banned = Reference.chain(2025, "gallium")
                .with(Reference.controls("CN-2024-US-GAGESB").reaching(Policy.Reach.THROUGH_PROCESSING))
                .at(LocalDate.of(2025, 11, 8));
        Exposure question = Exposure.of(Target.of(material("gallium-high-purity"), country("USA")));
        Exposure.Answer open = banned.with(Reference.alternatives()).ask(question);

        assertThat(banned.ask(question).rows()).isNotEmpty().allSatisfy(row -> {
            Range wider = open.rows().stream()
                    .filter(other -> other.group().equals(row.group()))
                    .map(Exposed::share)
                    .findFirst()
                    .orElse(Range.exactly(0, Unit.SHARE));
            assertThat(wider.low())
                    .as(row.group())
                    .isLessThanOrEqualTo(row.share().low() + 1e-6);
            assertThat(wider.high())
                    .as(row.group())
                    .isGreaterThanOrEqualTo(row.share().high() - 1e-6);
        });
    }

    /** Enough capacity, but output seen as 20 to 60 and 40 t of the 100 t that are wanted: usual is read like supply. */
    @Test
    void whatWasSeenIsReadLikeSupply() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(Material.of("metal"), Recipe.of("smelt").makes("metal").stage(Stage.SMELTING))
                .add(
                        Facility.aggregate(country("CHN"))
                                .line(Line.of("smelt", between(100, 100)).output(guess(20, 60))),
                        Facility.aggregate(country("AUS"))
                                .line(Line.of("smelt", between(100, 100)).output(guess(40, 40))))
                .add(Demand.of("usa", "metal", country("USA"), Figure.stated(100, Unit.T_PER_A)))
                .build();
        Exposure.Answer answer = chain.ask(Exposure.of(Target.of(material("metal"), country("USA"))));

        // 60 t and 40 t are what was seen; of 20 and 40 t all deviate by the same part, to 33.3 and 66.7 t.
        assertThat(answer.share("CHN smelting").low()).isCloseTo(1 / 3.0, within(1e-8));
        assertThat(answer.share("CHN smelting").high()).isCloseTo(0.6, within(1e-8));
    }

    private static Figure guess(double low, double high) {
        return Figure.assumed(Spread.between(low, high), Unit.T_PER_A, Source.of("test", "A guess"), "a guess");
    }

    private static Capacity between(double low, double high) {
        return Capacity.nameplate(guess(low, high));
    }

    @Test
    void showsItself() {
        assertThat(ReportText.of(
                        WORLD.ask(Exposure.of(MAGNETS).by(Grouping.COUNTRY)).show()))
                .isEqualTo("""
                        # Through whose hands does supply of USA (magnet) pass?
                        Annual rates on 2025-12-31, figures of 2025
                        FINDING By country, supply of USA (magnet) passes through 4 of 4 groups, most of it through USA: 100.0 % of what it gets, by proportional mixing. Shares overlap and never add up. It gets 50 t/a; 10 t/a more is unmet, which is no supply.
                        What passes through whose hands [t/a, 2025, computed from A survey 2025, stated by the caller, no publication named]
                        country | share of supply | passes through
                        USA | 100.0 % | 50 t/a
                        CHN | 80.0 % | 40 t/a
                        DEU | 40.0 % | 20 t/a
                        JPN | 20.0 % | 10 t/a

                        USA: 100.0 %
                        CHN: 80.0 %
                        DEU: 40.0 %
                        JPN: 20.0 %
                        Who is exposed to whom: share of supply [2025, computed from A survey 2025, stated by the caller, no publication named]
                        consumer | unmet | USA | CHN | DEU | JPN
                        USA (magnet) | 16.7 % | 100.0 % | 80.0 % | 40.0 % | 20.0 %
                        rest of the world (metal) | 0.0 % | 0.0 % | 80.0 % | 0.0 % | 20.0 %

                        METHOD Exposure to a group is the share of what a consumer gets that has passed through it anywhere upstream, by proportional mixing in each pool; a product is exposed as its most exposed input. It is what would be missing at once if the group stopped and no other flow changed; what a delivery as traded loses may be less, for it holds observed lanes only. All share; response surge; stocks left alone; restarts and alternatives given all the time they need. Ends are those of 2 readings of all figures alike; something between could reach further; another solution that delivers as much may have other shares. Results are annual rates, as if the rules lasted. Method: lodegraph exposure 4.
                        Assumed: effective capacity of line 'chn/mill': 6 t/a (not published, read as the nameplate)
                        Assumed: effective capacity of line 'chn/smelt': 80 t/a (not published, read as the nameplate)
                        Assumed: effective capacity of line 'deu/mill': 4 t/a (not published, read as the nameplate)
                        Assumed: effective capacity of line 'jpn/smelt': 20 t/a (not published, read as the nameplate)
                        Assumed: effective capacity of line 'ohio/press': 50 t/a (not published, read as the nameplate)
                        Source: stated by the caller, no publication named
                        Source: A survey, 2025
                        """);
    }

    /** Nothing runs at its observed output, for nobody saw any. */
    @Test
    void aSupplyOfNothingPassesThroughNobody() {
        Exposure.Answer answer =
                WORLD.ask(Exposure.of(Delivery.to(MAGNETS).at(Reading.LOW)).under(Response.OBSERVED));

        assertThat(answer.rows()).isEmpty();
        assertThat(ReportText.of(answer.show()))
                .contains(
                        "FINDING If all share, USA (magnet) gets nothing, so nothing passes through anybody's hands.");
    }

    /**
     * Chile makes 60 t; what Peru makes is withheld. Of 60 t that are wanted Chile's part is all of it if Peru makes nothing, and
     * less the more Peru makes: with 20 t beside, 60 of 80, 75 %.
     */
    @Test
    void whatIsOfAnySizeMayBeAllOrNothing() {
        Figure withheld = Figure.unknown(Unit.T_PER_A, "withheld");
        SupplyChain chain = SupplyChain.builder(2025)
                .add(
                        Material.of("metal"),
                        Recipe.of("make").makes("metal").stage(Stage.REFINING),
                        Facility.at("c", country("CHL"))
                                .line(Line.of("make", Capacity.nameplate(tons(60)))
                                        .output(tons(60))),
                        Facility.at("p", country("PER"))
                                .line(Line.of("make", Capacity.nameplate(withheld))
                                        .output(withheld)),
                        Demand.remainder("metal", tons(60)))
                .build();

        Exposure question = Exposure.of(METAL).by(Grouping.COUNTRY);
        Exposure.Answer answer = chain.ask(question);
        assertThat(answer.share("CHL")).isEqualTo(new Range(0, 1, Unit.SHARE));
        assertThat(answer.share("PER")).isEqualTo(new Range(0, 1, Unit.SHARE));
        assertThat(Render.text(answer)).contains("What these make is not known");
        Range known = chain.with(
                        Suppose.that(new FigurePlace(Ids.line("p/make"), FigurePlace.Kind.OUTPUT), tons(20)),
                        Suppose.that(new FigurePlace(Ids.line("p/make"), FigurePlace.Kind.NAMEPLATE), tons(20)))
                .ask(question)
                .share("CHL");
        assertThat(known.low()).isCloseTo(0.75, within(1e-9));
        assertThat(known.isExact()).isTrue();
    }

    /** Chile makes 60 t, and 20 t are of unknown origin: 20 of 80. */
    @Test
    void saysWhatIsOfUnknownOrigin() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(Material.of("metal"), Recipe.of("smelt").makes("metal").stage(Stage.SMELTING))
                .add(
                        Facility.aggregate(country("CHL")).line(line("smelt", 60)),
                        Facility.aggregate(CountryId.ELSEWHERE).line(line("smelt", 20)))
                .add(Demand.remainder("metal", tons(80)))
                .build();

        Exposure.Answer answer = chain.ask(Exposure.of(METAL).by(Grouping.COUNTRY));
        assertThat(answer.groups()).containsOnlyKeys("CHL");
        assertThat(answer.share("CHL")).isEqualTo(Range.exactly(0.75, Unit.SHARE));
        assertThat(answer.unplaced()).isEqualTo(Range.exactly(0.25, Unit.SHARE));
        assertThat(ReportText.of(answer.show()))
                .contains("FINDING 25.0 % of what it gets passes through what is of unknown origin");
        assertThat(WORLD.ask(Exposure.of(MAGNETS)).unplaced()).isEqualTo(Range.exactly(0, Unit.SHARE));
    }
}
