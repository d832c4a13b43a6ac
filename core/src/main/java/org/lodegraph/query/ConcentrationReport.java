package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Shares;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Years;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.Id;
import org.lodegraph.query.Concentration.Answer;
import org.lodegraph.query.Concentration.Holder;
import org.lodegraph.report.Bars;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** How an answer about concentration looks. */
final class ConcentrationReport {

    private static final double HHI_POINTS = 10_000;

    /** Thresholds of the Horizontal Merger Guidelines of the United States, 2010. */
    private static final double MODERATE = 0.15;

    private static final double HIGH = 0.25;

    /** So many shares are drawn, the largest; the others are added up. */
    private static final int MOST_BARS = 10;

    private ConcentrationReport() {}

    static Report of(Answer answer) {
        Concentration question = answer.question();
        String what = Words.of(question.measured());
        Caption caption = caption(answer);
        Shares shares = answer.shares();
        ImmutableList.Builder<Part> parts = ImmutableList.builder();
        parts.add(finding(answer), table(answer, shares, caption), bars(answer, shares, caption));
        answer.weightedHhi()
                .ifPresent(weighted -> parts.add(Note.finding(
                        "Weighted by governance (0 best, 1 worst): HHI %s, with the governance of %s of the whole known."
                                .formatted(
                                        weighted.text(),
                                        answer.coverage().orElseThrow().text()))));
        answer.caveats().forEach(caveat -> parts.add(Note.warning(caveat)));
        shares.conflict().ifPresent(conflict -> parts.add(Note.warning(conflict)));
        parts.add(Note.method(
                "HHI is the sum of squared shares of the row sum; an interval encloses every way to complete what is not known. Concentrated is said from %s on, highly from %s (US merger guidelines of 2010; those of 2023 say 0.1 and 0.18). Method: %s."
                        .formatted(MODERATE, HIGH, Concentration.METHOD)));
        Part[] all = parts.build().toArray(Part[]::new);
        return Report.of("How concentrated is the %s of %s?".formatted(what, name(answer, question.material())), all)
                .subtitle("%s, read on %s%s"
                        .formatted(
                                Years.text(answer.years()),
                                answer.date(),
                                question.among()
                                        .map(party -> ", among " + name(answer, party))
                                        .orElse("")))
                .citing(answer.sources())
                .assuming(answer.assumptions().stream().map(Assumption::premise).toList());
    }

    private static String name(Answer answer, Id id) {
        return Objects.requireNonNull(answer.names().get(id));
    }

    private static Caption caption(Answer answer) {
        Concentration question = answer.question();
        return Caption.of("%s of %s by %s"
                        .formatted(
                                capital(Words.of(question.measured())),
                                name(answer, question.material()),
                                Words.of(question.level())))
                .stage(question.stage().map(Words::of).orElse(""))
                .basis(answer.unit().basis().toString())
                .year(Years.text(answer.years()))
                .source(answer.sources().stream().map(Source::id).distinct().collect(Collectors.joining(", ")));
    }

    /** Squared shares, down to the figures of lines. */
    static Tree explanation(Answer answer) {
        Shares shares = answer.shares();
        ImmutableList.Builder<Tree.Node> terms = ImmutableList.builder();
        for (Holder holder : answer.holders()) {
            Range share = fine(shares.share(holder.key()), holder.amount(), shares.sum());
            terms.add(square(answer, holder.made(), share, share.low() * share.low(), "share squared"));
        }
        // What may be anybody's may be theirs.
        if (answer.others().high() > 0 || answer.unattributed().high() > 0) {
            terms.add(square(
                    answer,
                    answer.rest(),
                    shares.shareOfOthers(),
                    0,
                    "up to share squared; of one hand or of ever more"));
        }
        if (answer.unattributed().high() > 0) {
            terms.add(Tree.Node.of("may be anybody's, and is in the shares above", Cell.empty(), answer.anybodys()));
        }
        return new Tree(
                caption(answer).titled("HHI: squared shares add up"),
                new Tree.Node(
                        "HHI",
                        Cell.of(answer.hhi()),
                        answer.hhi().isExact()
                                ? "sum"
                                : "lies within the sum; shares that are ranges are bound to add up to 1",
                        terms.build()));
    }

