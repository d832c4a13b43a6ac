package org.lodegraph.render;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.lodegraph.report.Ribbons;
import org.lodegraph.report.Ribbons.Node;
import org.lodegraph.report.Ribbons.Ribbon;
import org.lodegraph.report.Stacks.Piece;
import org.lodegraph.report.Stacks.Stack;

/** Makes what is too much to look at small enough: the largest stay, the rest becomes "n others". */
final class Fold {

    /** The most nodes of one layer. */
    static final int NODES = 12;
    /** The most nodes of one layer where these would have more than {@value #RIBBONS} ribbons among them. */
    private static final int FEWER = 6;

    private static final int RIBBONS = 100;
    /** The most pieces of one stack. */
    static final int PIECES = 10;

    private Fold() {}

    private record Lane(String source, String target, Ribbons.Mark mark) {}

    /**
     * The ribbons with at most {@value #NODES} nodes per layer, fewer where everybody has to do with everybody, and at most one
     * ribbon per pair of nodes and mark.
     */
    static Ribbons fold(Ribbons ribbons) {
        Ribbons folded = fold(ribbons, NODES);
        return folded.ribbons().size() > RIBBONS ? fold(ribbons, FEWER) : folded;
    }

    private static Ribbons fold(Ribbons ribbons, int most) {
        Map<String, Double> flow = throughput(ribbons);
        Map<Integer, List<Node>> layers = new TreeMap<>();
        ribbons.nodes()
                .forEach(node -> layers.computeIfAbsent(node.layer(), layer -> new ArrayList<>())
                        .add(node));
        Map<String, String> home = new LinkedHashMap<>();
        ImmutableList.Builder<Node> nodes = ImmutableList.builder();
        layers.forEach((layer, members) -> {
            List<Node> kept = members;
            if (members.size() > most) {
                List<Node> ranked = members.stream()
                        .sorted(Comparator.comparing((Node node) -> -Objects.requireNonNull(flow.get(node.id()))))
                        .toList();
                kept = ranked.subList(0, most - 1);
                List<Node> rest = ranked.subList(most - 1, ranked.size());
                String id = rest.get(0).id();
                rest.forEach(node -> home.put(node.id(), id));
                nodes.add(new Node(id, rest.size() + " others", layer));
            }
            kept.forEach(node -> home.put(node.id(), node.id()));
            nodes.addAll(kept);
        });
        Map<Lane, Double> merged = new LinkedHashMap<>();
        for (Ribbon ribbon : ribbons.ribbons()) {
            Lane lane = new Lane(
                    Objects.requireNonNull(home.get(ribbon.source())),
                    Objects.requireNonNull(home.get(ribbon.target())),
                    ribbon.mark());
            merged.merge(lane, ribbon.value(), Double::sum);
        }
        ImmutableList.Builder<Ribbon> lanes = ImmutableList.builder();
        merged.forEach((lane, value) -> lanes.add(new Ribbon(lane.source, lane.target, value, lane.mark)));
        return new Ribbons(ribbons.caption(), ribbons.unit(), ribbons.layers(), nodes.build(), lanes.build());
    }

    /** What passes through each node: the larger of what reaches and what leaves it. */
    static Map<String, Double> throughput(Ribbons ribbons) {
        Map<String, Double> in = new LinkedHashMap<>();
        Map<String, Double> out = new LinkedHashMap<>();
        for (Ribbon ribbon : ribbons.ribbons()) {
            out.merge(ribbon.source(), ribbon.value(), Double::sum);
            in.merge(ribbon.target(), ribbon.value(), Double::sum);
        }
        Map<String, Double> flow = new LinkedHashMap<>();
        for (Node node : ribbons.nodes()) {
            flow.put(node.id(), Math.max(in.getOrDefault(node.id(), 0.0), out.getOrDefault(node.id(), 0.0)));
        }
        return flow;
    }

    /** The stack with at most {@value #PIECES} pieces. */
    static Stack fold(Stack stack) {
        if (stack.pieces().size() <= PIECES) {
            return stack;
        }
        List<Piece> ranked = stack.pieces().stream()
                .sorted(Comparator.comparing((Piece piece) -> -piece.share()))
                .toList();
        List<Piece> rest = ranked.subList(PIECES - 1, ranked.size());
        double share = rest.stream().mapToDouble(Piece::share).sum();
        return new Stack(
                stack.label(),
                ImmutableList.<Piece>builder()
                        .addAll(ranked.subList(0, PIECES - 1))
                        .add(new Piece(rest.size() + " others", Math.min(1, share)))
                        .build(),
                stack.remark());
    }
}
