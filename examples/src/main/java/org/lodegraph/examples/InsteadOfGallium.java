package org.lodegraph.examples;

import java.util.stream.Collectors;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Share;
import org.lodegraph.measure.Unit;
import org.lodegraph.query.Chokepoints;
import org.lodegraph.query.Substitutes;
import org.lodegraph.query.Substitutes.Candidate;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.scenario.Grouping;

/**
 * What could stand in for gallium in the United States without hanging on the same chokepoint? No publication says how much an
 * alternative could take, nor of what most are made; of silicon-germanium it is known: of germanium.
 *
 * @param instead the alternatives that are named
 * @param gallium what chokes gallium
 * @param germanium what chokes germanium
 */
record InsteadOfGallium(Substitutes.Answer instead, Chokepoints.Answer gallium, Chokepoints.Answer germanium)
        implements Showable {

    private static final Grouping GROUPING = Grouping.COUNTRY;
    private static final Share NOTICED = Share.percent(10);
    private static final String CHINA = Metal.CHINA.value();

    static InsteadOfGallium of() {
        return new InsteadOfGallium(
                Metal.GALLIUM
                        .chain(Reference.LAST_YEAR)
                        .with(Reference.alternatives())
                        .ask(Substitutes.of(Metal.GALLIUM.target()).apartFrom(GROUPING)),
                chokepoints(Metal.GALLIUM),
                chokepoints(Metal.GERMANIUM));
    }

    private static Chokepoints.Answer chokepoints(Metal metal) {
        return metal.chain(Reference.LAST_YEAR)
                .ask(Chokepoints.of(metal.target()).by(GROUPING).atLeast(NOTICED));
    }

    /**
     * Prints the answer.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Terminal.print(of());
    }

    /** What the loss of China costs, if all share. */
    static Range china(Chokepoints.Answer answer) {
        return answer.find(CHINA).map(found -> found.shared().share()).orElse(Range.exactly(0, Unit.SHARE));
    }

    /** What is known, and what is not. */
    String headline() {
        return "%s alternatives are named for gallium in the United States; together they may take over %s of %s, for nobody publishes how much any could. Of %s it is not known here what they hang on: no table of their makers is in the data. Silicon-germanium hangs on germanium: without China the United States lose %s of their gallium if all share, and %s of their germanium, so it is not apart from the chokepoint."
                .formatted(
                        instead.candidates().size(),
                        instead.together().most(),
                        instead.before().served().plus(instead.before().unmet()),
                        instead.candidates().stream()
                                .filter(candidate -> !candidate.modeled())
                                .map(this::name)
                                .filter(name -> !name.equals("silicon-germanium"))
                                .collect(Collectors.joining(", ")),
                        china(gallium),
                        china(germanium));
    }

    private String name(Candidate candidate) {
        return instead.grounds().name(candidate.material());
    }

    @Override
    public Report show() {
        return instead.show().opening(Note.finding(headline()));
    }
}
