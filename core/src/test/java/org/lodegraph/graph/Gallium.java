package org.lodegraph.graph;

import static org.lodegraph.model.Ids.country;

import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;

/**
 * Two refineries with circuits, one that stands still, two consumers.
 *
 * <pre>
 *             +--> alumina (wanted in CHN and in the rest of the world)
 * bauxite --> bayer                                                      nanshan  CHN   bayer, circuit
 * (boundary)  +--> liquor (stays at its site) --> circuit --> gallium    stade    DEU   bayer, circuit (idle)
 *                                                                        stock          USA, gallium
 * gallium is wanted in USA, where silicon (boundary) would do for a part, and in JPN
 * </pre>
 */
final class Gallium {

    static final CountryId CHINA = country("CHN");
    static final CountryId GERMANY = country("DEU");
    static final CountryId JAPAN = country("JPN");
    static final CountryId USA = country("USA");

    private Gallium() {}

    static SupplyChain.Builder builder() {
        return SupplyChain.builder(2025)
                .add(
                        Material.of("bauxite").asBoundary(),
                        Material.of("silicon").asBoundary(),
                        Material.of("liquor").atSite(),
                        Material.of("alumina"),
                        Material.of("gallium"))
                .add(
                        Recipe.of("bayer")
                                .makes("alumina")
                                .asHost()
                                .from("bauxite", 2)
                                .yields("liquor", 65e-6),
                        Recipe.of("circuit").makes("gallium").from("liquor", 1.25))
                .add(
                        Facility.at("nanshan", CHINA)
                                .line("bayer", tons(1_000_000))
                                .line("circuit", tons(50)),
                        Facility.at("stade", GERMANY)
                                .line("bayer", tons(1_000_000))
                                .line(Line.of("circuit", tons(40)).withStatus(Line.Status.IDLE)))
                .add(
                        Demand.of("alumina-chn", "alumina", CHINA, rate(1_000_000)),
                        Demand.remainder("alumina", rate(1_000_000)),
                        Demand.of("gallium-usa", "gallium", USA, rate(20)).or(Alternative.of("silicon", 1, 0.3)),
                        Demand.of("gallium-jpn", "gallium", JAPAN, rate(100)))
                .add(Stock.of("depot", "gallium", USA, Figure.stated(5, Unit.T)));
    }

    static Capacity tons(double perYear) {
        return Capacity.nameplate(rate(perYear));
    }

    static Figure rate(double perYear) {
        return Figure.stated(perYear, Unit.T_PER_A);
    }
}
