package org.lodegraph.graph;

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
        inArc = order(inStart, target);
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

    /** The first arc that leaves a node; the others follow it. */
    int firstOut(int node) {
        return outStart[node];
    }

    /** One after the last arc that leaves a node. */
    int endOut(int node) {
        return outStart[node + 1];
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
        return order(starts(keys, keyOf), keyOf);
    }

    private static int[] order(int[] starts, int[] keyOf) {
        int[] next = starts.clone();
        int[] order = new int[keyOf.length];
        for (int i = 0; i < keyOf.length; i++) {
            order[next[keyOf[i]]++] = i;
        }
        return order;
    }

    /** Where each key starts among the positions sorted by key; one more for the end. */
    static int[] starts(int keys, int[] keyOf) {
        int[] starts = new int[keys + 1];
        for (int key : keyOf) {
            starts[key + 1]++;
        }
        for (int key = 0; key < keys; key++) {
            starts[key + 1] += starts[key];
        }
        return starts;
    }
}
