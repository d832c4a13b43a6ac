package org.lodegraph.query;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.Material;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Names;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.RoundTrips.Answer;
import org.lodegraph.query.RoundTrips.Crossing;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;

/** Reads what crosses a border, and bounds what crosses it twice. Used once. */
final class RoundTripSearch {

    private final SupplyChain chain;
    private final RoundTrips question;
    private final Run run;
    private final LineFigures figures;
    private final RoundTripBorder border;
    private final Set<CountryId> home;
    private final Material raw;
    private final Material processed;
    /** What was found of materials whose way from the raw one meets no circle. */
    private final Map<MaterialId, Optional<Range>> known = new TreeMap<>();

    private final Supplier<Set<MaterialId>> way = Suppliers.memoize(this::findWay);

    RoundTripSearch(SupplyChain chain, RoundTrips question, Run run) {
        this.chain = chain;
        this.question = question;
        this.run = run;
        this.figures = new LineFigures(chain);
        this.border = new RoundTripBorder(chain, question, figures);
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
        Crossing out = border.out();
        Crossing in = border.in();
        Tree.Node abroad = Derivation.sum(
                "%s made abroad".formatted(processed.id()),
                rate(processed),
                ImmutableList.of(
                        border.made("by lines", processed, line -> !home.contains(line.country())),
                        Derivation.given(
                                "sent by partners beyond what they are known to make",
                                new Range(0, unexplained(in), rate(processed)),
                                "they make more, or pass on what others made")));
        return new Answer(
                question,
                chain.year(),
                figures.years(),
                chain.date(),
                Names.of(chain)
                        .names(Stream.concat(
                                Stream.of(raw.id(), processed.id(), question.home()),
                                Stream.of(out, in).flatMap(crossing -> crossing.partners().keySet().stream()))),
                out,
                in,
                perTon,
                abroad.amount(),
                Derivation.between(
                        "%s that comes back as %s".formatted(raw.id(), processed.id()),
                        least(out, in, abroad),
                        most(out, in)),
                figures.sources(),
                figures.assumptions());
    }

    /** At its low end: as much of what others sent as can be was made of others' raw material. */
    private Tree.Node least(Crossing out, Crossing in, Tree.Node abroad) {
        Tree.Node least = beyondOthers(
                in.crossing(),
                abroad,
                out.crossing(),
                Derivation.sum(
                        "%s that did not become what was sent".formatted(raw.id()),
                        rate(raw),
                        ImmutableList.of(diverted(any -> true), broughtHome())));
        if (!isOneHop(in)) {
            return least;
        }
        List<Tree.Node> partners = in.partners().entrySet().stream()
                .map(partner -> beyondOthers(
                                seen("sent by them", partner.getValue()),
                                border.madeIn(partner.getKey()),
                                seen(
                                        "sent to them",
                                        out.partners().getOrDefault(partner.getKey(), Range.exactly(0, rate(raw)))),
                                diverted(partner.getKey()::equals))
                        .labeled("by way of " + name(partner.getKey())))
                .toList();
        return Derivation.most(
                "at least", ImmutableList.of(least, Derivation.sum("partner by partner", rate(processed), partners)));
    }

    private static Tree.Node seen(String label, Range tons) {
        return Derivation.given(label, tons, "observed on links");
    }

    private String name(CountryId country) {
        return Names.of(chain).name(country);
    }

    /** What came in beyond all that others' raw material can have become, if as much of what left as could went elsewhere. */
    private Tree.Node beyondOthers(Tree.Node in, Tree.Node made, Tree.Node out, Tree.Node diverted) {
        Tree.Node left = diverted.amount().high() == 0
                ? out
                : Derivation.beyond("%s of home that went into nothing else".formatted(raw.id()), out, diverted);
        return Derivation.beyond(
                "came in beyond what others' %s gives".formatted(raw.id()),
                in,
                Derivation.beyond("made abroad of others' %s".formatted(raw.id()), made, asProcessed(left)));
    }

    private Tree.Node asProcessed(Tree.Node tons) {
        return Derivation.quotient(
                "as %s: %s".formatted(processed.id(), tons.label()), rate(processed), tons, perTonTold());
    }

    /** The recipes of the processed material, and what is behind a ton of what they take. */
    private Tree.Node perTonTold() {
        List<Tree.Node> ways = new ArrayList<>();
        for (Recipe recipe : chain.recipes().values()) {
            if (recipe.makes(processed.id())) {
                List<Tree.Node> inputs = new ArrayList<>();
                for (MaterialId input : recipe.inputs().keySet()) {
                    behind(input, ImmutableSet.of(processed.id()))
                            .ifPresent(behind -> inputs.add(perTon(figures.neededOf(recipe, input), input, behind)));
                }
                if (!inputs.isEmpty()) {
                    Tree.Node sum = Derivation.sum("by recipe '%s'".formatted(recipe.id()), Unit.ONE, inputs);
                    ways.add(
                            recipe.reference().equals(processed.id())
                                    ? sum
                                    : Derivation.quotient(
                                            "by recipe '%s', per ton".formatted(recipe.id()),
                                            Unit.ONE,
                                            sum,
                                            figures.perTonOf(recipe, processed.id())));
                }
            }
        }
        return Derivation.any("%s behind a ton of %s".formatted(raw.id(), processed.id()), ways);
    }

