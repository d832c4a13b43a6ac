package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Years;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.MaterialId;
import org.lodegraph.query.HostSwing.Answer;
import org.lodegraph.query.HostSwing.Companion;
import org.lodegraph.query.HostSwing.Site;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** How the swing of a host looks. */
final class HostSwingReport {

    private HostSwingReport() {}

    static Report of(Answer answer) {
        HostSwing question = answer.question();
        List<Part> parts = new ArrayList<>();
        for (Companion companion : answer.companions()) {
            parts.add(Note.finding(finding(companion, question.by())));
            parts.add(table(answer, companion));
            companion.sites().stream()
                    .filter(Site::isConflict)
                    .map(site -> ByProductsReport.conflict(
                            site.name(), site.output(), site.hosts().orElseThrow()))
                    .forEach(parts::add);
            ByProductsReport.barred(companion.sites().stream().map(Site::barred).toList())
                    .forEach(parts::add);
        }
        if (!answer.direct().isEmpty()) {
            parts.add(Note.finding("Without a circuit, and so as the host does, swings: %s."
                    .formatted(answer.direct().stream().map(MaterialId::value).collect(Collectors.joining(", ")))));
        }
        if (!answer.beside().isEmpty()) {
            parts.add(Note.warning(
                    "Yielded by circuits that run for something else, so capped as these are, and not reckoned here: %s."
                            .formatted(answer.beside().stream()
                                    .map(MaterialId::value)
                                    .collect(Collectors.joining(", ")))));
        }
        parts.add(Note.method(
                "Per facility: what can be made of what hosts leave, after less before, then summed; ranges enclose. A linear echo knows no slack. Method: %s."
                        .formatted(HostSwing.METHOD)));
        return Report.of(
                        "What if %s %s of %s is made?"
                                .formatted(
                                        Numbers.percent(Math.abs(question.by())),
                                        question.by() < 0 ? "less" : "more",
                                        question.host()),
                        parts.toArray(Part[]::new))
                .subtitle("%s, read on %s%s"
                        .formatted(
                                Years.text(answer.years()),
                                answer.date(),
                                question.where().map(party -> ", in " + party).orElse("")))
                .citing(answer.sources())
                .assuming(answer.assumptions().stream().map(Assumption::premise).toList());
    }

    /** So many facilities are told apart, those that matter most. */
    private static final int EXPLAINED = 6;

    static Tree explanation(Answer answer) {
        return new Tree(
                Caption.of(
                                "What the swing does, facility by facility: the smaller of hosts and circuits before and after")
                        .year(Years.text(answer.years()))
                        .computedFrom(answer.sources()),
                Derivation.apart(
                        "what comes along with " + answer.question().host(),
                        EXPLAINED,
                        answer.companions().stream()
                                .map(HostSwingReport::explained)
                                .toList()));
    }

    private static Tree.Node explained(Companion companion) {
        return Derivation.apart(
                companion.material().value(),
                2,
                ImmutableList.of(
                        sum("lost of what is made", companion, Site::losing),
                        sum("change of what could be made", companion, Site::changing)));
    }

    private static Tree.Node sum(String label, Companion companion, Function<Site, Tree.Node> what) {
        return Derivation.brief(
                Derivation.sum(
                        label,
                        companion.unit(),
                        companion.sites().stream().map(what).toList()),
                EXPLAINED);
    }

    private static String finding(Companion companion, double by) {
        return by < 0
                ? "Of %s, %s less could be made, and %s of the %s made there is lost; a linear echo would say %s."
                        .formatted(
                                companion.material(),
                                negated(companion.change()),
                                companion.lost(),
                                companion.output(),
                                companion.echo(by))
                : "Of %s, %s more could be made with the circuits that stand."
                        .formatted(companion.material(), companion.change());
    }

    private static Range negated(Range range) {
        return new Range(-range.high(), -range.low(), range.unit());
    }

    private static Table table(Answer answer, Companion companion) {
        Table table = Table.of(
                Caption.of("%s beside %s"
                                .formatted(
                                        companion.material(), answer.question().host()))
                        .basis(companion.unit().basis().toString())
                        .year(Years.text(answer.years()))
                        .computedFrom(answer.sources()),
                Table.Column.text("facility"),
                Table.Column.number("host cap before", companion.unit()),
                Table.Column.number("circuits", companion.unit()),
                Table.Column.number("made", companion.unit()),
                Table.Column.number("change of what could be made", companion.unit()),
                Table.Column.number("lost of what is made", companion.unit()));
        List<List<Cell>> rows = new ArrayList<>();
        for (Site site : companion.sites()) {
            rows.add(List.of(
                    Cell.text(site.name()),
                    Cell.of(site.host()),
                    Cell.of(site.circuits()),
                    Cell.of(site.output()),
                    Cell.of(site.change()),
                    Cell.of(site.lost())));
        }
        return table.rows(rows)
                .total(
                        Cell.text("total"),
                        Cell.empty(),
                        Cell.empty(),
                        Cell.of(companion.output()),
                        Cell.of(companion.change()),
                        Cell.of(companion.lost()));
    }
}
