package org.lodegraph.reference;

import java.util.Locale;
import java.util.Map;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.model.CountryId;

/**
 * Which part of the rare earths of an ore is one of them.
 *
 * @param deposit which ore, such as {@code Mt Weld}
 * @param country where it lies
 * @param ore what it is
 * @param counted whether oxides are shared out, or contained elements
 * @param element its symbol; {@code NdPr} and {@code SEG+} are sums of several
 * @param share in percent, as published; unknown for a trace. Shares of a deposit need not add up to 100: see
 *     {@link Assay#normalized()}
 */
public record ElementShare(
        String deposit, CountryId country, String ore, Basis.Kind counted, String element, Figure share) {

    static ElementShare of(Row row, Map<String, Source> sources) {
        return new ElementShare(
                row.text("deposit"),
                row.as("country", CountryId::new),
                row.text("ore"),
                row.as("counted", cell -> Basis.Kind.valueOf(cell.toUpperCase(Locale.ROOT))),
                row.text("element"),
                row.figure(sources));
    }
}
