package org.lodegraph.examples;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lodegraph.measure.Premise;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.WhatItTakes;
import org.lodegraph.query.WhatItTakes.Answer;
import org.lodegraph.query.WhatItTakes.Kind;
import org.lodegraph.query.WhatItTakes.Route;
import org.lodegraph.query.WhatItTakes.Step;
import org.lodegraph.reference.Reference;
import org.lodegraph.render.Render;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.report.Table;

/**
 * How much alumina and zinc industry stands behind 40 t of gallium and 30 t of germanium, and what of it is in the United
 * States?
 *
 * @param gallium 40 t of it
 * @param germanium 30 t of it
 */
record BehindTheMetal(Answer gallium, Answer germanium) implements Showable {

    private static final double GALLIUM = 40;
    private static final double GERMANIUM = 30;
    private static final double MILLION = 1e6;

    static BehindTheMetal of() {
        SupplyChain alumina =
                Reference.chain(Reference.LAST_YEAR, Metal.GALLIUM.made().value(), "aluminum");
        return new BehindTheMetal(
                alumina.ask(WhatItTakes.of(Metal.GALLIUM.made(), GALLIUM).in(Metal.USA)),
                ZincHosts.chain()
                        .ask(WhatItTakes.of(Metal.GERMANIUM.made(), GERMANIUM).in(Metal.USA)));
    }

    /**
     * Prints the answer.
     *
     * @param args none
     */
    public static void main(String[] args) {
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(Render.text(of()));
    }

    /** The one route of an answer. */
    static Route route(Answer answer) {
        return answer.routes().get(0);
    }

    /** What the host must make, and what it makes there. */
    static Step host(Answer answer) {
        return route(answer).steps().stream()
                .filter(step -> step.kind() == Kind.HOST)
                .findFirst()
                .orElseThrow();
    }

    /** Such as {@code 0.45 to 3.33 million t}. */
    static String millions(Range tons) {
        if (tons.high() == 0) {
            return "nothing";
        }
        String low = String.format(Locale.ROOT, "%.2f", tons.low() / MILLION);
        String high = String.format(Locale.ROOT, "%.2f", tons.high() / MILLION);
        return (low.equals(high) ? low : low + " to " + high) + " million t";
    }

    /** The industry behind the metal. */
    String headline() {
        return sentence(gallium) + " " + sentence(germanium);
    }

    private static String sentence(Answer answer) {
        List<Step> steps = route(answer).steps();
        return "%s of %s a year take %s of %s; the United States make %s, and their circuits take %s of the metal."
                .formatted(
                        Tons.text(answer.question().tons()),
                        answer.question().material(),
                        millions(host(answer).need()),
                        host(answer).material(),
                        millions(host(answer).capacity()),
                        Tons.text(steps.get(steps.size() - 1).capacity()));
    }

    @Override
    public Report show() {
        Table table = Table.of(
                Caption.of("What must run in the United States")
                        .year(gallium.year())
                        .computedFrom(Stream.of(gallium, germanium)
                                .flatMap(answer -> answer.sources().stream())
                                .distinct()
                                .toList()),
                Table.Column.text("for"),
                Table.Column.text("must be made"),
                Table.Column.number("needed", Unit.T_PER_A),
                Table.Column.number("runs there", Unit.T_PER_A),
                Table.Column.number("missing", Unit.T_PER_A));
        for (Answer answer : List.of(gallium, germanium)) {
            for (Step step : route(answer).steps()) {
                table = table.row(
                        Cell.text(answer.question().material().value()),
                        Cell.text(step.material() + (step.unlimited() ? ", taken as unlimited" : "")),
                        Tons.cell(step.need()),
                        step.unlimited() ? Cell.empty() : Tons.cell(step.capacity()),
                        step.unlimited() ? Cell.empty() : Tons.cell(step.missing()));
            }
        }
        return Report.of(
                        "The industry behind 40 t of gallium and 30 t of germanium",
                        Note.finding(headline()),
                        table,
                        Note.warning(
                                "Two figures decide, and nobody publishes them by plant: gallium in the liquor and germanium in the zinc. Power is in no recipe of the data, so it is not counted."),
                        Note.method(
                                "Each host makes the whole tonnage by itself, at both ends of every figure. Method: %s."
                                        .formatted(WhatItTakes.METHOD)))
                .citing(gallium.sources())
                .citing(germanium.sources())
                .assuming(premises());
    }

    /** What is assumed for either. */
    List<Premise> premises() {
        return Stream.of(gallium, germanium)
                .flatMap(answer -> answer.assumptions().stream())
                .map(Assumption::premise)
                .distinct()
                .toList();
    }
}
