package org.lodegraph.assertj;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;
import org.lodegraph.measure.Figure;
import org.lodegraph.model.Assumption;
import org.lodegraph.render.Render;
import org.lodegraph.report.Explained;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/**
 * What an answer found, short enough for the message of a test: its findings, its first table, why,
 * and which assumptions leave it open.
 */
final class Finding {

    /** What still fits a screen. */
    private static final int LINES = 60;

    /** How many of many things a message lists. */
    private static final int LISTED = 10;

    private Finding() {}

    /**
     * The answer, and what leaves it open.
     *
     * @param assumptions what the answer takes for granted
     */
    static String of(Explained answer, List<Assumption> assumptions) {
        List<String> open = assumptions.stream()
                .filter(assumption ->
                        assumption.figure().filter(Finding::isOpen).isPresent())
                .map(Assumption::toString)
                .toList();
        return screen(answer) + (open.isEmpty() ? "" : "\n\nAssumed as a range, or unknown:" + list(open));
    }

    private static boolean isOpen(Figure figure) {
        return !figure.isKnown() || !figure.range().isExact();
    }

    /** A line each, of the first few. */
    static String list(List<String> found) {
        String more = found.size() > LISTED ? "\n  and %s more".formatted(found.size() - LISTED) : "";
        return found.stream().limit(LISTED).map(line -> "\n  " + line).collect(Collectors.joining()) + more;
    }

    private static String screen(Explained answer) {
        Report report = answer.show();
        Tree why = answer.explain();
        ImmutableList.Builder<Part> parts = ImmutableList.builder();
        report.parts().stream().filter(Finding::isFinding).forEach(parts::add);
        report.parts().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .limit(1)
                .map(Table::seen)
                .map(table -> new Table(table.caption().source(""), table.columns(), table.rows(), table.total()))
                .forEach(parts::add);
        parts.add(new Tree(why.caption().source(""), why.root()));
        return cut(Render.text(
                new Report(report.title(), report.subtitle(), parts.build(), ImmutableList.of(), ImmutableList.of())));
    }

    private static boolean isFinding(Part part) {
        return part instanceof Note note && (note.kind() == Note.Kind.FINDING || note.kind() == Note.Kind.WARNING);
    }

    private static String cut(String text) {
        List<String> lines = Splitter.on('\n').splitToList(text.stripTrailing());
        return lines.size() <= LINES
                ? String.join("\n", lines)
                : "%s\n(%s more lines. Maybe ask the same question; Render.text shows the whole answer.)"
                        .formatted(String.join("\n", lines.subList(0, LINES)), lines.size() - LINES);
    }
}
