package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jgrapht.Graph;
import org.lodegraph.flow.Loss;
import org.lodegraph.flow.Losses;
import org.lodegraph.flow.Supply;
import org.lodegraph.graph.Arc;
import org.lodegraph.graph.ByProductLink;
import org.lodegraph.graph.ByProductLinks;
import org.lodegraph.graph.Derivability;
import org.lodegraph.graph.Essentials;
import org.lodegraph.graph.Node;
import org.lodegraph.graph.SupplyGraph;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.LineId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.AlternativeSources.Answer;
import org.lodegraph.query.AlternativeSources.Candidate;
import org.lodegraph.query.AlternativeSources.Gain;
import org.lodegraph.query.AlternativeSources.Readiness;
import org.lodegraph.query.AlternativeSources.Source;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;
import org.lodegraph.scenario.Add;
import org.lodegraph.scenario.Scenario;

/** Starts lines, one at a time and together, and follows what each hangs on. Used once. */
final class AlternativeSourcesSearch {

    private final AlternativeSources question;
    private final LocalDate today;
    private final SupplyChain then;
    private final Run run;

    private AlternativeSourcesSearch(AlternativeSources question, SupplyChain chain, Run run) {
        this.question = question;
        this.run = run;
        today = chain.date();
        LocalDate day = question.day().orElse(today);
        if (day.isBefore(today)) {
            throw new IllegalArgumentException(
                    "Alternative sources of %s: by %s, which lies before the chain's date %s. Maybe ask the chain on an earlier day."
                            .formatted(question.delivery().target(), day, today));
        }
        then = chain.at(day);
    }

    static Answer of(AlternativeSources question, SupplyChain chain, Run run) {
        return new AlternativeSourcesSearch(question, chain, run).answer();
    }

    private Answer answer() {
        then.demandsOf(question.delivery().target());
        List<Candidate> all = candidates();
        List<Candidate> there =
                all.stream().filter(AlternativeSourcesSearch::counts).toList();
        SupplyChain everything = started(there);
        Losses losses = Losses.of(question.delivery(), everything, run);
        Outage none = outage(there);
        Dependence dependence = new Dependence(everything);
        List<Supplier<Source>> parts = new ArrayList<>();
        there.forEach(candidate -> parts.add(() -> dependence.source(candidate, brought(ImmutableList.of(candidate)))));
        Brought together = brought(there);
        return new Answer(
                question,
                losses.grounds(),
                losses.of(none, run).after(),
                shared(losses, none),
                run.all("sources of " + question.delivery().target(), parts).stream()
                        .sorted(MOST_FIRST)
                        .toList(),
                together.gain(),
                all.stream().filter(candidate -> !counts(candidate)).toList(),
                question.grouping().in(everything).stream()
                        .collect(ImmutableMap.toImmutableMap(Scenario::name, Contingencies::name)),
                together.node("all together"));
    }

    private static final Comparator<Source> MOST_FIRST = Comparator.comparingDouble(
                    (Source source) -> -source.gain().most())
            .thenComparingDouble(source -> -source.gain().first().high())
            .thenComparingDouble(source -> -source.gain().first().low())
            .thenComparingDouble(source -> -source.gain().shared().high())
            .thenComparingDouble(source -> -source.gain().shared().low())
            .thenComparing(source -> source.candidate().line());

    private static boolean counts(Candidate candidate) {
        return candidate.readiness() == Readiness.READY || candidate.readiness() == Readiness.POSSIBLE;
    }

    // ---- which lines

    private List<Candidate> candidates() {
        Set<MaterialId> wanted = Upstream.of(then, question.delivery().target().material());
        List<Candidate> candidates = new ArrayList<>();
        for (InstalledLine line : then.lines().values()) {
            Line.Status status = line.line().status();
            if ((status == Line.Status.IDLE || status == Line.Status.PLANNED)
                    && line.line().recipes().stream()
                            .map(then::recipe)
                            .anyMatch(recipe -> wanted.stream().anyMatch(recipe::makes))) {
                candidates.add(candidate(line));
            }
        }
        return candidates;
    }

    private Candidate candidate(InstalledLine installed) {
        Line line = installed.line();
        Optional<LocalDate> from = line.status() == Line.Status.IDLE ? restarted(line, Reading.LOW) : line.starts();
        Readiness readiness;
        if (!installed.country().isNamed()) {
            readiness = Readiness.NOWHERE;
        } else if (from.isEmpty()) {
            readiness = Readiness.POSSIBLE;
        } else if (from.orElseThrow().isAfter(then.date())) {
            readiness = Readiness.LATER;
        } else {
            readiness = line.status() == Line.Status.IDLE
                            && restarted(line, Reading.HIGH).orElseThrow().isAfter(then.date())
                    ? Readiness.POSSIBLE
                    : Readiness.READY;
        }
        return new Candidate(
                installed.id(),
                installed.country(),
                line.status(),
                readiness,
                from,
                line.capacity().usable());
    }

    /** The day on which an idle line runs again if work begins on the chain's date; empty if nobody says how long it takes. */
    private Optional<LocalDate> restarted(Line line, Reading reading) {
        return line.restart()
                .filter(Figure::isKnown)
                .map(time -> today.plus((long) Math.ceil(time.at(reading, Unit.DAYS)), ChronoUnit.DAYS));
    }

    // ---- what they bring

    private SupplyChain started(List<Candidate> lines) {
        SupplyChain chain = then;
        for (Candidate candidate : lines) {
            chain = chain.with(Add.start(candidate.line()));
        }
        return chain;
    }

