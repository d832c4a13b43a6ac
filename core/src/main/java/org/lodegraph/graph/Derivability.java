package org.lodegraph.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What a chain can make at all, whatever the quantities: the least fixpoint of its graph. Sources are running lines and
 * boundary materials. A run is derivable when its line and all of its inputs are, anything else when one of its suppliers
 * is. Least means that a recycling loop does not feed itself out of nothing.
 *
 * <p>Immutable. Made in time linear in nodes and arcs.
 */
public final class Derivability {

    private final SupplyGraph graph;
    private final ImmutableSet<Fallback> counted;
    private final ImmutableSet<Node> lost;
    private final Derivation derivation;

    private Derivability(SupplyGraph graph, ImmutableSet<Fallback> counted, ImmutableSet<Node> lost, AndOr net) {
        this.graph = graph;
        this.counted = counted;
        this.lost = lost;
        this.derivation = net.derive();
    }

    /**
     * What a graph can derive.
     *
     * @param graph the graph
     * @param counting what counts as supply beyond running lines and boundary materials
     * @return the answer for every node
     */
    public static Derivability of(SupplyGraph graph, Fallback... counting) {
        ImmutableSet<Fallback> counted = Sets.immutableEnumSet(Arrays.asList(counting));
        return new Derivability(graph, counted, ImmutableSet.of(), net(graph, counted));
    }

    /**
     * What can still be derived when nodes are lost, beside those that already were.
     *
     * @param nodes what is lost
     * @return the answer for every node
     * @throws IllegalArgumentException if one is not in the graph
     */
    public Derivability without(Set<? extends Node> nodes) {
        BitSet gone = new BitSet();
        nodes.forEach(node -> gone.set(graph.number(node)));
        return new Derivability(
                graph,
                counted,
                ImmutableSet.<Node>builder().addAll(lost).addAll(nodes).build(),
                derivation.net().without(gone));
    }

    /**
     * Whether a node can be derived.
     *
     * @param node the node
     * @return true if it can
     * @throws IllegalArgumentException if it is not in the graph
     */
    public boolean derives(Node node) {
        return derivation.derives(graph.number(node));
    }

    /**
     * Everything that can be derived.
     *
     * @return in the order of derivation, each node after enough of what it needs
     */
    public Set<Node> derivable() {
        return nodes(derivation.order());
    }

    /**
     * One way to supply a target: each place with one supplier, each run with all of its inputs. It has the fewest steps
     * in a row, then is cut down until no part can be left out; beyond 1,000 nodes, which nobody reads, it stays uncut.
     *
     * @param target a node
     * @return from the sources to the target, each node after what it needs; empty if the target cannot be derived
     * @throws IllegalArgumentException if it is not in the graph
     */
    public List<Node> story(Node target) {
        int number = graph.number(target);
        return derivation.derives(number) ? nodes(derivation.story(number)).asList() : ImmutableList.of();
    }

    /**
     * Why a target cannot be derived: everything upstream of it that cannot be derived either, as far as it matters,
     * nearest first. Where the trouble starts, {@link Lack#isRoot()} says so; where nothing does, a loop waits for itself.
     *
     * @param target a node
     * @return the target's own lack, then those behind it; empty if the target can be derived
     * @throws IllegalArgumentException if it is not in the graph
     */
    public List<Lack> lacks(Node target) {
        ImmutableList.Builder<Lack> lacks = ImmutableList.builder();
        BitSet seen = new BitSet();
        Deque<Integer> queue = new ArrayDeque<>();
        if (!derives(target)) {
            queue.add(graph.number(target));
            seen.set(graph.number(target));
        }
        while (!queue.isEmpty()) {
            int number = queue.remove();
            List<Node> unmet = unmet(number);
            for (Node node : unmet) {
                int next = graph.number(node);
                if (!seen.get(next)) {
                    seen.set(next);
                    queue.add(next);
                }
            }
            lacks.add(new Lack(graph.node(number), reason(number), unmet));
        }
        return lacks.build();
    }

