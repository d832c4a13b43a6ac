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
import java.util.function.ToDoubleFunction;
import org.jgrapht.GraphType;
import org.jgrapht.graph.AbstractGraph;
import org.jgrapht.graph.DefaultGraphType;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Incidence} with the face of JGraphT: a directed multigraph without loops that cannot be changed. Holds nothing
 * of its own.
 */
final class GraphView<V, E> extends AbstractGraph<V, E> {

    private final Incidence<V, E> graph;
    private final @Nullable ToDoubleFunction<? super E> weight;

    private GraphView(Incidence<V, E> graph, @Nullable ToDoubleFunction<? super E> weight) {
        this.graph = graph;
        this.weight = weight;
    }

    static <V, E> GraphView<V, E> of(Incidence<V, E> graph) {
        return new GraphView<>(graph, null);
    }

    static <V, E> GraphView<V, E> weighted(Incidence<V, E> graph, ToDoubleFunction<? super E> weight) {
        return new GraphView<>(graph, weight);
    }

    @Override
    public Set<V> vertexSet() {
        return graph.vertices();
    }

    @Override
    public Set<E> edgeSet() {
        return new Arcs(graph.arcs());
    }

    @Override
    public Set<E> outgoingEdgesOf(V vertex) {
        return new Arcs(outgoing(vertex));
    }

    private List<E> outgoing(V vertex) {
        int number = graph.number(vertex);
        int first = graph.csr().firstOut(number);
        return graph.arcs().subList(first, first + graph.csr().outDegree(number));
    }

    @Override
    public Set<E> incomingEdgesOf(V vertex) {
        int number = graph.number(vertex);
        return new Arcs(new AbstractList<>() {
            @Override
            public E get(int k) {
                return graph.arcs().get(graph.csr().in(number, k));
            }

            @Override
            public int size() {
                return graph.csr().inDegree(number);
            }
        });
    }

    @Override
    public Set<E> edgesOf(V vertex) {
        List<E> both = new ArrayList<>(incomingEdgesOf(vertex));
        both.addAll(outgoing(vertex));
        return new Arcs(both);
    }

    @Override
    public int inDegreeOf(V vertex) {
        return graph.csr().inDegree(graph.number(vertex));
    }

    @Override
    public int outDegreeOf(V vertex) {
        return graph.csr().outDegree(graph.number(vertex));
    }

    @Override
    public int degreeOf(V vertex) {
        return inDegreeOf(vertex) + outDegreeOf(vertex);
    }

    @Override
    public V getEdgeSource(E arc) {
        return graph.source(arc);
    }

    @Override
    public V getEdgeTarget(E arc) {
        return graph.target(arc);
    }

    @Override
    public @Nullable Set<E> getAllEdges(V source, V target) {
        if (!containsVertex(source) || !containsVertex(target)) {
            return null;
        }
        Set<E> between = new LinkedHashSet<>(outgoing(source));
        between.removeIf(arc -> !getEdgeTarget(arc).equals(target));
        return Collections.unmodifiableSet(between);
    }

    @Override
    public @Nullable E getEdge(V source, V target) {
        Set<E> between = getAllEdges(source, target);
        return between == null || between.isEmpty() ? null : between.iterator().next();
    }

    @Override
    public boolean containsEdge(E arc) {
        return containsVertex(getEdgeSource(arc))
                && outgoing(getEdgeSource(arc)).contains(arc);
    }

    @Override
    public boolean containsVertex(V vertex) {
        return graph.contains(vertex);
    }

    @Override
    public GraphType getType() {
        return new DefaultGraphType.Builder()
                .directed()
                .allowMultipleEdges(true)
                .allowSelfLoops(false)
                .weighted(weight != null)
                .allowCycles(true)
                .modifiable(false)
                .build();
    }

    @Override
    public double getEdgeWeight(E arc) {
        return weight == null ? DEFAULT_EDGE_WEIGHT : weight.applyAsDouble(arc);
    }

    @Override
    public @Nullable Supplier<V> getVertexSupplier() {
        return null;
    }

    @Override
    public @Nullable Supplier<E> getEdgeSupplier() {
        return null;
    }

    @Override
    public E addEdge(V source, V target) {
        throw unmodifiable();
    }

    @Override
    public boolean addEdge(V source, V target, E arc) {
        throw unmodifiable();
    }

    @Override
    public V addVertex() {
        throw unmodifiable();
    }

    @Override
    public boolean addVertex(V vertex) {
        throw unmodifiable();
    }

    @Override
    public E removeEdge(V source, V target) {
        throw unmodifiable();
    }

    @Override
    public boolean removeEdge(E arc) {
        throw unmodifiable();
    }

    @Override
    public boolean removeVertex(V vertex) {
        throw unmodifiable();
    }

    @Override
    public void setEdgeWeight(E arc, double weight) {
        throw unmodifiable();
    }

    private static UnsupportedOperationException unmodifiable() {
        return new UnsupportedOperationException(
                "Graph of a supply chain: cannot be changed. Maybe change the chain, or copy it into a graph of your own.");
    }

    /** Arcs of a list that holds none twice. */
    private final class Arcs extends AbstractSet<E> {

        private final List<E> list;

        Arcs(List<E> list) {
            this.list = list;
        }

        @Override
        public Iterator<E> iterator() {
            return Collections.unmodifiableList(list).iterator();
        }

        @Override
        public int size() {
            return list.size();
        }

        @Override
        @SuppressWarnings("unchecked")
        public boolean contains(@Nullable Object other) {
            if (other == null || list.size() < graph.arcs().size()) {
                return list.contains(other);
            }
            try {
                return containsEdge((E) other);
            } catch (ClassCastException e) {
                return false;
            }
        }
    }
}
