package org.lodegraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Smallest cuts of random nets, with loops and parallel arcs, against trying every set of groups. */
class CutSearchTest {

    /** Each time up to three of the groups at once: groups of several nodes that overlap, and single nodes. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithTryingEverySet(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var net = RandomNets.net(random);
            int nodes = net.csr().nodes();
            int[][] groups = RandomNets.groups(random, nodes);
            int given = groups.length;
            groups = Arrays.copyOf(groups, given + random.nextInt(1 + nodes));
            for (int group = given; group < groups.length; group++) {
                groups[group] = new int[] {random.nextInt(nodes)};
            }
            int target = random.nextInt(nodes);
            int largest = 1 + random.nextInt(3);

            var cuts = new CutSearch(net, groups, target).cuts(largest);

            assertThat(cuts.stream().map(Arrays::toString))
                    .as("seed %s, net %s, node %s", seed, i, target)
                    .containsExactlyElementsOf(slow(net, groups, target, largest).stream()
                            .map(Object::toString)
                            .toList());
        }
    }

    /** All sets of one group, then of two, then of three, in the order of their members, but those that hold a cut. */
    private static List<List<Integer>> slow(AndOr net, int[][] groups, int target, int largest) {
        var cuts = new ArrayList<List<Integer>>();
        if (!net.derive().derives(target)) {
            return cuts;
        }
        var sets = List.of(List.<Integer>of());
        for (int size = 1; size <= largest; size++) {
            var longer = new ArrayList<List<Integer>>();
            for (var set : sets) {
                for (int group = set.isEmpty() ? 0 : set.get(set.size() - 1) + 1; group < groups.length; group++) {
                    var more = new ArrayList<>(set);
                    more.add(group);
                    longer.add(more);
                }
            }
            for (var set : longer) {
                int[] lost = set.stream()
                        .flatMapToInt(group -> Arrays.stream(groups[group]))
                        .toArray();
                if (cuts.stream().noneMatch(set::containsAll)
                        && !RandomNets.without(net, lost).derives(target)) {
                    cuts.add(set);
                }
            }
            sets = longer;
        }
        return cuts;
    }
}
