package org.lodegraph.examples;

import java.util.List;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Ids;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Stage;
import org.lodegraph.query.Concentration;
import org.lodegraph.reference.Choice;
import org.lodegraph.reference.Disagreements;
import org.lodegraph.reference.Disagreements.Disagreement;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.report.Table;

/**
 * Two geological surveys publish who mines rare earths, and do not agree. Does it matter which one is believed?
 *
 * @param disputed where publishers disagree
 * @param american by the U.S. Geological Survey
 * @param british by the British Geological Survey
 * @param all each figure from the smallest to the largest that either has
 */
record WhoseNumbers(
        Disagreements disputed, Concentration.Answer american, Concentration.Answer british, Concentration.Answer all)
        implements Showable {

    private static final MaterialId ORE = Ids.material("rare-earth-concentrate");
    private static final int YEAR = 2023;

    static WhoseNumbers of() {
        return new WhoseNumbers(
                Reference.disagreements("rare-earths").betweenPublishers(),
                by(Choice.NEWEST),
                by(Choice.of("British survey first", "bgs-wms")),
                by(Choice.SPANNING));
    }

    private static Concentration.Answer by(Choice choice) {
        return Reference.choosing(choice).chain(YEAR, "rare-earths").ask(Concentration.of(ORE, Stage.EXTRACTION));
    }

    /**
     * Prints the answer.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Terminal.print(of());
    }

    String headline() {
        Disagreement first = disputed.all().get(0);
        return "China mined %s of the rare earths of %s by one survey and %s by the other; with every figure that either has, %s. The largest disagreement is Myanmar, %s t: whichever is right, China is far ahead."
                .formatted(
                        china(american).text(),
                        YEAR,
                        china(british).text(),
                        china(all).text(),
                        first.span().text());
    }

    private static Range china(Concentration.Answer answer) {
        return answer.share(Metal.CHINA);
    }

    @Override
    public Report show() {
        Table table = Table.of(
                Caption.of("Mining of rare earths in %s".formatted(YEAR)).computedFrom(all.sources()),
                Table.Column.text("believing"),
                Table.Column.share("China"),
                Table.Column.number("HHI, 0 to 1", Unit.ONE));
        table = table.row(cells("the American survey", american))
                .row(cells("the British survey", british))
                .row(cells("either", all));
        return Report.of("Whose numbers?", Note.finding(headline()), table).citing(List.copyOf(all.sources()));
    }

    private static Cell[] cells(String who, Concentration.Answer answer) {
        return new Cell[] {Cell.text(who), Cell.of(china(answer)), Cell.of(answer.hhi())};
    }
}
