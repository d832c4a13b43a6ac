package org.lodegraph.graph;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.graph.Gallium.JAPAN;
import static org.lodegraph.graph.Gallium.rate;
import static org.lodegraph.graph.Gallium.tons;
import static org.lodegraph.model.Ids.demand;
import static org.lodegraph.model.Ids.facility;

import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Id;
import org.lodegraph.model.LineId;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;

/** Projections of random chains beside {@link ObviousTrade}, and their flows beside our own cuts. */
class ProjectionTwinTest {

    private static final Fallback[][] COUNTED = {
        {}, {Fallback.IDLE_LINES}, {Fallback.STOCKS}, {Fallback.ALTERNATIVES, Fallback.IDLE_LINES, Fallback.STOCKS}
    };

    /** 1,000 chains with loops, sites, bans, links, hubs, idle lines, stocks, alternatives. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithTheRulesSpelledOut(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 250; i++) {
            var chain = RandomSupply.chain(random);
            var counted = COUNTED[i % COUNTED.length];
            var twin = new ObviousTrade(chain, ImmutableSet.copyOf(counted));

            assertThat(arcs(Projection.countries(chain, counted), Passage::material))
                    .as("countries, seed %s, chain %s", seed, i)
                    .isEqualTo(twin.countries());
            assertThat(arcs(Projection.facilities(chain, counted), Passage::material))
                    .as("facilities, seed %s, chain %s", seed, i)
                    .isEqualTo(twin.facilities());
            assertThat(arcs(Projection.materials(chain, counted), Conversion::recipe))
                    .as("materials, seed %s, chain %s", seed, i)
                    .isEqualTo(twin.materials());
        }
    }

    private static <V extends Id & Comparable<V>, A extends Projection.Arc<V>> Set<String> arcs(
            Projection<V, A> projection, Function<A, ? extends Id> what) {
        return projection.asGraph().edgeSet().stream()
                .map(arc -> arc.source() + " " + arc.target() + " " + what.apply(arc))
                .collect(toCollection(TreeSet::new));
    }

    /**
     * One mine, one to four branches, one works, 1 t per ton, capacities 1 to 9; mine and works have enough.
     *
     * <pre>
     *        +--> smelter 0 --> refinery 0 --> mill 0 --+
     * mine --+--> smelter 1 --> refinery 1 --> mill 1 --+--> works --> demand
     *        +--> ...
     * </pre>
     *
     * <p>Where branches stay apart, the largest flow is the least cut. Where any smelter supplies any refinery, and any
     * refinery any mill, a refinery's limit stands on each of its arcs, and the flow may be larger.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void flowsAreTheLeastCutOrMore(boolean crossing) {
        var random = new Random(7);
        int more = 0;
        for (int i = 0; i < 500; i++) {
            var capacities = new LinkedHashMap<LineId, Double>();
            var chain = branches(random, 1 + random.nextInt(4), crossing, capacities);

            double flow = new PushRelabelMFImpl<>(Projection.facilities(chain).asFlowNetwork())
                    .getMaximumFlowValue(facility("mine"), facility("works"));

            double cut = Derivability.of(SupplyGraph.of(chain))
                    .leastCut(
                            new Node.Wanted(demand("d")),
                            node -> node instanceof Node.Equipment line
                                    ? capacities.get(line.line())
                                    : Double.POSITIVE_INFINITY)
                    .capacity();
            assertThat(flow).as("chain %s", i).isGreaterThanOrEqualTo(cut);
            more += flow > cut ? 1 : 0;
        }
        assertThat(more > 0).isEqualTo(crossing);
    }

    private static SupplyChain branches(Random random, int branches, boolean crossing, Map<LineId, Double> capacities) {
        var builder = SupplyChain.builder(2025)
                .add(Material.of("ore"), Material.of("ware"))
                .add(Recipe.of("dig").makes("ore"))
                .add(Demand.of("d", "ware", JAPAN, rate(1)));
        var works = Facility.at("works", JAPAN);
        for (int k = 0; k < branches; k++) {
            int shared = crossing ? 0 : k;
            builder.put(Material.of("crude" + shared), Material.of("metal" + shared), Material.of("sheet" + k))
                    .add(
                            Recipe.of("smelt" + k).makes("crude" + shared).from("ore", 1),
                            Recipe.of("refine" + k).makes("metal" + shared).from("crude" + shared, 1),
                            Recipe.of("roll" + k).makes("sheet" + k).from("metal" + shared, 1),
                            Recipe.of("forge" + k).makes("ware").from("sheet" + k, 1));
            for (var step : List.of("smelt", "refine", "roll")) {
                builder.add(Facility.at(step + "-" + k, JAPAN).line(step + k, tons(1 + random.nextInt(9))));
            }
            works = works.line("forge" + k, tons(1 + random.nextInt(9)));
        }
        var chain = builder.add(Facility.at("mine", JAPAN).line("dig", tons(100)), works)
                .build();
        chain.lines()
                .values()
                .forEach(line -> capacities.put(
                        line.id(),
                        line.line().capacity().usable().orElseThrow().range().high()));
        return chain;
    }
}