    private Tree.Node perTon(Tree.Node needed, MaterialId input, Range behind) {
        return input.equals(raw.id())
                ? needed
                : Derivation.product(
                        "%s by way of %s".formatted(raw.id(), input),
                        Unit.ONE,
                        needed,
                        Derivation.given(
                                "%s behind a ton of %s".formatted(raw.id(), input),
                                behind,
                                "recipes multiplied from step to step"));
    }

    /** What of the raw material may have gone into other things than what comes back, in t/a, in some countries abroad. */
    private Tree.Node diverted(Predicate<CountryId> where) {
        Predicate<CountryId> there = country -> where.test(country) && !home.contains(country);
        List<Tree.Node> diverted = new ArrayList<>();
        for (MaterialId id : way.get()) {
            Material material = chain.material(id);
            List<Tree.Node> uses = new ArrayList<>();
            chain.linesUsing(id).stream()
                    .filter(line -> there.test(line.country()) && figures.isSeen(line))
                    .map(line -> border.taken(line, material, recipe -> !isOnWay(recipe)))
                    .filter(taken -> taken.amount().high() > 0)
                    .forEach(uses::add);
            chain.demandsFor(id).stream()
                    .filter(demand -> demand.consumer().equals(CountryId.REST) || there.test(demand.consumer()))
                    .map(demand -> figures.readOf(
                            new FigurePlace(demand.id(), FigurePlace.Kind.RATE), demand.rate(), rate(material)))
                    .forEach(uses::add);
            if (uses.stream().anyMatch(use -> use.amount().high() > 0)) {
                diverted.add(asRaw(
                        "in other uses of %s".formatted(id),
                        id,
                        Derivation.sum("other uses of %s".formatted(id), rate(material), uses)));
            }
        }
        return Derivation.sum("%s that may have gone into other things".formatted(raw.id()), rate(raw), diverted);
    }

    /** What of the raw material may have come home half done and been finished there, in t/a of it. */
    private Tree.Node broughtHome() {
        return Derivation.sum(
                "%s that may have come home half done".formatted(raw.id()),
                rate(raw),
                way.get().stream()
                        .filter(id -> !id.equals(raw.id()))
                        .map(id -> asRaw("by way of %s".formatted(id), id, border.used(chain.material(id))))
                        .filter(half -> half.amount().high() > 0)
                        .toList());
    }

    private Tree.Node asRaw(String label, MaterialId material, Tree.Node tons) {
        return Derivation.product(
                label,
                rate(raw),
                tons,
                Derivation.given(
                        "%s behind a ton of it".formatted(raw.id()),
                        behind(material, ImmutableSet.of()).orElseThrow(),
                        "recipes multiplied from step to step"));
    }

    /** The materials between: the raw one, and what of it becomes the processed one, without that. */
    private Set<MaterialId> findWay() {
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
        return Stream.concat(Stream.of(processed.id()), way.get().stream())
                .anyMatch(material ->
                        !material.equals(raw.id()) && processing(material).anyMatch(recipe::equals));
    }

    /** At its high end: no more than left, and no more than came in. */
    private Tree.Node most(Crossing out, Crossing in) {
        Tree.Node most = Derivation.least("at most", asProcessed(out.crossing()), in.crossing());
        if (!isOneHop(in)) {
            return most;
        }
        List<Tree.Node> matched = new ArrayList<>();
        for (CountryId partner :
                Sets.intersection(out.partners().keySet(), in.partners().keySet())) {
            matched.add(Derivation.least(
                    "by way of " + name(partner),
                    asProcessed(seen("sent to them", of(out, partner))),
                    seen("sent by them", of(in, partner))));
        }
        matched.add(asProcessed(unseen("left unseen", out)));
        matched.add(unseen("came in unseen", in));
        return Derivation.least(
                "at most",
                asProcessed(out.crossing()),
                in.crossing(),
                Derivation.sum("partner by partner", rate(processed), matched));
    }

    private static Range of(Crossing crossing, CountryId partner) {
        return Objects.requireNonNull(crossing.partners().get(partner));
    }

    /** What may cross beside all that was seen. */
    private static Tree.Node unseen(String label, Crossing crossing) {
        double seen =
                crossing.partners().values().stream().mapToDouble(Range::low).sum();
        Range tons = crossing.tons();
        return Derivation.given(
                label,
                new Range(0, Math.max(0, tons.high() - seen), tons.unit()),
                "what may cross beside all that was observed");
    }

    /** Whether what is processed where the raw material arrives comes straight back. */
    private boolean isOneHop(Crossing in) {
        return in.partners().entrySet().stream()
                        .allMatch(partner -> partner.getValue().high()
                                <= border.madeIn(partner.getKey()).amount().low())
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
                        0,
                        partner.getValue().high()
                                - border.madeIn(partner.getKey()).amount().high()))
                .sum();
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

    private static Unit rate(Material material) {
        return RoundTripBorder.rate(material);
    }
}
