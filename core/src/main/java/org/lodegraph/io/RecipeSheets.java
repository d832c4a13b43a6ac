package org.lodegraph.io;

import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.lodegraph.measure.Figure;
import org.lodegraph.model.Entity;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.Role;
import org.lodegraph.model.Stage;

/** {@code recipes.csv}, and what goes in and comes out per ton of the reference material, {@code coefficients.csv}. */
final class RecipeSheets {

    static final Sheet RECIPES = Sheet.of("recipes.csv", "id", "makes")
            .optional("role", "stage")
            .figure("power")
            .optional("note");
    static final Sheet COEFFICIENTS =
            Sheet.of("coefficients.csv", "recipe", "role", "material").figure("tons");

    private static final String INPUT = "input";

    private record Coefficient(RecipeId recipe, Optional<Role> role, MaterialId material, Figure tons) {}

    private RecipeSheets() {}

    static void write(Collection<Recipe> recipes, Output out) {
        out.sheet(
                RECIPES,
                recipes,
                (cells, recipe) -> cells.put("id", recipe.id())
                        .put("makes", recipe.reference())
                        .put("role", recipe.role())
                        .put("stage", recipe.stage().map(Output::print))
                        .figure("power", recipe.power())
                        .text("note", recipe.note(), ""));
        List<Coefficient> coefficients = new ArrayList<>();
        recipes.forEach(recipe -> {
            recipe.inputs()
                    .forEach((material, tons) ->
                            coefficients.add(new Coefficient(recipe.id(), Optional.empty(), material, tons)));
            recipe.yields()
                    .forEach((material, yield) -> coefficients.add(
                            new Coefficient(recipe.id(), Optional.of(yield.role()), material, yield.coefficient())));
        });
        out.sheet(
                COEFFICIENTS,
                coefficients,
                (cells, each) -> cells.put("recipe", each.recipe())
                        .put("role", each.role().map(Output::print).orElse(INPUT))
                        .put("material", each.material())
                        .figure("tons", each.tons()));
    }

    static void read(Input in, Consumer<Entity> chain) {
        Map<RecipeId, Recipe> recipes = new LinkedHashMap<>();
        in.sheet(RECIPES, row -> {
            var id = row.declared("id", RecipeId::new);
            var makes = row.required("makes", row.known("materials.csv", MaterialId::new));
            var role = row.optional("role", Role.PRODUCT, Row.choice(Role.class));
            var stage = row.optional(
                    "stage",
                    Optional.<Stage>empty(),
                    text -> Optional.of(Row.choice(Stage.class).apply(text)));
            var power = row.optionalFigure("power", "power");
            row.build(() -> new Recipe(
                            id.get(),
                            makes.get(),
                            role.get(),
                            stage.get(),
                            ImmutableSortedMap.of(),
                            ImmutableSortedMap.of(),
                            power.get(),
                            row.text("note", "")))
                    .ifPresent(recipe -> recipes.put(recipe.id(), recipe));
        });
        Map<RecipeId, Map<MaterialId, Figure>> inputs = new LinkedHashMap<>();
        Map<RecipeId, Map<MaterialId, Recipe.Yield>> yields = new LinkedHashMap<>();
        in.sheet(COEFFICIENTS, row -> {
            var recipe = row.whole("recipe", "recipes.csv", RecipeId::new);
            var role = row.required("role", RecipeSheets::role);
            var material = row.required("material", row.known("materials.csv", MaterialId::new));
            row.part(recipe, () -> (role.get().isPresent() ? "yield " : "input ") + material.get(), "material", "tons");
            var tons = row.figure("tons", "tons");
            row.build(() -> new Coefficient(recipe.get(), role.get(), material.get(), tons.get()))
                    .ifPresent(read -> read.role()
                            .ifPresentOrElse(
                                    as -> yields.computeIfAbsent(read.recipe(), id -> new TreeMap<>())
                                            .put(read.material(), new Recipe.Yield(read.tons(), as)),
                                    () -> inputs.computeIfAbsent(read.recipe(), id -> new TreeMap<>())
                                            .put(read.material(), read.tons())));
        });
        recipes.values()
                .forEach(recipe ->
                        chain.accept(recipe.withInputs(inputs.getOrDefault(recipe.id(), ImmutableSortedMap.of()))
                                .withYields(yields.getOrDefault(recipe.id(), ImmutableSortedMap.of()))));
    }

    /** Empty for an input, else what the output is. */
    private static Optional<Role> role(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case INPUT -> Optional.empty();
            case "host" -> Optional.of(Role.HOST);
            case "companion" -> Optional.of(Role.COMPANION);
            case "waste" -> Optional.of(Role.WASTE);
            default ->
                throw new IllegalArgumentException(
                        "not a role here (seen: '%s'). Maybe one of input, host, companion, waste."
                                .formatted(Problems.seen(text)));
        };
    }
}
