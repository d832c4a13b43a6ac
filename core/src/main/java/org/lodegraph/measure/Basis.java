package org.lodegraph.measure;

import java.util.Objects;

/**
 * What the mass in a figure is a mass <em>of</em>: the goods as shipped, one element inside them, an oxide equivalent, or
 * another equivalent. Masses on different bases are never added.
 *
 * @param kind how the mass is counted
 * @param substance the element symbol ({@code Ga}), oxide ({@code REO}, {@code Al2O3}) or equivalent ({@code LCE}); empty
 *     for gross weight
 */
public record Basis(Kind kind, String substance) {

    /** Gross weight: the goods as they are shipped. */
    public static final Basis GROSS = new Basis(Kind.GROSS, "");

    /** How a mass is counted. */
    public enum Kind {
        /** The goods as they are shipped. */
        GROSS,
        /** The mass of one element inside the goods. */
        CONTAINED,
        /** The mass of the oxide that the element would make. */
        OXIDE,
        /** The mass of another reference compound, such as lithium carbonate. */
        EQUIVALENT
    }

    /**
     * Checks that a substance is named, in one word, exactly when the kind needs one.
     *
     * @throws IllegalArgumentException if it is not
     */
    public Basis {
        Objects.requireNonNull(kind, "kind");
        boolean fits = kind == Kind.GROSS
                ? substance.isEmpty()
                : !substance.isEmpty() && substance.chars().noneMatch(Character::isWhitespace);
        if (!fits) {
            throw new IllegalArgumentException("Basis %s: the substance is '%s'. Maybe %s."
                    .formatted(
                            kind,
                            substance,
                            kind == Kind.GROSS
                                    ? "leave it empty"
                                    : "name the element or compound in one word, such as Ga or REO"));
        }
    }

    /**
     * The mass of one element inside the goods.
     *
     * @param element the element symbol, such as {@code Ga}
     * @return the basis
     */
    public static Basis contained(String element) {
        return new Basis(Kind.CONTAINED, element);
    }

    /**
     * The mass of an oxide equivalent.
     *
     * @param oxide the oxide, such as {@code REO}
     * @return the basis
     */
    public static Basis oxide(String oxide) {
        return new Basis(Kind.OXIDE, oxide);
    }

    /**
     * The mass of another equivalent.
     *
     * @param compound the reference compound, such as {@code LCE}
     * @return the basis
     */
    public static Basis equivalent(String compound) {
        return new Basis(Kind.EQUIVALENT, compound);
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @param text {@code gross}, {@code Ga content}, {@code REO oxide} or {@code LCE equivalent}
     * @return the basis
     * @throws IllegalArgumentException if the text is none of these
     */
    public static Basis parse(String text) {
        if (text.equals("gross")) {
            return GROSS;
        }
        int space = text.indexOf(' ');
        String substance = space < 0 ? "" : text.substring(0, space);
        return switch (text.substring(space + 1)) {
            case "content" -> contained(substance);
            case "oxide" -> oxide(substance);
            case "equivalent" -> equivalent(substance);
            default ->
                throw new IllegalArgumentException(
                        "Basis '%s': not a basis. Maybe one of gross, Ga content, REO oxide, LCE equivalent."
                                .formatted(text));
        };
    }

    @Override
    public String toString() {
        return switch (kind) {
            case GROSS -> "gross";
            case CONTAINED -> substance + " content";
            case OXIDE -> substance + " oxide";
            case EQUIVALENT -> substance + " equivalent";
        };
    }
}
