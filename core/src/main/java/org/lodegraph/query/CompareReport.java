package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodegraph.flow.Delivery;
import org.lodegraph.query.Compare.Answer;
import org.lodegraph.query.Compare.Delta;
import org.lodegraph.query.Compare.Kind;
import org.lodegraph.query.Compare.Side;
import org.lodegraph.report.BeforeAfter;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Table;
import org.lodegraph.scenario.Difference;

/** How a comparison looks. */
final class CompareReport {

    private static final int MOST_ROWS = 50;

    private CompareReport() {}

    static Report of(Answer answer) {
        List<Part> parts = new ArrayList<>();
        for (Side side : answer.sides()) {
            parts.add(Note.finding(finding(answer, side)));
            side.steps()
                    .filter(steps -> !steps.isEmpty())
                    .ifPresent(steps -> parts.add(Note.finding(steps(side, steps))));
        }
        for (Side side : answer.sides()) {
            side.flows().forEach(flows -> parts.add(titled(answer, side, flows)));
            if (!side.deltas().isEmpty()) {
                parts.add(table(side));
            }
        }
        parts.add(Note.method(
                "By: how far either end of a number moved, as a part of the larger. What cannot be measured comes first; the parts of what was added or removed are not listed again. Method: %s."
                        .formatted(Compare.METHOD)));
        return Report.of("Compared: " + answer.title(), parts.toArray(Part[]::new));
    }

    /** Of equally good flows, a delivery shows what its own method chooses: it knows nothing of the other side. */
    private static BeforeAfter titled(Answer answer, Side side, BeforeAfter flows) {
        Caption caption = flows.caption()
                .titled("%s: before, and after %s".formatted(flows.caption().title(), side.name()));
        boolean chosen = answer.question().question().stream().anyMatch(Delivery.class::isInstance);
        return new BeforeAfter(
                chosen
                        ? caption.year(
                                caption.year()
                                        + "; before and after: of equally good flows those nearest to what was seen, or the cheapest if nothing was seen")
                        : caption,
                flows.before(),
                flows.after());
    }

    private static String finding(Answer answer, Side side) {
        String tolerance = answer.question().tolerance().compareTo(Compare.ROUNDING) > 0
                ? " by more than " + answer.question().tolerance()
                : "";
        return "%s: %s added, %s removed, %s changed%s."
                .formatted(
                        side.name(),
                        side.of(Kind.ADDED).size(),
                        side.of(Kind.REMOVED).size(),
                        side.of(Kind.CHANGED).size(),
                        tolerance);
    }

    private static String steps(Side side, Difference steps) {
        return Stream.concat(
                        steps.added().stream().map(Object::toString),
                        steps.dropped().stream().map(step -> "without " + step))
                .collect(Collectors.joining("; ", "Steps of " + side.name() + ": ", "."));
    }

    private static Table table(Side side) {
        return Table.of(
                        Caption.of(side.name()),
                        Table.Column.text("what"),
                        Table.Column.text("where"),
                        Table.Column.amount("before"),
                        Table.Column.amount("after"),
                        Table.Column.share("by"))
                .rows(side.deltas().stream().map(CompareReport::row).toList())
                .showing(MOST_ROWS);
    }

    private static List<Cell> row(Delta delta) {
        return ImmutableList.of(
                Cell.text(Words.of(delta.kind())),
                Cell.text(delta.place()),
                delta.before(),
                delta.after(),
                Double.isInfinite(delta.size()) ? Cell.empty() : Cell.share(delta.size()));
    }
}
