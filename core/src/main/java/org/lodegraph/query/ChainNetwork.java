package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodegraph.measure.Range;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Names;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Technology;
import org.lodegraph.query.Overview.Maker;
import org.lodegraph.query.Overview.Making;
import org.lodegraph.query.Overview.Narrow;
import org.lodegraph.query.Overview.Wanted;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Network;
import org.lodegraph.report.Network.Link;
import org.lodegraph.report.Network.Mark;
import org.lodegraph.report.Network.Needs;
import org.lodegraph.report.Network.Node;

/** A chain as a network: a material takes any recipe that makes it, a recipe all that it is made from. */
final class ChainNetwork {

    /** So many countries are named in a node; the others are counted. */
    private static final int NAMED = 3;

    private final SupplyChain chain;
    private final Depths depths;
    private final Names names;
    private final Technology technology;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    ChainNetwork(SupplyChain chain, Depths depths) {
        this.chain = chain;
        this.depths = depths;
        this.names = Names.of(chain);
        this.technology = Technology.of(chain);
    }

    /** The network, without sources in its caption. */
    Network of(
            Set<MaterialId> materials,
            List<Recipe> recipes,
            List<Making> steps,
            List<Wanted> demands,
            List<Narrow> narrow) {
        for (MaterialId material : materials) {
            Node node = Node.of(
                    key(material),
                    names.name(material),
                    depths.of(material),
                    Needs.ANY,
                    chain.material(material).boundary() ? new String[] {"taken as unlimited"} : new String[0]);
            nodes.add(narrow.stream()
                    .filter(each -> each.material().equals(material))
                    .findFirst()
                    .map(each -> node.mark(Mark.NARROW, words(names.name(each.holder()), each)))
                    .orElse(node));
            wanted(material, demands);
        }
        recipes.forEach(recipe -> recipe(recipe, materials, recipes, steps));
        return new Network(Caption.of("From ore to use: what is made of what").year(chain.year()), nodes, links);
    }

    private static String key(MaterialId material) {
        return "material " + material;
    }

    /** Such as {@code only China}. */
    static String words(String holder, Narrow narrow) {
        return switch (narrow.why()) {
            case ONE_LINE -> "one line only, " + holder;
            case ONE_COUNTRY -> "only " + holder;
            case LARGEST_SHARE -> "%s %s".formatted(holder, narrow.share());
        };
    }

    // ---- demand

    private void wanted(MaterialId material, List<Wanted> demands) {
        Set<CountryId> consumers = new LinkedHashSet<>();
        demands.stream()
                .filter(wanted -> wanted.demand().material().equals(material))
                .forEach(wanted -> consumers.add(wanted.demand().consumer()));
        if (!consumers.isEmpty()) {
            String key = "demand " + material;
            nodes.add(Node.of(
                    key,
                    "wanted",
                    depths.of(material) + 1,
                    Needs.END,
                    "by " + listed(consumers.stream().map(names::name).toList())));
            links.add(Link.of(key(material), key));
        }
    }

    private static String listed(List<String> all) {
        int more = all.size() - NAMED;
        return more <= 1
                ? String.join(", ", all)
                : String.join(", ", all.subList(0, NAMED)) + " and %s others".formatted(more);
    }

    // ---- recipes

    private void recipe(Recipe recipe, Set<MaterialId> materials, List<Recipe> recipes, List<Making> steps) {
        String key = "recipe " + recipe.id();
        boolean named = recipe.stage().isPresent()
                && recipes.stream()
                        .noneMatch(other -> !other.equals(recipe)
                                && other.makes(recipe.reference())
                                && other.stage().equals(recipe.stage()));
        List<InstalledLine> lines = chain.linesMaking(recipe.reference()).stream()
                .filter(line -> line.line().recipes().contains(recipe.id()))
                .toList();
        Node node = Node.of(
                key,
                recipe.stage()
                        .filter(stage -> named)
                        .map(Words::of)
                        .orElse(recipe.id().value()),
                depths.of(recipe.id()),
                Needs.ALL,
                // A recipe of several products has other shares in each.
                makers(
                        recipe,
                        named
                                && recipe.materials().stream()
                                                .filter(recipe::makes)
                                                .count()
                                        == 1,
                        lines,
                        steps));
        nodes.add(blocked(recipe, lines)
                .map(policy -> node.mark(Mark.BLOCKED, policy.name()))
                .orElse(node));
        recipe.inputs().keySet().stream()
                .filter(materials::contains)
                .forEach(input -> links.add(Link.of(key(input), key)));
        recipe.materials().stream()
                .filter(recipe::makes)
                .filter(materials::contains)
                .forEach(made -> links.add(Link.of(key, key(made))));
    }

    /** The policy that keeps every line from running it. */
    private Optional<Policy> blocked(Recipe recipe, List<InstalledLine> lines) {
        return lines.stream().allMatch(line -> !technology.allows(line, recipe.id()))
                ? lines.stream()
                        .flatMap(line -> technology.blocking(line, recipe.id()).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Who can run it, the largest first: any of them will do. */
    private String[] makers(Recipe recipe, boolean shares, List<InstalledLine> lines, List<Making> steps) {
        Set<CountryId> countries = lines.stream().map(InstalledLine::country).collect(ImmutableSet.toImmutableSet());
        List<Maker> makers = steps.stream()
                .filter(step -> step.material().equals(recipe.reference())
                        && step.stage().equals(recipe.stage()))
                .flatMap(step -> step.makers().stream())
                .filter(maker -> countries.contains(maker.country()))
                .collect(ImmutableList.toImmutableList());
        if (makers.size() < 2) {
            return makers.stream()
                    .map(maker -> "in " + names.name(maker.country()))
                    .toArray(String[]::new);
        }
        int named = makers.size() > NAMED + 1 ? NAMED : makers.size();
        List<String> told = new ArrayList<>();
        told.add("any of");
        makers.subList(0, named).forEach(maker -> told.add(names.name(maker.country()) + (shares ? share(maker) : "")));
        if (named < makers.size()) {
            told.add("%s others".formatted(makers.size() - named));
        }
        return told.toArray(String[]::new);
    }

    private static String share(Maker maker) {
        Range share = maker.share();
        return share.low() == 0 && share.high() == 1 ? "" : " " + share;
    }
}
