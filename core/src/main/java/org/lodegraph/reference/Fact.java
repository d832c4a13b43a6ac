package org.lodegraph.reference;

import java.util.Locale;
import java.util.Map;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.tables.Statistic;

/**
 * A single figure that settles a claim, fills a hole, or shows what happened: what no regular table has.
 *
 * @param id its name, such as {@code germanium-exports-china-2023-09}
 * @param topic what it is about
 * @param material of what
 * @param country where; {@link Statistic#WORLD} for the world, {@code EUU} for the European Union
 * @param year the calendar year for which it was said
 * @param measure what is measured
 * @param figure the number with its source
 */
public record Fact(
        String id, Topic topic, MaterialId material, CountryId country, int year, String measure, Figure figure) {

    /** What facts are about. */
    public enum Topic {
        /** Output, capacity and quotas of steps without a world table. */
        OUTPUT,
        /** Exports and imports. */
        TRADE,
        /** Consumption, its parts, and what is expected of it. */
        USE,
        /** Scrap, lifetimes, collection and recovery. */
        RECYCLING,
        /** What is held, was sold, or is to be held above ground. */
        STOCKS,
        /** What is in the ground, and how much of it could be had. */
        RESOURCES,
        /** What substitution saves, costs and needs. */
        SUBSTITUTION,
        /** Prices, and what would move them. */
        PRICE,
        /** What people say, true or not. */
        CLAIM
    }

    static Fact of(Row row, Map<String, Source> sources) {
        return new Fact(
                row.text("id"),
                row.as("topic", cell -> Topic.valueOf(cell.toUpperCase(Locale.ROOT))),
                row.material(),
                row.as("country", CountryId::new),
                row.as("year", Integer::parseInt),
                row.text("measure"),
                row.figure(sources));
    }
}
