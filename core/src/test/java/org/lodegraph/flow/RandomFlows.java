package org.lodegraph.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Limit;
import org.lodegraph.model.Line;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;

/**
 * Seeded random chains of one shape: ore (some countries) is split by hosts into a host product and a site-bound stream, of
 * which circuits make crude metal; refiners make the target metal of crude and a reagent; scrap returns. Countries,
 * capacities, coefficients, policies, links, stocks and demands are random.
 */
public final class RandomFlows {

    private static final List<CountryId> COUNTRIES =
            List.of(Ids.country("AAA"), Ids.country("BBB"), Ids.country("CCC"), Ids.country("DDD"), Ids.country("EEE"));

    private final RandomGenerator random;

    private RandomFlows(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    public static SupplyChain chain(long seed) {
        return new RandomFlows(seed).build();
    }

    private double number(double most) {
        return Math.rint(random.nextDouble() * most * 100) / 100;
    }

    private Figure tons(double most) {
        return Figure.stated(number(most), Unit.T_PER_A);
    }

    private CountryId any() {
        return COUNTRIES.get(random.nextInt(COUNTRIES.size()));
    }

    private boolean chance(double part) {
        return random.nextDouble() < part;
    }

    private SupplyChain build() {
        SupplyChain.Builder chain = SupplyChain.builder(2025)
                .add(
                        Material.of("ore"),
                        Material.of("host"),
                        Material.of("stream").atSite(),
                        Material.of("crude"),
                        Material.of("reagent"),
                        Material.of("target"),
                        Material.of("other"))
                .add(Recipe.of("dig").makes("ore"))
                .add(Recipe.of("split").makes("host").asHost().from("ore", 2).yields("stream", 0.1 + number(0.2)))
                .add(Recipe.of("circuit").makes("crude").from("stream", 1 + number(1)))
                .add(Recipe.of("brew").makes("reagent"))
                .add(Recipe.of("refine")
                        .makes("target")
                        .from("crude", 1 + number(0.5))
                        .from("reagent", 0.2 + number(1)))
                .add(Recipe.of("remelt").makes("other").from("crude", 1.5).yields("reagent", 0.3));
        addPlants(chain);
        addDemands(chain);
        addExtras(chain);
        return chain.build();
    }

    private void addPlants(SupplyChain.Builder chain) {
        for (CountryId country : COUNTRIES) {
            Facility facility = Facility.aggregate(country);
            for (String recipe : List.of("dig", "split", "circuit", "brew", "refine", "remelt")) {
                if (chance(0.6)) {
                    double most = recipe.equals("dig") ? 60 : recipe.equals("split") ? 30 : 8;
                    facility = facility.line(Line.of(recipe, Capacity.nameplate(tons(most))));
                }
            }
            chain.add(facility);
        }
        // Something of everything, so that the chain is valid.
        Facility spare = Facility.at("spare", any());
        for (String recipe : List.of("dig", "split", "circuit", "brew", "refine", "remelt")) {
            spare = spare.line(Line.of(recipe, Capacity.nameplate(tons(3))));
        }
        chain.add(spare);
    }

    private void addDemands(SupplyChain.Builder chain) {
        List<Demand> demands = new ArrayList<>();
        for (String material : List.of("host", "target", "other", "crude")) {
            int count = 1 + random.nextInt(2);
            for (int i = 0; i < count; i++) {
                double most = material.equals("host") ? 40 : 6;
                demands.add(Demand.of(material + "-" + i, material, any(), tons(most)));
            }
        }
        demands.add(Demand.remainder("host", tons(20)));
        if (chance(0.5)) {
            demands.add(Demand.remainder("target", tons(5)));
        }
        for (Demand demand : demands) {
            chain.add(
                    demand.material().value().equals("target") && chance(0.4)
                            ? demand.or(Alternative.of("other", 0.5 + number(1), number(0.8)))
                            : demand);
        }
    }

    private void addExtras(SupplyChain.Builder chain) {
        for (int i = 0; i < random.nextInt(4); i++) {
            CountryId origin = any();
            CountryId destination = any();
            if (!origin.equals(destination)) {
                Link link = Link.of("link-" + i, chance(0.5) ? "crude" : "target", origin, destination)
                        .capacity(tons(3));
                chain.add(chance(0.3) ? link.asReexport() : link);
            }
        }
        for (int i = 0; i < random.nextInt(3); i++) {
            Stock stock =
                    Stock.of("stock-" + i, chance(0.5) ? "crude" : "host", any(), Figure.stated(number(4), Unit.T));
            chain.add(chance(0.5) ? stock.room(Figure.stated(number(10), Unit.T)) : stock);
        }
        for (int i = 0; i < random.nextInt(4); i++) {
            Policy.Builder policy = Policy.builder()
                    .id(Ids.policy("P-" + i))
                    .name("rule")
                    .issuer(any())
                    .direction(chance(0.7) ? Policy.Direction.EXPORT : Policy.Direction.IMPORT)
                    .addMaterials(Ids.material(chance(0.5) ? "crude" : "target"))
                    .addInForce(Window.ALWAYS)
                    .limit(limit());
            if (chance(0.6)) {
                policy.addToward(any());
            }
            if (chance(0.3)) {
                policy.addExcept(any());
            }
            chain.add(policy.build());
        }
    }

    private Limit limit() {
        return switch (random.nextInt(3)) {
            case 0 -> new Limit.Nothing();
            case 1 -> new Limit.AtMost(tons(3));
            default -> new Limit.ShareOf(Figure.stated(number(1), Unit.ONE), tons(5));
        };
    }
}
