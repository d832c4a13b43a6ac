package org.lodegraph.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.flow.FlowFixtures.METAL_USA;
import static org.lodegraph.flow.FlowFixtures.USA;
import static org.lodegraph.flow.FlowFixtures.t;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.recipe;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;

/** Which of the makers run, where delivery and usual flows leave it open. */
class EvenlyTest {

    private static final String[] COUNTRIES = {"AAA", "BBB", "CCC", "DDD", "EEE", "FFF"};

    /** Makers of metal with capacities and, above zero, observed outputs; the USA want some. */
    private static double[] made(double wanted, double[] capacities, double[] seen) {
        SupplyChain.Builder chain = SupplyChain.builder(2025)
                .add(Material.of("metal"), Recipe.of("smelt").makes("metal"))
                .add(Demand.of("usa", "metal", USA, t(wanted)));
        for (int i = 0; i < capacities.length; i++) {
            Line each = Line.of("smelt", Capacity.nameplate(t(capacities[i])));
            chain.add(Facility.aggregate(country(COUNTRIES[i])).line(seen[i] > 0 ? each.output(t(seen[i])) : each));
        }
        Tracing tracing = Tracing.of(Delivery.to(METAL_USA), chain.build(), Run.here());
        double[] made = new double[capacities.length];
        for (int i = 0; i < made.length; i++) {
            Outage group = Outage.ofRuns(
                    Map.of(line(COUNTRIES[i].toLowerCase(Locale.ROOT) + "/smelt"), Set.of(recipe("smelt"))));
            made[i] = tracing.through(group, Run.here()).get(METAL_USA).tons().high();
        }
        return made;
    }

    /** 120 t of the usual 150 are wanted: each makes four fifths of what it usually makes. */
    @Test
    void allFallBackAlike() {
        assertThat(made(120, new double[] {200, 60}, new double[] {100, 50}))
                .containsExactly(new double[] {80, 40}, within(1e-6));
    }

    /** 180 t: a fifth more each, but the second one's capacity ends at 55; the first makes the rest. */
    @Test
    void allRiseAlikeUntilFull() {
        assertThat(made(180, new double[] {200, 55}, new double[] {100, 50}))
                .containsExactly(new double[] {125, 55}, within(1e-6));
    }

    /** Nobody looked at the two: 75 t are half of their capacity. */
    @Test
    void whatNobodyLookedAtIsUsedAlike() {
        assertThat(made(75, new double[] {100, 50}, new double[] {0, 0}))
                .containsExactly(new double[] {50, 25}, within(1e-6));
    }

    /** A line that may roast or leach does half of each. */
    @Test
    void theRecipesOfALineAreRunAlike() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(
                        Material.of("metal"),
                        Material.of("ore").asBoundary(),
                        Material.of("slag").asBoundary())
                .add(
                        Recipe.of("roast").makes("metal").from("ore", 2),
                        Recipe.of("leach").makes("metal").from("slag", 3))
                .add(Facility.at("works", country("AAA"))
                        .line(Line.of("roast", Capacity.nameplate(t(50)))
                                .withRecipes(recipe("roast"), recipe("leach"))))
                .add(Demand.of("usa", "metal", USA, t(20)))
                .build();
        Outage roasting = Outage.ofRuns(Map.of(line("works/roast"), Set.of(recipe("roast"))));

        assertThat(Tracing.of(Delivery.to(METAL_USA), chain, Run.here())
                        .through(roasting, Run.here())
                        .get(METAL_USA)
                        .share()
                        .high())
                .isEqualTo(0.5);
    }

    /**
     * The slow twin finds the one part t by halving. Below usual all make u (1 - t). Above, those at whom nobody looked make t
     * of their capacity first; what they cannot make, the others do as min(capacity, u (1 + t)).
     */
    @Test
    void equalsItsTwin() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        for (int i = 0; i < 300; i++) {
            int makers = 2 + random.nextInt(5);
            double[] seen = new double[makers];
            double[] capacities = new double[makers];
            for (int k = 0; k < makers; k++) {
                seen[k] = random.nextInt(3) > 0 ? 1 + random.nextInt(40) : 0;
                capacities[k] = Math.rint(seen[k] * (1 + random.nextDouble())) + 1;
            }
            double wanted = Math.rint(Arrays.stream(capacities).sum() * (0.51 + 0.48 * random.nextDouble()));
            assertThat(made(wanted, capacities, seen))
                    .as("wanted %s, capacities %s, seen %s", wanted, Arrays.toString(capacities), Arrays.toString(seen))
                    .containsExactly(twin(wanted, capacities, seen), within(1e-6));
        }
    }

    private static double[] twin(double wanted, double[] capacities, double[] seen) {
        double usual = Arrays.stream(seen).sum();
        double free = 0;
        for (int k = 0; k < seen.length; k++) {
            free += seen[k] > 0 ? 0 : capacities[k];
        }
        double unseen = Math.min(free, Math.max(0, wanted - usual));
        double[] made = new double[seen.length];
        for (int k = 0; k < made.length; k++) {
            made[k] = free > 0 ? capacities[k] * unseen / free : 0;
        }
        double part = halved(t -> risen(t, capacities, seen) - (wanted - unseen));
        for (int k = 0; k < made.length; k++) {
            made[k] = seen[k] > 0 ? Math.min(capacities[k], seen[k] * (1 + part)) : made[k];
        }
        return made;
    }

    private static double risen(double part, double[] capacities, double[] seen) {
        double sum = 0;
        for (int k = 0; k < seen.length; k++) {
            sum += seen[k] > 0 ? Math.min(capacities[k], seen[k] * (1 + part)) : 0;
        }
        return sum;
    }

    private static double halved(DoubleUnaryOperator grows) {
        double low = -1;
        double high = 100;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (grows.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
