package org.lodegraph.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Premise;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.report.Ribbons.Mark;
import org.lodegraph.report.Ribbons.Node;
import org.lodegraph.report.Ribbons.Ribbon;
import org.lodegraph.report.Stacks.Piece;
import org.lodegraph.report.Stacks.Stack;
import org.lodegraph.report.Steps.Series;
import org.lodegraph.report.Steps.Step;
import org.lodegraph.report.Table.Column;

class ReportTest {

    private static final Caption CAPTION = Caption.of("Who makes it");
    private static final Source USGS = Source.of("usgs", "Mineral Commodity Summaries");
    private static final Source BGS = Source.of("bgs", "World Mineral Statistics");

    private static Table table() {
        return Table.of(CAPTION, Column.text("country"), Column.number("output", Unit.T_PER_A))
                .row(Cell.text("China"), Cell.number(900, Unit.T_PER_A))
                .row(Cell.text("Japan"), Cell.unknown("withheld"));
    }

    @Test
    void joinedReportsBecomeSectionsAndShareOneFoot() {
        Report first = Report.of("Gallium", table())
                .subtitle("2025")
                .citing(List.of(USGS, BGS))
                .assuming(List.of(Premise.of("capacity as output")));
        Report second = Report.of("Germanium")
                .citing(List.of(BGS))
                .assuming(List.of(Premise.of("capacity as output"), Premise.of("no stocks")));

        Report joined = Report.joining("Both", first, second);

        assertThat(joined.parts())
                .containsExactly(Section.of("Gallium", table()).subtitle("2025"), Section.of("Germanium"));
        assertThat(joined.sources()).containsExactly(USGS, BGS);
        assertThat(joined.assumptions()).containsExactly("capacity as output", "no stocks");
    }

    /** Two of two, or of three, are all; two of four leave two. */
    @Test
    void peopleAreToldHowManyRowsTheyDoNotSee() {
        Table three = table().row(Cell.text("Korea"), Cell.number(5, Unit.T_PER_A));
        Table four = three.row(Cell.text("Peru"), Cell.number(4, Unit.T_PER_A));

        assertThat(table().showing(2).seen()).isEqualTo(table());
        assertThat(three.showing(2).seen())
                .as("a row that says so would be as long")
                .isEqualTo(three);
        assertThat(four.showing(2).rows()).isEqualTo(four.rows());
        assertThat(four.showing(2).seen()).isEqualTo(table().row(Cell.text("2 not shown"), Cell.empty()));
        assertThat(four.showing(2).row(Cell.text("Chile"), Cell.empty()).seen().rows())
                .as("more rows are seen again until it is cut again")
                .hasSize(5);
    }

    @Test
    void assumptionsAreGroupedByKindAndTheListStaysComplete() {
        Report report = Report.of("Gallium")
                .assuming(List.of(
                        nameplate("chn/smelt"),
                        Premise.of("no stocks"),
                        new Premise("output of line", "output of line 'a': 1 t/a", "guessed"),
                        nameplate("jpn/smelt"),
                        nameplate("chn/smelt"),
                        new Premise("output of line", "output of line 'b': 2 t/a", "of last year"),
                        new Premise("rate of demand", "rate of demand 'c': 3 t/a", "no table")));

        assertThat(report.assumptions())
                .containsExactly(
                        "effective capacity of line 'chn/smelt' (read as the nameplate)",
                        "no stocks",
                        "output of line 'a': 1 t/a (guessed)",
                        "effective capacity of line 'jpn/smelt' (read as the nameplate)",
                        "output of line 'b': 2 t/a (of last year)",
                        "rate of demand 'c': 3 t/a (no table)");
        assertThat(report.assumptionsByKind())
                .extracting(kind -> kind.heading() + " " + kind.entries())
                .containsExactly(
                        "effective capacity of line, read as the nameplate: 2 ['chn/smelt', 'jpn/smelt']",
                        "no stocks []",
                        "output of line: 2 ['a': 1 t/a (guessed), 'b': 2 t/a (of last year)]",
                        "rate of demand 'c': 3 t/a (no table) []");
    }

    private static Premise nameplate(String line) {
        return new Premise(
                "effective capacity of line",
                "effective capacity of line '%s'".formatted(line),
                "read as the nameplate");
    }

