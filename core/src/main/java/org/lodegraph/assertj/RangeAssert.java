package org.lodegraph.assertj;

import org.assertj.core.api.AbstractAssert;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;

/**
 * Assertions about a range. Bounds are numbers in the range's own unit; shares are 0..1. Both sides are compared as
 * published, with nine significant digits.
 */
@SuppressWarnings("exports") // whoever calls this has AssertJ
public final class RangeAssert extends AbstractAssert<RangeAssert, Range> {

    RangeAssert(Range range) {
        super(range, RangeAssert.class);
    }

    /** Passes if every number of the range is at least this: the low end counts. */
    public RangeAssert isAtLeast(double least) {
        return require(published(actual.low()) >= published(least), "is not surely at least", least);
    }

    /** Passes if every number of the range is at most this: the high end counts. */
    public RangeAssert isAtMost(double most) {
        return require(published(actual.high()) <= published(most), "is not surely at most", most);
    }

    /** Passes if some number of the range is at least this: the high end counts. */
    public RangeAssert isPossiblyAtLeast(double least) {
        return require(published(actual.high()) >= published(least), "is nowhere at least", least);
    }

    /** Passes if some number of the range is at most this: the low end counts. */
    public RangeAssert isPossiblyAtMost(double most) {
        return require(published(actual.low()) <= published(most), "is nowhere at most", most);
    }

    /** Passes if both ends are this number: nothing is uncertain. */
    public RangeAssert isExactly(double value) {
        return require(
                published(actual.low()) == published(value) && published(actual.high()) == published(value),
                "is not exactly",
                value);
    }

    private RangeAssert require(boolean holds, String what, double bound) {
        if (!holds) {
            failWithMessage("%s", "Range '%s': %s %s.".formatted(actual, what, words(bound)));
        }
        return this;
    }

    private String words(double bound) {
        return actual.unit().equals(Unit.SHARE) ? Numbers.percent(bound) : Numbers.brief(bound);
    }

    private static double published(double value) {
        return Numbers.published(value);
    }
}
