package org.lodegraph.measure;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;

/**
 * A unit: dimension, size and, for masses, the {@link Basis} they stand on.
 *
 * @param symbol how it is written, such as {@code t/a}
 * @param dimension what it measures
 * @param factor the size of one such unit in the canonical unit of its dimension; positive
 * @param basis what a mass is a mass of; {@link Basis#GROSS} where the dimension knows no basis
 */
public record Unit(String symbol, Dimension dimension, double factor, Basis basis) {

    /** Metric ton. */
    public static final Unit T = new Unit("t", Dimension.MASS, 1, Basis.GROSS);
    /** Kilogram. */
    public static final Unit KG = new Unit("kg", Dimension.MASS, 1e-3, Basis.GROSS);
    /** Thousand metric tons. */
    public static final Unit KT = new Unit("kt", Dimension.MASS, 1e3, Basis.GROSS);
    /** Metric tons per calendar year. */
    public static final Unit T_PER_A = new Unit("t/a", Dimension.MASS_RATE, 1, Basis.GROSS);
    /** Kilograms per calendar year. */
    public static final Unit KG_PER_A = new Unit("kg/a", Dimension.MASS_RATE, 1e-3, Basis.GROSS);
    /** Thousand metric tons per calendar year. */
    public static final Unit KT_PER_A = new Unit("kt/a", Dimension.MASS_RATE, 1e3, Basis.GROSS);
    /** The number one: mass ratios, counts, HHI. */
    public static final Unit ONE = new Unit("1", Dimension.RATIO, 1, Basis.GROSS);
    /** A part of a whole, 0..1 in code and % in print: shares, recoveries. */
    public static final Unit SHARE = new Unit("share", Dimension.RATIO, 1, Basis.GROSS);
    /** Hundredths. */
    public static final Unit PERCENT = new Unit("%", Dimension.RATIO, 1e-2, Basis.GROSS);
    /** Millionths by mass, equal to g/t. */
    public static final Unit PPM = new Unit("ppm", Dimension.RATIO, 1e-6, Basis.GROSS);
    /** Days. */
    public static final Unit DAYS = new Unit("d", Dimension.TIME, 1, Basis.GROSS);
    /** Calendar years, 365.2425 days on average. */
    public static final Unit YEARS = new Unit("a", Dimension.TIME, 365.2425, Basis.GROSS);
    /** US dollars per metric ton. */
    public static final Unit USD_PER_T = new Unit("USD/t", Dimension.PRICE, 1, Basis.GROSS);
    /** US dollars per kilogram. */
    public static final Unit USD_PER_KG = new Unit("USD/kg", Dimension.PRICE, 1e3, Basis.GROSS);
    /** US dollars per calendar year. */
    public static final Unit USD_PER_A = new Unit("USD/a", Dimension.MONEY_RATE, 1, Basis.GROSS);
    /** Megawatt hours per metric ton. */
    public static final Unit MWH_PER_T = new Unit("MWh/t", Dimension.ENERGY_INTENSITY, 1, Basis.GROSS);
    /** Megawatt hours per calendar year. */
    public static final Unit MWH_PER_A = new Unit("MWh/a", Dimension.ENERGY_RATE, 1, Basis.GROSS);
    /** An index on its own scale. */
    public static final Unit INDEX = new Unit("index", Dimension.INDEX, 1, Basis.GROSS);

    private static final ImmutableList<Unit> STANDARD = ImmutableList.of(
            T,
            KG,
            KT,
            T_PER_A,
            KG_PER_A,
            KT_PER_A,
            ONE,
            SHARE,
            PERCENT,
            PPM,
            DAYS,
            YEARS,
            USD_PER_T,
            USD_PER_KG,
            USD_PER_A,
            MWH_PER_T,
            MWH_PER_A,
            INDEX);

    /**
     * Checks the factor and the basis.
     *
     * @throws IllegalArgumentException if the factor is not positive and finite, or a basis is given that the dimension
     *     does not know
     */
    public Unit {
        Objects.requireNonNull(dimension, "dimension");
        if (symbol.isBlank() || !(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(
                    "Unit '%s': symbol blank or factor not positive (factor: %s). Maybe new Unit(\"kt\", Dimension.MASS, 1e3, Basis.GROSS)."
                            .formatted(symbol, factor));
        }
        if (!dimension.based() && !basis.equals(Basis.GROSS)) {
            throw new IllegalArgumentException(
                    "Unit '%s': %s knows no basis (basis seen: %s). Maybe leave the basis out."
                            .formatted(symbol, dimension, basis));
        }
    }

    /**
     * The standard units, on gross weight.
     *
     * @return every constant of this class
     */
    public static List<Unit> standard() {
        return STANDARD;
    }

    /**
     * The standard unit with this symbol, on gross weight.
     *
     * @param symbol such as {@code t/a}
     * @return the unit
     * @throws IllegalArgumentException if there is none
     */
    public static Unit parse(String symbol) {
        return STANDARD.stream()
                .filter(unit -> unit.symbol.equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unit '%s': not a unit. Maybe one of %s."
                        .formatted(
                                symbol,
                                String.join(
                                        ", ",
                                        STANDARD.stream().map(Unit::symbol).toList()))));
    }

    /**
     * The same unit on another basis.
     *
     * @param other the basis
     * @return a copy
     */
    public Unit of(Basis other) {
        return new Unit(symbol, dimension, factor, other);
    }

    /**
     * Whether numbers in this unit and the other may be added: same dimension, same basis.
     *
     * @param other another unit
     * @return true if they may
     */
    public boolean addsTo(Unit other) {
        return dimension == other.dimension && basis.equals(other.basis);
    }

    /**
     * The unit's symbol with its basis, unless that is gross weight.
     *
     * @return such as {@code t/a Ga content}
     */
    @Override
    public String toString() {
        return basis.equals(Basis.GROSS) ? symbol : symbol + " " + basis;
    }
}
