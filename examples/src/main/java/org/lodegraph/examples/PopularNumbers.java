package org.lodegraph.examples;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodegraph.examples.MagnetStages.Step;
import org.lodegraph.examples.Saying.Verdict;
import org.lodegraph.model.Assumption;
import org.lodegraph.query.Concentration;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;

/**
 * Which stage of rare-earth magnets is most concentrated, and where do popular numbers go wrong?
 *
 * @param steps the stages, from the mine on
 * @param sayings the popular numbers
 */
record PopularNumbers(List<Step> steps, List<Saying> sayings) implements Showable {

    /** The last year of which China's quota of separation and the output of its magnet makers were read. */
    private static final int YEAR = 2024;

    static PopularNumbers of() {
        List<Step> steps = MagnetStages.steps(YEAR);
        return new PopularNumbers(steps, Saying.about(steps));
    }

    /**
     * Prints the answer.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Terminal.print(of());
    }

    /** The stages that may be the most concentrated: of no other is it sure. */
    String first(Function<Step, Concentration.Answer> measured) {
        double surely = steps.stream()
                .mapToDouble(step -> measured.apply(step).hhi().low())
                .max()
                .orElseThrow();
        return steps.stream()
                .filter(step -> measured.apply(step).hhi().high() >= surely)
                .map(Step::name)
                .collect(Collectors.joining(" or "));
    }

    /** What is said, as far as the data make this of it. */
    String said(Verdict verdict) {
        return sayings.stream()
                .filter(saying -> saying.verdict() == verdict)
                .map(Saying::toString)
                .collect(Collectors.joining(", ", verdict + ": ", ""));
    }

    /** What is known, and what is only said. */
    String headline() {
        return "By what was made in %s, the most concentrated stage is %s: which, the figures cannot tell. By what may be made (of separation, what its quota lets China do) it is %s. Popular numbers on China's share, each beside the data of its own year, are %s."
                .formatted(
                        YEAR,
                        first(Step::output),
                        first(Step::capacity),
                        Stream.of(Verdict.values())
                                .filter(verdict -> sayings.stream().anyMatch(saying -> saying.verdict() == verdict))
                                .map(this::said)
                                .collect(Collectors.joining("; ")));
    }

    @Override
    public Report show() {
        Report report = Report.of(
                        "Rare-earth magnets: the most concentrated stage, and popular numbers",
                        Note.finding(headline()),
                        MagnetStages.table(steps),
                        Saying.table(sayings))
                .citing(answers().flatMap(answer -> answer.sources().stream()).toList())
                .citing(sayings.stream()
                        .map(saying -> saying.fact().figure().source())
                        .toList())
                .assuming(answers()
                        .flatMap(answer -> answer.assumptions().stream())
                        .map(Assumption::premise)
                        .toList());
        return Pitfalls.shown(report, YEAR)
                .and(Note.method(
                        "A popular number is set beside what the data say of the year of which it is said, with a point to spare. Method: %s."
                                .formatted(Concentration.METHOD)));
    }

    private Stream<Concentration.Answer> answers() {
        return Stream.concat(
                steps.stream().flatMap(step -> Stream.of(step.output(), step.capacity())),
                sayings.stream().flatMap(saying -> saying.data().stream()));
    }
}
