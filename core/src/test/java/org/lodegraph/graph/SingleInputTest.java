package org.lodegraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedMultigraph;
import org.jgrapht.graph.MaskSubgraph;
import org.jgrapht.traverse.BreadthFirstIterator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random chains whose recipes need one input at most, with loops, hubs, parallel links, bans and several demands. There a
 * chain is what its picture shows, so JGraphT can say what is essential (dominators) and what limits (flows).
 */
class SingleInputTest {

    private static final double UNLIMITED = 1_000;

    /** 800 chains: essential is what no walk from a source to the demand can leave out. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void essentialNodesAreDominators(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            var chain = RandomSupply.chain(random, 1);
            var graph = SupplyGraph.of(chain);
            var picture = picture(graph);
            var derivability = Derivability.of(graph, Fallback.values());
            var essentials = derivability.essentials(ImmutableMap.of());
            var sources = Sets.filter(picture.vertexSet(), node -> isSource(picture, node));
            var reached = reached(picture, sources);
            var reachedWithout = new LinkedHashMap<Node, Set<Node>>();
            picture.vertexSet()
                    .forEach(lost -> reachedWithout.put(
                            lost,
                            reached(
                                    new MaskSubgraph<>(picture, lost::equals, arc -> false),
                                    Sets.difference(sources, ImmutableSet.of(lost)))));
            for (var demand : chain.demands().keySet()) {
                var target = new Node.Wanted(demand);
                var dominators = new LinkedHashSet<Node>();
                reachedWithout.forEach((lost, left) -> {
                    if (reached.contains(target) && !left.contains(target)) {
                        dominators.add(lost);
                        dominators.addAll(line(graph, lost));
                    }
                });

                assertThat(derivability.derives(target)).isEqualTo(reached.contains(target));
                assertThat(essentials.nodes(target))
                        .as("seed %s, chain %s, demand %s", seed, i, demand)
                        .containsExactlyInAnyOrderElementsOf(dominators);
            }
        }
    }

    /** 1,200 chains, lines, links, stocks and boundaries with 1 to 9 of capacity, sometimes none that is known. */
    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void theLeastCutIsTheLargestFlow(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            var chain = RandomSupply.chain(random, 1);
            var graph = SupplyGraph.of(chain);
            var capacities = new LinkedHashMap<Node, Double>();
            for (var node : graph.nodes()) {
                boolean limited = node instanceof Node.Lane || node.needs() == Node.Needs.NOTHING;
                int drawn = 1 + random.nextInt(10);
                capacities.put(node, limited && drawn < 10 ? drawn : Double.POSITIVE_INFINITY);
            }
            var derivability = Derivability.of(graph, Fallback.values());
            for (var demand : chain.demands().keySet()) {
                var target = new Node.Wanted(demand);
                double flow = flow(graph, capacities, target);

                assertThat(derivability.leastCut(target, capacities::get).capacity())
                        .as("seed %s, chain %s, demand %s", seed, i, demand)
                        .isEqualTo(flow >= UNLIMITED ? Double.POSITIVE_INFINITY : flow);
            }
        }
    }

    /** Lines are not in the picture: each run has one of its own, and stands for it. */
    private static Graph<Node, Arc> picture(SupplyGraph graph) {
        return new MaskSubgraph<>(graph.asGraph(), Node.Equipment.class::isInstance, arc -> false);
    }

    private static Set<Node> line(SupplyGraph graph, Node node) {
        return Sets.difference(
                ImmutableSet.copyOf(Graphs.predecessorListOf(graph.asGraph(), node)),
                picture(graph).vertexSet());
    }

    /** Where supply starts: nodes that need nothing, and links from where nobody is known to make what they carry. */
    private static boolean isSource(Graph<Node, Arc> picture, Node node) {
        return node instanceof Node.Lane
                ? Graphs.predecessorListOf(picture, node).stream().allMatch(place -> picture.inDegreeOf(place) == 0)
                : picture.inDegreeOf(node) == 0 && !(node instanceof Node.Place);
    }

    private static Set<Node> reached(Graph<Node, Arc> picture, Set<Node> sources) {
        return ImmutableSet.copyOf(new BreadthFirstIterator<>(picture, sources));
    }

    /** Every node as an arc with its capacity; a run's is that of its line. */
    private static double flow(SupplyGraph graph, Map<Node, Double> capacities, Node target) {
        var picture = picture(graph);
        var network = new DirectedWeightedMultigraph<String, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        network.addVertex("start");
        for (var node : picture.vertexSet()) {
            double least = Sets.union(ImmutableSet.of(node), line(graph, node)).stream()
                    .mapToDouble(capacities::get)
                    .min()
                    .orElseThrow();
            Graphs.addEdgeWithVertices(network, "into " + node, "out of " + node, Math.min(UNLIMITED, least));
            if (isSource(picture, node)) {
                Graphs.addEdgeWithVertices(network, "start", "into " + node, UNLIMITED);
            }
        }
        picture.edgeSet()
                .forEach(arc -> Graphs.addEdgeWithVertices(
                        network, "out of " + arc.source(), "into " + arc.target(), UNLIMITED));
        return new PushRelabelMFImpl<>(network).getMaximumFlowValue("start", "out of " + target);
    }
}
