package org.lodegraph.benchmarks;

import org.lodegraph.graph.RandomNet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From numbered ends of arcs to the arrays that kernels read, beside passes over all arcs, which take as long so that others disturb both alike. */
@Goal(
        number = 3,
        says = "a graph of 1 million nodes and 5 million arcs ordered and compiled, beside 15 scans",
        timesAsFast = 1)
@State(Scope.Benchmark)
public class CompiledGraph {

    private RandomNet net;

    /** Draws the net. */
    @Setup
    public void setUp() {
        net = RandomNet.draw(1_000_000, 5_000_000, 1);
    }

    /** Ordered depth first, arcs in both directions. */
    @Benchmark
    public Object ours() {
        return net.compile();
    }

    /** So many scans, in the time of which it should be done. */
    @Benchmark
    public double theirs() {
        return net.scans(15);
    }
}
