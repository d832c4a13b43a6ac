package org.lodegraph.reference;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.MaterialId;

/**
 * One figure of a process: what goes in or comes out per ton made, or which part gets through. The figures of one recipe are
 * of different plants and years, so they need not balance.
 *
 * @param recipe the process, such as {@code zn-rle}
 * @param material what it makes
 * @param process what is done
 * @param route how
 * @param flow what the figure counts
 * @param item what goes in or out, or what recovery is of what
 * @param per of what the figure is a ratio, such as {@code t zinc} or {@code Zn in concentrate}
 * @param country where; empty if the source does not say
 * @param year when; empty if the source does not say
 * @param parameter its name among {@link Reference#parameters()}, if chains may use it
 * @param figure the number; its status is ASSUMED where no source was seen
 */
public record ProcessFlow(
        String recipe,
        MaterialId material,
        String process,
        String route,
        Flow flow,
        String item,
        String per,
        Optional<CountryId> country,
        Optional<Integer> year,
        Optional<String> parameter,
        Figure figure) {

    /** What a figure of a process counts. */
    public enum Flow {
        /** Tons that go in, per ton made. */
        INPUT,
        /** Tons that come out beside, and can be sold, per ton made. */
        BYPRODUCT,
        /** Tons that come out beside, and cannot, per ton made. */
        WASTE,
        /** MWh per ton made. */
        ENERGY,
        /** The part that gets through; recoveries of steps that follow each other multiply. */
        RECOVERY,
        /** The part of a product that is one element. */
        COMPOSITION,
        /** A companion per ton of its host: made, planned, or contained only, as the item says. */
        RATIO,
        /** Something else that describes the process, such as the grade of its feed. */
        PARAMETER
    }

    static ProcessFlow of(Row row, Map<String, Source> sources) {
        return new ProcessFlow(
                row.text("recipe"),
                row.material(),
                row.text("process"),
                row.text("route"),
                row.as("flow", cell -> Flow.valueOf(cell.toUpperCase(Locale.ROOT))),
                row.text("item"),
                row.text("per"),
                row.find("country").map(cell -> row.as("country", CountryId::new)),
                row.find("year").map(cell -> row.as("year", Integer::parseInt)),
                row.find("id"),
                row.figure(sources));
    }
}
