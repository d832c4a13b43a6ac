package org.lodegraph.benchmarks;

import org.lodegraph.model.Ids;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.reference.Reference;

/** Chains of the reference data, and who wants what of them. */
public enum ReferenceChains {
    /** Gallium, with alumina. */
    GALLIUM("gallium", "gallium-high-purity"),
    /** Germanium. */
    GERMANIUM("germanium", "germanium"),
    /** Rare earths. */
    RARE_EARTHS("rare-earths", "rare-earths");

    private final String named;
    private final String wanted;

    ReferenceChains(String named, String wanted) {
        this.named = named;
        this.wanted = wanted;
    }

    SupplyChain chain() {
        return Reference.chain(Reference.LAST_YEAR, named);
    }

    Target target() {
        return Target.of(Ids.material(wanted), Ids.country("USA"));
    }
}
