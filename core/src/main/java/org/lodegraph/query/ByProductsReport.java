package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodegraph.graph.ByProductLink;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Years;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.LineId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Policy;
import org.lodegraph.query.ByProducts.Answer;
import org.lodegraph.query.ByProducts.Site;
import org.lodegraph.report.Bars;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** How an answer about by-products looks. */
final class ByProductsReport {

    private static final String UNKNOWN_HOST = "the chain ends at the stream: its host is not in it";

    private ByProductsReport() {}

    static Report of(Answer answer) {
        Caption caption = caption("What hosts could give of %s", answer);
        List<Part> parts = new ArrayList<>(
                List.of(finding(answer), ceiling(answer), table(answer, caption), bars(answer), links(answer)));
        if (!answer.ofUnknownHost().isEmpty()
                || Double.isInfinite(answer.others().high())) {
            parts.add(unknown(answer));
        }
        answer.conflicts().stream()
                .map(site -> conflict(site.name(), site.output(), site.host().orElseThrow()))
                .forEach(parts::add);
        parts.addAll(barred(answer.sites().stream().map(Site::barred).toList()));
        parts.add(Note.method(
                "Host cap: output of the host x what comes along x recovery. Circuits: the same with streams without limit. Could be made: with what hosts yield of it without a circuit. Made is as observed; where nobody looked, anything up to what can be made, per facility. Method: %s."
                        .formatted(ByProducts.METHOD)));
        return Report.of(
                        "How much %s stands behind the hosts?"
                                .formatted(answer.question().material()),
                        parts.toArray(Part[]::new))
                .subtitle("%s, read on %s%s"
                        .formatted(
                                Years.text(answer.years()),
                                answer.date(),
                                answer.question()
                                        .among()
                                        .map(party -> ", in " + party)
                                        .orElse("")))
                .citing(answer.sources())
                .assuming(answer.assumptions().stream().map(Assumption::premise).toList());
    }

    private static Caption caption(String title, Answer answer) {
        return Caption.of(title.formatted(answer.question().material()))
                .basis(answer.unit().basis().toString())
                .year(Years.text(answer.years()))
                .source(answer.sources().stream().map(Source::id).distinct().collect(Collectors.joining(", ")));
    }

    /** Facility by facility what hosts and steps let through. */
    static Tree explanation(Answer answer) {
        return new Tree(
                caption("How the %s that can be made comes about", answer),
                Derivation.sum(
                        "can be made with the circuits that stand",
                        answer.unit(),
                        answer.sites().stream()
                                .filter(site -> site.supply().high() > 0)
                                .map(Site::derivation)
                                .toList()));
    }

    private static Note finding(Answer answer) {
        boolean none = answer.direct().high() == 0;
        boolean free = answer.sites().stream().allMatch(site -> site.barred().isEmpty());
        return Note.finding("Known hosts in named places could give %s%s%s; circuits %scould take %s, and %s %s%s."
                .formatted(
                        answer.placed(),
                        answer.others().high() > 0
                                ? " (%s more those of other countries, which are in no place)"
                                        .formatted(answer.others())
                                : "",
                        none ? "" : ", %s of it without a circuit".formatted(answer.direct()),
                        free ? "" : "that may run ",
                        answer.circuits(),
                        none && free ? "took" : "in all was made",
                        answer.output(),
                        answer.utilization()
                                .map(share -> "%s: %s of what those could give"
                                        .formatted(
                                                answer.besideKnownHosts().equals(answer.output())
                                                        ? ""
                                                        : ", %s of it beside known hosts"
                                                                .formatted(answer.besideKnownHosts()),
                                                share.text()))
                                .orElse("")));
    }

    private static Note ceiling(Answer answer) {
        return Note.finding(
                "With the best circuit at each facility they could give %s in place of %s, in named places.%s"
                        .formatted(
                                answer.ceiling(),
                                answer.placed(),
                                answer.companionality()
                                        .map(share ->
                                                " Along with a host comes %s of what is made.".formatted(share.text()))
                                        .orElse("")));
    }

