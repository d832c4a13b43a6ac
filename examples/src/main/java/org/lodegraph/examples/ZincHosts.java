package org.lodegraph.examples;

import static org.lodegraph.model.Ids.facility;
import static org.lodegraph.model.Ids.material;

import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.FacilityId;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Mobility;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.reference.Reference;

/**
 * The reference chain of germanium with the zinc refineries that stand behind it. No table of refined zinc by country is in
 * the data, so what each makes is unknown, apart from the United States and the world.
 */
final class ZincHosts {

    static final MaterialId ZINC = material("zinc");
    static final Figure US_USE = salient("Consumption, apparent, refined zinc");
    static final Figure US_RELIANCE =
            salient("Net import reliance as a percentage of apparent consumption: Refined zinc");

    private static final MaterialId RESIDUE = material("zinc-residue-germanium");
    private static final FacilityId US_REFINERY = facility("clarksville-smelter");
    private static final Figure US_OUTPUT = salient("Production: Refined zinc,");
    private static final Figure WORLD =
            Reference.fact("zinc-refined-world-2025").figure();
    private static final Figure RICHEST =
            Reference.fact("germanium-in-zinc-richest").figure();
    /** 20 g in a ton of a concentrate that is 64.5 % zinc. */
    private static final double LEAST = 31e-6;

    private ZincHosts() {}

    static SupplyChain chain() {
        SupplyChain world = Metal.GERMANIUM.chain(Reference.LAST_YEAR);
        double all = tons(WORLD);
        SupplyChain.Builder builder = world.toBuilder()
                .put(world.material(RESIDUE).withMobility(Mobility.SITE).withBoundary(false))
                .add(Material.of(ZINC.value()))
                .add(
                        Recipe.of("zinc-refining")
                                .makes(ZINC.value())
                                .asHost()
                                .power(
                                        Figure.assumed(
                                                Spread.between(3.6, 4.65),
                                                Unit.MWH_PER_T,
                                                Source.ASSUMPTION,
                                                "electrolysis 3 to 3.75 and other steps 0.6 to 0.9, as a vendor's page has them; not confirmed"))
                                .from(
                                        "zinc-concentrate",
                                        Figure.assumed(
                                                Spread.between(1 / 0.985, 1 / 0.94),
                                                Unit.ONE,
                                                Source.ASSUMPTION,
                                                "94 to 98.5 % of the zinc in concentrate, no source seen"))
                                .yields(
                                        RESIDUE.value(),
                                        Figure.assumed(
                                                Spread.between(LEAST, RICHEST.at(Reading.HIGH, Unit.ONE)),
                                                Unit.ONE,
                                                RICHEST.source(),
                                                "high is the richest concentrate cited; low is 20 g per ton of concentrate, no source seen")))
                .add(
                        Demand.of("usa-zinc", ZINC.value(), Metal.USA, US_USE),
                        Demand.remainder(ZINC.value(), rest(all - tons(US_USE))),
                        Facility.at("other-zinc", CountryId.NOWHERE).line(refining(rest(all - tons(US_OUTPUT)))));
        for (Facility facility : world.facilities().values()) {
            if (facility.lines().stream()
                    .anyMatch(line -> line.recipes().stream()
                            .anyMatch(recipe -> world.recipe(recipe).inputs().containsKey(RESIDUE)))) {
                builder.put(facility.line(refining(output(facility.id()))));
            }
        }
        return builder.build();
    }

    private static Figure output(FacilityId refinery) {
        return refinery.equals(US_REFINERY)
                ? Figure.assumed(
                        Spread.between(0, tons(US_OUTPUT)),
                        Unit.T_PER_A,
                        US_OUTPUT.source(),
                        "primary and secondary zinc together are published, not how much of it is primary")
                : Figure.unknown(Unit.T_PER_A, "no table of refined zinc by country or plant is in the data");
    }

    private static Line refining(Figure output) {
        return Line.of("zinc-refining", Capacity.nameplate(output)).output(output);
    }

    private static Figure rest(double tons) {
        return Figure.assumed(
                Spread.exact(tons),
                Unit.T_PER_A,
                WORLD.source(),
                "the world's refined zinc less that of the United States");
    }

    private static Figure salient(String label) {
        return Reference.salient(ZINC, label, Reference.LAST_YEAR);
    }

    private static double tons(Figure figure) {
        return figure.at(Reading.HIGH, Unit.T_PER_A);
    }
}
