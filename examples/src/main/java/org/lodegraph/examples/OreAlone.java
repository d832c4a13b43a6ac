package org.lodegraph.examples;

import java.util.List;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Ids;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.StrandedReserves;
import org.lodegraph.query.StrandedReserves.Answer;
import org.lodegraph.query.StrandedReserves.Reserve;
import org.lodegraph.query.StrandedReserves.Route;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;

/**
 * Why reserves without processing do not help: who has rare earths in the ground and nobody at home to separate them?
 *
 * @param atHome what each country could separate of its own ore, most ore first
 * @param withoutChina what everybody could separate together if China separated for nobody
 * @param dug what mines outside China dig, those of countries without a known reserve too, in t/a
 */
record OreAlone(Answer atHome, Answer withoutChina, Range dug) implements Showable {

    private static final int YEAR = 2024;
    private static final StrandedReserves ASKED =
            StrandedReserves.of(Ids.material("rare-earth-concentrate"), Ids.material("rare-earths"));

    static OreAlone of() {
        SupplyChain world = Reference.chain(YEAR, "rare-earths");
        Range dug = world.linesMaking(ASKED.ore()).stream()
                .filter(mine -> !mine.country().equals(Metal.CHINA))
                .flatMap(mine -> mine.line().output().stream())
                .map(Figure::range)
                .reduce(Range::plus)
                .orElseThrow();
        return new OreAlone(world.ask(ASKED.atHome()), world.ask(ASKED.notBy(Metal.CHINA)), dug);
    }

    /**
     * Prints the answer.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Terminal.print(of());
    }

    /** What ore is worth that nobody at home can separate. */
    String headline() {
        List<Reserve> poor = atHome.having(Route.NONE);
        return "%s of %s countries with known reserves of rare earths, and %s of the ore, have no separator at home that the data know, %s with %s first. Where some separate at home, mines dig %s more than they can take, added up country by country. If China separated for nobody, everybody else could take %s, %s of what mines outside China already dig (%s): more ore would wait longer."
                .formatted(
                        poor.size(),
                        atHome.reserves().size(),
                        atHome.strandedShare(),
                        Where.name(poor.get(0).country()),
                        poor.get(0).amount(),
                        atHome.left(),
                        withoutChina.taken(),
                        Range.spanning(
                                withoutChina.taken().low() / dug().high(),
                                withoutChina.taken().high() / dug().low(),
                                Unit.SHARE),
                        dug());
    }

    @Override
    public Report show() {
        return Report.joining("Reserves without processing", atHome)
                .opening(Note.finding(headline()))
                .and(
                        Note.warning(
                                "Capacities of separation outside China are assumed where none is published. Reserves are those of the 2025 edition of USGS: its next one states none of India, and neither states any of Myanmar, whose mines dig fourth most. Of gallium and germanium it states no reserves by country: they lie in ores of other metals."))
                .citing(withoutChina.sources())
                .assuming(withoutChina.show().premises());
    }
}
