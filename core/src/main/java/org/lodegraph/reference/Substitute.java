package org.lodegraph.reference;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lodegraph.measure.Source;
import org.lodegraph.model.MaterialId;

/**
 * What can stand in for a material in a use. Nobody publishes how much of the use it could take.
 *
 * @param material what is replaced
 * @param application in which use
 * @param substitute what stands in; {@code none} where the publisher knows no substitute
 * @param use the demand of a chain to which the use belongs; empty if chains here have none
 * @param grade how well, as we read the publisher's words
 * @param source who says so
 */
public record Substitute(
        MaterialId material, String application, String substitute, Optional<String> use, Grade grade, Source source) {

    /** How well a substitute does. */
    public enum Grade {
        /** As well. */
        FULL,
        /** In a part of the use, or nearly as well. */
        PARTIAL,
        /** Generally less well. */
        DEGRADED,
        /** Nothing does. */
        NONE
    }

    static Substitute of(Row row, Map<String, Source> sources) {
        return new Substitute(
                row.material(),
                row.text("application"),
                row.text("substitute"),
                row.find("use"),
                row.as("grade", cell -> Grade.valueOf(cell.toUpperCase(Locale.ROOT))),
                row.source(sources));
    }
}
