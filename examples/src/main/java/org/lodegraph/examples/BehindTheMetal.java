package org.lodegraph.examples;

import java.util.List;
import org.lodegraph.query.WhatItTakes;
import org.lodegraph.query.WhatItTakes.Answer;
import org.lodegraph.query.WhatItTakes.Kind;
import org.lodegraph.query.WhatItTakes.Route;
import org.lodegraph.query.WhatItTakes.Step;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;

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

    static BehindTheMetal of() {
        return new BehindTheMetal(
                AluminaHosts.chain()
                        .ask(WhatItTakes.of(Metal.GALLIUM.made(), GALLIUM).in(Metal.USA)),
                ZincHosts.chain()
                        .ask(WhatItTakes.of(Metal.GERMANIUM.made(), GERMANIUM).in(Metal.USA)));
    }

    /**
     * Prints the answer.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Terminal.print(of());
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

    /** The industry behind the metal. */
    String headline() {
        return sentence(gallium) + " " + sentence(germanium);
    }

    private static String sentence(Answer answer) {
        List<Step> steps = route(answer).steps();
        return "%s of %s a year take %s of %s, which takes %s of electricity; the United States make %s, and their circuits take %s of the metal."
                .formatted(
                        Tons.text(answer.question().tons()),
                        answer.question().material(),
                        Tons.millions(host(answer).need()),
                        host(answer).material(),
                        Tons.terawattHours(host(answer).power().orElseThrow()),
                        Tons.millions(host(answer).capacity()),
                        Tons.text(steps.get(steps.size() - 1).capacity()));
    }

    @Override
    public Report show() {
        Report both = Report.joining("The industry behind 40 t of gallium and 30 t of germanium", gallium, germanium);
        return Report.of(
                        both.title(),
                        Note.finding(headline()),
                        HostSteps.table(List.of(gallium, germanium)),
                        Note.warning(
                                "Two figures decide, and nobody publishes them by plant: gallium in the liquor and germanium in the zinc. Electricity is that of the host, which makes its own product; that of mines and circuits is not known."),
                        Note.method(
                                "Each host makes the whole tonnage by itself, at both ends of every figure. Method: %s."
                                        .formatted(WhatItTakes.METHOD)))
                .citing(both.sources())
                .assuming(both.premises());
    }
}