    /**
     * What each node cannot do without: single nodes, and groups of nodes that are lost together.
     *
     * @param groups the groups by name, such as {@link SupplyGraph#lost} gives them; they may overlap
     * @return the answer for every node
     * @throws IllegalArgumentException if one of them has a node that is not in the graph
     * @throws IllegalStateException if the answer has more than 268 million entries (chains of thousands of steps without
     *     alternatives)
     */
    public Essentials essentials(Map<String, ? extends Set<? extends Node>> groups) {
        return new Essentials(graph, this, derivation, groups);
    }

    /**
     * What limits a target: nodes with little capacity in all that cut it off.
     *
     * @param target a node
     * @param capacity how much of what the target gets may depend on a node at most, in any one unit; infinite if unlimited
     * @return the cut; exact on chains of single inputs, see {@link LeastCut}
     * @throws IllegalArgumentException if the target is not in the graph or a capacity is not 0 or more
     */
    public LeastCut leastCut(Node target, ToDoubleFunction<? super Node> capacity) {
        double[] capacities = new double[graph.csr().nodes()];
        for (int number = 0; number < capacities.length; number++) {
            Node node = graph.node(number);
            capacities[number] = capacity.applyAsDouble(node);
            if (!(capacities[number] >= 0)) {
                throw new IllegalArgumentException(
                        "Node '%s': a capacity is 0 or more (%s). Maybe take infinity for no limit."
                                .formatted(node.id(), capacities[number]));
            }
        }
        if (!derives(target)) {
            return new LeastCut(ImmutableSet.of(), 0);
        }
        int[] cut = new Conduits(derivation, capacities).cut(graph.number(target));
        return cut.length == 0
                ? new LeastCut(ImmutableSet.of(), Double.POSITIVE_INFINITY)
                : new LeastCut(
                        nodes(cut),
                        Arrays.stream(cut)
                                .mapToDouble(number -> capacities[number])
                                .sum());
    }

    /**
     * What counts as supply beyond running lines and boundary materials.
     *
     * @return as asked
     */
    public Set<Fallback> counted() {
        return counted;
    }

    /**
     * What was taken away.
     *
     * @return in the order in which it was named
     */
    public Set<Node> lost() {
        return lost;
    }

    private Lack.Reason reason(int number) {
        Node node = graph.node(number);
        if (lost.contains(node)) {
            return Lack.Reason.LOST;
        }
        if (derivation.net().need(number) == AndOr.NEVER) {
            return Lack.Reason.NOT_COUNTED;
        }
        return graph.csr().inDegree(number) == 0 ? Lack.Reason.NO_SUPPLIER : Lack.Reason.UNMET;
    }

    private ImmutableList<Node> unmet(int number) {
        ImmutableSet.Builder<Node> unmet = ImmutableSet.builder();
        if (derivation.net().need(number) != AndOr.NEVER) {
            for (int k = 0; k < graph.csr().inDegree(number); k++) {
                int supplier = graph.csr().supplier(number, k);
                if (!derivation.derives(supplier)) {
                    unmet.add(graph.node(supplier));
                }
            }
        }
        return unmet.build().asList();
    }

    private ImmutableSet<Node> nodes(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(graph::node).collect(ImmutableSet.toImmutableSet());
    }

    private static AndOr net(SupplyGraph graph, Set<Fallback> counted) {
        int[] need = new int[graph.csr().nodes()];
        Arrays.setAll(need, number -> need(graph, number, counted));
        return new AndOr(graph.csr(), need);
    }

    private static int need(SupplyGraph graph, int number, Set<Fallback> counted) {
        Node node = graph.node(number);
        if (!Fallback.counts(node, counted)) {
            return AndOr.NEVER;
        }
        Csr csr = graph.csr();
        if (node instanceof Node.Lane
                && counted.contains(Fallback.LINKS)
                && csr.inDegree(csr.supplier(number, 0)) == 0) {
            return 0;
        }
        return switch (node.needs()) {
            case NOTHING -> 0;
            case ANY -> 1;
            case ALL -> csr.inDegree(number);
        };
    }
}
