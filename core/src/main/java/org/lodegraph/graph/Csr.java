package org.lodegraph.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A directed multigraph in four int arrays (compressed sparse rows): 12 bytes an arc, 8 a node. Arcs are numbered by
 * their source, so those that leave a node are neighbors; parallel arcs are kept. Immutable.
 */
final class Csr {

    private final int[] source;
    private final int[] target;
    private final int[] outStart;
    private final int[] inStart;
    private final int[] inArc;

    /** Takes both arrays over. Sources must not fall; {@link #order} says how to sort by them. */
    Csr(int nodes, int[] source, int[] target) {
        this.source = source;
        this.target = target;
        outStart = starts(nodes, source);
        inStart = starts(nodes, target);
        inArc = order(nodes, target);
    }

    int nodes() {
        return outStart.length - 1;
    }

    int arcs() {
        return target.length;
    }

    int source(int arc) {
        return source[arc];
    }

    int target(int arc) {
        return target[arc];
    }

    /** The first arc that leaves a node; the last is the one before the next node's first. */
    int firstOut(int node) {
        return outStart[node];
    }

    int outDegree(int node) {
        return outStart[node + 1] - outStart[node];
    }

    int inDegree(int node) {
        return inStart[node + 1] - inStart[node];
    }

    /** The k-th arc that enters a node, in the order of arcs. */
    int in(int node, int k) {
        return inArc[inStart[node] + k];
    }

    /** The node at the far end of the k-th arc that enters a node. */
    int supplier(int node, int k) {
        return source[in(node, k)];
    }

    /** A node and all from which it can be reached, lowest first. */
    int[] upstream(int... nodes) {
        BitSet met = new BitSet();
        int[] queue = new int[nodes()];
        int last = 0;
        for (int node : nodes) {
            if (!met.get(node)) {
                met.set(node);
                queue[last++] = node;
            }
        }
        for (int first = 0; first < last; first++) {
            for (int k = 0; k < inDegree(queue[first]); k++) {
                int supplier = supplier(queue[first], k);
                if (!met.get(supplier)) {
                    met.set(supplier);
                    queue[last++] = supplier;
                }
            }
        }
        return met.stream().toArray();
    }

    /** The positions 0, 1, ... sorted by key, in time linear in keys and positions; equal keys keep their order. */
    static int[] order(int keys, int[] keyOf) {
        int[] next = starts(keys, keyOf);
        int[] order = new int[keyOf.length];
        for (int i = 0; i < keyOf.length; i++) {
            order[next[keyOf[i]]++] = i;
        }
        return order;
    }

    private static int[] starts(int keys, int[] keyOf) {
        int[] starts = new int[keys + 1];
        for (int key : keyOf) {
            starts[key + 1]++;
        }
        for (int key = 0; key < keys; key++) {
            starts[key + 1] += starts[key];
        }
        return starts;
    }

    /**
     * Numbers the nodes depth first in the direction of the arcs, from nodes without suppliers and then from whatever is
     * left, lowest number first. Neighbors get near numbers, which makes every later pass over the arrays faster.
     *
     * @return the new number of each node
     */
    int[] preorder() {
        int nodes = nodes();
        int[] number = new int[nodes];
        Arrays.fill(number, -1);
        int[] nextArc = Arrays.copyOf(outStart, nodes);
        int[] path = new int[nodes];
        int count = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int root = 0; root < nodes; root++) {
                if (number[root] >= 0 || pass == 0 && inDegree(root) > 0) {
                    continue;
                }
                int depth = 0;
                path[0] = root;
                number[root] = count++;
                while (depth >= 0) {
                    int node = path[depth];
                    if (nextArc[node] == outStart[node + 1]) {
                        depth--;
                    } else {
                        int next = target[nextArc[node]++];
                        if (number[next] < 0) {
                            number[next] = count++;
                            path[++depth] = next;
                        }
                    }
                }
            }
        }
        return number;
    }
}
