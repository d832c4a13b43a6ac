package org.lodegraph.model;

import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;

/**
 * No element comes out of nothing: none leaves a recipe that did not enter, and those in a material are no more than the
 * material. With ranges only what no reading could explain breaks the balance; what is not stated is not weighed.
 */
public final class ElementBalance {

    /** Rounding of published coefficients. */
    private static final double SLACK = 1e-6;

    /** Rounding of contents, which are published to add up. */
    private static final double CONTENTS_SLACK = 1e-9;

    private ElementBalance() {}

    /** Whether the elements stated in a material of a chain are no more than the material. */
    public static boolean holds(Material material) {
        List<Problem> problems = new ArrayList<>();
        check(material, problems);
        return problems.isEmpty();
    }

    /**
     * Whether no element leaves a recipe of a chain that did not enter.
     *
     * @param materials at least what goes in and comes out, by id
     */
    public static boolean holds(Recipe recipe, Map<MaterialId, Material> materials) {
        List<Problem> problems = new ArrayList<>();
        check(recipe, materials, problems);
        return problems.isEmpty();
    }

    /** Whether a recipe and all that goes in and out are the same in both. */
    static boolean isSame(Recipe recipe, Entities here, Entities there) {
        return recipe.equals(there.recipes().get(recipe.id()))
                && recipe.materials().stream()
                        .allMatch(
                                id -> here.material(id).equals(there.materials().get(id)));
    }

    /** Of a gross ton only: behind a ton of contained metal stand many tons of ore, with all that is in them. */
    static void check(Material material, List<Problem> problems) {
        if (!material.basis().equals(Basis.GROSS)) {
            return;
        }
        Map<String, Figure> known = Maps.filterValues(material.contents(), Figure::isKnown);
        double least = known.values().stream()
                .mapToDouble(figure -> figure.at(Reading.LOW, Unit.ONE))
                .sum();
        if (least > 1 + CONTENTS_SLACK) {
            problems.add(new Problem(
                    "Material '%s'".formatted(material.id()),
                    "contents",
                    "together they are more than the whole (at least %s: %s)"
                            .formatted(Numbers.exact(Numbers.published(least)), words(known)),
                    "Maybe one of them is the mass of an oxide, or stated per ton of something else."));
        }
    }

    private static String words(Map<String, Figure> contents) {
        return contents.entrySet().stream()
                .map(content -> content.getKey() + " " + content.getValue().range())
                .collect(Collectors.joining(", "));
    }

    static void check(Recipe recipe, Map<MaterialId, Material> materials, List<Problem> problems) {
        if (recipe.inputs().isEmpty()) {
            return;
        }
        Set<String> elements = new TreeSet<>();
        recipe.inputs().keySet().forEach(id -> elements.addAll(elementsOf(material(materials, id))));
        for (String element : elements) {
            double in = 0;
            boolean stated = true;
            for (Map.Entry<MaterialId, Figure> input : recipe.inputs().entrySet()) {
                OptionalDouble content = content(material(materials, input.getKey()), element, Reading.HIGH);
                stated &= content.isPresent();
                in += content.orElse(0) * input.getValue().at(Reading.HIGH, Unit.ONE);
            }
            double out = content(material(materials, recipe.reference()), element, Reading.LOW)
                    .orElse(0);
            for (Map.Entry<MaterialId, Recipe.Yield> yield : recipe.yields().entrySet()) {
                out += content(material(materials, yield.getKey()), element, Reading.LOW)
                                .orElse(0)
                        * yield.getValue().coefficient().at(Reading.LOW, Unit.ONE);
            }
            if (stated && out > in * (1 + SLACK)) {
                problems.add(new Problem(
                        "Recipe '%s'".formatted(recipe.id()),
                        "inputs",
                        "more %s leaves (at least %s t) than enters (at most %s t) per ton of %s"
                                .formatted(element, Numbers.brief(out), Numbers.brief(in), recipe.reference()),
                        "Maybe a coefficient is the wrong way round, or a content is missing."));
            }
        }
    }

    private static Material material(Map<MaterialId, Material> materials, MaterialId id) {
        return Objects.requireNonNull(materials.get(id));
    }

    private static Set<String> elementsOf(Material material) {
        Set<String> elements = new TreeSet<>(material.contents().keySet());
        if (material.basis().kind() == Basis.Kind.CONTAINED) {
            elements.add(material.basis().substance());
        }
        return elements;
    }

    /** Mass of an element per ton of a material on its basis; a ton of contained element is a ton of it. */
    private static OptionalDouble content(Material material, String element, Reading reading) {
        if (material.basis().equals(Basis.contained(element))) {
            return OptionalDouble.of(1);
        }
        Figure figure = material.contents().get(element);
        return figure == null || !figure.isKnown()
                ? OptionalDouble.empty()
                : OptionalDouble.of(figure.at(reading, Unit.ONE));
    }
}
