package org.lodegraph.examples;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Years;
import org.lodegraph.query.WhatItTakes;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Report;
import org.lodegraph.report.Table;

/** What companions take, in one table. */
final class HostSteps {

    private HostSteps() {}

    /** Every step of the first route of each, from the mine on; all in t/a of what a step makes. */
    static Table table(List<WhatItTakes.Answer> answers) {
        Table table = Table.of(
                Caption.of("What must run in the United States")
                        .year(Years.text(answers.stream()
                                .flatMap(answer -> answer.years().stream())
                                .collect(Collectors.toCollection(TreeSet::new))))
                        .computedFrom(Report.joining("all", answers.toArray(WhatItTakes.Answer[]::new))
                                .sources()),
                Table.Column.text("for"),
                Table.Column.text("must be made"),
                Table.Column.number("needed", Unit.T_PER_A),
                Table.Column.number("runs there", Unit.T_PER_A),
                Table.Column.number("missing", Unit.T_PER_A));
        for (WhatItTakes.Answer answer : answers) {
            for (WhatItTakes.Step step : answer.routes().get(0).steps()) {
                table = table.row(
                        Cell.text(answer.question().material().value()),
                        Cell.text(step.material() + (step.unlimited() ? ", taken as unlimited" : "")),
                        Tons.cell(step.need()),
                        step.unlimited() ? Cell.empty() : Tons.cell(step.capacity()),
                        step.unlimited() ? Cell.empty() : Tons.cell(step.missing()));
            }
        }
        return table;
    }
}
