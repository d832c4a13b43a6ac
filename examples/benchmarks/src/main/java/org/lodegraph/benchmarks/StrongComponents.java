package org.lodegraph.benchmarks;

import org.lodegraph.graph.RandomNet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Strong components, beside passes over all arcs, which take as long so that others disturb both alike. */
@Goal(number = 3, says = "the strong components of 1 million nodes and 5 million arcs, beside 6 scans", timesAsFast = 1)
@State(Scope.Benchmark)
public class StrongComponents {

    private RandomNet net;

    /** Draws the net. */
    @Setup
    public void setUp() {
        net = RandomNet.draw(1_000_000, 5_000_000, 1);
    }

    /** How many there are. */
    @Benchmark
    public int ours() {
        return net.components();
    }

    /** So many scans, in the time of which it should be done. */
    @Benchmark
    public double theirs() {
        return net.scans(6);
    }
}
