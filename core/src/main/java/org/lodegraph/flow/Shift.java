package org.lodegraph.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodegraph.model.Id;
import org.lodegraph.model.MaterialId;

/**
 * A flow that changes, between the flows before and those after that lie as near to them as they can.
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

    /** What differs between flows before and after by more than rounding. */
    static List<Shift> between(List<Flow> before, List<Flow> after) {
        Map<Flow, double[]> tons = new LinkedHashMap<>();
        before.forEach(flow -> tons.computeIfAbsent(flow.of(0), any -> new double[2])[0] += flow.tons());
        after.forEach(flow -> tons.computeIfAbsent(flow.of(0), any -> new double[2])[1] += flow.tons());
        List<Shift> shifts = new ArrayList<>();
        tons.forEach((flow, ends) -> {
            if (Math.abs(ends[1] - ends[0]) > Flows.ROUNDING * Math.max(ends[0], ends[1])) {
                shifts.add(new Shift(
                        flow.kind(), flow.material(), flow.origin(), flow.destination(), flow.by(), ends[0], ends[1]));
            }
        });
        return shifts;
    }

    /**
     * How much more it is.
     *
     * @return after less before, in t/a; below zero if it shrank
     */
    public double change() {
        return after - before;
    }
}
