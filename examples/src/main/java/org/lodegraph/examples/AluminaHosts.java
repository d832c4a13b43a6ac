package org.lodegraph.examples;

import static org.lodegraph.model.Ids.recipe;

import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.reference.Reference;

/** The reference chain of gallium and aluminum, with the electricity that alumina takes, which no source of the data says. */
final class AluminaHosts {

    private static final Figure POWER = Figure.assumed(
            Spread.between(0.15, 0.35), Unit.MWH_PER_T, Source.ASSUMPTION, "without steam; no source seen");

    private AluminaHosts() {}

    static SupplyChain chain() {
        SupplyChain chain =
                Reference.chain(Reference.LAST_YEAR, Metal.GALLIUM.made().value(), "aluminum");
        return chain.toBuilder().put(chain.recipe(recipe("bayer")).power(POWER)).build();
    }
}
