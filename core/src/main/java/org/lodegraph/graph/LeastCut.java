package org.lodegraph.graph;

import com.google.common.collect.ImmutableSet;
import java.util.Set;

/**
 * Nodes with little capacity in all whose joint loss makes a target underivable; so no more than that much can reach it.
 *
 * <p>Found as a minimum cut, which equals the maximum flow (Ford and Fulkerson 1956), where one material flows from all
 * sources to the target and each node has its capacity. A run that needs several things is a conduit for one of them, the
 * one that looks scarcest; what else it needs limits it only if it is a source, as its line is. So the nodes always cut
 * the target off, and have the least capacity of all that do if each run upstream has one input at most and a line of its
 * own. Elsewhere another cut may have less; the least of all is NP-hard to find.
 *
 * @param nodes the cut, in the order of the graph; empty if nothing limits the target or if it cannot be derived anyway
 * @param capacity their capacity in all, in the unit of the capacities; infinite if nothing limits the target, 0 if it
 *     cannot be derived
 */
public record LeastCut(Set<Node> nodes, double capacity) {

    /** Copies the nodes. */
    public LeastCut {
        nodes = ImmutableSet.copyOf(nodes);
    }
}
