package org.lodegraph.query;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lodegraph.graph.ByProductLink;
import org.lodegraph.graph.ByProductLinks;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Facility;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.ByProducts.Answer;
import org.lodegraph.query.ByProducts.Site;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;

/** Finds the hosts and circuits of a companion, facility by facility. Used once. */
final class ByProductSites {

    private static final Range NOTHING = Range.exactly(0, Unit.ONE);

    private final SupplyChain chain;
    private final ByProducts question;
    private final Unit unit;
    private final LineFigures figures;
    /** Recipes that make the companion. */
    private final ImmutableSet<Recipe> circuits;
    /** How the companion comes along with a host, and with what by it. */
    private final ImmutableList<ByProductLink> links;
    /** The same for those who run the host recipe, step by step. */
    private final ImmutableSet<Way> ways;

    /**
     * From a host to the companion.
     *
     * @param recipes the host recipe, then those that take its stream, last a circuit
     * @param streams what passes between them, last the companion
     */
    private record Way(List<Recipe> recipes, List<MaterialId> streams) {
        Recipe host() {
            return recipes.get(0);
        }

        Recipe circuit() {
            return recipes.get(recipes.size() - 1);
        }
    }

    ByProductSites(SupplyChain chain, ByProducts question) {
        this.chain = chain;
        this.question = question;
        figures = new LineFigures(chain);
        unit = chain.material(question.material()).rateUnit();
        circuits = chain.recipes().values().stream()
                .filter(recipe -> recipe.reference().equals(question.material()))
                .collect(toImmutableSet());
        links = ByProductLinks.of(chain).to(question.material()).stream()
                .filter(link -> circuits.contains(
                        chain.recipe(link.recipes().get(link.recipes().size() - 1))))
                .collect(toImmutableList());
        ways = links.stream()
                .map(link -> new Way(link.recipes().stream().map(chain::recipe).toList(), link.streams()))
                .collect(toImmutableSet());
    }

    Answer answer() {
        if (ways.isEmpty()) {
            throw new IllegalArgumentException(
                    "By-product '%s': no recipe makes it from a stream that a host leaves at its site (%s recipes make it). Maybe let a recipe that is asHost() yield a stream of mobility SITE, Material.atSite()."
                            .formatted(question.material(), circuits.size()));
        }
        Set<CountryId> asked =
                question.among().map(chain::members).orElse(chain.countries().keySet());
        List<Site> sites = chain.facilities().values().stream()
                .filter(facility -> !facility.country().equals(CountryId.NOWHERE) && asked.contains(facility.country()))
                .flatMap(facility -> site(facility).stream())
                .sorted(Comparator.<Site>comparingDouble(
                                site -> -site.host().orElse(site.circuits()).high())
                        .thenComparing(Site::name))
                .collect(toImmutableList());
        Range others = question.among().isPresent() ? Range.exactly(0, unit) : others();
        Optional<Range> companionality = new Companionality(
                        chain,
                        figures,
                        question.material(),
                        ways.stream().map(Way::circuit).collect(toImmutableSet()))
                .of(line -> question.among().isEmpty() || asked.contains(line.country()));
        return new Answer(
                question,
                unit,
                chain.year(),
                chain.date(),
                links,
                sites,
                others,
                companionality,
                figures.sources(),
                figures.assumptions());
    }

    /** What the hosts of "other countries" could give. */
    private Range others() {
        return sum(chain.facilities().values().stream()
                .filter(facility -> facility.country().equals(CountryId.NOWHERE))
                .flatMap(facility -> site(facility).stream())
                .flatMap(site -> site.host().stream()));
    }

