package org.lodegraph.examples;

import org.lodegraph.flow.Delivery;
import org.lodegraph.measure.Range;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Ids;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.Disruption;
import org.lodegraph.query.Disruption.Case;
import org.lodegraph.query.Disruption.Holding;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.report.Table;
import org.lodegraph.scenario.Lines;
import org.lodegraph.scenario.Lose;
import org.lodegraph.scenario.Scale;
import org.lodegraph.scenario.Scenario;

/**
 * China digs most rare earths, so the popular answer is to open mines elsewhere. What would that help, if China digs no
 * more, and what if it separates no more?
 *
 * @param lost what the United States lose when China stops digging, or stops separating
 * @param instead delivery if China digs no more and everybody else digs twice as much
 * @param digging delivery if China separates no more and everybody else digs twice as much
 * @param separating delivery if China separates no more and everybody else separates twice as much
 */
record MoreMines(Disruption.Answer lost, Delivery.Answer instead, Delivery.Answer digging, Delivery.Answer separating)
        implements Showable {

    private static final MaterialId RARE_EARTHS = Ids.material("rare-earths");
    private static final Target TARGET = Target.of(RARE_EARTHS, Metal.USA);
    private static final Scenario NO_ORE =
            Scenario.of("China digs no more").then(Lose.of(Lines.of(Metal.CHINA).at(Stage.EXTRACTION)));
    private static final Scenario NO_SEPARATION = Scenario.of("China separates no more")
            .then(Lose.of(Lines.of(Metal.CHINA).at(Stage.SEPARATION)));
    private static final int YEAR = 2024;

    static MoreMines of() {
        SupplyChain world = Reference.chain(YEAR, RARE_EARTHS.value());
        SupplyChain without = world.with(NO_SEPARATION);
        return new MoreMines(
                world.ask(Disruption.of(TARGET).when(NO_ORE, NO_SEPARATION)),
                twice(world.with(NO_ORE), Stage.EXTRACTION).ask(Delivery.to(TARGET)),
                twice(without, Stage.EXTRACTION).ask(Delivery.to(TARGET)),
                twice(without, Stage.SEPARATION).ask(Delivery.to(TARGET)));
    }

    /** Everybody but China could make twice as much at a stage. */
    private static SupplyChain twice(SupplyChain chain, Stage stage) {
        SupplyChain more = chain;
        for (CountryId country : chain.countries().keySet()) {
            Lines lines = Lines.of(country).at(stage);
            if (!country.equals(Metal.CHINA)
                    && chain.lines().values().stream()
                            .anyMatch(line -> !lines.recipes(chain, line).isEmpty())) {
                more = more.with(Scale.capacity(lines, 2));
            }
        }
        return more;
    }

    /**
     * Prints the answer.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Terminal.print(of());
    }

    private Case noOre() {
        return lost.cases().get(0);
    }

    private Case noSeparation() {
        return lost.cases().get(1);
    }

    /** China's part of what is dug. */
    Range dug() {
        return noOre().holdings().stream().map(Holding::share).findFirst().orElseThrow();
    }

    /** The answer, popular or not. */
    String headline() {
        return "China digs %s of the rare earths. If it digs no more, the United States lack %s of what they want if all share, and %s if everybody else then digs twice as much. If it separates no more, they lack %s; with twice as much dug elsewhere still %s, with twice as much separated elsewhere %s.%s"
                .formatted(
                        Tons.percent(dug()),
                        Tons.percent(noOre().aftermath().shared().after().unmetShare()),
                        Tons.percent(instead.shared().unmetShare()),
                        Tons.percent(noSeparation().aftermath().shared().after().unmetShare()),
                        Tons.percent(digging.shared().unmetShare()),
                        Tons.percent(separating.shared().unmetShare()),
                        minesHelp()
                                ? ""
                                : " Mines help against the loss of mines, and change nothing where separation is lost.");
    }

    /** Whether digging more changes anything once China separates no more. */
    private boolean minesHelp() {
        return !digging.shared()
                        .unmet()
                        .equals(noSeparation().aftermath().shared().after().unmet())
                || !digging.unmet()
                        .equals(noSeparation().aftermath().loss().after().unmet());
    }

    @Override
    public Report show() {
        Table table = Table.of(
                        Caption.of("What the United States lack, of %s t/a that they want"
                                        .formatted(digging.wanted().text()))
                                .basis(digging.wanted().unit().basis().toString())
                                .year(YEAR)
                                .computedFrom(digging.sources()),
                        Table.Column.text("if"),
                        Table.Column.share("outbidding all"),
                        Table.Column.share("if all share"))
                .row(
                        Cell.text(noOre().name()),
                        Cell.of(noOre().aftermath().loss().after().unmetShare()),
                        Cell.of(noOre().aftermath().shared().after().unmetShare()))
                .row(row("so, and all others dig twice as much", instead))
                .row(
                        Cell.text(noSeparation().name()),
                        Cell.of(noSeparation().aftermath().loss().after().unmetShare()),
                        Cell.of(noSeparation().aftermath().shared().after().unmetShare()))
                .row(row("so, and all others dig twice as much", digging))
                .row(row("so, and all others separate twice as much", separating));
        return lost.grounds()
                .under(
                        Report.of("Would more mines help?", Note.finding(headline()), table),
                        "All elements together: no statistics split them, and the heavy ones are scarcer. What is lost is lost for everybody, China's own users too. Capacities of separation outside China are assumed where none is published. Methods: %s, %s."
                                .formatted(Disruption.METHOD, Delivery.METHOD));
    }

    private static Cell[] row(String label, Delivery.Answer answer) {
        return new Cell[] {
            Cell.text(label),
            Cell.of(answer.unavoidable().unmetShare()),
            Cell.of(answer.shared().unmetShare())
        };
    }
}
