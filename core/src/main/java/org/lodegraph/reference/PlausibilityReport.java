package org.lodegraph.reference;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableList.Builder;
import java.util.stream.Collectors;
import org.lodegraph.measure.Source;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** How a check of figures looks. */
final class PlausibilityReport {

    private static final int TOLD = 50;

    private PlausibilityReport() {}

    static Report of(Plausibility answer) {
        Builder<Part> parts = ImmutableList.builder();
        int compared =
                answer.compared().values().stream().mapToInt(Integer::intValue).sum();
        parts.add(
                Note.finding("Of %s comparison%s, %s %s not fit."
                        .formatted(
                                compared,
                                compared == 1 ? "" : "s",
                                answer.conflicts().size(),
                                answer.conflicts().size() == 1 ? "does" : "do")),
                Table.of(
                                caption(answer).titled("What was compared"),
                                Table.Column.text("comparison"),
                                Table.Column.count("made"),
                                Table.Column.count("do not fit"))
                        .rows(answer.compared().entrySet().stream()
                                .map(entry -> ImmutableList.of(
                                        Cell.text(entry.getKey().toString()),
                                        Cell.count(entry.getValue()),
                                        Cell.count(
                                                answer.conflicts(entry.getKey()).size())))
                                .toList()));
        answer.conflicts().forEach(conflict -> parts.add(Note.warning(conflict.toString())));
        return Report.of("Do the figures add up?", parts.build().toArray(Part[]::new))
                .subtitle("%s, %s".formatted(String.join(", ", answer.materials()), answer.year()))
                .citing(answer.sources());
    }

    private static Caption caption(Plausibility answer) {
        return Caption.of("What does not fit")
                .year(String.valueOf(answer.year()))
                .source(answer.sources().stream().map(Source::id).distinct().collect(Collectors.joining(", ")));
    }

    static Tree explain(Plausibility answer) {
        return new Tree(
                caption(answer),
                Derivation.apart(
                        "what does not fit",
                        TOLD,
                        answer.conflicts().stream()
                                .map(conflict -> Tree.Node.of(conflict.subject(), Cell.text(conflict.finding()))
                                        .remark(conflict.check().toString()))
                                .collect(toImmutableList())));
    }
}
