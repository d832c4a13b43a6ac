package org.lodegraph.query;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.CapacityGaps.Rung;
import org.lodegraph.query.GapSupply.Counted;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;

/**
 * The stages from the mine to a material: what each must give so that some tons of the material can be made, and what some
 * countries have there. One way of thinking about a chain: the delivery program is the other.
 */
final class GapLadder {

    private final SupplyChain chain;
    private final LineFigures figures;
    private final GapSupply supply;
    private final StandIns standIns;
    /** From the material upward, each after all that it is made into. */
    private final ImmutableList<MaterialId> order;
    /** Inputs that are made of what they help to make. */
    private final Set<Loop> loops = new LinkedHashSet<>();

    /** An input that is made of the material it helps to make. */
    private record Loop(MaterialId product, MaterialId input) {}

    /** What one material asks of another, by some recipes. */
    private record Claim(MaterialId product, Set<RecipeId> recipes, Tree.Node tons) {}

    GapLadder(SupplyChain chain, MaterialId material) {
        this(chain, material, new LineFigures(chain));
    }

    /** One of several ladders that read figures for one answer. */
    GapLadder(SupplyChain chain, MaterialId material, LineFigures figures) {
        this.chain = chain;
        this.figures = figures;
        this.supply = new GapSupply(chain, figures);
        this.standIns = new StandIns(chain);
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

    /** What stands in for what, also for checks. */
    StandIns standIns() {
        return standIns;
    }

    /** The countries that have lines or stocks anywhere on the ladder; a closed line is none, and goods of unknown origin are nobody's. */
    ImmutableSet<CountryId> holders() {
        return order.stream()
                .filter(material -> !chain.material(material).boundary())
                .flatMap(material -> Stream.concat(
                        chain.linesMaking(material).stream()
                                .filter(line -> line.line().status() != Line.Status.CLOSED)
                                .map(InstalledLine::country),
                        chain.stocks().values().stream()
                                .filter(stock -> stock.kind() == Stock.Kind.ABOVE_GROUND
                                        && stock.material().equals(material))
                                .map(Stock::holder)))
                .filter(CountryId::isNamed)
                .collect(toImmutableSet());
    }

    /**
     * The rungs, from the mine on.
     *
     * @param wanted of the material, in t/a
     * @param needed what is left of that after what else would do
     * @param counted what counts
     */
    ImmutableList<Rung> rungs(Range wanted, Tree.Node needed, Counted counted) {
        Map<MaterialId, List<Claim>> claims = new LinkedHashMap<>();
        Map<MaterialId, List<Claim>> gross = new LinkedHashMap<>();
        List<Rung> rungs = new ArrayList<>();
        for (MaterialId material : order) {
            boolean top = rungs.isEmpty();
            Tree.Node need = top ? needed : total(material, claims.getOrDefault(material, ImmutableList.of()));
            Range throughput = top
                    ? wanted
                    : total(material, gross.getOrDefault(material, ImmutableList.of()))
                            .amount();
            Rung rung = rung(material, need, throughput, counted);
            rungs.add(rung);
            for (MaterialId input : inputs(material)) {
                if (loops.contains(new Loop(material, input))) {
                    continue;
                }
                List<Recipe> users = recipes(material).stream()
                        .filter(recipe -> recipe.inputs().containsKey(input))
                        .toList();
                Set<RecipeId> ids = users.stream().map(Recipe::id).collect(toImmutableSet());
                claims.computeIfAbsent(input, any -> new ArrayList<>())
                        .add(new Claim(material, ids, claimed(left(rung, users, counted), material, input, users)));
                gross.computeIfAbsent(input, any -> new ArrayList<>())
                        .add(new Claim(material, ids, claimed(told(material, throughput), material, input, users)));
            }
        }
        return ImmutableList.copyOf(rungs).reverse();
    }

    /** The need of a rung is told once, there; the rungs below begin with it. */
    private static Tree.Node told(MaterialId material, Range need) {
        return Derivation.given("%s needed".formatted(material), need, "as told of that stage");
    }

    /** What some recipes must make of a material once stocks and other recipes have given what they can. */
    private Tree.Node left(Rung rung, List<Recipe> users, Counted counted) {
        List<Tree.Node> given = new ArrayList<>(others(rung.material(), users, counted));
        if (rung.drawn().high() > 0) {
            given.add(rung.drawing());
        }
        Tree.Node need = told(rung.material(), rung.need());
        return given.isEmpty()
                ? need
                : Derivation.beyond(
                        "%s needed by these recipes".formatted(rung.material()),
                        need,
                        Derivation.sum("given by others", unit(rung.material()), given));
    }

    /**
     * What other recipes can give there of a material. At least what surely comes: from lines that run nothing else, of what the
     * chain takes as unlimited. Whether others are fed is for the rungs of their inputs to say.
     */
    private List<Tree.Node> others(MaterialId material, List<Recipe> users, Counted counted) {
        List<Tree.Node> others = new ArrayList<>();
        for (InstalledLine line : supply.lines(material, counted)) {
            boolean any = supply.usable(line, material).stream().anyMatch(recipe -> !users.contains(recipe));
            boolean surely = supply.isSold(line, material, counted)
                    && line.line().recipes().stream()
                            .map(chain::recipe)
                            .noneMatch(recipe -> users.contains(recipe) || !isFed(recipe));
            if (any) {
                Tree.Node most = supply.permitted(line, material, counted);
                others.add(surely ? most : Derivation.upTo("line '%s', by other recipes".formatted(line.id()), most));
            }
        }
        return others;
    }

    /** Whether all that it takes is taken as unlimited. */
    private boolean isFed(Recipe recipe) {
        return recipe.inputs().keySet().stream()
                .allMatch(input -> chain.material(input).boundary());
    }

    /** So much of an input for some tons of a material, by whichever of some recipes. */
    private Tree.Node claimed(Tree.Node tons, MaterialId material, MaterialId input, List<Recipe> users) {
        List<Tree.Node> ways = new ArrayList<>();
        for (Recipe recipe : users) {
            Tree.Node made = figures.perTonOf(recipe, material);
            if (made.amount().high() > 0) {
                Tree.Node needed = figures.neededOf(recipe, input);
                ways.add(Derivation.product(
                        "%s for %s by recipe '%s'".formatted(input, material, recipe.id()),
                        unit(input),
                        tons,
                        recipe.reference().equals(material)
                                ? needed
                                : Derivation.quotient(
                                        "%s per ton of %s".formatted(input, material), Unit.ONE, needed, made)));
            }
        }
        String label = "%s for %s, by any recipe".formatted(input, material);
        return ways.isEmpty()
                ? Derivation.given(label, Range.exactly(0, unit(input)), "none makes any")
                : Derivation.any(label, ways);
    }

    /**
     * The sum of claims. But materials that stand in for each other claim it in each other's place: they ask for what one of
     * them does. And one run of a recipe may meet several claims, so together they ask for no less than the largest.
     */
    private Tree.Node total(MaterialId material, List<Claim> claims) {
        List<Claim> apart = standIns.among(claims.stream().map(Claim::product).toList()).stream()
                .map(alike -> inPlaceOfEachOther(
                        material,
                        claims.stream()
                                .filter(claim -> alike.contains(claim.product))
                                .toList()))
                .toList();
        List<List<Claim>> merged = new ArrayList<>();
        for (Claim claim : apart) {
            List<Claim> joint = new ArrayList<>();
            for (List<Claim> others : ImmutableList.copyOf(merged)) {
                if (others.stream()
                        .anyMatch(other ->
                                !Sets.intersection(other.recipes, claim.recipes).isEmpty())) {
                    merged.remove(others);
                    joint.addAll(others);
                }
            }
            joint.add(claim);
            merged.add(joint);
        }
        return Derivation.sum(
                "%s needed".formatted(material),
                unit(material),
                merged.stream()
                        .map(joint -> Derivation.jointly(
                                "%s that one run may meet together".formatted(material),
                                joint.stream().map(Claim::tons).toList()))
                        .toList());
    }

    private static Claim inPlaceOfEachOther(MaterialId material, List<Claim> claims) {
        return new Claim(
                claims.get(0).product,
                claims.stream().flatMap(claim -> claim.recipes.stream()).collect(toImmutableSet()),
                Derivation.any(
                        "%s by one way or another".formatted(material),
                        claims.stream().map(Claim::tons).toList()));
    }

    private Rung rung(MaterialId material, Tree.Node need, Range throughput, Counted counted) {
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
}
