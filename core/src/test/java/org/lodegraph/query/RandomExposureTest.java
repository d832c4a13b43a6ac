package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.scenario.Grouping;

/** What must hold between the answers by country and by country and stage: what passes a stage of a country passes the country. */
class RandomExposureTest {

    private static final int CHAINS = 2000;
    private static final double CLOSE = 1e-8;
    private static final List<String> COUNTRIES = List.of("AUS", "CHN", "JPN");
    private static final Target METAL = Target.of(material("metal"), country("USA"));

    private static Figure between(RandomGenerator random) {
        double low = random.nextInt(40);
        return Figure.assumed(
                Spread.between(low, low + random.nextInt(60)), Unit.T_PER_A, Source.of("test", "A guess"), "a guess");
    }

    /** Ore of some countries, refined to metal by some, for the USA and all others. */
    private static SupplyChain chain(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        SupplyChain.Builder chain = SupplyChain.builder(2025)
                .add(
                        Material.of("ore"),
                        Material.of("metal"),
                        Recipe.of("dig").makes("ore").stage(Stage.EXTRACTION),
                        Recipe.of("refine").makes("metal").stage(Stage.REFINING).from("ore", 1 + random.nextInt(2)))
                .add(
                        Demand.of("usa", "metal", country("USA"), Figure.stated(1 + random.nextInt(60), Unit.T_PER_A)),
                        Demand.remainder("metal", Figure.stated(random.nextInt(60), Unit.T_PER_A)));
        for (String country : COUNTRIES) {
            Facility all = Facility.aggregate(country(country));
            for (String recipe : List.of("dig", "refine")) {
                if (country.equals("CHN") || random.nextInt(4) > 0) {
                    Line line = Line.of(recipe, Capacity.nameplate(between(random)));
                    all = all.line(random.nextInt(3) == 0 ? line.output(between(random)) : line);
                }
            }
            chain.add(all);
        }
        return chain.build();
    }

    @Test
    void aCountryHoldsAtLeastWhatItsStagesHold() {
        int ranges = 0;
        for (long seed = 0; seed < CHAINS; seed++) {
            SupplyChain chain = chain(seed);
            Exposure.Answer countries = chain.ask(Exposure.of(METAL).by(Grouping.COUNTRY));
            Exposure.Answer stages = chain.ask(Exposure.of(METAL).by(Grouping.COUNTRY_AND_STAGE));
            for (String part : stages.groups().keySet()) {
                Range of = stages.share(part);
                Range whole = countries.share(part.substring(0, 3));
                assertThat(whole.high()).as("seed %s, %s", seed, part).isGreaterThanOrEqualTo(of.high() - CLOSE);
                assertThat(whole.low()).as("seed %s, %s", seed, part).isGreaterThanOrEqualTo(of.low() - CLOSE);
                ranges += whole.isExact() ? 0 : 1;
            }
        }
        assertThat(ranges).isGreaterThan(CHAINS);
    }
}
