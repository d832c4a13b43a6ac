package org.lodegraph.graph;

import com.google.common.collect.ImmutableSet;
import java.util.List;
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

    private static final Incidence.Shape<Node, Arc> SHAPE = new Incidence.Shape<>(
            Arc::source,
            Arc::target,
            node -> "Node '%s': not in this graph. Maybe nobody makes or needs it there on that date, or it cannot run."
                    .formatted(node.id()));

    private final Incidence<Node, Arc> incidence;
    private final Graph<Node, Arc> view;

    /** Numbers the nodes once, for good. */
    SupplyGraph(List<Node> drawn, List<Arc> arcs) {
        incidence = Incidence.depthFirst(SHAPE, drawn, arcs);
        view = GraphView.of(incidence);
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
        return incidence.vertices();
    }

    /**
     * All arcs.
     *
     * @return by source, in the order of the nodes
     */
    public List<Arc> arcs() {
        return incidence.arcs();
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
        return lost.build().stream().filter(incidence::contains).collect(ImmutableSet.toImmutableSet());
    }

    Csr csr() {
        return incidence.csr();
    }

    Node node(int number) {
        return incidence.vertex(number);
    }

    int number(Node node) {
        return incidence.number(node);
    }

    @Override
    public String toString() {
        return "SupplyGraph (%s nodes, %s arcs)".formatted(nodes().size(), arcs().size());
    }
}
