package org.lodegraph.benchmarks;

import java.lang.ref.Reference;
import java.util.List;
import java.util.function.Supplier;
import org.jgrapht.Graph;
import org.jgrapht.graph.DirectedMultigraph;
import org.lodegraph.graph.Arc;
import org.lodegraph.graph.Node;
import org.lodegraph.graph.RandomNet;

/** What a graph takes up, by what the heap grows: not a time, so no benchmark of JMH. */
final class GraphMemory {

    private static final int NODES = 100_000;
    private static final int ARCS = 500_000;
    private static final double WANTED = 40;

    private GraphMemory() {}

    /** Our rows of the table. */
    static List<String> rows() {
        RandomNet net = RandomNet.draw(NODES, ARCS, 1);
        List<Arc> arcs = net.typed();
        return List.of(
                row("what kernels read", perArc(net::compile), Double.NaN),
                row(
                        "without the nodes and arcs themselves",
                        perArc(() -> RandomNet.graph(arcs)),
                        perArc(() -> twin(arcs))),
                row("with them", perArc(() -> RandomNet.graph(net.typed())), perArc(() -> twin(net.typed()))));
    }

    private static Graph<Node, Arc> twin(List<Arc> arcs) {
        var graph = new DirectedMultigraph<Node, Arc>(Arc.class);
        for (Arc arc : arcs) {
            graph.addVertex(arc.source());
            graph.addVertex(arc.target());
            if (!arc.source().equals(arc.target())) {
                graph.addEdge(arc.source(), arc.target(), arc);
            }
        }
        return graph;
    }

    private static String row(String what, double ours, double theirs) {
        return Benchmarks.text(
                "| 3 | bytes an arc of 100,000 nodes and 500,000 arcs, beside JGraphT: %s | %.0f B | %s | %s | %.0f B |",
                what,
                ours,
                theirs > 0 ? Benchmarks.text("%.0f B", theirs) : "-",
                theirs > 0 ? Benchmarks.text("%.1fx", theirs / ours) : "-",
                WANTED);
    }

    private static double perArc(Supplier<?> build) {
        long before = used();
        Object built = build.get();
        long after = used();
        Reference.reachabilityFence(built);
        return (after - before) / (double) ARCS;
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
