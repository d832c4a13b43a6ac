package org.lodegraph.scenario;

import java.util.Set;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Id;
import org.lodegraph.model.LinkId;
import org.lodegraph.model.PolicyId;
import org.lodegraph.model.StockId;

/** Some lines, stocks, links or demands of a chain, chosen by what they have in common. */
public sealed interface Selection permits Lines, Stocks, Links, Demands {

    /** What all of them have in common: their name, place, owner, recipe or material. */
    Set<Id> where();

    /**
     * What an id stands for: one stock, link or demand, or all lines that have to do with it.
     *
     * @throws IllegalArgumentException for a policy
     */
    static Selection of(Id id) {
        if (id instanceof StockId) {
            return Stocks.of(id);
        }
        if (id instanceof LinkId) {
            return Links.of(id);
        }
        if (id instanceof DemandId) {
            return Demands.of(id);
        }
        if (id instanceof PolicyId) {
            throw new IllegalArgumentException(
                    "Policy '%s': a rule is not selected. Maybe lift it, Lift.of(policy(\"%s\")).".formatted(id, id));
        }
        return Lines.of(id);
    }
}
