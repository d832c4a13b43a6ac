package org.lodegraph.examples;

import java.util.List;
import java.util.Locale;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Form;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.Concentration;
import org.lodegraph.reference.Parameter;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Table;

/**
 * How concentrated each stage of rare-earth magnets is: the reference chain, with the makers of metal beside. What they can
 * make is assumed, for nobody publishes it, so no metal is taken from what makes the magnets of the chain.
 */
final class MagnetStages {

    static final MaterialId MINED = Ids.material("rare-earth-concentrate");
    static final MaterialId SEPARATED = Ids.material("rare-earths");
    static final MaterialId METAL = Ids.material("ndpr-metal");
    static final MaterialId MAGNETS = Ids.material("ndfeb-magnets");

    private static final String MAKING = "metal-making";
    private static final String CAPACITY = "metal-capacity-";

    /**
     * One stage.
     *
     * @param name what people call it
     * @param output who made how much
     * @param capacity who could make how much
     */
    record Step(String name, Concentration.Answer output, Concentration.Answer capacity) {

        MaterialId material() {
            return output.question().material();
        }
    }

    private MagnetStages() {}

    /** The stages from the mine on. */
    static List<Step> steps(int year) {
        SupplyChain chain = chain(year);
        return List.of(
                step(chain, "mine", MINED),
                step(chain, "separation", SEPARATED),
                step(chain, "metal", METAL),
                step(chain, "magnet", MAGNETS));
    }

    /** China's share and the concentration, stage by stage. */
    static Table table(List<Step> steps) {
        Table table = Table.of(
                Caption.of("China's share at each stage, and how concentrated it is, HHI 0 to 1")
                        .year(steps.get(0).output().year())
                        .computedFrom(steps.stream()
                                .flatMap(step -> step.capacity().sources().stream())
                                .toList()),
                Table.Column.text("stage"),
                Table.Column.text("of what was made"),
                Table.Column.text("HHI"),
                Table.Column.text("of what may be made"),
                Table.Column.text("HHI"));
        for (Step step : steps) {
            table = table.row(
                    Cell.text(step.name()),
                    Cell.text(Saying.percent(step.output().share(Metal.CHINA))),
                    Cell.text(hundredths(step.output().hhi())),
                    Cell.text(Saying.percent(step.capacity().share(Metal.CHINA))),
                    Cell.text(hundredths(step.capacity().hhi())));
        }
        return table;
    }

    /** Such as {@code 0.73 to 0.89}: more would pretend. */
    static String hundredths(Range range) {
        String low = String.format(Locale.ROOT, "%.2f", range.low());
        String high = String.format(Locale.ROOT, "%.2f", range.high());
        return low.equals(high) ? low : low + " to " + high;
    }

    private static Step step(SupplyChain chain, String name, MaterialId material) {
        Concentration output = Concentration.of(material);
        return new Step(name, chain.ask(output), chain.ask(output.ofCapacity()));
    }

    private static SupplyChain chain(int year) {
        SupplyChain world = Reference.chain(year, MAGNETS.value());
        SupplyChain.Builder builder = world.toBuilder()
                .add(
                        Material.of(METAL.value())
                                .withName("neodymium and praseodymium metal")
                                .withForm(Form.ALLOY),
                        Recipe.of(MAKING)
                                .makes(METAL.value())
                                .stage(Stage.ALLOY)
                                .from("ndpr-oxide", perMetal()));
        for (Parameter maker : Reference.parameters()) {
            if (maker.id().startsWith(CAPACITY)) {
                builder.put(national(world, maker.country().orElseThrow())
                        .line(Line.of(MAKING, Capacity.nameplate(maker.figure()))));
            }
        }
        return builder.build();
    }

    private static Facility national(SupplyChain world, CountryId country) {
        Facility start = Facility.aggregate(country);
        return world.facilities().getOrDefault(start.id(), start);
    }

    private static Figure perMetal() {
        return Reference.parameters().stream()
                .filter(parameter -> parameter.id().equals("ndpr-oxide-per-metal"))
                .map(Parameter::figure)
                .findFirst()
                .orElseThrow();
    }
}
