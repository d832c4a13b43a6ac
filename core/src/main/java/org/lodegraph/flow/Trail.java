package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lodegraph.measure.Numbers;
import org.lodegraph.model.Demand;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Ids;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;

/**
 * Where flows that serve some demands come from, followed upstream: all that a country uses of a material mixes, and what is
 * made of it has the mix. Where something is made of several materials, the one that fewest countries make is followed, the
 * first by name of equals; what is taken as unlimited is not.
 */
final class Trail {

    /** So many steps upstream of the demands are followed. */
    private static final int DEEP = 4;

    private final SupplyChain chain;
    /** Who made how much of a material, or released it. */
    private final Map<MaterialId, Map<String, Double>> made = new LinkedHashMap<>();
    /** Of what a country made, how much by which recipe. */
    private final Map<Stop, Map<Recipe, Double>> recipes = new LinkedHashMap<>();
    /** What a country got from others. */
    private final Map<Stop, Map<String, Double>> imports = new LinkedHashMap<>();
    /** What others got of a country. */
    private final Map<Stop, Double> exports = new LinkedHashMap<>();

    /** In how many countries a material is made, where that decides what is followed. */
    private final SetMultimap<MaterialId, String> hands = LinkedHashMultimap.create();

    private final Map<Lane, Double> lanes = new LinkedHashMap<>();

    /** A material in a country, or at a demand. */
    private record Stop(MaterialId material, String place) {}

    private record Lane(int depth, Stop origin, Stop destination) {}

    private Trail(SupplyChain chain) {
        this.chain = chain;
    }

    /** What some demands get, leg by leg; the legs nearest to the demands first. */
    static ImmutableList<Leg> of(SupplyChain chain, List<Flow> flows, Collection<DemandId> demands) {
        return of(chain, flows, demands, flows);
    }

    /** The same, along the materials that would be followed in other flows: so both can be compared. */
    static ImmutableList<Leg> of(
            SupplyChain chain, List<Flow> flows, Collection<DemandId> demands, List<Flow> followed) {
        Trail trail = new Trail(chain);
        flows.forEach(trail::gather);
        followed.stream().filter(Trail::isMade).forEach(flow -> trail.hands.put(flow.material(), flow.destination()));
        trail.follow(flows, demands);
        return trail.legs();
    }

    private static boolean isMade(Flow flow) {
        return flow.kind() == Flow.Kind.MADE || flow.kind() == Flow.Kind.RELEASED;
    }

    private ImmutableList<Leg> legs() {
        ImmutableList.Builder<Leg> legs = ImmutableList.builder();
        lanes.forEach((lane, tons) -> legs.add(new Leg(
                lane.depth,
                lane.origin.material,
                lane.origin.place,
                lane.destination.material,
                lane.destination.place,
                Numbers.published(tons))));
        return legs.build();
    }

    private void gather(Flow flow) {
        Stop origin = new Stop(flow.material(), flow.origin());
        Stop destination = new Stop(flow.material(), flow.destination());
        switch (flow.kind()) {
            case MADE -> {
                add(made, flow.material(), flow.destination(), flow.tons());
                recipe(flow)
                        .ifPresent(recipe -> recipes.computeIfAbsent(destination, any -> new LinkedHashMap<>())
                                .merge(recipe, flow.tons(), Double::sum));
            }
            case RELEASED -> add(made, flow.material(), flow.destination(), flow.tons());
            case SHIPPED -> {
                add(imports, destination, flow.origin(), flow.tons());
                exports.merge(origin, flow.tons(), Double::sum);
            }
            case SERVED -> {
                // The rest of the world draws on what each country made.
                if (!chain.demand(new DemandId(flow.destination()))
                        .consumer()
                        .value()
                        .equals(flow.origin())) {
                    exports.merge(origin, flow.tons(), Double::sum);
                }
            }
            case STORED -> {}
        }
    }

    private static <K> void add(Map<K, Map<String, Double>> sums, K key, String place, double tons) {
        sums.computeIfAbsent(key, any -> new TreeMap<>()).merge(place, tons, Double::sum);
    }

    private Optional<Recipe> recipe(Flow flow) {
        return chain.line(Ids.line(flow.origin())).line().recipes().stream()
                .map(chain::recipe)
                .filter(recipe -> recipe.materials().contains(flow.material())
                        && !recipe.inputs().containsKey(flow.material()))
                .findFirst();
    }

    private void follow(List<Flow> flows, Collection<DemandId> demands) {
        Map<Stop, Double> stops = new LinkedHashMap<>();
        for (Flow flow : flows) {
            if (flow.kind() == Flow.Kind.SERVED && demands.contains(new DemandId(flow.destination()))) {
                Demand demand = chain.demand(new DemandId(flow.destination()));
                Stop use = new Stop(demand.material(), flow.destination());
                Stop used = new Stop(flow.material(), flow.origin());
                if (demand.consumer().value().equals(flow.origin())) {
                    mix(1, used, use, flow.tons(), stops);
                } else if (made.containsKey(flow.material())) {
                    pass(1, used, use, flow.tons(), stops);
                }
            }
        }
        for (int depth = 2; depth <= DEEP; depth++) {
            Map<Stop, Double> next = new LinkedHashMap<>();
            for (Map.Entry<Stop, Double> entry : stops.entrySet()) {
                upstream(depth, entry.getKey(), entry.getValue(), next);
            }
            stops = next;
        }
    }

    /** What a country uses, from itself and others. */
    private void mix(int depth, Stop used, Stop destination, double tons, Map<Stop, Double> stops) {
        Map<String, Double> origins = new TreeMap<>(imports.getOrDefault(used, ImmutableMap.of()));
        double own = made(used) - exports.getOrDefault(used, 0.0);
        if (own > made(used) * Flows.ROUNDING) {
            origins.put(used.place, own);
        }
        double all = origins.values().stream().mapToDouble(part -> part).sum();
        origins.forEach(
                (origin, part) -> pass(depth, new Stop(used.material, origin), destination, tons * part / all, stops));
    }

    private void pass(int depth, Stop origin, Stop destination, double tons, Map<Stop, Double> stops) {
        lanes.merge(new Lane(depth, origin, destination), tons, Double::sum);
        stops.merge(origin, tons, Double::sum);
    }

    private double made(Stop stop) {
        return made.getOrDefault(stop.material, ImmutableMap.of()).getOrDefault(stop.place, 0.0);
    }

    private void upstream(int depth, Stop stop, double tons, Map<Stop, Double> stops) {
        recipes.getOrDefault(stop, ImmutableMap.of())
                .forEach((recipe, part) -> followed(recipe)
                        .ifPresent(input ->
                                mix(depth, new Stop(input, stop.place), stop, tons * part / made(stop), stops)));
    }

    private Optional<MaterialId> followed(Recipe recipe) {
        return recipe.inputs().keySet().stream()
                .filter(input -> !chain.material(input).boundary() && made.containsKey(input))
                .min(Comparator.comparing((MaterialId input) ->
                                hands.containsKey(input) ? hands.get(input).size() : Integer.MAX_VALUE)
                        .thenComparing(Comparator.naturalOrder()));
    }
}
