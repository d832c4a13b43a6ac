package org.lodegraph.assertj;

import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;

/**
 * Two who make a metal, two who want it.
 *
 * <pre>
 *   China 6 to 10 (made 6) --.
 *                            +--> metal --> United States 10, rest of the world 10
 *   Japan 4 (made 4) --------'
 * </pre>
 *
 * 10 to 14 t are there and 20 t are wanted: if all share, each gets 5 to 7 of 10; the first to be served gets all 10.
 */
final class TwoSmelters {

    static final Source SURVEY = Source.of("survey", "Survey of smelters").edition("2025");
    static final Target USA = Target.of(material("metal"), country("USA"));

    private TwoSmelters() {}

    static SupplyChain chain() {
        return builder().build();
    }

    static SupplyChain.Builder builder() {
        Figure guess = Figure.assumed(Spread.between(6, 10), Unit.T_PER_A, Source.ASSUMPTION, "a guess");
        return SupplyChain.builder(2025)
                .add(Material.of("metal"), Recipe.of("smelt").makes("metal"))
                .add(
                        smelter("CHN", Capacity.nameplate(guess).effective(guess), 6),
                        smelter("JPN", Capacity.nameplate(tons(4)).effective(tons(4)), 4))
                .add(Demand.of("usa", "metal", country("USA"), tons(10)), Demand.remainder("metal", tons(10)));
    }

    static Facility smelter(String code, Capacity capacity, double output) {
        return Facility.aggregate(country(code)).line(Line.of("smelt", capacity).output(tons(output)));
    }

    static Figure tons(double value) {
        return Figure.figure(value, Unit.T_PER_A, SURVEY);
    }
}
