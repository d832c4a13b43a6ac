package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.SupplyChain;

/** What a material is made of, by whatever stands in a chain, running or not. */
final class Upstream {

    private Upstream() {}

    /** The material and everything that goes into it, step by step. */
    static ImmutableSortedSet<MaterialId> of(SupplyChain chain, MaterialId material) {
        Set<MaterialId> all = new TreeSet<>();
        Deque<MaterialId> open = new ArrayDeque<>(ImmutableList.of(material));
        while (!open.isEmpty()) {
            MaterialId next = open.remove();
            if (all.add(next)) {
                for (InstalledLine line : chain.linesMaking(next)) {
                    for (RecipeId id : line.line().recipes()) {
                        Recipe recipe = chain.recipe(id);
                        if (recipe.makes(next)) {
                            open.addAll(recipe.inputs().keySet());
                        }
                    }
                }
            }
        }
        return ImmutableSortedSet.copyOf(all);
    }
}
