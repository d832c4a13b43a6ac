package org.lodegraph.query;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Form;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Material;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;

/** Which part of a material was seen to be made along with a host. Used once. */
final class Companionality {

    private static final ImmutableSet<Form> OWN = ImmutableSet.of(Form.ORE, Form.SCRAP);

    private final SupplyChain chain;
    private final LineFigures figures;
    private final MaterialId material;
    /** Recipes that make it from what a host leaves. */
    private final Set<Recipe> hosted;

    Companionality(SupplyChain chain, LineFigures figures, MaterialId material, Set<Recipe> hosted) {
        this.chain = chain;
        this.figures = figures;
        this.material = material;
        this.hosted = hosted;
    }

    /** The part that comes along, 0..1; empty if nothing is made. Ends as far apart as amounts and origins leave open. */
    Optional<Range> of(Predicate<InstalledLine> counts) {
        Range surely = Range.exactly(0, chain.material(material).rateUnit());
        Range surelyNot = surely;
        Range perhaps = surely;
        for (InstalledLine line : chain.linesMaking(material)) {
            if (!counts.test(line) || !figures.isSeen(line)) {
                continue;
            }
            Range made = figures.made(line, material, recipe -> recipe.makes(material));
            if (all(line, hosted::contains)) {
                surely = surely.plus(made);
            } else if (all(line, recipe -> !hosted.contains(recipe) && !isOpen(recipe))) {
                surelyNot = surelyNot.plus(made);
            } else {
                perhaps = perhaps.plus(made);
            }
        }
        double most = surely.high() + perhaps.high();
        return most + surelyNot.high() == 0
                ? Optional.empty()
                : Optional.of(Range.spanning(
                        part(surely.low(), surelyNot.high() + perhaps.high()),
                        part(most, surelyNot.low()),
                        Unit.SHARE));
    }

    private boolean all(InstalledLine line, Predicate<Recipe> what) {
        return line.line().recipes().stream()
                .map(chain::recipe)
                .filter(recipe -> recipe.makes(material))
                .allMatch(what);
    }

    /** Whether the chain ends at something that it takes, neither ore nor scrap, so that a host may stand behind it. */
    private boolean isOpen(Recipe recipe) {
        return recipe.inputs().keySet().stream()
                .map(chain::material)
                .filter(Material::boundary)
                .anyMatch(input -> !OWN.contains(input.form()));
    }

    /** One over both; of nothing, nothing. */
    private static double part(double one, double other) {
        if (one == 0) {
            return 0;
        }
        return Double.isInfinite(one) ? 1 : one / (one + other);
    }
}
