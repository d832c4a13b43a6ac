package org.lodegraph.reference;

import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Line;
import org.lodegraph.tables.Statistic;

/** Lines for each country of a world table of mine output. */
final class Mines {

    private Mines() {}

    /** Lines that run as in their year, and a demand of the rest of the world for what the countries make. */
    static void add(Draft draft, String table, String recipe, Unit rate, String material) {
        Series output = lines(draft, table, recipe);
        draft.add(Demand.remainder(
                material,
                Figure.assumed(
                        Spread.exact(output.placesTotal()),
                        rate,
                        output.rows().get(0).figure().source().at(table + ", world table, sum of the countries"),
                        "refiners take what the listed countries make: no table of use by country")));
    }

    /** Lines that run as in their year. */
    static Series lines(Draft draft, String table, String recipe) {
        Series output = draft.series(table, "mine", Statistic.Kind.PRODUCTION);
        for (Statistic row : output.rows()) {
            if (!row.country().equals(Statistic.WORLD) && Series.mayBePositive(row)) {
                Figure made = draft.standing(row);
                draft.national(
                        row.country(),
                        Line.of(recipe, Capacity.nameplate(AluminaPart.onlyOutput(made)))
                                .output(made));
            }
        }
        return output;
    }
}
