package org.lodegraph.model;

/**
 * Names a {@link Facility}.
 *
 * @param value lower case with hyphens
 */
public record FacilityId(String value) implements Id, Comparable<FacilityId> {

    /**
     * Checks the spelling.
     *
     * @throws IllegalArgumentException if it is not an id
     */
    public FacilityId {
        value = Spelling.lower("Facility", value);
    }

    @Override
    public String kind() {
        return "Facility";
    }

    @Override
    public int compareTo(FacilityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
