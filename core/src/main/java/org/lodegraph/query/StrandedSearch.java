package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.lodegraph.graph.Arc;
import org.lodegraph.graph.Derivability;
import org.lodegraph.graph.Fallback;
import org.lodegraph.graph.Node;
import org.lodegraph.graph.SupplyGraph;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Facility;
import org.lodegraph.model.FacilityId;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.Id;
import org.lodegraph.model.LineId;
import org.lodegraph.model.Material;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Names;
import org.lodegraph.model.Party;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.Run;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.StrandedReserves.Answer;
import org.lodegraph.query.StrandedReserves.Reserve;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;

/** Digs each reserve in thought, and follows its ore to those who may process it. Used once. */
final class StrandedSearch {

    /** Digs what nobody digs so far. */
    private static final RecipeId DIGGING = new RecipeId("dug-in-thought");

    private final SupplyChain chain;
    private final StrandedReserves question;
    private final Run run;
    private final LineFigures figures;
    private final Material ore;
    private final List<Stock> stocks;
    private final Set<MaterialId> made;
    private final Set<CountryId> by;
    private final Set<CountryId> except;

    StrandedSearch(SupplyChain chain, StrandedReserves question, Run run) {
        this.chain = chain;
        this.question = question;
        this.run = run;
        this.figures = new LineFigures(chain);
        this.ore = chain.material(question.ore());
        this.by = members(question.by());
        this.except = members(question.except());
        this.made = madeOf(question.ore());
        Optional<Set<CountryId>> ground = question.ground().map(chain::members);
        this.stocks = chain.stocks().values().stream()
                .filter(stock ->
                        stock.kind() == Stock.Kind.IN_GROUND && stock.material().equals(question.ore()))
                .filter(stock -> ground.map(countries -> countries.contains(stock.holder()))
                        .orElse(true))
                .toList();
        MaterialId product = chain.material(question.product()).id();
        if (stocks.isEmpty() || product.equals(question.ore()) || !made.contains(product)) {
            throw new IllegalArgumentException(
                    "StrandedReserves: no recipe makes '%s' out of '%s', or there is none in the ground (reserves seen: %s). Maybe another ore."
                            .formatted(product, question.ore(), stocks.size()));
        }
    }

    private ImmutableSet<CountryId> members(Set<Party> parties) {
        return parties.stream().flatMap(party -> chain.members(party).stream()).collect(ImmutableSet.toImmutableSet());
    }

    /** The ore and all that is made of it, in any number of steps. */
    private Set<MaterialId> madeOf(MaterialId start) {
        return spread(
                Stream.of(start),
                material -> chain.recipes().values().stream()
                        .filter(recipe -> recipe.inputs().containsKey(material))
                        .flatMap(recipe -> recipe.materials().stream().filter(recipe::makes)));
    }

    Answer answer() {
        SupplyGraph graph = SupplyGraph.of(dug());
        Graph<Node, Arc> arcs = graph.asGraph();
        Map<Optional<CountryId>, Set<Node>> leading = new LinkedHashMap<>();
        Map<LineId, Tree.Node> taken = new TreeMap<>();
        ImmutableList.Builder<Reserve> reserves = ImmutableList.builder();
        for (Stock stock : stocks) {
            run.check();
            // Nothing leads out of other countries, which is no finding about their ore.
            Set<Node> onward = leading.computeIfAbsent(
                    question.home() ? Optional.of(stock.holder()) : Optional.empty(), home -> leading(graph, home));
            ImmutableMap<LineId, Tree.Node> takers =
                    stock.holder().equals(CountryId.NOWHERE) ? ImmutableMap.of() : takers(arcs, onward, stock);
            taken.putAll(takers);
            reserves.add(new Reserve(
                    stock.id(),
                    stock.holder(),
                    figures.readOf(
                            new FigurePlace(stock.id(), FigurePlace.Kind.AMOUNT),
                            stock.amount(),
                            Unit.T.of(ore.basis())),
                    dugIn(stock.holder()),
                    takers.keySet().asList(),
                    sum(takers)));
        }
        return new Answer(
                question,
                figures.years(),
                chain.date(),
                names(),
                reserves.build().stream()
                        .sorted(Comparator.comparingDouble((Reserve reserve) -> reserve.isKnown()
                                        ? -reserve.amount().high()
                                        : -reserve.amount().low())
                                .thenComparing(Reserve::stock))
                        .toList(),
                sum(taken),
                figures.sources(),
                figures.assumptions());
    }

    private Map<Id, String> names() {
        return Names.of(chain)
                .names(Stream.of(
                                Stream.of(question.ore(), question.product()),
                                stocks.stream().map(Stock::holder),
                                question.ground().stream(),
                                question.by().stream(),
                                question.except().stream())
                        .flatMap(ids -> ids.map(Id.class::cast)));
    }

