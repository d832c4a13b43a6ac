package org.lodegraph.query;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
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
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.ByProducts.Answer;
import org.lodegraph.query.ByProducts.Site;

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
        Optional<Range> host = recipes(takers).stream().allMatch(this::hasHost)
                ? Optional.of(host(facility, recipe -> true))
                : Optional.empty();
        return Optional.of(new Site(
                facility.id(),
                facility.name(),
                facility.country(),
                host,
                host.map(cap -> sum(hosts(facility).stream().map(this::most))),
                sum(takers.stream().filter(this::stands).map(figures::capacity)),
                sum(takers.stream().filter(this::isPlanned).map(figures::capacity)),
                made(takers.stream().filter(this::runs).toList(), host)));
    }

    /** What some of the host recipes that run there could give. */
    Range host(Facility facility, Predicate<Recipe> which) {
        Set<Recipe> here = recipes(takers(facility));
        // Where a host has no circuit, any of those known elsewhere could be built.
        Set<Recipe> could = here.isEmpty() ? circuits : here;
        return sum(hosts(facility).stream().map(line -> cap(line, could, which)));
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
    private Range cap(InstalledLine host, Set<Recipe> could, Predicate<Recipe> which) {
        return given(host, recipe -> which.test(recipe) ? perTon(recipe, could, this::perTon, Range::hull) : NOTHING);
    }

    /** The same, as if it had the best of all circuits. */
    private Range most(InstalledLine host) {
        return given(host, recipe -> perTon(recipe, circuits, this::mostPerTon, ByProductSites::better));
    }

    private static Range better(Range one, Range other) {
        return new Range(Math.max(one.low(), other.low()), Math.max(one.high(), other.high()), one.unit());
    }

    /** A line may run any of its recipes. */
    private Range given(InstalledLine host, Function<Recipe, Range> gives) {
        Range run = figures.output(host);
        Range perTon = recipes(host).map(gives).reduce(Range::hull).orElseThrow();
        // Nothing of an unlimited amount is nothing.
        return perTon.high() > 0
                ? Range.spanning(run.low() * perTon.low(), run.high() * perTon.high(), unit)
                : Range.exactly(0, unit);
    }

    /** Each stream of the host goes one of its ways; what comes along in several adds up. */
    private Range perTon(Recipe host, Set<Recipe> could, Function<Way, Range> gives, BinaryOperator<Range> oneOf) {
        return ways.stream()
                .filter(way -> way.host().equals(host) && could.contains(way.circuit()))
                .collect(toImmutableListMultimap(way -> way.streams().get(0), gives))
                .asMap()
                .values()
                .stream()
                .map(tons -> tons.stream().reduce(oneOf).orElseThrow())
                .reduce(NOTHING, Range::plus);
    }

    /** Tons of the companion per ton of the host recipe's reference: what it yields, and what the steps recover of it. */
    private Range perTon(Way way) {
        Range stream = content(way);
        Range recovered = recovered(way);
        return new Range(stream.low() * recovered.low(), stream.high() * recovered.high(), Unit.ONE);
    }

    private Range mostPerTon(Way way) {
        return content(way).times(recovered(way).high());
    }

    private Range content(Way way) {
        return yielded(way.host(), way.streams().get(0));
    }

    /** Tons of the companion per ton of the host's stream: what each step makes over what it needs. */
    private Range recovered(Way way) {
        Range tons = Range.exactly(1, Unit.ONE);
        for (int step = 1; step < way.recipes().size(); step++) {
            Recipe recipe = way.recipes().get(step);
            Range need = read(recipe, FigurePlace.Kind.NEEDED, way.streams().get(step - 1), recipe.inputs());
            Range made = yielded(recipe, way.streams().get(step));
            tons = new Range(tons.low() / need.high() * made.low(), tons.high() / need.low() * made.high(), Unit.ONE);
        }
        return tons;
    }

    private Range yielded(Recipe recipe, MaterialId material) {
        return recipe.reference().equals(material)
                ? Range.exactly(1, Unit.ONE)
                : read(
                        recipe,
                        FigurePlace.Kind.YIELDED,
                        material,
                        Maps.transformValues(recipe.yields(), Recipe.Yield::coefficient));
    }

    private Range read(Recipe recipe, FigurePlace.Kind kind, MaterialId of, Map<MaterialId, Figure> coefficients) {
        return figures.read(
                new FigurePlace(recipe.id(), kind, of.value()), Objects.requireNonNull(coefficients.get(of)), Unit.ONE);
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
