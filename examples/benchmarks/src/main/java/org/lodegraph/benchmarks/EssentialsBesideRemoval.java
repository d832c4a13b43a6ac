package org.lodegraph.benchmarks;

import org.lodegraph.graph.RandomNet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** All essential sets at once, beside taking each node away and deriving again. */
@Goal(
        number = 1,
        says = "the essential sets of all nodes, beside deriving again without each of them",
        timesAsFast = 100)
@State(Scope.Benchmark)
public class EssentialsBesideRemoval {

    /** How many nodes; there are three times as many arcs. */
    @Param({"2000", "10000"})
    int nodes;

    private RandomNet net;

    /** Draws the net and compares the sizes of all sets. */
    @Setup
    public void setUp() {
        net = RandomNet.draw(nodes, 3 * nodes, 1);
        Answers.agree(nodes + " nodes", net.members(), net.membersByRemoval());
    }

    /** All sets. */
    @Benchmark
    public Object ours() {
        return net.essentialSets(0);
    }

    /** One removal after the other. */
    @Benchmark
    public long theirs() {
        return net.membersByRemoval();
    }
}
