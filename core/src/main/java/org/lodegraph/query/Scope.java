package org.lodegraph.query;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;

/**
 * A part of a chain: some materials, and whatever stands there to make them, running or not.
 *
 * @param chain the chain
 * @param materials the materials, from ore to use
 * @param recipes what makes any of them, by id
 * @param lines where that is installed
 * @param depths how far from the ore it all stands
 */
record Scope(
        SupplyChain chain,
        ImmutableSet<MaterialId> materials,
        ImmutableList<Recipe> recipes,
        ImmutableList<InstalledLine> lines,
        Depths depths) {

    static Scope of(SupplyChain chain, Set<MaterialId> wanted) {
        Predicate<Recipe> counts =
                recipe -> recipe.materials().stream().filter(recipe::makes).anyMatch(wanted::contains);
        ImmutableList<InstalledLine> lines = chain.lines().values().stream()
                .filter(line -> recipes(chain, line).anyMatch(counts))
                .collect(toImmutableList());
        ImmutableList<Recipe> recipes = lines.stream()
                .flatMap(line -> recipes(chain, line))
                .filter(counts)
                .distinct()
                .sorted(Comparator.comparing(Recipe::id))
                .collect(toImmutableList());
        Depths depths = Depths.of(recipes);
        return new Scope(chain, ImmutableSet.copyOf(depths.sorted(wanted)), recipes, lines, depths);
    }

    /** What is installed on a line, counted here or not. */
    static Stream<Recipe> recipes(SupplyChain chain, InstalledLine line) {
        return line.line().recipes().stream().map(chain::recipe);
    }
}
