package org.lodegraph.examples;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Ids;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.StrandedReserves;
import org.lodegraph.query.StrandedReserves.Answer;
import org.lodegraph.query.StrandedReserves.Reserve;
import org.lodegraph.reference.Reference;
import org.lodegraph.render.Render;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.report.Table;

/**
 * Why reserves without processing do not help: who has rare earths in the ground and nobody at home to separate them?
 *
 * @param alone what each country could separate of its own ore, most ore first
 * @param withoutChina what everybody could separate together if China separated for nobody
 * @param dug what mines outside China dig, those of countries without a known reserve too, in t/a
 */
record OreAlone(Map<CountryId, Reserve> alone, Answer withoutChina, Range dug) implements Showable {

    private static final int YEAR = 2024;
    private static final StrandedReserves ASKED =
            StrandedReserves.of(Ids.material("rare-earth-concentrate"), Ids.material("rare-earths"));

    static OreAlone of() {
        SupplyChain world = Reference.chain(YEAR, "rare-earths");
        Map<CountryId, Reserve> alone = new LinkedHashMap<>();
        for (Reserve reserve : world.ask(ASKED).reserves()) {
            CountryId country = reserve.country();
            alone.put(
                    country, world.ask(ASKED.in(country).by(country)).reserves().get(0));
        }
        Range dug = world.linesMaking(ASKED.ore()).stream()
                .filter(mine -> !mine.country().equals(Metal.CHINA))
                .flatMap(mine -> mine.line().output().stream())
                .map(Figure::range)
                .reduce(Range::plus)
                .orElseThrow();
        return new OreAlone(alone, world.ask(ASKED.notBy(Metal.CHINA)), dug);
    }

    /**
     * Prints the answer.
     *
     * @param args none
     */
    public static void main(String[] args) {
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(Render.text(of()));
    }

    /** Who has ore and nobody at home to separate it, most ore first. */
    List<Reserve> poor() {
        return alone.values().stream()
                .filter(reserve -> reserve.processors().isEmpty())
                .toList();
    }

    /** The part of the known reserves that lies there. */
    Range poorShare() {
        double all = tons(List.copyOf(alone.values()));
        double part = tons(poor()) / all;
        return Range.exactly(part, Unit.SHARE);
    }

    private static double tons(List<Reserve> reserves) {
        return reserves.stream().mapToDouble(reserve -> reserve.amount().high()).sum();
    }

    /** What ore is worth that nobody at home can separate. */
    String headline() {
        Reserve first = poor().get(0);
        return "%s of %s countries with known reserves of rare earths, and %s of the ore, have no separator at home that the data know, %s with %s first. If China separated for nobody, everybody else could take %s, %s of what mines outside China already dig (%s): more ore would wait longer."
                .formatted(
                        poor().size(),
                        alone.size(),
                        poorShare(),
                        Where.name(first.country()),
                        first.amount(),
                        withoutChina.taken(),
                        Range.spanning(
                                withoutChina.taken().low() / dug().high(),
                                withoutChina.taken().high() / dug().low(),
                                Unit.SHARE),
                        dug());
    }

    @Override
    public Report show() {
        Unit rate = withoutChina.taken().unit();
        Table table = Table.of(
                Caption.of("Ore in the ground and what its country could separate")
                        .basis(rate.basis().toString())
                        .year(YEAR)
                        .computedFrom(withoutChina.sources()),
                Table.Column.text("in the ground of"),
                Table.Column.number(
                        "reserve", withoutChina.reserves().get(0).amount().unit()),
                Table.Column.number("dug", rate),
                Table.Column.number("separated at home", rate),
                Table.Column.number("all of it takes", Unit.YEARS));
        for (Reserve reserve : alone.values()) {
            table = table.row(
                    Cell.text(Where.name(reserve.country())),
                    Cell.of(reserve.amount()),
                    reserve.dug().<Cell>map(Cell::of).orElse(Cell.empty()),
                    Cell.of(reserve.takes()),
                    reserve.years().<Cell>map(Cell::of).orElse(Cell.text("never")));
        }
        return Report.of(
                        "Reserves without processing",
                        Note.finding(headline()),
                        table,
                        Note.warning(
                                "Capacities of separation outside China are assumed where none is published. USGS has stated no reserves of India since, and none of Myanmar, whose mines dig fourth most. Of gallium and germanium it states no reserves by country: they lie in ores of other metals."),
                        Note.method(
                                "Ore is taken as if it were dug; what could be separated is at full capacity with nothing else to do. Method: %s."
                                        .formatted(StrandedReserves.METHOD)))
                .citing(withoutChina.sources())
                .assuming(withoutChina.assumptions().stream()
                        .map(Assumption::premise)
                        .toList());
    }
}
