package org.lodegraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lodegraph.model.Ids.demand;
import static org.lodegraph.model.Ids.stock;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.jgrapht.alg.flow.EdmondsKarpMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedMultigraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cuts of {@link Gallium}, and of random nets against trying every set of nodes and against JGraphT's flow. */
class LeastCutTest {

    private static final SupplyGraph GRAPH = SupplyGraph.of(Gallium.builder().build());
    private static final Node US_DEMAND = new Node.Wanted(demand("gallium-usa"));

    /** 50 t/a in the Chinese circuit and 40 t/a in the German one, less than anything before or behind. */
    @Test
    void bothCircuitsLimitTheConsumer() {
        var cut = Derivability.of(GRAPH, Fallback.IDLE_LINES).leastCut(US_DEMAND, LeastCutTest::capacity);

        assertThat(cut.nodes().stream().map(Node::label))
                .containsExactlyInAnyOrder("line nanshan/circuit", "idle line stade/circuit");
        assertThat(cut.capacity()).isEqualTo(50 + 40);
        assertThat(Derivability.of(GRAPH)
                        .leastCut(US_DEMAND, LeastCutTest::capacity)
                        .capacity())
                .isEqualTo(50);
    }

    @Test
    void aTargetMayHaveNoLimitOrNoSupply() {
        var derivability = Derivability.of(GRAPH);

        assertThat(derivability.leastCut(US_DEMAND, node -> Double.POSITIVE_INFINITY))
                .isEqualTo(new LeastCut(ImmutableSet.of(), Double.POSITIVE_INFINITY));
        assertThat(derivability.leastCut(new Node.Store(stock("depot")), node -> 1))
                .isEqualTo(new LeastCut(ImmutableSet.of(), 0));
        assertThatThrownBy(() -> derivability.leastCut(US_DEMAND, node -> -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "Node '.*': a capacity is 0 or more \\(-1.0\\)\\. Maybe take infinity for no limit\\.");
    }

    private static double capacity(Node node) {
        if (node instanceof Node.Equipment line) {
            return switch (line.line().toString()) {
                case "nanshan/circuit" -> 50;
                case "stade/circuit" -> 40;
                default -> 1_000_000;
            };
        }
        return Double.POSITIVE_INFINITY;
    }

    /** 6,000 nets where one input is enough, some runs with a line of their own beside it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isTheLeastOfAllAndTheLargestFlowWhereOneInputIsEnough(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var net = singleInput(random);
            var capacity = capacities(random, net.csr().nodes());
            var derivation = net.derive();
            for (int target : derivation.order()) {
                double cut = sum(capacity, new Conduits(derivation, capacity).cut(target));

                assertThat(cut)
                        .as("seed %s, net %s, node %s", seed, i, target)
                        .isEqualTo(least(net, capacity, target))
                        .isEqualTo(flow(net, capacity, target));
            }
        }
    }

    /** 4,000 nets with recipes of several inputs: a cut all the same, if not the least. */
    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void cutsOffWhereSeveralInputsAreNeeded(long seed) {
        var random = new Random(seed);
        int exact = 0;
        int all = 0;
        for (int i = 0; i < 2_000; i++) {
            var net = RandomNets.net(random);
            if (net.csr().nodes() > 9) {
                continue;
            }
            var capacity = capacities(random, net.csr().nodes());
            var derivation = net.derive();
            for (int target : derivation.order()) {
                int[] cut = new Conduits(derivation, capacity).cut(target);
                double least = least(net, capacity, target);
                if (cut.length > 0) {
                    assertThat(RandomNets.without(net, cut).derives(target)).isFalse();
                }
                assertThat(sum(capacity, cut)).isGreaterThanOrEqualTo(least);
                exact += sum(capacity, cut) == least ? 1 : 0;
                all++;
            }
        }
        assertThat(exact).as("of %s", all).isGreaterThan(all * 9 / 10);
    }

    private static AndOr singleInput(Random random) {
        var drawn = RandomNets.net(random);
        while (drawn.csr().nodes() > 7) {
            drawn = RandomNets.net(random);
        }
        var csr = drawn.csr();
        int nodes = csr.nodes();
        int[] runs = IntStream.range(0, nodes)
                .filter(node -> csr.inDegree(node) == 1 && random.nextBoolean())
                .limit(3)
                .toArray();
        int[] lines = IntStream.range(nodes, nodes + runs.length).toArray();
        int[] need = new int[nodes + runs.length];
        for (int node = 0; node < nodes; node++) {
            need[node] = csr.inDegree(node) == 0 || random.nextInt(6) == 0 ? 0 : 1;
        }
        Arrays.stream(runs).forEach(run -> need[run] = 2);
        var arcs = IntStream.range(0, csr.arcs());
        return new AndOr(
                new Csr(
                        need.length,
                        IntStream.concat(arcs.map(csr::source), Arrays.stream(lines))
                                .toArray(),
                        IntStream.concat(IntStream.range(0, csr.arcs()).map(csr::target), Arrays.stream(runs))
                                .toArray()),
                need);
    }

    private static double[] capacities(Random random, int nodes) {
        return random.ints(nodes, 0, 9)
                .mapToDouble(k -> k == 8 ? Double.POSITIVE_INFINITY : k)
                .toArray();
    }

    /** No nodes means no limit. */
    private static double sum(double[] capacity, int[] nodes) {
        return nodes.length == 0
                ? Double.POSITIVE_INFINITY
                : Arrays.stream(nodes).mapToDouble(node -> capacity[node]).sum();
    }

    private static double least(AndOr net, double[] capacity, int target) {
        double least = Double.POSITIVE_INFINITY;
        int nodes = net.csr().nodes();
        for (int set = 1; set < 1 << nodes; set++) {
            int some = set;
            int[] lost = IntStream.range(0, nodes)
                    .filter(node -> (some >> node & 1) == 1)
                    .toArray();
            if (sum(capacity, lost) < least && !RandomNets.without(net, lost).derives(target)) {
                least = sum(capacity, lost);
            }
        }
        return least;
    }

    /** As JGraphT sees it: a line is the narrow place of its run; 1,000 stands for no limit. */
    private static double flow(AndOr net, double[] capacity, int target) {
        var graph = new DirectedWeightedMultigraph<String, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        graph.addVertex("start");
        for (int node = 0; node < net.csr().nodes(); node++) {
            graph.addVertex("into " + node);
            graph.addVertex("out of " + node);
            graph.setEdgeWeight(graph.addEdge("into " + node, "out of " + node), Math.min(1_000, capacity[node]));
            if (net.need(node) == 0) {
                graph.setEdgeWeight(graph.addEdge("start", "into " + node), 1_000);
            }
        }
        for (int arc = 0; arc < net.csr().arcs(); arc++) {
            int from = net.csr().source(arc);
            int to = net.csr().target(arc);
            boolean equips = net.need(to) == 2 && from >= net.csr().nodes() - lines(net);
            if (equips) {
                var edge = graph.getEdge("into " + to, "out of " + to);
                graph.setEdgeWeight(edge, Math.min(graph.getEdgeWeight(edge), capacity[from]));
            } else if (net.need(to) > 0) {
                graph.setEdgeWeight(graph.addEdge("out of " + from, "into " + to), 1_000);
            }
        }
        double flow = new EdmondsKarpMFImpl<>(graph).calculateMaximumFlow("start", "out of " + target);
        return flow >= 1_000 ? Double.POSITIVE_INFINITY : flow;
    }

    private static int lines(AndOr net) {
        return (int) IntStream.range(0, net.csr().nodes())
                .filter(node -> net.need(node) == 2)
                .count();
    }
}
