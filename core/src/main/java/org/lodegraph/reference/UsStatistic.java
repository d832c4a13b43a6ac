package org.lodegraph.reference;

import java.util.Map;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.model.MaterialId;

/**
 * One salient statistic of the United States.
 *
 * @param material of what
 * @param category production, import, export, consumption, supply, shipment, stock, price, employment or net import reliance
 * @param label the published row label
 * @param year the calendar year
 * @param figure the number with its source: t/a, t of a stock, %, or a price per ton or kilogram of which the note has the
 *     published form; a range where a bound is published, such as ">50"; unknown where it is withheld, or where a net
 *     exporter has no reliance
 */
public record UsStatistic(MaterialId material, String category, String label, int year, Figure figure) {

    static UsStatistic of(Row row, Map<String, Source> sources) {
        return new UsStatistic(
                row.material(),
                row.text("category"),
                row.text("label"),
                row.as("year", Integer::parseInt),
                row.figure(sources));
    }
}
