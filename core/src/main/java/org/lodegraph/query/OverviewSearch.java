package org.lodegraph.query;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Shares;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Years;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.Id;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.LineId;
import org.lodegraph.model.Link;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Names;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Run;
import org.lodegraph.model.Stage;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Technology;
import org.lodegraph.query.Overview.Answer;
import org.lodegraph.query.Overview.Maker;
import org.lodegraph.query.Overview.Making;
import org.lodegraph.query.Overview.Narrow;
import org.lodegraph.query.Overview.Wanted;
import org.lodegraph.query.Overview.Why;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Network;
import org.lodegraph.report.Tree;

/** Reads what is in a chain. Used once. */
final class OverviewSearch {

    private final SupplyChain chain;
    private final Overview question;
    private final Run run;
    private final LineFigures figures;
    private final Technology technology;
    private final ImmutableSet<DemandId> asked;
    private final Scope scope;
    private final ImmutableSet<MaterialId> materials;

    OverviewSearch(SupplyChain chain, Overview question, Run run) {
        this.chain = chain;
        this.question = question;
        this.run = run;
        this.figures = new LineFigures(chain);
        this.technology = Technology.of(chain);
        asked = question.target().stream()
                .flatMap(target -> chain.demandsOf(target).stream())
                .map(Demand::id)
                .collect(ImmutableSet.toImmutableSet());
        Set<MaterialId> wanted = question.target()
                .<Set<MaterialId>>map(target -> withHosts(Upstream.of(chain, target.material())))
                .orElse(chain.materials().keySet());
        scope = Scope.of(chain, wanted);
        materials = scope.materials();
    }

    /** With what is made on the way for its own sake. */
    private ImmutableSet<MaterialId> withHosts(Set<MaterialId> upstream) {
        Set<MaterialId> all = new LinkedHashSet<>(upstream);
        for (MaterialId material : upstream) {
            chain.linesMaking(material).stream()
                    .flatMap(this::recipes)
                    .filter(recipe -> recipe.makes(material))
                    .map(Recipe::reference)
                    .forEach(all::add);
        }
        return ImmutableSet.copyOf(all);
    }

    private Stream<Recipe> recipes(InstalledLine line) {
        return Scope.recipes(chain, line);
    }

    Answer answer() {
        List<Making> steps = new ArrayList<>();
        List<Narrow> narrow = new ArrayList<>();
        List<MaterialId> unsure = new ArrayList<>();
        for (MaterialId material : materials) {
            run.check();
            steps.addAll(steps(material));
            Optional<Narrow> found = narrow(material, unsure);
            found.ifPresent(narrow::add);
        }
        List<Wanted> demands = materials.stream().flatMap(this::demands).toList();
        List<Stock> stocks = chain.stocks().values().stream()
                .filter(stock -> materials.contains(stock.material()))
                .toList();
        stocks.forEach(stock -> figures.read(
                new FigurePlace(stock.id(), FigurePlace.Kind.AMOUNT),
                stock.amount(),
                stock.amount().unit()));
        List<Policy> policies =
                chain.policiesInForce().stream().filter(this::touches).toList();
        List<Source> sources = Stream.concat(
                        figures.sources().stream(), policies.stream().map(Policy::source))
                .distinct()
                .toList();
        return new Answer(
                question,
                chain.year(),
                figures.years(),
                chain.date(),
                materials.asList(),
                steps,
                demands,
                stocks,
                policies,
                narrow,
                unsure,
                network(steps, demands, narrow, sources),
                statuses(),
                quality(),
                names(steps, demands, stocks, policies, narrow),
                sources,
                Stream.of(figures.assumptions().stream(), boundaries(), stated())
                        .flatMap(all -> all)
                        .toList());
    }

    // ---- who makes what

    private List<Making> steps(MaterialId material) {
        Set<Optional<Stage>> stages = new TreeSet<>(Comparator.comparing(
                (Optional<Stage> stage) -> stage.map(Enum::ordinal).orElse(-1)));
        scope.recipes().stream()
                .filter(recipe -> recipe.makes(material))
                .map(Recipe::stage)
                .forEach(stages::add);
        return stages.stream().map(stage -> step(material, stage)).toList();
    }

