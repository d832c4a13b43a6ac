package org.lodegraph.benchmarks;

import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.lodegraph.graph.RandomNet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Strong components, beside JGraphT's on its own multigraph. */
@Goal(
        number = 3,
        says = "the strong components of 100,000 nodes and 500,000 arcs, beside JGraphT after Kosaraju",
        timesAsFast = 10)
@State(Scope.Benchmark)
public class ComponentsBesideJGraphT {

    private RandomNet net;
    private Graph<Integer, DefaultEdge> twin;

    /** Draws the net and compares the numbers of components. */
    @Setup
    public void setUp() {
        net = RandomNet.draw(100_000, 500_000, 1);
        twin = net.inJGraphT();
        Answers.agree("components", ours(), theirs());
    }

    /** How many there are. */
    @Benchmark
    public int ours() {
        return net.components();
    }

    /** JGraphT, which lists them; its search after Gabow is recursive and runs out of stack here. */
    @Benchmark
    public int theirs() {
        return new KosarajuStrongConnectivityInspector<>(twin)
                .stronglyConnectedSets()
                .size();
    }
}
