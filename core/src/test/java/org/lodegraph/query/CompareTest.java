package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.facility;
import static org.lodegraph.model.Ids.material;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lodegraph.flow.Delivery;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Share;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.LineId;
import org.lodegraph.model.LinkId;
import org.lodegraph.model.Material;
import org.lodegraph.model.RandomChains;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.Compare.Answer;
import org.lodegraph.query.Compare.Delta;
import org.lodegraph.query.Compare.Kind;
import org.lodegraph.query.Compare.Side;
import org.lodegraph.report.BeforeAfter;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Section;
import org.lodegraph.report.Table;
import org.lodegraph.scenario.Add;
import org.lodegraph.scenario.Draw;
import org.lodegraph.scenario.Lose;
import org.lodegraph.scenario.Scale;
import org.lodegraph.scenario.Scenario;
import org.lodegraph.scenario.Step;

/** Two smelters, 60 t in AAA and 40 t in BBB, of which 90 t are wanted. */
class CompareTest {

    private static final SupplyChain WORLD = SupplyChain.builder(2025)
            .add(
                    Material.of("ore").asBoundary(),
                    Material.of("tin"),
                    Recipe.of("smelt").makes("tin").stage(Stage.SMELTING).from("ore", 2))
            .add(
                    Facility.at("aaa", country("AAA")).line(smelter(60)),
                    Facility.at("bbb", country("BBB")).line(smelter(40)))
            .add(Demand.remainder("tin", t(90)))
            .build();

    private static Line smelter(double tons) {
        return Line.of("smelt", Capacity.nameplate(t(tons))).output(t(tons));
    }

    private static Figure t(double tons) {
        return Figure.stated(tons, Unit.T_PER_A);
    }

    private static Stock stock(String id) {
        return Stock.of(id, "tin", country("AAA"), Figure.stated(5, Unit.T));
    }

    private static List<String> listed(Side side) {
        return side.deltas().stream()
                .map(delta -> delta.kind() + " " + delta.place())
                .toList();
    }

    /** A stock is added, and demand falls from 90 to 81 t: by a tenth. An idle smelter has no output. */
    @Test
    void listsWhatAScenarioDidToAChain() {
        Scenario scenario = Scenario.of("crisis")
                .then(
                        Add.of(stock("pile")),
                        Scale.demand(Demand.remainder("tin", t(1)).id(), 0.9));
        Answer answer = WORLD.ask(Compare.chains()
                .and("crisis", scenario)
                .and(
                        "idle",
                        chain -> chain.toBuilder()
                                .put(Facility.at("aaa", country("AAA"))
                                        .line(Line.of("smelt", Capacity.nameplate(t(60)))
                                                .status(Line.Status.IDLE)))
                                .build())
                .and("nothing", chain -> chain));

        assertThat(listed(answer.side("crisis")))
                .containsExactly("ADDED stock 'pile'", "CHANGED rate of demand 'row-tin'");
        Delta rate = answer.side("crisis").of(Kind.CHANGED).get(0);
        assertThat(rate.size()).isCloseTo(0.1, within(1e-12));
        assertThat(rate.after()).isEqualTo(Cell.number(81, Unit.T_PER_A));
        assertThat(answer.side("idle").deltas())
                .containsExactly(
                        new Delta(
                                Kind.REMOVED,
                                "output of line 'aaa/smelt'",
                                Cell.number(60, Unit.T_PER_A),
                                Cell.empty(),
                                Double.POSITIVE_INFINITY),
                        new Delta(
                                Kind.CHANGED,
                                "status of line 'aaa/smelt'",
                                Cell.text("RUNNING"),
                                Cell.text("IDLE"),
                                Double.POSITIVE_INFINITY));
        assertThat(answer.side("nothing").deltas()).isEmpty();
    }

