package org.lodegraph.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.List;
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
    private final ImmutableMap<V, Integer> numbers;
    private final ImmutableList<V> vertices;
    private final ImmutableList<E> arcs;
    private final Csr csr;

    /** Numbers vertices as they are listed. */
    Incidence(Shape<V, E> shape, List<? extends V> listed, List<? extends E> arcs) {
        this(shape, number(listed), arcs);
    }

    private Incidence(Shape<V, E> shape, ImmutableMap<V, Integer> numbers, List<? extends E> given) {
        this.shape = shape;
        this.numbers = numbers;
        vertices = numbers.keySet().asList();
        int[] source = ends(given, shape.source);
        int[] target = ends(given, shape.target);
        int[] order = Csr.order(numbers.size(), source);
        arcs = Arrays.stream(order).mapToObj(given::get).collect(ImmutableList.toImmutableList());
        csr = new Csr(numbers.size(), at(source, order), at(target, order));
    }

    /** The same with vertices numbered depth first along the arcs, which makes every later pass over them faster. */
    Incidence<V, E> depthFirst() {
        int[] number = csr.preorder();
        int[] order = Csr.order(number.length, number);
        return new Incidence<>(
                shape, Arrays.stream(order).mapToObj(vertices::get).toList(), arcs);
    }

    ImmutableSet<V> vertices() {
        return numbers.keySet();
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
        return vertices.get(number);
    }

    boolean contains(V vertex) {
        return numbers.containsKey(vertex);
    }

    /** The number of a vertex that must be there. */
    int number(V vertex) {
        Integer number = numbers.get(vertex);
        if (number == null) {
            throw new IllegalArgumentException(shape.stranger.apply(vertex));
        }
        return number;
    }

    private static <V> ImmutableMap<V, Integer> number(List<? extends V> listed) {
        ImmutableMap.Builder<V, Integer> numbers = ImmutableMap.builderWithExpectedSize(listed.size());
        for (int i = 0; i < listed.size(); i++) {
            numbers.put(listed.get(i), i);
        }
        return numbers.buildOrThrow();
    }

    private int[] ends(List<? extends E> given, Function<E, V> end) {
        return given.stream().mapToInt(arc -> number(end.apply(arc))).toArray();
    }

    private static int[] at(int[] values, int[] order) {
        return Arrays.stream(order).map(i -> values[i]).toArray();
    }
}
