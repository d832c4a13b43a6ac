package org.lodegraph.query;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Facility;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.LineId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Technology;
import org.lodegraph.query.ByProducts.Binds;
import org.lodegraph.query.CompanionProgram.Best;
import org.lodegraph.query.CompanionProgram.Step;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;

/** One facility, as far as it concerns a companion: what hosts leave there and what steps make of it. */
final class CompanionSite {

    /** Every host runs as it does. */
    static final ToDoubleFunction<Recipe> AS_IT_RUNS = recipe -> 1;

    private static final ImmutableList<Reading> ENDS = ImmutableList.of(Reading.LOW, Reading.HIGH);
    private static final ImmutableSet<Line.Status> STANDING =
            Sets.immutableEnumSet(Line.Status.RUNNING, Line.Status.IDLE);

    private final SupplyChain chain;
    private final CompanionWays ways;
    private final LineFigures figures;
    private final Technology technology;
    private final Facility facility;
    private final ImmutableList<InstalledLine> hosts;
    private final ImmutableList<InstalledLine> takers;
    private final ImmutableList<Step> steps;

    /**
     * Both caps and what is left of them.
     *
     * @param slack what the host could give beyond what can be made
     */
    record Caps(Range host, Range circuits, Range supply, Range slack, Binds binds) {}

    /** At one end of what hosts leave and steps need, and one of what lines can. */
    private record Corner(double host, double circuits, double supply) {

        boolean isFull() {
            return isAt(circuits);
        }

        boolean isEmpty() {
            return isAt(host);
        }

        private boolean isAt(double cap) {
            return Numbers.published(cap) == Numbers.published(supply);
        }

        double slack() {
            return Double.isInfinite(supply) ? 0 : host - supply;
        }
    }

    CompanionSite(
            SupplyChain chain, CompanionWays ways, LineFigures figures, Technology technology, Facility facility) {
        this.chain = chain;
        this.ways = ways;
        this.figures = figures;
        this.technology = technology;
        this.facility = facility;
        hosts = lines(line -> line.line().status() == Line.Status.RUNNING
                && hasStarted(line)
                && technology.recipes(line).stream().anyMatch(ways::isHost));
        takers = lines(line -> recipes(line).anyMatch(ways.circuits()::contains));
        steps = lines(this::stands).stream()
                .flatMap(line -> technology.recipes(line).stream()
                        .filter(this::isStep)
                        .map(recipe -> new Step(recipe, Optional.of(line))))
                .collect(toImmutableList());
    }

    private ImmutableList<InstalledLine> lines(Predicate<InstalledLine> which) {
        return facility.lines().stream()
                .map(line -> new InstalledLine(facility, line))
                .filter(which)
                .collect(toImmutableList());
    }

    private Stream<Recipe> recipes(InstalledLine line) {
        return line.line().recipes().stream().map(chain::recipe);
    }

    private boolean isStep(Recipe recipe) {
        return !ways.isHost(recipe) && !ways.makes(recipe).isEmpty();
    }

    private boolean stands(InstalledLine line) {
        return line.isPresentOn(chain.date()) && STANDING.contains(line.line().status());
    }

    /** Wherever it is: hosts of "other countries" are somewhere. */
    private boolean hasStarted(InstalledLine line) {
        return line.line().starts().map(start -> !start.isAfter(chain.date())).orElse(true);
    }

    private boolean isPlanned(InstalledLine line) {
        return line.line().status() == Line.Status.PLANNED
                || line.line().status() != Line.Status.CLOSED && !line.isPresentOn(chain.date());
    }

    Facility facility() {
        return facility;
    }

    CompanionWays ways() {
        return ways;
    }

    LineFigures figures() {
        return figures;
    }

    /** What some of the hosts yield themselves, without a circuit. */
    Tree.Node direct(Predicate<Recipe> which) {
        return given(
                "what hosts yield without a circuit",
                ways::isDirect,
                recipe -> ways.isDirect(recipe) && which.test(recipe)
                        ? figures.perTonOf(recipe, ways.companion())
                        : none(recipe));
    }

