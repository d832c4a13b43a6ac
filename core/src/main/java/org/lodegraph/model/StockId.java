package org.lodegraph.model;

/**
 * Names a {@link Stock}.
 *
 * @param value lower case with hyphens
 */
public record StockId(String value) implements Id, Comparable<StockId> {

    /**
     * Checks the spelling.
     *
     * @throws IllegalArgumentException if it is not an id
     */
    public StockId {
        value = Spelling.lower("Stock", value);
    }

    @Override
    public String kind() {
        return "Stock";
    }

    @Override
    public int compareTo(StockId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
