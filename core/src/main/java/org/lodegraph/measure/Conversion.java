package org.lodegraph.measure;

/**
 * A named factor from one basis to another, such as GeO2 to Ge: the only way between bases.
 *
 * @param name what it is called, such as {@code GeO2 -> Ge}
 * @param source the basis before
 * @param target the basis after
 * @param factor mass on the target basis per mass on the source basis; positive
 * @param citation who says so
 */
public record Conversion(String name, Basis source, Basis target, double factor, Source citation) {

    /**
     * Checks the factor.
     *
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public Conversion {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(
                    "Conversion '%s': the factor is %s. Maybe a ratio of masses, such as 0.6942 for Ge in GeO2."
                            .formatted(name, factor));
        }
    }

    /**
     * The way back.
     *
     * @return the conversion from target to source
     */
    public Conversion reversed() {
        return new Conversion(name + " (reversed)", target, source, 1 / factor, citation);
    }
}
