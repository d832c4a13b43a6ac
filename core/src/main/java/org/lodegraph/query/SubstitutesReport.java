package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodegraph.flow.Takeover;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Target;
import org.lodegraph.query.Substitutes.Answer;
import org.lodegraph.query.Substitutes.Candidate;
import org.lodegraph.query.Substitutes.Use;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** How an answer about substitutes looks. */
final class SubstitutesReport {

    private final Answer answer;
    private final Unit unit;

    private SubstitutesReport(Answer answer) {
        this.answer = answer;
        this.unit = answer.before().served().unit();
    }

    static Report of(Answer answer) {
        return new SubstitutesReport(answer).report();
    }

    /** So many alternatives are explained, those that have most to spare. */
    private static final int EXPLAINED = 5;

    static Tree explanation(Answer answer) {
        SubstitutesReport report = new SubstitutesReport(answer);
        return new Tree(
                report.caption("What alternatives could take over: each amount is price x limit, or rate x share"),
                Derivation.apart(
                        "in place of " + report.name(report.target().material()),
                        EXPLAINED,
                        Stream.concat(
                                        Stream.of(answer.together().derivation().labeled("all together")),
                                        answer.takeovers().entrySet().stream()
                                                .map(entry -> entry.getValue()
                                                        .derivation()
                                                        .labeled(report.name(entry.getKey()))))
                                .toList()));
    }

    private Report report() {
        List<Part> parts = new ArrayList<>();
        parts.add(Note.finding(finding()));
        if (!answer.candidates().isEmpty()) {
            parts.add(takeovers());
            parts.add(uses());
            answer.candidates().stream()
                    .filter(Candidate::modeled)
                    .map(this::shared)
                    .forEach(parts::add);
            unmodeled().ifPresent(parts::add);
            Table others = others();
            if (!others.rows().isEmpty()) {
                parts.add(others);
            }
        }
        return answer.grounds()
                .under(
                        Report.of(
                                "What else would do for %s?"
                                        .formatted(answer.grounds().inSentence(target())),
                                parts.toArray(Part[]::new)),
                        method());
    }

    private Target target() {
        return answer.question().delivery().target();
    }

    private String name(MaterialId material) {
        return answer.grounds().name(material);
    }

    private String finding() {
        if (answer.candidates().isEmpty()) {
            return "Nobody names an alternative for %s."
                    .formatted(answer.grounds().inSentence(target()));
        }
        String excluded = answer.excluded().isEmpty()
                ? ""
                : " Left out, since they share something with it: %s."
                        .formatted(answer.excluded().stream()
                                .map(candidate -> name(candidate.material()))
                                .collect(Words.listed()));
        if (answer.takeovers().isEmpty()) {
            return "Nothing is left that would do.%s".formatted(excluded);
        }
        Takeover together = answer.together();
        return "%s could take over %s of what is wanted from what is to spare, %s if it outbids all other users, of %s that largest shares allow%s.%s"
                .formatted(
                        answer.takeovers().keySet().stream().map(this::name).collect(Words.listed()),
                        together.spare(),
                        together.most(),
                        together.allowed(),
                        answer.question().delivery().days() < Double.POSITIVE_INFINITY
                                ? " of what is there by then"
                                : "",
                        excluded);
    }

    private Caption caption(String title) {
        return Caption.of(title)
                .year(answer.grounds().inYears())
                .computedFrom(answer.grounds().sources());
    }

    private Table takeovers() {
        boolean made = answer.takeovers().entrySet().stream()
                .anyMatch(entry ->
                        makers(entry.getKey(), entry.getValue()).after().isPresent());
        List<Table.Column> columns = new ArrayList<>(List.of(
                Table.Column.text("alternative"),
                Table.Column.number("allowed", unit),
                Table.Column.number("to spare", unit),
                Table.Column.number("at most", unit)));
        if (made) {
            columns.add(Table.Column.number("HHI before", Unit.ONE));
            columns.add(Table.Column.number("HHI after", Unit.ONE));
        }
        Table table = Table.of(
                caption("What alternatives could take over, in tons replaced").basis(unit.toString()),
                columns.toArray(Table.Column[]::new));
        List<List<Cell>> rows = new ArrayList<>();
        answer.takeovers().forEach((material, takeover) -> {
            List<Cell> row = row(name(material), takeover);
            if (made) {
                row.add(hhi(makers(material, takeover).before()));
                row.add(hhi(makers(material, takeover).after()));
            }
            rows.add(row);
        });
        if (answer.takeovers().size() > 1) {
            List<Cell> row = row("together", answer.together());
            if (made) {
                row.add(Cell.empty());
                row.add(Cell.empty());
            }
            rows.add(row);
        }
        return table.rows(rows);
    }

