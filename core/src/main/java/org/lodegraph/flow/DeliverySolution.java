package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.lodegraph.lp.Optimal;
import org.lodegraph.lp.Solvers;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.Id;
import org.lodegraph.model.Ids;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Material;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Names;
import org.lodegraph.model.Policy;
import org.lodegraph.model.PolicyId;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;

/** Solves a delivery in every corner that its answer spans, and puts the answer together. */
final class DeliverySolution {

    /** A chain that makes this many times what its demands want lacks competing demand. */
    private static final double SURPLUS = 2;

    /** The largest part of the target's demand that may be rounding: a ton in ten million. */
    private static final double SHARP = 1e-7;

    private final Delivery question;
    private final SupplyChain chain;
    private final Rules rules;
    private final ImmutableList<Demand> targets;
    private final Unit unit;
    private final Run run;

    private DeliverySolution(Delivery question, SupplyChain whole, Run run) {
        this.question = question;
        this.targets = ImmutableList.copyOf(whole.demandsOf(question.target()));
        this.chain = Cone.around(whole, question.target().material());
        this.rules = new Rules(chain);
        this.unit = Unit.T_PER_A.of(chain.material(question.target().material()).basis());
        this.run = run;
    }

    static Delivery.Answer of(Delivery question, SupplyChain chain, Run run) {
        DeliverySolution solution = new DeliverySolution(question, chain, run);
        solution.requireCompetingDemand();
        if (question.sharing() instanceof Sharing.Weighted weighted) {
            weighted.weights().keySet().forEach(chain::demand);
        }
        return solution.answer();
    }

    /** One corner, solved. Each list of optima is in tons of the target. */
    private record Solved(
            Corner corner,
            DeliveryProgram program,
            Optimal first,
            Optimal shared,
            Optional<Double> asTraded,
            Stages stages) {

        double wanted(List<Demand> demands) {
            return demands.stream()
                    .mapToDouble(demand -> program.wanted().getOrDefault(demand.id(), 0.0))
                    .sum();
        }

        double served(Optimal optimal, List<Demand> demands) {
            return demands.stream()
                    .mapToDouble(demand -> program.served(optimal, demand.id()))
                    .sum();
        }
    }

    private Delivery.Answer answer() {
        List<Supplier<Solved>> parts = new ArrayList<>();
        for (Corner corner : corners()) {
            parts.add(() -> solve(corner));
        }
        List<Solved> corners = run.all("delivery to " + question.target(), parts);
        Solved shown = corners.get(0);
        double total = shown.wanted(targets);
        boolean isShort = shown.served(shown.first(), targets) < total * (1 - 1e-9);
        Stages.Limits limits = isShort
                ? shown.stages().limits(shown.first(), total)
                : new Stages.Limits(ImmutableList.of(), ImmutableSet.of());
        ImmutableList<Flow> flows = Flows.of(chain, shown.program(), shown.shared());
        ImmutableMap<String, String> blocked = blocked();
        ImmutableMap<String, LocalDate> unchecked = unchecked();
        return new Delivery.Answer(
                question,
                chain.year(),
                chain.date(),
                span(corners, solved -> solved.wanted(targets)),
                supply(corners, targets, solved -> solved.served(solved.first(), targets)),
                supply(corners, targets, solved -> solved.served(solved.shared(), targets)),
                shown.asTraded()
                        .map(any -> supply(
                                corners, targets, solved -> solved.asTraded().orElse(0.0))),
                targets.stream()
                        .map(demand -> new Delivery.Served(
                                demand.id(),
                                demand.application(),
                                supply(
                                        corners,
                                        ImmutableList.of(demand),
                                        solved -> solved.served(solved.shared(), ImmutableList.of(demand)))))
                        .collect(ImmutableList.toImmutableList()),
                flows,
                shown.corner().supply(),
                limits.binding(),
                limits.tight(),
                blocked,
                exactness(corners.size()),
                names(flows, blocked, unchecked.keySet()),
                unchecked,
                chain.assumptions(),
                chain.sources());
    }

