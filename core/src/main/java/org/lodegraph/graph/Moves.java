package org.lodegraph.graph;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.lodegraph.model.LinkId;

/**
 * How materials get from where there is some to where it is used: the places of a graph and the steps from one to another,
 * with pools and lanes folded into them. Only what counts has a part; a place that nothing supplies or nobody uses has no
 * steps. What comes from beyond the chain's boundary comes from nobody.
 */
final class Moves {

    private final Graph<Node, Arc> graph;
    private final Set<Fallback> counted;
    private final Set<Node> supplied;
    private final Set<Node> used;

    /**
     * One step of a material.
     *
     * @param free whether no link is needed
     * @param links links that may be taken, by id
     */
    record Step(boolean free, Set<LinkId> links) {

        static final Step FREE = new Step(true, ImmutableSet.of());

        static Step over(LinkId link) {
            return new Step(false, ImmutableSet.of(link));
        }

        Step or(Step other) {
            return new Step(
                    free || other.free,
                    ImmutableSortedSet.<LinkId>naturalOrder()
                            .addAll(links)
                            .addAll(other.links)
                            .build());
        }
    }

    Moves(SupplyGraph graph, Set<Fallback> counted) {
        this.graph = graph.asGraph();
        this.counted = counted;
        supplied = spread(this::isSource, node -> Graphs.successorListOf(this.graph, node));
        used = spread(this::isUser, node -> Graphs.predecessorListOf(this.graph, node));
    }

    /** Whether a node has a part: a run if its line has. */
    boolean counts(Node node) {
        return node instanceof Node.Run
                ? graph.incomingEdgesOf(node).stream()
                        .map(Arc::source)
                        .allMatch(input -> Fallback.counts(input, counted))
                : Fallback.counts(node, counted);
    }

    /** What brings a material to a place. */
    Stream<Arc> into(Node.Place place) {
        return graph.incomingEdgesOf(place).stream().filter(arc -> supplied.contains(arc.source()));
    }

    /** What takes a material from a place. */
    Stream<Arc> outOf(Node.Place place) {
        return graph.outgoingEdgesOf(place).stream().filter(arc -> used.contains(arc.target()));
    }

    /** The steps from a place to others, in the order of the graph. */
    Map<Node.Place, Step> from(Node.Place place) {
        Map<Node.Place, Step> steps = new LinkedHashMap<>();
        if (isLive(place)) {
            addSteps(place, Step.FREE, steps);
        }
        return steps;
    }

    /** All places that a material reaches from a place, step by step, with the last steps there; the place itself first. */
    Map<Node.Place, Step> reach(Node.Place place) {
        Map<Node.Place, Step> reached = new LinkedHashMap<>();
        reached.put(place, Step.FREE);
        Deque<Node.Place> open = new ArrayDeque<>(reached.keySet());
        while (!open.isEmpty()) {
            from(open.remove()).forEach((to, step) -> {
                if (reached.merge(to, step, Step::or) == step) {
                    open.add(to);
                }
            });
        }
        return reached;
    }

    private boolean isLive(Node node) {
        return supplied.contains(node) && used.contains(node);
    }

    private void addSteps(Node node, Step step, Map<Node.Place, Step> steps) {
        for (Arc arc : graph.outgoingEdgesOf(node)) {
            if (arc instanceof Arc.Ships && isLive(arc.target())) {
                if (arc.target() instanceof Node.Place to) {
                    steps.merge(to, step, Step::or);
                } else {
                    addSteps(
                            arc.target(),
                            arc.target() instanceof Node.Lane lane ? Step.over(lane.link()) : step,
                            steps);
                }
            }
        }
    }

    private boolean isSource(Node node) {
        if (node instanceof Node.Place) {
            return graph.inDegreeOf(node) == 0 && counted.contains(Fallback.LINKS);
        }
        return (node instanceof Node.Run || node instanceof Node.Store) && counts(node);
    }

    private boolean isUser(Node node) {
        return node instanceof Node.Wanted || node instanceof Node.Run && counts(node);
    }

    /** Nodes, and what lies behind them as far as a material moves unchanged. */
    private Set<Node> spread(Predicate<Node> isStart, Function<Node, List<Node>> behind) {
        Set<Node> met = new LinkedHashSet<>();
        graph.vertexSet().stream().filter(isStart).forEach(met::add);
        Deque<Node> open = new ArrayDeque<>(met);
        while (!open.isEmpty()) {
            for (Node node : behind.apply(open.remove())) {
                if (isTransit(node) && met.add(node)) {
                    open.add(node);
                }
            }
        }
        return met;
    }

    private boolean isTransit(Node node) {
        return node instanceof Node.Place
                || node instanceof Node.Pool
                || node instanceof Node.Lane
                || node instanceof Node.StandIn && counts(node);
    }
}
