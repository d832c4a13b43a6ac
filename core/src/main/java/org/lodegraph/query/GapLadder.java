package org.lodegraph.query;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.CapacityGaps.Rung;
import org.lodegraph.query.GapSupply.Counted;

/**
 * The stages from the mine to a material: what each must give so that some tons of the material can be made, and what some
 * countries have there. One way of thinking about a chain: the delivery program is the other.
 */
final class GapLadder {

    private static final double ROUNDING = 1e-12;

    private final SupplyChain chain;
    private final LineFigures figures;
    private final GapSupply supply;
    /** From the material upward, each after all that it is made into. */
    private final ImmutableList<MaterialId> order;
    /** Inputs that are made of what they help to make. */
    private final Set<Loop> loops = new LinkedHashSet<>();

    /** An input that is made of the material it helps to make. */
    private record Loop(MaterialId product, MaterialId input) {}

    /** What one material asks of another, by some recipes. */
    private record Claim(Set<RecipeId> recipes, Range tons) {}

    GapLadder(SupplyChain chain, MaterialId material) {
        this.chain = chain;
        this.figures = new LineFigures(chain);
        this.supply = new GapSupply(chain, figures);
        List<MaterialId> done = new ArrayList<>();
        visit(material, new TreeSet<>(), new TreeSet<>(), done);
        this.order = ImmutableList.copyOf(done).reverse();
    }

    private void visit(MaterialId material, Set<MaterialId> path, Set<MaterialId> seen, List<MaterialId> done) {
        seen.add(material);
        path.add(material);
        for (MaterialId input : inputs(material)) {
            if (path.contains(input)) {
                loops.add(new Loop(material, input));
            } else if (!seen.contains(input)) {
                visit(input, path, seen, done);
            }
        }
        path.remove(material);
        done.add(material);
    }

    private List<Recipe> recipes(MaterialId material) {
        return chain.material(material).boundary()
                ? ImmutableList.of()
                : chain.recipes().values().stream()
                        .filter(recipe -> recipe.makes(material))
                        .toList();
    }

    private Set<MaterialId> inputs(MaterialId material) {
        return recipes(material).stream()
                .flatMap(recipe -> recipe.inputs().keySet().stream())
                .collect(toImmutableSet());
    }

    LineFigures figures() {
        return figures;
    }

    /** What countries have at its stages. */
    GapSupply supply() {
        return supply;
    }

    /** Materials that come back to where they are made, whose return is not counted as a need. */
    ImmutableSet<MaterialId> loops() {
        return loops.stream().map(Loop::input).collect(toImmutableSet());
    }

    /** The countries that have lines anywhere on the ladder. */
    ImmutableSet<CountryId> makers() {
        return order.stream()
                .filter(material -> !chain.material(material).boundary())
                .flatMap(material -> chain.linesMaking(material).stream())
                .map(InstalledLine::country)
                .filter(country -> !country.equals(CountryId.NOWHERE))
                .collect(toImmutableSet());
    }

    /**
     * The rungs, from the mine on.
     *
     * @param wanted of the material, in t/a
     * @param needed what is left of that after what else would do
     * @param counted what counts
     */
    ImmutableList<Rung> rungs(Range wanted, Range needed, Counted counted) {
        Map<MaterialId, List<Claim>> claims = new LinkedHashMap<>();
        Map<MaterialId, List<Claim>> gross = new LinkedHashMap<>();
        List<Rung> rungs = new ArrayList<>();
        for (MaterialId material : order) {
            boolean top = rungs.isEmpty();
            Range need = top ? needed : total(claims.getOrDefault(material, ImmutableList.of()), unit(material));
            Range throughput = top ? wanted : total(gross.getOrDefault(material, ImmutableList.of()), unit(material));
            Rung rung = rung(material, need, throughput, counted);
            rungs.add(rung);
            for (MaterialId input : inputs(material)) {
                if (loops.contains(new Loop(material, input))) {
                    continue;
                }
                List<Recipe> users = recipes(material).stream()
                        .filter(recipe -> recipe.inputs().containsKey(input))
                        .toList();
                Range left = less(need, others(material, users, counted).plus(rung.drawn()));
                Set<RecipeId> ids = users.stream().map(Recipe::id).collect(toImmutableSet());
                claims.computeIfAbsent(input, any -> new ArrayList<>())
                        .add(new Claim(ids, claimed(left, material, input, users)));
                gross.computeIfAbsent(input, any -> new ArrayList<>())
                        .add(new Claim(ids, claimed(throughput, material, input, users)));
            }
        }
        return ImmutableList.copyOf(rungs).reverse();
    }

