package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Lists;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.lodegraph.model.Id;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.RecipeId;

/**
 * How far from the ore materials and recipes stand: recipes at even depths, materials at odd ones, each below all that goes
 * into it, except where a loop comes back. What could as well stand lower stands where it is used.
 */
final class Depths {

    private final ImmutableMap<Id, Integer> depths;

    private Depths(Map<Id, Integer> depths) {
        this.depths = ImmutableMap.copyOf(depths);
    }

    /**
     * The depths of recipes and of what they take and make.
     *
     * @param recipes each once
     */
    static Depths of(Iterable<Recipe> recipes) {
        Set<Id> nodes = new LinkedHashSet<>();
        ImmutableSetMultimap.Builder<Id, Id> arcs = ImmutableSetMultimap.builder();
        Set<Id> fed = new LinkedHashSet<>();
        for (Recipe recipe : recipes) {
            nodes.add(recipe.id());
            nodes.addAll(recipe.materials());
            for (MaterialId material : recipe.materials()) {
                if (recipe.inputs().containsKey(material)) {
                    arcs.put(material, recipe.id());
                    fed.add(recipe.id());
                }
                if (recipe.makes(material)) {
                    arcs.put(recipe.id(), material);
                    fed.add(material);
                }
            }
        }
        // From the sources on, so that a loop is cut where it comes back.
        List<Id> roots = new ArrayList<>();
        nodes.stream().filter(node -> !fed.contains(node)).forEach(roots::add);
        nodes.stream().filter(fed::contains).forEach(roots::add);
        return of(roots, arcs.build());
    }

    private static Depths of(List<Id> roots, ImmutableSetMultimap<Id, Id> arcs) {
        ImmutableSetMultimap.Builder<Id, Id> ahead = ImmutableSetMultimap.builder();
        List<Id> order = Lists.reverse(finished(roots, arcs, ahead));
        ImmutableSetMultimap<Id, Id> kept = ahead.build();
        Map<Id, Integer> depths = new LinkedHashMap<>();
        for (Id node : order) {
            int depth = depths.computeIfAbsent(node, any -> node instanceof RecipeId ? 0 : 1);
            kept.get(node).forEach(next -> depths.merge(next, depth + 1, Math::max));
        }
        for (Id node : Lists.reverse(order)) {
            if (!kept.get(node).isEmpty()
                    && kept.inverse().get(node).size() <= kept.get(node).size()) {
                depths.put(
                        node,
                        kept.get(node).stream()
                                        .mapToInt(next -> Objects.requireNonNull(depths.get(next)))
                                        .min()
                                        .orElseThrow()
                                - 1);
            }
        }
        return new Depths(depths);
    }

    /** The nodes in the order in which a search leaves them; arcs that lead back into the way to a node are left out. */
    private static List<Id> finished(
            List<Id> roots, ImmutableSetMultimap<Id, Id> arcs, ImmutableSetMultimap.Builder<Id, Id> ahead) {
        record Visit(Id node, Iterator<Id> rest) {}
        List<Id> finished = new ArrayList<>();
        Set<Id> met = new LinkedHashSet<>();
        Set<Id> open = new LinkedHashSet<>();
        Deque<Visit> way = new ArrayDeque<>();
        for (Id root : roots) {
            if (met.add(root)) {
                open.add(root);
                way.push(new Visit(root, arcs.get(root).iterator()));
            }
            while (!way.isEmpty()) {
                Visit visit = way.element();
                if (!visit.rest().hasNext()) {
                    way.pop();
                    open.remove(visit.node());
                    finished.add(visit.node());
                    continue;
                }
                Id next = visit.rest().next();
                if (open.contains(next)) {
                    continue;
                }
                ahead.put(visit.node(), next);
                if (met.add(next)) {
                    open.add(next);
                    way.push(new Visit(next, arcs.get(next).iterator()));
                }
            }
        }
        return finished;
    }

    /** How far down, 0 or more; materials of no recipe stand at 1. */
    int of(Id id) {
        return depths.getOrDefault(id, 1);
    }

    /** In the order of depth, then of id. */
    <I extends Id & Comparable<I>> ImmutableList<I> sorted(Iterable<I> ids) {
        return ImmutableList.sortedCopyOf(
                Comparator.comparingInt((I id) -> of(id)).thenComparing(id -> id), ids);
    }
}
