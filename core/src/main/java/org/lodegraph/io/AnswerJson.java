package org.lodegraph.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.List;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.report.Bars;
import org.lodegraph.report.BeforeAfter;
import org.lodegraph.report.Caption;
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

/** A report as JSON, part by part. */
final class AnswerJson {

    private final JsonGenerator json;

    private AnswerJson(JsonGenerator json) {
        this.json = json;
    }

    static String text(Report report) {
        return Json.text(json -> new AnswerJson(json).report(report));
    }

    private void report(Report report) throws IOException {
        json.writeStartObject();
        json.writeStringField("title", report.title());
        Json.text(json, "subtitle", report.subtitle());
        parts(report.parts());
        array("sources", report.sources(), this::source);
        array("assumptions", report.assumptions(), json::writeString);
        json.writeEndObject();
    }

    private void parts(List<Part> parts) throws IOException {
        array("parts", parts, part -> {
            json.writeStartObject();
            part(part);
            json.writeEndObject();
        });
    }

    private void part(Part part) throws IOException {
        if (part instanceof Section section) {
            json.writeStringField("kind", "section");
            json.writeStringField("title", section.title());
            Json.text(json, "subtitle", section.subtitle());
            parts(section.parts());
        } else if (part instanceof Note note) {
            json.writeStringField("kind", Output.print(note.kind()));
            json.writeStringField("text", note.text());
        } else if (part instanceof Table table) {
            table(table);
        } else if (part instanceof Bars bars) {
            start("bars", bars.caption());
            array("bars", bars.bars(), bar -> labelled(bar.label(), "value", bar.value()));
            if (bars.reference().isPresent()) {
                Bars.Reference mark = bars.reference().orElseThrow();
                json.writeFieldName("reference");
                labelled(mark.label(), "value", Cell.number(mark.value(), bars.unit()));
            }
        } else if (part instanceof Stacks stacks) {
            start("stacks", stacks.caption());
            array("stacks", stacks.stacks(), this::stack);
        } else if (part instanceof Ribbons ribbons) {
            ribbons(ribbons);
        } else if (part instanceof Network network) {
            network(network);
        } else if (part instanceof BeforeAfter both) {
            both(both);
        } else if (part instanceof Steps steps) {
            steps(steps);
        } else if (part instanceof Tree tree) {
            start("tree", tree.caption());
            json.writeFieldName("root");
            node(tree.root());
        }
    }

    private void start(String kind, Caption caption) throws IOException {
        json.writeStringField("kind", kind);
        json.writeStringField("title", caption.title());
        Json.text(json, "stage", caption.stage());
        Json.text(json, "basis", caption.basis());
        Json.text(json, "year", caption.year());
        Json.text(json, "source", caption.source());
    }

    private void table(Table table) throws IOException {
        start("table", table.caption());
        array("columns", table.columns(), column -> {
            json.writeStartObject();
            json.writeStringField("header", column.header());
            if (column.unit().isPresent()) {
                json.writeStringField("unit", column.unit().orElseThrow().toString());
            }
            json.writeEndObject();
        });
        array("rows", table.rows(), this::cells);
        if (!table.total().isEmpty()) {
            json.writeFieldName("total");
            cells(table.total());
        }
    }

    private void cells(List<Cell> cells) throws IOException {
        json.writeStartArray();
        for (Cell cell : cells) {
            cell(cell);
        }
        json.writeEndArray();
    }

    private void stack(Stacks.Stack stack) throws IOException {
        json.writeStartObject();
        json.writeStringField("label", stack.label());
        array(
                "pieces",
                stack.pieces(),
                piece -> labelled(piece.label(), "share", Cell.number(piece.share(), Unit.SHARE)));
        Json.text(json, "remark", stack.remark());
        json.writeEndObject();
    }

    private void both(BeforeAfter both) throws IOException {
        start("before-after", both.caption());
        for (Ribbons side : ImmutableList.of(both.before(), both.after())) {
            json.writeFieldName(side == both.before() ? "before" : "after");
            json.writeStartObject();
            ribbons(side);
            json.writeEndObject();
        }
    }

