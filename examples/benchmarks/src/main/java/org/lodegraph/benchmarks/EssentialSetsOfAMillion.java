package org.lodegraph.benchmarks;

import org.lodegraph.graph.RandomNet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What all nodes cannot do without, with what can be derived at all, which comes first. */
@Goal(number = 1, says = "the essential sets of all nodes of 1 million nodes and 5 million arcs", seconds = 2)
@State(Scope.Benchmark)
public class EssentialSetsOfAMillion {

    /** How many groups are asked for beside the nodes. */
    @Param({"0", "1000"})
    int groups;

    private RandomNet net;

    /** Draws the net. */
    @Setup
    public void setUp() {
        net = RandomNet.draw(1_000_000, 5_000_000, 1);
    }

    /** All sets. */
    @Benchmark
    public Object ours() {
        return net.essentialSets(groups);
    }
}
