package org.lodegraph.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lodegraph.measure.Range;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.MaterialId;
import org.lodegraph.query.WhatItTakes.Answer;
import org.lodegraph.query.WhatItTakes.Kind;
import org.lodegraph.query.WhatItTakes.Outlet;
import org.lodegraph.query.WhatItTakes.Route;
import org.lodegraph.query.WhatItTakes.Step;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Table;

/** How it looks what a companion takes. */
final class WhatItTakesReport {

    private final Answer answer;

    private WhatItTakesReport(Answer answer) {
        this.answer = answer;
    }

    static Report of(Answer answer) {
        return new WhatItTakesReport(answer).report();
    }

    private Report report() {
        List<Part> parts = new ArrayList<>();
        for (Route route : answer.routes()) {
            parts.add(Note.finding(finding(route)));
            parts.add(table(route));
            parts.add(Note.finding(use(route.outlet())));
        }
        if (!answer.loops().isEmpty()) {
            parts.add(Note.warning("Comes back to where it is made, so its return is not counted: %s."
                    .formatted(answer.loops().stream().map(MaterialId::value).collect(Collectors.joining(", ")))));
        }
        parts.add(Note.method(
                "Each route makes the whole tonnage by itself; amounts are t/a of what a step makes, and enclose. A circuit is of use only beside its host. Method: %s."
                        .formatted(WhatItTakes.METHOD)));
        return Report.of(
                        "What %s of %s takes"
                                .formatted(wanted(), answer.question().material()),
                        parts.toArray(Part[]::new))
                .subtitle("%s, read on %s, in %s".formatted(answer.year(), answer.date(), place()))
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

    private Table table(Route route) {
        Table table = Table.of(
                Caption.of("Steps of %s from the mine on, t/a of what each makes".formatted(route.link()))
                        .year(answer.year())
                        .computedFrom(answer.sources()),
                Table.Column.text("step"),
                Table.Column.text("makes"),
                Table.Column.amount("needed"),
                Table.Column.amount("runs there"),
                Table.Column.amount("missing"),
                Table.Column.amount("idle"),
                Table.Column.amount("planned"));
        List<List<Cell>> rows = new ArrayList<>();
        for (Step step : route.steps()) {
            rows.add(List.of(
                    Cell.text(step.kind() == Kind.SUPPLY ? "" : Words.of(step.kind())),
                    Cell.text(step.material() + (step.unlimited() ? ", taken as unlimited" : "")),
                    Cell.of(step.need()),
                    step.unlimited() ? Cell.empty() : Cell.of(step.capacity()),
                    step.unlimited() ? Cell.empty() : Cell.of(step.missing()),
                    step.unlimited() ? Cell.empty() : Cell.of(step.idle()),
                    step.unlimited() ? Cell.empty() : Cell.of(step.planned())));
        }
        return table.rows(rows);
    }
}
