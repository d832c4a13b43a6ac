package org.lodegraph.tables;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lodegraph.measure.Figure;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Change;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Facility;
import org.lodegraph.model.FacilityId;
import org.lodegraph.model.Line;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.SupplyChain;

/**
 * Plants that run one recipe of a chain, as a change: {@code chain.with(Plants.of("ga-circuit", plants))}. Each becomes
 * a {@link Facility} named after it, owned by its operator, with one line: its capacity, its output if that is of the chain's
 * year, its state and its start. A facility of that name in that country keeps its other lines; one that runs the recipe in
 * another way already is refused, as nobody knows whether it is the same plant. Where the name stands in several countries,
 * the country is part of the facility's id; where it stands several times in one, the plant's id is.
 *
 * <p>A country whose figures the chain holds as a whole cannot get plants besides, which would be counted twice: that is
 * refused.
 *
 * @param plants what is added
 * @param recipe what each of them runs
 */
public record Plants(List<Plant> plants, RecipeId recipe) implements Change {

    /** Copies the list. */
    public Plants {
        plants = ImmutableList.copyOf(plants);
    }

    /**
     * Plants of a recipe.
     *
     * @param recipe the id of a recipe of the chain
     * @param plants as {@link PlantList} reads them
     */
    public static Plants of(String recipe, List<Plant> plants) {
        return new Plants(plants, new RecipeId(recipe));
    }

    /**
     * The chain with the plants.
     *
     * @throws IllegalArgumentException if the chain lacks the recipe, a plant makes something else, its country's figures
     *     count it already, a facility of its name runs the recipe in another way, or it cannot be told from another plant
     */
    @Override
    public SupplyChain on(SupplyChain chain) {
        MaterialId made = chain.recipe(recipe).reference();
        SupplyChain.Builder builder = chain.toBuilder();
        Set<FacilityId> put = new LinkedHashSet<>();
        for (Plant plant : plants) {
            if (!plant.material().equals(made)) {
                throw new IllegalArgumentException("Plant '%s': it makes %s, and '%s' makes %s. Maybe another recipe."
                        .formatted(plant.id(), plant.material(), recipe, made));
            }
            national(chain, plant.country()).ifPresent(whole -> {
                throw new IllegalArgumentException(
                        "Plant '%s': '%s' holds the figures of all %s, this plant among them. Maybe take that out first, new Lose(...)."
                                .formatted(plant.id(), whole.id(), plant.country()));
            });
            FacilityId id = id(chain, plant);
            if (!put.add(id)) {
                throw new IllegalArgumentException(
                        "Plant '%s': another of the list is called '%s' too. Maybe give it a name that differs."
                                .formatted(plant.id(), id));
            }
            builder.put(facility(chain, plant, id));
        }
        return builder.build();
    }

    private Optional<Facility> national(SupplyChain chain, CountryId country) {
        return chain.facilities().values().stream()
                .filter(there -> there.aggregate()
                        && there.country().equals(country)
                        && there.lines().stream()
                                .anyMatch(line -> line.recipes().contains(recipe)))
                .findFirst();
    }

    /** Its name, with as much beside it as it takes to tell it from the others; what the chain has goes first. */
    private FacilityId id(SupplyChain chain, Plant plant) {
        String name = slug(plant.name());
        FacilityId plain = new FacilityId(name);
        FacilityId placed = new FacilityId(name + "-" + slug(plant.country().value()));
        FacilityId exact = new FacilityId(name + "-" + slug(plant.id()));
        List<Plant> namesakes = plants.stream()
                .filter(other -> slug(other.name()).equals(name))
                .filter(other -> !other.id().equals(plant.id()))
                .toList();
        Optional<FacilityId> there = Stream.of(exact, plain, placed)
                .filter(id -> Optional.ofNullable(chain.facilities().get(id))
                        .filter(known -> known.country().equals(plant.country()))
                        .isPresent())
                .findFirst();
        if (namesakes.stream().anyMatch(other -> other.country().equals(plant.country()))) {
            if (there.filter(id -> !id.equals(exact)).isPresent()) {
                throw new IllegalArgumentException(
                        "Plant '%s': one of several by its name, and '%s' may be any of them. Maybe give them names that differ."
                                .formatted(plant.id(), there.orElseThrow()));
            }
            return exact;
        }
        boolean isTaken = !namesakes.isEmpty() || chain.facilities().containsKey(plain);
        return there.orElse(isTaken ? placed : plain);
    }

    private Facility facility(SupplyChain chain, Plant plant, FacilityId id) {
        Facility start = Optional.ofNullable(chain.facilities().get(id))
                .orElseGet(() -> Facility.at(id.value(), plant.country()).withName(plant.name()));
        if (!start.country().equals(plant.country())) {
            throw new IllegalArgumentException(
                    "Plant '%s': it stands in %s, and '%s' in %s. Maybe give it a name that differs."
                            .formatted(plant.id(), plant.country(), id, start.country()));
        }
        Facility owned = plant.operator().map(owner -> start.owner(slug(owner))).orElse(start);
        Optional<Figure> output = plant.output()
                .filter(figure ->
                        plant.outputYear().filter(year -> year == chain.year()).isPresent());
        Line line = Line.of(recipe.value(), Capacity.nameplate(plant.capacity()))
                .withOutput(output)
                .withStatus(plant.state())
                .withStarts(plant.starts());
        start.lines().stream()
                .filter(there -> there.recipes().contains(recipe) && !there.equals(line))
                .findFirst()
                .ifPresent(there -> {
                    throw new IllegalArgumentException(
                            "Plant '%s': '%s' runs '%s' already, otherwise (%s). Maybe give it a name that differs, or take that out first, new Lose(...)."
                                    .formatted(
                                            plant.id(),
                                            id,
                                            recipe,
                                            there.capacity()
                                                    .nameplate()
                                                    .map(String::valueOf)
                                                    .orElse("no capacity")));
                });
        return owned.withLines(ImmutableList.<Line>builder()
                .addAll(owned.lines().stream()
                        .filter(there -> !there.name().equals(line.name()))
                        .iterator())
                .add(line)
                .build());
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