    /** What hosts give of the companion, those that have such a recipe, at so much per ton of each. */
    Tree.Node given(String label, Predicate<Recipe> leaves, Function<Recipe, Tree.Node> perTon) {
        return Derivation.sum(
                label,
                ways.unit(),
                hosts.stream()
                        .filter(line -> recipesOf(line).stream().anyMatch(leaves))
                        .map(line -> Derivation.product(
                                "%s that comes along at line '%s'".formatted(ways.companion(), line.id()),
                                ways.unit(),
                                figures.outputOf(line),
                                Derivation.any(
                                        "per ton, by recipe",
                                        recipesOf(line).stream().map(perTon).toList())))
                        .toList());
    }

    Tree.Node none(Recipe host) {
        return Derivation.given(perTonLabel(host), Range.exactly(0, Unit.ONE), "does not count");
    }

    String perTonLabel(Recipe host) {
        return "%s per ton of recipe '%s'".formatted(ways.companion(), host.id());
    }

    /** The host lines that run. */
    ImmutableList<InstalledLine> hosts() {
        return hosts;
    }

    /** What lines that stand may do with a stream, running or idle. */
    ImmutableList<Step> steps() {
        return steps;
    }

    /** What some of the hosts leave, as far as they make anything. */
    Stream<MaterialId> leftBy(Predicate<Recipe> host) {
        return hosts.stream()
                .filter(line -> figures.output(line).high() > 0)
                .flatMap(line -> recipesOf(line).stream())
                .filter(host)
                .flatMap(recipe -> ways.left(recipe).stream());
    }

    /** What a line may run. */
    List<Recipe> recipesOf(InstalledLine line) {
        return technology.recipes(line);
    }

    /** Whether nothing there has to do with the companion. */
    boolean isBystander() {
        return takers.isEmpty() && hosts.isEmpty();
    }

    /** Whether it only evens out what is taken and made, so that no host stands behind it. */
    boolean isFeed() {
        return lines(line -> true).stream().allMatch(figures::isFeed);
    }

    /** Whether something there lives on what no host in the chain leaves. */
    boolean isFedFromElsewhere() {
        return lines(line -> true).stream()
                .flatMap(this::recipes)
                .anyMatch(recipe -> isStep(recipe) && ways.takes(recipe).isEmpty());
    }

    /** What the hosts could give by way of circuits if these were without limit: of the kinds there, else of any. */
    Range host(ToDoubleFunction<Recipe> runs) {
        Set<Recipe> here = takers.stream()
                .flatMap(this::recipes)
                .filter(ways.circuits()::contains)
                .collect(toImmutableSet());
        CompanionProgram program = boundless(recipe -> here.isEmpty() || here.contains(recipe));
        return range(end -> best(program, runs, end, end).tons());
    }

    /** The same with the best of all circuits at its best recovery. */
    Range ceiling() {
        CompanionProgram program = boundless(recipe -> true);
        return range(end -> worst(program, feed(AS_IT_RUNS, end), end, Reading.HIGH, Reading.HIGH)
                .tons());
    }

    private CompanionProgram boundless(Predicate<Recipe> circuit) {
        return new CompanionProgram(
                ways,
                figures,
                ways.steps(circuit).stream()
                        .map(recipe -> new Step(recipe, Optional.empty()))
                        .toList());
    }

    /** Both caps, with the host's as given; infinite where nobody knows it. */
    Caps caps(Range host) {
        CompanionProgram program = new CompanionProgram(ways, figures, steps);
        Feed unlimited = Feed.unlimited(ways.left());
        List<Corner> corners = new ArrayList<>();
        for (Reading flow : ENDS) {
            for (Reading capacity : ENDS) {
                double cap = CompanionProgram.end(host, flow);
                double taken = program.best(unlimited, flow, capacity).tons();
                double made = best(program, AS_IT_RUNS, flow, capacity).tons();
                corners.add(new Corner(cap, taken, Math.min(made, Math.min(cap, taken))));
            }
        }
        Corner least = corners.get(0);
        Corner most = corners.get(corners.size() - 1);
        return new Caps(
                host,
                Range.spanning(least.circuits, most.circuits, ways.unit()),
                Range.spanning(least.supply, most.supply, ways.unit()),
                Range.spanning(
                        corners.stream().mapToDouble(Corner::slack).min().orElseThrow(),
                        corners.stream().mapToDouble(Corner::slack).max().orElseThrow(),
                        ways.unit()),
                binds(corners));
    }