    private static Takeover.Concentrated makers(MaterialId material, Takeover takeover) {
        return Objects.requireNonNull(takeover.makers().get(material));
    }

    private static List<Cell> row(String name, Takeover takeover) {
        return new ArrayList<>(List.of(
                Cell.text(name), Cell.of(takeover.allowed()), Cell.of(takeover.spare()), Cell.of(takeover.most())));
    }

    private static Cell hhi(Optional<Range> range) {
        return range.<Cell>map(Cell::of).orElse(Cell.unknown("nobody in the chain makes any"));
    }

    private Table uses() {
        Table table = Table.of(
                caption("Where they would do"),
                Table.Column.text("alternative"),
                Table.Column.text("use"),
                Table.Column.amount("tons per ton"),
                Table.Column.amount("performance"),
                Table.Column.amount("largest share"),
                Table.Column.amount("ramp-up"));
        for (Candidate candidate : answer.candidates()) {
            for (Use use : candidate.uses()) {
                table = table.row(
                        Cell.text(name(candidate.material())),
                        Cell.text(use.application()),
                        Cell.of(use.alternative().ratio()),
                        use.alternative()
                                .performance()
                                .<Cell>map(SubstitutesReport::cell)
                                .orElse(unsaid()),
                        cell(use.alternative().largestShare()),
                        use.alternative()
                                .rampUp()
                                .<Cell>map(SubstitutesReport::cell)
                                .orElse(unsaid()));
            }
        }
        return table;
    }

    private static Cell cell(Figure figure) {
        return Cell.of(figure);
    }

    private static Cell unsaid() {
        return Cell.unknown("nobody says");
    }

    /** Those of which the chain only knows that they would do. */
    private Optional<Note> unmodeled() {
        String names = answer.candidates().stream()
                .filter(candidate -> !candidate.modeled())
                .map(candidate -> name(candidate.material()))
                .collect(Words.listed());
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Note.warning(
                        "How these are made is not in the chain, so how much there is of them, and what they share with %s, is not known: %s."
                                .formatted(name(target().material()), names)));
    }

    private Note shared(Candidate candidate) {
        String who = name(candidate.material());
        if (!candidate.sharesAny()) {
            boolean delivered = answer.before().served().high() > 0;
            return Note.finding(
                    delivered
                            ? "%s shares no host and no group by %s with %s."
                                    .formatted(who, answer.question().grouping(), name(target().material()))
                            : "%s shares no host with %s; of that nothing is delivered if all share, so no loss says which groups they share."
                                    .formatted(who, name(target().material())));
        }
        return Note.warning("%s shares with %s: %s."
                .formatted(
                        who,
                        name(target().material()),
                        Stream.concat(
                                        candidate.hosts().stream().map(host -> "the host " + name(host)),
                                        candidate.groups().stream()
                                                .map(group -> "%s (its loss costs %s of the original, %s of this)"
                                                        .formatted(
                                                                group.name(), group.original(), group.alternative())))
                                .collect(Collectors.joining("; "))));
    }

    /** Who pays if the most is shifted. */
    private Table others() {
        Table table = Table.of(
                caption("Other users if as much as possible is shifted to one alternative, and all share the rest"),
                Table.Column.text("shifted to"),
                Table.Column.text("other user"),
                Table.Column.amount("lacked before"),
                Table.Column.amount("lacks after"));
        ImmutableList.Builder<List<Cell>> rows = ImmutableList.builder();
        answer.takeovers()
                .forEach((material, takeover) -> takeover.others().stream()
                        .filter(other -> other.lost().low() < 0 || other.lost().high() > 0)
                        .forEach(other -> rows.add(ImmutableList.of(
                                Cell.text(name(material)),
                                Cell.text("%s for %s (%s)"
                                        .formatted(
                                                answer.grounds()
                                                        .name(other.demand().consumer()),
                                                name(other.demand().material()),
                                                other.demand().application())),
                                Cell.of(other.before().unmet()),
                                Cell.of(other.after().unmet())))));
        return table.rows(rows.build());
    }

    private String method() {
        return "To spare: nobody else gets less than without the shift. At most: the shifted demand is served first. Concentration is of production by country, of one representative solution, near to usual, with at most shifted. A shared group costs at least %s of the delivery of each, served first or if all share, whichever is more. Read with: %s. %s Method: %s."
                .formatted(
                        answer.question().threshold(),
                        answer.question().delivery().conditions(),
                        answer.grounds().exactness(),
                        Substitutes.METHOD);
    }
}
