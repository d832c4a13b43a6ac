package org.lodegraph.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
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
import org.lodegraph.report.Tree;

/** A report as one long table. */
final class AnswerCsv {

    static final Sheet SHEET = Sheet.of(
                    "answer.csv", "part", "kind", "title", "row", "column", "text", "low", "high", "unit", "reason")
            .number("low")
            .number("high");

    private final CsvWriter csv;

    private AnswerCsv(CsvWriter csv) {
        this.csv = csv;
    }

    static String text(Report report) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(SHEET.names());
            new AnswerCsv(csv).parts("", report.parts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void parts(String above, List<Part> parts) {
        for (int i = 0; i < parts.size(); i++) {
            part(above + (i + 1), parts.get(i));
        }
    }

    private static void ribbons(Place place, Ribbons ribbons) {
        ribbons.ribbons()
                .forEach(ribbon -> place.row(
                        ribbon.source(),
                        ribbon.target(),
                        Output.print(ribbon.mark()),
                        Range.exactly(ribbon.value(), ribbons.unit()),
                        ""));
    }

    private void part(String number, Part part) {
        if (part instanceof Section section) {
            parts(number + ".", section.parts());
        } else if (part instanceof Note note) {
            new Place(number, "note", "").text("", Output.print(note.kind()), note.text());
        } else if (part instanceof Table table) {
            Place place = new Place(number, "table", table.caption().title());
            for (int row = 0; row < table.rows().size(); row++) {
                row(place, table, String.valueOf(row + 1), table.rows().get(row));
            }
            row(place, table, "total", table.total());
        } else if (part instanceof Bars bars) {
            Place place = new Place(number, "bars", bars.caption().title());
            bars.bars().forEach(bar -> place.cell(bar.label(), "", bar.value()));
            bars.reference()
                    .ifPresent(mark -> place.cell(mark.label(), "reference", Cell.number(mark.value(), bars.unit())));
        } else if (part instanceof Stacks stacks) {
            Place place = new Place(number, "stacks", stacks.caption().title());
            stacks.stacks()
                    .forEach(stack -> stack.pieces()
                            .forEach(piece ->
                                    place.cell(stack.label(), piece.label(), Cell.number(piece.share(), Unit.SHARE))));
        } else if (part instanceof Ribbons ribbons) {
            ribbons(new Place(number, "ribbons", ribbons.caption().title()), ribbons);
        } else if (part instanceof BeforeAfter both) {
            ribbons(new Place(number, "before", both.caption().title()), both.before());
            ribbons(new Place(number, "after", both.caption().title()), both.after());
        } else if (part instanceof Network network) {
            Place place = new Place(number, "network", network.caption().title());
            network.nodes().forEach(node -> {
                place.text(node.id(), "label", node.label());
                place.text(node.id(), "needs", Output.print(node.needs()));
                place.text(node.id(), "mark", Output.print(node.mark()));
            });
            network.links().forEach(link -> place.text(link.source(), link.target(), Output.print(link.mark())));
        } else if (part instanceof Steps steps) {
            Place place = new Place(number, "steps", steps.caption().title());
            steps.series()
                    .forEach(line -> line.steps()
                            .forEach(step ->
                                    place.cell(line.label(), step.since().toString(), step.value())));
            steps.events().forEach(event -> place.text("event", event.day().toString(), event.label()));
        } else if (part instanceof Tree tree) {
            node(new Place(number, "tree", tree.caption().title()), "", tree.root());
        }
    }

    private static void row(Place place, Table table, String row, List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            place.cell(row, table.columns().get(i).header(), cells.get(i));
        }
    }

    private static void node(Place place, String above, Tree.Node node) {
        String path = above + node.label();
        place.cell(path, node.remark(), node.value());
        node.children().forEach(child -> node(place, path + " / ", child));
    }

    /** Where in the report a row comes from. */
    private final class Place {
        private final String number;
        private final String kind;
        private final String title;

        Place(String number, String kind, String title) {
            this.number = number;
            this.kind = kind;
            this.title = title;
        }

        void cell(String row, String column, Cell cell) {
            if (cell instanceof Cell.Amount amount) {
                row(row, column, "", amount.range(), "");
            } else if (cell instanceof Cell.Missing missing && missing.isUnknown()) {
                write(row, column, "", "", "", "", missing.why());
            } else if (cell instanceof Cell.Text words) {
                text(row, column, words.text());
            }
        }

        void text(String row, String column, String text) {
            write(row, column, text, "", "", "", "");
        }

        void row(String row, String column, String text, Range range, String reason) {
            boolean finite = Double.isFinite(range.low()) && Double.isFinite(range.high());
            write(
                    row,
                    column,
                    text,
                    number(range.low()),
                    number(range.high()),
                    range.unit().toString(),
                    finite ? reason : "unlimited");
        }

        private void write(String row, String column, String text, String low, String high, String unit, String why) {
            csv.writeRecord(
                    number,
                    kind,
                    Texts.print(title),
                    Texts.print(row),
                    Texts.print(column),
                    Texts.print(text),
                    low,
                    high,
                    unit,
                    Texts.print(why));
        }

        private static String number(double value) {
            return Double.isFinite(value) ? Numbers.exact(Numbers.published(value)) : "";
        }
    }
}
