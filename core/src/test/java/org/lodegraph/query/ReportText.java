package org.lodegraph.query;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.lodegraph.measure.Numbers;
import org.lodegraph.report.Bars;
import org.lodegraph.report.BeforeAfter;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Network;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Ribbons;
import org.lodegraph.report.Section;
import org.lodegraph.report.Stacks;
import org.lodegraph.report.Steps;
import org.lodegraph.report.Table;

/** Writes a report down, line by line, for goldens: what it says, not how it is drawn. */
final class ReportText {

    private ReportText() {}

    static String of(Report report) {
        StringBuilder text = new StringBuilder();
        text.append("# %s%n%s%n".formatted(report.title(), report.subtitle()));
        report.parts().forEach(part -> text.append(part(part)));
        report.assumptions().forEach(line -> text.append("Assumed: %s%n".formatted(line)));
        report.sources().forEach(line -> text.append("Source: %s%n".formatted(line)));
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static String part(Part part) {
        if (part instanceof Note note) {
            return note.kind() + " " + note.text() + "\n";
        }
        if (part instanceof Section section) {
            return "## %s\n".formatted(section.title())
                    + section.parts().stream().map(ReportText::part).collect(joining());
        }
        if (part instanceof Table whole) {
            Table table = whole.seen();
            String head = "%s [%s]\n"
                            .formatted(
                                    table.caption().title(),
                                    String.join(", ", table.caption().facts()))
                    + table.columns().stream().map(Table.Column::header).collect(joining(" | "))
                    + "\n";
            return head + table.rows().stream().map(ReportText::row).collect(joining()) + row(table.total());
        }
        if (part instanceof Stacks stacks) {
            return stacks.stacks().stream().map(ReportText::stack).collect(joining());
        }
        if (part instanceof Bars bars) {
            return bars.bars().stream()
                            .map(bar -> bar.label() + ": " + cell(bar.value()) + "\n")
                            .collect(joining())
                    + bars.reference()
                            .map(line -> "%s: %s\n".formatted(line.label(), Numbers.brief(line.value())))
                            .orElse("");
        }
        if (part instanceof BeforeAfter both) {
            return both.caption().title() + "\n" + ribbons("before", both.before()) + ribbons("after", both.after());
        }
        if (part instanceof Steps steps) {
            return steps.series().stream().map(ReportText::series).collect(joining());
        }
        if (part instanceof Network network) {
            return network.caption().title() + "\n"
                    + network.nodes().stream().map(ReportText::node).collect(joining());
        }
        throw new IllegalArgumentException("Part '%s': not expected here. Maybe write it down too.".formatted(part));
    }

    private static String node(Network.Node node) {
        return "%s %s %s %s %s\n".formatted(node.layer(), node.label(), node.places(), node.mark(), node.remark());
    }

    private static String ribbons(String when, Ribbons ribbons) {
        return ribbons.ribbons().stream()
                .map(each -> "%s: %s > %s: %s %s\n"
                        .formatted(when, each.source(), each.target(), Numbers.brief(each.value()), each.mark()))
                .collect(joining());
    }

    private static String series(Steps.Series series) {
        return series.steps().stream()
                .map(step -> "%s from %s: %s\n".formatted(series.label(), step.since(), cell(step.value())))
                .collect(joining());
    }

    private static String row(List<Cell> cells) {
        return cells.stream().map(ReportText::cell).collect(joining(" | ")) + "\n";
    }

    private static String cell(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.text();
        }
        return cell instanceof Cell.Amount amount
                ? amount.range().toString()
                : ((Cell.Missing) cell).isUnknown() ? "?" + ((Cell.Missing) cell).why() : "";
    }

    private static String stack(Stacks.Stack stack) {
        return "%s: %s (%s)\n"
                .formatted(
                        stack.label(),
                        stack.pieces().stream()
                                .map(piece -> piece.label() + " " + Numbers.percent(piece.share()))
                                .collect(joining(", ")),
                        stack.remark());
    }
}
