package org.lodegraph.flow;

import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;

/**
 * How much of what is wanted is delivered, in one sense of the word.
 *
 * @param served delivered, in t/a
 * @param unmet wanted and not delivered, in t/a
 * @param share delivered over wanted, 0..1
 */
public record Supply(Range served, Range unmet, Range share) {

    /** The part that is missing, 0..1. */
    public Range unmetShare() {
        return new Range(1 - share.high(), 1 - share.low(), Unit.SHARE);
    }
}
