package org.lodegraph.tables;

import org.lodegraph.measure.Figure;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.MaterialId;

/**
 * One published figure of a world table.
 *
 * @param material of what
 * @param stage the publisher's stage, such as {@code primary-refinery}
 * @param form the publisher's product, such as {@code ferronickel}, where a table is about one of several; else empty
 * @param country where; {@link #WORLD} for the published total, {@link CountryId#NOWHERE} for "other countries"
 * @param year the calendar year
 * @param kind production, capacity or reserves
 * @param figure the number with its source
 */
public record Statistic(
        MaterialId material, String stage, String form, CountryId country, int year, Kind kind, Figure figure) {

    /** The published world total, which is rounded: compute shares from the sum of the rows. */
    public static final CountryId WORLD = new CountryId("WLD");

    /** What is counted. */
    public enum Kind {
        /** Output of a year. */
        PRODUCTION,
        /** What could be made in a year. */
        CAPACITY,
        /** What is in the ground and economic. */
        RESERVES
    }

    /**
     * Whether this is the row of a place, not the published total and not "other countries".
     *
     * @return true for a country
     */
    public boolean hasPlace() {
        return !country.equals(WORLD) && !country.equals(CountryId.NOWHERE);
    }

    /**
     * A copy with another number.
     *
     * @param other the figure
     * @return the copy
     */
    public Statistic saying(Figure other) {
        return new Statistic(material, stage, form, country, year, kind, other);
    }
}
