package org.lodegraph.model;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What follows from the entities and is looked up often. */
record Index(
        ImmutableSortedMap<LineId, InstalledLine> lines,
        ImmutableListMultimap<MaterialId, InstalledLine> making,
        ImmutableListMultimap<MaterialId, InstalledLine> using,
        ImmutableListMultimap<MaterialId, Demand> demands,
        ImmutableSortedMap<CountryId, Country> countries) {

    static Index of(Entities entities) {
        Map<LineId, InstalledLine> lines = new TreeMap<>();
        for (Facility facility : entities.facilities().values()) {
            for (Line line : facility.lines()) {
                lines.putIfAbsent(new LineId(facility.id(), line.name()), new InstalledLine(facility, line));
            }
        }
        ImmutableListMultimap.Builder<MaterialId, InstalledLine> making = ImmutableListMultimap.builder();
        ImmutableListMultimap.Builder<MaterialId, InstalledLine> using = ImmutableListMultimap.builder();
        for (InstalledLine line : lines.values()) {
            recipes(entities, line)
                    .flatMap(recipe -> Stream.concat(Stream.of(recipe.reference()), recipe.yields().keySet().stream()))
                    .distinct()
                    .forEach(material -> making.put(material, line));
            recipes(entities, line)
                    .flatMap(recipe -> recipe.inputs().keySet().stream())
                    .distinct()
                    .forEach(material -> using.put(material, line));
        }
        ImmutableListMultimap.Builder<MaterialId, Demand> demands = ImmutableListMultimap.builder();
        entities.demands().values().forEach(demand -> demands.put(demand.material(), demand));
        return new Index(
                ImmutableSortedMap.copyOf(lines), making.build(), using.build(), demands.build(), countries(entities));
    }

    private static Stream<Recipe> recipes(Entities entities, InstalledLine line) {
        return line.line().recipes().stream()
                .filter(entities.recipes()::containsKey)
                .map(id -> Objects.requireNonNull(entities.recipes().get(id)));
    }

    private static ImmutableSortedMap<CountryId, Country> countries(Entities entities) {
        Map<CountryId, Country> found = new TreeMap<>(entities.countries());
        found.keySet().removeAll(List.of(CountryId.REST, CountryId.NOWHERE));
        Stream.of(
                        entities.facilities().values().stream().map(Facility::country),
                        entities.demands().values().stream().map(Demand::consumer),
                        entities.stocks().values().stream().map(Stock::holder),
                        entities.links().values().stream()
                                .flatMap(link -> Stream.of(link.origin(), link.destination())),
                        entities.blocs().values().stream()
                                .flatMap(bloc -> bloc.memberships().stream())
                                .map(Bloc.Membership::country))
                .flatMap(ids -> ids)
                .filter(id -> !id.equals(CountryId.REST) && !id.equals(CountryId.NOWHERE))
                .forEach(id -> found.putIfAbsent(
                        id, Country.of(id.value(), id.equals(CountryId.ELSEWHERE) ? "unknown origin" : id.value())));
        return ImmutableSortedMap.copyOf(found);
    }
}
