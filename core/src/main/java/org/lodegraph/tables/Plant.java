package org.lodegraph.tables;

import java.time.LocalDate;
import java.util.Optional;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Line;
import org.lodegraph.model.MaterialId;

/**
 * A named plant, mine or project, as a list of facilities states it.
 *
 * @param id its name in the list, such as {@code F-GA-METLEN}
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
 * @param grade what supports it: {@code A} a government or company source, {@code B} the press, {@code C} hearsay
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
        String grade,
        Source source) {}
