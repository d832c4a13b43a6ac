package org.lodegraph.flow;

import java.util.Optional;
import org.lodegraph.model.Id;
import org.lodegraph.model.MaterialId;

/**
 * A flow that changes, between two representative solutions that lie as near to each other as they can.
 *
 * @param kind what happens
 * @param material what moves
 * @param origin where from, as in {@link Flow}
 * @param destination where to, as in {@link Flow}
 * @param by what carries it; empty for free trade
 * @param before how much it was, in t/a on the material's basis
 * @param after how much it is, in t/a on the material's basis
 */
public record Shift(
        Flow.Kind kind,
        MaterialId material,
        String origin,
        String destination,
        Optional<Id> by,
        double before,
        double after) {

    /**
     * How much more it is.
     *
     * @return after less before, in t/a; below zero if it shrank
     */
    public double change() {
        return after - before;
    }
}
