package org.lodegraph.render;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Orders places within layers so that few lines between neighboring layers cross: sweeps to and fro, each place at the
 * center of those that it is joined to, and the best order seen is kept (Sugiyama, Tagawa and Toda 1981).
 */
final class Sweep {

    private static final int SWEEPS = 12;

    /** A line between two places of neighboring layers, and how much it matters. */
    record Leg(int source, int target, double weight) {}

    private final List<List<Integer>> layers = new ArrayList<>();
    private final ImmutableListMultimap<Integer, Leg> in;
    private final ImmutableListMultimap<Integer, Leg> out;
    private final double[] rank;

    private Sweep(List<List<Integer>> layers, List<Leg> legs) {
        layers.forEach(layer -> this.layers.add(new ArrayList<>(layer)));
        in = Multimaps.index(legs, Leg::target);
        out = Multimaps.index(legs, Leg::source);
        rank = new double[layers.stream().mapToInt(List::size).sum()];
    }

    /**
     * The order with the fewest crossings that was found.
     *
     * @param layers places, numbered from 0, in the order that decides where nothing else does
     * @param legs the lines between them
     */
    static List<List<Integer>> order(List<List<Integer>> layers, List<Leg> legs) {
        return new Sweep(layers, legs).best();
    }

    private List<List<Integer>> best() {
        layers.forEach(this::rank);
        List<List<Integer>> best = copy();
        double fewest = crossings();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int i = 1; i < layers.size(); i++) {
                List<Integer> layer = layers.get(down ? i : layers.size() - 1 - i);
                double[] centers = new double[rank.length];
                layer.forEach(place -> centers[place] = center(place, down));
                layer.sort(Comparator.comparing(place -> centers[place]));
                rank(layer);
            }
            double crossings = crossings();
            if (crossings < fewest) {
                fewest = crossings;
                best = copy();
            }
        }
        return best;
    }

    private List<List<Integer>> copy() {
        return layers.stream().map(ImmutableList::copyOf).collect(ImmutableList.toImmutableList());
    }

    private void rank(List<Integer> layer) {
        for (int i = 0; i < layer.size(); i++) {
            rank[layer.get(i)] = (i + 0.5) / layer.size();
        }
    }

    private double center(int place, boolean down) {
        double weight = 0;
        double sum = 0;
        for (Leg leg : down ? in.get(place) : out.get(place)) {
            double value = leg.weight() + Double.MIN_NORMAL;
            weight += value;
            sum += value * rank[down ? leg.source() : leg.target()];
        }
        return weight > 0 ? sum / weight : rank[place];
    }

    /** What crosses, each crossing by the lighter of its two lines. */
    private double crossings() {
        double sum = 0;
        for (List<Integer> layer : layers) {
            List<Leg> legs =
                    layer.stream().flatMap(place -> out.get(place).stream()).toList();
            for (int i = 0; i < legs.size(); i++) {
                for (int j = 0; j < i; j++) {
                    Leg one = legs.get(i);
                    Leg two = legs.get(j);
                    if ((rank[one.source()] - rank[two.source()]) * (rank[one.target()] - rank[two.target()]) < 0) {
                        sum += Math.min(one.weight(), two.weight());
                    }
                }
            }
        }
        return sum;
    }
}
