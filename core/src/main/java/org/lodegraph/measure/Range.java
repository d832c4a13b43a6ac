package org.lodegraph.measure;

import java.util.Objects;

/**
 * A computed interval, printed as one number only when both ends agree in every digit printed. The high end may be
 * infinite: unlimited.
 *
 * @param low the low end
 * @param high the high end; not below low
 * @param unit the unit of both
 */
public record Range(double low, double high, Unit unit) {

    private static final double ROUNDING = 1e-12;

    /**
     * Checks the ends. Minus zero becomes zero.
     *
     * @throws IllegalArgumentException if an end is NaN, or low is above high
     */
    public Range {
        Objects.requireNonNull(unit, "unit");
        low += 0.0;
        high += 0.0;
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "Range in %s: %s .. %s is not in order. Maybe the ends were swapped, or one is unknown."
                            .formatted(unit, low, high));
        }
    }

    /**
     * One number.
     *
     * @param value both ends
     * @param unit the unit
     * @return the range
     */
    public static Range exactly(double value, Unit unit) {
        return new Range(value, value, unit);
    }

    /**
     * An amount of which nothing is known but that it is not negative.
     *
     * @param unit the unit
     * @return 0 to unlimited
     */
    public static Range unknown(Unit unit) {
        return new Range(0, Double.POSITIVE_INFINITY, unit);
    }

    /**
     * The range that spans two numbers in either order, each rounded as published numbers are.
     *
     * @param one an end
     * @param other the other end
     * @param unit the unit
     * @return the range
     */
    public static Range spanning(double one, double other, Unit unit) {
        double a = Numbers.published(one);
        double b = Numbers.published(other);
        return new Range(Math.min(a, b), Math.max(a, b), unit);
    }

    /**
     * Whether both ends agree.
     *
     * @return true if low equals high
     */
    public boolean isExact() {
        return low == high;
    }

    /**
     * Whether a number lies inside.
     *
     * @param value the number
     * @return true if low &lt;= value &lt;= high
     */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /**
     * The smallest range around this and another.
     *
     * @param other another range in the same unit
     * @return the hull
     * @throws IllegalArgumentException if the units differ
     */
    public Range hull(Range other) {
        requireSameUnit(other, "span");
        return new Range(Math.min(low, other.low), Math.max(high, other.high), unit);
    }

    /**
     * The sum, end by end.
     *
     * @param other another range in the same unit
     * @return the range of sums
     * @throws IllegalArgumentException if the units differ
     */
    public Range plus(Range other) {
        requireSameUnit(other, "be added to");
        return new Range(low + other.low, high + other.high, unit);
    }

    /**
     * How far it goes beyond another, nothing at least: least if that is most. What is only rounding is nothing, and nothing
     * goes beyond what is unlimited.
     *
     * @param other another range in the same unit
     * @return the range of differences
     * @throws IllegalArgumentException if the units differ
     */
    public Range beyond(Range other) {
        requireSameUnit(other, "go beyond");
        return new Range(beyond(low, other.high), beyond(high, other.low), unit);
    }

    private static double beyond(double one, double other) {
        boolean none = Double.isInfinite(other) || Double.isFinite(one) && one - other <= ROUNDING * one;
        return none ? 0 : one - other;
    }

    /**
     * Every number of the range multiplied by a factor.
     *
     * @param factor positive; zero only if the range is limited
     * @return the product
     * @throws IllegalArgumentException if the product is no range
     */
    public Range times(double factor) {
        return new Range(low * factor, high * factor, unit);
    }

    /**
     * So many times another range, end by end; nothing of whatever is nothing, also of an unlimited amount.
     *
     * @param other a range of any unit; neither is below zero
     * @param product the unit of the product
     * @return the range of products
     */
    public Range times(Range other, Unit product) {
        return new Range(times(low, other.low), times(high, other.high), product);
    }

    private static double times(double one, double other) {
        return one == 0 || other == 0 ? 0 : one * other;
    }

    /**
     * The number or the two ends, without the unit.
     *
     * @return such as {@code 19.7} or {@code 3 to 19}; a {@link Unit#SHARE} prints in percent
     */
    public String text() {
        String first = write(low);
        String second = write(high);
        return first.equals(second) ? first : first + " to " + second;
    }

    private void requireSameUnit(Range other, String verb) {
        if (!unit.equals(other.unit)) {
            throw new IllegalArgumentException(
                    "Range '%s': cannot %s %s (another unit). Maybe convert it first.".formatted(this, verb, other));
        }
    }

    private String write(double value) {
        return unit.equals(Unit.SHARE) ? Numbers.percent(value) : Numbers.brief(value);
    }

    @Override
    public String toString() {
        return unit.equals(Unit.SHARE) || unit.equals(Unit.ONE) ? text() : text() + " " + unit;
    }
}
