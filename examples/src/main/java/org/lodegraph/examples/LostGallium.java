package org.lodegraph.examples;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.AlternativeSources;
import org.lodegraph.query.AlternativeSources.Answer;
import org.lodegraph.query.AlternativeSources.Source;
import org.lodegraph.reference.Reference;
import org.lodegraph.render.Render;
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
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(Render.text(of()));
    }

    private Answer last() {
        return years.get(years.size() - 1);
    }

    /** What comes back. */
    String headline() {
        return "Without China the United States get %s of %s if all share. Projects with a date bring back %s a year at least by the end of %s; those without one, %s, may bring as much as all that is missing, or nothing. If the United States outbid everybody they lack %s, and no project brings more than that."
                .formatted(
                        Tons.text(last().sharing().served()),
                        Tons.text(wanted()),
                        Tons.text(last().together().shared().low()),
                        LAST,
                        last().sources().stream()
                                .filter(source -> source.candidate().from().isEmpty())
                                .map(source -> name(source))
                                .collect(Collectors.joining(" and ")),
                        Tons.text(last().before().unmet()));
    }

    private static Range wanted() {
        return Metal.GALLIUM.chain(Reference.LAST_YEAR).demandsOf(Metal.GALLIUM.target()).stream()
                .map(demand -> demand.rate().range())
                .reduce(Range::plus)
                .orElseThrow();
    }

    private String name(Source source) {
        return last().grounds().name(source.candidate().line());
    }

    @Override
    public Report show() {
        Table together = Table.of(
                caption("What all projects bring the United States together"),
                Table.Column.text("by the end of"),
                Table.Column.number("if all share", Tons.UNIT),
                Table.Column.number("outbidding all", Tons.UNIT));
        for (int i = 0; i < years.size(); i++) {
            together = together.row(
                    Cell.text(String.valueOf(Reference.LAST_YEAR + i)),
                    Tons.cell(years.get(i).together().shared()),
                    Tons.cell(years.get(i).together().first()));
        }
        Table alone = Table.of(
                caption("What each brings alone, by the end of " + LAST),
                Table.Column.text("line"),
                Table.Column.text("from"),
                Table.Column.amount("capacity, t/a"),
                Table.Column.number("if all share", Tons.UNIT));
        for (Source source : last().sources()) {
            Optional<Figure> capacity = source.candidate().capacity();
            alone = alone.row(
                    Cell.text(name(source)),
                    Cell.text(source.candidate().from().map(LocalDate::toString).orElse("nobody says")),
                    capacity.<Cell>map(Cell::of).orElse(Cell.unknown("not published")),
                    Tons.cell(source.gain().shared()));
        }
        return last().grounds()
                .under(
                        Report.of("How much lost gallium comes back", Note.finding(headline()), together, alone),
                        "China's lines are lost for everybody. Projects count from their announced day, as if on time and at full capacity; those without a day may add nothing. Method: %s."
                                .formatted(AlternativeSources.METHOD));
    }

    private Caption caption(String title) {
        return Caption.of(title)
                .basis(Tons.UNIT.toString())
                .year(Reference.LAST_YEAR)
                .computedFrom(last().grounds().sources());
    }
}
