package org.lodegraph.model;

/** How far a material can move. */
public enum Mobility {
    /** Stays inside the facility that makes it, such as a process liquor. */
    SITE,
    /** Moves inside one country. */
    DOMESTIC,
    /** Crosses borders. */
    TRADED
}
