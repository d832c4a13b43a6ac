package org.lodegraph.query;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Names;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.RoundTrips.Answer;
import org.lodegraph.query.RoundTrips.Crossing;
import org.lodegraph.query.RoundTrips.Known;

/** Reads what crosses a border, and bounds what crosses it twice. Used once. */
final class RoundTripSearch {

    private final SupplyChain chain;
    private final RoundTrips question;
    private final Run run;
    private final LineFigures figures;
    private final Set<CountryId> home;
    private final Material raw;
    private final Material processed;
    /** What was found of materials whose way from the raw one meets no circle. */
    private final Map<MaterialId, Optional<Range>> known = new TreeMap<>();

    RoundTripSearch(SupplyChain chain, RoundTrips question, Run run) {
        this.chain = chain;
        this.question = question;
        this.run = run;
        this.figures = new LineFigures(chain);
        this.home = chain.members(question.home());
        this.raw = chain.material(question.raw());
        this.processed = chain.material(question.processed());
    }

    Answer answer() {
        Range perTon = raw.equals(processed)
                ? Range.exactly(0, Unit.ONE)
                : behind(processed.id(), ImmutableSet.of()).orElse(Range.exactly(0, Unit.ONE));
        if (perTon.low() <= 0) {
            throw new IllegalArgumentException(
                    "RoundTrips: no recipe makes '%s' out of '%s'. Maybe the other way round."
                            .formatted(processed.id(), raw.id()));
        }
        Crossing out = out();
        Crossing in = in();
        Range known = made(processed, line -> !home.contains(line.country()));
        Range abroad = new Range(known.low(), known.high() + unexplained(in), known.unit());
        return new Answer(
                question,
                chain.year(),
                chain.date(),
                Stream.of(out, in)
                        .flatMap(crossing -> crossing.partners().keySet().stream())
                        .distinct()
                        .collect(ImmutableMap.toImmutableMap(country -> country, Names.of(chain)::name)),
                out,
                in,
                perTon,
                abroad,
                Range.spanning(least(out, in, perTon, abroad), most(out, in, perTon), rate(processed)),
                figures.sources(),
                figures.assumptions());
    }

    private double least(Crossing out, Crossing in, Range perTon, Range abroad) {
        double least = beyondOthers(in.tons(), abroad, out.tons(), diverted(any -> true), perTon);
        if (!isOneHop(in)) {
            return least;
        }
        double matched = 0;
        for (Map.Entry<CountryId, Range> partner : in.partners().entrySet()) {
            matched += beyondOthers(
                    partner.getValue(),
                    madeIn(partner.getKey()),
                    out.partners().getOrDefault(partner.getKey(), Range.exactly(0, rate(raw))),
                    diverted(partner.getKey()::equals),
                    perTon);
        }
        return Math.max(least, matched);
    }

    /** What came in beyond all that others' raw material can have become, if as much of what left as could went elsewhere. */
    private static double beyondOthers(Range in, Range made, Range out, double diverted, Range perTon) {
        double left = Math.max(0, out.low() - diverted);
        return Math.max(0, in.low() - Math.max(0, made.high() - left / perTon.high()));
    }

    /** The most of the raw material that may have gone into other things than what comes back, in t/a, in some countries abroad. */
    private double diverted(Predicate<CountryId> where) {
        Predicate<CountryId> there = country -> where.test(country) && !home.contains(country);
        return way().stream()
                .mapToDouble(material -> {
                    double used = chain.linesUsing(material).stream()
                            .filter(line -> there.test(line.country()) && figures.isSeen(line))
                            .mapToDouble(line -> taken(line, chain.material(material), recipe -> !isOnWay(recipe))
                                    .high())
                            .sum();
                    double wanted = chain.demandsFor(material).stream()
                            .filter(demand -> demand.consumer().equals(CountryId.REST) || there.test(demand.consumer()))
                            .mapToDouble(demand -> figures.read(
                                            new FigurePlace(demand.id(), FigurePlace.Kind.RATE),
                                            demand.rate(),
                                            rate(chain.material(material)))
                                    .high())
                            .sum();
                    double diverted = used + wanted;
                    return diverted == 0
                            ? 0
                            : diverted
                                    * behind(material, ImmutableSet.of())
                                            .orElseThrow()
                                            .high();
                })
                .sum();
    }

    /** The materials between: the raw one, and what of it becomes the processed one, without that. */
    private Set<MaterialId> way() {
        Set<MaterialId> way = new LinkedHashSet<>();
        Deque<MaterialId> left = new ArrayDeque<>(List.of(processed.id()));
        Set<MaterialId> seen = new LinkedHashSet<>(left);
        while (!left.isEmpty()) {
            for (Recipe recipe : processing(left.pop()).toList()) {
                for (MaterialId input : recipe.inputs().keySet()) {
                    if (seen.add(input) && behind(input, ImmutableSet.of()).isPresent()) {
                        way.add(input);
                        left.add(input);
                    }
                }
            }
        }
        return way;
    }