    @Test
    void aComputedCaptionNamesEachPublisherOnceWithItsEditions() {
        Source first = Source.of("usgs-2025", "Summaries").by("USGS").edition("2025");
        Source second = Source.of("usgs-2026", "Summaries").by("USGS").edition("2026");

        assertThat(CAPTION.computedFrom(List.of(second, first, second.at("tin"), BGS))
                        .source())
                .isEqualTo("computed from USGS 2025 and 2026, World Mineral Statistics");
        assertThat(CAPTION.computedFrom(List.of()).source()).isEmpty();
    }

    @Test
    void whatIsAddedIsAddedToACopy() {
        Report before = Report.of("Gallium");
        Report after = before.and(table(), Note.finding("one country makes it"));

        assertThat(before.parts()).isEmpty();
        assertThat(after.parts()).containsExactly(table(), Note.finding("one country makes it"));
        assertThat(after.show()).isSameAs(after);
        assertThat(after.opening(Note.finding("in short")).parts())
                .containsExactly(Note.finding("in short"), table(), Note.finding("one country makes it"));
        assertThat(after).isEqualTo(Report.of("Gallium", table(), Note.finding("one country makes it")));
    }

    @Test
    void rowsAreCopiedToTheBottom() {
        List<Cell> row = new ArrayList<>(List.of(Cell.text("China"), Cell.empty()));
        Table table = Table.of(CAPTION, Column.text("a"), Column.text("b")).rows(List.of(row));
        row.set(0, Cell.text("changed"));

        assertThat(table.rows()).containsExactly(List.of(Cell.text("China"), Cell.empty()));
    }

    @Test
    void aFigureShowsItsRangeOrTheReasonWhyThereIsNone() {
        assertThat(Cell.of(Figure.stated(3, Unit.T))).isEqualTo(Cell.number(3, Unit.T));
        assertThat(Cell.of(Figure.unknown(Unit.T, "withheld"))).isEqualTo(Cell.unknown("withheld"));
        assertThat(Cell.unknown("withheld").isUnknown()).isTrue();
        assertThat(Cell.empty().isUnknown()).isFalse();
    }

    @Test
    void captionsListWhatIsKnownInOrder() {
        assertThat(CAPTION.source(USGS.by("USGS")).year(2025).stage("refining").facts())
                .containsExactly("refining", "2025", "USGS, Mineral Commodity Summaries");
    }

