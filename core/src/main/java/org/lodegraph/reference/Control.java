package org.lodegraph.reference;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Window;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.RecipeId;

/**
 * A government measure on exports, as published.
 *
 * @param id its name, such as {@code CN-2023-GAGE}
 * @param name how people call it
 * @param issuer who made it
 * @param toward against whom; empty means everybody
 * @param materials goods covered, where this data set has them; empty if it is on technology or on foreign goods
 * @param recipes technology covered, where its text names the process and this data set has a recipe for it
 * @param measure what it does
 * @param announced when it was announced
 * @param inForce when it applied or applies; a suspension splits the windows; empty if it never took effect
 * @param most what a quota lets pass in a year; empty for other measures
 * @param lastChecked until when its state is known; for a later day it is unknown, also where a suspension was to end before
 * @param note scope and what is not known
 * @param source where it is written
 */
public record Control(
        String id,
        String name,
        CountryId issuer,
        Optional<CountryId> toward,
        List<MaterialId> materials,
        List<RecipeId> recipes,
        Measure measure,
        LocalDate announced,
        List<Window> inForce,
        Optional<Figure> most,
        LocalDate lastChecked,
        String note,
        Source source) {

    /** What a control does. */
    public enum Measure {
        /** Exports need a licence; what a licence lets through is not published. */
        LICENCE,
        /** Exports are forbidden. */
        BAN,
        /** A published amount may pass. */
        QUOTA,
        /** Technology may not leave. */
        TECHNOLOGY
    }

    /** Copies the lists. */
    public Control {
        materials = ImmutableList.copyOf(materials);
        recipes = ImmutableList.copyOf(recipes);
        inForce = ImmutableList.copyOf(inForce);
    }

    static Control of(Row row, Map<String, Source> sources) {
        return new Control(
                row.text("id"),
                row.text("name"),
                row.as("issuer", CountryId::new),
                row.find("toward").map(cell -> row.as("toward", CountryId::new)),
                words(row, "materials").map(MaterialId::new).toList(),
                words(row, "recipes").map(RecipeId::new).toList(),
                row.as("measure", cell -> Measure.valueOf(cell.toUpperCase(Locale.ROOT))),
                row.as("announced", LocalDate::parse),
                words(row, "windows").map(Control::window).toList(),
                row.find("most").map(cell -> row.figure("most", sources)),
                row.as("last_checked", LocalDate::parse),
                row.text("note"),
                row.source(sources));
    }

    private static Stream<String> words(Row row, String column) {
        return Splitter.on(';')
                .omitEmptyStrings()
                .splitToStream(row.find(column).orElse(""));
    }

    /** Reads {@code 2024-12-03..2025-11-08}, or {@code 2023-08-01..} where no end is known. */
    private static Window window(String text) {
        List<String> ends = Splitter.on("..").splitToList(text);
        LocalDate start = LocalDate.parse(ends.get(0));
        return ends.get(1).isEmpty() ? Window.from(start) : Window.between(start, LocalDate.parse(ends.get(1)));
    }
}
