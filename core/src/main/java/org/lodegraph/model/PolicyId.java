package org.lodegraph.model;

/**
 * Names a {@link Policy}.
 *
 * @param value letters, digits and hyphens, such as {@code CN-2023-GAGE}
 */
public record PolicyId(String value) implements Id, Comparable<PolicyId> {

    /**
     * Checks the spelling.
     *
     * @throws IllegalArgumentException if it is not an id
     */
    public PolicyId {
        value = Spelling.mixed("Policy", value);
    }

    @Override
    public String kind() {
        return "Policy";
    }

    @Override
    public int compareTo(PolicyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
