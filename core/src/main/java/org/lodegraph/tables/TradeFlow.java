package org.lodegraph.tables;

import java.util.Optional;
import org.lodegraph.measure.Figure;
import org.lodegraph.model.CountryId;

/**
 * Goods that went from one country to another in one year, as one side tells it.
 *
 * @param exporter where they came from; {@link CountryId#NOWHERE} for areas that are not specified
 * @param importer where they went; likewise
 * @param hs the code of the goods in the Harmonized System, 2 to 10 digits
 * @param year the calendar year
 * @param by who tells it
 * @param quantity net weight in t/a; unknown where nobody weighed, never zero for that
 * @param value what it was worth, in USD/a; empty if the table does not say
 * @param basket what else the code holds, if it holds several metals
 */
public record TradeFlow(
        CountryId exporter,
        CountryId importer,
        String hs,
        int year,
        By by,
        Figure quantity,
        Optional<Figure> value,
        Optional<HsBasket> basket) {

    /** Who tells of a flow. */
    public enum By {
        /** The customs of the exporter. */
        EXPORTER,
        /** The customs of the importer. */
        IMPORTER,
        /** Both, reconciled by the publisher. */
        BOTH
    }
}
