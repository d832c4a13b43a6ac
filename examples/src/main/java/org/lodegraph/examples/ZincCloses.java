package org.lodegraph.examples;

import java.util.Objects;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Years;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.Ids;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.HostSwing;
import org.lodegraph.query.HostSwing.Companion;
import org.lodegraph.query.HostSwing.Site;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.report.Table;

/**
 * What happens to germanium when zinc smelters close?
 *
 * @param evenly every smelter makes 30 % less
 * @param trail Canada's smelter with a circuit closes
 */
record ZincCloses(HostSwing.Answer evenly, HostSwing.Answer trail) implements Showable {

    private static final double PART = -0.3;

    static ZincCloses of() {
        SupplyChain chain = ZincHosts.chain();
        return new ZincCloses(
                chain.ask(HostSwing.of(ZincHosts.ZINC, PART)),
                chain.ask(HostSwing.of(ZincHosts.ZINC, -1).in(Ids.country("CAN"))));
    }

    /**
     * Prints the answer.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Terminal.print(of());
    }

    static Companion germanium(HostSwing.Answer answer) {
        return answer.find(Metal.GERMANIUM.made()).orElseThrow();
    }

    /** What is recovered of the germanium in all zinc ore. */
    static Range taken() {
        return Objects.requireNonNull(
                Reference.fact("germanium-from-zinc-ore-2023").figure().range());
    }

    /** What is lost, and what decides it. */
    String headline() {
        Companion all = germanium(evenly);
        return "If every zinc smelter makes 30 %% less, between %s of germanium a year is lost, of %s made beside zinc: a linear echo says %s, which is the most that it can be. What decides is how much zinc the smelters with a circuit refine, and nobody publishes it. Smelters without a circuit can close without a gram lost: of the germanium in all zinc ore, %s %% is recovered. If the one at Trail closes, up to %s is lost."
                .formatted(
                        Tons.text(all.lost()).replace(" to ", " and "),
                        Tons.text(all.output()),
                        Tons.text(all.echo(PART)),
                        taken().text(),
                        Tons.text(germanium(trail).lost().high()));
    }

    @Override
    public Report show() {
        Companion all = germanium(evenly);
        Table table = Table.of(
                Caption.of("Germanium beside zinc, if every smelter makes 30 % less")
                        .basis(all.unit().basis().toString())
                        .year(Years.text(evenly.years()))
                        .computedFrom(evenly.sources()),
                Table.Column.text("where"),
                Table.Column.number("circuits", Tons.UNIT),
                Table.Column.number("made", Tons.UNIT),
                Table.Column.number("lost", Tons.UNIT));
        for (Site site : all.sites()) {
            table = table.row(
                    Cell.text(site.name()),
                    Tons.cell(site.circuits()),
                    Tons.cell(site.output()),
                    Tons.cell(site.lost()));
        }
        return Report.of(
                        "When zinc smelters close",
                        Note.finding(headline()),
                        table.total(Cell.text("all"), Cell.empty(), Tons.cell(all.output()), Tons.cell(all.lost())),
                        Note.warning(
                                "National figures stand as one smelter; lines that take coal ash too are counted whole. What is lost at each is between nothing, if its residue holds much more than its circuit takes, and its part of the zinc, if it holds just that."),
                        Note.method("Per smelter, then summed: slack at one does not help another. Method: %s."
                                .formatted(HostSwing.METHOD)))
                .citing(evenly.sources())
                .assuming(evenly.assumptions().stream().map(Assumption::premise).toList());
    }
}
