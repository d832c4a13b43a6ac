package org.lodegraph.tables;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
 * year, its state and its start. A facility that is there keeps its other lines.
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
     * @throws IllegalArgumentException if the chain lacks the recipe, a plant makes something else, or its country's figures
     *     count it already
     */
    @Override
    public SupplyChain on(SupplyChain chain) {
        MaterialId made = chain.recipe(recipe).reference();
        SupplyChain.Builder builder = chain.toBuilder();
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
            builder.put(facility(chain, plant));
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

    private Facility facility(SupplyChain chain, Plant plant) {
        String id = slug(plant.name());
        Facility start = Optional.ofNullable(chain.facilities().get(new FacilityId(id)))
                .orElseGet(() -> Facility.at(id, plant.country()).withName(plant.name()));
        Facility owned = plant.operator().map(owner -> start.owner(slug(owner))).orElse(start);
        Optional<Figure> output = plant.output()
                .filter(figure ->
                        plant.outputYear().filter(year -> year == chain.year()).isPresent());
        Line line = Line.of(recipe.value(), Capacity.nameplate(plant.capacity()))
                .withOutput(output)
                .withStatus(plant.state())
                .withStarts(plant.starts());
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
