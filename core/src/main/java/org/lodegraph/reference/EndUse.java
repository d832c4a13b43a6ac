package org.lodegraph.reference;

import java.util.Map;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.tables.Statistic;

/**
 * What a country uses a material for.
 *
 * @param material of what
 * @param country who uses it; {@link Statistic#WORLD} for the world
 * @param year the calendar year
 * @param application what for
 * @param share the share, in percent; unknown where the publisher ranks or lists uses without shares
 */
public record EndUse(MaterialId material, CountryId country, int year, String application, Figure share) {

    static EndUse of(Row row, Map<String, Source> sources) {
        return new EndUse(
                row.material(),
                row.as("country", CountryId::new),
                row.as("year", Integer::parseInt),
                row.text("application"),
                row.figure(sources));
    }
}
