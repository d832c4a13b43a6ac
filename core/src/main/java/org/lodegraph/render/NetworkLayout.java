package org.lodegraph.render;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.lodegraph.report.Network;
import org.lodegraph.report.Network.Link;
import org.lodegraph.report.Network.Node;

/**
 * Where the nodes of a network stand: layer by layer down the page, in an order with few crossings; across, in fractions.
 * Links that pass a layer get a lane there.
 *
 * @param boxes the nodes
 * @param ways the links that lead down
 * @param loops the links that do not: they come back
 * @param units how many nodes the widest layer has room for; a lane counts for a part
 * @param layers how many layers there are
 */
record NetworkLayout(List<Box> boxes, List<Way> ways, List<Link> loops, double units, int layers) {

    /** What a lane takes beside a node. */
    private static final double LANE = 0.22;

    /** The widest box, in a layer of its own. */
    private static final double WIDEST = 0.62;

    /** A node: its layer from the top, its center and its width across, 0..1. */
    record Box(Node node, int layer, double center, double width) {}

    /** A link, from a layer down to another, and where it is at the node, in each lane, and at the other node. */
    record Way(Link link, int layer, List<Double> stops) {}

    private record Slot(String id, boolean lane) {
        double units() {
            return lane ? LANE : 1;
        }
    }

    static NetworkLayout of(Network network) {
        List<Integer> numbers = ImmutableList.copyOf(
                new TreeSet<>(network.nodes().stream().map(Node::layer).toList()));
        List<List<Integer>> layers = new ArrayList<>();
        numbers.forEach(number -> layers.add(new ArrayList<>()));
        List<Slot> slots = new ArrayList<>();
        Map<String, Node> nodes = new LinkedHashMap<>();
        Map<String, Integer> places = new LinkedHashMap<>();
        for (Node node : network.nodes()) {
            nodes.put(node.id(), node);
            places.put(node.id(), slots.size());
            layers.get(numbers.indexOf(node.layer())).add(slots.size());
            slots.add(new Slot(node.id(), false));
        }
        List<Sweep.Leg> legs = new ArrayList<>();
        Map<Link, List<Integer>> routes = new LinkedHashMap<>();
        List<Link> loops = new ArrayList<>();
        for (Link link : network.links()) {
            int from = numbers.indexOf(
                    Objects.requireNonNull(nodes.get(link.source())).layer());
            int to = numbers.indexOf(
                    Objects.requireNonNull(nodes.get(link.target())).layer());
            if (to <= from) {
                loops.add(link);
                continue;
            }
            List<Integer> route = new ArrayList<>();
            route.add(places.get(link.source()));
            for (int layer = from + 1; layer < to; layer++) {
                layers.get(layer).add(slots.size());
                route.add(slots.size());
                slots.add(new Slot(link.source(), true));
            }
            route.add(places.get(link.target()));
            for (int i = 1; i < route.size(); i++) {
                legs.add(new Sweep.Leg(route.get(i - 1), route.get(i), 1));
            }
            routes.put(link, route);
        }
        return placed(Sweep.order(layers, legs), slots, nodes, routes, loops);
    }

    private static NetworkLayout placed(
            List<List<Integer>> layers,
            List<Slot> slots,
            Map<String, Node> nodes,
            Map<Link, List<Integer>> routes,
            List<Link> loops) {
        double most =
                layers.stream().mapToDouble(layer -> units(layer, slots)).max().orElse(1);
        double[] centers = new double[slots.size()];
        ImmutableList.Builder<Box> boxes = ImmutableList.builder();
        Map<String, Integer> at = new LinkedHashMap<>();
        for (int number = 0; number < layers.size(); number++) {
            double units = units(layers.get(number), slots);
            double passed = 0;
            for (int place : layers.get(number)) {
                Slot slot = slots.get(place);
                centers[place] = (passed + slot.units() / 2) / units;
                passed += slot.units();
                if (!slot.lane()) {
                    at.put(slot.id(), number);
                    boxes.add(new Box(
                            Objects.requireNonNull(nodes.get(slot.id())),
                            number,
                            centers[place],
                            Math.min(WIDEST, 1 / units)));
                }
            }
        }
        ImmutableList.Builder<Way> ways = ImmutableList.builder();
        routes.forEach((link, route) -> ways.add(new Way(
                link,
                Objects.requireNonNull(at.get(link.source())),
                route.stream().map(place -> centers[place]).collect(ImmutableList.toImmutableList()))));
        return new NetworkLayout(boxes.build(), ways.build(), ImmutableList.copyOf(loops), most, layers.size());
    }

    private static double units(List<Integer> layer, List<Slot> slots) {
        return layer.stream().mapToDouble(place -> slots.get(place).units()).sum();
    }
}
