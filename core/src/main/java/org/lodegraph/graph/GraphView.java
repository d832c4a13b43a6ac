package org.lodegraph.graph;

import java.util.AbstractList;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jgrapht.GraphType;
import org.jgrapht.graph.AbstractGraph;
import org.jgrapht.graph.DefaultGraphType;
import org.jspecify.annotations.Nullable;

/** A {@link SupplyGraph} with the face of JGraphT; holds nothing of its own. */
final class GraphView extends AbstractGraph<Node, Arc> {

    private static final GraphType TYPE = new DefaultGraphType.Builder()
            .directed()
            .allowMultipleEdges(true)
            .allowSelfLoops(false)
            .weighted(false)
            .allowCycles(true)
            .modifiable(false)
            .build();

    private final SupplyGraph graph;

    GraphView(SupplyGraph graph) {
        this.graph = graph;
    }

    @Override
    public Set<Node> vertexSet() {
        return graph.nodes();
    }

    @Override
    public Set<Arc> edgeSet() {
        return new Arcs(graph.arcs());
    }

    @Override
    public Set<Arc> outgoingEdgesOf(Node node) {
        return new Arcs(outgoing(node));
    }

    private List<Arc> outgoing(Node node) {
        int number = graph.number(node);
        int first = graph.csr().firstOut(number);
        return graph.arcs().subList(first, first + graph.csr().outDegree(number));
    }

    @Override
    public Set<Arc> incomingEdgesOf(Node node) {
        int number = graph.number(node);
        return new Arcs(new AbstractList<>() {
            @Override
            public Arc get(int k) {
                return graph.arcs().get(graph.csr().in(number, k));
            }

            @Override
            public int size() {
                return graph.csr().inDegree(number);
            }
        });
    }

    @Override
    public Set<Arc> edgesOf(Node node) {
        List<Arc> both = new ArrayList<>(incomingEdgesOf(node));
        both.addAll(outgoing(node));
        return new Arcs(both);
    }

    @Override
    public int inDegreeOf(Node node) {
        return graph.csr().inDegree(graph.number(node));
    }

    @Override
    public int outDegreeOf(Node node) {
        return graph.csr().outDegree(graph.number(node));
    }

    @Override
    public int degreeOf(Node node) {
        return inDegreeOf(node) + outDegreeOf(node);
    }

    @Override
    public Node getEdgeSource(Arc arc) {
        return arc.source();
    }

    @Override
    public Node getEdgeTarget(Arc arc) {
        return arc.target();
    }

    @Override
    public @Nullable Set<Arc> getAllEdges(Node source, Node target) {
        if (!containsVertex(source) || !containsVertex(target)) {
            return null;
        }
        Set<Arc> between = new LinkedHashSet<>(outgoing(source));
        between.removeIf(arc -> !arc.target().equals(target));
        return Collections.unmodifiableSet(between);
    }

    @Override
    public @Nullable Arc getEdge(Node source, Node target) {
        Set<Arc> between = getAllEdges(source, target);
        return between == null || between.isEmpty() ? null : between.iterator().next();
    }

    @Override
    public boolean containsEdge(Arc arc) {
        return containsVertex(arc.source()) && outgoing(arc.source()).contains(arc);
    }

    @Override
    public boolean containsVertex(Node node) {
        return graph.contains(node);
    }

    @Override
    public GraphType getType() {
        return TYPE;
    }

    @Override
    public double getEdgeWeight(Arc arc) {
        return DEFAULT_EDGE_WEIGHT;
    }

    @Override
    public @Nullable Supplier<Node> getVertexSupplier() {
        return null;
    }

    @Override
    public @Nullable Supplier<Arc> getEdgeSupplier() {
        return null;
    }

    @Override
    public Arc addEdge(Node source, Node target) {
        throw unmodifiable();
    }

    @Override
    public boolean addEdge(Node source, Node target, Arc arc) {
        throw unmodifiable();
    }

    @Override
    public Node addVertex() {
        throw unmodifiable();
    }

    @Override
    public boolean addVertex(Node node) {
        throw unmodifiable();
    }

    @Override
    public Arc removeEdge(Node source, Node target) {
        throw unmodifiable();
    }

    @Override
    public boolean removeEdge(Arc arc) {
        throw unmodifiable();
    }

    @Override
    public boolean removeVertex(Node node) {
        throw unmodifiable();
    }

    @Override
    public void setEdgeWeight(Arc arc, double weight) {
        throw unmodifiable();
    }

    private static UnsupportedOperationException unmodifiable() {
        return new UnsupportedOperationException(
                "SupplyGraph: cannot be changed. Maybe change the chain, or copy it into a graph of your own.");
    }

    /** Arcs of a list that holds none twice. */
    private final class Arcs extends AbstractSet<Arc> {

        private final List<Arc> list;

        Arcs(List<Arc> list) {
            this.list = list;
        }

        @Override
        public Iterator<Arc> iterator() {
            return Collections.unmodifiableList(list).iterator();
        }

        @Override
        public int size() {
            return list.size();
        }

        @Override
        public boolean contains(@Nullable Object other) {
            boolean all = list.size() == graph.arcs().size();
            return all ? other instanceof Arc arc && containsEdge(arc) : list.contains(other);
        }
    }
}
