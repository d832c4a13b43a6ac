package org.lodegraph.examples;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lodegraph.examples.MagnetStages.Step;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.query.Concentration;
import org.lodegraph.reference.Fact;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Table;

/**
 * A number that people repeat, the share of a country at a stage, beside what the data say.
 *
 * @param fact the number, and who says it
 * @param stage what people call the stage that it is about
 * @param data who makes how much there in the year of which it is said; empty if the data do not go back so far
 */
record Saying(Fact fact, String stage, Optional<Concentration.Answer> data) {

    /** Said in whole percent, so read with a point to spare: more would pretend. */
    private static final double SPARE = 0.01;

    /** What the data make of a saying. */
    enum Verdict {
        TOO_HIGH("too high"),
        TOO_LOW("too low"),
        RIGHT("right"),
        POSSIBLE("possible"),
        OF_SOMETHING_ELSE("of something else"),
        OLDER("older than the data");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** All that were read about these stages, each with the data of its own year. */
    static List<Saying> about(List<Step> steps) {
        Map<Integer, List<Step>> years = new TreeMap<>();
        return steps.stream()
                .flatMap(step -> Reference.facts().stream()
                        .filter(fact -> fact.id().startsWith("said-")
                                && fact.figure().unit().equals(Unit.PERCENT)
                                && fact.material().equals(step.material()))
                        .map(fact -> new Saying(fact, step.name(), data(fact, years))))
                .toList();
    }

    /** A share of what could be made if it is said so, else of what is made. */
    private static Optional<Concentration.Answer> data(Fact fact, Map<Integer, List<Step>> years) {
        if (fact.year() < Reference.FIRST_YEAR || fact.year() > Reference.LAST_YEAR) {
            return Optional.empty();
        }
        return years.computeIfAbsent(fact.year(), MagnetStages::steps).stream()
                .filter(step -> step.material().equals(fact.material()))
                .map(step -> fact.measure().contains("capacity") ? step.capacity() : step.output())
                .findFirst();
    }

    /** The number that is repeated, 0..1. */
    double share() {
        return fact.figure().at(Reading.CENTRAL, Unit.SHARE);
    }

    /** What it would have to be; empty if the data do not go back so far. */
    Optional<Range> known() {
        return data.map(answer -> answer.share(fact.country()));
    }

    Verdict verdict() {
        // No table splits the elements, so a share of some of them is neither right nor wrong.
        return fact.measure().contains("elements")
                ? Verdict.OF_SOMETHING_ELSE
                : known().map(range -> verdict(share(), range)).orElse(Verdict.OLDER);
    }

    static Verdict verdict(double said, Range known) {
        if (said - SPARE > known.high()) {
            return Verdict.TOO_HIGH;
        } else if (said + SPARE < known.low()) {
            return Verdict.TOO_LOW;
        }
        return known.isExact() ? Verdict.RIGHT : Verdict.POSSIBLE;
    }

    /** In whole percent, such as {@code 85 to 94 %}. */
    static String percent(Range share) {
        long low = Math.round(share.low() * 100);
        long high = Math.round(share.high() * 100);
        return low == high ? low + " %" : low + " to " + high + " %";
    }

    static Table table(List<Saying> sayings) {
        Table table = Table.of(
                Caption.of("What is said of China's share, and what the data say of the same year"),
                Table.Column.text("stage"),
                Table.Column.text("said"),
                Table.Column.text("of"),
                Table.Column.text("by"),
                Table.Column.text("remark"),
                Table.Column.text("data"),
                Table.Column.text("so it is"));
        for (Saying saying : sayings) {
            Figure said = saying.fact().figure();
            table = table.row(
                    Cell.text(saying.stage()),
                    Cell.text(said.range().toString()),
                    Cell.text(String.valueOf(saying.fact().year())),
                    Cell.text(said.source().publisher()),
                    Cell.text(said.note()),
                    Cell.text(saying.known().map(Saying::percent).orElse("")),
                    Cell.text(saying.verdict().toString()));
        }
        return table;
    }

    @Override
    public String toString() {
        return "%s (%s, %s)".formatted(fact.figure().range(), stage, fact.year());
    }
}
