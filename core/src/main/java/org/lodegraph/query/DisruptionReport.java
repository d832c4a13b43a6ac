package org.lodegraph.query;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lodegraph.model.Assumption;
import org.lodegraph.query.Disruption.Answer;
import org.lodegraph.query.Disruption.Case;
import org.lodegraph.report.Bars;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Section;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** How contingencies look, side by side and one by one. */
final class DisruptionReport {

    private final Answer answer;
    private final AftermathParts words;

    private DisruptionReport(Answer answer) {
        this.answer = answer;
        this.words = new AftermathParts(answer.question().delivery(), answer.grounds(), answer.before());
    }

    static Report of(Answer answer) {
        return new DisruptionReport(answer).report();
    }

    static Tree explanation(Answer answer) {
        return new DisruptionReport(answer)
                .words.explanation(
                        "by " + answer.question().contingencies(),
                        answer.cases().stream()
                                .map(each -> AftermathParts.explained(each.name(), each.aftermath()))
                                .toList());
    }

    private Report report() {
        List<Part> parts = new ArrayList<>();
        parts.add(Note.finding(finding()));
        parts.add(Note.finding(words.before() + "."));
        List<Case> costly = answer.cases().stream()
                .filter(each -> AftermathParts.matters(each.aftermath()))
                .toList();
        if (!costly.isEmpty()) {
            parts.add(words.table("What each loss costs", "what is lost")
                    .rows(costly.stream()
                            .map(each -> words.row(each.name(), each.aftermath()))
                            .toList()));
            Bars bars = bars(costly);
            if (!bars.bars().isEmpty()) {
                parts.add(bars);
            }
        }
        worst().ifPresent(each -> parts.addAll(words.flows(each.name(), each.aftermath())));
        note(
                parts,
                "In no reading tried does it change anything to lose any of these: %s.",
                each -> isHarmless(each) && !mayCost(each));
        note(
                parts,
                "In no reading tried does it change anything to lose any of these, but the figures do not rule it out, served first: %s.",
                each -> isHarmless(each) && mayCost(each));
        note(
                parts,
                "All that is wanted goes too, so nothing is left that could go short, with any of these: %s.",
                this::isGone);
        if (!costly.isEmpty()) {
            parts.add(coverage(costly));
        }
        costly.forEach(each -> parts.add(section(each)));
        return answer.grounds()
                .under(
                        Report.of("What does each loss cost %s?".formatted(words.target()), parts.toArray(Part[]::new)),
                        method())
                .assuming(answer.read().stream().map(Assumption::premise).toList());
    }

    /** Those that cost most come first. */
    private Bars bars(List<Case> costly) {
        return words.bars(costly.stream()
                .sorted(Comparator.comparing(each -> -AftermathParts.most(each.aftermath())))
                .collect(ImmutableMap.toImmutableMap(Case::name, Case::aftermath)));
    }

    /** Whether the target's whole demand goes with what is lost. */
    private boolean isGone(Case each) {
        return each.aftermath().uses().isEmpty();
    }

    private boolean isHarmless(Case each) {
        return !isGone(each) && !AftermathParts.matters(each.aftermath());
    }

    private static boolean mayCost(Case each) {
        return each.aftermath().loss().bound().filter(bound -> bound.high() > 0).isPresent();
    }

    private void note(List<Part> parts, String words, Predicate<Case> which) {
        String names = answer.cases().stream().filter(which).map(Case::name).collect(Collectors.joining("; "));
        if (!names.isEmpty()) {
            parts.add(Note.finding(words.formatted(names)));
        }
    }

    private String finding() {
        String left = answer.question()
                .holding()
                .filter(least -> answer.leftOut() > 0)
                .map(least -> "; %s that surely %s less than %s of every stage %s left out"
                        .formatted(
                                answer.leftOut(),
                                answer.leftOut() == 1 ? "holds" : "hold",
                                least,
                                answer.leftOut() == 1 ? "is" : "are"))
                .orElse("");
        if (answer.cases().isEmpty()) {
            return "No contingency by %s%s.".formatted(answer.question().contingencies(), left);
        }
        String kept = "%s %s by %s%s."
                .formatted(
                        answer.cases().size(),
                        answer.cases().size() == 1 ? "contingency" : "contingencies",
                        answer.question().contingencies(),
                        left);
        return worst().map(worst ->
                        "%s The worst is the loss of %s: %s of what was delivered is lost if it is served first, %s if all share."
                                .formatted(
                                        kept,
                                        worst.name(),
                                        worst.aftermath().loss().share(),
                                        worst.aftermath().shared().share()))
                .orElse(kept + " None costs the target anything, served first or if all share, in any reading tried.");
    }

    private Optional<Case> worst() {
        return answer.cases().stream()
                .filter(each -> AftermathParts.most(each.aftermath()) > 0)
                .max(Comparator.comparingDouble((Case each) -> AftermathParts.most(each.aftermath()))
                        .thenComparingDouble(
                                each -> each.aftermath().loss().share().high()));
    }

    /** The ratio of the International Energy Agency, in both variants. */
    private Table coverage(List<Case> cases) {
        Table table = Table.of(
                words.caption(
                        "N-1 coverage of %s itself, whatever its makers lack: observed output that is left, over demand"
                                .formatted(answer.grounds()
                                        .name(answer.question()
                                                .delivery()
                                                .target()
                                                .material()))),
                Table.Column.text("what is lost"),
                Table.Column.number("output left", answer.before().served().unit()),
                Table.Column.number("demand left", answer.before().served().unit()),
                Table.Column.share("over demand left (IEA N-1)"),
                Table.Column.share("over all demand"));
        for (Case each : cases) {
            table = table.row(
                    Cell.text(each.name()),
                    Cell.of(each.coverage().supply()),
                    Cell.of(each.coverage().demand()),
                    each.coverage().demand().high() > 0
                            ? Cell.of(each.coverage().ofDemandLeft())
                            : Cell.unknown("nothing is wanted any more"),
                    Cell.of(each.coverage().ofAllDemand()));
        }
        return table;
    }

    private Section section(Case each) {
        List<Part> parts = new ArrayList<>();
        if (!each.holdings().isEmpty()) {
            parts.add(Note.finding("Of the observed output it holds %s."
                    .formatted(each.holdings().stream()
                            .map(holding -> "%s of %s at %s"
                                    .formatted(
                                            holding.share(),
                                            answer.grounds().name(holding.material()),
                                            Words.of(holding.stage())))
                            .collect(Words.listed()))));
        }
        parts.addAll(words.details(each.aftermath()));
        return Section.of("Without " + each.name(), parts.toArray(Part[]::new));
    }

    private String method() {
        return "A loss is the delivery before less the delivery without what is lost, both to what is left of the demand: if served before all others, and if all share, where below zero is a gain. %s. %s Results are annual rates, as if the rules lasted. Method: %s."
                .formatted(
                        answer.question().delivery().conditions(),
                        answer.grounds().exactness(),
                        Disruption.METHOD);
    }
}
