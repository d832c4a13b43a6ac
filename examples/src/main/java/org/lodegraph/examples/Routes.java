package org.lodegraph.examples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Flow;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Ribbons;

/**
 * Over which countries the metal reaches the United States in one solution of the program. Metals mix in proportion in each
 * country.
 *
 * @param metal what is shipped
 * @param basis what its tons are tons of
 * @param lanes tons by country that made the metal and country that made it fit for use
 * @param used tons by country that made it fit for use
 */
record Routes(Metal metal, String basis, Map<Lane, Double> lanes, Map<String, Double> used) {

    private static final String SCRAP = "scrap";
    private static final double VISIBLE = 1e-6;

    /** From one country to another. */
    record Lane(String origin, String destination) {}

    static Routes of(Metal metal, Delivery.Answer answer) {
        Map<String, Double> used = arrivals(metal, answer);
        return new Routes(metal, answer.wanted().unit().basis().toString(), origins(metal, answer, used), used);
    }

    /** What the United States use, by the country that made it fit for use. */
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
        if (metal.made().equals(metal.wanted())) {
            return lanes;
        }
        used.forEach((refiner, tons) -> {
            Map<String, Double> parts = new TreeMap<>();
            double refined = 0;
            double taken = 0;
            for (Flow flow : answer.flows()) {
                if (is(flow, Flow.Kind.MADE, metal.wanted())
                        && flow.destination().equals(refiner)) {
                    refined += flow.tons();
                    if (flow.origin().endsWith(metal.recycling())) {
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

    /** A picture; if there are routes of before, lanes that are not among them are marked as new. */
    Ribbons picture(Caption caption, Optional<Routes> before) {
        Map<String, Ribbons.Node> nodes = new LinkedHashMap<>();
        List<Ribbons.Ribbon> ribbons = new ArrayList<>();
        int refining = lanes.isEmpty() ? 0 : 1;
        lanes.forEach((lane, tons) -> {
            nodes.putIfAbsent("made " + lane.origin(), node("made ", lane.origin(), 0));
            nodes.putIfAbsent("refined " + lane.destination(), node("refined ", lane.destination(), 1));
            boolean known = before.map(other -> other.lanes().containsKey(lane)).orElse(true);
            ribbons.add(ribbon("made " + lane.origin(), "refined " + lane.destination(), tons, known));
        });
        used.forEach((refiner, tons) -> {
            nodes.putIfAbsent("refined " + refiner, node("refined ", refiner, refining));
            boolean known =
                    before.map(other -> other.used().containsKey(refiner)).orElse(true);
            ribbons.add(ribbon("refined " + refiner, "used", tons, known));
        });
        nodes.put("used", new Ribbons.Node("used", "United States", refining + 1));
        Ribbons picture = Ribbons.of(caption, Tons.UNIT, List.copyOf(nodes.values()), ribbons);
        return refining == 0
                ? picture.layers("made in", "used in")
                : picture.layers("made in", "refined in", "used in");
    }

    /** Tons by the way that they take, for people, such as {@code Russia over Germany}. */
    Map<String, Double> ways() {
        Map<String, Double> ways = new TreeMap<>();
        lanes.forEach((lane, tons) -> ways.merge(
                lane.origin().equals(lane.destination())
                        ? name(lane.origin())
                        : "%s over %s".formatted(name(lane.origin()), name(lane.destination())),
                tons,
                Double::sum));
        if (lanes.isEmpty()) {
            used.forEach((country, tons) -> ways.merge(name(country), tons, Double::sum));
        }
        return ways;
    }

    private static String name(String code) {
        return code.equals(SCRAP) ? code : Where.name(new CountryId(code));
    }

    private static Ribbons.Ribbon ribbon(String from, String to, double tons, boolean known) {
        return new Ribbons.Ribbon(from, to, tons, known ? Ribbons.Mark.PLAIN : Ribbons.Mark.GAINED);
    }

    private static Ribbons.Node node(String kind, String code, int layer) {
        return new Ribbons.Node(kind + code, name(code), layer);
    }
}
