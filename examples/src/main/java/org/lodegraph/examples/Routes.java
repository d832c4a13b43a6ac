package org.lodegraph.examples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Flow;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.MaterialId;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Ribbons;

/**
 * Over which countries the metal reaches the United States in one solution of the program. Metals mix in proportion in each
 * country.
 *
 * @param unit of the amounts
 * @param made tons by country that made the metal and country that refined it
 * @param used tons by country that refined
 * @param gone lanes that another solution has not, or with less than half as much
 */
record Routes(Unit unit, Map<Lane, Double> made, Map<String, Double> used, List<Lane> gone) {

    private static final String SCRAP = "scrap";
    private static final double VISIBLE = 1e-6;

    /** From one country to another. */
    record Lane(String origin, String destination) {}

    static Routes of(Metal metal, Delivery.Answer answer, Delivery.Answer other) {
        Map<String, Double> used = arrivals(metal, answer);
        Map<Lane, Double> made = origins(metal, answer, used);
        Map<Lane, Double> then = origins(metal, other, arrivals(metal, other));
        List<Lane> gone = made.keySet().stream()
                .filter(lane -> then.getOrDefault(lane, 0.0) < made.getOrDefault(lane, 0.0) / 2)
                .toList();
        return new Routes(answer.wanted().unit(), made, used, gone);
    }

    /** What the United States use, by the country that refined it. */
    private static Map<String, Double> arrivals(Metal metal, Delivery.Answer answer) {
        String home = Metal.USA.value();
        Map<String, Double> used = new TreeMap<>();
        double served = 0;
        for (Flow flow : answer.flows()) {
            if (is(flow, Flow.Kind.SHIPPED, metal.wanted())
                    && flow.destination().equals(home)) {
                used.merge(flow.origin(), flow.tons(), Double::sum);
            } else if (is(flow, Flow.Kind.SERVED, metal.wanted())
                    && flow.origin().equals(home)) {
                served += flow.tons();
            }
        }
        double own =
                served - used.values().stream().mapToDouble(Double::doubleValue).sum();
        if (own > VISIBLE) {
            used.put(home, own);
        }
        return used;
    }

    /** Where the metal in it was made: what a refiner makes beyond what it takes in is of its own country. */
    private static Map<Lane, Double> origins(Metal metal, Delivery.Answer answer, Map<String, Double> used) {
        Map<Lane, Double> lanes = new LinkedHashMap<>();
        used.forEach((refiner, tons) -> {
            Map<String, Double> parts = new TreeMap<>();
            double refined = 0;
            double taken = 0;
            for (Flow flow : answer.flows()) {
                if (is(flow, Flow.Kind.MADE, metal.wanted())
                        && flow.destination().equals(refiner)) {
                    refined += flow.tons();
                    if (flow.origin().endsWith("recycle")) {
                        parts.merge(SCRAP, flow.tons(), Double::sum);
                        taken += flow.tons();
                    }
                } else if (is(flow, Flow.Kind.SHIPPED, metal.made())
                        && flow.destination().equals(refiner)) {
                    parts.merge(flow.origin(), flow.tons(), Double::sum);
                    taken += flow.tons();
                }
            }
            double whole = Math.max(refined, taken);
            if (whole - taken > VISIBLE) {
                parts.merge(refiner, whole - taken, Double::sum);
            }
            parts.forEach((origin, part) -> lanes.put(new Lane(origin, refiner), tons * part / whole));
        });
        return lanes;
    }

    private static boolean is(Flow flow, Flow.Kind kind, MaterialId material) {
        return flow.kind() == kind && flow.material().equals(material);
    }

    /** A picture; lanes that dwindle in the other solution are marked. */
    Ribbons picture(String title) {
        Map<String, Ribbons.Node> nodes = new LinkedHashMap<>();
        List<Ribbons.Ribbon> ribbons = new ArrayList<>();
        made.forEach((lane, tons) -> {
            nodes.putIfAbsent("made " + lane.origin(), new Ribbons.Node("made " + lane.origin(), lane.origin(), 0));
            nodes.putIfAbsent(
                    "refined " + lane.destination(),
                    new Ribbons.Node("refined " + lane.destination(), lane.destination(), 1));
            ribbons.add(new Ribbons.Ribbon(
                    "made " + lane.origin(),
                    "refined " + lane.destination(),
                    tons,
                    gone.contains(lane) ? Ribbons.Mark.LOST : Ribbons.Mark.PLAIN));
        });
        nodes.put("used", new Ribbons.Node("used", "United States", 2));
        used.forEach((refiner, tons) -> {
            nodes.putIfAbsent("refined " + refiner, new Ribbons.Node("refined " + refiner, refiner, 1));
            ribbons.add(Ribbons.Ribbon.of("refined " + refiner, "used", tons));
        });
        return Ribbons.of(
                        Caption.of(title)
                                .basis(unit.basis().toString())
                                .year("annual rates, one of several equal solutions"),
                        unit,
                        List.copyOf(nodes.values()),
                        ribbons)
                .layers("made in", "refined in", "used in");
    }
}
