package org.lodegraph.graph;

import java.util.Arrays;
import java.util.BitSet;

/** A net in which every node passes on one thing, so that flows and cuts make sense: see {@link LeastCut}. */
final class Conduits {

    private final Derivation derivation;
    private final AndOr net;
    private final Csr csr;
    private final double[] capacity;

    /** Takes the capacities over. */
    Conduits(Derivation derivation, double[] capacity) {
        this.derivation = derivation;
        this.net = derivation.net();
        this.csr = net.csr();
        this.capacity = capacity;
    }

    /** The nodes of a cut in front of a derivable target, lowest first; empty if nothing limits it. */
    int[] cut(int target) {
        int[] cone =
                Arrays.stream(csr.upstream(target)).filter(derivation::derives).toArray();
        double[] plenty = plenty();
        int[] narrowest = new int[csr.nodes()];
        int start = 2 * csr.nodes();
        var flow = new MaxFlow(start + 1);
        for (int node : cone) {
            narrowest[node] = node;
            if (net.need(node) == 0) {
                flow.addArc(start, 2 * node, Double.POSITIVE_INFINITY);
            } else if (net.need(node) == 1) {
                for (int k = 0; k < csr.inDegree(node); k++) {
                    if (derivation.derives(csr.supplier(node, k))) {
                        flow.addArc(2 * csr.supplier(node, k) + 1, 2 * node, Double.POSITIVE_INFINITY);
                    }
                }
            } else {
                int input = scarcest(node, plenty);
                flow.addArc(input < 0 ? start : 2 * input + 1, 2 * node, Double.POSITIVE_INFINITY);
                narrowest[node] = narrowest(node, input);
            }
            flow.addArc(2 * node, 2 * node + 1, capacity[narrowest[node]]);
        }
        BitSet near = flow.nearSide(start, 2 * target + 1);
        return near.get(2 * target + 1)
                ? new int[0]
                : Arrays.stream(cone)
                        .filter(node -> near.get(2 * node) && !near.get(2 * node + 1))
                        .map(node -> narrowest[node])
                        .sorted()
                        .distinct()
                        .toArray();
    }

    /** The input of a run that seems to limit it most, beside sources that feed nothing else; none if there is none. */
    private int scarcest(int run, double[] plenty) {
        int scarcest = Derivation.NONE;
        for (int k = 0; k < csr.inDegree(run); k++) {
            int input = csr.supplier(run, k);
            boolean own = net.need(input) == 0 && csr.outDegree(input) == 1;
            if (!own && (scarcest < 0 || plenty[input] < plenty[scarcest])) {
                scarcest = input;
            }
        }
        return scarcest;
    }

    /** A run, or the source with the least capacity that it needs beside an input. */
    private int narrowest(int run, int input) {
        int narrowest = run;
        for (int k = 0; k < csr.inDegree(run); k++) {
            int other = csr.supplier(run, k);
            if (other != input && net.need(other) == 0 && capacity[other] < capacity[narrowest]) {
                narrowest = other;
            }
        }
        return narrowest;
    }

    /** How much of each node there seems to be, whatever it is shared with. */
    private double[] plenty() {
        double[] plenty = new double[csr.nodes()];
        for (int node : derivation.order()) {
            int need = net.need(node);
            double supply = need == 1 ? 0 : Double.POSITIVE_INFINITY;
            for (int k = 0; k < csr.inDegree(node) && need > 0; k++) {
                double part = plenty[csr.supplier(node, k)];
                supply = need == 1 ? supply + part : Math.min(supply, part);
            }
            plenty[node] = Math.min(supply, capacity[node]);
        }
        return plenty;
    }
}