    private Solved solve(Corner corner) {
        DeliveryProgram program = Compiler.compile(chain, rules, corner, question, false);
        Stages stages = new Stages(chain, program, Solvers.standard(), run);
        ImmutableList<DemandId> ids = targets.stream().map(Demand::id).collect(ImmutableList.toImmutableList());
        Optimal first = stages.first(ids);
        requireSharp(stages.blur(first, ids));
        Optimal shared = stages.shared(question.sharing());
        requireSharp(Math.max(stages.blur(shared, ids), excess(program, first, shared)));
        Optional<Double> traded = Optional.empty();
        if (hasObservedLane()) {
            DeliveryProgram lanes = Compiler.compile(chain, rules, corner, question, true);
            Optimal kept = new Stages(chain, lanes, Solvers.standard(), run).first(ids);
            traded = Optional.of(ids.stream()
                    .mapToDouble(demand -> lanes.served(kept, demand))
                    .sum());
        }
        return new Solved(corner, program, first, shared, traded, stages);
    }

    /** By how much, as a share of what it wants, the target gets more by sharing than by being served first. */
    private double excess(DeliveryProgram program, Optimal first, Optimal shared) {
        double wanted = 0;
        double excess = 0;
        for (Demand demand : targets) {
            wanted += program.wanted().getOrDefault(demand.id(), 0.0);
            excess += program.served(shared, demand.id()) - program.served(first, demand.id());
        }
        return wanted > 0 ? excess / wanted : 0;
    }

    /** A solution is certified against its largest flows; here it is held against the target's own demand. */
    private void requireSharp(double blur) {
        if (blur > SHARP) {
            throw new IncompleteChainException(
                    "Target '%s': what it wants is too little beside the other flows to be told from rounding (up to %s of it). Maybe ask about a larger consumer, or leave out what cannot matter to it."
                            .formatted(question.target(), Numbers.percent(Math.min(1, blur))));
        }
    }

    private boolean hasObservedLane() {
        var consumers = chain.members(question.target().consumer());
        return chain.links().values().stream()
                .anyMatch(link -> link.observed().isPresent() && consumers.contains(link.destination()));
    }

    // ---- corners

    /** The corners to solve; the first one is shown in flows and bindings. */
    private ImmutableList<Corner> corners() {
        if (question.reading().isPresent()) {
            Reading reading = question.reading().orElseThrow();
            return ImmutableList.of(Corner.all(reading));
        }
        ImmutableSet.Builder<Corner> corners = ImmutableSet.builder();
        // Supply is always read at both ends: what nobody observed is a range although no figure says so.
        for (Reading supply : ends(true)) {
            for (Reading demand : ends(isSpread(FigurePlace.Kind::isDemand)).reverse()) {
                for (Reading yields : ends(isSpread(FigurePlace.Kind::isCoefficient))) {
                    corners.add(new Corner(supply, demand, yields.opposite(), yields));
                }
            }
        }
        return corners.build().asList();
    }

    private static ImmutableList<Reading> ends(boolean spread) {
        return spread ? ImmutableList.of(Reading.LOW, Reading.HIGH) : ImmutableList.of(Reading.LOW);
    }

    private boolean isSpread(Predicate<FigurePlace.Kind> kinds) {
        boolean[] found = {false};
        chain.forEachFigure((place, figure) -> {
            found[0] |= kinds.test(place.kind())
                    && (!figure.isKnown() || figure.at(Reading.LOW) != figure.at(Reading.HIGH));
        });
        return found[0];
    }

    private String exactness(int corners) {
        if (question.reading().isPresent()) {
            return "All figures read %s.".formatted(question.reading().orElseThrow());
        }
        String exact = "Delivery rises with every capacity, output, quota and stock, so their ends give its ends.";
        List<String> tried = new ArrayList<>();
        if (isSpread(FigurePlace.Kind::isDemand)) {
            tried.add("demands all low and all high");
        }
        if (isSpread(FigurePlace.Kind::isCoefficient)) {
            tried.add("recipes all favorable and all unfavorable");
        }
        return tried.isEmpty()
                ? exact
                : "%s Not so with the rest: %s were tried (%s programs), and something between could reach further."
                        .formatted(exact, String.join(", ", tried), corners);
    }

    // ---- parts of the answer

    private Range span(List<Solved> corners, ToDoubleFunction<Solved> tons) {
        double low = corners.stream().mapToDouble(tons).min().orElseThrow();
        double high = corners.stream().mapToDouble(tons).max().orElseThrow();
        return Range.spanning(low, high, unit);
    }

