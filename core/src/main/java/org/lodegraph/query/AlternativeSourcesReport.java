package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lodegraph.measure.Unit;
import org.lodegraph.query.AlternativeSources.Answer;
import org.lodegraph.query.AlternativeSources.Candidate;
import org.lodegraph.query.AlternativeSources.Readiness;
import org.lodegraph.query.AlternativeSources.Source;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** How an answer about alternative sources looks. */
final class AlternativeSourcesReport {

    private final Answer answer;
    private final Unit unit;

    private AlternativeSourcesReport(Answer answer) {
        this.answer = answer;
        this.unit = answer.before().served().unit();
    }

    static Report of(Answer answer) {
        return new AlternativeSourcesReport(answer).report();
    }

    /** So many lines are explained, those that bring most. */
    private static final int EXPLAINED = 6;

    static Tree explanation(Answer answer) {
        AlternativeSourcesReport report = new AlternativeSourcesReport(answer);
        return new Tree(
                report.caption(
                                "What starting lines brings %s: delivered with it less delivered without it, each price x limit"
                                        .formatted(report.target()))
                        .basis(report.unit.toString()),
                Derivation.apart(
                        "lines that do not run",
                        EXPLAINED,
                        Stream.concat(
                                        Stream.of(answer.derivation()),
                                        answer.sources().stream()
                                                .map(source ->
                                                        source.derivation().labeled(report.name(source.candidate()))))
                                .toList()));
    }

    private Report report() {
        List<Part> parts = new ArrayList<>();
        parts.add(Note.finding(finding()));
        if (!answer.sources().isEmpty()) {
            parts.add(gains());
            parts.add(dependence());
        }
        answer.others().forEach(candidate -> parts.add(Note.finding(other(candidate))));
        return answer.grounds()
                .under(
                        Report.of("Who else could supply %s?".formatted(target()), parts.toArray(Part[]::new)),
                        method());
    }

    private String target() {
        return answer.grounds().inSentence(answer.question().delivery().target());
    }

    private String name(Candidate candidate) {
        return "%s (%s)".formatted(answer.grounds().name(candidate.line()), candidate.line());
    }

    private String finding() {
        String before = "Without any of them %s lacks %s if it is served first, %s if all share."
                .formatted(target(), answer.before().unmet(), answer.sharing().unmet());
        return answer.sources().isEmpty()
                ? "No line that stands still or is planned could add to it by %s. %s"
                        .formatted(answer.grounds().date(), before)
                : "%s; together they bring %s if the target is served first, %s if all share. %s"
                        .formatted(
                                starters(),
                                answer.together().first(),
                                answer.together().shared(),
                                before);
    }

    /** Those that have a day, and those of which nobody says when, which may not be there on the day. */
    private String starters() {
        long dated = answer.sources().stream()
                .filter(source -> source.candidate().from().isPresent())
                .count();
        long undated = answer.sources().size() - dated;
        if (dated == 0) {
            return "%s might start, nobody says when".formatted(undated == 1 ? "One line" : undated + " lines");
        }
        return "%s could start by %s%s"
                .formatted(
                        dated == 1 ? "One line" : dated + " lines",
                        answer.grounds().date(),
                        undated == 0
                                ? ""
                                : ", %s more might, nobody says when".formatted(undated == 1 ? "one" : undated));
    }

    private Caption caption(String title) {
        return Caption.of(title)
                .year(answer.grounds().inYears())
                .computedFrom(answer.grounds().sources());
    }

    private Table gains() {
        return Table.of(
                        caption("What each line brings alone").basis(unit.toString()),
                        Table.Column.text("line"),
                        Table.Column.text("status"),
                        Table.Column.text("from"),
                        Table.Column.amount("capacity"),
                        Table.Column.number("served first", unit),
                        Table.Column.number("if all share", unit))
                .rows(answer.sources().stream().map(this::gain).toList())
                .total(
                        Cell.text("together"),
                        Cell.empty(),
                        Cell.empty(),
                        Cell.empty(),
                        Cell.of(answer.together().first()),
                        Cell.of(answer.together().shared()));
    }

    private List<Cell> gain(Source source) {
        Candidate candidate = source.candidate();
        return ImmutableList.of(
                Cell.text(name(candidate)),
                Cell.text(Words.of(candidate.status())),
                candidate
                        .from()
                        .<Cell>map(day -> Cell.text(day.toString()))
                        .orElse(Cell.unknown("nobody says when, so it may add nothing")),
                candidate.capacity().<Cell>map(Cell::of).orElse(Cell.unknown("nobody says")),
                Cell.of(source.gain().first()),
                Cell.of(source.gain().shared()));
    }

    private Table dependence() {
        return Table.of(
                        caption("What each line hangs on, by %s"
                                .formatted(answer.question().grouping())),
                        Table.Column.text("line"),
                        Table.Column.text("comes along with"),
                        Table.Column.text("cannot run without"),
                        Table.Column.text("must pass through"))
                .rows(answer.sources().stream().map(this::hangsOn).toList());
    }

    private List<Cell> hangsOn(Source source) {
        return ImmutableList.of(
                Cell.text(name(source.candidate())),
                words(source.hosts().stream().map(host -> answer.grounds().name(host))),
                words(groups(source.needs())),
                source.reaches()
                        ? words(groups(source.passes()))
                        : Cell.text("cannot run, or does not get to the target within the rules"));
    }

    private Stream<String> groups(Set<String> names) {
        return names.stream().map(name -> answer.groups().getOrDefault(name, name));
    }

    private static Cell words(Stream<String> names) {
        String all = names.collect(Words.listed());
        return all.isEmpty() ? Cell.empty() : Cell.text(all);
    }

    private String other(Candidate candidate) {
        return candidate.readiness() == Readiness.NOWHERE
                ? "%s is %s, but nobody says where it stands, so it is not counted."
                        .formatted(name(candidate), Words.of(candidate.status()))
                : "%s is %s and could run from %s at the earliest, which is too late."
                        .formatted(
                                name(candidate),
                                Words.of(candidate.status()),
                                candidate.from().orElseThrow());
    }

    private String method() {
        return "A gain is the delivery with the line less the delivery without it. Who hangs on what is a matter of structure, whatever the quantities, once all lines named have started. Lines run at capacity from their first day. Read with: %s. %s Method: %s."
                .formatted(
                        answer.question().delivery().conditions(),
                        answer.grounds().exactness(),
                        AlternativeSources.METHOD);
    }
}