    private static Binds binds(List<Corner> corners) {
        if (corners.stream().allMatch(corner -> corner.circuits == 0)) {
            return Binds.NO_CIRCUIT;
        }
        if (corners.stream().allMatch(Corner::isFull)) {
            return Binds.CIRCUIT;
        }
        if (corners.stream().allMatch(Corner::isEmpty)) {
            return Binds.HOST;
        }
        return corners.stream().noneMatch(corner -> corner.isFull() || corner.isEmpty()) ? Binds.BOTH : Binds.EITHER;
    }

    private interface AtEnd {
        double of(Reading end);
    }

    private Range range(AtEnd value) {
        return Range.spanning(value.of(Reading.LOW), value.of(Reading.HIGH), ways.unit());
    }

    /** The most that some steps make, if hosts run so many times as they do. */
    Best best(CompanionProgram program, ToDoubleFunction<Recipe> runs, Reading flow, Reading capacity) {
        return worst(program, feed(runs, flow), flow, flow, capacity);
    }

    /** At the low end of what hosts leave nobody says which of their recipes they run. */
    private static Best worst(
            CompanionProgram program, Feed feed, Reading left, Reading coefficients, Reading capacity) {
        return left == Reading.HIGH
                ? program.best(feed, coefficients, capacity)
                : feed.worst().stream()
                        .map(each -> program.best(each, coefficients, capacity))
                        .min(Comparator.comparingDouble(Best::tons))
                        .orElseThrow();
    }

    private Feed feed(ToDoubleFunction<Recipe> runs, Reading end) {
        Map<LineId, List<Map<MaterialId, Double>>> left = new LinkedHashMap<>();
        for (InstalledLine line : hosts) {
            left.put(
                    line.id(),
                    technology.recipes(line).stream()
                            .map(recipe -> left(line, recipe, runs.applyAsDouble(recipe), end))
                            .distinct()
                            .toList());
        }
        return Feed.of(left);
    }

    private Map<MaterialId, Double> left(InstalledLine line, Recipe host, double times, Reading end) {
        Map<MaterialId, Double> left = new LinkedHashMap<>();
        for (MaterialId stream : ways.left(host)) {
            Range tons = figures.output(line).times(figures.perTon(host, stream), ways.unit());
            double all = CompanionProgram.end(tons, end);
            left.put(stream, times == 0 ? 0 : times * all);
        }
        return left;
    }

    /** What planned circuits could take that no policy keeps from running. */
    Range planned() {
        return sum(takers.stream()
                .filter(line ->
                        isPlanned(line) && technology.recipes(line).stream().anyMatch(ways.circuits()::contains))
                .map(figures::capacity));
    }

    /** Lines that a policy keeps from a host's or a step's recipe, with the first such policy. */
    ImmutableMap<LineId, Policy> barred() {
        ImmutableMap.Builder<LineId, Policy> barred = ImmutableMap.builder();
        for (InstalledLine line : lines(each -> each.line().status() != Line.Status.CLOSED)) {
            recipes(line)
                    .filter(recipe -> ways.isHost(recipe) || isStep(recipe))
                    .flatMap(recipe -> technology.blocking(line, recipe.id()).stream())
                    .findFirst()
                    .ifPresent(policy -> barred.put(line.id(), policy));
        }
        return barred.buildOrThrow();
    }

    /** What running circuits were seen to make; what nobody looked at is anything up to what can be made. */
    Range made(Range supply) {
        return made(takers, supply);
    }

    Range made(List<InstalledLine> circuits, Range supply) {
        List<InstalledLine> running = circuits.stream()
                .filter(line -> line.line().status() == Line.Status.RUNNING && line.isPresentOn(chain.date()))
                .toList();
        Range seen = sum(running.stream().filter(CompanionSite::isObserved).map(figures::output));
        Range made = sum(running.stream()
                .filter(line ->
                        isObserved(line) || technology.recipes(line).stream().anyMatch(this::isStep))
                .map(figures::output));
        return new Range(made.low(), Math.max(seen.high(), Math.min(made.high(), supply.high())), ways.unit());
    }

    private static boolean isObserved(InstalledLine line) {
        return line.line().output().map(Figure::isKnown).orElse(false);
    }

    private Range sum(Stream<Range> parts) {
        return parts.reduce(Range.exactly(0, ways.unit()), Range::plus);
    }
}
