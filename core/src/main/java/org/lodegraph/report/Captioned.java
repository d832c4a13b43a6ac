package org.lodegraph.report;

/** A part with figures in it, which say what they are and where they come from. */
public sealed interface Captioned extends Part permits Table, Bars, Stacks, Ribbons, BeforeAfter, Steps, Tree, Network {

    /**
     * What the figures are.
     *
     * @return title, basis, year and source
     */
    Caption caption();
}