    private Making step(MaterialId material, Optional<Stage> stage) {
        Predicate<Recipe> counts =
                recipe -> recipe.makes(material) && recipe.stage().equals(stage);
        Unit unit = figures.rate(material);
        List<InstalledLine> all = chain.linesMaking(material).stream()
                .filter(line -> recipes(line).anyMatch(counts))
                .toList();
        ListMultimap<CountryId, Tree.Node> made =
                MultimapBuilder.treeKeys().arrayListValues().build();
        Map<CountryId, Range> capacities = new TreeMap<>();
        Range capacity = Range.exactly(0, unit);
        int unpublished = 0;
        for (InstalledLine line : all) {
            if (figures.isSeen(line)) {
                made.put(line.country(), figures.of(figures.outputOf(line), line, material, counts));
                unpublished += line.line().output().filter(Figure::isKnown).isPresent() ? 0 : 1;
            }
            if (couldRun(line.line())) {
                Range most = figures.of(figures.capacityOf(line), line, material, counts)
                        .amount();
                capacities.merge(line.country(), most, Range::plus);
                capacity = capacity.plus(most);
            }
        }
        Set<CountryId> named = new TreeSet<>(made.keySet());
        named.addAll(capacities.keySet());
        Map<CountryId, Tree.Node> sums = new LinkedHashMap<>();
        Names names = Names.of(chain);
        named.forEach(who -> sums.put(who, Derivation.sum(names.name(who), unit, made.get(who))));
        Range nobodys = sums.entrySet().stream()
                .filter(entry -> !entry.getKey().isNamed())
                .map(entry -> entry.getValue().amount())
                .reduce(Range.exactly(0, unit), Range::plus);
        Range none = Range.exactly(0, unit);
        List<Maker> makers = sums.entrySet().stream()
                .filter(entry -> entry.getKey().isNamed())
                .map(entry -> new Maker(
                        entry.getKey(),
                        entry.getValue(),
                        capacities.getOrDefault(entry.getKey(), none),
                        share(sums, ImmutableSet.of(entry.getKey()))))
                .sorted(Comparator.comparingDouble((Maker maker) ->
                                -maker.output().low() - maker.output().high())
                        .thenComparingDouble(maker -> -maker.capacity().high())
                        .thenComparing(Maker::country))
                .toList();
        return new Making(
                material,
                stage,
                makers,
                Derivation.sum(
                        names.name(material)
                                + stage.map(which -> ", " + Words.of(which)).orElse(""),
                        unit,
                        ImmutableList.copyOf(sums.values())),
                capacity,
                nobodys,
                capacities.entrySet().stream()
                        .filter(entry -> !entry.getKey().isNamed())
                        .map(Map.Entry::getValue)
                        .reduce(none, Range::plus),
                all.size(),
                unpublished);
    }

    private boolean couldRun(Line line) {
        return (line.status() == Line.Status.RUNNING || line.status() == Line.Status.IDLE)
                && line.starts().map(start -> !start.isAfter(chain.date())).orElse(true);
    }

    /** What some have of all that is made; nothing of nothing. */
    private static Range share(Map<CountryId, Tree.Node> sums, Set<CountryId> whose) {
        ImmutableMap<String, Range> amounts = sums.entrySet().stream()
                .collect(toImmutableMap(
                        entry -> entry.getKey().value(),
                        entry -> entry.getValue().amount()));
        return amounts.values().stream().allMatch(amount -> amount.high() == 0)
                ? Range.exactly(0, Unit.SHARE)
                : Shares.of(amounts)
                        .together(whose.stream().map(CountryId::value).toList());
    }

    // ---- how few

