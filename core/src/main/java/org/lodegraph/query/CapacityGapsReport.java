package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Id;
import org.lodegraph.query.CapacityGaps.Answer;
import org.lodegraph.query.CapacityGaps.Dependence;
import org.lodegraph.query.CapacityGaps.Rung;
import org.lodegraph.query.CapacityGaps.Year;
import org.lodegraph.report.Bars;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** How missing capacity looks, from the mine on. */
final class CapacityGapsReport {

    /** So many partners are shown, those that add most; the others are counted. */
    private static final int PARTNERS = 12;

    private static final int PARTS = 3;

    /** So many stages, lines of a stage and partners are told apart in an explanation. */
    private static final int STAGES = 12;

    private static final int LINES = 8;
    private static final int JOINING = 3;

    private final Answer answer;

    private CapacityGapsReport(Answer answer) {
        this.answer = answer;
    }

    static Report of(Answer answer) {
        return new CapacityGapsReport(answer).report();
    }

    private Report report() {
        List<Part> parts = new ArrayList<>();
        parts.add(Note.finding(finding()));
        parts.add(ladder());
        parts.add(covered());
        parts.add(Note.finding(alone()));
        if (!answer.checks().isEmpty()) {
            parts.add(checks());
        }
        if (!answer.dependence().isEmpty()) {
            parts.add(dependence());
        }
        if (!answer.years().isEmpty()) {
            parts.add(outlook());
            parts.add(Note.finding(
                    answer.awaited().isEmpty()
                            ? "No line of the suppliers is planned for a day until then."
                            : "Counted from their planned day, as if on time: %s."
                                    .formatted(String.join("; ", answer.awaited()))));
        }
        if (answer.question().largestSet() > 0) {
            if (!answer.partners().isEmpty()) {
                parts.add(partners());
            }
            parts.add(Note.finding(closing()));
        }
        return answer.grounds()
                .under(
                        Report.of("Where is capacity missing for %s?".formatted(target()), parts.toArray(Part[]::new)),
                        method())
                .assuming(answer.read().stream().map(Assumption::premise).toList());
    }

    static Tree explanation(Answer answer) {
        CapacityGapsReport report = new CapacityGapsReport(answer);
        return new Tree(
                report.caption(
                        "Why is capacity missing? Stage by stage up to the mine: need beyond what lines can make"),
                Derivation.apart(
                        report.target(),
                        PARTS,
                        ImmutableList.of(
                                Derivation.apart(
                                        "stages",
                                        STAGES,
                                        Lists.reverse(answer.rungs()).stream()
                                                .map(rung -> Derivation.brief(rung.missing(), LINES))
                                                .toList()),
                                answer.delivering(),
                                Derivation.apart(
                                        "what partners add",
                                        JOINING,
                                        answer.partners().stream()
                                                .map(partner -> partner.derivation()
                                                        .labeled(
                                                                answer.grounds().name(partner.country())))
                                                .toList()))));
    }

    private String target() {
        return answer.grounds().inSentence(answer.question().delivery().target());
    }

    private String names(Collection<? extends Id> ids) {
        return ids.stream().map(id -> answer.grounds().name(id)).collect(Words.listed());
    }

    private Caption caption(String title) {
        return Caption.of(title)
                .basis(answer.wanted().unit().toString())
                .year(answer.grounds().inYears())
                .computedFrom(answer.grounds().sources());
    }

    private String finding() {
        String wants = "Wanted by %s: %s. Of the capacity asked about (%s), "
                .formatted(target(), answer.wanted(), suppliers());
        String perhaps = answer.mayBeMissing().stream()
                .filter(rung -> !rung.isMissing())
                .map(this::name)
                .collect(Words.listed());
        return wants
                + answer.firstMissing()
                        .map(rung ->
                                "the first stage from the mine on that falls short is %s: %s of %s that it takes; missing surely: %s"
                                        .formatted(
                                                name(rung),
                                                rung.available(),
                                                rung.need(),
                                                answer.rungs().stream()
                                                        .filter(Rung::isMissing)
                                                        .map(this::name)
                                                        .collect(Words.listed())))
                        .orElse("no stage surely falls short")
                + (perhaps.isEmpty() ? "." : "; perhaps: %s.".formatted(perhaps));
    }

    private String suppliers() {
        return names(answer.suppliers());
    }

