package org.lodegraph.query;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.lodegraph.flow.Aftermath;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Loss;
import org.lodegraph.flow.Losses;
import org.lodegraph.flow.Response;
import org.lodegraph.graph.Derivability;
import org.lodegraph.graph.Fallback;
import org.lodegraph.graph.Lack;
import org.lodegraph.graph.Node;
import org.lodegraph.graph.SupplyGraph;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.Chokepoints.Answer;
import org.lodegraph.query.Chokepoints.Chokepoint;
import org.lodegraph.report.Network;
import org.lodegraph.report.Network.Mark;
import org.lodegraph.scenario.Scenario;

/** Weighs every group by what its loss costs, and looks closer at those that cost enough. Used once. */
final class ChokepointSearch {

    private final Chokepoints question;
    private final SupplyChain chain;
    private final Run run;
    private final Losses losses;
    private final Contingencies groups;
    private final SupplyGraph graph;
    private final Derivability derivability;
    private final ImmutableSet<Node> targets;

    private ChokepointSearch(Chokepoints question, SupplyChain chain, Run run) {
        this.question = question;
        this.chain = chain;
        this.run = run;
        losses = Losses.of(question.delivery(), chain, run);
        groups = Contingencies.of(question.grouping().in(chain), chain);
        graph = SupplyGraph.of(chain);
        derivability = Derivability.of(graph, counted(question.delivery()));
        targets = chain.demandsOf(question.delivery().target()).stream()
                .map(demand -> new Node.Wanted(demand.id()))
                .collect(ImmutableSet.toImmutableSet());
    }

    static Answer of(Chokepoints question, SupplyChain chain, Run run) {
        return new ChokepointSearch(question, chain, run).answer();
    }

    /** What may supply the target at all: never less than the delivery uses. */
    private static Fallback[] counted(Delivery delivery) {
        Set<Fallback> counted = Sets.newEnumSet(List.of(Fallback.ALTERNATIVES), Fallback.class);
        if (delivery.response() == Response.RESTART) {
            counted.add(Fallback.IDLE_LINES);
        }
        if (delivery.years() > 0) {
            counted.add(Fallback.STOCKS);
        }
        return counted.toArray(Fallback[]::new);
    }

