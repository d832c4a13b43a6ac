package org.lodegraph.model;

/** Turns a chain into another: a ban, an outage, new capacity, one draw of the uncertainty. */
@FunctionalInterface
public interface Change {

    /**
     * The changed chain.
     *
     * @param chain the chain before; not modified
     * @return the chain after
     */
    SupplyChain on(SupplyChain chain);
}