    /** A total of known hosts is no total. */
    private static Note unknown(Answer answer) {
        Stream<String> others = Double.isInfinite(answer.others().high()) ? Stream.of("other countries") : Stream.of();
        return Note.warning(
                "Nobody knows what the hosts of %s could give, so that in all it is at least %s, and the total has no end above."
                        .formatted(
                                Stream.concat(answer.ofUnknownHost().stream().map(Site::name), others)
                                        .collect(Collectors.joining("; ")),
                                Range.exactly(answer.potential().low(), answer.unit())));
    }

    private static Table links(Answer answer) {
        Table table = Table.of(
                Caption.of("How %s comes along".formatted(answer.question().material()))
                        .year(Years.text(answer.years()))
                        .computedFrom(answer.sources()),
                Table.Column.text("with"),
                Table.Column.text("by way of"),
                Table.Column.number("tons per ton of host", Unit.ONE));
        for (ByProductLink link : answer.links()) {
            table = table.row(
                    Cell.text(link.host().value()),
                    Cell.text(link.streams().stream().map(MaterialId::value).collect(Collectors.joining(", "))),
                    Cell.of(link.perTon()));
        }
        return table;
    }

    /** One of the figures must be wrong. */
    static Note conflict(String name, Range made, Range host) {
        return Note.warning(
                "%s was seen to make %s, more than its host could give (%s): one of the figures is wrong, or a host is missing."
                        .formatted(name, made, host));
    }

    /** For each policy the lines that it keeps from running. */
    static List<Note> barred(List<Map<LineId, Policy>> sites) {
        SetMultimap<Policy, LineId> lines = LinkedHashMultimap.create();
        sites.forEach(site -> site.forEach((line, policy) -> lines.put(policy, line)));
        return lines.asMap().entrySet().stream()
                .map(entry -> Note.warning(
                        "%s (%s) keeps its technology, so these may not use it: %s. What they were seen to make counts as made, and not as what could be made."
                                .formatted(
                                        entry.getKey().name(),
                                        entry.getKey().id(),
                                        entry.getValue().stream()
                                                .map(LineId::toString)
                                                .collect(Collectors.joining(", ")))))
                .toList();
    }

    private static String binds(Site site) {
        return Words.of(site.binds())
                + (site.binds() == ByProducts.Binds.NO_CIRCUIT && !site.barred().isEmpty() ? " that may run" : "");
    }

    private static Table table(Answer answer, Caption caption) {
        Table table = Table.of(
                caption,
                Table.Column.text("facility"),
                Table.Column.number("host cap", answer.unit()),
                Table.Column.number("circuits", answer.unit()),
                Table.Column.number("could be made", answer.unit()),
                Table.Column.number("planned", answer.unit()),
                Table.Column.number("made", answer.unit()),
                Table.Column.text("binds"));
        ImmutableList.Builder<List<Cell>> rows = ImmutableList.builder();
        answer.sites()
                .forEach(site -> rows.add(ImmutableList.of(
                        Cell.text(site.name()),
                        site.host().<Cell>map(Cell::of).orElse(Cell.unknown(UNKNOWN_HOST)),
                        Cell.of(site.circuits()),
                        Cell.of(site.supply()),
                        Cell.of(site.planned()),
                        Cell.of(site.output()),
                        Cell.text(binds(site)))));
        if (answer.others().high() > 0) {
            rows.add(ImmutableList.of(
                    Cell.text("other countries, somewhere"),
                    Cell.of(answer.others()),
                    Cell.empty(),
                    Cell.empty(),
                    Cell.empty(),
                    Cell.empty(),
                    Cell.empty()));
        }
        return table.rows(rows.build())
                .total(
                        Cell.text("total"),
                        Cell.of(answer.potential()),
                        Cell.of(answer.circuits()),
                        Cell.of(answer.supply()),
                        Cell.of(answer.planned()),
                        Cell.of(answer.output()),
                        Cell.empty());
    }

    private static Bars bars(Answer answer) {
        Range circuits = answer.circuits();
        Bars bars = Bars.of(caption("Host cap of %s, of facilities whose host is known", answer), answer.unit());
        for (Site site : answer.sites()) {
            if (site.host().isPresent()) {
                bars = bars.bar(site.name(), Cell.of(site.host().orElseThrow()));
            }
        }
        return circuits.isExact() ? bars.reference("all circuits together", circuits.high()) : bars;
    }
}
