package org.lodegraph.graph;

import java.util.Set;

/** What a chain could fall back on. Counts as supply only when asked. */
public enum Fallback {
    /** Lines that stand still and could be restarted. */
    IDLE_LINES,
    /** Stocks above ground. */
    STOCKS,
    /** Other materials that would do for a demand. */
    ALTERNATIVES,
    /** Links from where nobody is known to make the material: what they bring was made by somebody the chain lacks. */
    LINKS;

    /** Whether a node is no fallback or one that is counted; links are left to those who see what lies behind them. */
    static boolean counts(Node node, Set<Fallback> counted) {
        if (node instanceof Node.Equipment line && line.isIdle()) {
            return counted.contains(IDLE_LINES);
        }
        return node instanceof Node.Store
                ? counted.contains(STOCKS)
                : !(node instanceof Node.StandIn) || counted.contains(ALTERNATIVES);
    }
}
