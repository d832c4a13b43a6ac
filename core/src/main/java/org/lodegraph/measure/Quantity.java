package org.lodegraph.measure;

import java.util.Objects;

/**
 * A computed number with its unit. A {@link Figure} was said by somebody; a quantity was computed by us.
 *
 * @param value the number; finite
 * @param unit its unit
 */
public record Quantity(double value, Unit unit) {

    /**
     * Checks the number. Minus zero becomes zero.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public Quantity {
        Objects.requireNonNull(unit, "unit");
        value += 0.0;
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "Quantity in %s: the value is %s. Maybe a figure is unknown; ask for a Range."
                            .formatted(unit, value));
        }
    }

    /**
     * A quantity.
     *
     * @param value the number; finite
     * @param unit its unit
     * @return the quantity
     */
    public static Quantity of(double value, Unit unit) {
        return new Quantity(value, unit);
    }

    /**
     * Metric tons per year, gross weight.
     *
     * @param value the number
     * @return the quantity
     */
    public static Quantity tonnesPerYear(double value) {
        return new Quantity(value, Unit.T_PER_A);
    }

    /**
     * The same amount in another unit of the same dimension and basis.
     *
     * @param other the unit wanted
     * @return the converted quantity
     * @throws IllegalArgumentException if dimension or basis differ
     */
    public Quantity in(Unit other) {
        requireAddable(other, "be read in");
        return new Quantity(unit.factor() == other.factor() ? value : value * unit.factor() / other.factor(), other);
    }

    /**
     * The sum, in this quantity's unit.
     *
     * @param other what is added; same dimension and basis
     * @return the sum
     * @throws IllegalArgumentException if dimension or basis differ
     */
    public Quantity plus(Quantity other) {
        requireAddable(other.unit, "be added to");
        return new Quantity(value + other.in(unit).value, unit);
    }

    /**
     * The difference, in this quantity's unit.
     *
     * @param other what is taken away; same dimension and basis
     * @return the difference
     * @throws IllegalArgumentException if dimension or basis differ
     */
    public Quantity minus(Quantity other) {
        return plus(other.times(-1));
    }

    /**
     * The product with a plain number.
     *
     * @param factor the number
     * @return the product
     */
    public Quantity times(double factor) {
        return new Quantity(value * factor, unit);
    }

    /**
     * The same amount on another basis, by a named factor. What is stated per mass, such as a price, is divided by it.
     *
     * @param conversion the factor; its source basis is this quantity's
     * @return the quantity on the conversion's target basis
     * @throws IllegalArgumentException if the conversion starts from another basis
     */
    public Quantity by(Conversion conversion) {
        if (!unit.dimension().based() || !unit.basis().equals(conversion.source())) {
            throw new IllegalArgumentException(
                    "Quantity '%s': conversion '%s' starts from %s. Maybe use Conversion.reversed(), or another one."
                            .formatted(this, conversion.name(), conversion.source()));
        }
        double factor = unit.dimension().massPower() > 0 ? conversion.factor() : 1 / conversion.factor();
        return new Quantity(value * factor, unit.of(conversion.target()));
    }

    private void requireAddable(Unit other, String verb) {
        if (!unit.addsTo(other)) {
            throw new IllegalArgumentException("Quantity '%s': cannot %s %s (%s). Maybe %s."
                    .formatted(
                            this,
                            verb,
                            other,
                            unit.dimension() == other.dimension() ? "another basis" : "another dimension",
                            unit.dimension() == other.dimension()
                                    ? "convert it first by a named factor, Quantity.by(Conversion)"
                                    : "check which of the two was meant"));
        }
    }

    @Override
    public String toString() {
        return Numbers.brief(value) + " " + unit;
    }
}
