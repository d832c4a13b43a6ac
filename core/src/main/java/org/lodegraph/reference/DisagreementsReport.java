package org.lodegraph.reference;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.reference.Disagreements.Disagreement;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** How disagreements look. */
final class DisagreementsReport {

    /** As many as anybody reads; programs get them all. */
    private static final int TOLD = 25;

    private DisagreementsReport() {}

    static Report of(Disagreements answer) {
        return Report.of(
                        "Where do sources disagree?",
                        Note.finding(finding(answer)),
                        Table.of(
                                        caption(answer),
                                        Table.Column.text("what"),
                                        Table.Column.text("where"),
                                        Table.Column.text("year"),
                                        Table.Column.text("taken"),
                                        Table.Column.text("other figures"),
                                        Table.Column.share("of the world"))
                                .rows(answer.all().stream()
                                        .map(DisagreementsReport::row)
                                        .toList())
                                .showing(TOLD),
                        Note.method(
                                "Of the world: highest less lowest, over the largest sum that any of the sources has. Only figures on one basis are compared, and only what more than one source lists. Taken by the choice '%s'."
                                        .formatted(answer.choice())))
                .subtitle(answer.materials().isEmpty() ? "all materials" : words(answer.materials()))
                .citing(answer.sources().asList());
    }

    private static Caption caption(Disagreements answer) {
        return Caption.of("Different figures of the same thing, by what is at stake")
                .source(answer.sources().stream()
                        .map(source -> source.id())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", ")));
    }

    private static String finding(Disagreements answer) {
        if (answer.all().isEmpty()) {
            return "No two sources say different amounts of the same thing.";
        }
        Disagreement first = answer.all().get(0);
        long publishers =
                answer.all().stream().filter(each -> !each.isRevision()).count();
        return "%s figure%s differ%s between publishers, %s between editions of one. The largest is %s, %s, %s: %s %s."
                .formatted(
                        publishers,
                        publishers == 1 ? "" : "s",
                        publishers == 1 ? "s" : "",
                        answer.all().size() - publishers,
                        first.subject(),
                        first.place(),
                        first.year(),
                        said(first.figures()),
                        first.span().unit());
    }

    private static List<Cell> row(Disagreement each) {
        return ImmutableList.of(
                Cell.text("%s, %s".formatted(each.subject(), each.span().unit())),
                Cell.text(each.place()),
                Cell.text(String.valueOf(each.year())),
                Cell.text(said(each.figures().subList(0, 1))),
                Cell.text(said(each.figures().subList(1, each.figures().size()))),
                Cell.share(each.part()));
    }

    private static String said(List<Figure> figures) {
        return figures.stream()
                .map(figure -> "%s (%s)"
                        .formatted(figure.range().text(), figure.source().id()))
                .collect(Collectors.joining("; "));
    }

    private static String words(List<?> things) {
        return things.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    static Tree explain(Disagreements answer) {
        return new Tree(
                caption(answer),
                Derivation.apart(
                        "disagreements",
                        TOLD,
                        answer.all().stream().map(DisagreementsReport::node).collect(toImmutableList())));
    }

    private static Tree.Node node(Disagreement each) {
        return new Tree.Node(
                "%s, %s, %s".formatted(each.subject(), each.place(), each.year()),
                Cell.of(each.span()),
                "from the lowest to the highest, %s of the world".formatted(Numbers.percent(each.part())),
                each.figures().stream()
                        .map(figure -> Derivation.figure(figure.source().id(), figure))
                        .collect(toImmutableList()));
    }
}
