package org.lodegraph.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;

/** Small nets at random, with loops, parallel arcs and arcs from a node to itself, and what tests do with nets. */
final class RandomNets {

    private RandomNets() {}

    /** Three to twelve nodes; a fifth sources, two fifths runs, some never derivable. */
    static AndOr net(Random random) {
        int nodes = 3 + random.nextInt(10);
        int arcs = random.nextInt(3 * nodes);
        int[] from = new int[arcs];
        int[] to = new int[arcs];
        for (int arc = 0; arc < arcs; arc++) {
            from[arc] = random.nextInt(nodes);
            to[arc] = random.nextInt(nodes);
        }
        int[] order = Csr.order(nodes, from);
        var csr = new Csr(
                nodes,
                Arrays.stream(order).map(i -> from[i]).toArray(),
                Arrays.stream(order).map(i -> to[i]).toArray());
        int[] need = IntStream.range(0, nodes)
                .map(node -> switch (random.nextInt(5)) {
                    case 0 -> 0;
                    case 1, 2 -> csr.inDegree(node);
                    case 3 -> 1;
                    default -> random.nextInt(8) == 0 ? AndOr.NEVER : 1;
                })
                .toArray();
        return new AndOr(csr, need);
    }

    /** Up to four groups of a net's nodes, which may overlap or be empty. */
    static int[][] groups(Random random, int nodes) {
        return IntStream.range(0, random.nextInt(5))
                .mapToObj(group -> IntStream.range(0, nodes)
                        .filter(node -> random.nextInt(4) == 0)
                        .toArray())
                .toArray(int[][]::new);
    }

    /** What a net derives without some nodes. */
    static Derivation without(AndOr net, int... lost) {
        var gone = new BitSet();
        Arrays.stream(lost).forEach(gone::set);
        return net.without(gone).derive();
    }
}
