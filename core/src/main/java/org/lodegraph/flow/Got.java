package org.lodegraph.flow;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.lodegraph.lp.Optimal;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.DemandId;

/**
 * What some demands want and get, in t/a, under one reading of the figures.
 *
 * @param wanted what they want
 * @param served what they get
 */
record Got(double wanted, double served) {

    static Got of(DeliveryProgram program, Optimal optimal, Collection<DemandId> demands) {
        double wanted = 0;
        double served = 0;
        for (DemandId demand : demands) {
            wanted += program.wanted(demand);
            served += program.served(optimal, demand);
        }
        return new Got(wanted, Math.min(served, wanted));
    }

    double unmet() {
        return wanted - served;
    }

    private double share() {
        return wanted > 0 ? served / wanted : 1;
    }

    /** What lies between all readings. */
    static Supply supply(List<Got> readings, Unit unit) {
        return new Supply(
                span(readings, Got::served, unit),
                span(readings, Got::unmet, unit),
                span(readings, Got::share, 1, Unit.SHARE));
    }

    private static Range span(List<Got> readings, ToDoubleFunction<Got> what, Unit unit) {
        return span(
                readings, what, readings.stream().mapToDouble(Got::wanted).max().orElse(0), unit);
    }

    private static Range span(List<Got> readings, ToDoubleFunction<Got> what, double scale, Unit unit) {
        return Delivery.tons(
                readings.stream().mapToDouble(what).min().orElseThrow(),
                readings.stream().mapToDouble(what).max().orElseThrow(),
                scale,
                unit);
    }
}