    private void ribbons(Ribbons ribbons) throws IOException {
        start("ribbons", ribbons.caption());
        array("layers", ribbons.layers(), json::writeString);
        array("nodes", ribbons.nodes(), node -> {
            json.writeStartObject();
            json.writeStringField("id", node.id());
            json.writeStringField("label", node.label());
            json.writeNumberField("layer", node.layer());
            json.writeEndObject();
        });
        array("ribbons", ribbons.ribbons(), ribbon -> {
            json.writeStartObject();
            json.writeStringField("source", ribbon.source());
            json.writeStringField("target", ribbon.target());
            json.writeStringField("mark", Output.print(ribbon.mark()));
            json.writeFieldName("value");
            cell(Cell.number(ribbon.value(), ribbons.unit()));
            json.writeEndObject();
        });
    }

    private void network(Network network) throws IOException {
        start("network", network.caption());
        array("nodes", network.nodes(), node -> {
            json.writeStartObject();
            json.writeStringField("id", node.id());
            json.writeStringField("label", node.label());
            json.writeNumberField("layer", node.layer());
            json.writeStringField("needs", Output.print(node.needs()));
            array("places", node.places(), json::writeString);
            array("details", node.details(), json::writeString);
            json.writeStringField("mark", Output.print(node.mark()));
            Json.text(json, "remark", node.remark());
            json.writeEndObject();
        });
        array("links", network.links(), link -> {
            json.writeStartObject();
            json.writeStringField("source", link.source());
            json.writeStringField("target", link.target());
            json.writeStringField("mark", Output.print(link.mark()));
            json.writeEndObject();
        });
    }

    private void steps(Steps steps) throws IOException {
        start("steps", steps.caption());
        json.writeStringField("end", steps.end().toString());
        array("series", steps.series(), line -> {
            json.writeStartObject();
            json.writeStringField("label", line.label());
            array("steps", line.steps(), step -> {
                json.writeStartObject();
                json.writeStringField("since", step.since().toString());
                json.writeFieldName("value");
                cell(step.value());
                json.writeEndObject();
            });
            json.writeEndObject();
        });
        array("events", steps.events(), event -> {
            json.writeStartObject();
            json.writeStringField("day", event.day().toString());
            json.writeStringField("label", event.label());
            json.writeEndObject();
        });
    }

    private void node(Tree.Node node) throws IOException {
        json.writeStartObject();
        json.writeStringField("label", node.label());
        json.writeFieldName("value");
        cell(node.value());
        Json.text(json, "remark", node.remark());
        array("children", node.children(), this::node);
        json.writeEndObject();
    }

    private void labelled(String label, String name, Cell cell) throws IOException {
        json.writeStartObject();
        json.writeStringField("label", label);
        json.writeFieldName(name);
        cell(cell);
        json.writeEndObject();
    }

    private void cell(Cell cell) throws IOException {
        if (cell instanceof Cell.Text words) {
            json.writeString(words.text());
        } else if (cell instanceof Cell.Amount amount) {
            Range range = amount.range();
            json.writeStartObject();
            Json.number(json, "low", Numbers.published(range.low()));
            Json.number(json, "high", Numbers.published(range.high()));
            json.writeStringField("unit", range.unit().toString());
            if (Double.isInfinite(range.low()) || Double.isInfinite(range.high())) {
                json.writeStringField("reason", "unlimited");
            }
            json.writeEndObject();
        } else if (cell instanceof Cell.Missing missing && missing.isUnknown()) {
            json.writeStartObject();
            json.writeNullField("low");
            json.writeNullField("high");
            json.writeStringField("reason", missing.why());
            json.writeEndObject();
        } else {
            json.writeNull();
        }
    }

    private void source(Source source) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", source.id());
        json.writeStringField("title", source.title());
        Json.text(json, "publisher", source.publisher());
        Json.text(json, "edition", source.edition());
        Json.text(json, "locator", source.locator());
        Json.text(json, "url", source.url());
        Json.text(json, "licence", source.licence());
        Json.text(json, "acknowledgement", source.acknowledgement());
        json.writeEndObject();
    }

    /** Writes one item. */
    @FunctionalInterface
    private interface Item<T> {
        void write(T item) throws IOException;
    }

    private <T> void array(String name, List<T> items, Item<T> item) throws IOException {
        json.writeArrayFieldStart(name);
        for (T each : items) {
            item.write(each);
        }
        json.writeEndArray();
    }
}
