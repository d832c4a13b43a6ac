package org.lodegraph.query;

import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;

/**
 * A ton of metal takes a ton of each of two ores. Every line makes what it can.
 *
 * <pre>
 * ore a   Australia 10 ------------+
 *                                  +--> metal   Australia 5, United States 3 --> United States 6, rest of the world 2
 * ore b   Brazil 6, Chile 4 -------+
 * </pre>
 */
final class TwoOres {

    static final Target TARGET = Target.of(material("metal"), country("USA"));

    static final SupplyChain CHAIN = SupplyChain.builder(2025)
            .add(Material.of("ore-a"), Material.of("ore-b"), Material.of("metal"))
            .add(
                    Recipe.of("dig-a").makes("ore-a").stage(Stage.EXTRACTION),
                    Recipe.of("dig-b").makes("ore-b").stage(Stage.EXTRACTION),
                    Recipe.of("refine")
                            .makes("metal")
                            .stage(Stage.REFINING)
                            .from("ore-a", 1)
                            .from("ore-b", 1))
            .add(
                    works("AUS", line("dig-a", 10), line("refine", 5)),
                    works("BRA", line("dig-b", 6)),
                    works("CHL", line("dig-b", 4)),
                    works("USA", line("refine", 3)))
            .add(
                    Demand.of("usa-chips", "metal", country("USA"), tons(4)).use("chips"),
                    Demand.of("usa-lamps", "metal", country("USA"), tons(2)).use("lamps"),
                    Demand.remainder("metal", tons(2)))
            .build();

    private TwoOres() {}

    static Figure tons(double value) {
        return Figure.stated(value, Unit.T_PER_A);
    }

    private static Facility works(String code, Line... lines) {
        CountryId where = country(code);
        Facility facility = Facility.at(code.toLowerCase(java.util.Locale.ROOT) + "-works", where);
        for (Line line : lines) {
            facility = facility.line(line);
        }
        return facility;
    }

    private static Line line(String recipe, double most) {
        return Line.of(recipe, Capacity.nameplate(tons(most))).output(tons(most));
    }
}
