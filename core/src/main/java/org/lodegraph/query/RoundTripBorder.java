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
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
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
            return new Crossing(stated, Known.STATED, partners(seen));
        }
        Tree.Node dug = raw.boundary()
                ? Derivation.given(raw.id() + " at home", Range.unknown(rate(raw)), "taken as unlimited")
                : made("%s made at home".formatted(raw.id()), raw, line -> home.contains(line.country()));
        return crossing(
                raw,
                "%s that leaves".formatted(raw.id()),
                seen,
                Derivation.beyond("%s made and not used at home".formatted(raw.id()), dug, used(raw)),
                dug);
    }

    Crossing in() {
        Tree.Node made =
                made("%s made at home".formatted(processed.id()), processed, line -> home.contains(line.country()));
        Tree.Node wanted = Derivation.sum(
                "%s wanted at home".formatted(processed.id()),
                rate(processed),
                ImmutableList.<Tree.Node>builder()
                        .addAll(wanted())
                        .add(used(processed))
                        .build());
        return crossing(
                processed,
                "%s that comes in".formatted(processed.id()),
                seen(processed, Link::destination, Link::origin),
                Derivation.beyond("%s wanted and not made at home".formatted(processed.id()), wanted, made),
                wanted);
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
    private Tree.Node used(Material material) {
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
    private List<Tree.Node> wanted() {
        List<Demand> demands = chain.demandsFor(processed.id());
        Set<CountryId> named = demands.stream().map(Demand::consumer).collect(ImmutableSet.toImmutableSet());
        List<Tree.Node> wanted = new ArrayList<>();
        for (Demand demand : demands) {
            boolean isRest = demand.consumer().equals(CountryId.REST) && !named.containsAll(home);
            if (isRest || home.contains(demand.consumer())) {
                Tree.Node rate = figures.readOf(
                        new FigurePlace(demand.id(), FigurePlace.Kind.RATE), demand.rate(), rate(processed));
                wanted.add(isRest ? Derivation.upTo("any part of the rest of the world's", rate) : rate);
            }
        }
        return wanted;
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
