package org.lodegraph.query;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Facility;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Mobility;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.ByProducts.Answer;
import org.lodegraph.query.ByProducts.Site;

/** Finds the hosts and circuits of a companion, facility by facility. Used once. */
final class ByProductSites {

    private final SupplyChain chain;
    private final ByProducts question;
    private final Unit unit;
    private final LineFigures figures;
    /** Recipes that take the companion. */
    private final Set<Recipe> circuits;
    /** What they take it from and what hosts leave at their site. */
    private final Set<MaterialId> streams;

    ByProductSites(SupplyChain chain, ByProducts question) {
        this.chain = chain;
        this.question = question;
        figures = new LineFigures(chain);
        unit = Unit.T_PER_A.of(chain.material(question.material()).basis());
        circuits = chain.recipes().values().stream()
                .filter(recipe -> recipe.reference().equals(question.material()))
                .collect(toImmutableSet());
        Set<MaterialId> left = chain.recipes().values().stream()
                .flatMap(recipe -> recipe.yields().keySet().stream())
                .filter(material -> chain.material(material).mobility() == Mobility.SITE)
                .collect(toImmutableSet());
        streams = circuits.stream()
                .flatMap(recipe -> recipe.inputs().keySet().stream())
                .filter(left::contains)
                .collect(toImmutableSet());
    }

    Answer answer() {
        if (streams.isEmpty()) {
            throw new IllegalArgumentException(
                    "By-product '%s': no recipe makes it from a stream that a host leaves at its site (%s recipes make it). Maybe let the host yield a stream of mobility SITE, Material.atSite()."
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
        return new Answer(question, unit, chain.year(), chain.date(), sites, figures.sources(), figures.assumptions());
    }

    private Optional<Site> site(Facility facility) {
        List<InstalledLine> lines = facility.lines().stream()
                .map(line -> new InstalledLine(facility, line))
                .toList();
        List<InstalledLine> takers = lines.stream()
                .filter(line -> recipes(line).anyMatch(circuits::contains))
                .toList();
        List<InstalledLine> hosts = lines.stream()
                .filter(line -> line.line().status() == Line.Status.RUNNING && line.isPresentOn(chain.date()))
                .filter(line -> recipes(line).anyMatch(this::isHost))
                .toList();
        if (takers.isEmpty() && hosts.isEmpty()) {
            return Optional.empty();
        }
        Set<Recipe> here = takers.stream()
                .flatMap(this::recipes)
                .filter(circuits::contains)
                .collect(toImmutableSet());
        // Where a host has no circuit, any of those known elsewhere could be built.
        Set<Recipe> could = here.isEmpty() ? circuits : here;
        Optional<Range> host = here.stream().allMatch(this::livesOnStream)
                ? Optional.of(sum(hosts.stream().map(line -> cap(line, could))))
                : Optional.empty();
        return Optional.of(new Site(
                facility.id(),
                facility.name(),
                facility.country(),
                host,
                sum(takers.stream().filter(this::stands).map(figures::capacity)),
                sum(takers.stream().filter(this::isPlanned).map(figures::capacity)),
                made(takers.stream().filter(this::runs).toList(), host)));
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

    private boolean livesOnStream(Recipe circuit) {
        return circuit.inputs().keySet().stream().anyMatch(streams::contains);
    }

    private boolean isHost(Recipe recipe) {
        return recipe.yields().keySet().stream().anyMatch(streams::contains);
    }

    /** Host output x what comes along x recovery. A line may run any of its recipes. */
    private Range cap(InstalledLine host, Set<Recipe> could) {
        Range run = figures.output(host);
        Range perTon = recipes(host)
                .map(recipe -> perTon(recipe, could))
                .reduce(Range::hull)
                .orElseThrow();
        return Range.spanning(run.low() * perTon.low(), run.high() * perTon.high(), unit);
    }

    private Range perTon(Recipe host, Set<Recipe> could) {
        Range all = Range.exactly(0, Unit.ONE);
        for (MaterialId stream : streams) {
            Recipe.Yield yield = host.yields().get(stream);
            Optional<Range> recovery = could.stream()
                    .flatMap(circuit -> recovery(circuit, stream).stream())
                    .reduce(Range::hull);
            if (yield != null && recovery.isPresent()) {
                Range content = figures.read(
                        new FigurePlace(host.id(), FigurePlace.Kind.YIELDED, stream.value()),
                        yield.coefficient(),
                        Unit.ONE);
                all = all.plus(new Range(
                        content.low() * recovery.orElseThrow().low(),
                        content.high() * recovery.orElseThrow().high(),
                        Unit.ONE));
            }
        }
        return all;
    }

    /** Tons of the companion per ton of the stream: one over what a ton of it needs. */
    private Optional<Range> recovery(Recipe circuit, MaterialId stream) {
        if (!circuit.inputs().containsKey(stream)) {
            return Optional.empty();
        }
        Figure need = Objects.requireNonNull(circuit.inputs().get(stream));
        Range tons =
                figures.read(new FigurePlace(circuit.id(), FigurePlace.Kind.NEEDED, stream.value()), need, Unit.ONE);
        return Optional.of(new Range(1 / tons.high(), 1 / tons.low(), Unit.ONE));
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

    private boolean isPlanned(InstalledLine line) {
        return line.line().status() == Line.Status.PLANNED
                || line.line().status() != Line.Status.CLOSED && !line.isPresentOn(chain.date());
    }

    private Range sum(Stream<Range> parts) {
        return parts.reduce(Range.exactly(0, unit), Range::plus);
    }
}
