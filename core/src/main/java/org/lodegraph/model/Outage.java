package org.lodegraph.model;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is lost together: recipes on lines, links, stocks, and demands that go with them. Whatever asks for the
 * consequences of a loss takes this, so that a country, an owner or a technology is lost in one and the same sense.
 *
 * @param runs the recipes that each line no longer runs, by line
 * @param links lanes that carry nothing
 * @param stocks stocks that are empty and take nothing in
 * @param demands demands that are gone
 */
public record Outage(Map<LineId, Set<RecipeId>> runs, Set<LinkId> links, Set<StockId> stocks, Set<DemandId> demands) {

    /** Nothing is lost. */
    public static final Outage NONE =
            new Outage(ImmutableMap.of(), ImmutableSortedSet.of(), ImmutableSortedSet.of(), ImmutableSortedSet.of());

    /** Puts everything in order. */
    public Outage {
        ImmutableSortedMap.Builder<LineId, Set<RecipeId>> copies = ImmutableSortedMap.naturalOrder();
        runs.forEach((line, recipes) -> copies.put(line, ImmutableSortedSet.copyOf(recipes)));
        runs = copies.build();
        links = ImmutableSortedSet.copyOf(links);
        stocks = ImmutableSortedSet.copyOf(stocks);
        demands = ImmutableSortedSet.copyOf(demands);
    }

    /**
     * Lines lose recipes.
     *
     * @param runs the recipes that each line no longer runs, by line
     * @return the outage
     */
    public static Outage ofRuns(Map<LineId, Set<RecipeId>> runs) {
        return new Outage(runs, NONE.links, NONE.stocks, NONE.demands);
    }

    /**
     * Links carry nothing.
     *
     * @param links which
     * @return the outage
     */
    public static Outage ofLinks(Set<LinkId> links) {
        return new Outage(NONE.runs, links, NONE.stocks, NONE.demands);
    }

    /**
     * Stocks are empty and take nothing in.
     *
     * @param stocks which
     * @return the outage
     */
    public static Outage ofStocks(Set<StockId> stocks) {
        return new Outage(NONE.runs, NONE.links, stocks, NONE.demands);
    }

    /**
     * Demands are gone.
     *
     * @param demands which
     * @return the outage
     */
    public static Outage ofDemands(Set<DemandId> demands) {
        return new Outage(NONE.runs, NONE.links, NONE.stocks, demands);
    }

    /**
     * Both outages at once.
     *
     * @param other what else is lost
     * @return the union
     */
    public Outage and(Outage other) {
        Map<LineId, Set<RecipeId>> all = new TreeMap<>(runs);
        other.runs.forEach((line, recipes) -> all.merge(line, recipes, Sets::union));
        return new Outage(
                all,
                Sets.union(links, other.links),
                Sets.union(stocks, other.stocks),
                Sets.union(demands, other.demands));
    }

    /**
     * Whether a line no longer runs a recipe.
     *
     * @param line the line
     * @param recipe the recipe
     * @return true if it is lost
     */
    public boolean stops(LineId line, RecipeId recipe) {
        Set<RecipeId> lost = runs.get(line);
        return lost != null && lost.contains(recipe);
    }
}
