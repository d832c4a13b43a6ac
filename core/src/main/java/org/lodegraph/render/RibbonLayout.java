package org.lodegraph.render;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lodegraph.report.Ribbons;
import org.lodegraph.report.Ribbons.Node;
import org.lodegraph.report.Ribbons.Ribbon;

/**
 * Where nodes and ribbons stand: layers from left to right; in each layer the order with the fewest crossings that sweeps of
 * barycenters found (after Sugiyama, Tagawa and Toda, 1981). A ribbon that skips a layer passes it in a lane of its own.
 *
 * @param boxes the nodes
 * @param bands the ribbons
 * @param layers how many layers there are
 * @param height the height of the whole, in pixels
 * @param scale pixels per unit of flow
 */
record RibbonLayout(List<Box> boxes, List<Band> bands, int layers, double height, double scale) {

    /** The thinnest ribbon that is drawn. */
    static final double THINNEST = 1.5;

    private static final double GAP = 8;
    private static final double LOWEST = 4;

    /** A node: its layer, counted without gaps, its top, its height and what passes through it. */
    record Box(Node node, int layer, double top, double height, double value) {
        double middle() {
            return top + height / 2;
        }
    }

    /** A ribbon: its width, and its top edge at the first layer, at each layer that it passes, and at the last. */
    record Band(Ribbon ribbon, double width, int layer, List<Double> tops) {}

    private static final class Place {
        final int layer;
        final Node node;
        final boolean lane;
        final List<Leg> in = new ArrayList<>();
        final List<Leg> out = new ArrayList<>();
        double value;
        double height;
        double top;

        Place(Node node, int layer, boolean lane) {
            this.node = node;
            this.layer = layer;
            this.lane = lane;
        }

        double slot(double label) {
            return (lane ? height : Math.max(height, label)) + GAP;
        }

        void size(double scale) {
            double in = this.in.stream().mapToDouble(leg -> leg.width(scale)).sum();
            double out = this.out.stream().mapToDouble(leg -> leg.width(scale)).sum();
            height = Math.max(lane ? 0 : LOWEST, Math.max(in, out));
        }
    }

    private static final class Leg {
        final Place source;
        final Place target;
        final Ribbon ribbon;
        double start;
        double end;

        Leg(Place source, Place target, Ribbon ribbon) {
            this.source = source;
            this.target = target;
            this.ribbon = ribbon;
            source.out.add(this);
            target.in.add(this);
        }

        double width(double scale) {
            return Math.max(THINNEST, ribbon.value() * scale);
        }
    }

    /** Lays out ribbons that are few enough to look at; the label of a node takes so many pixels downward. */
    static RibbonLayout of(Ribbons ribbons, double label) {
        return of(ribbons, label, Double.MAX_VALUE);
    }

    /** The same, at most so many pixels per unit of flow. */
    static RibbonLayout of(Ribbons ribbons, double label, double most) {
        List<Integer> numbers = ImmutableList.copyOf(
                new TreeSet<>(ribbons.nodes().stream().map(Node::layer).toList()));
        Map<String, Double> flow = Fold.throughput(ribbons);
        List<List<Place>> layers = new ArrayList<>();
        numbers.forEach(number -> layers.add(new ArrayList<>()));
        Map<String, Place> places = new LinkedHashMap<>();
        ribbons.nodes().stream()
                .sorted(Comparator.comparing((Node node) -> -Objects.requireNonNull(flow.get(node.id()))))
                .forEach(node -> {
                    Place place = new Place(node, numbers.indexOf(node.layer()), false);
                    place.value = Objects.requireNonNull(flow.get(node.id()));
                    places.put(node.id(), place);
                    layers.get(place.layer).add(place);
                });
        List<List<Leg>> routes = new ArrayList<>();
        for (Ribbon ribbon : ribbons.ribbons()) {
            Place target = Objects.requireNonNull(places.get(ribbon.target()));
            Place at = Objects.requireNonNull(places.get(ribbon.source()));
            List<Leg> route = new ArrayList<>();
            for (int layer = at.layer + 1; layer < target.layer; layer++) {
                Place lane = new Place(at.node, layer, true);
                lane.value = ribbon.value();
                layers.get(layer).add(lane);
                route.add(new Leg(at, lane, ribbon));
                at = lane;
            }
            route.add(new Leg(at, target, ribbon));
            routes.add(route);
        }
        order(layers);
        double scale = Math.min(most, scale(layers, label));
        double height = stack(layers, scale, label);
        return new RibbonLayout(boxes(layers), bands(routes, scale), numbers.size(), height, scale);
    }

