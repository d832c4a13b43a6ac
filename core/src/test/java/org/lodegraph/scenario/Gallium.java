package org.lodegraph.scenario;

import static org.lodegraph.model.Ids.country;

import java.time.LocalDate;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Bloc;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;

/**
 * A small gallium chain.
 *
 * <pre>
 * bauxite -bayer-> alumina (host)         CHN shandong (owner chinalco): bayer 20 Mt/a, ga-circuit 900 t/a (750 made)
 *            '-> bayer-liquor -ga-circuit-> gallium
 * scrap -ga-recovery-> gallium            JPN akita: 5..15 t/a (8 made); CAN vaudreuil: planned, 40 t/a
 * demands: USA 19 t/a, rest of the world 700 t/a, alumina 14 Mt/a; stock: USA 3 t; link: CHN -> USA
 * </pre>
 */
final class Gallium {

    static final Source USGS = Source.of("usgs-mcs2026", "Mineral Commodity Summaries");

    private Gallium() {}

    static SupplyChain chain() {
        return SupplyChain.builder(2025)
                .add(
                        Material.of("bauxite").asBoundary(),
                        Material.of("alumina"),
                        Material.of("bayer-liquor").atSite(),
                        Material.of("gallium"),
                        Material.of("scrap").asBoundary(),
                        Bloc.of("partners", country("JPN"), country("CAN")))
                .add(
                        Recipe.of("bayer")
                                .makes("alumina")
                                .asHost()
                                .from("bauxite", 2.0)
                                .yields("bayer-liquor", 65e-6),
                        Recipe.of("ga-circuit")
                                .makes("gallium")
                                .stage(Stage.REFINING)
                                .from("bayer-liquor", 1 / 0.9),
                        Recipe.of("ga-recovery")
                                .makes("gallium")
                                .stage(Stage.RECYCLING)
                                .from("scrap", 1.2))
                .add(
                        Facility.at("shandong", country("CHN"))
                                .owner("chinalco")
                                .line(Line.of("bayer", Capacity.nameplate(tons(20e6)))
                                        .output(tons(14e6)))
                                .line(Line.of("ga-circuit", Capacity.nameplate(tons(900)))
                                        .output(tons(750))),
                        Facility.at("akita", country("JPN"))
                                .line(Line.of(
                                                "ga-recovery",
                                                Capacity.nameplate(
                                                        Figure.estimated(Spread.between(5, 15), Unit.T_PER_A, USGS)))
                                        .output(tons(8))),
                        Facility.at("vaudreuil", country("CAN"))
                                .line(Line.of("ga-recovery", Capacity.nameplate(tons(40)))
                                        .status(Line.Status.PLANNED)
                                        .withStarts(LocalDate.parse("2027-01-01"))))
                .add(
                        Demand.of("usa-gallium", "gallium", country("USA"), tons(19)),
                        Demand.remainder("gallium", tons(700)),
                        Demand.remainder("alumina", tons(14e6)),
                        Stock.of("usa-ga", "gallium", country("USA"), Figure.figure(3, Unit.T, USGS)),
                        Link.of("chn-usa-ga", "gallium", country("CHN"), country("USA"))
                                .observed(tons(12)))
                .build();
    }

    static Figure tons(double perYear) {
        return Figure.figure(perYear, Unit.T_PER_A, USGS);
    }
}