    private Answer answer() {
        List<Loss> first = losses.of(groups.outages(), run);
        List<Loss> shared = losses.shared(groups.outages(), run);
        List<Integer> costly = IntStream.range(0, groups.size())
                .filter(i -> question.reaches(first.get(i)) || question.reaches(shared.get(i)))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -AftermathParts.most(first.get(i), shared.get(i)))
                        .thenComparing(costliest(first))
                        .thenComparing(costliest(shared))
                        .thenComparing(i -> groups.scenarios().get(i).name()))
                .toList();
        List<Aftermath> aftermaths = groups.after(costly, losses, run);
        List<Chokepoint> chokepoints = new ArrayList<>();
        for (int i = 0; i < costly.size(); i++) {
            chokepoints.add(chokepoint(costly.get(i), aftermaths.get(i)));
        }
        List<Set<String>> cuts = cuts();
        int harmless = (int) IntStream.range(0, groups.size())
                .filter(i -> !costs(first.get(i)) && !costs(shared.get(i)))
                .count();
        return new Answer(
                question,
                losses.grounds(),
                losses.before(),
                story(derivability, targets),
                chokepoints,
                harmless,
                groups.size() - harmless - chokepoints.size(),
                unresolved(first, costly),
                cuts,
                groups.scenarios().stream().collect(ImmutableMap.toImmutableMap(Scenario::name, Contingencies::name)),
                network(costly, chokepoints, cuts));
    }

    private Network network(List<Integer> costly, List<Chokepoint> chokepoints, List<Set<String>> cuts) {
        ChokepointNetwork network = new ChokepointNetwork(chain);
        for (int i = 0; i < costly.size(); i++) {
            Chokepoint chokepoint = chokepoints.get(i);
            Set<Node> lost = supplying(costly.get(i));
            Set<Node> essential = chokepoint.isEssential() ? essential(lost) : ImmutableSet.of();
            network.mark(essential, Mark.ESSENTIAL, chokepoint.name());
            network.mark(Sets.difference(lost, essential), Mark.CHOKEPOINT, ChokepointsReport.marked(chokepoint));
        }
        Set<String> joint =
                cuts.stream().filter(cut -> cut.size() > 1).flatMap(Set::stream).collect(ImmutableSet.toImmutableSet());
        for (int i = 0; i < groups.size(); i++) {
            Scenario scenario = groups.scenarios().get(i);
            if (joint.contains(scenario.name())) {
                network.mark(supplying(i), Mark.JOINT, Contingencies.name(scenario));
            }
        }
        return network.of(question.delivery().target(), losses.grounds());
    }

    /** Of what is lost those recipes that are missing also if nothing else is lost; all of it if only several together are. */
    private Set<Node> essential(Set<Node> lost) {
        ListMultimap<Object, Node> things =
                Multimaps.index(lost, node -> node instanceof Node.Run made ? made.recipe() : node);
        ImmutableSet<Node> alone = Multimaps.asMap(things).values().stream()
                .filter(nodes -> targets.stream().noneMatch(derivability.without(ImmutableSet.copyOf(nodes))::derives))
                .flatMap(List::stream)
                .collect(ImmutableSet.toImmutableSet());
        return alone.isEmpty() ? lost : alone;
    }

    /** What a group takes of what supplies anything before. */
    private Set<Node> supplying(int group) {
        return Sets.filter(equipment(groups.outages().get(group)), derivability::derives);
    }

    private static Comparator<Integer> costliest(List<Loss> losses) {
        return Comparator.comparingDouble((Integer i) -> -losses.get(i).share().high())
                .thenComparingDouble(i -> -losses.get(i).share().low());
    }

    private static boolean costs(Loss loss) {
        return loss.share().high() > 0;
    }

    /** Whose bound reaches the threshold although no reading tried does. */
    private Set<String> unresolved(List<Loss> first, List<Integer> costly) {
        double bar = question.threshold().value() * losses.before().served().low();
        return IntStream.range(0, groups.size())
                .filter(i -> !costly.contains(i))
                .filter(i -> first.get(i)
                        .bound()
                        .filter(bound -> bound.high() > 0 && bound.high() >= bar)
                        .isPresent())
                .mapToObj(i -> groups.scenarios().get(i).name())
                .collect(ImmutableSet.toImmutableSet());
    }

    private Chokepoint chokepoint(int group, Aftermath aftermath) {
        Outage outage = groups.outages().get(group);
        Derivability left = derivability.without(equipment(outage));
        Set<Node> wanted = targets.stream()
                .filter(target -> !graph.lost(outage).contains(target))
                .collect(ImmutableSet.toImmutableSet());
        boolean cutOff = wanted.stream().anyMatch(derivability::derives)
                && wanted.stream().noneMatch(left::derives);
        List<Lack> lacks = cutOff
                ? left.lacks(wanted.stream()
                        .filter(derivability::derives)
                        .findFirst()
                        .orElseThrow())
                : List.of();
        return new Chokepoint(groups.scenarios().get(group), aftermath, lacks, story(left, wanted));
    }

    private static List<Node> story(Derivability derivability, Set<Node> targets) {
        return targets.stream()
                .filter(derivability::derives)
                .findFirst()
                .map(derivability::story)
                .orElse(List.of());
    }

    private List<Set<String>> cuts() {
        Map<String, Set<Node>> lost = new LinkedHashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            Outage outage = groups.outages().get(i);
            // Where all that is wanted goes too, nothing is left that could be cut off.
            if (!graph.lost(outage).containsAll(targets)) {
                lost.put(groups.scenarios().get(i).name(), equipment(outage));
            }
        }
        run.check();
        return derivability.essentials(lost).cuts(targets, question.largestCut());
    }

    /** What supplies: a demand that goes with its country is not supply. */
    private Set<Node> equipment(Outage outage) {
        return Sets.filter(graph.lost(outage), node -> !(node instanceof Node.Wanted));
    }
}
