package org.lodegraph.examples;

import org.lodegraph.flow.Delivery;
import org.lodegraph.measure.Range;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.report.Table;

/**
 * What does a technology ban change when ore is plentiful? China sells the world neither ore nor what is separated of it any
 * more; everybody else builds separation for all that it digs. Then the same, while China keeps the technology to itself.
 *
 * @param before nobody builds
 * @param built all build
 * @param banned all build under the ban
 */
record TechnologyBan(Delivery.Answer before, Delivery.Answer built, Delivery.Answer banned) implements Showable {

    private static final int YEAR = 2024;
    private static final Delivery DELIVERY = Delivery.to(Target.of(SeparationAbroad.PRODUCT, Metal.USA));

    static TechnologyBan of() {
        SupplyChain before = SeparationAbroad.withoutChina(YEAR);
        SupplyChain built = SeparationAbroad.built(before);
        return new TechnologyBan(
                before.ask(DELIVERY),
                built.ask(DELIVERY),
                built.with(Reference.controls("CN-2023-RETECH")).ask(DELIVERY));
    }

    /**
     * Prints the answer.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Terminal.print(of());
    }

    private static Range lacks(Delivery.Answer answer) {
        return answer.shared().unmetShare();
    }

    /** How many plants may not run: new ones, or those that were planned anyway. */
    long stopped(boolean planned) {
        return banned.grounds().blocked().keySet().stream()
                .filter(line -> SeparationAbroad.isNew(line) != planned)
                .count();
    }

    /** What the ban changes. */
    String headline() {
        return "Without Chinese ore and separation the United States lack %s of the rare earths they want if all share. If everybody else separates all that it digs and no more, %s; if the ban on technology stops every plant that starts after it, %s again: %s new plants, and %s that was planned anyway, stand still beside ore that is dug."
                .formatted(lacks(before), lacks(built), lacks(banned), stopped(false), stopped(true));
    }

    @Override
    public Report show() {
        Table table = Table.of(
                        Caption.of("What the United States lack, of %s that they want".formatted(before.wanted()))
                                .year(YEAR)
                                .computedFrom(before.grounds().sources()),
                        Table.Column.text("if China digs and separates no more"),
                        Table.Column.share("outbidding all"),
                        Table.Column.share("if all share"))
                .row(row("and nobody builds", before))
                .row(row("and all others separate what they dig", built))
                .row(row("so, under the ban on technology", banned));
        return banned.grounds()
                .under(
                        Report.of(
                                "What a technology ban changes when ore is plentiful", Note.finding(headline()), table),
                        "Everybody else has no ore but what they dig together; what is dug nobody says where is not counted. The ban is read at its strictest: no plant that starts after it outside China has a technology of its own. Some have, so the truth lies between the last two rows. Method: %s."
                                .formatted(Delivery.METHOD));
    }

    private static Cell[] row(String what, Delivery.Answer answer) {
        return new Cell[] {Cell.text(what), Cell.of(answer.unavoidable().unmetShare()), Cell.of(lacks(answer))};
    }
}
