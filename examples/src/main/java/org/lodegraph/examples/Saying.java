package org.lodegraph.examples;

import java.util.List;
import org.lodegraph.examples.MagnetStages.Step;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.reference.Fact;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Table;

/**
 * A number that people repeat, the share of a country at a stage, beside what the data say.
 *
 * @param fact the number, and who says it
 * @param step the stage that it is about
 */
record Saying(Fact fact, Step step) {

    /** Said in whole percent, so read with a point to spare: more would pretend. */
    private static final double SPARE = 0.01;

    /** What the data make of a saying. */
    enum Verdict {
        TOO_HIGH("too high"),
        TOO_LOW("too low"),
        RIGHT("right"),
        POSSIBLE("possible"),
        OF_SOMETHING_ELSE("of something else");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** All that were read about these stages. */
    static List<Saying> about(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> Reference.facts().stream()
                        .filter(fact -> fact.id().startsWith("said-")
                                && fact.figure().unit().equals(Unit.PERCENT)
                                && fact.material().equals(step.material()))
                        .map(fact -> new Saying(fact, step)))
                .toList();
    }

    /** The number that is repeated, 0..1. */
    double share() {
        return fact.figure().at(Reading.CENTRAL, Unit.SHARE);
    }

    /** What it would have to be: a share of what could be made if it says so, else of what is made. */
    Range known() {
        boolean capacity = fact.measure().contains("capacity");
        return (capacity ? step.capacity() : step.output()).share(fact.country());
    }

    Verdict verdict() {
        // No table splits the elements, so a share of some of them is neither right nor wrong.
        return fact.measure().contains("elements") ? Verdict.OF_SOMETHING_ELSE : verdict(share(), known());
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
                Caption.of("What is said of China's share, and what the data say"),
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
                    Cell.text(saying.step().name()),
                    Cell.text(said.range().toString()),
                    Cell.text(String.valueOf(saying.fact().year())),
                    Cell.text(said.source().publisher()),
                    Cell.text(said.note()),
                    Cell.text(percent(saying.known())),
                    Cell.text(saying.verdict().toString()));
        }
        return table;
    }

    @Override
    public String toString() {
        return "%s (%s, %s)".formatted(fact.figure().range(), step.name(), fact.year());
    }
}
