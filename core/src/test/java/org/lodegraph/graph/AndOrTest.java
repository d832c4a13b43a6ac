package org.lodegraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random nets with loops and parallel arcs against the definition, spelled out. */
class AndOrTest {

    private static final int NETS = 5_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void derivesTheLeastFixpoint(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < NETS; i++) {
            var net = RandomNets.net(random);
            var rounds = rounds(net);
            var derivation = net.derive();

            assertThat(IntStream.range(0, rounds.length).map(derivation::round))
                    .containsExactly(Arrays.stream(rounds).boxed().toArray(Integer[]::new));
            assertThat(derivation.order())
                    .as("each once, round by round")
                    .hasSize((int)
                            Arrays.stream(rounds).filter(round -> round >= 0).count())
                    .isSortedAccordingTo((a, b) -> Integer.compare(rounds[a], rounds[b]))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void aStorySufficesAndNothingInItCanBeLeftOut(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < NETS; i++) {
            var net = RandomNets.net(random);
            var derivation = net.derive();
            for (int target : derivation.order()) {
                var story = derivation.story(target);

                assertThat(story).endsWith(target).doesNotHaveDuplicates();
                assertThat(rounds(only(net, story))[target]).isNotNegative();
                assertThat(inOrder(net, story)).isTrue();
                for (int left : story) {
                    var rest = Arrays.stream(story).filter(node -> node != left).toArray();
                    assertThat(rounds(only(net, rest))[target]).isNegative();
                }
            }
        }
    }

    @Test
    void losesWhatIsTakenAway() {
        // 0 -> 1 -> 2, any
        var net = new AndOr(new Csr(3, new int[] {0, 1}, new int[] {1, 2}), new int[] {0, 1, 1});

        assertThat(net.derive().order()).containsExactly(0, 1, 2);
        assertThat(RandomNets.without(net, 1).order()).containsExactly(0);
    }

    /** A run with 1,200 inputs, each from two sources: the story names one source and every input. */
    @Test
    void leavesLongStoriesUncut() {
        int inputs = 1_200;
        int run = 2 + inputs;
        var arcs = new ArrayList<int[]>();
        for (int source = 0; source < 2; source++) {
            for (int input = 2; input < run; input++) {
                arcs.add(new int[] {source, input});
            }
        }
        for (int input = 2; input < run; input++) {
            arcs.add(new int[] {input, run});
        }
        int[] need = new int[run + 1];
        Arrays.fill(need, 2, run, 1);
        need[run] = inputs;
        var csr = new Csr(
                run + 1,
                arcs.stream().mapToInt(arc -> arc[0]).toArray(),
                arcs.stream().mapToInt(arc -> arc[1]).toArray());

        assertThat(new AndOr(csr, need).derive().story(run))
                .hasSize(1 + inputs + 1)
                .endsWith(run);
    }

    @Test
    void numbersNodesDepthFirst() {
        var random = new Random(6);
        for (int i = 0; i < NETS; i++) {
            var csr = RandomNets.net(random).csr();
            var visited = new ArrayList<Integer>();
            for (int node = 0; node < csr.nodes(); node++) {
                if (csr.inDegree(node) == 0) {
                    visit(csr, node, visited);
                }
            }
            for (int node = 0; node < csr.nodes(); node++) {
                visit(csr, node, visited);
            }

            var search = DepthFirst.of(csr.nodes(), ends(csr, csr::source), ends(csr, csr::target));

            var number = search.numbers();
            assertThat(visited).hasSize(number.length);
            for (int k = 0; k < number.length; k++) {
                assertThat(number[visited.get(k)]).isEqualTo(k);
            }
            int[] arcs = search.arcs();
            for (int k = 0; k < arcs.length; k++) {
                assertThat(search.csr().source(k)).isEqualTo(number[csr.source(arcs[k])]);
                assertThat(search.csr().target(k)).isEqualTo(number[csr.target(arcs[k])]);
                boolean sameSource =
                        k > 0 && search.csr().source(k - 1) == search.csr().source(k);
                assertThat(sameSource && arcs[k - 1] > arcs[k]).isFalse();
            }
        }
    }

    private static int[] ends(Csr csr, IntUnaryOperator end) {
        return IntStream.range(0, csr.arcs()).map(end).toArray();
    }

    private static void visit(Csr csr, int node, List<Integer> visited) {
        if (!visited.contains(node)) {
            visited.add(node);
            for (int arc = 0; arc < csr.arcs(); arc++) {
                if (csr.source(arc) == node) {
                    visit(csr, csr.target(arc), visited);
                }
            }
        }
    }

    /** Sweeps over all nodes until nothing changes; each sweep sees only what the one before derived. */
    private static int[] rounds(AndOr net) {
        int nodes = net.csr().nodes();
        int[] rounds = new int[nodes];
        Arrays.fill(rounds, -1);
        boolean changed = true;
        for (int round = 0; changed; round++) {
            changed = false;
            var before = rounds.clone();
            for (int node = 0; node < nodes; node++) {
                int have = 0;
                for (int arc = 0; arc < net.csr().arcs(); arc++) {
                    have += net.csr().target(arc) == node && before[net.csr().source(arc)] >= 0 ? 1 : 0;
                }
                if (rounds[node] < 0 && net.need(node) != AndOr.NEVER && have >= net.need(node)) {
                    rounds[node] = round;
                    changed = true;
                }
            }
        }
        return rounds;
    }

    private static AndOr only(AndOr net, int[] kept) {
        var lost = new BitSet();
        lost.set(0, net.csr().nodes());
        Arrays.stream(kept).forEach(lost::clear);
        return net.without(lost);
    }

    private static boolean inOrder(AndOr net, int[] story) {
        for (int i = 0; i < story.length; i++) {
            var before = Arrays.copyOf(story, i + 1);
            if (rounds(only(net, before))[story[i]] < 0) {
                return false;
            }
        }
        return true;
    }
}
