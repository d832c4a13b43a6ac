package org.lodegraph.graph;

/** What a chain could fall back on. Counts as supply only when asked. */
public enum Fallback {
    /** Lines that stand still and could be restarted. */
    IDLE_LINES,
    /** Stocks above ground. */
    STOCKS,
    /** Other materials that would do for a demand. */
    ALTERNATIVES,
    /** Links from where nobody is known to make the material: what they bring was made by somebody the chain lacks. */
    LINKS
}
