package org.lodegraph.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A net of nodes that need nothing, any or all of their suppliers, as int arrays: for each node how many of the arcs
 * that enter it must come from derivable nodes. Immutable.
 */
final class AndOr {

    /** The need of a node that is never derivable. */
    static final int NEVER = -1;

    private final Csr csr;
    private final int[] need;

    /** Takes the needs over: {@link #NEVER}, 0 for a source, 1 for any, or the number of entering arcs for all. */
    AndOr(Csr csr, int[] need) {
        this.csr = csr;
        this.need = need;
    }

    Csr csr() {
        return csr;
    }

    int need(int node) {
        return need[node];
    }

    /** The same net without some nodes. */
    AndOr without(BitSet lost) {
        int[] left = need.clone();
        lost.stream().forEach(node -> left[node] = NEVER);
        return new AndOr(csr, left);
    }

    /** What can be derived: sources, and again and again whatever has what it needs. Linear in nodes and arcs. */
    Derivation derive() {
        int nodes = csr.nodes();
        int[] missing = need.clone();
        int[] via = new int[nodes];
        int[] round = new int[nodes];
        int[] queue = new int[nodes];
        Arrays.fill(via, Derivation.NONE);
        Arrays.fill(round, Derivation.NONE);
        int last = 0;
        for (int node = 0; node < nodes; node++) {
            if (need[node] == 0) {
                round[node] = 0;
                queue[last++] = node;
            }
        }
        for (int first = 0; first < last; first++) {
            int node = queue[first];
            int end = csr.endOut(node);
            for (int arc = csr.firstOut(node); arc < end; arc++) {
                int next = csr.target(arc);
                if (missing[next] > 0 && --missing[next] == 0) {
                    via[next] = node;
                    round[next] = round[node] + 1;
                    queue[last++] = next;
                }
            }
        }
        return new Derivation(this, Arrays.copyOf(queue, last), round, via);
    }

    /** The part of the net that lies on some nodes, numbered as they are listed; their needs stay. */
    AndOr on(int[] nodes) {
        int[] number = new int[csr.nodes()];
        Arrays.fill(number, Derivation.NONE);
        int arcs = 0;
        for (int i = 0; i < nodes.length; i++) {
            number[nodes[i]] = i;
            arcs += csr.outDegree(nodes[i]);
        }
        int[] source = new int[arcs];
        int[] target = new int[arcs];
        int count = 0;
        for (int i = 0; i < nodes.length; i++) {
            int end = csr.endOut(nodes[i]);
            for (int arc = csr.firstOut(nodes[i]); arc < end; arc++) {
                if (number[csr.target(arc)] >= 0) {
                    source[count] = i;
                    target[count++] = number[csr.target(arc)];
                }
            }
        }
        int[] needs = Arrays.stream(nodes).map(node -> need[node]).toArray();
        return new AndOr(new Csr(nodes.length, Arrays.copyOf(source, count), Arrays.copyOf(target, count)), needs);
    }
}