    /**
     * What other recipes can give there of a material. At least what surely comes: from lines that run nothing else, of what the
     * chain takes as unlimited. Whether others are fed is for the rungs of their inputs to say.
     */
    private Range others(MaterialId material, List<Recipe> users, Counted counted) {
        Range sum = Range.exactly(0, unit(material));
        for (InstalledLine line : supply.lines(material, counted)) {
            boolean any = supply.usable(line, material).stream().anyMatch(recipe -> !users.contains(recipe));
            boolean surely = line.line().recipes().stream()
                    .map(chain::recipe)
                    .noneMatch(recipe -> users.contains(recipe) || !isFed(recipe));
            if (any) {
                Range most = supply.permitted(line, material, counted);
                sum = sum.plus(surely ? most : new Range(0, most.high(), most.unit()));
            }
        }
        return sum;
    }

    /** Whether all that it takes is taken as unlimited. */
    private boolean isFed(Recipe recipe) {
        return recipe.inputs().keySet().stream()
                .allMatch(input -> chain.material(input).boundary());
    }

    /** So much of an input for some tons of a material, by whichever of some recipes. */
    private Range claimed(Range tons, MaterialId material, MaterialId input, List<Recipe> users) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (Recipe recipe : users) {
            Range needed = figures.needed(recipe, input);
            Range made = figures.perTon(recipe, material);
            if (made.high() == 0) {
                continue;
            }
            Range perTon = new Range(
                    needed.low() / made.high(),
                    made.low() > 0 ? needed.high() / made.low() : Double.POSITIVE_INFINITY,
                    Unit.ONE);
            Range claim = tons.times(perTon, unit(input));
            low = Math.min(low, claim.low());
            high = Math.max(high, claim.high());
        }
        return new Range(Double.isInfinite(low) ? 0 : low, high, unit(input));
    }

    /** The sum of claims; but one run of a recipe may meet several, so together they ask for no less than the largest. */
    private static Range total(Collection<Claim> claims, Unit unit) {
        List<Claim> merged = new ArrayList<>();
        for (Claim claim : claims) {
            Claim joint = claim;
            for (Claim other : ImmutableList.copyOf(merged)) {
                if (!Sets.intersection(other.recipes, joint.recipes).isEmpty()) {
                    merged.remove(other);
                    joint = new Claim(
                            ImmutableSet.copyOf(Sets.union(joint.recipes, other.recipes)),
                            other.tons.low() > joint.tons.low() ? other.tons : joint.tons);
                }
            }
            merged.add(joint);
        }
        double low = merged.stream().mapToDouble(claim -> claim.tons.low()).sum();
        double high = claims.stream().mapToDouble(claim -> claim.tons.high()).sum();
        return new Range(low, Math.max(low, high), unit);
    }

    private Rung rung(MaterialId material, Range need, Range throughput, Counted counted) {
        return new Rung(
                material,
                recipes(material).stream()
                        .flatMap(recipe -> recipe.stage().stream())
                        .collect(Sets.toImmutableEnumSet()),
                chain.material(material).boundary(),
                need,
                throughput,
                supply.nameplate(material, counted),
                supply.effective(material, counted),
                supply.permitted(material, counted),
                supply.waiting(material, Line.Status.IDLE, counted),
                supply.waiting(material, Line.Status.PLANNED, counted),
                supply.drawn(material, counted),
                supply.reserves(material, counted.suppliers()));
    }

    private Unit unit(MaterialId material) {
        return chain.material(material).rateUnit();
    }

    /** What is left of a need, nothing at least. */
    static Range less(Range need, Range covered) {
        return new Range(
                Math.max(0, difference(need.low(), covered.high())),
                Math.max(0, difference(need.high(), covered.low())),
                need.unit());
    }

    private static double difference(double one, double other) {
        // What is only rounding is no gap.
        return Double.isInfinite(other) || one - other <= ROUNDING * one ? 0 : one - other;
    }
}
