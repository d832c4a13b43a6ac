package org.lodegraph.examples;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.lodegraph.flow.Delivery;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Ids;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.reference.Reference;
import org.lodegraph.render.Render;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.report.Table;
import org.lodegraph.scenario.Add;
import org.lodegraph.scenario.Lines;
import org.lodegraph.scenario.Lose;

/**
 * What does a technology ban change when ore is plentiful? China separates nothing for the world any more; everybody else
 * builds separation for all that it digs. Then the same, while China keeps the technology to itself.
 *
 * @param before nobody builds
 * @param built all build
 * @param banned all build under the ban
 */
record TechnologyBan(Delivery.Answer before, Delivery.Answer built, Delivery.Answer banned) implements Showable {

    private static final int YEAR = 2024;
    private static final LocalDate START = LocalDate.of(YEAR, 7, 1);
    private static final String PLANT = "new-separation";
    private static final MaterialId RARE_EARTHS = Ids.material("rare-earths");
    private static final Delivery DELIVERY = Delivery.to(Target.of(RARE_EARTHS, Metal.USA));

    static TechnologyBan of() {
        SupplyChain without = Reference.chain(YEAR, RARE_EARTHS.value())
                .with(Lose.of(Lines.of(Metal.CHINA).at(Stage.SEPARATION)));
        SupplyChain built = without;
        for (InstalledLine mine : Lines.of(Ids.recipe("re-mining")).in(without)) {
            if (!mine.country().equals(Metal.CHINA) && mine.isPresentOn(START)) {
                built = built.with(Add.line(mine.facility().id(), separation(mine)));
            }
        }
        return new TechnologyBan(
                without.ask(DELIVERY),
                built.ask(DELIVERY),
                built.with(Reference.controls("CN-2023-RETECH")).ask(DELIVERY));
    }

    /** As much as the mine digs, from July on: half a year after the ban. */
    private static Line separation(InstalledLine mine) {
        Range dug = mine.line().capacity().usable().orElseThrow().range();
        return Line.of("re-separation", Capacity.nameplate(Figure.stated(dug.high(), dug.unit())))
                .withName(PLANT)
                .withStarts(START);
    }

    /**
     * Prints the answer.
     *
     * @param args none
     */
    public static void main(String[] args) {
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(Render.text(of()));
    }

    private static Range lacks(Delivery.Answer answer) {
        return answer.shared().unmetShare();
    }

    /** How many of the new plants may not run. */
    long stopped() {
        return banned.grounds().blocked().keySet().stream()
                .filter(line -> line.endsWith("/" + PLANT))
                .count();
    }

    /** What the ban changes. */
    String headline() {
        return "Without Chinese separation the United States lack %s of the rare earths they want if all share. If everybody else separates all that it digs, %s; if the ban on technology stops every plant that starts after it, %s again: %s plants stand still beside ore that is dug."
                .formatted(lacks(before), lacks(built), lacks(banned), stopped());
    }

    @Override
    public Report show() {
        Table table = Table.of(
                        Caption.of("What the United States lack, of %s that they want".formatted(before.wanted()))
                                .year(YEAR)
                                .computedFrom(before.grounds().sources()),
                        Table.Column.text("if China separates no more"),
                        Table.Column.share("outbidding all"),
                        Table.Column.share("if all share"))
                .row(row("and nobody builds", before))
                .row(row("and all others separate what they dig", built))
                .row(row("so, under the ban on technology", banned));
        return banned.grounds()
                .under(
                        Report.of(
                                "What a technology ban changes when ore is plentiful", Note.finding(headline()), table),
                        "The ban is read at its strictest: no plant that starts after it outside China has a technology of its own. Some have, so the truth lies between the last two rows. Method: %s."
                                .formatted(Delivery.METHOD));
    }

    private static Cell[] row(String what, Delivery.Answer answer) {
        return new Cell[] {Cell.text(what), Cell.of(answer.unavoidable().unmetShare()), Cell.of(lacks(answer))};
    }
}
