package org.lodegraph.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the nodes of a graph cannot do without, whatever the quantities: whose loss alone, or in small company, leaves
 * nothing to derive them from. Runs need all of their inputs, everything else any of its suppliers, and a loop does not
 * keep itself alive. Exact for every node at once.
 *
 * <pre>{@code
 * var derivability = Derivability.of(graph);
 * var essentials = derivability.essentials(Map.of("China", graph.lost(outage), ...));
 * essentials.groups(demand)                  // the groups that it cannot do without
 * essentials.cuts(demand, 2)                 // and the pairs
 * derivability.story(demand)                 // one way to supply it: it passes through each of them
 * essentials.lacks(demand, Set.of("China"))  // what is missing when they are lost
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Essentials {

    private final SupplyGraph graph;
    private final Derivability derivability;
    private final Derivation derivation;
    private final ImmutableMap<String, ImmutableSet<Node>> groups;
    private final ImmutableList<String> names;
    private final int[][] members;
    private final EssentialSets sets;

    Essentials(
            SupplyGraph graph,
            Derivability derivability,
            Derivation derivation,
            Map<String, ? extends Set<? extends Node>> groups) {
        this.graph = graph;
        this.derivability = derivability;
        this.derivation = derivation;
        ImmutableMap.Builder<String, ImmutableSet<Node>> copies = ImmutableMap.builder();
        groups.forEach((name, nodes) -> copies.put(name, ImmutableSet.copyOf(nodes)));
        this.groups = copies.buildOrThrow();
        names = this.groups.keySet().asList();
        members = this.groups.values().stream()
                .map(nodes -> nodes.stream().mapToInt(graph::number).toArray())
                .toArray(int[][]::new);
        sets = EssentialSets.of(derivation, members, true, EssentialSets.MOST);
    }

    /**
     * The nodes that a target cannot do without.
     *
     * @param target a node
     * @return in an order of derivation, the target itself last; empty if it cannot be derived anyway
     * @throws IllegalArgumentException if it is not in the graph
     */
    public Set<Node> nodes(Node target) {
        return derivability.derives(target)
                ? Arrays.stream(sets.nodes(graph.number(target)))
                        .mapToObj(graph::node)
                        .collect(ImmutableSet.toImmutableSet())
                : ImmutableSet.of();
    }

    /**
     * The groups that a target cannot do without.
     *
     * @param target a node
     * @return their names, in the order in which the groups were given; empty if the target cannot be derived anyway
     * @throws IllegalArgumentException if it is not in the graph
     */
    public Set<String> groups(Node target) {
        return derivability.derives(target) ? names(sets.groups(graph.number(target))) : ImmutableSet.of();
    }

    /**
     * The groups whose joint loss makes a target underivable, and of which none can be left out.
     *
     * @param target a node
     * @param largest how many groups at most: 1 for {@link #groups}, 2 for pairs too
     * @return as for several targets
     * @throws IllegalArgumentException if the target is not in the graph
     */
    public List<Set<String>> cuts(Node target, int largest) {
        return cuts(ImmutableSet.of(target), largest);
    }

    /**
     * The groups whose joint loss makes all of several targets underivable, and of which none can be left out. Found by
     * trying what one story after the other is made of: time grows with the length of stories to the power of
     * {@code largest} - 1, so above 3 be patient.
     *
     * @param targets nodes
     * @param largest how many groups at most
     * @return sets of names, the smallest first, then in the order in which the groups were given; empty if no target can
     *     be derived anyway
     * @throws IllegalArgumentException if a target is not in the graph
     */
    public List<Set<String>> cuts(Set<? extends Node> targets, int largest) {
        int[] numbers = targets.stream().mapToInt(graph::number).toArray();
        return new CutSearch(derivation.net(), members, numbers)
                .cuts(largest).stream().map(this::names).collect(ImmutableList.toImmutableList());
    }

    /**
     * Why a target cannot be derived once groups are lost.
     *
     * @param target a node
     * @param lost names of groups
     * @return as {@link Derivability#lacks} says; empty if it can be derived all the same
     * @throws IllegalArgumentException if the target is not in the graph, or a name is of no group
     */
    public List<Lack> lacks(Node target, Set<String> lost) {
        ImmutableSet.Builder<Node> nodes = ImmutableSet.builder();
        for (String name : lost) {
            ImmutableSet<Node> group = groups.get(name);
            if (group == null) {
                throw new IllegalArgumentException("Group '%s': not given (there are %s)."
                        .formatted(name, names.isEmpty() ? "none" : String.join(", ", names)));
            }
            nodes.addAll(group);
        }
        return derivability.without(nodes.build()).lacks(target);
    }

    private ImmutableSet<String> names(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(names::get).collect(ImmutableSet.toImmutableSet());
    }
}
