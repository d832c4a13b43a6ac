package org.lodegraph.model;

/**
 * Names a {@link Demand}.
 *
 * @param value lower case with hyphens
 */
public record DemandId(String value) implements Id, Comparable<DemandId> {

    /**
     * Checks the spelling.
     *
     * @throws IllegalArgumentException if it is not an id
     */
    public DemandId {
        value = Spelling.lower("Demand", value);
    }

    @Override
    public String kind() {
        return "Demand";
    }

    @Override
    public int compareTo(DemandId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
