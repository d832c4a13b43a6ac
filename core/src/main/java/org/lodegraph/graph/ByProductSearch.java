package org.lodegraph.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.FacilityId;
import org.lodegraph.model.LineId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Mobility;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.Role;
import org.lodegraph.model.SupplyChain;

/** Follows what comes out of host recipes until it can leave its facility. */
final class ByProductSearch {

    private static final Range ONE = Range.exactly(1, Unit.ONE);

    private final SupplyChain chain;
    private final ImmutableListMultimap<MaterialId, Recipe> users;
    private final Map<FacilityId, ImmutableListMultimap.Builder<RecipeId, LineId>> installed = new LinkedHashMap<>();

    ByProductSearch(SupplyChain chain) {
        this.chain = chain;
        ImmutableListMultimap.Builder<MaterialId, Recipe> using = ImmutableListMultimap.builder();
        chain.recipes()
                .values()
                .forEach(recipe -> recipe.inputs().keySet().forEach(material -> using.put(material, recipe)));
        users = using.build();
        SupplyGraph.of(chain).nodes().stream()
                .filter(Node.Run.class::isInstance)
                .map(Node.Run.class::cast)
                .sorted(Comparator.comparing(Node.Run::line))
                .forEach(run -> installed
                        .computeIfAbsent(run.line().facility(), facility -> ImmutableListMultimap.builder())
                        .put(run.recipe(), run.line()));
    }

    ImmutableList<ByProductLink> links() {
        Deque<Trail> open = new ArrayDeque<>();
        chain.recipes().values().forEach(recipe -> open.addAll(starts(recipe)));
        List<ByProductLink> links = new ArrayList<>();
        while (!open.isEmpty()) {
            Trail trail = open.remove();
            if (chain.material(trail.last()).mobility() == Mobility.SITE) {
                open.addAll(steps(trail));
            } else {
                links.add(link(trail));
            }
        }
        links.sort(Comparator.comparing(ByProductLink::host)
                .thenComparing(ByProductLink::companion)
                .thenComparing(link -> link.recipes().toString()));
        return ImmutableList.copyOf(links);
    }

    /** Every pair of a host output and something that comes along with it. */
    private List<Trail> starts(Recipe recipe) {
        Map<MaterialId, Range> hosts = new LinkedHashMap<>();
        if (recipe.role() == Role.HOST) {
            hosts.put(recipe.reference(), ONE);
        }
        recipe.yields().forEach((material, yield) -> {
            if (yield.role() == Role.HOST) {
                hosts.put(material, range(yield.coefficient()));
            }
        });
        List<Trail> starts = new ArrayList<>();
        hosts.forEach((host, tons) -> recipe.yields().forEach((material, yield) -> {
            if (yield.role().discardable() && isWorthIt(material, yield.role())) {
                starts.add(new Trail(host, yield.role(), ImmutableList.of(), ImmutableList.of(), ONE)
                        .then(recipe, material, ratio(range(yield.coefficient()), tons)));
            }
        }));
        return starts;
    }

    private List<Trail> steps(Trail trail) {
        List<Trail> steps = new ArrayList<>();
        for (Recipe recipe : users.get(trail.last())) {
            if (!trail.recipes().contains(recipe)) {
                Range needed = range(Objects.requireNonNull(recipe.inputs().get(trail.last())));
                steps.add(trail.then(recipe, recipe.reference(), ratio(ONE, needed)));
                recipe.yields().forEach((material, yield) -> {
                    if (isWorthIt(material, yield.role())) {
                        steps.add(trail.then(recipe, material, ratio(range(yield.coefficient()), needed)));
                    }
                });
            }
        }
        return steps;
    }

    private boolean isWorthIt(MaterialId material, Role role) {
        return role != Role.WASTE || users.containsKey(material);
    }

    private ByProductLink link(Trail trail) {
        ImmutableList<RecipeId> recipes =
                trail.recipes().stream().map(Recipe::id).collect(ImmutableList.toImmutableList());
        List<ByProductLink.Site> sites = new ArrayList<>();
        installed.forEach((facility, builder) -> {
            ImmutableListMultimap<RecipeId, LineId> lines = builder.build();
            if (lines.containsKey(recipes.get(0))) {
                sites.add(new ByProductLink.Site(
                        facility, recipes.stream().map(lines::get).collect(ImmutableList.toImmutableList())));
            }
        });
        return new ByProductLink(
                trail.host(),
                trail.last(),
                trail.role(),
                recipes,
                trail.streams(),
                Range.spanning(trail.perTon().low(), trail.perTon().high(), Unit.ONE),
                sites);
    }

    private static Range range(Figure figure) {
        return new Range(figure.at(Reading.LOW, Unit.ONE), figure.at(Reading.HIGH, Unit.ONE), Unit.ONE);
    }

    private static Range ratio(Range above, Range below) {
        return new Range(above.low() / below.high(), above.high() / below.low(), Unit.ONE);
    }

    /** Where the search stands: the steps taken, and tons of the last stream per ton of host. */
    private record Trail(MaterialId host, Role role, List<Recipe> recipes, List<MaterialId> streams, Range perTon) {

        MaterialId last() {
            return streams.get(streams.size() - 1);
        }

        Trail then(Recipe recipe, MaterialId output, Range perTonOfStream) {
            return new Trail(
                    host,
                    role,
                    ImmutableList.<Recipe>builder().addAll(recipes).add(recipe).build(),
                    ImmutableList.<MaterialId>builder()
                            .addAll(streams)
                            .add(output)
                            .build(),
                    new Range(
                            perTon.low() * perTonOfStream.low(), perTon.high() * perTonOfStream.high(), perTon.unit()));
        }
    }
}
