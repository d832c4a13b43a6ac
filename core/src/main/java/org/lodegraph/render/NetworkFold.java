package org.lodegraph.render;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.lodegraph.report.Network;
import org.lodegraph.report.Network.Link;
import org.lodegraph.report.Network.Mark;
import org.lodegraph.report.Network.Needs;
import org.lodegraph.report.Network.Node;

/** Draws what is too much of a network as one: neighboring layers, and what is left of a layer beyond its main nodes. */
final class NetworkFold {

    /** So many layers at most. */
    static final int LAYERS = 12;

    /** So many nodes of a layer at most. */
    static final int NODES = 5;

    /** So many links at most pass a layer without ending there. */
    static final int LANES = 6;

    private NetworkFold() {}

    /** The network itself if it is small. */
    static Network fold(Network network) {
        List<Integer> numbers = ImmutableList.copyOf(
                new TreeSet<>(network.nodes().stream().map(Node::layer).toList()));
        Map<String, Long> links = new LinkedHashMap<>();
        for (Link link : network.links()) {
            links.merge(link.source(), 1L, Long::sum);
            links.merge(link.target(), 1L, Long::sum);
        }
        ImmutableListMultimap<Integer, Node> layers = Multimaps.index(
                network.nodes(),
                node -> numbers.size() <= LAYERS
                        ? numbers.indexOf(node.layer())
                        : numbers.indexOf(node.layer()) * LAYERS / numbers.size());
        ImmutableList.Builder<Node> nodes = ImmutableList.builder();
        Map<String, String> home = new LinkedHashMap<>();
        for (int layer : new TreeSet<>(layers.keySet())) {
            List<Node> members = layers.get(layer);
            List<Node> ranked = members.stream()
                    .sorted(Comparator.comparing((Node node) -> node.mark())
                            .reversed()
                            .thenComparing(node -> -links.getOrDefault(node.id(), 0L)))
                    .toList();
            int kept = members.size() > NODES ? NODES - 1 : members.size();
            List<Node> main = ranked.subList(0, kept);
            for (Node node : members) {
                if (main.contains(node)) {
                    home.put(node.id(), node.id());
                    nodes.add(node.at(layer));
                }
            }
            if (kept < members.size()) {
                Node rest = rest(layer, ranked.subList(kept, members.size()));
                ranked.subList(kept, members.size()).forEach(node -> home.put(node.id(), rest.id()));
                nodes.add(rest);
            }
        }
        List<Node> drawn = nodes.build();
        return new Network(network.caption(), drawn, near(merged(network.links(), home), drawn));
    }

    private static Node rest(int layer, List<Node> rest) {
        Needs needs = rest.get(0).needs();
        boolean alike = rest.stream().allMatch(node -> node.needs() == needs);
        long marked = rest.stream().filter(node -> node.mark() != Mark.PLAIN).count();
        return new Node(
                rest.get(0).id(),
                rest.size() + " others",
                layer,
                alike ? needs : Needs.ANY,
                ImmutableList.of(),
                marked == 0 ? ImmutableList.of() : ImmutableList.of(marked + " of them marked"),
                Mark.PLAIN,
                "");
    }

    /** A link for each two that any link joins; marked if all of them are, alike. Within one there is none. */
    private static List<Link> merged(List<Link> links, Map<String, String> home) {
        Map<List<String>, List<Mark>> lanes = new LinkedHashMap<>();
        for (Link link : links) {
            String source = Objects.requireNonNull(home.get(link.source()));
            String target = Objects.requireNonNull(home.get(link.target()));
            if (!source.equals(target)) {
                lanes.computeIfAbsent(ImmutableList.of(source, target), lane -> new ArrayList<>())
                        .add(link.mark());
            }
        }
        ImmutableList.Builder<Link> merged = ImmutableList.builder();
        lanes.forEach((lane, marks) -> merged.add(new Link(
                lane.get(0), lane.get(1), marks.stream().distinct().count() == 1 ? marks.get(0) : Mark.PLAIN)));
        return merged.build();
    }

    /** Without the longest of the links that pass a layer, where too many do; what is marked goes first. */
    private static List<Link> near(List<Link> links, List<Node> nodes) {
        List<Integer> layers = ImmutableList.copyOf(
                new TreeSet<>(nodes.stream().map(Node::layer).toList()));
        Map<String, Integer> at = new LinkedHashMap<>();
        nodes.forEach(node -> at.put(node.id(), layers.indexOf(node.layer())));
        int[] lanes = new int[layers.size()];
        Set<Link> kept = new LinkedHashSet<>();
        links.stream()
                .sorted(Comparator.comparing((Link link) -> link.mark())
                        .reversed()
                        .thenComparing(link -> at.getOrDefault(link.target(), 0) - at.getOrDefault(link.source(), 0)))
                .forEach(link -> {
                    int from = at.getOrDefault(link.source(), 0) + 1;
                    int to = at.getOrDefault(link.target(), 0);
                    if (IntStream.range(from, to).allMatch(layer -> lanes[layer] < LANES)) {
                        IntStream.range(from, to).forEach(layer -> lanes[layer]++);
                        kept.add(link);
                    }
                });
        return links.stream().filter(kept::contains).collect(ImmutableList.toImmutableList());
    }
}