    @Test
    void ribbonsLeadUpward() {
        List<Node> nodes = List.of(new Node("a", "A", 0), new Node("b", "B", 1));
        Ribbon back = Ribbon.of("b", "a", 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ribbons.of(CAPTION, Unit.T, nodes, List.of(back)))
                .withMessage("Ribbons 'Who makes it': the ribbon b -> a leads from layer 1 to 0."
                        + " Maybe give what returns a node in a higher layer.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ribbons.of(CAPTION, Unit.T, nodes, List.of(Ribbon.of("a", "c", 1))))
                .withMessage("Ribbons 'Who makes it': no node 'c' (ribbon a -> c seen). Maybe add it.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ribbons.of(CAPTION, Unit.T, List.of(nodes.get(0), nodes.get(0)), List.of()))
                .withMessageStartingWith("Ribbons 'Who makes it': two nodes have the id 'a'.");
        assertThat(Ribbon.of("a", "b", 2).mark(Mark.LOST)).isEqualTo(new Ribbon("a", "b", 2, Mark.LOST));
    }

    @Test
    void onePictureSpeaksOneUnit() {
        Cell.Value tonnes = Cell.number(3, Unit.T);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bars.of(CAPTION, Unit.KG).bar("China", tonnes))
                .withMessage("Bars 'Who makes it': 'China' is not in kg (seen: 3 t). Maybe convert it first.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Steps.of(
                        CAPTION, Unit.KG, LocalDate.of(2026, 1, 1), Series.of("China", Step.year(2025, tonnes))))
                .withMessageStartingWith("Steps 'Who makes it': 'China' is not in kg");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Table.of(CAPTION, Column.number("output", Unit.KG)).row(Cell.number(3, Unit.T)))
                .withMessage("Table 'Who makes it': row 1, column 'output' is in kg (seen: 3 t)."
                        + " Maybe convert it, or leave the column's unit out.");
    }

    @Test
    void misshapenPartsSayWhatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table().row(Cell.text("alone")))
                .withMessage("Table 'Who makes it': row 3 has 1 cells for 2 columns."
                        + " Maybe Cell.empty() where nothing belongs.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stack.of("mine", new Piece("A", 0.7), new Piece("B", 0.5)))
                .withMessageStartingWith("Stack 'mine': its shares add up to 1.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Series.of("A", Step.year(2025, Cell.empty()), Step.year(2024, Cell.empty())))
                .withMessage("Series 'A': 2024-01-01 does not follow 2025-01-01. Maybe sort the steps by day.");
        assertThatIllegalArgumentException().isThrownBy(() -> Report.of(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> Note.warning(""));
        assertThatIllegalArgumentException().isThrownBy(() -> Cell.unknown(""));
        assertThatIllegalArgumentException().isThrownBy(() -> Ribbon.of("a", "b", Double.NaN));
    }

    @Test
    void aTotalIsCheckedLikeARow() {
        assertThat(table().total(Cell.text("all"), Cell.of(new Range(900, 910, Unit.T_PER_A)))
                        .total())
                .hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table().total(Cell.text("all")))
                .withMessageContaining("the total has 1 cells for 2 columns");
    }

    @Test
    void aNetworkHoldsTogether() {
        List<Network.Node> nodes = List.of(
                Network.Node.of("a", "A", 0, Network.Needs.ANY), Network.Node.of("b", "B", 1, Network.Needs.ALL));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Network(CAPTION, nodes, List.of(Network.Link.of("a", "c"))))
                .withMessage("Network 'Who makes it': no node 'c' (link a -> c seen). Maybe add it.");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Network(CAPTION, nodes, List.of(Network.Link.of("a", "b"), Network.Link.of("a", "b"))))
                .withMessage("Network 'Who makes it': two links a -> b. Maybe join them.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Network(CAPTION, List.of(nodes.get(0), nodes.get(0)), List.of()))
                .withMessage("Network 'Who makes it': two nodes have the id 'a'. Maybe add its kind to it.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.Node.of("a", "A", -1, Network.Needs.END))
                .withMessage("Node 'a': the layer is -1. Maybe count layers from 0.");
    }

    /** 10 becomes 6 and 4 is lost; 2 becomes 5 and 3 is gained; 1 is gone; 7 stays. */
    @Test
    void flowsBeforeAndAfterAreKeptLostAndGained() {
        List<Ribbons.Node> nodes = List.of(
                new Ribbons.Node("a", "a", 0),
                new Ribbons.Node("b", "b", 0),
                new Ribbons.Node("c", "c", 1),
                new Ribbons.Node("d", "d", 1));
        Ribbons before = Ribbons.of(
                Caption.of("flows"),
                Unit.T,
                nodes,
                List.of(ribbon("a", "c", 10), ribbon("a", "d", 2), ribbon("b", "c", 1), ribbon("b", "d", 7)));
        Ribbons after = Ribbons.of(
                Caption.of("flows"),
                Unit.T,
                nodes,
                List.of(ribbon("a", "c", 6), ribbon("a", "d", 5), ribbon("b", "d", 7)));
        BeforeAfter both = BeforeAfter.of(Caption.of("what changes"), before, after);

        assertThat(both.before().ribbons())
                .containsExactly(
                        ribbon("a", "c", 6),
                        ribbon("a", "c", 4).mark(Ribbons.Mark.LOST),
                        ribbon("a", "d", 2),
                        ribbon("b", "c", 1).mark(Ribbons.Mark.LOST),
                        ribbon("b", "d", 7));
        assertThat(both.after().ribbons())
                .containsExactly(
                        ribbon("a", "c", 6),
                        ribbon("a", "d", 2),
                        ribbon("a", "d", 3).mark(Ribbons.Mark.GAINED),
                        ribbon("b", "d", 7));
        assertThat(both.isSame()).isFalse();
        assertThat(BeforeAfter.of(Caption.of("nothing"), before, before).isSame())
                .isTrue();
    }

    private static Ribbons.Ribbon ribbon(String source, String target, double value) {
        return Ribbons.Ribbon.of(source, target, value);
    }
}
