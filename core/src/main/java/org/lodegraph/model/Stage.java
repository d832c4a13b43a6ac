package org.lodegraph.model;

/** A step of the chain. */
public enum Stage {
    /** Mining. */
    EXTRACTION,
    /** Beneficiation to a concentrate. */
    CONCENTRATION,
    /** Smelting. */
    SMELTING,
    /** Refining, primary or to high purity. */
    REFINING,
    /** Separation of elements. */
    SEPARATION,
    /** Making a compound. */
    CHEMICAL,
    /** Making metal or alloy. */
    ALLOY,
    /** Making parts. */
    COMPONENT,
    /** Making end products. */
    PRODUCT,
    /** Collecting scrap. */
    COLLECTION,
    /** Recovering material from scrap. */
    RECYCLING,
    /** Drawing down a stock: it supplies, and makes nothing. */
    RELEASE;

    /** Whether something is made at this step. */
    public boolean isProduction() {
        return this != RELEASE;
    }
}
