package org.lodegraph.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jgrapht.Graph;
import org.lodegraph.model.Outage;
import org.lodegraph.model.SupplyChain;

/**
 * A supply chain as a graph, read on the chain's date: what can be made of what, and where it can get.
 *
 * <pre>
 * line:f:smelt ----Equips----+
 *                            v
 * use:ore:CHN ----Feeds--> run:f:smelt --Yields--> made:tin:CHN ----------Ships---------> use:tin:CHN
 * site:gas:f -----Feeds------^                          |                                     |
 *                                                       +--Ships--> pool:tin --Ships--> use:tin:USA --Serves--> demand:us
 *                                                       +--Ships--> link:x   --Ships--------^
 * </pre>
 *
 * <p>A run needs <em>all</em> that points at it, a place <em>any</em>. Trade is one hop: what arrived in a country can be
 * used there, but only what was made there, or goes over a link that re-exports, is shipped. Exporters that reach the
 * same importers ship through one pool, so arcs do not grow with countries squared; a link keeps its own lane and takes
 * the place of free trade between its two countries. The rest of the world draws on what every country made.
 *
 * <p>What cannot be is not there: lines that are planned, closed, not started, nowhere, stopped by a technology policy
 * or known to have no capacity; lanes that are banned or known to carry nothing; stocks in the ground or in use. Limits
 * that let something pass leave no trace, nor does a ban's reach through processing: the graph shows what is possible at
 * most. Idle lines, stocks and alternatives are there; {@link Derivability} counts them when asked.
 *
 * <p>Immutable, the same for equal chains to the last number; nodes come depth first along the arcs.
 */
public final class SupplyGraph {

    private final ImmutableMap<Node, Integer> numbers;
    private final ImmutableList<Node> nodes;
    private final ImmutableList<Arc> arcs;
    private final Csr csr;
    private final Graph<Node, Arc> view;

    /** Numbers the nodes once, for good. */
    SupplyGraph(List<? extends Node> drawn, List<? extends Arc> lines) {
        Arc[] sorted = lines.toArray(Arc[]::new);
        int[] number = sort(sorted, number(drawn)).preorder();
        Node[] ordered = new Node[number.length];
        for (int i = 0; i < number.length; i++) {
            ordered[number[i]] = drawn.get(i);
        }
        nodes = ImmutableList.copyOf(ordered);
        numbers = number(nodes);
        csr = sort(sorted, numbers);
        arcs = ImmutableList.copyOf(sorted);
        view = new GraphView(this);
    }

    /**
     * Draws the graph of a chain on the chain's date.
     *
     * @param chain the chain
     * @return its graph
     */
    public static SupplyGraph of(SupplyChain chain) {
        return Assembly.of(chain);
    }

    /**
     * All nodes.
     *
     * @return depth first along the arcs
     */
    public Set<Node> nodes() {
        return numbers.keySet();
    }

    /**
     * All arcs.
     *
     * @return by source, in the order of the nodes
     */
    public List<Arc> arcs() {
        return arcs;
    }

    /**
     * This graph as JGraphT sees it: a directed multigraph without loops or weights. Changing it throws
     * {@link UnsupportedOperationException}.
     *
     * @return a view that costs no copy
     */
    public Graph<Node, Arc> asGraph() {
        return view;
    }

    /**
     * The nodes that an outage takes away.
     *
     * @param outage what is lost together
     * @return its runs, links, stocks and demands, as far as they are in this graph
     */
    public Set<Node> lost(Outage outage) {
        ImmutableSet.Builder<Node> lost = ImmutableSet.builder();
        outage.runs().forEach((line, recipes) -> recipes.forEach(recipe -> lost.add(new Node.Run(line, recipe))));
        outage.links().forEach(link -> lost.add(new Node.Lane(link)));
        outage.stocks().forEach(stock -> lost.add(new Node.Store(stock)));
        outage.demands().forEach(demand -> lost.add(new Node.Wanted(demand)));
        return lost.build().stream().filter(this::contains).collect(ImmutableSet.toImmutableSet());
    }

    Csr csr() {
        return csr;
    }

    Node node(int number) {
        return nodes.get(number);
    }

    /** The number of a node that must be there. */
    int number(Node node) {
        Integer number = numbers.get(node);
        if (number == null) {
            throw new IllegalArgumentException(
                    "Node '%s': not in this graph. Maybe nobody makes or needs it there on that date, or it cannot run."
                            .formatted(node.id()));
        }
        return number;
    }

    boolean contains(Node node) {
        return numbers.containsKey(node);
    }

    private static ImmutableMap<Node, Integer> number(List<? extends Node> nodes) {
        ImmutableMap.Builder<Node, Integer> numbers = ImmutableMap.builderWithExpectedSize(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            numbers.put(nodes.get(i), i);
        }
        return numbers.buildOrThrow();
    }

    /** Sorts the arcs in place by the number of their source; arcs of one source keep their order. */
    private static Csr sort(Arc[] arcs, ImmutableMap<Node, Integer> numbers) {
        Arc[] given = arcs.clone();
        int[] sources = ends(given, numbers, true);
        int[] order = Csr.order(numbers.size(), sources);
        Arrays.setAll(arcs, i -> given[order[i]]);
        return new Csr(numbers.size(), ends(arcs, numbers, true), ends(arcs, numbers, false));
    }

    private static int[] ends(Arc[] arcs, ImmutableMap<Node, Integer> numbers, boolean sources) {
        int[] ends = new int[arcs.length];
        for (int i = 0; i < arcs.length; i++) {
            Node end = sources ? arcs[i].source() : arcs[i].target();
            ends[i] = Objects.requireNonNull(numbers.get(end), end::id);
        }
        return ends;
    }

    @Override
    public String toString() {
        return "SupplyGraph (%s nodes, %s arcs)".formatted(nodes.size(), arcs.size());
    }
}