    private Outage outage(List<Candidate> lines) {
        ImmutableMap.Builder<LineId, Set<RecipeId>> runs = ImmutableMap.builder();
        lines.forEach(candidate -> runs.put(
                candidate.line(),
                ImmutableSet.copyOf(then.line(candidate.line()).line().recipes())));
        return Outage.ofRuns(runs.buildOrThrow());
    }

    /** What lines add is what would be lost without them; those that may not be there may add nothing to the others. */
    private Brought brought(List<Candidate> lines) {
        List<Candidate> sure = lines.stream()
                .filter(candidate -> candidate.readiness() == Readiness.READY)
                .toList();
        Losses losses = Losses.of(question.delivery(), started(lines), run);
        Outage without = outage(lines);
        Loss first = losses.of(without, run);
        Loss shared = losses.shared(ImmutableList.of(without), run).get(0);
        Brought brought = new Brought(new Gain(first.lost(), shared.lost()), first.derivation(), shared.derivation());
        return sure.size() == lines.size() ? brought : brought.or(brought(sure));
    }

    /** What lines bring, and how that comes about in each sense. */
    private record Brought(Gain gain, Tree.Node first, Tree.Node shared) {

        /** Nobody knows which: with all lines, or with those alone that are surely there. */
        Brought or(Brought sure) {
            return new Brought(gain.hull(sure.gain), either(first, sure.first), either(shared, sure.shared));
        }

        private static Tree.Node either(Tree.Node all, Tree.Node sure) {
            return all.amount().equals(sure.amount())
                    ? all
                    : Derivation.any(
                            all.label(),
                            ImmutableList.of(
                                    all.labeled("if all is there"), sure.labeled("if only what surely is there")));
        }

        Tree.Node node(String label) {
            return Derivation.apart(
                    label,
                    2,
                    ImmutableList.of(
                            first.labeled("brought if served before all others"),
                            shared.labeled("brought if all share")));
        }
    }

    private Supply shared(Losses losses, Outage without) {
        return losses.shared(ImmutableList.of(without), run).get(0).after();
    }

    // ---- what they hang on

    /** What lines hang on once all that could start has started. */
    private final class Dependence {

        private final ByProductLinks links;
        private final SupplyGraph graph;
        private final Derivability derivability;
        private final Essentials essentials;
        private final Map<String, Set<Node>> groups = new LinkedHashMap<>();
        private final Set<Node> targets = new LinkedHashSet<>();

        Dependence(SupplyChain everything) {
            links = ByProductLinks.of(everything);
            graph = SupplyGraph.of(everything);
            for (Scenario group : question.grouping().in(everything)) {
                groups.put(
                        group.name(),
                        ImmutableSet.copyOf(Sets.filter(
                                graph.lost(group.outage(everything)), node -> !(node instanceof Node.Wanted))));
            }
            derivability = Derivability.of(graph);
            essentials = derivability.essentials(groups);
            everything.demandsOf(question.delivery().target()).stream()
                    .map(demand -> new Node.Wanted(demand.id()))
                    .filter(graph.nodes()::contains)
                    .forEach(targets::add);
        }

        Source source(Candidate candidate, Brought brought) {
            List<Node> runs = then.line(candidate.line()).line().recipes().stream()
                    .<Node>map(recipe -> new Node.Run(candidate.line(), recipe))
                    .filter(node -> graph.nodes().contains(node) && derivability.derives(node))
                    .toList();
            Set<String> needs = needs(runs);
            boolean reaches = reaches(runs, ImmutableSet.of());
            Set<String> passes = new LinkedHashSet<>();
            if (reaches) {
                groups.forEach((name, nodes) -> {
                    if (!needs.contains(name) && !reaches(runs, nodes)) {
                        passes.add(name);
                    }
                });
            }
            return new Source(
                    candidate,
                    brought.gain(),
                    hosts(candidate),
                    needs,
                    passes,
                    reaches,
                    brought.node(candidate.line().toString()));
        }

        /** The groups that each of the line's recipes needs. */
        private Set<String> needs(List<Node> runs) {
            return runs.stream()
                    .<Set<String>>map(essentials::groups)
                    .reduce((one, other) -> ImmutableSet.copyOf(Sets.intersection(one, other)))
                    .orElse(ImmutableSet.of());
        }

        /** Whether a way leads from the runs to the target that avoids some nodes. */
        private boolean reaches(List<Node> runs, Set<Node> avoided) {
            Graph<Node, Arc> arcs = graph.asGraph();
            Set<Node> seen = new LinkedHashSet<>(runs);
            Deque<Node> open = new ArrayDeque<>(runs);
            while (!open.isEmpty()) {
                Node node = open.remove();
                if (targets.contains(node)) {
                    return true;
                }
                for (Arc arc : arcs.outgoingEdgesOf(node)) {
                    if (!avoided.contains(arc.target()) && seen.add(arc.target())) {
                        open.add(arc.target());
                    }
                }
            }
            return false;
        }

        private Set<MaterialId> hosts(Candidate candidate) {
            Set<MaterialId> hosts = new TreeSet<>();
            for (RecipeId id : then.line(candidate.line()).line().recipes()) {
                Recipe recipe = then.recipe(id);
                for (MaterialId material : recipe.materials()) {
                    links.to(material).stream()
                            .filter(link ->
                                    recipe.makes(material) && link.recipes().contains(id))
                            .map(ByProductLink::host)
                            .forEach(hosts::add);
                }
            }
            return hosts;
        }
    }
}
