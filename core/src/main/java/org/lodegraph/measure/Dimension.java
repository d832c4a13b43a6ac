package org.lodegraph.measure;

/** The kind of thing a number measures. Only numbers of one dimension are compared or added. */
public enum Dimension {
    /** A mass; canonical unit t. */
    MASS(1),
    /** A mass per time; canonical unit t/a, metric tons per calendar year. */
    MASS_RATE(1),
    /** A dimensionless ratio or a share; canonical unit 1. */
    RATIO(0),
    /** A time; canonical unit day. */
    TIME(0),
    /** Money per mass; canonical unit USD/t. */
    PRICE(-1),
    /** Money per time; canonical unit USD/a. */
    MONEY_RATE(0),
    /** Energy per mass; canonical unit MWh/t. */
    ENERGY_INTENSITY(-1),
    /** Energy per time; canonical unit MWh/a. */
    ENERGY_RATE(0),
    /** An index on its own published scale, such as a governance score. */
    INDEX(0);

    private final int massPower;

    Dimension(int massPower) {
        this.massPower = massPower;
    }

    /**
     * Whether numbers of this dimension stand on a {@link Basis}.
     *
     * @return true for masses, mass rates and what is stated per mass
     */
    public boolean based() {
        return massPower != 0;
    }

    /**
     * The power of mass in this dimension: what a change of basis does to the number.
     *
     * @return 1 for a mass or mass rate, -1 for what is stated per mass, 0 for what knows no basis
     */
    int massPower() {
        return massPower;
    }
}
