package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lodegraph.measure.Numbers;
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
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.RoundTrips.Crossing;
import org.lodegraph.query.RoundTrips.Known;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;

/** What crosses the border of some countries, and what lines on either side make and take. Used once. */
final class RoundTripBorder {

    private final SupplyChain chain;
    private final RoundTrips question;
    private final LineFigures figures;
    private final Set<CountryId> home;
    private final Material raw;
    private final Material processed;

    RoundTripBorder(SupplyChain chain, RoundTrips question, LineFigures figures) {
        this.chain = chain;
        this.question = question;
        this.figures = figures;
        this.home = chain.members(question.home());
        this.raw = chain.material(question.raw());
        this.processed = chain.material(question.processed());
    }

    Crossing out() {
        Map<CountryId, List<Tree.Node>> seen = seen(raw, Link::origin, Link::destination);
        if (question.leaving().isPresent()) {
            Tree.Node stated = figures.readOf(
                    new Assumption.Named("what leaves unprocessed"),
                    question.leaving().orElseThrow(),
                    rate(raw));
            requireRoom(stated.amount(), seen);
            return new Crossing(stated, Known.STATED, partners(seen));
        }
        Tree.Node dug = raw.boundary()
                ? Derivation.given(raw.id() + " at home", Range.unknown(rate(raw)), "taken as unlimited")
                : made("%s made at home".formatted(raw.id()), raw, line -> home.contains(line.country()));
        return crossing(
                raw,
                "%s that leaves".formatted(raw.id()),
                seen,
                Derivation.beyond(
                        "%s made and not kept at home".formatted(raw.id()),
                        dug,
                        Derivation.sum(
                                "kept at home at most",
                                rate(raw),
                                ImmutableList.<Tree.Node>builder()
                                        .addAll(wanted(raw))
                                        .add(used(raw), thrownAway())
                                        .build())),
                dug);
    }

    /** What is said to leave must be no less than what was seen to. */
    private void requireRoom(Range stated, Map<CountryId, List<Tree.Node>> seen) {
        double least = partners(seen).values().stream().mapToDouble(Range::low).sum();
        if (Numbers.published(stated.high()) < Numbers.published(least)) {
            throw new IllegalArgumentException(
                    "RoundTrips: %s of '%s' are said to leave, but links were observed to carry %s. Maybe leave one of them out."
                            .formatted(stated, raw.id(), Range.exactly(least, rate(raw))));
        }
    }

    /** What lines at home may have thrown away of the raw material, because it only comes along. */
    private Tree.Node thrownAway() {
        return Derivation.upTo(
                "%s thrown away where it only comes along".formatted(raw.id()),
                Derivation.sum(
                        "%s that only comes along".formatted(raw.id()),
                        rate(raw),
                        chain.linesMaking(raw.id()).stream()
                                .filter(line -> home.contains(line.country()) && figures.isSeen(line))
                                .map(line -> figures.of(
                                        figures.outputOf(line), line, raw.id(), recipe -> comesAlong(recipe, raw.id())))
                                .toList()));
    }

    private static boolean comesAlong(Recipe recipe, MaterialId material) {
        Recipe.Yield yield = recipe.yields().get(material);
        return yield != null && yield.role().discardable();
    }

    Crossing in() {
        Tree.Node made =
                made("%s made at home".formatted(processed.id()), processed, line -> home.contains(line.country()));
        Tree.Node wanted = Derivation.sum(
                "%s wanted at home".formatted(processed.id()),
                rate(processed),
                ImmutableList.<Tree.Node>builder()
                        .addAll(wanted(processed))
                        .add(used(processed))
                        .build());
        // Nobody says that all wants are met: surely only what nobody abroad can have taken.
        Tree.Node left = Derivation.beyond(
                "%s made abroad and not taken there".formatted(processed.id()),
                made("%s made abroad".formatted(processed.id()), processed, line -> !home.contains(line.country())),
                takenAbroad());
        return crossing(
                processed,
                "%s that comes in".formatted(processed.id()),
                seen(processed, Link::destination, Link::origin),
                Derivation.least(
                        "at least",
                        Derivation.beyond("%s wanted and not made at home".formatted(processed.id()), wanted, made),
                        left),
                wanted);
    }

    /** What others may have taken of what comes back: their demands, and lines that use it; anything, if it may stand in or be thrown away. */
    private Tree.Node takenAbroad() {
        boolean anything = chain.demands().values().stream()
                        .flatMap(demand -> demand.alternatives().stream())
                        .anyMatch(alternative -> alternative.material().equals(processed.id()))
                || chain.recipes().values().stream().anyMatch(recipe -> comesAlong(recipe, processed.id()));
        String label = "%s taken abroad".formatted(processed.id());
        return anything
                ? Derivation.given(label, Range.unknown(rate(processed)), "it may stand in, or be thrown away")
                : Derivation.sum(
                        label,
                        rate(processed),
                        Stream.concat(
                                        chain.demandsFor(processed.id()).stream()
                                                .filter(demand -> !home.contains(demand.consumer()))
                                                .map(demand -> rate(demand, processed)),
                                        chain.linesUsing(processed.id()).stream()
                                                .filter(line -> !home.contains(line.country()) && figures.isSeen(line))
                                                .map(line -> taken(line, processed, recipe -> true)))
                                .toList());
    }