    /** Whether it makes the processed material, or something between. */
    private boolean isOnWay(Recipe recipe) {
        return Stream.concat(Stream.of(processed.id()), way().stream())
                .anyMatch(material ->
                        !material.equals(raw.id()) && processing(material).anyMatch(recipe::equals));
    }

    private double most(Crossing out, Crossing in, Range perTon) {
        double sent = out.tons().high() / perTon.low();
        double most = Math.min(sent, in.tons().high());
        if (!isOneHop(in)) {
            return most;
        }
        double matched = 0;
        for (CountryId partner :
                Sets.intersection(out.partners().keySet(), in.partners().keySet())) {
            matched += Math.min(high(out, partner) / perTon.low(), high(in, partner));
        }
        return Math.min(most, matched + unseen(out) / perTon.low() + unseen(in));
    }

    private static double high(Crossing crossing, CountryId partner) {
        return Objects.requireNonNull(crossing.partners().get(partner)).high();
    }

    /** What may cross beside all that was seen. */
    private static double unseen(Crossing crossing) {
        double seen =
                crossing.partners().values().stream().mapToDouble(Range::low).sum();
        return Math.max(0, crossing.tons().high() - seen);
    }

    /** Whether what is processed where the raw material arrives comes straight back. */
    private boolean isOneHop(Crossing in) {
        return in.partners().entrySet().stream()
                        .allMatch(partner -> partner.getValue().high()
                                <= madeIn(partner.getKey()).low())
                && processing(processed.id()).allMatch(recipe -> recipe.inputs().containsKey(raw.id()))
                && chain.links().values().stream()
                        .noneMatch(link -> link.reexport()
                                && (link.material().equals(raw.id())
                                        || link.material().equals(processed.id())));
    }

    /** What partners send beyond the most that they are known to make: they make more, or pass on what others made. */
    private double unexplained(Crossing in) {
        return in.partners().entrySet().stream()
                .mapToDouble(partner -> Math.max(
                        0, partner.getValue().high() - madeIn(partner.getKey()).high()))
                .sum();
    }

    private Range madeIn(CountryId country) {
        return made(processed, line -> line.country().equals(country));
    }

    /** Recipes that make something of the raw material, in any number of steps. */
    private Stream<Recipe> processing(MaterialId material) {
        return chain.recipes().values().stream()
                .filter(recipe -> recipe.makes(material)
                        && behind(recipe, ImmutableSet.of(material), new LinkedHashSet<>())
                                .isPresent());
    }

    /** Tons of raw material behind a ton of another; empty if there is none. */
    private Optional<Range> behind(MaterialId material, Set<MaterialId> below) {
        return traced(material, below).tons();
    }

    /**
     * What was traced.
     *
     * @param tons of raw material behind a ton; empty if there is none
     * @param met what was met again on the way and not followed
     */
    private record Traced(Optional<Range> tons, Set<MaterialId> met) {}

    private Traced traced(MaterialId material, Set<MaterialId> below) {
        if (material.equals(raw.id())) {
            return new Traced(Optional.of(Range.exactly(1, Unit.ONE)), ImmutableSet.of());
        }
        Optional<Range> found = known.get(material);
        if (found != null) {
            return new Traced(found, ImmutableSet.of());
        }
        run.check();
        Set<MaterialId> path = Sets.union(below, ImmutableSet.of(material)).immutableCopy();
        Set<MaterialId> met = new LinkedHashSet<>();
        Optional<Range> tons = chain.recipes().values().stream()
                .filter(recipe -> recipe.makes(material))
                .flatMap(recipe ->
                        behind(recipe, path, met).map(behind -> over(behind, perTon(recipe, material))).stream())
                .reduce(Range::hull);
        met.remove(material);
        if (met.isEmpty()) {
            known.put(material, tons);
        }
        return new Traced(tons, met);
    }

    /** Per ton of the reference material; what goes in circles brings nothing along. */
    private Optional<Range> behind(Recipe recipe, Set<MaterialId> path, Set<MaterialId> met) {
        Optional<Range> sum = Optional.empty();
        for (Map.Entry<MaterialId, Figure> input : recipe.inputs().entrySet()) {
            if (path.contains(input.getKey())) {
                met.add(input.getKey());
                continue;
            }
            Traced traced = traced(input.getKey(), path);
            met.addAll(traced.met());
            Optional<Range> tons =
                    traced.tons().map(behind -> times(behind, needed(recipe, input.getKey(), input.getValue())));
            sum = Stream.of(sum, tons).flatMap(Optional::stream).reduce(Range::plus);
        }
        return sum;
    }

    private Range needed(Recipe recipe, MaterialId material, Figure perTon) {
        return figures.read(new FigurePlace(recipe.id(), FigurePlace.Kind.NEEDED, material.value()), perTon, Unit.ONE);
    }