    /** The second crisis adds no stock and halves demand: against the first, one step fewer and another one. */
    @Test
    void scenariosStandSideBySideStepByStep() {
        Step pile = Add.of(stock("pile"));
        Scale tenth = Scale.demand(Demand.remainder("tin", t(1)).id(), 0.9);
        Scale half = Scale.demand(Demand.remainder("tin", t(1)).id(), 0.5);
        Answer answer = WORLD.ask(Compare.chains()
                .and("first", Scenario.of("first").then(pile, tenth))
                .and("second", Scenario.of("second").then(half)));

        assertThat(answer.side("first").steps().orElseThrow().added()).hasSize(2);
        assertThat(answer.side("second").steps().orElseThrow().added())
                .extracting(Scenario.Dated::step)
                .containsExactly(half);
        assertThat(answer.side("second").steps().orElseThrow().dropped())
                .extracting(Scenario.Dated::step)
                .containsExactly(pile, tenth);
        assertThat(ReportText.of(answer.show()))
                .contains(
                        "FINDING second: 0 added, 0 removed, 1 changed.\nFINDING Steps of second: %s; without %s; without %s.\n"
                                .formatted(half, pile, tenth));
    }

    @Test
    void aToleranceHidesSmallChangesOnly() {
        Compare compare = Compare.chains()
                .and("less", Scale.demand(Demand.remainder("tin", t(1)).id(), 0.9));

        assertThat(WORLD.ask(compare.beyond(Share.percent(11))).side("less").deltas())
                .isEmpty();
        assertThat(WORLD.ask(compare.beyond(Share.percent(9))).side("less").deltas())
                .hasSize(1);
    }

    /** What becomes unknown is no number that fell: it comes first, whatever the tolerance. */
    @Test
    void whatBecomesUnknownCannotBeMeasured() {
        Answer answer = WORLD.ask(Compare.chains()
                .and(
                        "blind",
                        chain -> chain.mapFigures((place, figure) ->
                                place.owner() instanceof LineId ? Figure.unknown(figure.unit(), "burnt") : figure))
                .beyond(Share.ALL));

        assertThat(answer.side("blind").of(Kind.CHANGED))
                .hasSize(4)
                .allMatch(delta -> delta.size() == Double.POSITIVE_INFINITY)
                .allMatch(delta -> delta.after().equals(Cell.unknown("burnt")));
    }

    /** BBB smelts 20 instead of 40 t: 20 of 80 t are 25 % instead of 40 %, AAA's 60 t are 75 % instead of 60 %. */
    @Test
    void asksAQuestionOfEachSide() {
        Answer answer = WORLD.ask(Compare.of(Concentration.of(material("tin"), Stage.SMELTING))
                .and("half", Scale.output(new LineId(facility("bbb"), "smelt"), 0.5)));

        assertThat(ReportText.of(answer.show())).isEqualTo("""
                # Compared: How concentrated is the output of tin?

                FINDING half: 0 added, 0 removed, 5 changed.
                half []
                what | where | before | after | by
                changed | finding 1 | HHI 0.52 (5,200 of 10,000), as if 1.923 of equal size; the largest holds 60.0 %, the three largest 100.0 %. | HHI 0.625 (6,250 of 10,000), as if 1.6 of equal size; the largest holds 75.0 %, the three largest 100.0 %. |\s
                changed | Output of tin by country: BBB: t/a | 40 t/a | 20 t/a | 50.0 %
                changed | Output of tin by country: BBB: share | 40.0 % | 25.0 % | 37.5 %
                changed | Output of tin by country: AAA: share | 60.0 % | 75.0 % | 20.0 %
                changed | Output of tin by country: total: t/a | 100 t/a | 80 t/a | 20.0 %

                METHOD By: how far either end of a number moved, as a part of the larger. What cannot be measured comes first; the parts of what was added or removed are not listed again. Method: lodegraph compare 4.
                """);
    }

    private static Report table(Cell... cells) {
        Table table = Table.of(
                Caption.of("of"), Table.Column.text("row"), Table.Column.amount("one"), Table.Column.amount("two"));
        for (int i = 0; i < cells.length; i += 2) {
            table = table.row(Cell.text("same"), cells[i], cells[i + 1]);
        }
        return Report.of("a report", table);
    }

