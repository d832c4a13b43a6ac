package org.lodegraph.benchmarks;

import java.util.function.Function;
import org.lodegraph.flow.Delivery;
import org.lodegraph.model.Query;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.Chokepoints;
import org.lodegraph.query.Concentration;
import org.lodegraph.query.Disruption;
import org.lodegraph.query.Exposure;
import org.lodegraph.scenario.Grouping;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Each query with its defaults, warm, on the calling thread. */
@Goal(number = 6, says = "a query of the reference chain", seconds = 0.2)
@State(Scope.Benchmark)
public class ReferenceQueries {

    /** Which chain. */
    @Param
    ReferenceChains reference;

    /** Which query. */
    @Param
    Kind query;

    private SupplyChain chain;
    private Query<?> asked;

    /** The queries. */
    public enum Kind {
        /** Who makes it. */
        CONCENTRATION(target -> Concentration.of(target.material())),
        /** How much arrives. */
        DELIVERY(Delivery::to),
        /** What could choke it. */
        CHOKEPOINTS(Chokepoints::of),
        /** What each country's loss does. */
        DISRUPTION(target -> Disruption.of(target).by(Grouping.COUNTRY)),
        /** Through whose hands it passes. */
        EXPOSURE(Exposure::of);

        private final Function<Target, Query<?>> of;

        Kind(Function<Target, Query<?>> of) {
            this.of = of;
        }
    }

    /** Reads the chain. */
    @Setup
    public void setUp() {
        chain = reference.chain();
        asked = query.of.apply(reference.target());
    }

    /** Asks. */
    @Benchmark
    public Object ours() {
        return chain.ask(asked);
    }
}