    /** All that leads to the product over lines that may be used, those of one country if ore has to stay at home. */
    private Set<Node> leading(SupplyGraph graph, Optional<CountryId> home) {
        Graph<Node, Arc> arcs = graph.asGraph();
        Derivability derivable = Derivability.of(graph, question.counted().toArray(Fallback[]::new))
                .without(nodes(graph, node -> !isUsable(node, home)));
        return spread(
                nodes(graph, node -> derivable.derives(node) && isProcessor(node, question.product())).stream(),
                node -> Graphs.predecessorListOf(arcs, node).stream().filter(derivable::derives));
    }

    /** The chain in which every reserve is dug, and ore comes from nowhere else unseen. */
    private SupplyChain dug() {
        SupplyChain.Builder builder = chain.toBuilder()
                .put(ore.withBoundary(false))
                .add(Recipe.of(DIGGING.value()).makes(ore.id().value()));
        for (Stock stock : stocks) {
            builder.add(Facility.at(digger(stock).facility().value(), stock.holder())
                    .line(DIGGING.value(), Capacity.unknown("as if it were dug")));
        }
        return builder.build();
    }

    private static LineId digger(Stock stock) {
        return new LineId(new FacilityId("dug-in-thought-" + stock.id().value()), DIGGING.value());
    }

    /** Whether it may be used: whatever does not process the ore or what is made of it may. */
    private boolean isUsable(Node node, Optional<CountryId> home) {
        if (!(node instanceof Node.Run process) || process.recipe().equals(DIGGING)) {
            return true;
        }
        CountryId country = chain.line(process.line()).country();
        return chain.recipe(process.recipe()).inputs().keySet().stream().noneMatch(made::contains)
                || (question.by().isEmpty() || by.contains(country))
                        && !except.contains(country)
                        && home.map(country::equals).orElse(true);
    }

    private boolean isProcessor(Node node, MaterialId product) {
        return node instanceof Node.Run process
                && !process.recipe().equals(DIGGING)
                && chain.recipe(process.recipe()).makes(product)
                && chain.recipe(process.recipe()).inputs().keySet().stream().anyMatch(made::contains);
    }

    private static Set<Node> nodes(SupplyGraph graph, Predicate<Node> which) {
        return graph.nodes().stream().filter(which).collect(ImmutableSet.toImmutableSet());
    }

    /** The lines that the ore of a reserve gets to and that lead on to the product, with what they could take. */
    private ImmutableMap<LineId, Tree.Node> takers(Graph<Node, Arc> arcs, Set<Node> leading, Stock stock) {
        Set<Node> reached = spread(
                Stream.of(new Node.Run(digger(stock), DIGGING)),
                node -> Graphs.successorListOf(arcs, node).stream()
                        .filter(next -> node instanceof Node.Run process
                                ? process.recipe().equals(DIGGING)
                                : leading.contains(next) || !(next instanceof Node.Run)));
        Map<LineId, Tree.Node> takers = new TreeMap<>();
        for (Node node : reached) {
            if (node instanceof Node.Run process && !process.recipe().equals(DIGGING)) {
                takers.merge(
                        process.line(),
                        takes(process),
                        (one, other) -> Derivation.most(one.label(), ImmutableList.of(one, other)));
            }
        }
        return ImmutableMap.copyOf(takers);
    }

    private Tree.Node takes(Node.Run process) {
        return Derivation.product(
                "%s that line '%s' could take".formatted(ore.id(), process.line()),
                rate(),
                figures.capacityOf(chain.line(process.line())),
                figures.neededOf(chain.recipe(process.recipe()), ore.id()));
    }

    /** What mines in a country were seen to dig; empty if there is none. */
    private Optional<Tree.Node> dugIn(CountryId country) {
        List<Tree.Node> mines = chain.linesMaking(ore.id()).stream()
                .filter(line -> line.country().equals(country) && figures.isSeen(line))
                .map(line -> figures.of(figures.outputOf(line), line, ore.id(), recipe -> recipe.makes(ore.id())))
                .toList();
        return mines.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Derivation.sum("dug in %s".formatted(Names.of(chain).name(country)), rate(), mines));
    }

    private Tree.Node sum(Map<LineId, Tree.Node> takers) {
        return Derivation.sum("what processors could take", rate(), ImmutableList.copyOf(takers.values()));
    }

    private Unit rate() {
        return Unit.T_PER_A.of(ore.basis());
    }

    private static <T> Set<T> spread(Stream<T> starts, Function<T, Stream<T>> next) {
        Set<T> met = new LinkedHashSet<>();
        Deque<T> open = new ArrayDeque<>();
        starts.filter(met::add).forEach(open::add);
        while (!open.isEmpty()) {
            next.apply(open.remove()).filter(met::add).forEach(open::add);
        }
        return met;
    }
}
