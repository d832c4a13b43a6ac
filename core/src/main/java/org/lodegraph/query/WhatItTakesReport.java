package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Years;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.MaterialId;
import org.lodegraph.query.WhatItTakes.Answer;
import org.lodegraph.query.WhatItTakes.Outlet;
import org.lodegraph.query.WhatItTakes.Route;
import org.lodegraph.query.WhatItTakes.Step;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** How it looks what a companion takes. */
final class WhatItTakesReport {

    private final Answer answer;

    private WhatItTakesReport(Answer answer) {
        this.answer = answer;
    }

    static Report of(Answer answer) {
        return new WhatItTakesReport(answer).report();
    }

    /** So many steps of a route, and lines of a step, are told apart. */
    private static final int STEPS = 10;

    static Tree explanation(Answer answer) {
        WhatItTakesReport report = new WhatItTakesReport(answer);
        return new Tree(
                Caption.of(
                                "What is missing, from the companion back to the mine: what must be made beyond what lines can")
                        .year(Years.text(answer.years()))
                        .computedFrom(answer.sources()),
                Derivation.apart(
                        "%s of %s in %s"
                                .formatted(report.wanted(), answer.question().material(), report.place()),
                        answer.routes().size(),
                        answer.routes().stream()
                                .map(WhatItTakesReport::explained)
                                .toList()));
    }

    private static Tree.Node explained(Route route) {
        Outlet outlet = route.outlet();
        Range unnamed = new Range(0, outlet.unnamed().high(), outlet.unnamed().unit());
        return Derivation.apart(
                "beside %s".formatted(route.link().host()),
                STEPS,
                Stream.concat(
                                Lists.reverse(route.steps()).stream()
                                        .map(step -> Derivation.brief(step.lacking(), STEPS)),
                                Stream.of(Derivation.beyond(
                                        "left over of %s there".formatted(outlet.material()),
                                        Derivation.given("made for the companion", outlet.made(), "as told above"),
                                        Derivation.sum(
                                                "used there",
                                                outlet.made().unit(),
                                                ImmutableList.of(
                                                        Derivation.given(
                                                                "by name",
                                                                outlet.own(),
                                                                "what is wanted there, and what lines there work up"),
                                                        Derivation.given(
                                                                "by others",
                                                                unnamed,
                                                                "anything up to what nobody says who uses"))))))
                        .toList());
    }

    private Report report() {
        List<Part> parts = new ArrayList<>();
        for (Route route : answer.routes()) {
            parts.add(Note.finding(finding(route)));
            parts.add(table(route));
            parts.add(Note.finding(power(route)));
            parts.add(Note.finding(use(route.outlet())));
        }
        if (!answer.loops().isEmpty()) {
            parts.add(Note.warning("Comes back to where it is made, so its return is not counted: %s."
                    .formatted(answer.loops().stream().map(MaterialId::value).collect(Words.listed()))));
        }
        parts.add(Note.method(
                "Each route makes the whole tonnage by itself; amounts are t/a of what a step makes, and enclose. A circuit is of use only beside its host. Method: %s."
                        .formatted(WhatItTakes.METHOD)));
        return Report.of(
                        "What %s of %s takes"
                                .formatted(wanted(), answer.question().material()),
                        parts.toArray(Part[]::new))
                .subtitle("%s, read on %s, in %s".formatted(Years.text(answer.years()), answer.date(), place()))
                .citing(answer.sources())
                .assuming(answer.assumptions().stream().map(Assumption::premise).toList());
    }

    private String place() {
        return answer.question().where().map(Object::toString).orElse("the world");
    }

    private Range wanted() {
        Route any = answer.routes().get(0);
        return Range.exactly(
                answer.question().tons(),
                any.find(answer.question().material())
                        .map(step -> step.need().unit())
                        .orElse(any.outlet().made().unit()));
    }

    private String finding(Route route) {
        return "%s comes along with %s: %s of it must be made."
                        .formatted(
                                answer.question().material(),
                                route.link().host(),
                                route.outlet().made())
                + route.firstMissing()
                        .map(step -> " The first step from the mine on that is surely short there is %s: %s of %s."
                                .formatted(step.material(), step.capacity(), step.need()))
                        .orElse(" No step is surely short there.");
    }

    private static String power(Route route) {
        String unnamed = route.withoutPower().stream()
                .map(step -> step.material().value())
                .distinct()
                .collect(Words.listed());
        if (route.steps().stream().allMatch(step -> step.power().isEmpty())) {
            return "Electricity: unknown, no recipe names its power.";
        }
        return "Electricity: %s%s."
                .formatted(
                        route.power(),
                        unnamed.isEmpty() ? "" : ", and what is unknown because no figure is there: " + unnamed);
    }

    private static String use(Outlet outlet) {
        return "Uses of %s: %s there, %s missing elsewhere, %s elsewhere in all. Of what must be made, %s."
                .formatted(
                        outlet.material(),
                        outlet.own(),
                        outlet.unmet(),
                        outlet.abroad(),
                        outlet.isPlaced()
                                ? "all has a use"
                                : outlet.mayBePlaced()
                                        ? "all may have a use, if others make way"
                                        : "not all has a use");
    }

    /** A column, and what stands in it. */
    private record Shown(String header, Function<Step, Range> what) {}

    private Table table(Route route) {
        List<Shown> shown = new ArrayList<>(List.of(
                new Shown("needed", Step::need),
                new Shown("runs there", Step::capacity),
                new Shown("missing", Step::missing)));
        Stream.of(new Shown("idle", Step::idle), new Shown("planned", Step::planned))
                .filter(column -> route.steps().stream()
                        .anyMatch(step -> column.what.apply(step).high() > 0))
                .forEach(shown::add);
        boolean powered = route.steps().stream().anyMatch(step -> step.power().isPresent());
        Table table = Table.of(
                Caption.of("Steps of %s from the mine on, t/a of what each makes".formatted(route.link()))
                        .year(Years.text(answer.years()))
                        .computedFrom(answer.sources()),
                Stream.of(
                                Stream.of(Table.Column.text("step"), Table.Column.text("makes")),
                                shown.stream().map(column -> Table.Column.amount(column.header)),
                                powered ? Stream.of(Table.Column.amount("electricity")) : Stream.<Table.Column>empty())
                        .flatMap(columns -> columns)
                        .toArray(Table.Column[]::new));
        List<List<Cell>> rows = new ArrayList<>();
        for (Step step : route.steps()) {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.text(Words.of(step.kind())));
            row.add(Cell.text(step.material() + (step.unlimited() ? ", taken as unlimited" : "")));
            for (Shown column : shown) {
                boolean silent = step.unlimited() && column != shown.get(0);
                row.add(silent ? Cell.empty() : Cell.of(column.what.apply(step)));
            }
            if (powered) {
                row.add(step.power()
                        .<Cell>map(Cell::of)
                        .orElse(step.unlimited() ? Cell.empty() : Cell.unknown("no figure")));
            }
            rows.add(row);
        }
        return table.rows(rows);
    }
}
