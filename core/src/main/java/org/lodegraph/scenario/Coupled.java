package org.lodegraph.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.graph.ElementOrder;
import com.google.common.graph.GraphBuilder;
import com.google.common.graph.MutableGraph;
import com.google.common.graph.Traverser;
import java.util.LinkedHashSet;
import java.util.Set;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Spread;
import org.lodegraph.model.Id;
import org.lodegraph.model.Material;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;

/** What an element balance ties together: recipes, through the materials whose contents have a spread. */
final class Coupled {

    private Coupled() {}

    /** All recipes, and all materials whose contents have a spread, each in one group; in the order of the chain. */
    static ImmutableList<ImmutableSet<Id>> groups(SupplyChain chain) {
        MutableGraph<Id> ties =
                GraphBuilder.undirected().nodeOrder(ElementOrder.insertion()).build();
        chain.materials().values().stream().filter(Coupled::isSpread).forEach(material -> ties.addNode(material.id()));
        for (Recipe recipe : chain.recipes().values()) {
            ties.addNode(recipe.id());
            for (MaterialId material : recipe.materials()) {
                if (ties.nodes().contains(material)) {
                    ties.putEdge(recipe.id(), material);
                }
            }
        }
        ImmutableList.Builder<ImmutableSet<Id>> groups = ImmutableList.builder();
        Set<Id> seen = new LinkedHashSet<>();
        for (Id id : ties.nodes()) {
            if (!seen.contains(id)) {
                ImmutableSet<Id> group =
                        ImmutableSet.copyOf(Traverser.forGraph(ties).breadthFirst(id));
                seen.addAll(group);
                groups.add(group);
            }
        }
        return groups.build();
    }

    private static boolean isSpread(Material material) {
        return material.contents().values().stream()
                .anyMatch(figure -> figure instanceof Figure.Known known && !(known.spread() instanceof Spread.Exact));
    }
}
