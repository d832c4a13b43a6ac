package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Form;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.Stock;
import org.lodegraph.tables.Statistic;

/**
 * Bauxite and alumina: the hosts of gallium. Bauxite is a boundary; alumina is made in every country of the world table,
 * and wanted by the rest of the world as much as it is made.
 */
final class AluminaPart implements Part {

    private static final String BAUXITE = "bauxite-per-alumina";

    /** Tons of gallium that reach the liquor per ton of alumina: bauxite x content x dissolved part. */
    static Figure galliumInLiquor(Catalog catalog) {
        double bauxite = Draft.central(catalog.parameter(BAUXITE).figure());
        Figure content = catalog.parameter("gallium-in-bauxite").figure();
        Figure dissolved = catalog.parameter("gallium-dissolved").figure();
        return Figure.assumed(
                Spread.triangular(
                        bauxite * Draft.low(content) * 1e-6 * Draft.low(dissolved),
                        bauxite * Draft.central(content) * 1e-6 * Draft.central(dissolved),
                        bauxite * Draft.high(content) * 1e-6 * Draft.high(dissolved)),
                Unit.ONE,
                content.source(),
                "2 t of bauxite x 20 to 80 ppm of gallium x 60 to 80 % dissolved; plants differ and publish nothing");
    }

    @Override
    public List<Tie> ties(Catalog catalog) {
        return ImmutableList.of(new Tie(
                new MaterialId(material()),
                "refinery",
                "",
                new MaterialId("bauxite"),
                "mine",
                "",
                catalog.parameter(BAUXITE).figure()));
    }

    @Override
    public String material() {
        return "alumina";
    }

    @Override
    public void on(Draft draft) {
        Catalog catalog = draft.catalog();
        if (!draft.wants("bauxite")) {
            draft.add(Material.of("bauxite")
                    .withName("bauxite, dry")
                    .withForm(Form.ORE)
                    .asBoundary()
                    .withNote("mines are not modeled: no refinery here is short of ore"));
            reserves(draft, "bauxite", "bauxite");
        }
        draft.add(
                Material.of("alumina").withForm(Form.INTERMEDIATE),
                GalliumPart.liquor(),
                Recipe.of("bayer")
                        .makes("alumina")
                        .asHost()
                        .stage(Stage.REFINING)
                        .from("bauxite", catalog.parameter(BAUXITE).figure())
                        .yields("bayer-liquor-gallium", galliumInLiquor(catalog)));
        Series output = draft.series("alumina", "refinery", Statistic.Kind.PRODUCTION);
        double wanted = output.placesTotal();
        for (Statistic row : output.rows()) {
            if (!row.country().equals(Statistic.WORLD) && Series.isPositive(row)) {
                draft.national(row.country(), bayer(draft.standing(row)));
            }
        }
        for (Statistic row : draft.series("gallium", "primary-refinery", Statistic.Kind.PRODUCTION)
                .places()) {
            if (GalliumPart.isFromLiquor(row.country())
                    && Series.isPositive(row)
                    && output.findPositive(row.country()).isEmpty()) {
                Figure least = implied(catalog, draft.standing(row));
                draft.national(
                        row.country(),
                        Line.of("bayer", Capacity.nameplate(least)).output(least));
                wanted += Draft.high(least);
            }
        }
        if (draft.wants("aluminum")) {
            wanted -= AluminumPart.alumina(draft);
        }
        Source table = output.rows().get(0).figure().source();
        draft.add(Demand.remainder(
                "alumina",
                Figure.assumed(
                        Spread.exact(Math.max(0, wanted)),
                        Unit.T_PER_A,
                        table.at("bauxite and alumina, world table, sum of the countries"),
                        draft.wants("aluminum")
                                ? "what the listed countries make, less what their smelters take: smelters that are not listed,"
                                        + " and other uses"
                                : "smelters take what the listed countries make: no table of use by country")));
    }

    /** A host that runs at most as in its year, since only output is published. */
    static Line bayer(Figure output) {
        return Line.of("bayer", Capacity.nameplate(onlyOutput(output))).output(output);
    }

    static Figure onlyOutput(Figure output) {
        return output.isKnown() ? Draft.assumed(output, "no capacity is published: the output is taken") : output;
    }

    /** Reserves of each country of the world table, and of other countries, as stocks in the ground; of any size if not known. */
    static void reserves(Draft draft, String table, String material) {
        reserves(draft, draft.series(table, "reserve", Statistic.Kind.RESERVES), material);
    }

    static void reserves(Draft draft, Series reserves, String material) {
        for (Statistic row : reserves.rows()) {
            if (!row.country().equals(Statistic.WORLD) && Series.mayBePositive(row)) {
                draft.add(Stock.of(
                                "%s-reserves-%s"
                                        .formatted(
                                                material,
                                                Draft.slug(row.country().value())),
                                material,
                                row.country(),
                                draft.standing(row))
                        .kind(Stock.Kind.IN_GROUND));
            }
        }
    }

    /** The alumina that must have been made at least where gallium came from liquor and no alumina is listed. */
    private static Figure implied(Catalog catalog, Figure gallium) {
        double perTon = Draft.low(galliumInLiquor(catalog))
                * Draft.low(catalog.parameter("gallium-from-liquor").figure());
        return Figure.assumed(
                Spread.exact(Draft.high(gallium) / perTon),
                Unit.T_PER_A,
                gallium.source(),
                "no alumina is listed: what its gallium needs at the lowest content and recovery");
    }
}