    /** Of what is known to be made, and a delivery could draw on: lines that run on the day and that no rule stops. */
    private Optional<Narrow> narrow(MaterialId material, List<MaterialId> unsure) {
        if (chain.material(material).boundary()) {
            return Optional.empty();
        }
        Map<CountryId, Tree.Node> sums = new TreeMap<>();
        List<LineId> suppliers = new ArrayList<>();
        Unit unit = figures.rate(material);
        for (InstalledLine line : chain.linesMaking(material)) {
            List<Recipe> allowed = technology.recipes(line).stream()
                    .filter(recipe -> recipe.makes(material))
                    .toList();
            if (figures.isSeen(line)
                    && line.line().status() == Line.Status.RUNNING
                    && !allowed.isEmpty()
                    && !figures.isFeed(line)) {
                Tree.Node made = figures.of(figures.outputOf(line), line, material, allowed::contains);
                if (made.amount().high() > 0) {
                    suppliers.add(line.id());
                    sums.merge(line.country(), made, (one, other) -> Derivation.sum("both", unit, List.of(one, other)));
                }
            }
        }
        if (sums.isEmpty()) {
            return Optional.empty();
        }
        Range all = Range.exactly(1, Unit.SHARE);
        Range made =
                Derivation.sum("all", unit, ImmutableList.copyOf(sums.values())).amount();
        CountryId only = sums.keySet().iterator().next();
        if (sums.size() == 1 && only.isNamed()) {
            return Optional.of(
                    suppliers.size() == 1
                            ? new Narrow(material, Why.ONE_LINE, suppliers.get(0), all, made)
                            : new Narrow(material, Why.ONE_COUNTRY, only, all, made));
        }
        Optional<Narrow> largest = sums.keySet().stream()
                .filter(CountryId::isNamed)
                .map(who -> new Narrow(material, Why.LARGEST_SHARE, who, share(sums, ImmutableSet.of(who)), made))
                .max(Comparator.comparingDouble((Narrow each) -> each.share().low())
                        .thenComparingDouble(each -> each.share().high()));
        double bar = question.threshold().value();
        if (largest.filter(each -> each.share().low() >= bar).isEmpty()
                && sums.keySet().stream()
                        .filter(CountryId::isNamed)
                        .anyMatch(who -> share(sums, ImmutableSet.of(who)).high() >= bar)) {
            unsure.add(material);
        }
        return largest.filter(each -> each.share().low() >= bar);
    }

    // ---- as a network

    private Network network(List<Making> steps, List<Wanted> demands, List<Narrow> narrow, List<Source> sources) {
        Names names = Names.of(chain);
        Map<Id, ChainNetwork.Marked> marks = new LinkedHashMap<>();
        narrow.forEach(each -> marks.put(
                each.material(),
                new ChainNetwork.Marked(Network.Mark.NARROW, OverviewReport.words(names.name(each.holder()), each))));
        ListMultimap<MaterialId, CountryId> consumers =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        demands.forEach(wanted ->
                consumers.put(wanted.demand().material(), wanted.demand().consumer()));
        return new ChainNetwork(scope, recipe -> makers(recipe, steps), id -> Optional.ofNullable(marks.get(id)))
                .of(
                        Caption.of("From ore to use: what is made of what")
                                .year(Years.text(figures.years()))
                                .computedFrom(sources),
                        consumers.keySet().stream()
                                .map(material -> new ChainNetwork.End(
                                        ImmutableList.of(material),
                                        consumers.get(material).stream()
                                                .distinct()
                                                .toList()))
                                .toList());
    }

    private List<ChainNetwork.Maker> makers(Recipe recipe, List<Making> steps) {
        Set<CountryId> countries = ChainNetwork.installed(scope, recipe)
                .map(InstalledLine::country)
                .collect(ImmutableSet.toImmutableSet());
        return steps.stream()
                .filter(step -> step.material().equals(recipe.reference())
                        && step.stage().equals(recipe.stage()))
                .flatMap(step -> step.makers().stream())
                .filter(maker -> countries.contains(maker.country()))
                .map(maker -> new ChainNetwork.Maker(maker.country(), Optional.of(maker.share())))
                .toList();
    }

    // ---- the rest

