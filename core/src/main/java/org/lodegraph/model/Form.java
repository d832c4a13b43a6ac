package org.lodegraph.model;

/** In which shape a material moves. */
public enum Form {
    /** As mined. */
    ORE,
    /** After beneficiation. */
    CONCENTRATE,
    /** Between two processing steps. */
    INTERMEDIATE,
    /** Refined metal or oxide. */
    REFINED,
    /** A chemical compound. */
    COMPOUND,
    /** An alloy. */
    ALLOY,
    /** A part, such as a magnet. */
    COMPONENT,
    /** Scrap, old or new. */
    SCRAP
}
