package org.lodegraph.model;

/** What an output is to those who run the recipe. */
public enum Role {
    /** The reference product, made for its own sake. Never discarded: who does not want it does not run the line. */
    PRODUCT,
    /** The product that pays while companions come along. Never discarded: it must be used, shipped or stored. */
    HOST,
    /** A metal or stream got only with the host; may be discarded. */
    COMPANION,
    /** A residue or waste; may be discarded. */
    WASTE;

    /**
     * Whether a surplus may be thrown away.
     *
     * @return true for companions and wastes
     */
    public boolean discardable() {
        return this == COMPANION || this == WASTE;
    }
}
