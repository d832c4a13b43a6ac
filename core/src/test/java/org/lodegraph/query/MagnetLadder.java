package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
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
 * The United States want 30 t of magnets a year:
 *
 * <pre>
 * ore --10--> concentrate --2--> oxide --1.2--> metal --0.5--> magnet        t of input per t
 *
 * needed      360 = 36 x 10   36 = 18 x 2    18 = 15 x 1.2   15 = 30 x 0.5   30
 * USA         1000            1000           12              -               20
 * Australia   -               100            -               -               -
 * Japan       -               -              9               6               15
 * Estonia     -               -              -               10              -
 * China       500             500            100             100             100
 * </pre>
 *
 * Alone the United States make no metal. With Japan 6 / 0.5 = 12 magnets; with Estonia 10 t of metal from 12 of 12 t of oxide:
 * 20 magnets; with both 16 t of metal, of which 15 t are needed, but 18 t of oxide of 12 + 9, and magnets 30 of 20 + 15.
 */
final class MagnetLadder {

    static final CountryId USA = country("USA");
    static final CountryId JPN = country("JPN");
    static final CountryId EST = country("EST");
    static final CountryId CHN = country("CHN");
    static final Target MAGNETS = Target.of(material("magnet"), USA);
    static final CapacityGaps QUESTION = CapacityGaps.of(MAGNETS);

    static Figure tons(double value) {
        return Figure.stated(value, Unit.T_PER_A);
    }

    static Facility works(CountryId where, Line... lines) {
        Facility facility = Facility.aggregate(where);
        for (Line line : lines) {
            facility = facility.line(line);
        }
        return facility;
    }

    static Line line(String recipe, double most) {
        return Line.of(recipe, Capacity.nameplate(tons(most))).output(tons(most));
    }

    static SupplyChain.Builder magnets() {
        return SupplyChain.builder(2025)
                .add(
                        Material.of("ore"),
                        Material.of("concentrate"),
                        Material.of("oxide"),
                        Material.of("metal"),
                        Material.of("magnet"))
                .add(
                        Recipe.of("mine").makes("ore").stage(Stage.EXTRACTION),
                        Recipe.of("mill")
                                .makes("concentrate")
                                .stage(Stage.CONCENTRATION)
                                .from("ore", 10),
                        Recipe.of("separate")
                                .makes("oxide")
                                .stage(Stage.SEPARATION)
                                .from("concentrate", 2),
                        Recipe.of("reduce").makes("metal").stage(Stage.ALLOY).from("oxide", 1.2),
                        Recipe.of("sinter")
                                .makes("magnet")
                                .stage(Stage.COMPONENT)
                                .from("metal", 0.5))
                .add(
                        works(USA, line("mine", 1000), line("mill", 1000), line("separate", 12), line("sinter", 20)),
                        works(country("AUS"), line("mill", 100)),
                        works(JPN, line("separate", 9), line("reduce", 6), line("sinter", 15)),
                        works(EST, line("reduce", 10)),
                        works(
                                CHN,
                                line("mine", 500),
                                line("mill", 500),
                                line("separate", 100),
                                line("reduce", 100),
                                line("sinter", 100)))
                .add(Demand.of("usa", "magnet", USA, tons(30)), Demand.remainder("magnet", tons(100)));
    }

    static final SupplyChain CHAIN = magnets().build();

    static double exactly(Range range) {
        assertThat(range.isExact()).as("%s", range).isTrue();
        return range.low();
    }

    private MagnetLadder() {}
}
