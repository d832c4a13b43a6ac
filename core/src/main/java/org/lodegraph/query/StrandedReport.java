package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Years;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.Id;
import org.lodegraph.model.Party;
import org.lodegraph.query.StrandedReserves.Answer;
import org.lodegraph.query.StrandedReserves.Reserve;
import org.lodegraph.query.StrandedReserves.Route;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** How an answer about reserves looks. */
final class StrandedReport {

    /** So many reserves or lines are told apart, the largest. */
    private static final int EXPLAINED = 10;

    private StrandedReport() {}

    static Report of(Answer answer) {
        StrandedReserves question = answer.question();
        return Report.of(
                        "Which %s in the ground has no route to %s?"
                                .formatted(name(answer, question.ore()), name(answer, question.product())),
                        Note.finding(finding(answer)),
                        table(answer),
                        Note.method(
                                "Each reserve is taken as if it were dug, and followed to lines that may be used and lead to the product. Take: those lines at full capacity with nothing else to do; later steps may be narrower. Route: none, or whether that is enough for what is dug there. Years if alone: how long those lines would take for the whole reserve if it alone fed them, not how long it lasts as it is dug. Method: %s."
                                        .formatted(StrandedReserves.METHOD)))
                .subtitle("%s, read on %s%s%s%s%s"
                        .formatted(
                                Years.text(answer.years()),
                                answer.date(),
                                question.ground()
                                        .map(party -> ", in the ground of " + name(answer, party))
                                        .orElse(""),
                                parties(answer, ", processed by ", question.by()),
                                parties(answer, ", not processed by ", question.except()),
                                question.home() ? ", each processed at home" : ""))
                .citing(answer.sources())
                .assuming(answer.assumptions().stream().map(Assumption::premise).toList());
    }

    static Tree explanation(Answer answer, Tree.Node stranded, Tree.Node left) {
        return new Tree(
                caption(answer, "Which ore gets nowhere, and how much is dug beyond what processors take"),
                Derivation.apart(
                        answer.question().ore() + " in the ground",
                        2,
                        ImmutableList.of(Derivation.brief(stranded, EXPLAINED), Derivation.brief(left, EXPLAINED))));
    }

    private static Caption caption(Answer answer, String title) {
        return Caption.of(title)
                .basis(answer.reserves().get(0).amount().unit().basis().toString())
                .year(Years.text(answer.years()))
                .computedFrom(answer.sources());
    }

    private static String name(Answer answer, Id id) {
        return Objects.requireNonNull(answer.names().get(id));
    }

    private static String parties(Answer answer, String words, Set<Party> parties) {
        return parties.isEmpty()
                ? ""
                : words + parties.stream().map(party -> name(answer, party)).collect(Words.listed());
    }

    private static String finding(Answer answer) {
        List<Reserve> stranded = answer.having(Route.NONE);
        int listed = answer.reserves().size() - answer.having(Route.UNKNOWN).size();
        return "No route to a processor that may be used: %s of %s reserves, %s of %s, %s of all.%s%s%s"
                .formatted(
                        stranded.size(),
                        listed,
                        answer.stranded(),
                        name(answer, answer.question().ore()),
                        answer.strandedShare(),
                        elsewhere(answer.having(Route.UNKNOWN)),
                        ofKnown(answer),
                        stranded.size() == listed ? "" : narrow(answer));
    }

    /** What lies in other countries, which is in all of it. */
    private static String elsewhere(List<Reserve> unknown) {
        return unknown.stream()
                .map(reserve -> " %s in countries that are not named, with a route or without."
                        .formatted(
                                reserve.isKnown() || reserve.amount().low() > 0
                                        ? reserve.amount() + " of it lies"
                                        : "More may lie"))
                .collect(Collectors.joining());
    }

    /** A share of what may be of any size says little; that of the rest does. */
    private static String ofKnown(Answer answer) {
        List<Reserve> unknown =
                answer.reserves().stream().filter(reserve -> !reserve.isKnown()).toList();
        return unknown.isEmpty() || unknown.size() == answer.reserves().size()
                ? ""
                : " Nobody says how large %s; of the others, %s has no route."
                        .formatted(
                                unknown.size() == 1 ? "one reserve is" : unknown.size() + " reserves are",
                                answer.strandedShareOfKnown());
    }

    private static String narrow(Answer answer) {
        if (answer.question().home()) {
            return answer.left().high() > 0
                    ? " Of the ore that has a route, mines dig %s more than the processors of their own countries could take, added up country by country."
                            .formatted(answer.left())
                    : " In each country whose ore has a route, processors could take what mines there dig, and more.";
        }
        return answer.left().high() > 0
                ? " Of the ore that has a route, mines dig %s more than all processors that it gets to could take together."
                        .formatted(answer.left())
                : " All processors that ore with a route gets to could take what mines dig of it, and more.";
    }

    private static Table table(Answer answer) {
        Unit tons = answer.reserves().get(0).amount().unit();
        Unit rate = answer.taken().unit();
        return Table.of(
                        caption(answer, "Reserves and who could process them"),
                        Table.Column.text("in the ground of"),
                        Table.Column.number("reserve", tons),
                        Table.Column.number("dug", rate),
                        Table.Column.count("lines"),
                        Table.Column.number("take", rate),
                        Table.Column.text("route"),
                        Table.Column.number("years if alone", Unit.YEARS))
                .rows(answer.reserves().stream()
                        .map(reserve -> row(answer, reserve))
                        .toList());
    }

    private static List<Cell> row(Answer answer, Reserve reserve) {
        return ImmutableList.of(
                Cell.text(name(answer, reserve.country())),
                Cell.of(reserve.amount()),
                reserve.dug().<Cell>map(Cell::of).orElse(Cell.empty()),
                reserve.route() == Route.UNKNOWN
                        ? Cell.empty()
                        : Cell.count(reserve.processors().size()),
                reserve.route() == Route.UNKNOWN ? Cell.empty() : Cell.of(reserve.takes()),
                Cell.text(Words.of(reserve.route())),
                reserve.years().<Cell>map(Cell::of).orElse(Cell.empty()));
    }
}
