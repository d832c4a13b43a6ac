package org.lodegraph.lp;

/** How a simplex ended, before anything is certified. */
enum Verdict {
    OPTIMAL,
    INFEASIBLE,
    UNBOUNDED,
    CANCELLED,
    /** Rounding errors or cycling got the better of it. */
    DOUBTFUL
}