    /** From 4 to 5 t by a fifth, from 0 t by all, across zero by up to twice; rows that are named alike are counted. */
    @Test
    void sizesAreMeasuredAgainstTheLargerEnd() {
        Report before = table(tons(4, 4), tons(0, 0), tons(-1, 3), Cell.unknown("lost"));
        Report after = table(tons(4, 5), tons(0, 7), tons(1, 3), Cell.text("x"));

        assertThat(Compare.between(before, after, Share.NONE))
                .extracting(Delta::place, Delta::size)
                .containsExactly(
                        tuple("of: same (2): two", Double.POSITIVE_INFINITY),
                        tuple("of: same (2): one", 2.0),
                        tuple("of: same: two", 1.0),
                        tuple("of: same: one", 0.2));
        assertThat(Compare.between(before, before, Share.NONE)).isEmpty();
        assertThat(Compare.between(table(tons(1, 1), Cell.empty()), table(Cell.empty(), tons(1, 1)), Share.NONE))
                .extracting(Delta::kind)
                .containsExactly(Kind.REMOVED, Kind.ADDED);
    }

    /** What only one side finds is shown in its own words. */
    @Test
    void aFindingThatOnlyOneSideHasIsShown() {
        Report one = Report.of("a", Note.finding("all is well"));
        Report two = Report.of("a", Note.finding("all is well"), Note.finding("one is lost"));

        assertThat(Compare.between(one, two, Share.NONE))
                .extracting(Delta::kind, Delta::before, Delta::after)
                .containsExactly(tuple(Kind.ADDED, Cell.empty(), Cell.text("one is lost")));
        assertThat(Compare.between(two, one, Share.NONE))
                .extracting(Delta::kind, Delta::before, Delta::after)
                .containsExactly(tuple(Kind.REMOVED, Cell.text("one is lost"), Cell.empty()));
    }

    /** What both sides warn of is no difference, wherever it stands; what only one warns of is. */
    @Test
    void aWarningThatOnlyOneSideHasIsShown() {
        Report one = Report.of("a", Note.warning("too hot"), Note.warning("too dear"));
        Report two = Report.of("a", Note.warning("too dear"), new Section("b", "", List.of(Note.warning("too late"))));

        assertThat(Compare.between(one, two, Share.NONE))
                .extracting(Delta::kind, Delta::place, Delta::before, Delta::after)
                .containsExactly(
                        tuple(Kind.REMOVED, "warning 1", Cell.text("too hot"), Cell.empty()),
                        tuple(Kind.ADDED, "warning 3", Cell.empty(), Cell.text("too late")));
    }

    /** 100 t of zinc leave 30 t of germanium, of which 25 t are made. Half the zinc leaves 15 t: less than was seen to be made. */
    @Test
    void warnsOfFiguresThatOnlyOneSideBelies() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(
                        Material.of("concentrate").asBoundary(),
                        Material.of("zinc"),
                        Material.of("residue").atSite(),
                        Material.of("germanium"),
                        Recipe.of("roast")
                                .makes("zinc")
                                .asHost()
                                .from("concentrate", 2)
                                .yields("residue", 0.3),
                        Recipe.of("leach").makes("germanium").from("residue", 1))
                .add(Facility.at("yunnan", country("CHN"))
                        .line(Line.of("roast", Capacity.nameplate(t(100))).output(t(100)))
                        .line(Line.of("leach", Capacity.nameplate(t(40))).output(t(25))))
                .build();
        Answer answer = chain.ask(Compare.of(ByProducts.of(material("germanium")))
                .and("half the zinc", Scale.output(new LineId(facility("yunnan"), "roast"), 0.5)));

