package org.lodegraph.query;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodegraph.graph.Lack;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.query.Chokepoints.Answer;
import org.lodegraph.query.Chokepoints.Chokepoint;
import org.lodegraph.report.Bars;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Section;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** How the chokepoints of a target look. */
final class ChokepointsReport {

    private final Answer answer;
    private final AftermathParts words;

    private ChokepointsReport(Answer answer) {
        this.answer = answer;
        this.words = new AftermathParts(answer.question().delivery(), answer.grounds(), answer.before());
    }

    static Report of(Answer answer) {
        return new ChokepointsReport(answer).report();
    }

    static Tree explanation(Answer answer) {
        return new ChokepointsReport(answer)
                .words.explanation(
                        "by " + answer.question().grouping(),
                        answer.chokepoints().stream()
                                .map(each -> AftermathParts.explained(each.name(), each.aftermath()))
                                .toList());
    }

    private Report report() {
        List<Part> parts = new ArrayList<>();
        parts.add(Note.finding(finding()));
        parts.add(Note.finding(words.before() + "."));
        if (!answer.chokepoints().isEmpty()) {
            parts.add(table());
            parts.add(bars());
        }
        parts.add(answer.network());
        answer.chokepoints().stream()
                .limit(1)
                .forEach(first -> parts.addAll(words.flows(first.name(), first.aftermath())));
        if (!answer.unresolved().isEmpty()) {
            parts.add(Note.warning(
                    "No reading tried says that any of these costs so much, but the figures do not rule it out, served first: %s."
                            .formatted(answer.unresolved().stream()
                                    .map(group -> Objects.requireNonNull(
                                            answer.groups().get(group)))
                                    .collect(Collectors.joining("; ")))));
        }
        if (answer.story().isEmpty() && answer.before().served().high() > 0) {
            parts.add(
                    Note.warning(
                            "It is served, but nothing can be derived from a source: a loop gives more than it takes. Maybe a coefficient is wrong."));
        }
        if (answer.question().largestCut() > 1
                && !answer.story().isEmpty()
                && answer.before().served().high() > 0) {
            parts.add(Note.finding(cuts()));
        }
        answer.chokepoints().forEach(chokepoint -> parts.add(section(chokepoint)));
        return answer.grounds()
                .under(
                        Report.of(
                                "What can choke the supply of %s?".formatted(words.target()),
                                parts.toArray(Part[]::new)),
                        method());
    }

    private String finding() {
        if (answer.before().unmet().high() == 0 && answer.before().served().high() == 0) {
            return "Nothing is wanted by %s, so nothing of it can be choked.".formatted(words.target());
        }
        if (answer.before().served().high() == 0) {
            return "Nothing reaches %s even before anything is lost, so nothing of it can be choked."
                    .formatted(words.target());
        }
        int found = answer.chokepoints().size();
        String rest = rest(found);
        String bar = "%s %s or more of its delivery"
                .formatted(words.target(), answer.question().threshold());
        if (found == 0) {
            return "By %s, no loss costs %s in any reading tried%s."
                    .formatted(answer.question().grouping(), bar, rest);
        }
        Chokepoint first = answer.chokepoints().get(0);
        return "By %s, %s may cost %s, %s%s. %s %s: %s of what was delivered is lost if it is served first, %s if all share."
                .formatted(
                        answer.question().grouping(),
                        found == 1 ? "one loss" : found + " losses",
                        bar,
                        evenFirst(found),
                        rest,
                        found == 1 ? "It is that of" : "First comes",
                        first.name(),
                        first.loss().share(),
                        first.shared().share());
    }

    /** What is said of those that are not shown. */
    private String rest(int found) {
        List<String> parts = new ArrayList<>();
        if (answer.minor() > 0) {
            parts.add("%s%s cost%s less"
                    .formatted(answer.minor(), found == 0 ? "" : " more", answer.minor() == 1 ? "s" : ""));
        }
        if (answer.harmless() > 0) {
            parts.add("%s cost%s nothing in any reading tried"
                    .formatted(answer.harmless(), answer.harmless() == 1 ? "s" : ""));
        }
        return parts.stream().map(part -> "; " + part).collect(Collectors.joining());
    }

