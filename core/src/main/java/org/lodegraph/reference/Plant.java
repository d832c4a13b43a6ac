package org.lodegraph.reference;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Line;
import org.lodegraph.model.MaterialId;

/**
 * A named plant, mine or project whose existence a government, company or press source supports.
 *
 * @param id its name in this data set, such as {@code F-GA-METLEN}
 * @param name how people call it
 * @param operator who runs it; empty if the source does not say
 * @param country where it is
 * @param material what it makes
 * @param stage the source's stage
 * @param feed from what
 * @param capacity in t/a; unknown where the source gives none
 * @param output in t/a with the year to which it belongs; empty if the source gives none
 * @param outputYear the year of the output
 * @param state whether it runs
 * @param starts when it is to start; empty if unknown or started
 * @param source who says so
 */
public record Plant(
        String id,
        String name,
        Optional<String> operator,
        CountryId country,
        MaterialId material,
        String stage,
        String feed,
        Figure capacity,
        Optional<Figure> output,
        Optional<Integer> outputYear,
        Line.Status state,
        Optional<LocalDate> starts,
        Source source) {

    static Plant of(Row row, Map<String, Source> sources) {
        Source source = row.source(sources);
        String note = row.find("note").orElse("no capacity in the source");
        return new Plant(
                row.text("id"),
                row.text("name"),
                row.find("operator"),
                row.as("country", CountryId::new),
                row.as("material", MaterialId::new),
                row.text("stage"),
                row.text("feed"),
                row.find("capacity").isPresent()
                        ? row.figure("capacity", sources)
                        : new Figure.Unknown(row.unit(), source, note),
                row.find("output").map(cell -> row.figure("output", sources)),
                row.find("output_year").map(cell -> row.as("output_year", Integer::parseInt)),
                row.as("state", cell -> Line.Status.valueOf(cell.toUpperCase(Locale.ROOT))),
                row.find("starts").map(cell -> row.as("starts", LocalDate::parse)),
                source);
    }
}
