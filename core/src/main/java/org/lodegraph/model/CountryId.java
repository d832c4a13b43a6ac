package org.lodegraph.model;

/**
 * Names a {@link Country} by its ISO 3166 alpha-3 code.
 *
 * @param value three capital letters
 */
public record CountryId(String value) implements Party, Comparable<CountryId> {

    /**
     * Rest of the world: where {@link Demand#remainder} is consumed. It stands for consumers in every country, so it draws
     * on every country's supply as if at home and no border rule touches it.
     */
    public static final CountryId REST = new CountryId("ROW");

    /** "Other countries" of a statistical table: never a place; lines there never run, and what lies in the ground there is in no known country. */
    public static final CountryId NOWHERE = new CountryId("XOT");

    /**
     * Goods of unknown origin, such as scrap, drawn stocks and the output of whoever no table lists: lines there run, but
     * they are nobody's. They count in totals; no country's rules reach them, and nobody can lose, join or own them.
     */
    public static final CountryId ELSEWHERE = new CountryId("XOF");

    /**
     * Checks the spelling.
     *
     * @throws IllegalArgumentException if it is not an id
     */
    public CountryId {
        value = Spelling.country(value);
    }

    /**
     * Whether it names a country: one that can be lost, allied with, or bought from.
     *
     * @return false for {@link #REST}, {@link #NOWHERE} and {@link #ELSEWHERE}
     */
    public boolean isNamed() {
        return !equals(REST) && !equals(NOWHERE) && !equals(ELSEWHERE);
    }

    @Override
    public String kind() {
        return "Country";
    }

    @Override
    public int compareTo(CountryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