    private String name(Rung rung) {
        String stages = rung.stages().stream().map(Words::of).collect(Words.listed());
        return answer.grounds().name(rung.material()) + (stages.isEmpty() ? "" : " (%s)".formatted(stages));
    }

    /** A column of the ladder, and what stands in it. */
    private record Shown(Table.Column column, Function<Rung, Range> what) {}

    /** What says nothing that another column does not say is left out. */
    private Table ladder() {
        List<Shown> shown = new ArrayList<>();
        shown.add(new Shown(Table.Column.amount("needed, t/a"), Rung::need));
        if (differs(Rung::nameplate, Rung::permitted)) {
            shown.add(new Shown(Table.Column.amount("nameplate, t/a"), Rung::nameplate));
        }
        if (differs(Rung::effective, Rung::permitted)) {
            shown.add(new Shown(Table.Column.amount("effective, t/a"), Rung::effective));
        }
        shown.add(new Shown(Table.Column.amount("permitted, t/a"), Rung::permitted));
        addIfAny(shown, Table.Column.amount("from stocks, t/a"), Rung::drawn);
        shown.add(new Shown(Table.Column.amount("missing, t/a"), Rung::gap));
        shown.add(new Shown(Table.Column.share("covered"), Rung::covered));
        addIfAny(shown, Table.Column.amount("idle, t/a"), Rung::idle);
        addIfAny(shown, Table.Column.amount("planned, t/a"), Rung::planned);
        addIfAny(shown, Table.Column.amount("reserves, t"), Rung::reserves);
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.text("stage"));
        shown.forEach(each -> columns.add(each.column));
        Table table = Table.of(caption("The stages, from the mine on"), columns.toArray(Table.Column[]::new));
        for (Rung rung : answer.rungs()) {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.text(name(rung) + (rung.unlimited() ? ", taken as unlimited" : "")));
            for (int i = 0; i < shown.size(); i++) {
                Range range = shown.get(i).what.apply(rung);
                // No reserve in the chain is no figure, not a reserve of nothing.
                boolean silent = rung.unlimited() && i > 0
                        || range.high() == 0 && shown.get(i).column.header().startsWith("reserves");
                row.add(silent ? Cell.empty() : Cell.of(range));
            }
            table = table.row(row.toArray(Cell[]::new));
        }
        return table;
    }

    /** Every stage on one scale: the part of its need that is there. */
    private Bars covered() {
        return Bars.of(
                        caption("What is there of what each stage must give, from the mine on")
                                .basis(""),
                        Unit.SHARE)
                .bars(answer.rungs().stream()
                        .filter(rung -> !rung.unlimited())
                        .map(rung -> new Bars.Bar(
                                "%s: %s of %s"
                                        .formatted(name(rung), rung.available().text(), rung.need()),
                                Cell.of(rung.covered())))
                        .toList())
                .reference("needed", 1);
    }

    private boolean differs(Function<Rung, Range> one, Function<Rung, Range> other) {
        return answer.rungs().stream().anyMatch(rung -> !one.apply(rung).equals(other.apply(rung)));
    }

    private void addIfAny(List<Shown> shown, Table.Column column, Function<Rung, Range> what) {
        if (answer.rungs().stream().anyMatch(rung -> what.apply(rung).high() > 0)) {
            shown.add(new Shown(column, what));
        }
    }

    private String alone() {
        return "From end to end %s alone can deliver %s of %s (%s), served first."
                .formatted(
                        suppliers(),
                        answer.alone().served(),
                        answer.wanted(),
                        answer.alone().share());
    }

    private Table checks() {
        Table table = Table.of(
                caption("Against the " + answer.question().benchmark()),
                Table.Column.text("part"),
                Table.Column.text("stage"),
                Table.Column.share("wanted"),
                Table.Column.share("capacity over use"),
                Table.Column.text("met"));
        for (CapacityGaps.Check check : answer.checks()) {
            table = table.row(
                    Cell.text(check.part().name()),
                    Cell.text(check.materials().isEmpty() ? "none in this chain" : names(check.materials())),
                    Cell.of(check.part().share()),
                    check.materials().isEmpty() ? Cell.empty() : Cell.of(check.reached()),
                    Cell.text(
                            check.materials().isEmpty()
                                    ? "not known"
                                    : check.isMet() ? "yes" : check.mayBeMet() ? "perhaps" : "no"));
        }
        return table;
    }

    private Table dependence() {
        double most =
                answer.question().benchmark().fromOneAtMost().orElseThrow().value();
        Table table = Table.of(
                caption(
                        "What is bought from one country outside, if in proportion to what is seen to be made there; at most %s is wanted"
                                .formatted(answer.question()
                                        .benchmark()
                                        .fromOneAtMost()
                                        .orElseThrow())),
                Table.Column.text("stage"),
                Table.Column.text("country"),
                Table.Column.share("of the use"),
                Table.Column.text("met"));
        for (Dependence each : answer.dependence()) {
            table = table.row(
                    Cell.text(answer.grounds().name(each.material())),
                    Cell.text(each.country().map(answer.grounds()::name).orElse("nobody outside was seen")),
                    Cell.of(each.share()),
                    Cell.text(each.share().high() <= most ? "yes" : each.share().low() <= most ? "perhaps" : "no"));
        }
        return table;
    }

    private Table outlook() {
        ImmutableList.Builder<Table.Column> columns = ImmutableList.builder();
        columns.add(Table.Column.text("year"), Table.Column.amount("wanted, t/a"));
        List<Rung> shown =
                answer.rungs().stream().filter(rung -> !rung.unlimited()).toList();
        shown.forEach(rung -> columns.add(
                Table.Column.amount("missing, t/a: " + answer.grounds().name(rung.material()))));
        Table table = Table.of(
                caption("Year by year, if the use grows by %s a year"
                        .formatted(Range.exactly(answer.question().growth(), Unit.SHARE))),
                columns.build().toArray(Table.Column[]::new));
        for (Year year : answer.years()) {
            ImmutableList.Builder<Cell> cells = ImmutableList.builder();
            cells.add(Cell.text(String.valueOf(year.year())), Cell.of(year.wanted()));
            year.rungs().stream().filter(rung -> !rung.unlimited()).forEach(rung -> cells.add(Cell.of(rung.gap())));
            table = table.row(cells.build().toArray(Cell[]::new));
        }
        return table;
    }

    private Table partners() {
        return Table.of(
                        caption("What each further supplier adds, from end to end"),
                        Table.Column.text("country"),
                        Table.Column.number("added", answer.wanted().unit()),
                        Table.Column.number("in no case beyond", answer.wanted().unit()),
                        Table.Column.share("then delivered"),
                        Table.Column.text("no longer surely missing"))
                .rows(answer.partners().stream()
                        .map(partner -> ImmutableList.of(
                                Cell.text(answer.grounds().name(partner.country())),
                                Cell.of(partner.added()),
                                Cell.of(partner.bound()),
                                Cell.of(partner.together().share()),
                                Cell.text(names(partner.fills()))))
                        .toList())
                .showing(PARTNERS);
    }

    private String closing() {
        String surely = with(answer.closing());
        String perhaps = with(answer.perhapsClosing());
        String most = "up to %s partner%s"
                .formatted(answer.question().largestSet(), answer.question().largestSet() == 1 ? "" : "s");
        if (answer.perhapsClosing().isEmpty()) {
            return "No set of %s closes the gap, however the figures are read.".formatted(most);
        }
        return answer.closing().isEmpty()
                ? "No set of %s surely closes the gap; if figures are read as they favor it, it closes %s."
                        .formatted(most, perhaps)
                : "All that is wanted surely arrives %s%s."
                        .formatted(
                                surely,
                                perhaps.equals(surely) ? "" : "; if figures are read as they favor it, " + perhaps);
    }

    private String with(List<Set<CountryId>> sets) {
        return sets.stream().allMatch(Set::isEmpty)
                ? "without anybody else"
                : "with "
                        + sets.stream()
                                .map(set -> set.stream()
                                        .map(id -> answer.grounds().name(id))
                                        .collect(Collectors.joining(" and ")))
                                .collect(Collectors.joining(", or "));
    }

    private String method() {
        return "Each stage by itself: what it must give, after what other recipes and alternatives there could give instead, against effective capacity of running lines as far as licences and technology policies allow, or what they were seen to make if that is more. From end to end: the delivery of the chain that has only the suppliers' lines and stocks; %s. %s%s Ranges of needs and capacities are sums of ends; what a partner adds spans readings that were tried. Method: %s."
                .formatted(
                        answer.question().delivery().conditions(),
                        answer.grounds().exactness(),
                        answer.loops().isEmpty()
                                ? ""
                                : " What comes back is not counted as a need: %s.".formatted(names(answer.loops())),
                        CapacityGaps.METHOD);
    }
}