    /** Orders each layer so that few wide ribbons cross. */
    private static void order(List<List<Place>> layers) {
        List<Place> all = layers.stream().flatMap(List::stream).toList();
        Map<Place, Integer> numbers = new LinkedHashMap<>();
        all.forEach(place -> numbers.put(place, numbers.size()));
        List<Sweep.Leg> legs = all.stream()
                .flatMap(place -> place.out.stream())
                .map(leg -> new Sweep.Leg(
                        Objects.requireNonNull(numbers.get(leg.source)),
                        Objects.requireNonNull(numbers.get(leg.target)),
                        leg.ribbon.value()))
                .toList();
        List<List<Integer>> order = Sweep.order(
                layers.stream()
                        .map(layer -> layer.stream()
                                .map(place -> Objects.requireNonNull(numbers.get(place)))
                                .toList())
                        .toList(),
                legs);
        for (int i = 0; i < layers.size(); i++) {
            layers.set(i, order.get(i).stream().map(all::get).collect(Collectors.toCollection(ArrayList::new)));
        }
    }

    private static double scale(List<List<Place>> layers, double label) {
        int most = layers.stream().mapToInt(List::size).max().orElse(0);
        double wanted = Math.max(160, Math.min(420, most * (label + GAP)));
        double scale = Double.MAX_VALUE;
        for (List<Place> layer : layers) {
            double sum = layer.stream().mapToDouble(place -> place.value).sum();
            if (sum > 0) {
                scale = Math.min(scale, Math.max(wanted / 3, wanted - GAP * layer.size()) / sum);
            }
        }
        return scale == Double.MAX_VALUE ? 0 : scale;
    }

    /** Gives every place its height and top; returns the height of the whole. */
    private static double stack(List<List<Place>> layers, double scale, double label) {
        double tallest = 0;
        for (List<Place> layer : layers) {
            layer.forEach(place -> place.size(scale));
            tallest = Math.max(
                    tallest,
                    layer.stream().mapToDouble(place -> place.slot(label)).sum());
        }
        for (List<Place> layer : layers) {
            double spare = tallest
                    - layer.stream().mapToDouble(place -> place.slot(label)).sum();
            double y = spare / 2;
            for (Place place : layer) {
                place.top = y + (place.slot(label) - place.height) / 2;
                y += place.slot(label);
            }
        }
        for (List<Place> layer : layers) {
            for (Place place : layer) {
                place.out.sort(Comparator.comparing(leg -> leg.target.top));
                place.in.sort(Comparator.comparing(leg -> leg.source.top));
                double y = place.top;
                for (Leg leg : place.out) {
                    leg.start = y;
                    y += leg.width(scale);
                }
                y = place.top;
                for (Leg leg : place.in) {
                    leg.end = y;
                    y += leg.width(scale);
                }
            }
        }
        return tallest;
    }

    private static List<Box> boxes(List<List<Place>> layers) {
        return layers.stream()
                .flatMap(List::stream)
                .filter(place -> !place.lane)
                .map(place -> new Box(place.node, place.layer, place.top, place.height, place.value))
                .collect(ImmutableList.toImmutableList());
    }

    private static List<Band> bands(List<List<Leg>> routes, double scale) {
        ImmutableList.Builder<Band> bands = ImmutableList.builder();
        for (List<Leg> route : routes) {
            Leg first = route.get(0);
            ImmutableList.Builder<Double> tops = ImmutableList.<Double>builder().add(first.start);
            route.forEach(leg -> tops.add(leg.end));
            bands.add(new Band(first.ribbon, first.width(scale), first.source.layer, tops.build()));
        }
        return bands.build();
    }
}