    private Optional<Site> site(Facility facility) {
        List<InstalledLine> takers = takers(facility);
        if (takers.isEmpty() && hosts(facility).isEmpty()) {
            return Optional.empty();
        }
        Optional<Tree.Node> given = recipes(takers).stream().allMatch(this::hasHost)
                ? Optional.of(hostOf(facility, recipe -> true))
                : Optional.empty();
        Optional<Range> host = given.map(ByProductSites::published);
        Tree.Node taken = Derivation.sum(
                "what circuits could take",
                unit,
                takers.stream().filter(this::stands).map(figures::capacityOf).toList());
        return Optional.of(new Site(
                facility.id(),
                facility.name(),
                facility.country(),
                host,
                host.map(cap -> published(Derivation.sum(
                        "ceiling",
                        unit,
                        hosts(facility).stream().map(this::most).toList()))),
                taken.amount(),
                sum(takers.stream().filter(this::isPlanned).map(figures::capacity)),
                made(takers.stream().filter(this::runs).toList(), host),
                given.map(cap -> Derivation.least(facility.name(), cap, taken))
                        .orElseGet(() -> Derivation.sum(facility.name(), unit, List.of(taken)))));
    }

    /** What some of the host recipes that run there could give. */
    Range host(Facility facility, Predicate<Recipe> which) {
        return published(hostOf(facility, which));
    }

    private Tree.Node hostOf(Facility facility, Predicate<Recipe> which) {
        Set<Recipe> here = recipes(takers(facility));
        // Where a host has no circuit, any of those known elsewhere could be built.
        Set<Recipe> could = here.isEmpty() ? circuits : here;
        return Derivation.sum(
                "what hosts could give",
                unit,
                hosts(facility).stream().map(line -> cap(line, could, which)).toList());
    }

    private static Range published(Tree.Node node) {
        Range amount = node.amount();
        return Range.spanning(amount.low(), amount.high(), amount.unit());
    }

    /** The lines that make the companion, or could. */
    private List<InstalledLine> takers(Facility facility) {
        return lines(facility, line -> recipes(line).anyMatch(circuits::contains));
    }

    private List<InstalledLine> hosts(Facility facility) {
        return lines(
                facility,
                line -> line.line().status() == Line.Status.RUNNING
                        && hasStarted(line)
                        && recipes(line).anyMatch(this::isHost));
    }

    private static List<InstalledLine> lines(Facility facility, Predicate<InstalledLine> which) {
        return facility.lines().stream()
                .map(line -> new InstalledLine(facility, line))
                .filter(which)
                .toList();
    }

    /** By which they make the companion. */
    private Set<Recipe> recipes(List<InstalledLine> takers) {
        return takers.stream().flatMap(this::recipes).filter(circuits::contains).collect(toImmutableSet());
    }

    /** What was observed stands as it is, even above what the host could give; what was not fills the host's cap at most. */
    private Range made(List<InstalledLine> running, Optional<Range> host) {
        Range seen = sum(running.stream().filter(ByProductSites::isObserved).map(figures::output));
        Range made = sum(running.stream().map(figures::output));
        double cap = host.map(Range::high).orElse(made.high());
        return new Range(made.low(), Math.max(seen.high(), Math.min(made.high(), cap)), unit);
    }

    private static boolean isObserved(InstalledLine line) {
        return line.line().output().map(Figure::isKnown).orElse(false);
    }

    private boolean hasHost(Recipe circuit) {
        return ways.stream().anyMatch(way -> way.circuit().equals(circuit));
    }

    private boolean isHost(Recipe recipe) {
        return ways.stream().anyMatch(way -> way.host().equals(recipe));
    }

    /** Host output x what comes along x recovery. */
    private Tree.Node cap(InstalledLine host, Set<Recipe> could, Predicate<Recipe> which) {
        return given(
                host,
                recipe -> which.test(recipe)
                        ? perTon(recipe, could, this::perTon, ways -> Derivation.any("one of these ways", ways))
                        : Derivation.given(label(recipe), NOTHING, "does not count"));
    }

    /** The same, as if it had the best of all circuits. */
    private Tree.Node most(InstalledLine host) {
        return given(host, recipe -> perTon(recipe, circuits, this::mostPerTon, ByProductSites::best));
    }

