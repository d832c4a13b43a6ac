package org.lodegraph.graph;

import static java.util.Comparator.comparing;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.FacilityId;
import org.lodegraph.model.Id;
import org.lodegraph.model.LineId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.SupplyChain;

/** Draws the projections of a chain: looks at its graph and leaves out what lies between. */
final class Sketch {

    private final SupplyGraph graph;
    private final Moves moves;
    private final Throughput most;

    Sketch(SupplyChain chain, Fallback... counting) {
        graph = SupplyGraph.of(chain);
        moves = new Moves(graph, Sets.immutableEnumSet(Arrays.asList(counting)));
        most = new Throughput(chain);
    }

    Projection<MaterialId, Conversion> materials() {
        record Key(MaterialId source, MaterialId target, RecipeId recipe) {}
        Map<Key, Map<LineId, Double>> tons = new LinkedHashMap<>();
        nodes(Node.Run.class).filter(moves::counts).forEach(run -> {
            for (Arc in : graph.asGraph().incomingEdgesOf(run)) {
                for (Arc out : graph.asGraph().outgoingEdgesOf(run)) {
                    if (in instanceof Arc.Feeds feeds && out instanceof Arc.Yields yields) {
                        Key key = new Key(
                                feeds.source().material(), yields.target().material(), run.recipe());
                        tons.computeIfAbsent(key, each -> new TreeMap<>())
                                .put(run.line(), most.run(run.line(), yields.coefficient()));
                    }
                }
            }
        });
        List<Conversion> arcs = new ArrayList<>();
        tons.forEach((key, lines) -> arcs.add(
                new Conversion(key.source, key.target, key.recipe, lines.keySet(), Throughput.sum(lines.values()))));
        return projection(nodes(Node.Place.class).map(Node.Place::material), arcs, comparing(Conversion::recipe));
    }

    Projection<FacilityId, Passage<FacilityId>> facilities() {
        return projection(
                nodes(Node.Run.class).map(run -> run.line().facility()),
                nodes(Node.Place.class)
                        .flatMap(from -> passagesFrom(from).stream())
                        .toList(),
                comparing(Passage::material));
    }

    /** From each facility that makes a material into a place to each that takes it from wherever it gets. */
    private List<Passage<FacilityId>> passagesFrom(Node.Place from) {
        Map<FacilityId, List<Arc>> makers =
                byFacility(moves.into(from), arc -> arc instanceof Arc.Yields yields ? yields.source() : null);
        List<Passage<FacilityId>> passages = new ArrayList<>();
        moves.reach(from).forEach((to, step) -> {
            Map<FacilityId, List<Arc>> users =
                    byFacility(moves.outOf(to), arc -> arc instanceof Arc.Feeds feeds ? feeds.target() : null);
            makers.forEach((maker, made) -> users.forEach((user, needed) -> passages.add(
                    passage(maker, user, from.material(), step, Math.min(most.of(made), most.of(needed))))));
        });
        return passages;
    }

    Projection<CountryId, Passage<CountryId>> countries() {
        record Key(CountryId source, CountryId target, MaterialId material) {}
        Map<Key, Passage<CountryId>> arcs = new LinkedHashMap<>();
        nodes(Node.Place.class)
                .forEach(from -> moves.from(from).forEach((to, step) -> {
                    Key key = new Key(country(from), country(to), from.material());
                    double made = most.of(moves.into(from).toList());
                    arcs.merge(key, passage(key.source, key.target, key.material, step, made), Passage::or);
                }));
        return projection(
                nodes(Node.Place.class)
                        .filter(place -> !(place instanceof Node.OnSite))
                        .map(Sketch::country),
                arcs.values().stream().map(this::capped).toList(),
                comparing(Passage::material));
    }

    private static Map<FacilityId, List<Arc>> byFacility(Stream<Arc> arcs, Function<Arc, Node.@Nullable Run> run) {
        Map<FacilityId, List<Arc>> found = new TreeMap<>();
        arcs.forEach(arc -> {
            Node.Run at = run.apply(arc);
            if (at != null) {
                found.computeIfAbsent(at.line().facility(), each -> new ArrayList<>())
                        .add(arc);
            }
        });
        return found;
    }

    private <V> Passage<V> passage(V source, V target, MaterialId material, Moves.Step step, double made) {
        double carried = step.free()
                ? Double.POSITIVE_INFINITY
                : Throughput.sum(step.links().stream().map(most::link).toList());
        return new Passage<>(source, target, material, step.free(), step.links(), Math.min(made, carried));
    }

    /** At most what the target can use. */
    private Passage<CountryId> capped(Passage<CountryId> arc) {
        double used = most.of(
                moves.outOf(new Node.Usable(arc.material(), arc.target())).toList());
        return new Passage<>(
                arc.source(), arc.target(), arc.material(), arc.free(), arc.links(), Math.min(arc.capacity(), used));
    }

    private static CountryId country(Node.Place place) {
        if (place instanceof Node.Made made) {
            return made.country();
        }
        return ((Node.Usable) place).country();
    }

    private <N extends Node> Stream<N> nodes(Class<N> kind) {
        return graph.nodes().stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Sorted, without what stays inside a vertex. */
    private static <V extends Id & Comparable<V>, A extends Projection.Arc<V>> Projection<V, A> projection(
            Stream<V> vertices, Collection<A> arcs, Comparator<A> last) {
        return new Projection<>(
                vertices.distinct().sorted().toList(),
                arcs.stream()
                        .filter(arc -> !arc.source().equals(arc.target()))
                        .sorted(Comparator.<A, V>comparing(Projection.Arc::source)
                                .thenComparing(Projection.Arc::target)
                                .thenComparing(last))
                        .toList());
    }
}
