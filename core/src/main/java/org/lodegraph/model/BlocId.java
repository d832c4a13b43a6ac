package org.lodegraph.model;

/**
 * Names a {@link Bloc}.
 *
 * @param value letters, digits and hyphens, such as {@code AUKUS}
 */
public record BlocId(String value) implements Party, Comparable<BlocId> {

    /**
     * Checks the spelling.
     *
     * @throws IllegalArgumentException if it is not an id
     */
    public BlocId {
        value = Spelling.mixed("Bloc", value);
    }

    @Override
    public String kind() {
        return "Bloc";
    }

    @Override
    public int compareTo(BlocId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