    private static Tree.Node best(List<Tree.Node> ways) {
        return Derivation.given(
                "best way",
                ways.stream()
                        .map(Tree.Node::amount)
                        .reduce((one, other) -> new Range(
                                Math.max(one.low(), other.low()), Math.max(one.high(), other.high()), one.unit()))
                        .orElseThrow(),
                "largest");
    }

    /** A line may run any of its recipes. */
    private Tree.Node given(InstalledLine host, Function<Recipe, Tree.Node> gives) {
        return Derivation.product(
                "%s that comes along at line '%s'".formatted(question.material(), host.id()),
                unit,
                figures.outputOf(host),
                Derivation.any("per ton, by recipe", recipes(host).map(gives).toList()));
    }

    private String label(Recipe host) {
        return "%s per ton of recipe '%s'".formatted(question.material(), host.id());
    }

    /** Each stream of the host goes one of its ways; what comes along in several adds up. */
    private Tree.Node perTon(
            Recipe host,
            Set<Recipe> could,
            Function<Way, Tree.Node> gives,
            Function<List<Tree.Node>, Tree.Node> oneOf) {
        return Derivation.sum(
                label(host),
                Unit.ONE,
                ways.stream()
                        .filter(way -> way.host().equals(host) && could.contains(way.circuit()))
                        .collect(toImmutableListMultimap(way -> way.streams().get(0), gives))
                        .asMap()
                        .values()
                        .stream()
                        .map(ImmutableList::copyOf)
                        .map(oneOf)
                        .toList());
    }

    /** Tons of the companion per ton of the host recipe's reference: what it yields, and what the steps recover of it. */
    private Tree.Node perTon(Way way) {
        return Derivation.product(
                "by "
                        + way.recipes().stream()
                                .map(recipe -> recipe.id().value())
                                .collect(joining(", ")),
                Unit.ONE,
                content(way),
                recovered(way));
    }

    private Tree.Node mostPerTon(Way way) {
        return Derivation.given(
                "at best", content(way).amount().times(recovered(way).amount().high()), "most recovered");
    }

    private Tree.Node content(Way way) {
        return figures.perTonOf(way.host(), way.streams().get(0));
    }

    /** Tons of the companion per ton of the host's stream: what each step makes over what it needs. */
    private Tree.Node recovered(Way way) {
        List<Tree.Node> steps = new ArrayList<>();
        for (int step = 1; step < way.recipes().size(); step++) {
            Recipe recipe = way.recipes().get(step);
            MaterialId stream = way.streams().get(step);
            steps.add(Derivation.quotient(
                    "recovered by recipe '%s'".formatted(recipe.id()),
                    Unit.ONE,
                    figures.perTonOf(recipe, stream),
                    figures.neededOf(recipe, way.streams().get(step - 1))));
        }
        return Derivation.product("recovered of it", Unit.ONE, steps.toArray(new Tree.Node[0]));
    }

    private Stream<Recipe> recipes(InstalledLine line) {
        return line.line().recipes().stream().map(chain::recipe);
    }

    private boolean stands(InstalledLine line) {
        return line.isPresentOn(chain.date())
                && ImmutableSet.of(Line.Status.RUNNING, Line.Status.IDLE)
                        .contains(line.line().status());
    }

    private boolean runs(InstalledLine line) {
        return line.isPresentOn(chain.date()) && line.line().status() == Line.Status.RUNNING;
    }

    /** Wherever it is: hosts of "other countries" are somewhere. */
    private boolean hasStarted(InstalledLine line) {
        return line.line().starts().map(start -> !start.isAfter(chain.date())).orElse(true);
    }

    private boolean isPlanned(InstalledLine line) {
        return line.line().status() == Line.Status.PLANNED
                || line.line().status() != Line.Status.CLOSED && !line.isPresentOn(chain.date());
    }

    private Range sum(Stream<Range> parts) {
        return parts.reduce(Range.exactly(0, unit), Range::plus);
    }
}
