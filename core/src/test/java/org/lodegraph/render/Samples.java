package org.lodegraph.render;

import static org.lodegraph.measure.Unit.T_PER_A;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Premise;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.report.Bars;
import org.lodegraph.report.BeforeAfter;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Ribbons;
import org.lodegraph.report.Ribbons.Mark;
import org.lodegraph.report.Ribbons.Node;
import org.lodegraph.report.Ribbons.Ribbon;
import org.lodegraph.report.Section;
import org.lodegraph.report.Stacks;
import org.lodegraph.report.Stacks.Piece;
import org.lodegraph.report.Stacks.Stack;
import org.lodegraph.report.Steps;
import org.lodegraph.report.Steps.Series;
import org.lodegraph.report.Steps.Step;
import org.lodegraph.report.Table;
import org.lodegraph.report.Table.Column;
import org.lodegraph.report.Tree;

/** Reports with made-up numbers, shaped like real ones. */
final class Samples {

    static final Unit GA = T_PER_A.of(Basis.contained("Ga"));
    static final Source GUIDE = Source.of("guide", "Made-Up Mineral Guide")
            .by("Sample Bureau")
            .edition("2026")
            .url("https://example.org/guide?a=1&b=2");

    private Samples() {}

    static Caption caption(String title) {
        return Caption.of(title).stage("refining").year(2025).source("Made-Up Mineral Guide 2026");
    }

    static Table table() {
        return Table.of(
                        caption("Refined output by country"),
                        Column.text("country"),
                        Column.number("output", GA),
                        Column.share("share"),
                        Column.number("capacity", GA),
                        Column.count("plants"),
                        Column.text("remark"))
                .row(
                        Cell.text("China"),
                        Cell.number(900, GA),
                        Cell.share(0.9901),
                        Cell.of(new Range(1000, 1300, GA)),
                        Cell.count(21),
                        Cell.text("licences for every shipment since August 2023"))
                .row(
                        Cell.text("Japan"),
                        Cell.number(3, GA),
                        Cell.share(0.0033),
                        Cell.number(10, GA),
                        Cell.count(2),
                        Cell.empty())
                .row(
                        Cell.text("Slovakia"),
                        Cell.unknown("withheld to protect a single company"),
                        Cell.empty(),
                        Cell.number(8, GA),
                        Cell.count(1),
                        Cell.text("recycles new scrap"))
                .row(
                        Cell.text("South Korea"),
                        Cell.number(6, GA),
                        Cell.share(0.0066),
                        Cell.unknown("announced, no figure"),
                        Cell.count(1),
                        Cell.empty())
                .total(
                        Cell.text("World"),
                        Cell.number(909, GA),
                        Cell.share(1),
                        Cell.of(new Range(1018, 1318, GA)),
                        Cell.count(25),
                        Cell.empty());
    }

    static Bars bars() {
        return Bars.of(caption("What could reach the need within a year"), GA)
                .bar("China", Cell.number(16, GA))
                .bar("Japan, from scrap and from crude metal that Kazakhstan once made", Cell.of(new Range(3, 8, GA)))
                .bar("South Korea", Cell.of(new Range(0, 5, GA)))
                .bar("Slovakia", Cell.unknown("withheld"))
                .bar("Stocks", Cell.of(new Range(4, Double.POSITIVE_INFINITY, GA)))
                .reference("need", 19.7);
    }

    static Stacks stacks() {
        return Stacks.of(
                caption("Who makes it at each stage").stage(""),
                new Stack(
                        "Bauxite",
                        List.of(
                                new Piece("Guinea", 0.32),
                                new Piece("Australia", 0.25),
                                new Piece("China", 0.21),
                                new Piece("Brazil", 0.07),
                                new Piece("India", 0.06),
                                new Piece("others", 0.09)),
                        "HHI 0.22"),
                new Stack(
                        "Alumina",
                        List.of(
                                new Piece("China", 0.59),
                                new Piece("Australia", 0.13),
                                new Piece("Brazil", 0.08),
                                new Piece("India", 0.06)),
                        "HHI 0.38 to 0.40"),
                new Stack(
                        "Crude gallium",
                        List.of(
                                new Piece("China", 0.99),
                                new Piece("Japan", 0.004),
                                new Piece("South Korea", 0.004),
                                new Piece("Russia", 0.002)),
                        "HHI 0.98"));
    }

