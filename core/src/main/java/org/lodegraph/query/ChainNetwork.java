package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodegraph.measure.Range;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Id;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Names;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Technology;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Network;
import org.lodegraph.report.Network.Link;
import org.lodegraph.report.Network.Mark;
import org.lodegraph.report.Network.Needs;
import org.lodegraph.report.Network.Node;

/** A part of a chain as a network: a material takes any recipe that makes it, a recipe all that it is made from. */
final class ChainNetwork {

    /** So many names are told in a node; the others are counted. */
    private static final int NAMED = 3;

    /** A country that can run a recipe, and its share where that is told. */
    record Maker(CountryId country, Optional<Range> share) {}

    /** Why a material or a recipe is marked. */
    record Marked(Mark mark, String why) {}

    /** Those who want a material, or any of several. */
    record End(List<MaterialId> materials, List<? extends Id> consumers) {}

    private final Scope scope;
    private final Names names;
    private final Technology technology;
    private final Function<Recipe, List<Maker>> makers;
    private final Function<Id, Optional<Marked>> marks;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    /**
     * @param makers who can run a recipe, the largest first
     * @param marks what is special about a material or a recipe
     */
    ChainNetwork(Scope scope, Function<Recipe, List<Maker>> makers, Function<Id, Optional<Marked>> marks) {
        this.scope = scope;
        this.names = Names.of(scope.chain());
        this.technology = Technology.of(scope.chain());
        this.makers = makers;
        this.marks = marks;
    }

    /** The network; a recipe that may not run is marked as such, whatever else is said of it. */
    Network of(Caption caption, List<End> ends) {
        scope.materials().forEach(this::material);
        ends.forEach(this::end);
        scope.recipes().forEach(this::recipe);
        return new Network(caption, nodes, links);
    }

    private static String key(MaterialId material) {
        return "material " + material;
    }

    /** The first few, and how many more there are. */
    static List<String> few(List<String> all) {
        return all.size() <= NAMED + 1
                ? all
                : ImmutableList.<String>builder()
                        .addAll(all.subList(0, NAMED))
                        .add(all.size() - NAMED + " others")
                        .build();
    }

    private void add(Node node, Optional<Marked> marked) {
        nodes.add(marked.map(found -> node.mark(found.mark(), found.why())).orElse(node));
    }

    // ---- materials and demand

    private void material(MaterialId material) {
        add(
                Node.of(
                        key(material),
                        names.name(material),
                        scope.depths().of(material),
                        Needs.ANY,
                        scope.chain().material(material).boundary()
                                ? new String[] {"taken as unlimited"}
                                : new String[0]),
                marks.apply(material));
    }

    private void end(End end) {
        String key = "demand " + end.materials().get(0);
        int depth = end.materials().stream().mapToInt(scope.depths()::of).max().orElseThrow();
        nodes.add(Node.of(
                key,
                "wanted",
                depth + 1,
                Needs.END,
                "by "
                        + String.join(
                                ", ",
                                few(end.consumers().stream().map(names::name).toList()))));
        end.materials().forEach(material -> links.add(Link.of(key(material), key)));
    }

    // ---- recipes

    private void recipe(Recipe recipe) {
        String key = "recipe " + recipe.id();
        boolean named = recipe.stage().isPresent()
                && scope.recipes().stream()
                        .noneMatch(other -> !other.equals(recipe)
                                && other.makes(recipe.reference())
                                && other.stage().equals(recipe.stage()));
        // A recipe of several products has other shares in each.
        boolean shares =
                named && recipe.materials().stream().filter(recipe::makes).count() == 1;
        add(
                Node.of(
                                key,
                                recipe.stage()
                                        .filter(stage -> named)
                                        .map(Words::of)
                                        .orElse(recipe.id().value()),
                                scope.depths().of(recipe.id()),
                                Needs.ALL)
                        .in(few(makers.apply(recipe).stream()
                                .map(maker -> names.name(maker.country()) + (shares ? share(maker) : ""))
                                .toList())),
                blocked(recipe)
                        .map(policy -> new Marked(Mark.BLOCKED, policy.name()))
                        .or(() -> marks.apply(recipe.id())));
        recipe.inputs().keySet().stream()
                .filter(scope.materials()::contains)
                .forEach(input -> links.add(Link.of(key(input), key)));
        recipe.materials().stream()
                .filter(recipe::makes)
                .filter(scope.materials()::contains)
                .forEach(made -> links.add(Link.of(key, key(made))));
    }

    /** The policy that keeps every line from running it. */
    private Optional<Policy> blocked(Recipe recipe) {
        List<InstalledLine> lines = installed(scope, recipe).toList();
        return lines.stream().allMatch(line -> !technology.allows(line, recipe.id()))
                ? lines.stream()
                        .flatMap(line -> technology.blocking(line, recipe.id()).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Where a recipe is installed. */
    static Stream<InstalledLine> installed(Scope scope, Recipe recipe) {
        return scope.chain().linesMaking(recipe.reference()).stream()
                .filter(line -> line.line().recipes().contains(recipe.id()));
    }

    private static String share(Maker maker) {
        return maker.share()
                .filter(share -> share.low() != 0 || share.high() != 1)
                .map(share -> " " + share)
                .orElse("");
    }
}
