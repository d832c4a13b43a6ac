package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.tables.Statistic;

/** Primary aluminum, which takes most of the alumina. */
final class AluminumPart implements Part {

    /** Alumina that the smelters of the listed countries take at most, in t/a. */
    static double alumina(Draft draft) {
        return draft.series("aluminum", "smelter", Statistic.Kind.PRODUCTION).placesTotal()
                * Draft.high(draft.catalog()
                        .parameter("alumina-per-aluminum-practice")
                        .figure());
    }

    @Override
    public String material() {
        return "aluminum";
    }

    @Override
    public List<String> brings() {
        return ImmutableList.of("alumina");
    }

    @Override
    public void on(Draft draft) {
        draft.add(
                Material.of("aluminum"),
                Recipe.of("hall-heroult")
                        .makes("aluminum")
                        .stage(Stage.SMELTING)
                        .from(
                                "alumina",
                                draft.catalog()
                                        .parameter("alumina-per-aluminum-practice")
                                        .figure()));
        Series output = draft.series("aluminum", "smelter", Statistic.Kind.PRODUCTION);
        Series capacity = draft.series("aluminum", "smelter", Statistic.Kind.CAPACITY);
        for (Statistic row : output.rows()) {
            if (!row.country().equals(Statistic.WORLD) && Series.isPositive(row)) {
                draft.national(row.country(), smelter(draft, row, capacity));
            }
        }
        draft.add(Demand.remainder(
                "aluminum",
                Figure.assumed(
                        Spread.exact(output.placesTotal()),
                        Unit.T_PER_A,
                        output.rows().get(0).figure().source().at("aluminum, world table, sum of the countries"),
                        "users take what the listed countries make: no table of use by country")));
    }

    private static Line smelter(Draft draft, Statistic row, Series capacity) {
        Figure made = draft.standing(row);
        CountryId country = row.country();
        Optional<Figure> published = capacity.findPositive(country).map(draft::standing);
        published.ifPresent(most -> draft.compareWithCapacity("aluminum", country, made, most));
        Figure most = published.orElseGet(() -> AluminaPart.onlyOutput(made));
        return Line.of("hall-heroult", Capacity.nameplate(most)).output(made);
    }
}
