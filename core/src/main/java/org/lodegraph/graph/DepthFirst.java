package org.lodegraph.graph;

import java.util.Arrays;

/**
 * Nodes numbered depth first in the direction of the arcs, from nodes without suppliers and then from whatever is left,
 * lowest number first. Neighbors get near numbers, which makes every later pass over the arrays faster.
 */
final class DepthFirst {

    private final int[] number;
    private final int[] arcs;
    private final Csr csr;

    private DepthFirst(int[] number, int[] arcs, Csr csr) {
        this.number = number;
        this.arcs = arcs;
        this.csr = csr;
    }

    /** Numbers nodes 0, 1, ... that have arcs in any order. */
    static DepthFirst of(int nodes, int[] source, int[] target) {
        int[] start = Csr.starts(nodes, source);
        int[] arcs = new int[source.length];
        int[] to = new int[source.length];
        int[] next = Arrays.copyOf(start, nodes);
        for (int i = 0; i < source.length; i++) {
            int at = next[source[i]]++;
            arcs[at] = i;
            to[at] = target[i];
        }
        return renumber(number(start, to), start, arcs, to);
    }

    /** The new number of each node. */
    int[] numbers() {
        return number;
    }

    /** The arc that was given for each arc of the graph; those of one source keep their order. */
    int[] arcs() {
        return arcs;
    }

    /** The graph with the new numbers. */
    Csr csr() {
        return csr;
    }

    private static DepthFirst renumber(int[] number, int[] start, int[] arcs, int[] to) {
        int[] old = new int[number.length];
        for (int node = 0; node < number.length; node++) {
            old[number[node]] = node;
        }
        int[] sorted = new int[arcs.length];
        int[] source = new int[arcs.length];
        int[] target = new int[arcs.length];
        int count = 0;
        for (int node = 0; node < number.length; node++) {
            int end = start[old[node] + 1];
            for (int k = start[old[node]]; k < end; k++) {
                sorted[count] = arcs[k];
                source[count] = node;
                target[count++] = number[to[k]];
            }
        }
        return new DepthFirst(number, sorted, new Csr(number.length, source, target));
    }

    private static int[] number(int[] start, int[] to) {
        int nodes = start.length - 1;
        int[] number = new int[nodes];
        Arrays.fill(number, -1);
        boolean[] supplied = new boolean[nodes];
        for (int node : to) {
            supplied[node] = true;
        }
        int[] next = new int[nodes];
        int[] end = new int[nodes];
        int count = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int root = 0; root < nodes; root++) {
                if (number[root] >= 0 || pass == 0 && supplied[root]) {
                    continue;
                }
                int depth = 0;
                next[0] = start[root];
                end[0] = start[root + 1];
                number[root] = count++;
                while (depth >= 0) {
                    int k = next[depth];
                    while (k < end[depth] && number[to[k]] >= 0) {
                        k++;
                    }
                    next[depth] = k + 1;
                    if (k < end[depth]) {
                        int node = to[k];
                        number[node] = count++;
                        depth++;
                        next[depth] = start[node];
                        end[depth] = start[node + 1];
                    } else {
                        depth--;
                    }
                }
            }
        }
        return number;
    }
}
