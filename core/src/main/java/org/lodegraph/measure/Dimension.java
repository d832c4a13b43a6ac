package org.lodegraph.measure;

/** The kind of thing a number measures. Only numbers of one dimension are compared or added. */
public enum Dimension {
    /** A mass; canonical unit t. */
    MASS(true),
    /** A mass per time; canonical unit t/a, metric tons per calendar year. */
    MASS_RATE(true),
    /** A dimensionless ratio or a share; canonical unit 1. */
    RATIO(false),
    /** A time; canonical unit day. */
    TIME(false),
    /** Money per mass; canonical unit USD/t. */
    PRICE(true),
    /** Energy per mass; canonical unit MWh/t. */
    ENERGY_INTENSITY(true),
    /** An index on its own published scale, such as a governance score. */
    INDEX(false);

    private final boolean based;

    Dimension(boolean based) {
        this.based = based;
    }

    /**
     * Whether numbers of this dimension stand on a {@link Basis}.
     *
     * @return true for masses, mass rates and what is stated per mass
     */
    public boolean based() {
        return based;
    }
}
