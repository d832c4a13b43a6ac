package org.lodegraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Strong components of random nets against walking from each node. */
class ComponentsTest {

    @Test
    void agreesWithWalkingFromEachNode() {
        var random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            var csr = RandomNets.net(random).csr();
            var components = Components.of(csr);
            var ranks = new BitSet();
            for (int a = 0; a < csr.nodes(); a++) {
                ranks.set(components.rank(a));
                for (int b = 0; b < csr.nodes(); b++) {
                    boolean there = reach(csr, a).get(b);
                    boolean back = reach(csr, b).get(a);
                    assertThat(components.rank(a) == components.rank(b)).isEqualTo(there && back);
                    if (there && !back) {
                        assertThat(components.rank(a)).isLessThan(components.rank(b));
                    }
                }
            }
            assertThat(ranks.cardinality()).isEqualTo(components.count()).isEqualTo(ranks.length());
        }
    }

    /** A million nodes in a row do not exhaust the stack. */
    @Test
    void goesDeep() {
        int nodes = 1_000_000;
        int[] source = new int[nodes - 1];
        int[] target = new int[nodes - 1];
        for (int i = 0; i < nodes - 1; i++) {
            source[i] = i;
            target[i] = i + 1;
        }

        assertThat(Components.of(new Csr(nodes, source, target)).count()).isEqualTo(nodes);
    }

    private static BitSet reach(Csr csr, int from) {
        var met = new BitSet();
        met.set(from);
        for (int before = 0; before < met.cardinality(); ) {
            before = met.cardinality();
            for (int arc = 0; arc < csr.arcs(); arc++) {
                if (met.get(csr.source(arc))) {
                    met.set(csr.target(arc));
                }
            }
        }
        return met;
    }
}
