package org.lodegraph.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Entity;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Id;
import org.lodegraph.model.Policy;
import org.lodegraph.scenario.Add;
import org.lodegraph.scenario.Demands;
import org.lodegraph.scenario.Draw;
import org.lodegraph.scenario.Impose;
import org.lodegraph.scenario.Lift;
import org.lodegraph.scenario.Lines;
import org.lodegraph.scenario.Links;
import org.lodegraph.scenario.Lose;
import org.lodegraph.scenario.Release;
import org.lodegraph.scenario.Scale;
import org.lodegraph.scenario.Scenario;
import org.lodegraph.scenario.Selection;
import org.lodegraph.scenario.Step;
import org.lodegraph.scenario.Suppose;

/** Writes a scenario as JSON. */
final class ScenarioWriter {

    private final JsonGenerator json;
    private final Legend legend;

    private ScenarioWriter(JsonGenerator json, Legend legend) {
        this.json = json;
        this.legend = legend;
    }

    static String text(Scenario scenario) {
        Legend legend = legend(scenario);
        return Json.text(json -> new ScenarioWriter(json, legend).write(scenario));
    }

    static String text(List<Scenario> scenarios) {
        Set<String> names = new TreeSet<>();
        for (Scenario scenario : scenarios) {
            if (!names.add(scenario.name())) {
                throw new IllegalArgumentException(
                        "Scenario '%s': it is there twice in the list. Maybe rename one.".formatted(scenario.name()));
            }
        }
        return Json.text(json -> {
            json.writeStartArray();
            for (Scenario scenario : scenarios) {
                new ScenarioWriter(json, legend(scenario)).write(scenario);
            }
            json.writeEndArray();
        });
    }

    private static Legend legend(Scenario scenario) {
        List<Source> sources = new ArrayList<>();
        List<Unit> units = new ArrayList<>();
        for (Scenario.Dated dated : scenario.steps()) {
            if (dated.step() instanceof Release release) {
                release.amount().ifPresent(amount -> units.add(amount.unit()));
            }
            if (dated.step() instanceof Suppose suppose) {
                suppose.figure().ifPresent(figure -> {
                    sources.add(figure.source());
                    units.add(figure.unit());
                });
            }
            for (Entity entity : entities(dated.step())) {
                if (entity instanceof Policy policy) {
                    sources.add(policy.source());
                }
                entity.mapFigures((place, figure) -> {
                    sources.add(figure.source());
                    units.add(figure.unit());
                    return figure;
                });
            }
        }
        return Legend.gather(sources, units);
    }

    private static List<Entity> entities(Step step) {
        if (step instanceof Impose impose) {
            return ImmutableList.of(impose.policy());
        }
        List<Entity> entities = new ArrayList<>();
        if (step instanceof Add add) {
            for (Add.Part part : add.parts()) {
                if (part instanceof Add.Whole whole) {
                    entities.add(whole.entity());
                } else if (part instanceof Add.Extension extension) {
                    entities.add(Facility.at("any", CountryId.NOWHERE).line(extension.line()));
                }
            }
        }
        return entities;
    }

    private void write(Scenario scenario) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", ScenarioSheets.FORMAT);
        json.writeStringField("name", Texts.print(scenario.name()));
        Json.text(json, "description", Texts.print(scenario.description()));
        Output out = new Output(legend);
        LegendSheets.write(legend, out);
        for (Map.Entry<Sheet, List<String[]>> sheet : out.sheets().entrySet()) {
            json.writeArrayFieldStart(sheet.getKey().name());
            for (String[] row : sheet.getValue()) {
                json.writeStartObject();
                JsonRows.write(json, sheet.getKey(), row, 0);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeArrayFieldStart("steps");
        for (Scenario.Dated dated : scenario.steps()) {
            json.writeStartObject();
            if (dated.day().isPresent()) {
                json.writeStringField("day", dated.day().orElseThrow().toString());
            }
            step(dated.step());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void step(Step step) throws IOException {
        json.writeStringField("step", step.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        if (step instanceof Impose impose) {
            Fragments.write(json, impose.policy(), legend);
        } else if (step instanceof Lift lift) {
            json.writeStringField("policy", lift.policy().value());
            Json.text(json, "from", PlaceSheets.from(lift.during()));
            Json.text(json, "until", lift.during().end().map(Object::toString).orElse(""));
        } else if (step instanceof Lose lose) {
            selection("what", lose.what());
        } else if (step instanceof Add add) {
            json.writeArrayFieldStart("parts");
            for (Add.Part part : add.parts()) {
                json.writeStartObject();
                part(part);
                json.writeEndObject();
            }
            json.writeEndArray();
        } else if (step instanceof Scale scale) {
            json.writeStringField("scale", Output.print(scale.what()));
            selection("of", scale.of());
            Json.number(json, "factor", scale.factor());
        } else if (step instanceof Suppose suppose) {
            Output out = new Output(legend);
            out.sheet(
                    ScenarioSheets.SUPPOSITION,
                    ImmutableList.of(suppose),
                    (cells, supposed) -> cells.put("place", supposed.place()).figure("figure", supposed.figure()));
            for (String[] row : out.sheets().getOrDefault(ScenarioSheets.SUPPOSITION, ImmutableList.of())) {
                JsonRows.write(json, ScenarioSheets.SUPPOSITION, row, 0);
            }
        } else if (step instanceof Release release) {
            json.writeStringField("stock", release.stock().value());
            if (release.amount().isPresent()) {
                Json.number(json, "amount", release.amount().orElseThrow().value());
                json.writeStringField(
                        "amount_unit",
                        legend.print(release.amount().orElseThrow().unit()));
            }
            json.writeNumberField("days", release.days());
        } else if (step instanceof Draw draw) {
            json.writeNumberField("seed", draw.seed());
            json.writeNumberField("index", draw.index());
        }
    }

    private void part(Add.Part part) throws IOException {
        if (part instanceof Add.Whole whole) {
            Fragments.write(json, whole.entity(), legend);
        } else if (part instanceof Add.Extension extension) {
            Fragments.write(json, extension, legend);
        } else if (part instanceof Add.Start start) {
            json.writeStringField("start", start.line().value());
            Json.text(json, "day", start.day().map(Object::toString).orElse(""));
        }
    }

    private void selection(String name, Selection selection) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeArrayFieldStart(selection.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        for (Id id : selection.where()) {
            json.writeString(Selections.print(id));
        }
        json.writeEndArray();
        if (selection instanceof Lines lines) {
            Json.text(json, "stage", lines.stage().map(Output::print).orElse(""));
        } else if (selection instanceof Links links) {
            Json.text(json, "origin", links.origin().map(Parties::print).orElse(""));
            Json.text(
                    json, "destination", links.destination().map(Parties::print).orElse(""));
        } else if (selection instanceof Demands demands && demands.application().isPresent()) {
            json.writeStringField(
                    "application", Texts.print(demands.application().orElseThrow(), ""));
        }
        json.writeEndObject();
    }
}
