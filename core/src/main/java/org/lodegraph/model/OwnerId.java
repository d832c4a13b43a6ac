package org.lodegraph.model;

/**
 * Names who owns a facility or a stock.
 *
 * @param value lower case with hyphens
 */
public record OwnerId(String value) implements Id, Comparable<OwnerId> {

    /**
     * Checks the spelling.
     *
     * @throws IllegalArgumentException if it is not an id
     */
    public OwnerId {
        value = Spelling.lower("Owner", value);
    }

    @Override
    public String kind() {
        return "Owner";
    }

    @Override
    public int compareTo(OwnerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