        Cell warning = Cell.text(
                "yunnan was seen to make 25 t/a, more than its host could give (15 t/a): one of the figures is wrong, or a host is missing.");
        assertThat(answer.sides().get(0).of(Kind.ADDED))
                .extracting(Delta::place, Delta::after)
                .contains(tuple("warning 1", warning));
        assertThat(ReportText.of(answer.show())).contains("added | warning 1 |  | yunnan was seen to make 25 t/a, ");
    }

    private static Table links(String title, Object... wordsAndTons) {
        Table table = Table.of(
                Caption.of(title), Table.Column.text("from"), Table.Column.text("to"), Table.Column.amount("t"));
        for (int i = 0; i < wordsAndTons.length; i += 3) {
            table = table.row(
                    Cell.text((String) wordsAndTons[i]),
                    Cell.text((String) wordsAndTons[i + 1]),
                    tons((int) wordsAndTons[i + 2], (int) wordsAndTons[i + 2]));
        }
        return table;
    }

    private static List<String> between(Table before, Table after) {
        return Compare.between(Report.of("a", before), Report.of("a", after), Share.NONE).stream()
                .map(delta -> delta.kind() + " " + delta.place())
                .toList();
    }

    /** Two rows that begin alike change places, a third comes between: only that is another. */
    @Test
    void rowsThatBeginAlikeAreToldApartByTheirOtherWords() {
        Table before = links("Links", "AAA", "BBB", 1, "AAA", "CCC", 2, "DDD", "BBB", 3);

        assertThat(between(before, links("Links", "AAA", "CCC", 2, "AAA", "BBB", 1, "DDD", "BBB", 3)))
                .isEmpty();
        assertThat(between(before, links("Links", "AAA", "CCC", 2, "AAA", "EEE", 9, "AAA", "BBB", 1, "DDD", "BBB", 3)))
                .containsExactly("ADDED Links: AAA, EEE");
        // A row that begins like no other is named by its beginning: its other words may change.
        assertThat(between(before, links("Links", "AAA", "BBB", 1, "AAA", "CCC", 4, "DDD", "FFF", 3)))
                .containsExactly("CHANGED Links: DDD: to", "CHANGED Links: AAA, CCC: t");
    }

    /** Rows of the same words: the one that is the same stays the same, wherever it stands. */
    @Test
    void whatWordsDoNotTellApartIsMatchedByWhatItSays() {
        assertThat(between(
                        links("Links", "AAA", "BBB", 1, "AAA", "BBB", 2, "AAA", "BBB", 3),
                        links("Links", "AAA", "BBB", 3, "AAA", "BBB", 1, "AAA", "BBB", 7)))
                .containsExactly("CHANGED Links: AAA, BBB (2): t");
    }

    /** A title that counts rows is the title of the same table. */
    @Test
    void aTableKeepsItsNameIfItsTitleHoldsANumber() {
        assertThat(between(
                        links("Links; 4 more are not shown", "AAA", "BBB", 1),
                        links("Links; 5 more are not shown", "AAA", "BBB", 2)))
                .containsExactly("CHANGED Links; 4 more are not shown: AAA: t");
    }

    /** What an alternative's figures are has its own place; the demand says only what stands in. */
    @Test
    void recordsOfFiguresAreNotToldTwice() {
        SupplyChain chain =
                WORLD.toBuilder().add(Material.of("lead").asBoundary()).build();
        Side side = chain.ask(Compare.chains()
                        .and(
                                "other",
                                before -> before.toBuilder()
                                        .put(Demand.remainder("tin", t(90)).or(Alternative.of("lead", 1.5, 0.3)))
                                        .build()))
                .side("other");

        assertThat(side.deltas())
                .filteredOn(delta -> delta.place().startsWith("alternatives"))
                .extracting(Delta::before, Delta::after)
                .containsExactly(tuple(Cell.text("[]"), Cell.text("[lead]")));
    }

    private static Cell tons(double low, double high) {
        return Cell.of(new Range(low, high, Unit.T_PER_A));
    }

    @Test
    void whatIsNotThereIsRefused() {
        Compare twice = Compare.chains().and("a", chain -> chain);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> twice.and("a", chain -> chain))
                .withMessage("Side 'a': compared already. Maybe give the other change another name.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORLD.ask(twice).side("b"))
                .withMessage("Side 'b': not compared. Maybe one of [a].");
    }

    /** Random steps, each about something else, whose effect is written down as they are drawn: exactly that is listed. */
    @Test
    void listsExactlyWhatRandomStepsDid() {
        Random random = new Random(70);
        int listed = 0;
        for (int seed = 0; seed < 500; seed++) {
            SupplyChain chain = RandomChains.chain(seed);
            List<Step> steps = new ArrayList<>();
            Map<String, Kind> expected = new TreeMap<>();
            for (Demand demand : chain.demands().values()) {
                if (random.nextBoolean()) {
                    steps.add(Scale.demand(demand.id(), 0.5));
                    if (isMore(demand.rate())) {
                        expected.put("rate of demand '%s'".formatted(demand.id()), Kind.CHANGED);
                    }
                }
            }
            for (Stock stock : chain.stocks().values()) {
                if (random.nextBoolean()) {
                    steps.add(Scale.stock(stock.id(), 2));
                    if (isMore(stock.amount())) {
                        expected.put("amount of stock '%s'".formatted(stock.id()), Kind.CHANGED);
                    }
                }
            }
            Material some = chain.materials().values().iterator().next();
            for (int i = random.nextInt(3); i > 0; i--) {
                String id = "new-" + i;
                steps.add(Add.of(
                        Stock.of(id, some.id().value(), country("AUS"), Figure.stated(1, Unit.T.of(some.basis())))));
                expected.put("stock '%s'".formatted(id), Kind.ADDED);
            }
            SupplyChain.Builder without = chain.with(Scenario.of("steps").then(steps.toArray(Step[]::new))).toBuilder();
            for (LinkId link : chain.links().keySet()) {
                if (random.nextBoolean()) {
                    without.remove(link);
                    expected.put("link '%s'".formatted(link), Kind.REMOVED);
                }
            }
            SupplyChain other = without.build();

            Side side = chain.ask(Compare.chains().and("other", same -> other)).side("other");

            Map<String, Kind> found = new TreeMap<>();
            side.deltas().forEach(delta -> found.put(delta.place(), delta.kind()));
            assertThat(found).as("seed %s", seed).isEqualTo(expected);
            assertThat(side.deltas()).hasSize(expected.size());
            listed += expected.size();
        }
        assertThat(listed).isGreaterThan(1_000);
    }

    private static boolean isMore(Figure figure) {
        return figure.isKnown() && figure.range().high() > 0;
    }

    /** A draw of the uncertainty moves figures and nothing else: those that a plain list of figures tells apart. */
    @Test
    void listsTheFiguresThatADrawMoved() {
        int drawable = 0;
        for (int seed = 0; seed < 300; seed++) {
            SupplyChain chain = RandomChains.chain(seed);
            SupplyChain drawn;
            try {
                drawn = chain.with(Draw.of(seed, 1));
            } catch (IllegalArgumentException e) {
                // Some random chains hardly ever balance.
                continue;
            }
            drawable++;
            Map<String, Figure> before = figures(chain);
            List<String> expected = new ArrayList<>();
            figures(drawn).forEach((place, figure) -> {
                Figure old = before.get(place);
                if (figure.isKnown() && isApart(old.range(), figure.range())) {
                    expected.add(place);
                }
            });

            Side side = chain.ask(Compare.chains().and("drawn", same -> drawn).beyond(Share.percent(5)))
                    .side("drawn");

            assertThat(side.deltas()).extracting(Delta::place).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(side.of(Kind.CHANGED)).hasSameSizeAs(side.deltas());
        }
        assertThat(drawable).isGreaterThan(200);
    }

    private static boolean isApart(Range one, Range other) {
        return isApart(one.low(), other.low()) || isApart(one.high(), other.high());
    }

    private static boolean isApart(double one, double other) {
        return Math.abs(one - other) > 0.05 * Math.max(Math.abs(one), Math.abs(other));
    }

    private static Map<String, Figure> figures(SupplyChain chain) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        chain.forEachFigure((place, figure) -> figures.put(place.toString(), figure));
        return figures;
    }

    /** A delivery draws what its own method chooses of equally good flows, not what lies nearest to the other side. */
    @Test
    void flowsBeforeAndAfterSayWhichOfEquallyGoodOnesTheyAre() {
        Answer answer = TwoOres.CHAIN.ask(Compare.of(Delivery.to(TwoOres.TARGET))
                .and("without Chile", Scenario.of("without Chile").then(Lose.of(country("CHL")))));

        // 6 t of ore b are left for 8 t of metal
        assertThat(answer.show().parts().stream()
                        .filter(BeforeAfter.class::isInstance)
                        .map(part -> ((BeforeAfter) part).caption().year()))
                .singleElement()
                .asString()
                .endsWith("; before and after: of equally good flows those nearest to what was seen, or the cheapest if"
                        + " nothing was seen");
    }
}
