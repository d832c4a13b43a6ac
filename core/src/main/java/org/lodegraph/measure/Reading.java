package org.lodegraph.measure;

/** Which end of a figure's spread is read. */
public enum Reading {
    /** The low end. */
    LOW,
    /** The middle: mode, median or midpoint. Unknown figures have none. */
    CENTRAL,
    /** The high end. */
    HIGH;

    /**
     * The reading that does the opposite, for figures that work against the result.
     *
     * @return HIGH for LOW, LOW for HIGH, CENTRAL for itself
     */
    public Reading opposite() {
        return switch (this) {
            case LOW -> HIGH;
            case CENTRAL -> CENTRAL;
            case HIGH -> LOW;
        };
    }
}
