package org.lodegraph.measure;

/**
 * A share, 0..1 in code and % in print.
 *
 * @param value the share, 0..1
 */
public record Share(double value) implements Comparable<Share> {

    /** Nothing. */
    public static final Share NONE = new Share(0);
    /** All. */
    public static final Share ALL = new Share(1);

    /**
     * Checks the value. Minus zero becomes zero.
     *
     * @throws IllegalArgumentException if it is not within 0..1
     */
    public Share {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "Share: the value is %s, not within 0..1. Maybe Share.percent was meant.".formatted(value));
        }
        value += 0.0;
    }

    /**
     * A share given in percent.
     *
     * @param percent 0..100
     * @return the share
     */
    public static Share percent(double percent) {
        return new Share(percent / 100);
    }

    @Override
    public int compareTo(Share other) {
        return Double.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Numbers.percent(value);
    }
}
