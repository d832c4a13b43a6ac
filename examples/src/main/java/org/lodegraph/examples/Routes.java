package org.lodegraph.examples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Leg;
import org.lodegraph.model.CountryId;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Ribbons;

/**
 * Over which countries the metal reaches the United States: the last two steps of a delivery's trail, which obeys what rules
 * keep apart.
 *
 * @param metal what is shipped
 * @param basis what its tons are tons of
 * @param lanes tons by country that made the metal and country that made it fit for use
 * @param used tons by country that made it fit for use
 */
record Routes(Metal metal, String basis, Map<Lane, Double> lanes, Map<String, Double> used) {

    private static final String SCRAP = "scrap";

    /** A smaller part is the rounding of published numbers. */
    private static final double VISIBLE = 1e-3;

    /** From one country to another. */
    record Lane(String origin, String destination) {}

    static Routes of(Metal metal, Delivery.Answer answer) {
        boolean refined = !metal.made().equals(metal.wanted());
        Map<String, Double> used = new TreeMap<>();
        Map<Lane, Double> lanes = new LinkedHashMap<>();
        Map<String, Double> traced = new TreeMap<>();
        for (Leg leg : answer.trail()) {
            if (leg.depth() == 1) {
                used.merge(leg.origin(), leg.tons(), Double::sum);
            } else if (leg.depth() == 2 && refined) {
                lanes.merge(new Lane(leg.origin(), leg.destination()), leg.tons(), Double::sum);
                traced.merge(leg.destination(), leg.tons(), Double::sum);
            }
        }
        // Scrap is taken as unlimited, so that nobody made it.
        used.forEach((refiner, tons) -> {
            double scrap = tons - traced.getOrDefault(refiner, 0.0);
            if (refined && scrap > VISIBLE * tons) {
                lanes.put(new Lane(SCRAP, refiner), scrap);
            }
        });
        return new Routes(metal, answer.wanted().unit().basis().toString(), lanes, used);
    }

    Ribbons picture(Caption caption) {
        Map<String, Ribbons.Node> nodes = new LinkedHashMap<>();
        List<Ribbons.Ribbon> ribbons = new ArrayList<>();
        int refining = lanes.isEmpty() ? 0 : 1;
        lanes.forEach((lane, tons) -> {
            nodes.putIfAbsent("made " + lane.origin(), node("made ", lane.origin(), 0));
            nodes.putIfAbsent("refined " + lane.destination(), node("refined ", lane.destination(), 1));
            ribbons.add(Ribbons.Ribbon.of("made " + lane.origin(), "refined " + lane.destination(), tons));
        });
        used.forEach((refiner, tons) -> {
            nodes.putIfAbsent("refined " + refiner, node("refined ", refiner, refining));
            ribbons.add(Ribbons.Ribbon.of("refined " + refiner, "used", tons));
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

    private static Ribbons.Node node(String kind, String code, int layer) {
        return new Ribbons.Node(kind + code, name(code), layer);
    }
}
