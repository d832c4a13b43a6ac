package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.MaterialId;
import org.lodegraph.query.RecyclingCeiling.Answer;
import org.lodegraph.query.RecyclingCeiling.Grows;
import org.lodegraph.query.RecyclingCeiling.Reached;
import org.lodegraph.query.RecyclingCeiling.Year;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Steps;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** How an answer about scrap looks. */
final class RecyclingReport {

    private static final int EVERY = 5;

    /** So many uses are told apart, the largest. */
    private static final int EXPLAINED = 6;

    private final Answer answer;
    private final Year first;
    private final Year last;

    private RecyclingReport(Answer answer) {
        this.answer = answer;
        this.first = answer.years().get(0);
        this.last = answer.years().get(answer.years().size() - 1);
    }

    static Report of(Answer answer) {
        return new RecyclingReport(answer).report();
    }

    static Tree explanation(Answer answer) {
        return new Tree(
                new RecyclingReport(answer).caption("Scrap over demand, use by use, down to the figures"),
                Derivation.brief(answer.derivation(), EXPLAINED));
    }

    private Report report() {
        return Report.of(
                        "How much of %s could scrap cover?".formatted(materials()),
                        Note.finding(finding()),
                        table(),
                        picture(),
                        Note.method(method()))
                .subtitle("%s%s, read on %s"
                        .formatted(
                                span(),
                                answer.question()
                                        .among()
                                        .map(party -> ", in " + party)
                                        .orElse(""),
                                answer.date()))
                .citing(answer.sources())
                .assuming(answer.assumptions().stream().map(Assumption::premise).toList());
    }

    private String materials() {
        return answer.question().materials().stream().map(MaterialId::value).collect(Collectors.joining(" and "));
    }

    private String span() {
        return "%s to %s".formatted(first.year(), last.year());
    }

    private String finding() {
        return "Old and new scrap could cover %s of demand in %s%s; if growth goes on, the share tends to %s.%s"
                .formatted(
                        first.share(),
                        first.year(),
                        last.year() == first.year() ? "" : " and %s in %s".formatted(last.share(), last.year()),
                        answer.limit(),
                        answer.reached().stream().map(this::sentence).collect(Collectors.joining()));
    }

    private String sentence(Reached reached) {
        if (reached.never()) {
            return " It can never cover %s.".formatted(reached.goal());
        }
        if (reached.atBest().isEmpty()) {
            return " It cannot cover %s by %s.".formatted(reached.goal(), last.year());
        }
        return " It could cover %s %s; %s."
                .formatted(
                        reached.goal(),
                        span("at the earliest in", reached.atBest().orElseThrow(), reached.atBestUntil()),
                        reached.surely()
                                .map(year -> "in every reading " + span("in", year, reached.surelyUntil()))
                                .orElse("not in every reading by " + last.year()));
    }

    /** From when, and until when if that ends. */
    private static String span(String in, int from, Optional<Integer> until) {
        return until.map(over -> over == from ? "only in " + from : "from %s until %s".formatted(from, over))
                .orElse(in + " " + from);
    }

    /** All years; people see every fifth, the first and the last. */
    private Table table() {
        List<Year> seen = answer.years().stream()
                .filter(year -> year.year() % EVERY == 0 || year.equals(first) || year.equals(last))
                .toList();
        String title = "What scrap could cover";
        Table whole = table(title, answer.years());
        return seen.size() == answer.years().size()
                ? whole
                : whole.showing(table(title + ": first, last and every fifth year", seen));
    }

    private Table table(String title, List<Year> years) {
        Unit rate = first.demand().unit();
        return Table.of(
                        caption(title).basis(rate.basis().toString()),
                        Table.Column.text("year"),
                        Table.Column.number("demand", rate),
                        Table.Column.share("old scrap"),
                        Table.Column.share("new scrap"),
                        Table.Column.share("both"),
                        Table.Column.number("supply", rate))
                .rows(years.stream().map(RecyclingReport::row).toList());
    }

    private static List<Cell> row(Year year) {
        return ImmutableList.of(
                Cell.text(Integer.toString(year.year())),
                Cell.of(year.demand()),
                Cell.of(year.old()),
                Cell.of(year.fresh()),
                Cell.of(year.share()),
                Cell.of(year.supply()));
    }

    private Steps picture() {
        return Steps.of(
                caption("Share of demand that scrap could cover")
                        .basis("% of demand")
                        .year(span()),
                Unit.SHARE,
                LocalDate.of(last.year(), 12, 31),
                new Steps.Series(
                        "old and new scrap",
                        answer.years().stream()
                                .map(year -> Steps.Step.year(year.year(), Cell.of(year.share())))
                                .toList()));
    }

    private Caption caption(String title) {
        return Caption.of(title).computedFrom(answer.sources());
    }

    private String method() {
        return "Old scrap is what leaves use x collection x separation x recovery, new scrap is demand x fabrication loss x its recovery. %s grows evenly, and uses keep their parts and rates. %s Method: %s."
                .formatted(
                        answer.question().grows() == Grows.DEMAND ? "Demand" : "What is in use",
                        answer.encloses()
                                ? "Every reading of the figures lies inside the shares."
                                : "The ends are those of the readings tried, both ends of each figure; others may lie outside.",
                        RecyclingCeiling.METHOD);
    }
}
