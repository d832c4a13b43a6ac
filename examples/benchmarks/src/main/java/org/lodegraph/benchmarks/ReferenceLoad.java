package org.lodegraph.benchmarks;

import org.lodegraph.model.SupplyChain;
import org.lodegraph.reference.Reference;
import org.openjdk.jmh.annotations.Benchmark;

/** The chain of everything that the reference data hold; what the files say was read once before. */
@Goal(number = 6, says = "the reference chain, built", seconds = 0.5)
public class ReferenceLoad {

    /** All of it. */
    @Benchmark
    public SupplyChain ours() {
        return Reference.chain(Reference.LAST_YEAR, "gallium", "germanium", "rare-earths");
    }
}
