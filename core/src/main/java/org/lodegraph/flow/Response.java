package org.lodegraph.flow;

/** What may run after a shock. Planned and closed lines, and lines of "other countries", never run by themselves. */
public enum Response {
    /** Running lines, at most at the output that was seen. */
    OBSERVED,
    /** Running lines, up to their effective capacity and never below the output that was seen. */
    SURGE,
    /** Running lines as in SURGE, and idle lines whose restart time has passed. */
    RESTART
}
