package org.lodegraph.query;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lodegraph.graph.ByProductLink;
import org.lodegraph.graph.ByProductLinks;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;

/**
 * How a companion can come about, wherever that is installed: hosts leave streams, steps take them, and the last steps, the
 * circuits, make the companion. Some hosts yield it themselves too. A host that takes the stream of another is no step: it runs for its own product.
 */
final class CompanionWays {

    private final MaterialId companion;
    private final Unit unit;
    private final ImmutableSet<Recipe> circuits;
    private final ImmutableList<ByProductLink> links;
    private final ImmutableList<Way> ways;
    private final ImmutableSet<Recipe> direct;

    /**
     * From a host to the companion.
     *
     * @param recipes the host recipe, then the steps that take its stream, last a circuit
     * @param streams what passes between them
     */
    private record Way(List<Recipe> recipes, List<MaterialId> streams) {

        Recipe host() {
            return recipes.get(0);
        }

        List<Recipe> steps() {
            return recipes.subList(1, recipes.size());
        }

        Recipe circuit() {
            return recipes.get(recipes.size() - 1);
        }
    }

    CompanionWays(SupplyChain chain, MaterialId companion) {
        this.companion = companion;
        unit = chain.material(companion).rateUnit();
        circuits = chain.recipes().values().stream()
                .filter(recipe -> recipe.reference().equals(companion))
                .collect(toImmutableSet());
        links = ByProductLinks.of(chain).to(companion).stream()
                .filter(link -> isDirect(link)
                        || circuits.contains(
                                chain.recipe(link.recipes().get(link.recipes().size() - 1))))
                .collect(toImmutableList());
        direct = links.stream()
                .filter(CompanionWays::isDirect)
                .map(link -> chain.recipe(link.recipes().get(0)))
                .collect(toImmutableSet());
        ways = links.stream()
                .filter(link -> !isDirect(link))
                .map(link -> new Way(
                        link.recipes().stream().map(chain::recipe).toList(),
                        link.streams().subList(0, link.streams().size() - 1)))
                .distinct()
                .collect(toImmutableList());
        if (ways.isEmpty()) {
            List<Recipe> beside = chain.recipes().values().stream()
                    .filter(recipe -> recipe.makes(companion))
                    .toList();
            if (circuits.isEmpty() && !beside.isEmpty()) {
                throw new IllegalArgumentException(
                        "By-product '%s': no recipe makes it for its own sake, and what others yield of it is not read here (recipe '%s' yields it beside '%s'). Maybe let a recipe make it."
                                .formatted(
                                        companion,
                                        beside.get(0).id(),
                                        beside.get(0).reference()));
            }
            throw new IllegalArgumentException(
                    "By-product '%s': no recipe makes it from a stream that a host leaves at its site (%s recipes make it). Maybe let a recipe that is asHost() yield a stream of mobility SITE, Material.atSite()."
                            .formatted(companion, circuits.size()));
        }
    }

    private static boolean isDirect(ByProductLink link) {
        return link.recipes().size() == 1;
    }

    MaterialId companion() {
        return companion;
    }

    /** T/a of the companion. */
    Unit unit() {
        return unit;
    }

    /** What users see of the ways. */
    ImmutableList<ByProductLink> links() {
        return links;
    }

    /** Recipes that make the companion, from a stream or not. */
    ImmutableSet<Recipe> circuits() {
        return circuits;
    }

    boolean isHost(Recipe recipe) {
        return isDirect(recipe) || ways.stream().anyMatch(way -> way.host().equals(recipe));
    }

    /** Whether a host recipe yields the companion itself, without a circuit. */
    boolean isDirect(Recipe recipe) {
        return direct.contains(recipe);
    }

    /** The circuits that live on a host, and the hosts that need none. */
    ImmutableSet<Recipe> hosted() {
        return Stream.concat(ways.stream().map(Way::circuit), direct.stream()).collect(toImmutableSet());
    }

    /** What a host recipe leaves on the way to the companion. */
    ImmutableSet<MaterialId> left(Recipe host) {
        return ways.stream()
                .filter(way -> way.host().equals(host))
                .map(way -> way.streams().get(0))
                .collect(toImmutableSet());
    }

    /** All that any host leaves. */
    ImmutableSet<MaterialId> left() {
        return ways.stream().map(way -> way.streams().get(0)).collect(toImmutableSet());
    }

    /** The steps on the way to some circuits. */
    ImmutableSet<Recipe> steps(Predicate<Recipe> circuit) {
        return ways.stream()
                .filter(way ->
                        circuit.test(way.circuit()) && way.steps().stream().noneMatch(this::isHost))
                .flatMap(way -> way.steps().stream())
                .collect(toImmutableSet());
    }

    /** The streams that a recipe takes; one that takes none is fed from elsewhere. */
    ImmutableSet<MaterialId> takes(Recipe step) {
        return streams().filter(step.inputs()::containsKey).collect(toImmutableSet());
    }

    /** What a recipe makes on the way, the companion too. */
    ImmutableSet<MaterialId> makes(Recipe step) {
        Set<MaterialId> streams = streams().filter(step::makes).collect(toImmutableSet());
        return circuits.contains(step)
                ? ImmutableSet.<MaterialId>builder()
                        .addAll(streams)
                        .add(companion)
                        .build()
                : ImmutableSet.copyOf(streams);
    }

    private Stream<MaterialId> streams() {
        return ways.stream().flatMap(way -> way.streams().stream()).distinct();
    }
}
