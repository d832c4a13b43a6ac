package org.lodegraph.model;

/**
 * Names a {@link Material}; {@code aluminium} and {@code aluminum} are the same name.
 *
 * @param value lower case with hyphens
 */
public record MaterialId(String value) implements Id, Comparable<MaterialId> {

    /**
     * Checks the spelling.
     *
     * @throws IllegalArgumentException if it is not an id
     */
    public MaterialId {
        value = Spelling.material(value);
    }

    @Override
    public String kind() {
        return "Material";
    }

    @Override
    public int compareTo(MaterialId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
