package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lodegraph.flow.Supply;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Target;
import org.lodegraph.query.Exposure.Answer;
import org.lodegraph.query.Exposure.Exposed;
import org.lodegraph.report.Bars;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** How an answer about exposure looks. */
final class ExposureReport {

    private static final int MOST_BARS = 10;
    private static final int MOST_COLUMNS = 4;

    /** So many groups are explained, those most is exposed to. */
    private static final int EXPLAINED = 3;

    private final Answer answer;
    private final Target target;
    private final Unit unit;

    private ExposureReport(Answer answer) {
        this.answer = answer;
        this.target = answer.question().delivery().target();
        this.unit = answer.supply().served().unit();
    }

    static Report of(Answer answer) {
        return new ExposureReport(answer).report();
    }

    static Tree explanation(Answer answer) {
        ExposureReport report = new ExposureReport(answer);
        return new Tree(
                report.caption(
                        "Why so exposed? Part of the supply x share of it that passed, from hand to hand upstream"),
                Derivation.apart(
                        "what %s gets".formatted(report.target()),
                        EXPLAINED,
                        answer.rows().stream()
                                .map(exposed -> Objects.requireNonNull(
                                                answer.derivations().get(exposed.group()))
                                        .labeled("passed through " + report.name(exposed)))
                                .toList()));
    }

    private Report report() {
        List<Part> parts = new ArrayList<>();
        parts.add(Note.finding(finding()));
        if (answer.unplaced().high() > 0) {
            parts.add(Note.finding(
                    "%s of what it gets passes through what is of unknown origin (scrap, drawn stocks, whoever no table lists), which is in no group of countries."
                            .formatted(answer.unplaced())));
        }
        if (!answer.anySize().isEmpty()) {
            parts.add(Note.warning(
                    "What these make is not known: %s. Beside them every share may be smaller, down to nothing, and theirs may be all. Suppose a figure to narrow it."
                            .formatted(answer.anySize().stream()
                                    .map(line -> answer.grounds().name(line))
                                    .collect(Words.listed()))));
        }
        if (!answer.rows().isEmpty()) {
            parts.add(groups());
            parts.add(bars());
            parts.add(consumers());
        }
        return answer.grounds()
                .under(
                        Report.of(
                                "Through whose hands does supply of %s pass?".formatted(target()),
                                parts.toArray(Part[]::new)),
                        method());
    }

    private String target() {
        return answer.grounds().inSentence(target);
    }

    private String name(Exposed exposed) {
        return Objects.requireNonNull(answer.groups().get(exposed.group()));
    }

    private String finding() {
        Supply supply = answer.supply();
        if (supply.served().high() == 0) {
            return "If all share, %s gets nothing, so nothing passes through anybody's hands.".formatted(target());
        }
        String unmet = supply.unmet().high() > 0
                ? " It gets %s; %s more is unmet, which is no supply.".formatted(supply.served(), supply.unmet())
                : "";
        if (answer.rows().isEmpty()) {
            return "By %s, nothing that %s gets passes through any group.%s"
                    .formatted(answer.question().grouping(), target(), unmet);
        }
        Exposed first = answer.rows().get(0);
        return "By %s, supply of %s passes through %s of %s groups, most of it through %s: %s of what it gets, by proportional mixing. Shares overlap and never add up.%s"
                .formatted(
                        answer.question().grouping(),
                        target(),
                        answer.rows().size(),
                        answer.groups().size(),
                        name(first),
                        first.share(),
                        unmet);
    }

    private Caption caption(String title) {
        return Caption.of(title)
                .year(answer.grounds().inYears())
                .computedFrom(answer.grounds().sources());
    }

    private Table groups() {
        return Table.of(
                        caption("What passes through whose hands").basis(unit.toString()),
                        Table.Column.text(answer.question().grouping().toString()),
                        Table.Column.share("share of supply"),
                        Table.Column.number("passes through", unit))
                .rows(answer.rows().stream()
                        .map(row -> ImmutableList.of(Cell.text(name(row)), Cell.of(row.share()), Cell.of(row.tons())))
                        .toList());
    }

    private Bars bars() {
        return Bars.of(caption("Largest exposures of " + target()), Unit.SHARE)
                .bars(answer.rows().stream()
                        .limit(MOST_BARS)
                        .map(row -> new Bars.Bar(name(row), Cell.of(row.share())))
                        .toList());
    }

    /** Everybody, beside the groups through which the target's supply passes; people see those through which most does. */
    private Table consumers() {
        String title = "Who is exposed to whom: share of supply";
        Table whole = consumers(title, answer.rows());
        int left = answer.rows().size() - MOST_COLUMNS;
        return left <= 1
                ? whole
                : whole.showing(consumers(
                        "%s; %s more groups are not shown".formatted(title, left),
                        answer.rows().subList(0, MOST_COLUMNS)));
    }

    private Table consumers(String title, List<Exposed> groups) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.text("consumer"));
        columns.add(Table.Column.share("unmet"));
        groups.forEach(group -> columns.add(Table.Column.share(name(group))));
        return Table.of(caption(title), columns.toArray(Table.Column[]::new))
                .rows(answer.consumers().keySet().stream()
                        .map(consumer -> row(consumer, groups))
                        .toList());
    }

    private List<Cell> row(Target consumer, List<Exposed> groups) {
        Map<String, Range> shares =
                answer.of(consumer).stream().collect(ImmutableMap.toImmutableMap(Exposed::group, Exposed::share));
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(answer.grounds().name(consumer)));
        cells.add(
                Cell.of(Objects.requireNonNull(answer.consumers().get(consumer)).unmetShare()));
        groups.forEach(group -> cells.add(Cell.of(shares.getOrDefault(group.group(), Range.exactly(0, Unit.SHARE)))));
        return cells;
    }

    private String method() {
        return "Exposure to a group is the share of what a consumer gets that has passed through it anywhere upstream, by proportional mixing in each pool; a product is exposed as its most exposed input. It is what would be missing at once if the group stopped and no other flow changed; what a delivery as traded loses may be less, for it holds observed lanes only. All share; %s. %s Results are annual rates, as if the rules lasted. Method: %s."
                .formatted(
                        answer.question().delivery().conditions(),
                        answer.grounds().exactness(),
                        Exposure.METHOD);
    }
}
