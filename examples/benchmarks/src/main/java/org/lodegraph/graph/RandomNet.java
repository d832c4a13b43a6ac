package org.lodegraph.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedMultigraph;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.FacilityId;
import org.lodegraph.model.LineId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.RecipeId;

/**
 * A seeded net of sources, places that need any supplier and runs that need all, and what the kernels do with it. Stands
 * in this package because they are not public.
 */
public final class RandomNet {

    private static final CountryId COUNTRY = new CountryId("CHN");
    private static final RecipeId RECIPE = new RecipeId("recipe");

    private final int nodes;
    private final int[] source;
    private final int[] target;
    private final AndOr net;
    private final double[] values;

    private RandomNet(int[] need, int[] source, int[] target) {
        this.nodes = need.length;
        this.source = source;
        this.target = target;
        DepthFirst search = DepthFirst.of(nodes, source, target);
        int[] renumbered = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            renumbered[search.numbers()[node]] = need[node];
        }
        net = new AndOr(search.csr(), renumbered);
        values = new SplittableRandom(1).doubles(nodes).toArray();
    }

    /**
     * A fifth of the nodes are sources. Every other node has suppliers anywhere before it, and every twentieth arc comes
     * from anywhere, which makes loops. Then the numbers are shuffled, as a caller's may be.
     */
    public static RandomNet draw(int nodes, int arcs, long seed) {
        var random = new SplittableRandom(seed);
        int sources = nodes / 5;
        int[] shuffled = shuffled(random, nodes);
        int[] source = new int[arcs];
        int[] target = new int[arcs];
        int[] suppliers = new int[nodes];
        for (int arc = 0; arc < arcs; arc++) {
            int to = sources + random.nextInt(nodes - sources);
            int from = random.nextInt(random.nextInt(20) == 0 ? nodes : to);
            suppliers[to]++;
            source[arc] = shuffled[from];
            target[arc] = shuffled[to];
        }
        int[] need = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            need[shuffled[node]] =
                    suppliers[node] == 0 || node % 2 == 0 ? Math.min(1, suppliers[node]) : suppliers[node];
        }
        return new RandomNet(need, source, target);
    }

    /** Runs in a row, each with a part of its own, and nothing that could be got elsewhere: sets as large as can be. */
    public static RandomNet brittle(int runs) {
        int nodes = 2 * runs;
        int[] source = IntStream.range(0, nodes - 1).toArray();
        int[] target = IntStream.range(0, nodes - 1)
                .map(node -> node % 2 == 0 ? node + 1 : node + 2)
                .toArray();
        int[] need = IntStream.range(0, nodes)
                .map(node -> node % 2 == 0 ? 0 : node == 1 ? 1 : 2)
                .toArray();
        return new RandomNet(need, source, target);
    }

    private static int[] shuffled(SplittableRandom random, int count) {
        int[] numbers = IntStream.range(0, count).toArray();
        for (int i = count - 1; i > 0; i--) {
            int k = random.nextInt(i + 1);
            int swap = numbers[i];
            numbers[i] = numbers[k];
            numbers[k] = swap;
        }
        return numbers;
    }

    /** Passes over all arcs, the unit in which others are measured. */
    public double scans(int count) {
        Csr csr = net.csr();
        double sum = 0;
        for (int i = 0; i < count; i++) {
            for (int arc = 0; arc < csr.arcs(); arc++) {
                sum += values[csr.target(arc)];
            }
        }
        return sum;
    }

    /** The graph from the caller's numbers: ordered depth first, with arcs in both directions. */
    public Object compile() {
        return DepthFirst.of(nodes, source, target).csr();
    }

    /** How many strong components there are. */
    public int components() {
        return Components.of(net.csr()).count();
    }

    /** The essential sets of all nodes, from the net on; groups beside them, each node in one. */
    public Object essentialSets(int groups) {
        return sets(groups);
    }

    private EssentialSets sets(int groups) {
        return EssentialSets.of(net.derive(), members(groups), true, EssentialSets.MOST);
    }

    private int[][] members(int groups) {
        return IntStream.range(0, groups)
                .mapToObj(group -> IntStream.iterate(group, node -> node < nodes, node -> node + groups)
                        .toArray())
                .toArray(int[][]::new);
    }

    /** How many essential nodes all nodes have together, by data flow. */
    public long members() {
        EssentialSets sets = sets(0);
        return Arrays.stream(net.derive().order())
                .mapToLong(node -> sets.nodes(node).length)
                .sum();
    }

    /** The same by taking each node away and deriving again. */
    public long membersByRemoval() {
        int derivable = net.derive().order().length;
        long members = 0;
        var lost = new BitSet();
        for (int node = 0; node < nodes; node++) {
            lost.set(node);
            members += derivable - net.without(lost).derive().order().length;
            lost.clear(node);
        }
        return members;
    }

    /** The same net as JGraphT keeps it. */
    public Graph<Integer, DefaultEdge> inJGraphT() {
        var graph = new DirectedMultigraph<Integer, DefaultEdge>(DefaultEdge.class);
        IntStream.range(0, nodes).forEach(graph::addVertex);
        for (int arc = 0; arc < source.length; arc++) {
            if (source[arc] != target[arc]) {
                graph.addEdge(source[arc], target[arc]);
            }
        }
        return graph;
    }

    /** The net as typed nodes and arcs. */
    public List<Arc> typed() {
        List<Node> typed = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            typed.add(
                    node % 2 == 0
                            ? new Node.Usable(new MaterialId("m" + node), COUNTRY)
                            : new Node.Run(new LineId(new FacilityId("f" + node), "line"), RECIPE));
        }
        List<Arc> arcs = new ArrayList<>(source.length);
        for (int arc = 0; arc < source.length; arc++) {
            arcs.add(new Arc.Ships(typed.get(source[arc]), typed.get(target[arc])));
        }
        return arcs;
    }

    /** A graph of typed nodes and arcs. */
    public static SupplyGraph graph(List<Arc> arcs) {
        return new SupplyGraph(
                arcs.stream()
                        .flatMap(arc -> Stream.of(arc.source(), arc.target()))
                        .distinct()
                        .toList(),
                arcs);
    }
}
