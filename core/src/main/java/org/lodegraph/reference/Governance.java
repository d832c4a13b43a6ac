package org.lodegraph.reference;

import java.util.Map;
import java.util.Optional;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.model.CountryId;

/**
 * How stable a country's politics are, by the index of the World Bank: one of its six dimensions of governance.
 *
 * @param country which country
 * @param year the calendar year
 * @param estimate about -2.5 to 2.5, higher is better; unknown where there is no index
 * @param standardError of the estimate; empty where there is no index
 */
public record Governance(CountryId country, int year, Figure estimate, Optional<Double> standardError) {

    static Governance of(Row row, Map<String, Source> sources) {
        return new Governance(
                row.as("country", CountryId::new),
                row.as("year", Integer::parseInt),
                row.figure(sources),
                row.number("error"));
    }
}
