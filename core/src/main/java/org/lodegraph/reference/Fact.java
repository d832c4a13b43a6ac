package org.lodegraph.reference;

import java.util.Map;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.tables.Statistic;

/**
 * A single figure that settles a claim, fills a hole, or shows what happened.
 *
 * @param id its name, such as {@code germanium-exports-china-2023-09}
 * @param material of what
 * @param country where; {@link Statistic#WORLD} for the world
 * @param year the calendar year
 * @param measure what is measured
 * @param figure the number with its source
 */
public record Fact(String id, MaterialId material, CountryId country, int year, String measure, Figure figure) {

    static Fact of(Row row, Map<String, Source> sources) {
        return new Fact(
                row.text("id"),
                row.as("material", MaterialId::new),
                row.as("country", CountryId::new),
                row.as("year", Integer::parseInt),
                row.text("measure"),
                row.figure(sources));
    }
}
