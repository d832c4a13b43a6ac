package org.lodegraph.benchmarks;

import org.lodegraph.graph.RandomNet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A net without alternatives, where sets are as large as can be: 2,500 members in the mean, and memory is what counts. */
@Goal(number = 1, says = "the essential sets of all nodes of 10,000 that are all in a row")
@State(Scope.Benchmark)
public class EssentialSetsBrittle {

    private RandomNet net;

    /** Draws the net: 5,000 runs, each with a part of its own. */
    @Setup
    public void setUp() {
        net = RandomNet.brittle(5_000);
    }

    /** All sets. */
    @Benchmark
    public Object ours() {
        return net.essentialSets(0);
    }
}