    private Stream<Wanted> demands(MaterialId material) {
        return chain.demandsFor(material).stream()
                .map(demand -> new Wanted(
                        demand,
                        figures.read(
                                new FigurePlace(demand.id(), FigurePlace.Kind.RATE),
                                demand.rate(),
                                figures.rate(material)),
                        asked.contains(demand.id())))
                .sorted(Comparator.comparing((Wanted wanted) -> !wanted.asked())
                        .thenComparingDouble(
                                wanted -> -wanted.rate().low() - wanted.rate().high())
                        .thenComparing(wanted -> wanted.demand().id()));
    }

    private boolean touches(Policy policy) {
        boolean all = policy.materials().isEmpty() && policy.recipes().isEmpty();
        return all
                || policy.materials().stream().anyMatch(materials::contains)
                || scope.recipes().stream().map(Recipe::id).anyMatch(policy.recipes()::contains);
    }

    private ImmutableMap<Line.Status, Integer> statuses() {
        Map<Line.Status, Integer> counts = new TreeMap<>();
        scope.lines().forEach(line -> counts.merge(line.line().status(), 1, Integer::sum));
        return ImmutableMap.copyOf(counts);
    }

    private ImmutableMap<FigurePlace.Kind, Map<Figure.Status, Integer>> quality() {
        Set<Id> told = new LinkedHashSet<>(materials);
        scope.recipes().forEach(recipe -> told.add(recipe.id()));
        scope.lines().forEach(line -> told.add(line.id()));
        told.addAll(chain.policies().values().stream()
                .filter(this::touches)
                .map(Policy::id)
                .toList());
        Stream.of(
                        chain.demands().values().stream()
                                .filter(demand -> materials.contains(demand.material()))
                                .map(Demand::id),
                        chain.stocks().values().stream()
                                .filter(stock -> materials.contains(stock.material()))
                                .map(Stock::id),
                        chain.links().values().stream()
                                .filter(link -> materials.contains(link.material()))
                                .map(Link::id))
                .forEach(ids -> ids.forEach(told::add));
        Map<FigurePlace.Kind, Map<Figure.Status, Integer>> counts = new TreeMap<>();
        chain.forEachFigure((place, figure) -> {
            if (question.target().isEmpty() || told.contains(place.owner())) {
                counts.computeIfAbsent(place.kind(), kind -> new TreeMap<>()).merge(figure.status(), 1, Integer::sum);
            }
        });
        return counts.entrySet().stream()
                .collect(toImmutableMap(Map.Entry::getKey, entry -> ImmutableMap.copyOf(entry.getValue())));
    }

    /** What was assumed of the chain as a whole, where it is looked at as a whole. */
    private Stream<Assumption> stated() {
        return question.target().isPresent() ? Stream.empty() : chain.statedAssumptions().stream();
    }

    private Stream<Assumption> boundaries() {
        return chain.assumptions().stream()
                .filter(assumption -> assumption.subject() instanceof Assumption.Supply supply
                        && materials.contains(supply.material()));
    }

    private Map<Id, String> names(
            List<Making> steps, List<Wanted> demands, List<Stock> stocks, List<Policy> policies, List<Narrow> narrow) {
        Stream<Collection<? extends Id>> named = Stream.of(
                materials,
                steps.stream()
                        .flatMap(step -> step.makers().stream())
                        .map(Maker::country)
                        .toList(),
                demands.stream().map(wanted -> wanted.demand().consumer()).toList(),
                stocks.stream().map(Stock::holder).toList(),
                policies.stream().flatMap(policy -> parties(policy)).toList(),
                narrow.stream().map(Narrow::holder).toList(),
                question.target().map(target -> List.of((Id) target.consumer())).orElse(List.of()));
        return Names.of(chain).names(named.flatMap(Collection::stream));
    }

    private static Stream<Id> parties(Policy policy) {
        return Stream.of(
                        Stream.of(policy.issuer()),
                        policy.toward().stream(),
                        policy.except().stream(),
                        policy.materials().stream())
                .flatMap(ids -> ids);
    }
}
