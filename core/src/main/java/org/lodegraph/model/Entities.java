package org.lodegraph.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a chain holds, kind by kind, by id. */
record Entities(
        ImmutableSortedMap<MaterialId, Material> materials,
        ImmutableSortedMap<RecipeId, Recipe> recipes,
        ImmutableSortedMap<FacilityId, Facility> facilities,
        ImmutableSortedMap<DemandId, Demand> demands,
        ImmutableSortedMap<StockId, Stock> stocks,
        ImmutableSortedMap<LinkId, Link> links,
        ImmutableSortedMap<PolicyId, Policy> policies,
        ImmutableSortedMap<CountryId, Country> countries,
        ImmutableSortedMap<BlocId, Bloc> blocs) {

    static Entities of(Collection<Entity> all) {
        return new Entities(
                sorted(all, Material.class, Material::id),
                sorted(all, Recipe.class, Recipe::id),
                sorted(all, Facility.class, Facility::id),
                sorted(all, Demand.class, Demand::id),
                sorted(all, Stock.class, Stock::id),
                sorted(all, Link.class, Link::id),
                sorted(all, Policy.class, Policy::id),
                sorted(all, Country.class, Country::id),
                sorted(all, Bloc.class, Bloc::id));
    }

    /** A material that validation found to be there. */
    Material material(MaterialId id) {
        return Objects.requireNonNull(materials.get(id));
    }

    ImmutableList<Entity> all() {
        return Stream.<Map<?, ? extends Entity>>of(
                        materials, recipes, facilities, demands, stocks, links, policies, countries, blocs)
                .flatMap(map -> map.values().stream())
                .collect(ImmutableList.toImmutableList());
    }

    private static <K extends Comparable<K>, V extends Entity> ImmutableSortedMap<K, V> sorted(
            Collection<Entity> all, Class<V> kind, Function<V, K> id) {
        ImmutableSortedMap.Builder<K, V> map = ImmutableSortedMap.naturalOrder();
        all.stream().filter(kind::isInstance).map(kind::cast).forEach(entity -> map.put(id.apply(entity), entity));
        return map.buildOrThrow();
    }
}
