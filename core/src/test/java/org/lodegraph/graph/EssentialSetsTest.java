package org.lodegraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Essential sets of random nets, with loops and parallel arcs, against taking away one thing after the other. */
class EssentialSetsTest {

    private static final int NETS = 5_000;

    /** 20,000 nets, groups that overlap, empty ones too: each node and group is taken away, then all is derived anew. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithTakingAwayEachThing(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < NETS; i++) {
            var net = RandomNets.net(random);
            int nodes = net.csr().nodes();
            int[][] groups = RandomNets.groups(random, nodes);
            var derivation = net.derive();
            var sets = EssentialSets.of(derivation, groups, true, EssentialSets.MOST);
            var onlyGroups = EssentialSets.of(derivation, groups, false, EssentialSets.MOST);

            for (int target : derivation.order()) {
                var lost = IntStream.range(0, nodes)
                        .filter(node -> !RandomNets.without(net, node).derives(target));
                var lostGroups = IntStream.range(0, groups.length)
                        .filter(g -> !RandomNets.without(net, groups[g]).derives(target));
                int[] expected = lostGroups.toArray();
                assertThat(sets.nodes(target))
                        .as("seed %s, net %s, node %s", seed, i, target)
                        .endsWith(target)
                        .containsExactlyInAnyOrder(lost.toArray());
                assertThat(sets.groups(target)).isEqualTo(expected);
                assertThat(onlyGroups.groups(target)).isEqualTo(expected);
                assertThat(onlyGroups.nodes(target)).isEmpty();
            }
        }
    }

    /** Where everything needs one supplier only, essential nodes are those on every path from the sources. */
    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void areTheDominatorsWhereOneInputIsEnough(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < NETS; i++) {
            var csr = RandomNets.net(random).csr();
            var net = new AndOr(
                    csr,
                    IntStream.range(0, csr.nodes())
                            .map(node -> csr.inDegree(node) == 0 || random.nextInt(9) == 0 ? 0 : 1)
                            .toArray());
            var derivation = net.derive();
            var sets = EssentialSets.of(derivation, new int[0][], true, EssentialSets.MOST);

            for (int target : derivation.order()) {
                assertThat(sets.nodes(target))
                        .as("seed %s, net %s, node %s", seed, i, target)
                        .containsExactlyInAnyOrder(onEveryPath(net, target).stream()
                                .mapToInt(k -> k)
                                .toArray());
            }
        }
    }

    /**
     * A chain of 2,000 runs, each of which needs the one before it and a part of its own, closed to a loop: the k-th run
     * needs k parts, k runs, the source and the place where the loop enters.
     */
    @Test
    void aBrittleChainKeepsItsLongSets() {
        int runs = 2_000;
        var net = brittle(runs);

        var sets = EssentialSets.of(net.derive(), new int[][] {{0, 1}}, true, EssentialSets.MOST);

        for (int k = 1; k <= runs; k++) {
            assertThat(sets.nodes(1 + 2 * k))
                    .hasSize(2 + 2 * k)
                    .contains(0, 1, 2 * k)
                    .endsWith(1 + 2 * k);
            assertThat(sets.groups(1 + 2 * k)).containsExactly(0);
        }
    }

    /** 2 (source, place) + sum over k of 1 (part) + 2 + 2 k (run) = 3 + 7 + 12 + ... */
    @Test
    void refusesSetsThatWouldNotFit() {
        var derivation = brittle(100).derive();

        assertThatThrownBy(() -> EssentialSets.of(derivation, new int[0][], true, 1_000))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching(
                        "Essential sets: too large to hold \\(10\\d\\d members in all by node \\d+ of 202\\)."
                                + " Maybe ask for groups only.");
    }

    /** 0 is the source, 1 the place it feeds; 2 k the part and 1 + 2 k the k-th run; the last run also feeds 1. */
    private static AndOr brittle(int runs) {
        int nodes = 2 + 2 * runs;
        int[] source = IntStream.range(0, nodes).toArray();
        int[] target = IntStream.range(0, nodes)
                .map(node -> node % 2 == 0 ? node + 1 : node + 2)
                .toArray();
        target[nodes - 1] = 1;
        int[] need = IntStream.range(0, nodes)
                .map(node -> node % 2 == 0 ? 0 : node == 1 ? 1 : 2)
                .toArray();
        return new AndOr(new Csr(nodes, source, target), need);
    }

    private static Set<Integer> onEveryPath(AndOr net, int target) {
        return walk(net, target, new TreeSet<>());
    }

    /** Walks back to the sources along every path that meets no node twice; null if none gets there. */
    private static @Nullable Set<Integer> walk(AndOr net, int node, Set<Integer> behind) {
        var path = new TreeSet<>(behind);
        if (!path.add(node)) {
            return null;
        }
        if (net.need(node) == 0) {
            return path;
        }
        Set<Integer> common = null;
        for (int k = 0; k < net.csr().inDegree(node); k++) {
            var nodes = walk(net, net.csr().supplier(node, k), path);
            if (common == null) {
                common = nodes;
            } else if (nodes != null) {
                common.retainAll(nodes);
            }
        }
        return common;
    }
}
