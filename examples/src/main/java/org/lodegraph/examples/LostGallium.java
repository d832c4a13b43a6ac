package org.lodegraph.examples;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lodegraph.measure.Range;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.AlternativeSources;
import org.lodegraph.query.AlternativeSources.Answer;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.report.Table;
import org.lodegraph.scenario.Lose;

/**
 * If all gallium of China is lost, how much of it do the projects announced outside China bring back to the United States, and
 * by when?
 *
 * @param years at the end of each year, the lines that could be there
 */
record LostGallium(List<Answer> years) implements Showable {

    private static final int LAST = 2028;

    static LostGallium of() {
        SupplyChain without = Metal.GALLIUM.chain(Reference.LAST_YEAR).with(Lose.of(Metal.CHINA));
        return new LostGallium(IntStream.rangeClosed(Reference.LAST_YEAR, LAST)
                .mapToObj(year -> without.ask(
                        AlternativeSources.of(Metal.GALLIUM.target()).by(LocalDate.of(year, 12, 31))))
                .toList());
    }

    /**
     * Prints the answer.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Terminal.print(of());
    }

    private Answer last() {
        return years.get(years.size() - 1);
    }

    /** What comes back. */
    String headline() {
        return "Without China the United States get %s of %s if all share. Projects with a date bring back %s a year at least by the end of %s; those without one, in %s, may bring nothing, or with the others up to %s of the %s that are missing. If the United States outbid everybody they lack %s, and no project brings more than that."
                .formatted(
                        Tons.text(last().sharing().served()),
                        Tons.text(wanted()),
                        Tons.text(last().together().shared().low()),
                        LAST,
                        last().sources().stream()
                                .filter(source -> source.candidate().from().isEmpty())
                                .map(source -> Where.name(source.candidate().country()))
                                .collect(Collectors.joining(" and ")),
                        Tons.plain(last().together().shared().high()),
                        Tons.text(last().sharing().unmet()),
                        Tons.text(last().before().unmet()));
    }

    private static Range wanted() {
        return Metal.GALLIUM.chain(Reference.LAST_YEAR).demandsOf(Metal.GALLIUM.target()).stream()
                .map(demand -> demand.rate().range())
                .reduce(Range::plus)
                .orElseThrow();
    }

    @Override
    public Report show() {
        Table together = Table.of(
                Caption.of("What all projects bring the United States together")
                        .basis(Tons.UNIT.toString())
                        .year(Reference.LAST_YEAR)
                        .computedFrom(last().grounds().sources()),
                Table.Column.text("by the end of"),
                Table.Column.number("if all share", Tons.UNIT),
                Table.Column.number("outbidding all", Tons.UNIT));
        for (int i = 0; i < years.size(); i++) {
            together = together.row(
                    Cell.text(String.valueOf(Reference.LAST_YEAR + i)),
                    Tons.cell(years.get(i).together().shared()),
                    Tons.cell(years.get(i).together().first()));
        }
        return last().show()
                .opening(Note.finding(headline()), together)
                .and(
                        Note.method(
                                "China's lines are lost for everybody. Projects count from their announced day, as if on time and at full capacity; those without a day may add nothing."));
    }
}
