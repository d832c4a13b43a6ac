package org.lodegraph.query;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.lodegraph.flow.Response;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.Stage;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Technology;
import org.lodegraph.query.CapacityGaps.Rung;

/**
 * The stages from the mine to a material: what each must give so that some tons of the material can be made, and what some
 * countries have there. One way of thinking about a chain: the delivery program is the other.
 */
final class GapLadder {

    private static final double ROUNDING = 1e-12;

    private final SupplyChain chain;
    private final LineFigures figures;
    private final Technology technology;
    /** From the material upward, each after all that it is made into. */
    private final ImmutableList<MaterialId> order;
    /** Inputs that are made of what they help to make. */
    private final Set<Loop> loops = new LinkedHashSet<>();

    private final Map<MaterialId, Set<MaterialId>> behind = new TreeMap<>();

    /** An input that is made of the material it helps to make. */
    private record Loop(MaterialId product, MaterialId input) {}

    /** What one material asks of another, by some recipes. */
    private record Claim(Set<RecipeId> recipes, Range tons) {}

    GapLadder(SupplyChain chain, MaterialId material) {
        this.chain = chain;
        this.figures = new LineFigures(chain);
        this.technology = Technology.of(chain);
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
     * What counts.
     *
     * @param suppliers whose lines and stocks
     * @param day on which lines stand
     * @param response what may run; with capacities in any case
     * @param days how long after the shock, for restarts
     * @param drawn the part of a stock that is drawn in the year, 0..1
     * @param projects whether planned lines count from their day
     */
    record Counted(
            Set<CountryId> suppliers, LocalDate day, Response response, double days, double drawn, boolean projects) {

        /** Whether a line counts if any doubt counts for it, or against it. */
        boolean counts(InstalledLine line, boolean doubts) {
            return suppliers.contains(line.country())
                    && line.isPresentOn(day)
                    && switch (line.line().status()) {
                        case RUNNING -> true;
                        case IDLE ->
                            response == Response.RESTART && isReady(line.line().restart(), days, doubts);
                        case PLANNED -> projects && line.line().starts().isPresent();
                        case CLOSED -> false;
                    };
        }
    }

    /** Whether something is ready after some days; nobody knows if it does not say. */
    private static boolean isReady(Optional<Figure> time, double days, boolean doubts) {
        return days == Double.POSITIVE_INFINITY
                || time.filter(Figure::isKnown)
                        .map(figure -> figure.at(doubts ? Reading.LOW : Reading.HIGH, Unit.DAYS) <= days)
                        .orElse(doubts);
    }

    /**
     * What must be made of the material for some demands: all but what alternatives could take. At least nothing of what any
     * could; at most all but what those surely take that the chain takes as unlimited.
     */
    Range needed(Collection<Demand> demands, double days) {
        Unit unit = unit(top());
        return demands.stream()
                .map(demand -> rate(demand).times(left(demand, days), unit))
                .reduce(Range.exactly(0, unit), Range::plus);
    }

    /** What is wanted of the material. */
    Range wanted(Collection<Demand> demands) {
        return demands.stream().map(this::rate).reduce(Range.exactly(0, unit(top())), Range::plus);
    }

    private MaterialId top() {
        return order.get(0);
    }

    private Range rate(Demand demand) {
        return figures.read(new FigurePlace(demand.id(), FigurePlace.Kind.RATE), demand.rate(), unit(top()));
    }

    /** The part of a demand that no alternative takes, 0..1. */
    private Range left(Demand demand, double days) {
        double surely = 0;
        double perhaps = 0;
        for (Alternative alternative : demand.alternatives()) {
            Figure share = alternative.largestShare();
            Range taken = figures.read(
                    new FigurePlace(
                            demand.id(),
                            FigurePlace.Kind.LARGEST_SHARE,
                            alternative.material().value()),
                    share,
                    Unit.ONE);
            perhaps += isReady(alternative.rampUp(), days, true) ? taken.high() : 0;
            surely += chain.material(alternative.material()).boundary() && isReady(alternative.rampUp(), days, false)
                    ? taken.low()
                    : 0;
        }
        return new Range(Math.max(0, 1 - perhaps), Math.max(0, 1 - surely), Unit.ONE);
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
        for (InstalledLine line : lines(material, counted)) {
            boolean any = usable(line, material).stream().anyMatch(recipe -> !users.contains(recipe));
            boolean surely = line.line().recipes().stream()
                    .map(chain::recipe)
                    .noneMatch(recipe -> users.contains(recipe) || !isFed(recipe));
            if (any) {
                Range most = permitted(line, material, counted);
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
        List<InstalledLine> lines = lines(material, counted);
        Set<Stage> stages = recipes(material).stream()
                .flatMap(recipe -> recipe.stage().stream())
                .collect(Sets.toImmutableEnumSet());
        return new Rung(
                material,
                stages,
                chain.material(material).boundary(),
                need,
                throughput,
                sum(lines, material, line -> made(figures.nameplate(line), making(line, material), material)),
                sum(lines, material, line -> made(figures.usable(line), making(line, material), material)),
                sum(lines, material, line -> permitted(line, material, counted)),
                waiting(material, Line.Status.IDLE, counted),
                waiting(material, Line.Status.PLANNED, counted),
                drawn(material, counted),
                reserves(material, counted.suppliers()));
    }

    private List<InstalledLine> lines(MaterialId material, Counted counted) {
        return chain.material(material).boundary()
                ? ImmutableList.of()
                : chain.linesMaking(material).stream()
                        .filter(line -> counted.counts(line, true))
                        .toList();
    }

    /** What lines of a status could make that does not count. */
    private Range waiting(MaterialId material, Line.Status status, Counted counted) {
        return chain.material(material).boundary()
                ? Range.exactly(0, unit(material))
                : sum(
                        chain.linesMaking(material).stream()
                                .filter(line -> line.line().status() == status
                                        && counted.suppliers().contains(line.country())
                                        && !counted.counts(line, true))
                                .toList(),
                        material,
                        line -> made(figures.capacity(line), usable(line, material), material));
    }

    /** What is drawn in the year from stocks above ground, in t/a. */
    private Range drawn(MaterialId material, Counted counted) {
        return counted.drawn() == 0 || chain.material(material).boundary()
                ? Range.exactly(0, unit(material))
                : stocks(material, Stock.Kind.ABOVE_GROUND, counted.suppliers())
                        .times(Range.exactly(counted.drawn(), Unit.ONE), unit(material));
    }

    private Range sum(List<InstalledLine> lines, MaterialId material, Function<InstalledLine, Range> what) {
        return lines.stream().map(what).reduce(Range.exactly(0, unit(material)), Range::plus);
    }

    /** The most of a material that so much of the reference material brings, by the best of some recipes. */
    private Range made(Range reference, List<Recipe> recipes, MaterialId material) {
        double low = 0;
        double high = 0;
        for (Recipe recipe : recipes) {
            Range made = reference.times(figures.perTon(recipe, material), unit(material));
            low = Math.max(low, made.low());
            high = Math.max(high, made.high());
        }
        return new Range(low, high, unit(material));
    }

    /** What a line may make: nothing by a recipe whose technology a policy keeps from it, and what it was seen to make at least. */
    private Range permitted(InstalledLine line, MaterialId material, Counted counted) {
        return made(most(line, counted), usable(line, material), material);
    }

    private Range most(InstalledLine line, Counted counted) {
        Range capacity = figures.capacity(line);
        Range seen = line.line().status() == Line.Status.RUNNING
                        && counted.response() != Response.OBSERVED
                        && line.line().output().filter(Figure::isKnown).isPresent()
                ? figures.output(line)
                : Range.exactly(0, capacity.unit());
        return new Range(
                counted.counts(line, false) ? Math.max(capacity.low(), seen.low()) : 0,
                Math.max(capacity.high(), seen.high()),
                capacity.unit());
    }

    private List<Recipe> making(InstalledLine line, MaterialId material) {
        return line.line().recipes().stream()
                .map(chain::recipe)
                .filter(recipe -> recipe.makes(material))
                .toList();
    }

    /** The recipes by which a line may make a material. */
    private List<Recipe> usable(InstalledLine line, MaterialId material) {
        return technology.recipes(line).stream()
                .filter(recipe -> recipe.makes(material))
                .toList();
    }

    /** Permitted capacity for a material by recipes at some stages. */
    Range capacity(MaterialId material, Counted counted, Set<Stage> stages) {
        return sum(
                lines(material, counted),
                material,
                line -> made(
                        most(line, counted),
                        usable(line, material).stream()
                                .filter(recipe ->
                                        recipe.stage().filter(stages::contains).isPresent())
                                .toList(),
                        material));
    }

    /**
     * Groups of materials that stand in for each other: none is made of another, and no recipe takes both, even at many steps
     * from here.
     */
    ImmutableList<Set<MaterialId>> standIns(List<MaterialId> materials) {
        List<Set<MaterialId>> groups = new ArrayList<>();
        for (MaterialId material : materials) {
            groups.stream()
                    .filter(group -> group.stream().allMatch(other -> standIn(material, other)))
                    .findFirst()
                    .orElseGet(() -> {
                        groups.add(new LinkedHashSet<>());
                        return groups.get(groups.size() - 1);
                    })
                    .add(material);
        }
        return ImmutableList.copyOf(groups);
    }

    private boolean standIn(MaterialId one, MaterialId other) {
        return !behind(one).contains(other)
                && !behind(other).contains(one)
                && order.stream()
                        .flatMap(material -> recipes(material).stream())
                        .noneMatch(recipe -> takes(recipe, one, other));
    }

    /** Whether a recipe takes both, by different inputs. */
    private boolean takes(Recipe recipe, MaterialId one, MaterialId other) {
        return recipe.inputs().keySet().stream()
                .filter(input -> behind(input).contains(one))
                .anyMatch(input -> recipe.inputs().keySet().stream()
                        .anyMatch(second ->
                                !second.equals(input) && behind(second).contains(other)));
    }

    /** A material, and all that it is made of. */
    private Set<MaterialId> behind(MaterialId material) {
        return behind.computeIfAbsent(material, any -> {
            Set<MaterialId> found = new LinkedHashSet<>();
            Deque<MaterialId> left = new ArrayDeque<>(List.of(material));
            while (!left.isEmpty()) {
                MaterialId next = left.pop();
                if (found.add(next)) {
                    left.addAll(inputs(next));
                }
            }
            return found;
        });
    }

    /** What several that stand in for each other cover together: the sum, unless one line could serve more than one of them. */
    Range jointly(Set<MaterialId> materials, List<Range> covered) {
        long lines = materials.stream()
                .flatMap(material -> chain.linesMaking(material).stream())
                .count();
        long apart = materials.stream()
                .flatMap(material -> chain.linesMaking(material).stream())
                .map(InstalledLine::id)
                .distinct()
                .count();
        double high = covered.stream().mapToDouble(Range::high).sum();
        return lines == apart
                ? Range.spanning(covered.stream().mapToDouble(Range::low).sum(), high, Unit.SHARE)
                : new Range(covered.stream().mapToDouble(Range::low).max().orElse(0), high, Unit.SHARE);
    }

    /** What was seen to be made of a material by country, apart from some. */
    Map<CountryId, Range> output(MaterialId material, Set<CountryId> apart) {
        Map<CountryId, Range> made = new TreeMap<>();
        for (InstalledLine line : chain.linesMaking(material)) {
            if (!apart.contains(line.country()) && figures.isSeen(line)) {
                made.merge(line.country(), figures.made(line, material, recipe -> recipe.makes(material)), Range::plus);
            }
        }
        return made;
    }

    /** What lies in the ground, in t. */
    private Range reserves(MaterialId material, Set<CountryId> suppliers) {
        return stocks(material, Stock.Kind.IN_GROUND, suppliers);
    }

    private Range stocks(MaterialId material, Stock.Kind kind, Set<CountryId> holders) {
        Unit tons = Unit.T.of(chain.material(material).basis());
        return chain.stocks().values().stream()
                .filter(stock ->
                        stock.kind() == kind && stock.material().equals(material) && holders.contains(stock.holder()))
                .map(stock -> figures.read(new FigurePlace(stock.id(), FigurePlace.Kind.AMOUNT), stock.amount(), tons))
                .reduce(Range.exactly(0, tons), Range::plus);
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