    static Ribbons ribbons() {
        List<Node> nodes = List.of(
                new Node("cn0", "China", 0),
                new Node("ca0", "Canada", 0),
                new Node("de0", "Germany", 0),
                new Node("jp0", "Japan", 0),
                new Node("cn1", "China", 1),
                new Node("jp1", "Japan", 1),
                new Node("us1", "United States", 1),
                new Node("sk1", "Slovakia", 1),
                new Node("us2", "United States", 2),
                new Node("jp2", "Japan", 2),
                new Node("eu2", "European Union", 2),
                new Node("row2", "Rest of the world", 2));
        List<Ribbon> ribbons = List.of(
                Ribbon.of("cn0", "cn1", 420),
                Ribbon.of("cn0", "jp1", 60).mark(Mark.LOST),
                Ribbon.of("cn0", "us1", 40).mark(Mark.BLOCKED),
                Ribbon.of("jp0", "jp1", 20),
                Ribbon.of("ca0", "us1", 12).mark(Mark.GAINED),
                Ribbon.of("de0", "sk1", 9),
                Ribbon.of("cn1", "row2", 300),
                Ribbon.of("cn1", "jp2", 90),
                Ribbon.of("cn1", "eu2", 30),
                Ribbon.of("jp1", "jp2", 50),
                Ribbon.of("jp1", "us2", 30),
                Ribbon.of("us1", "us2", 52),
                Ribbon.of("sk1", "eu2", 9),
                Ribbon.of("de0", "eu2", 0.02));
        return Ribbons.of(caption("Where it flows"), GA, nodes, ribbons).layers("crude", "refined", "use");
    }

    static Ribbons pair() {
        return Ribbons.of(
                caption("Shipments to users"),
                GA,
                List.of(
                        new Node("cn", "China", 0),
                        new Node("jp", "Japan", 0),
                        new Node("de", "Germany", 0),
                        new Node("us", "United States", 1),
                        new Node("ru", "Russia", 1)),
                List.of(
                        Ribbon.of("cn", "us", 12),
                        Ribbon.of("jp", "us", 3),
                        Ribbon.of("de", "us", 2),
                        Ribbon.of("cn", "ru", 5)));
    }

    static BeforeAfter beforeAfter() {
        Ribbons after = Ribbons.of(
                caption("Shipments to users"),
                GA,
                pair().nodes(),
                List.of(
                        Ribbon.of("cn", "us", 5),
                        Ribbon.of("jp", "us", 4),
                        Ribbon.of("de", "us", 2),
                        Ribbon.of("cn", "ru", 5)));
        return BeforeAfter.of(caption("Shipments to users, before and after"), pair(), after);
    }

    static Steps steps() {
        return Steps.of(
                        caption("Delivery on the days around each control"),
                        GA,
                        LocalDate.of(2026, 6, 30),
                        Series.of(
                                "best case",
                                new Step(LocalDate.of(2023, 1, 1), Cell.number(19.7, GA)),
                                new Step(LocalDate.of(2023, 8, 1), Cell.of(new Range(12, 19.7, GA))),
                                new Step(LocalDate.of(2024, 12, 3), Cell.of(new Range(3, 9, GA))),
                                new Step(LocalDate.of(2025, 11, 9), Cell.of(new Range(12, 19.7, GA)))),
                        Series.of(
                                "as recorded",
                                Step.year(2023, Cell.number(10.8, GA)),
                                Step.year(2024, Cell.number(21, GA)),
                                Step.year(2025, Cell.number(25, GA)),
                                Step.year(2026, Cell.unknown("not yet published"))))
                .event(LocalDate.of(2023, 8, 1), "licences begin")
                .event(LocalDate.of(2024, 12, 3), "ban on shipments to the United States")
                .event(LocalDate.of(2025, 11, 9), "ban suspended");
    }

    static Tree tree() {
        return new Tree(
                caption("Where the number comes from"),
                Tree.Node.of(
                        "delivery",
                        Cell.of(new Range(3, 9, GA)),
                        Tree.Node.of("Japan's refineries", Cell.number(3, GA)).remark("observed output"),
                        Tree.Node.of(
                                        "South Korea's refinery",
                                        Cell.of(new Range(0, 6, GA)),
                                        Tree.Node.of("nameplate", Cell.number(16, GA)),
                                        Tree.Node.of("utilization", Cell.unknown("never published")))
                                .remark("restart within a year")));
    }

    static Report report() {
        List<Premise> assumptions = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            assumptions.add(new Premise(
                    "effective capacity of line",
                    "effective capacity of line 'plant/%s': 10 t/a".formatted(i),
                    "not published, read as the nameplate"));
        }
        return Report.of("Gallium: who can choke it?")
                .subtitle("A sample with made-up numbers, shaped like a real answer.")
                .and(
                        Note.finding(
                                "One country refines 99 % of the metal; the rest of the world could replace 3 to 9 t/a of the 19.7 t/a needed."),
                        Section.of("Who makes it", stacks(), table()),
                        Section.of(
                                        "Where it goes",
                                        ribbons(),
                                        pair(),
                                        Note.warning("Flows are one representative of many."))
                                .subtitle("Flows of one year, before and after the ban."),
                        Section.of(
                                "What a ban does",
                                steps(),
                                bars(),
                                tree(),
                                Note.method("Best case: everybody reroutes."),
                                Note.assumption("No stocks are released.")))
                .citing(List.of(
                        GUIDE,
                        Source.of("yearbook", "Yearbook of Nothing").licensed("CC BY 4.0", "Contains made-up data.")))
                .assuming(assumptions);
    }
}
