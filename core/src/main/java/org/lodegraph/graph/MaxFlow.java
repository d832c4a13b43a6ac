package org.lodegraph.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The largest flow from one node to another, after Dinic (1970). Residuals are never compared with a tolerance: the arc
 * that limits a path is emptied exactly, so capacities may lie many orders of magnitude apart, or be infinite.
 */
final class MaxFlow {

    private final List<int[]> ends = new ArrayList<>();
    private final List<Double> capacities = new ArrayList<>();
    private final int nodes;

    MaxFlow(int nodes) {
        this.nodes = nodes;
    }

    void addArc(int source, int target, double capacity) {
        ends.add(new int[] {source, target});
        capacities.add(capacity);
    }

    /** The nodes that more flow could still reach: the near side of a least cut. The far end too if nothing limits it. */
    BitSet nearSide(int source, int sink) {
        var search = new Search();
        while (search.level(source).get(sink) && search.block(source, sink)) {
            // until no path is left
        }
        return search.level(source);
    }

    /** Each arc is two: 2 k there, 2 k + 1 back. */
    private final class Search {

        private final double[] left = new double[2 * ends.size()];
        private final Csr csr;
        private final int[] arcs;
        private final int[] level = new int[nodes];

        Search() {
            int[] from = new int[left.length];
            int[] to = new int[left.length];
            for (int k = 0; k < ends.size(); k++) {
                from[2 * k] = to[2 * k + 1] = ends.get(k)[0];
                to[2 * k] = from[2 * k + 1] = ends.get(k)[1];
                left[2 * k] = capacities.get(k);
            }
            arcs = Csr.order(nodes, from);
            csr = new Csr(
                    nodes,
                    Arrays.stream(arcs).map(arc -> from[arc]).toArray(),
                    Arrays.stream(arcs).map(arc -> to[arc]).toArray());
        }

        /** Steps from the source along arcs that have something left. */
        BitSet level(int source) {
            var met = new BitSet();
            int[] queue = new int[nodes];
            int last = 0;
            queue[last++] = source;
            met.set(source);
            level[source] = 0;
            for (int first = 0; first < last; first++) {
                int node = queue[first];
                for (int k = csr.firstOut(node); k < csr.endOut(node); k++) {
                    int next = csr.target(k);
                    if (left[arcs[k]] > 0 && !met.get(next)) {
                        met.set(next);
                        level[next] = level[node] + 1;
                        queue[last++] = next;
                    }
                }
            }
            for (int node = met.nextClearBit(0); node < nodes; node = met.nextClearBit(node + 1)) {
                level[node] = -1;
            }
            return met;
        }

        /** Fills all shortest paths; false if one has no limit. */
        boolean block(int source, int sink) {
            int[] next = new int[nodes];
            Arrays.setAll(next, csr::firstOut);
            int[] path = new int[nodes];
            int depth = 0;
            int node = source;
            while (true) {
                if (node == sink) {
                    double most = Double.POSITIVE_INFINITY;
                    for (int i = 0; i < depth; i++) {
                        most = Math.min(most, left[arcs[path[i]]]);
                    }
                    if (most == Double.POSITIVE_INFINITY) {
                        return false;
                    }
                    int narrow = 0;
                    for (int i = depth - 1; i >= 0; i--) {
                        left[arcs[path[i]]] -= most;
                        left[arcs[path[i]] ^ 1] += most;
                        narrow = left[arcs[path[i]]] == 0 ? i : narrow;
                    }
                    depth = narrow;
                    node = csr.source(path[depth]);
                } else if (next[node] < csr.endOut(node)) {
                    int k = next[node];
                    if (left[arcs[k]] > 0 && level[csr.target(k)] == level[node] + 1) {
                        path[depth++] = k;
                        node = csr.target(k);
                    } else {
                        next[node]++;
                    }
                } else if (depth > 0) {
                    node = csr.source(path[--depth]);
                    next[node]++;
                } else {
                    return true;
                }
            }
        }
    }
}
