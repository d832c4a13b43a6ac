package org.lodegraph.reference;

import java.util.Map;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.MaterialId;

/**
 * From where the United States import: a share of shipments, not of origin.
 *
 * @param material of what
 * @param form which goods
 * @param country who shipped; {@link CountryId#NOWHERE} for "other countries"
 * @param period over which years
 * @param share the share, in percent; a range where only a bound is published
 */
public record ImportShare(MaterialId material, String form, CountryId country, String period, Figure share) {

    static ImportShare of(Row row, Map<String, Source> sources) {
        return new ImportShare(
                row.material(),
                row.text("form"),
                row.as("country", CountryId::new),
                row.text("period"),
                row.figure(sources));
    }
}
