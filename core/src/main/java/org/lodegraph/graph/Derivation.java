package org.lodegraph.graph;

import java.util.Arrays;
import java.util.BitSet;

/** What a net derives, and how. Immutable. */
final class Derivation {

    /** No node, no round. */
    static final int NONE = -1;

    /** Cutting a story down takes time with the square of its length; longer ones stay as they are. */
    static final int LONGEST_CUT = 1_000;

    private final AndOr net;
    private final int[] order;
    private final int[] round;
    private final int[] via;

    /** Takes the arrays over: derivable nodes in order, for each node its round and the supplier that came last. */
    Derivation(AndOr net, int[] order, int[] round, int[] via) {
        this.net = net;
        this.order = order;
        this.round = round;
        this.via = via;
    }

    AndOr net() {
        return net;
    }

    boolean derives(int node) {
        return round[node] != NONE;
    }

    /** Arcs on the longest branch of the shallowest derivation of a derivable node; {@link #NONE} for another. */
    int round(int node) {
        return round[node];
    }

    /** The derivable nodes, round by round. */
    int[] order() {
        return order.clone();
    }

    /**
     * A derivation of a derivable node, each node after what it needs: the shallowest one, cut down until no part can be
     * left out. The one with the fewest nodes of all would be NP-hard to find.
     */
    int[] story(int target) {
        int[] whole = shallowest(target);
        if (whole.length > LONGEST_CUT) {
            return whole;
        }
        int[] kept = net.on(whole).derive().cutDown(whole.length - 1);
        return Arrays.stream(kept).map(k -> whole[k]).toArray();
    }

    /** Leaves out one node after the other, with whatever only it needed, as long as the target stays derivable. */
    private int[] cutDown(int target) {
        BitSet needed = new BitSet();
        needed.set(target);
        int[] story = shallowest(target);
        BitSet members = set(story);
        for (int tried = spare(story, members, needed); tried != NONE; tried = spare(story, members, needed)) {
            BitSet lost = (BitSet) members.clone();
            lost.flip(0, net.csr().nodes());
            lost.set(tried);
            Derivation left = net.without(lost).derive();
            if (left.derives(target)) {
                story = left.shallowest(target);
                members = set(story);
            } else {
                needed.set(tried);
            }
        }
        return story;
    }

    /** A member that is not known to be needed and that each member it supplies could do without. */
    private int spare(int[] story, BitSet members, BitSet needed) {
        for (int node : story) {
            if (!needed.get(node) && isSpare(node, members)) {
                return node;
            }
        }
        return NONE;
    }

    private boolean isSpare(int node, BitSet members) {
        Csr csr = net.csr();
        int end = csr.endOut(node);
        for (int arc = csr.firstOut(node); arc < end; arc++) {
            int user = csr.target(arc);
            if (members.get(user) && net.need(user) > 0 && !hasAnother(user, node, members)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasAnother(int user, int node, BitSet members) {
        boolean another = false;
        for (int k = 0; k < net.csr().inDegree(user); k++) {
            int supplier = net.csr().supplier(user, k);
            another |= supplier != node && members.get(supplier);
        }
        return another && net.need(user) == 1;
    }

    private static BitSet set(int[] nodes) {
        BitSet set = new BitSet();
        for (int node : nodes) {
            set.set(node);
        }
        return set;
    }

    /** Every place from the supplier that reached it first, every run from all of its inputs, in derivation order. */
    private int[] shallowest(int target) {
        BitSet wanted = new BitSet();
        wanted.set(target);
        int first = order.length;
        int[] story = new int[order.length];
        for (int i = order.length - 1; i >= 0; i--) {
            int node = order[i];
            if (wanted.get(node)) {
                story[--first] = node;
                if (net.need(node) == 1) {
                    wanted.set(via[node]);
                } else if (net.need(node) > 1) {
                    for (int k = 0; k < net.csr().inDegree(node); k++) {
                        wanted.set(net.csr().supplier(node, k));
                    }
                }
            }
        }
        return Arrays.copyOfRange(story, first, order.length);
    }
}