    /** Squares of rounded shares would not add up to the HHI. */
    private static Range fine(Range share, Range amount, Range sum) {
        return share.isExact() && amount.isExact() && sum.isExact()
                ? Range.exactly(amount.low() / sum.low(), Unit.SHARE)
                : share;
    }

    private static Tree.Node square(Answer answer, Tree.Node made, Range share, double low, String how) {
        return new Tree.Node(
                made.label(),
                Cell.of(new Range(low, share.high() * share.high(), Unit.ONE)),
                how,
                ImmutableList.of(Tree.Node.of("share", Cell.of(share), made)
                        .remark("part of %s in all".formatted(answer.total()))));
    }

    private static Note finding(Answer answer) {
        Range hhi = answer.hhi();
        return Note.finding("HHI %s (%s of 10,000), as if %s of equal size; the largest holds %s, the three largest %s."
                .formatted(
                        hhi.text(),
                        hhi.times(HHI_POINTS).text(),
                        answer.effectiveSuppliers().text(),
                        answer.top(1).text(),
                        answer.top(3).text()));
    }

    private static Table table(Answer answer, Shares shares, Caption caption) {
        boolean weighted = answer.question().byGovernance();
        ImmutableList.Builder<Table.Column> columns = ImmutableList.builder();
        columns.add(
                Table.Column.text(Words.of(answer.question().level())),
                Table.Column.number(answer.unit().symbol(), answer.unit()),
                Table.Column.share("share"));
        if (weighted) {
            columns.add(Table.Column.count("governance weight"));
        }
        ImmutableList.Builder<List<Cell>> rows = ImmutableList.builder();
        for (Holder holder : answer.holders()) {
            Cell weight = holder.weight().<Cell>map(Cell::of).orElse(Cell.unknown("no index"));
            rows.add(row(
                    weighted, holder.name(), shares.amount(holder.key()), Cell.of(shares.share(holder.key())), weight));
        }
        if (answer.others().high() > 0) {
            rows.add(row(
                    weighted,
                    answer.rest().label(),
                    shares.amountOfOthers(),
                    Cell.of(shares.shareOfOthers()),
                    Cell.empty()));
        }
        if (answer.unattributed().high() > 0) {
            rows.add(row(weighted, "not attributed", shares.amountOfAnybody(), Cell.empty(), Cell.empty()));
        }
        return new Table(
                caption,
                columns.build(),
                rows.build(),
                row(weighted, "total", answer.total(), Cell.share(1), Cell.empty()));
    }

    private static List<Cell> row(boolean weighted, String name, Range amount, Cell share, Cell weight) {
        ImmutableList<Cell> cells = ImmutableList.of(Cell.text(name), Cell.of(amount), share);
        return weighted
                ? ImmutableList.<Cell>builder().addAll(cells).add(weight).build()
                : cells;
    }

    /** The largest shares, and how concentrated that is. */
    private static Bars bars(Answer answer, Shares shares, Caption caption) {
        List<Holder> holders = answer.holders();
        int apart = holders.size() > MOST_BARS + 1 ? MOST_BARS : holders.size();
        Bars bars = Bars.of(
                        caption.titled("%s: HHI %s, %s"
                                .formatted(caption.title(), answer.hhi().text(), words(answer.hhi()))),
                        Unit.SHARE)
                .bars(holders.stream()
                        .limit(apart)
                        .map(holder -> new Bars.Bar(holder.name(), Cell.of(shares.share(holder.key()))))
                        .toList());
        if (apart < holders.size()) {
            List<String> smaller = holders.stream().skip(apart).map(Holder::key).toList();
            bars = bars.bar("%s smaller ones".formatted(smaller.size()), Cell.of(shares.together(smaller)));
        }
        return answer.others().high() > 0 ? bars.bar(answer.rest().label(), Cell.of(shares.shareOfOthers())) : bars;
    }

    private static String words(Range hhi) {
        String low = word(hhi.low());
        String high = word(hhi.high());
        return low.equals(high) ? high + " concentrated" : "%s to %s concentrated".formatted(low, high);
    }

    private static String word(double hhi) {
        return hhi < MODERATE ? "not" : hhi < HIGH ? "moderately" : "highly";
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
