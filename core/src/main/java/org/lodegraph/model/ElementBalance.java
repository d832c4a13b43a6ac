package org.lodegraph.model;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;

/**
 * No element leaves a recipe that did not enter. Checked for each element whose content is stated in every input; with
 * ranges only what no reading could explain is a problem.
 */
final class ElementBalance {

    /** Rounding of published coefficients. */
    private static final double SLACK = 1e-6;

    private ElementBalance() {}

    /** Whether a recipe and all that goes in and out are the same in both. */
    static boolean isSame(Recipe recipe, Entities here, Entities there) {
        return recipe.equals(there.recipes().get(recipe.id()))
                && Stream.of(
                                ImmutableSet.of(recipe.reference()),
                                recipe.inputs().keySet(),
                                recipe.yields().keySet())
                        .flatMap(Set::stream)
                        .allMatch(
                                id -> here.material(id).equals(there.materials().get(id)));
    }

    static void check(Recipe recipe, Entities entities, List<Problem> problems) {
        if (recipe.inputs().isEmpty()) {
            return;
        }
        Set<String> elements = new TreeSet<>();
        recipe.inputs().keySet().forEach(id -> elements.addAll(elementsOf(entities.material(id))));
        for (String element : elements) {
            double in = 0;
            boolean stated = true;
            for (Map.Entry<MaterialId, Figure> input : recipe.inputs().entrySet()) {
                OptionalDouble content = content(entities.material(input.getKey()), element, Reading.HIGH);
                stated &= content.isPresent();
                in += content.orElse(0) * input.getValue().at(Reading.HIGH, Unit.ONE);
            }
            double out = content(entities.material(recipe.reference()), element, Reading.LOW)
                    .orElse(0);
            for (Map.Entry<MaterialId, Recipe.Yield> yield : recipe.yields().entrySet()) {
                out += content(entities.material(yield.getKey()), element, Reading.LOW)
                                .orElse(0)
                        * yield.getValue().coefficient().at(Reading.LOW, Unit.ONE);
            }
            if (stated && out > in * (1 + SLACK)) {
                problems.add(new Problem(
                        "Recipe '%s'".formatted(recipe.id()),
                        "inputs",
                        "more %s leaves (at least %s t) than enters (at most %s t) per ton of %s"
                                .formatted(element, show(out), show(in), recipe.reference()),
                        "Maybe a coefficient is the wrong way round, or a content is missing."));
            }
        }
    }

    private static String show(double tons) {
        return Numbers.brief(tons);
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
