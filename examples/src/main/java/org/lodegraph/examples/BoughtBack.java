package org.lodegraph.examples;

import java.util.List;
import java.util.stream.IntStream;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.Ids;
import org.lodegraph.query.RoundTrips;
import org.lodegraph.query.RoundTrips.Answer;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.report.Table;

/**
 * The United States dig rare earths, export them unprocessed, and import compounds and metals. How much do they buy back?
 *
 * @param years one answer for each year with figures
 */
record BoughtBack(List<Answer> years) implements Showable {

    static BoughtBack of() {
        return new BoughtBack(IntStream.rangeClosed(Reference.FIRST_YEAR, Reference.LAST_YEAR)
                .mapToObj(BoughtBack::asked)
                .toList());
    }

    private static Answer asked(int year) {
        return Reference.chain(year, RareEarthTrade.RARE_EARTHS.value())
                .ask(RoundTrips.of(Ids.material("rare-earth-concentrate"), RareEarthTrade.RARE_EARTHS, Metal.USA)
                        .leaving(RareEarthTrade.ores(year)));
    }

    /**
     * Prints the answer.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Terminal.print(of());
    }

    /** What the figures allow, the popular story and its opposite. */
    String headline() {
        Answer last = years.get(years.size() - 1);
        return "In %s %s of rare earths left the United States unprocessed, and %s came in as compounds and metals. Nothing published says whose ore was in them: of what came in, %s had been dug in the United States, which is %s of what had left."
                .formatted(
                        last.year(), last.out().tons(), last.in().tons(), last.shareOfImports(), last.shareOfExports());
    }

    @Override
    public Report show() {
        Answer first = years.get(0);
        Unit rate = first.trip().unit();
        Table table = Table.of(
                Caption.of("What the United States export unprocessed and import processed")
                        .basis(rate.basis().toString())
                        .computedFrom(first.sources()),
                Table.Column.text("year"),
                Table.Column.number("leaves", rate),
                Table.Column.number("comes in", rate),
                Table.Column.number("bought back", rate),
                Table.Column.share("of what came in"),
                Table.Column.share("of what left"));
        for (Answer year : years) {
            table = table.row(
                    Cell.text(Integer.toString(year.year())),
                    Cell.of(year.out().tons()),
                    Cell.of(year.in().tons()),
                    Cell.of(year.trip()),
                    Cell.of(year.shareOfImports()),
                    Cell.of(year.shareOfExports()));
        }
        return Report.of(
                        "Ore that is exported and bought back",
                        Note.finding(headline()),
                        table,
                        Note.warning(
                                "The figure that is missing is where the concentrate went, and what became of it there: customs tables by partner are not among the data, for their terms are not confirmed. Magnets and what they are built into are not counted: more comes back in them."),
                        Note.method(
                                "What leaves is the published export of ores and compounds, less compounds that may be among them. Method: %s."
                                        .formatted(RoundTrips.METHOD)))
                .citing(years.stream().flatMap(year -> year.sources().stream()).toList())
                .assuming(years.stream()
                        .flatMap(year -> year.assumptions().stream())
                        .map(Assumption::premise)
                        .toList());
    }
}
