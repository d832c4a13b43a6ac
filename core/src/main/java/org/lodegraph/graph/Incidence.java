package org.lodegraph.graph;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Vertices and the arcs between them, numbered from 0: what is shown outside as objects is an int inside. Arcs are
 * numbered by source; those of one source keep the order in which they were given. Immutable.
 *
 * @param <V> vertices, told apart by equality
 * @param <E> arcs
 */
final class Incidence<V, E> {

    /**
     * What vertices and arcs are.
     *
     * @param source where an arc starts
     * @param target where it ends
     * @param stranger what to say of a vertex that is not there
     */
    record Shape<V, E>(Function<E, V> source, Function<E, V> target, Function<V, String> stranger) {}

    private final Shape<V, E> shape;
    private final Roll<V> vertices;
    private final ImmutableList<E> arcs;
    private final Csr csr;

    private Incidence(Shape<V, E> shape, Roll<V> vertices, List<? extends E> given, int[] order, Csr csr) {
        this.shape = shape;
        this.vertices = vertices;
        this.csr = csr;
        arcs = Arrays.stream(order).mapToObj(given::get).collect(ImmutableList.toImmutableList());
    }

    /** With vertices numbered as they are listed. */
    static <V, E> Incidence<V, E> of(Shape<V, E> shape, List<? extends V> listed, List<? extends E> arcs) {
        Roll<V> vertices = Roll.of(listed);
        int[] source = ends(vertices, arcs, shape.source);
        int[] target = ends(vertices, arcs, shape.target);
        int[] order = Csr.order(vertices.size(), source);
        return new Incidence<>(
                shape, vertices, arcs, order, new Csr(vertices.size(), at(source, order), at(target, order)));
    }

    /** With vertices numbered depth first. */
    static <V, E> Incidence<V, E> depthFirst(Shape<V, E> shape, List<? extends V> listed, List<? extends E> arcs) {
        Roll<V> vertices = Roll.of(listed);
        DepthFirst search =
                DepthFirst.of(vertices.size(), ends(vertices, arcs, shape.source), ends(vertices, arcs, shape.target));
        return new Incidence<>(shape, vertices.renumbered(search.numbers()), arcs, search.arcs(), search.csr());
    }

    Set<V> vertices() {
        return vertices;
    }

    ImmutableList<E> arcs() {
        return arcs;
    }

    Csr csr() {
        return csr;
    }

    V source(E arc) {
        return shape.source.apply(arc);
    }

    V target(E arc) {
        return shape.target.apply(arc);
    }

    V vertex(int number) {
        return vertices.thing(number);
    }

    boolean contains(V vertex) {
        return vertices.contains(vertex);
    }

    /** The number of a vertex that must be there. */
    int number(V vertex) {
        int number = vertices.number(vertex);
        if (number < 0) {
            throw new IllegalArgumentException(shape.stranger.apply(vertex));
        }
        return number;
    }

    private static <V, E> int[] ends(Roll<V> vertices, List<? extends E> arcs, Function<E, V> end) {
        return arcs.stream().mapToInt(arc -> vertices.number(end.apply(arc))).toArray();
    }

    private static int[] at(int[] values, int[] order) {
        return Arrays.stream(order).map(i -> values[i]).toArray();
    }
}
