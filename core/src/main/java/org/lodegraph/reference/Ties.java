package org.lodegraph.reference;

import com.google.common.graph.GraphBuilder;
import com.google.common.graph.Graphs;
import com.google.common.graph.MutableGraph;
import java.util.List;

/** What holds for ties together. */
final class Ties {

    private Ties() {}

    /** Goods that come to be made of themselves would be taken to need nothing. */
    static void requireNoCircle(List<Tie> ties) {
        MutableGraph<List<Object>> graph =
                GraphBuilder.directed().allowsSelfLoops(true).build();
        for (Tie tie : ties) {
            graph.putEdge(tie.goods(), tie.from());
            if (Graphs.hasCycle(graph)) {
                throw new IllegalArgumentException(
                        "Tie of '%s' at '%s' to '%s' at '%s': with the other ties, it is made of itself. Maybe turn it round."
                                .formatted(tie.material(), tie.stage(), tie.feed(), tie.feedStage()));
            }
        }
    }
}