    private Supply supply(List<Solved> corners, List<Demand> demands, ToDoubleFunction<Solved> served) {
        double[] bounds = {
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1, 0
        };
        double most = 0;
        for (Solved solved : corners) {
            double wanted = solved.wanted(demands);
            double tons = Math.min(served.applyAsDouble(solved), wanted);
            double share = wanted > 0 ? tons / wanted : 1;
            most = Math.max(most, wanted);
            bounds[0] = Math.min(bounds[0], tons);
            bounds[1] = Math.max(bounds[1], tons);
            bounds[2] = Math.min(bounds[2], wanted - tons);
            bounds[3] = Math.max(bounds[3], wanted - tons);
            bounds[4] = Math.min(bounds[4], share);
            bounds[5] = Math.max(bounds[5], share);
        }
        return new Supply(
                Delivery.tons(bounds[0], bounds[1], most, unit),
                Delivery.tons(bounds[2], bounds[3], most, unit),
                Delivery.tons(bounds[4], bounds[5], 1, Unit.SHARE));
    }

    private ImmutableMap<String, String> blocked() {
        Map<String, String> blocked = new LinkedHashMap<>();
        for (InstalledLine line : chain.lines().values()) {
            line.line().recipes().stream()
                    .flatMap(recipe -> rules.blocking(line, recipe).stream())
                    .findFirst()
                    .ifPresent(
                            policy -> blocked.put(line.id().value(), policy.id().value()));
        }
        return ImmutableMap.copyOf(blocked);
    }

    private Map<Id, String> names(List<Flow> flows, Map<String, String> blocked, Set<String> policies) {
        Stream<Id> places = flows.stream()
                .filter(flow -> flow.kind() == Flow.Kind.SHIPPED)
                .flatMap(flow -> Stream.of(flow.origin(), flow.destination()))
                .map(CountryId::new);
        return Names.of(chain)
                .names(Stream.of(
                                Stream.of(
                                        question.target().material(),
                                        question.target().consumer()),
                                places,
                                blocked.keySet().stream().map(Ids::line),
                                Stream.concat(blocked.values().stream(), policies.stream())
                                        .map(PolicyId::new))
                        .flatMap(ids -> ids));
    }

    /** Policies whose state nobody has checked since before the chain's date. */
    private ImmutableMap<String, LocalDate> unchecked() {
        Map<String, LocalDate> unchecked = new LinkedHashMap<>();
        for (Policy policy : chain.policies().values()) {
            policy.lastChecked()
                    .filter(day -> day.isBefore(chain.date()))
                    .ifPresent(day -> unchecked.put(policy.id().value(), day));
        }
        return ImmutableMap.copyOf(unchecked);
    }

    /** Without the demand that competes, the target would get what others use. */
    private void requireCompetingDemand() {
        for (Material material : chain.materials().values()) {
            List<Demand> demands = chain.demandsFor(material.id());
            boolean unknown = demands.stream().anyMatch(demand -> !demand.rate().isKnown());
            if (unknown
                    || material.boundary()
                    || !chain.linesUsing(material.id()).isEmpty()) {
                continue;
            }
            double made = made(material.id());
            double wanted = demands.stream()
                    .mapToDouble(demand -> Corner.tons(demand.rate(), Reading.HIGH))
                    .sum();
            if (made > SURPLUS * wanted) {
                Unit of = Unit.T_PER_A.of(material.basis());
                throw new IncompleteChainException(
                        "Material '%s': %s made, %s wanted. Maybe add the rest of the world's demand, Demand.remainder."
                                .formatted(material.id(), Range.exactly(made, of), Range.exactly(wanted, of)));
            }
        }
    }

    /** What lines were seen to make; an assumed output, such as a release of stock, was not seen. */
    private double made(MaterialId material) {
        return chain.linesMaking(material).stream()
                .filter(line ->
                        chain.recipe(line.line().recipes().get(0)).reference().equals(material))
                .flatMap(line -> line.line().output().stream())
                .filter(output -> output.isKnown() && output.status() != Figure.Status.ASSUMED)
                .mapToDouble(output -> Corner.tons(output, Reading.LOW))
                .sum();
    }
}
