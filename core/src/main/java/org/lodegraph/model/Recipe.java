package org.lodegraph.model;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Unit;

/**
 * How one material is made: all inputs together (AND), any supplier of each (OR). Coefficients are tons of the input or
 * yield, on its basis, per ton of the <em>reference</em> material, on its basis. Another ore grade is another recipe.
 *
 * @param id its name
 * @param reference the material that lines with this recipe are measured in
 * @param role PRODUCT, or HOST if companions come along
 * @param stage the step of the chain; empty if it has no standard name
 * @param inputs tons needed per ton of the reference material, positive figures of dimension ratio
 * @param yields what else comes out per ton of the reference material
 * @param power electricity per ton of the reference material, in MWh/t; empty if nobody says, which is not zero
 * @param note a remark; may be empty
 */
@Value.Builder
@Style
@SuppressWarnings("immutables:from")
public record Recipe(
        RecipeId id,
        MaterialId reference,
        Role role,
        Optional<Stage> stage,
        Map<MaterialId, Figure> inputs,
        Map<MaterialId, Yield> yields,
        Optional<Figure> power,
        String note)
        implements Entity, WithRecipe {

    /** Copies inputs and yields. */
    public Recipe {
        inputs = ImmutableSortedMap.copyOf(inputs);
        yields = ImmutableSortedMap.copyOf(yields);
    }

    /**
     * What else comes out.
     *
     * @param coefficient tons per ton of the reference material; a figure of dimension ratio
     * @param role HOST, COMPANION or WASTE
     */
    public record Yield(Figure coefficient, Role role) {}

    /**
     * A recipe that still has to say what it makes.
     *
     * @param id its name
     */
    public record Draft(RecipeId id) {
        /**
         * Names the reference material.
         *
         * @param material its id
         * @return a recipe without inputs
         */
        public Recipe makes(String material) {
            return new Recipe(
                    id,
                    new MaterialId(material),
                    Role.PRODUCT,
                    Optional.empty(),
                    ImmutableMap.of(),
                    ImmutableMap.of(),
                    Optional.empty(),
                    "");
        }
    }

    /**
     * Starts a recipe: {@code Recipe.of("bayer").makes("alumina").asHost().from("bauxite", 2.0)}.
     *
     * @param id its name
     * @return the start, which asks for the product
     */
    public static Draft of(String id) {
        return new Draft(new RecipeId(id));
    }

    /**
     * A copy whose reference product pays while companions come along.
     *
     * @return the copy
     */
    public Recipe asHost() {
        return withRole(Role.HOST);
    }

    /**
     * A copy at a stage.
     *
     * @param which the stage
     * @return the copy
     */
    public Recipe stage(Stage which) {
        return withStage(which);
    }

    /**
     * A copy with one more input, stated by the caller.
     *
     * @param material the input's id
     * @param tons per ton of the reference material
     * @return the copy
     */
    public Recipe from(String material, double tons) {
        return from(material, Figure.stated(tons, Unit.ONE));
    }

    /**
     * A copy with one more input.
     *
     * @param material the input's id
     * @param tons per ton of the reference material
     * @return the copy
     */
    public Recipe from(String material, Figure tons) {
        return withInputs(plus(inputs, new MaterialId(material), tons));
    }

    /**
     * A copy with one more companion, stated by the caller.
     *
     * @param material the companion's id
     * @param tons per ton of the reference material
     * @return the copy
     */
    public Recipe yields(String material, double tons) {
        return yields(material, Figure.stated(tons, Unit.ONE));
    }

    /**
     * A copy with one more companion.
     *
     * @param material the companion's id
     * @param tons per ton of the reference material
     * @return the copy
     */
    public Recipe yields(String material, Figure tons) {
        return withYields(plus(yields, new MaterialId(material), new Yield(tons, Role.COMPANION)));
    }

    /**
     * A copy with one more waste.
     *
     * @param material the waste's id
     * @param tons per ton of the reference material
     * @return the copy
     */
    public Recipe wastes(String material, Figure tons) {
        return withYields(plus(yields, new MaterialId(material), new Yield(tons, Role.WASTE)));
    }

    /**
     * A copy that says how much electricity it takes.
     *
     * @param figure in MWh per ton of the reference material
     * @return the copy
     */
    public Recipe power(Figure figure) {
        return withPower(figure);
    }

    /**
     * Whether a material comes out, as reference or as yield.
     *
     * @param material the material
     * @return true if it does
     */
    public boolean makes(MaterialId material) {
        return reference.equals(material) || yields.containsKey(material);
    }

    /**
     * Everything that goes in and comes out.
     *
     * @return each once: the reference, the inputs, the yields
     */
    public Set<MaterialId> materials() {
        return ImmutableSet.<MaterialId>builder()
                .add(reference)
                .addAll(inputs.keySet())
                .addAll(yields.keySet())
                .build();
    }

    /**
     * A builder.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder().role(Role.PRODUCT).note("");
    }

    @Override
    public Recipe mapFigures(FigureMap map) {
        ImmutableMap.Builder<MaterialId, Figure> in = ImmutableMap.builder();
        inputs.forEach((material, figure) ->
                in.put(material, map.apply(new FigurePlace(id, FigurePlace.Kind.NEEDED, material.value()), figure)));
        ImmutableMap.Builder<MaterialId, Yield> out = ImmutableMap.builder();
        yields.forEach((material, yield) -> out.put(
                material,
                new Yield(
                        map.apply(new FigurePlace(id, FigurePlace.Kind.YIELDED, material.value()), yield.coefficient()),
                        yield.role())));
        return withInputs(in.buildOrThrow())
                .withYields(out.buildOrThrow())
                .withPower(power.map(figure -> map.apply(new FigurePlace(id, FigurePlace.Kind.POWER), figure)));
    }

    private static <V> ImmutableMap<MaterialId, V> plus(Map<MaterialId, V> map, MaterialId key, V value) {
        return ImmutableMap.<MaterialId, V>builder().putAll(map).put(key, value).buildKeepingLast();
    }

    /** Gathers the parts of a recipe. */
    public static final class Builder extends RecipeBuilder {
        Builder() {}
    }
}
