package org.lodegraph.examples;

import java.util.List;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Ids;
import org.lodegraph.model.MaterialId;
import org.lodegraph.reference.Parameter;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Table;

/**
 * A host's metal in the United States, in t/a: what comes along with the companion, what is used, and what of that is bought
 * abroad on balance, as USGS publishes them.
 *
 * @param name of the metal
 * @param comes what comes along
 * @param used apparent consumption
 * @param bought net imports
 * @param source whose figures they are
 */
record HostMetal(String name, Range comes, Range used, Range bought, Source source) {

    private static final MaterialId ALUMINUM = Ids.material("aluminum");

    /** The alumina, smelted. */
    static HostMetal aluminum(Range alumina) {
        Range perTon = Reference.parameters().stream()
                .filter(parameter -> parameter.id().equals("alumina-per-aluminum-practice"))
                .map(Parameter::figure)
                .map(Figure::range)
                .findFirst()
                .orElseThrow();
        return of(
                ALUMINUM,
                Range.spanning(alumina.low() / perTon.high(), alumina.high() / perTon.low(), Unit.T_PER_A),
                salient("Consumption, apparent"),
                salient("Net import reliance as a percentage of apparent consumption"));
    }

    /** Zinc as it is refined. */
    static HostMetal zinc(Range refined) {
        return of(ZincHosts.ZINC, refined, ZincHosts.US_USE, ZincHosts.US_RELIANCE);
    }

    private static HostMetal of(MaterialId metal, Range comes, Figure use, Figure reliance) {
        double used = use.at(Reading.CENTRAL, Unit.T_PER_A);
        return new HostMetal(
                metal.value(),
                comes,
                Range.exactly(used, Unit.T_PER_A),
                Range.exactly(used * reliance.at(Reading.CENTRAL, Unit.SHARE), Unit.T_PER_A),
                use.source());
    }

    private static Figure salient(String label) {
        return Reference.salient(ALUMINUM, label, Reference.LAST_YEAR);
    }

    /** Whether it fits. */
    String room() {
        if (comes.high() <= bought.low()) {
            return "all of it could replace imports";
        }
        return comes.low() <= used.high()
                ? "it fits only if the ore is rich, and may be more than all that is used"
                : "it is more than all that is used";
    }

    static Table table(List<HostMetal> metals) {
        Table table = Table.of(
                Caption.of("What comes along, and what is used")
                        .year(Reference.LAST_YEAR)
                        .computedFrom(metals.stream().map(HostMetal::source).toList()),
                Table.Column.text("metal"),
                Table.Column.number("comes along", Unit.T_PER_A),
                Table.Column.number("used", Unit.T_PER_A),
                Table.Column.number("bought abroad", Unit.T_PER_A));
        for (HostMetal metal : metals) {
            table = table.row(
                    Cell.text(metal.name()),
                    Tons.cell(metal.comes()),
                    Tons.cell(metal.used()),
                    Tons.cell(metal.bought()));
        }
        return table;
    }
}
