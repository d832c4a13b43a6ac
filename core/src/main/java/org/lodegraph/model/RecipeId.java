package org.lodegraph.model;

/**
 * Names a {@link Recipe}.
 *
 * @param value lower case with hyphens
 */
public record RecipeId(String value) implements Id, Comparable<RecipeId> {

    /**
     * Checks the spelling.
     *
     * @throws IllegalArgumentException if it is not an id
     */
    public RecipeId {
        value = Spelling.lower("Recipe", value);
    }

    @Override
    public String kind() {
        return "Recipe";
    }

    @Override
    public int compareTo(RecipeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