    /** How many of the chokepoints cost enough in the sense that nobody can avoid. */
    private String evenFirst(int found) {
        long even = answer.chokepoints().stream()
                .filter(chokepoint -> answer.question().reaches(chokepoint.loss()))
                .count();
        if (even == 0) {
            return "but not if it is served before all others";
        }
        return "%seven if it is served before all others"
                .formatted(even < found ? even + " of them " : found == 1 ? "" : "all ");
    }

    private Table table() {
        return words.table("What the loss of each costs", "what is lost")
                .rows(answer.chokepoints().stream()
                        .map(chokepoint -> words.row(
                                chokepoint.name() + (chokepoint.isEssential() ? " (essential)" : ""),
                                chokepoint.aftermath()))
                        .toList());
    }

    private Bars bars() {
        return words.bars(answer.chokepoints().stream()
                        .collect(ImmutableMap.toImmutableMap(Chokepoint::name, Chokepoint::aftermath)))
                .reference("threshold", answer.question().threshold().value());
    }

    private String cuts() {
        int largest = answer.question().largestCut();
        String found = answer.cuts().stream().map(this::names).collect(Collectors.joining("; "));
        return found.isEmpty()
                ? "No loss of up to %s groups leaves nothing.".formatted(largest)
                : "Nothing is left to derive it from without (up to %s groups): %s.".formatted(largest, found);
    }

    /** What its loss costs at most, in the sense in which it costs most. */
    static String marked(Chokepoint chokepoint) {
        Range most = Range.exactly(AftermathParts.most(chokepoint.aftermath()), Unit.SHARE);
        boolean certain = chokepoint.loss().share().equals(most)
                || chokepoint.shared().share().equals(most);
        return "%s %s%s".formatted(chokepoint.name(), certain ? "" : "up to ", most);
    }

    private String names(Set<String> cut) {
        return cut.stream()
                .map(group -> Objects.requireNonNull(answer.groups().get(group)))
                .collect(Collectors.joining(" with "));
    }

    private Section section(Chokepoint chokepoint) {
        List<Part> parts = new ArrayList<>();
        if (chokepoint.isEssential()) {
            parts.add(Note.finding("Nothing can be derived without it: %s.".formatted(missing(chokepoint))));
            parts.add(Note.finding(
                    "One way of supply, which passes through it: %s.".formatted(words.story(answer.story()))));
        } else if (!chokepoint.detour().isEmpty()) {
            parts.add(Note.finding("One way of supply that is left%s: %s."
                    .formatted(
                            chokepoint.loss().after().served().high() == 0
                                    ? " by its structure, through which nothing comes now"
                                    : "",
                            words.story(chokepoint.detour()))));
        }
        parts.addAll(words.details(chokepoint.aftermath()));
        return Section.of("Without " + chokepoint.name(), parts.toArray(Part[]::new));
    }

    private String missing(Chokepoint chokepoint) {
        return chokepoint.lacks().stream()
                .filter(lack -> lack.reason() == Lack.Reason.LOST)
                .map(lack -> words.word(lack.node()))
                .distinct()
                .collect(Words.listed());
    }

    private String method() {
        return "A loss is the delivery before less the delivery without the group, both to what is left of the demand: if served before all others, what even outbidding everybody cannot avoid; if all share, what an even sharing leaves; below zero is a gain. Essential is what nothing can be derived without, whatever the quantities. %s. %s Results are annual rates, as if the rules lasted. Method: %s."
                .formatted(
                        answer.question().delivery().conditions(),
                        answer.grounds().exactness(),
                        Chokepoints.METHOD);
    }
}