    /** At least what was seen, else what a balance asks for; at most what it leaves room for, or what was seen. */
    private Crossing crossing(
            Material material, String label, Map<CountryId, List<Tree.Node>> seen, Tree.Node balance, Tree.Node room) {
        Tree.Node sum = Derivation.sum(
                "observed on links",
                rate(material),
                seen.values().stream().flatMap(List::stream).toList());
        return new Crossing(
                seen.isEmpty()
                        ? Derivation.between(label, balance, room)
                        : Derivation.between(label, sum, Derivation.most("at most", ImmutableList.of(room, sum))),
                seen.isEmpty() ? Known.BALANCE : Known.OBSERVED,
                partners(seen));
    }

    /** How much of it by partner, the largest first. */
    private static Map<CountryId, Range> partners(Map<CountryId, List<Tree.Node>> seen) {
        Map<CountryId, Range> partners = new LinkedHashMap<>();
        seen.forEach((country, links) -> partners.put(
                country,
                links.stream().map(Tree.Node::amount).reduce(Range::plus).orElseThrow()));
        return partners.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> -entry.getValue().high()))
                .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What links were observed to carry between home and others, by partner. */
    private Map<CountryId, List<Tree.Node>> seen(
            Material material, Function<Link, CountryId> atHome, Function<Link, CountryId> elsewhere) {
        Map<CountryId, List<Tree.Node>> partners = new TreeMap<>();
        chain.links().values().stream()
                .filter(link -> link.material().equals(material.id()))
                .filter(link -> home.contains(atHome.apply(link)) && !home.contains(elsewhere.apply(link)))
                .forEach(link -> link.observed()
                        .ifPresent(figure -> partners.computeIfAbsent(elsewhere.apply(link), any -> new ArrayList<>())
                                .add(figures.readOf(
                                        new FigurePlace(link.id(), FigurePlace.Kind.FLOW), figure, rate(material)))));
        return partners;
    }

    Tree.Node made(String label, Material material, Predicate<InstalledLine> where) {
        return Derivation.sum(
                label,
                rate(material),
                chain.linesMaking(material.id()).stream()
                        .filter(where.and(figures::isSeen))
                        .map(line -> figures.of(
                                figures.outputOf(line), line, material.id(), recipe -> recipe.makes(material.id())))
                        .toList());
    }

    /** What lines at home were seen to take. */
    Tree.Node used(Material material) {
        return Derivation.sum(
                "%s taken by lines at home".formatted(material.id()),
                rate(material),
                chain.linesUsing(material.id()).stream()
                        .filter(line -> home.contains(line.country()) && figures.isSeen(line))
                        .map(line -> taken(line, material, recipe -> true))
                        .toList());
    }

    /** By recipes that count; a line may run any of its recipes. */
    Tree.Node taken(InstalledLine line, Material material, Predicate<Recipe> counts) {
        return Derivation.product(
                "%s taken by line '%s'".formatted(material.id(), line.id()),
                rate(material),
                figures.outputOf(line),
                Derivation.any(
                        "%s per ton, by recipe".formatted(material.id()),
                        line.line().recipes().stream()
                                .map(chain::recipe)
                                .map(recipe -> recipe.inputs().containsKey(material.id()) && counts.test(recipe)
                                        ? figures.neededOf(recipe, material.id())
                                        : Derivation.given(
                                                "recipe '%s'".formatted(recipe.id()),
                                                Range.exactly(0, Unit.ONE),
                                                "does not count"))
                                .toList()));
    }

    /** Who is not named among the consumers may be any part of the rest of the world. */
    private List<Tree.Node> wanted(Material material) {
        List<Demand> demands = chain.demandsFor(material.id());
        Set<CountryId> named = demands.stream().map(Demand::consumer).collect(ImmutableSet.toImmutableSet());
        List<Tree.Node> wanted = new ArrayList<>();
        for (Demand demand : demands) {
            boolean isRest = demand.consumer().equals(CountryId.REST) && !named.containsAll(home);
            if (isRest || home.contains(demand.consumer())) {
                Tree.Node rate = rate(demand, material);
                wanted.add(isRest ? Derivation.upTo("any part of the rest of the world's", rate) : rate);
            }
        }
        return wanted;
    }

    private Tree.Node rate(Demand demand, Material material) {
        return figures.readOf(new FigurePlace(demand.id(), FigurePlace.Kind.RATE), demand.rate(), rate(material));
    }

    Tree.Node madeIn(CountryId country) {
        return made(
                "%s made in %s".formatted(processed.id(), Names.of(chain).name(country)),
                processed,
                line -> line.country().equals(country));
    }

    static Unit rate(Material material) {
        return Unit.T_PER_A.of(material.basis());
    }
}