    private Range perTon(Recipe recipe, MaterialId material) {
        return recipe.reference().equals(material)
                ? Range.exactly(1, Unit.ONE)
                : figures.read(
                        new FigurePlace(recipe.id(), FigurePlace.Kind.YIELDED, material.value()),
                        Objects.requireNonNull(recipe.yields().get(material)).coefficient(),
                        Unit.ONE);
    }

    private static Range times(Range one, Range other) {
        return new Range(one.low() * other.low(), one.high() * other.high(), Unit.ONE);
    }

    private static Range over(Range one, Range other) {
        return new Range(one.low() / other.high(), one.high() / other.low(), Unit.ONE);
    }

    private Crossing out() {
        Map<CountryId, Range> seen = seen(raw, Link::origin, Link::destination);
        if (question.leaving().isPresent()) {
            Range stated = figures.read(
                    new Assumption.Named("what leaves unprocessed"),
                    question.leaving().orElseThrow(),
                    rate(raw));
            return new Crossing(stated, Known.STATED, seen);
        }
        Range dug = raw.boundary() ? Range.unknown(rate(raw)) : made(raw, line -> home.contains(line.country()));
        return crossing(raw, seen, dug.low() - used(raw).high(), dug.high());
    }

    private Crossing in() {
        Map<CountryId, Range> seen = seen(processed, Link::destination, Link::origin);
        Range made = made(processed, line -> home.contains(line.country()));
        Range wanted = wanted().plus(used(processed));
        return crossing(processed, seen, wanted.low() - made.high(), wanted.high());
    }

    /** At least what was seen, else what a balance asks for; at most what it leaves room for, or what was seen. */
    private Crossing crossing(Material material, Map<CountryId, Range> seen, double least, double most) {
        Range sum = seen.values().stream().reduce(Range.exactly(0, rate(material)), Range::plus);
        double low = seen.isEmpty() ? Math.max(0, least) : sum.low();
        return new Crossing(
                Range.spanning(low, Math.max(low, Math.max(most, sum.high())), rate(material)),
                seen.isEmpty() ? Known.BALANCE : Known.OBSERVED,
                seen);
    }

    /** What links were observed to carry between home and others, by partner, the largest first. */
    private Map<CountryId, Range> seen(
            Material material, Function<Link, CountryId> atHome, Function<Link, CountryId> elsewhere) {
        Map<CountryId, Range> partners = new TreeMap<>();
        chain.links().values().stream()
                .filter(link -> link.material().equals(material.id()))
                .filter(link -> home.contains(atHome.apply(link)) && !home.contains(elsewhere.apply(link)))
                .forEach(link -> link.observed()
                        .ifPresent(figure -> partners.merge(
                                elsewhere.apply(link),
                                figures.read(new FigurePlace(link.id(), FigurePlace.Kind.FLOW), figure, rate(material)),
                                Range::plus)));
        return partners.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> -entry.getValue().high()))
                .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Range made(Material material, Predicate<InstalledLine> where) {
        return chain.linesMaking(material.id()).stream()
                .filter(where.and(figures::isSeen))
                .map(line -> figures.made(line, material.id(), recipe -> recipe.makes(material.id())))
                .reduce(Range.exactly(0, rate(material)), Range::plus);
    }

    /** What lines at home were seen to take. */
    private Range used(Material material) {
        return chain.linesUsing(material.id()).stream()
                .filter(line -> home.contains(line.country()) && figures.isSeen(line))
                .map(line -> taken(line, material, recipe -> true))
                .reduce(Range.exactly(0, rate(material)), Range::plus);
    }

    /** By recipes that count; a line may run any of its recipes. */
    private Range taken(InstalledLine line, Material material, Predicate<Recipe> counts) {
        Range output = figures.output(line);
        Range perTon = line.line().recipes().stream()
                .map(chain::recipe)
                .map(recipe -> Optional.ofNullable(recipe.inputs().get(material.id()))
                        .filter(any -> counts.test(recipe))
                        .map(figure -> needed(recipe, material.id(), figure))
                        .orElse(Range.exactly(0, Unit.ONE)))
                .reduce(Range::hull)
                .orElseThrow();
        return new Range(output.low() * perTon.low(), output.high() * perTon.high(), rate(material));
    }

    /** Who is not named among the consumers may be any part of the rest of the world. */
    private Range wanted() {
        List<Demand> demands = chain.demandsFor(processed.id());
        Set<CountryId> named = demands.stream().map(Demand::consumer).collect(ImmutableSet.toImmutableSet());
        Range wanted = Range.exactly(0, rate(processed));
        for (Demand demand : demands) {
            boolean isRest = demand.consumer().equals(CountryId.REST) && !named.containsAll(home);
            if (isRest || home.contains(demand.consumer())) {
                Range rate =
                        figures.read(new FigurePlace(demand.id(), FigurePlace.Kind.RATE), demand.rate(), wanted.unit());
                wanted = wanted.plus(isRest ? new Range(0, rate.high(), rate.unit()) : rate);
            }
        }
        return wanted;
    }

    private static Unit rate(Material material) {
        return Unit.T_PER_A.of(material.basis());
    }
}
