package org.lodegraph.benchmarks;

import org.lodegraph.graph.RandomNet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What all nodes cannot do without, with what can be derived at all, which comes first. */
@Goal(number = 1, says = "the essential sets of all nodes of 100,000 nodes and 300,000 arcs", seconds = 0.15)
@State(Scope.Benchmark)
public class EssentialSetsOfMany {

    /** How many groups are asked for beside the nodes. */
    @Param({"0", "1000"})
    int groups;

    private RandomNet net;

    /** Draws the net. */
    @Setup
    public void setUp() {
        net = RandomNet.draw(100_000, 300_000, 1);
    }

    /** All sets. */
    @Benchmark
    public Object ours() {
        return net.essentialSets(groups);
    }
}
