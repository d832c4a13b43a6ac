package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Entity;
import org.lodegraph.model.Facility;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Limit;
import org.lodegraph.model.Line;
import org.lodegraph.model.LineId;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;

/**
 * Cuts out the part of a chain that shares anything scarce with a material: all that is connected with it through
 * recipes, alternatives and shared quotas, up to the boundary materials. What lies outside cannot change the delivery of the material.
 */
final class Cone {

    private final SupplyChain chain;
    private final Set<MaterialId> materials = new TreeSet<>();
    private final Set<LineId> lines = new TreeSet<>();
    private final Set<RecipeId> recipes = new TreeSet<>();
    private final Set<MaterialId> reached = new TreeSet<>();

    private Cone(SupplyChain chain) {
        this.chain = chain;
    }

    /** The part of a chain around a material, a valid chain of its own. */
    static SupplyChain around(SupplyChain chain, MaterialId start) {
        Cone cone = new Cone(chain);
        cone.grow(start);
        return cone.cut();
    }

    private void grow(MaterialId start) {
        Deque<MaterialId> open = new ArrayDeque<>();
        open.add(start);
        while (!open.isEmpty()) {
            MaterialId material = open.remove();
            if (!materials.add(material) || chain.material(material).boundary()) {
                continue;
            }
            reached.add(material);
            Stream.concat(chain.linesMaking(material).stream(), chain.linesUsing(material).stream())
                    .filter(line -> lines.add(line.id()))
                    .flatMap(line -> line.line().recipes().stream())
                    .map(chain::recipe)
                    .forEach(recipe -> {
                        recipes.add(recipe.id());
                        open.add(recipe.reference());
                        open.addAll(recipe.inputs().keySet());
                        open.addAll(recipe.yields().keySet());
                    });
            chain.policies().values().stream()
                    .filter(policy -> policy.materials().contains(material) && isShared(policy))
                    .forEach(policy -> open.addAll(policy.materials()));
            for (Demand demand : chain.demands().values()) {
                if (materialsOf(demand).contains(material)) {
                    open.addAll(materialsOf(demand));
                }
            }
        }
    }

    /** Whether a policy shares one limit among its goods. */
    private static boolean isShared(Policy policy) {
        return policy.limit() instanceof Limit.AtMost || policy.limit() instanceof Limit.ShareOf;
    }

    private static Set<MaterialId> materialsOf(Demand demand) {
        Set<MaterialId> all = new TreeSet<>();
        all.add(demand.material());
        demand.alternatives().forEach(alternative -> all.add(alternative.material()));
        return all;
    }

    private SupplyChain cut() {
        SupplyChain.Builder builder = SupplyChain.builder(chain.year()).date(chain.date());
        for (Entity entity : chain.entities()) {
            keep(entity).forEach(builder::add);
        }
        chain.statedAssumptions().forEach(builder::assume);
        return builder.build();
    }

    private Stream<Entity> keep(Entity entity) {
        if (entity instanceof Material material) {
            return only(material, materials.contains(material.id()));
        } else if (entity instanceof Recipe recipe) {
            return only(recipe, recipes.contains(recipe.id()));
        } else if (entity instanceof Facility facility) {
            ImmutableList<Line> kept = facility.lines().stream()
                    .filter(line -> lines.contains(new InstalledLine(facility, line).id()))
                    .collect(ImmutableList.toImmutableList());
            return only(facility.withLines(kept), !kept.isEmpty());
        } else if (entity instanceof Demand demand) {
            return only(demand, materials.contains(demand.material()));
        } else if (entity instanceof Stock stock) {
            return only(stock, reached.contains(stock.material()));
        } else if (entity instanceof Link link) {
            return only(link, reached.contains(link.material()));
        } else if (entity instanceof Policy policy) {
            Policy kept = policy.withMaterials(Sets.intersection(policy.materials(), materials))
                    .withRecipes(Sets.intersection(policy.recipes(), recipes));
            return only(kept, !kept.materials().isEmpty() || !kept.recipes().isEmpty());
        }
        return Stream.of(entity);
    }

    private static Stream<Entity> only(Entity entity, boolean kept) {
        return kept ? Stream.of(entity) : Stream.empty();
    }
}
