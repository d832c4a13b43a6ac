package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Years;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Id;
import org.lodegraph.query.RoundTrips.Answer;
import org.lodegraph.query.RoundTrips.Crossing;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** How an answer about round trips looks. */
final class RoundTripReport {

    private RoundTripReport() {}

    /** So many lines or links are told apart in a sum, the largest. */
    private static final int EXPLAINED = 6;

    static Tree explanation(Answer answer) {
        return new Tree(
                Caption.of("How much comes back, down to what was seen at borders and made by lines")
                        .year(Years.text(answer.years()))
                        .computedFrom(answer.sources()),
                Derivation.brief(answer.coming(), EXPLAINED));
    }

    static Report of(Answer answer) {
        RoundTrips question = answer.question();
        List<Part> parts = new ArrayList<>();
        parts.add(Note.finding(finding(answer)));
        if (!answer.out().partners().isEmpty() || !answer.in().partners().isEmpty()) {
            parts.add(table(answer));
        }
        parts.add(Note.method(
                "Nobody marks the goods: the range encloses whatever happened, if what leaves is processed in the same year and stocks stay as they are. Method: %s."
                        .formatted(RoundTrips.METHOD)));
        return Report.of(
                        "How much %s of %s comes back as %s?"
                                .formatted(
                                        name(answer, question.raw()),
                                        name(answer, question.home()),
                                        name(answer, question.processed())),
                        parts.toArray(Part[]::new))
                .subtitle("%s, read on %s".formatted(Years.text(answer.years()), answer.date()))
                .citing(answer.sources())
                .assuming(answer.assumptions().stream().map(Assumption::premise).toList());
    }

    private static String name(Answer answer, Id id) {
        return Objects.requireNonNull(answer.names().get(id));
    }

    private static String finding(Answer answer) {
        return "%s of %s leave %s unprocessed (%s), and %s of %s come in (%s). Of that, %s went out before: %s of what comes in, %s of what leaves."
                .formatted(
                        answer.out().tons(),
                        name(answer, answer.question().raw()),
                        name(answer, answer.question().home()),
                        how(answer.out()),
                        answer.in().tons(),
                        name(answer, answer.question().processed()),
                        how(answer.in()),
                        answer.trip(),
                        answer.shareOfImports(),
                        answer.shareOfExports());
    }

    private static String how(Crossing crossing) {
        return switch (crossing.known()) {
            case STATED -> "as stated";
            case OBSERVED -> "at least as observed";
            case BALANCE -> "not observed: what a balance leaves open";
        };
    }

    private static Table table(Answer answer) {
        return Table.of(
                        Caption.of("What was observed to cross the border, by partner")
                                .year(Years.text(answer.years()))
                                .computedFrom(answer.sources()),
                        Table.Column.text("partner"),
                        Table.Column.number(
                                name(answer, answer.question().raw()) + " out",
                                answer.out().tons().unit()),
                        Table.Column.number(
                                name(answer, answer.question().processed()) + " in",
                                answer.in().tons().unit()))
                .rows(Sets.union(
                                answer.out().partners().keySet(),
                                answer.in().partners().keySet())
                        .stream()
                        .map(partner -> row(answer, partner))
                        .toList());
    }

    private static List<Cell> row(Answer answer, CountryId partner) {
        return ImmutableList.of(
                Cell.text(name(answer, partner)),
                cell(Optional.ofNullable(answer.out().partners().get(partner))),
                cell(Optional.ofNullable(answer.in().partners().get(partner))));
    }

    private static Cell cell(Optional<Range> tons) {
        return tons.<Cell>map(Cell::of).orElse(Cell.unknown("not observed"));
    }
}
