package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.lodegraph.lp.Optimal;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Demand;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;

/**
 * How much of what consumers get has passed through a group of runs, links and stocks: the shared delivery, traced by
 * proportional mixing, once for each reading of the figures.
 *
 * <p>All that comes into a balance (a material where it is made, or where it is used) mixes there, and whatever is drawn has
 * the mix. What a run of the group makes has passed through the group whole; what another run makes has passed as far as the
 * input of which most has, for it needs every input. So shares of several groups overlap and never add up.
 *
 * <p>The same number is what the consumer would lose at once if the group stopped, nobody rerouted, and every shortage were
 * shared in proportion.
 *
 * <p>Which flows: everybody gets what {@link Delivery.Answer#shared()} says, near to usual, which is read like supply. What that leaves open is filled in
 * proportion: lines deviate from usual alike, and all buy from all alike. Immutable and thread safe.
 */
public final class Tracing {

    private final Setting setting;
    private final ImmutableMap<Target, ImmutableList<DemandId>> consumers;

    /** All figures alike. */
    private final ImmutableList<Flowing> alike;

    /** The supply of some against that of others. */
    private final ImmutableList<Flowing> against;

    /** The delivery under one reading of the figures: what demands get, in the order of the consumers. */
    private record Flowing(ImmutableMap<ImmutableList<DemandId>, Got> got, TracedFlows.Net traced) {

        Got got(List<DemandId> demands) {
            return Objects.requireNonNull(got.get(demands));
        }

        /** Less is rounding, not supply. */
        boolean isServed(List<DemandId> demands) {
            return traced.served(demands) > got(demands).wanted() * Flows.ROUNDING;
        }

        double passed(List<DemandId> demands, double[] shares) {
            return Math.min(traced.served(demands), traced.passed(demands, shares));
        }

        double share(List<DemandId> demands, double[] shares) {
            return passed(demands, shares) / traced.served(demands);
        }

        Tree.Node told(String label, Setting setting, Outage group, double[] shares) {
            return new Hands(setting.chain(), traced, traced.members(group), shares).node(label, setting.targetIds());
        }
    }

    private static final String PASSED = "share of what it gets that passed through it";
    private static final String TRIED = "in the readings tried";

    /**
     * What a consumer gets through a group.
     *
     * @param share of what it gets, 0..1, over the readings in which it gets something; 0 if it never does
     * @param tons in t/a of what it wants
     */
    public record Part(Range share, Range tons) {}

    /**
     * What passes through a group.
     *
     * @param parts what each of {@link #consumers()} gets through it, in their order
     * @param derivation how the target's share comes about, from hand to hand upstream, at either end
     */
    public record Passage(Map<Target, Part> parts, Tree.Node derivation) {
        /** Copies the parts. */
        public Passage {
            parts = ImmutableMap.copyOf(parts);
        }
    }

    private Tracing(
            Setting setting,
            ImmutableMap<Target, ImmutableList<DemandId>> consumers,
            List<Flowing> alike,
            List<Flowing> against) {
        this.setting = setting;
        this.consumers = consumers;
        this.alike = ImmutableList.copyOf(alike);
        this.against = ImmutableList.copyOf(against);
    }

    /**
     * Solves a delivery and makes it ready to be traced.
     *
     * @param question what is delivered to whom, under which response
     * @param chain the chain
     * @param run where to work
     * @return the flows, ready
     * @throws IncompleteChainException if the chain lacks the demand that competes with the target
     * @throws IllegalArgumentException if no demand matches the target
     * @throws org.lodegraph.lp.UncertifiedSolutionException if an optimum cannot be certified; never an answer
     */
    public static Tracing of(Delivery question, SupplyChain chain, Run run) {
        Setting setting = new Setting(question, chain);
        ImmutableMap<Target, ImmutableList<DemandId>> consumers = consumers(setting);
        List<Supplier<Flowing>> parts = new ArrayList<>();
        for (Corner corner : setting.corners().all()) {
            parts.add(() -> read(setting, consumers, corner, setting.compile(corner), run));
        }
        return new Tracing(setting, consumers, run.all("flows to " + question.target(), parts), ImmutableList.of());
    }

    /**
     * A copy in which everything is also traced where the supply of some groups is read at one end and what stands in for it,
     * or all else, at the other: a share rises with the one and falls with the other. All groups are traced in the same
     * flows, whoever they were read for, so a part never holds more than the whole.
     *
     * @param groups their runs, links and stocks; their demands are left aside
     * @param run where to work
     * @return the flows, ready; the same if the delivery is asked for under one reading
     */
    public Tracing against(List<Outage> groups, Run run) {
        if (setting.question().reading().isPresent()) {
            return this;
        }
        List<Supplier<Flowing>> parts = new ArrayList<>();
        new Opposites(setting, groups)
                .programs(run)
                .forEach((corner, program) -> parts.add(() -> read(setting, consumers, corner, program, run)));
        return new Tracing(
                setting,
                consumers,
                alike,
                run.all("flows to %s, read apart".formatted(setting.question().target()), parts));
    }

    private static Flowing read(
            Setting setting,
            ImmutableMap<Target, ImmutableList<DemandId>> consumers,
            Corner corner,
            DeliveryProgram program,
            Run run) {
        Optimal shared = setting.even(corner, program, setting.near(corner, program, run), run);
        setting.requireSharp(program, shared);
        return new Flowing(
                consumers.values().stream()
                        .distinct()
                        .collect(ImmutableMap.toImmutableMap(
                                demands -> demands, demands -> Got.of(program, shared, demands))),
                TracedFlows.of(setting.markets(program, shared)));
    }

    private static ImmutableMap<Target, ImmutableList<DemandId>> consumers(Setting setting) {
        Map<Target, List<DemandId>> all = new LinkedHashMap<>();
        all.put(setting.question().target(), setting.targetIds());
        setting.chain().demands().values().stream()
                .sorted(Comparator.comparing(Demand::material).thenComparing(Demand::consumer))
                .map(demand -> Target.of(demand.material(), demand.consumer()))
                .forEach(target -> all.computeIfAbsent(
                        target,
                        any -> setting.chain().demandsOf(target).stream()
                                .map(Demand::id)
                                .toList()));
        ImmutableMap.Builder<Target, ImmutableList<DemandId>> consumers = ImmutableMap.builder();
        all.forEach((target, demands) -> consumers.put(target, ImmutableList.copyOf(demands)));
        return consumers.build();
    }

    /**
     * Whose supply can be traced: the target that was asked about, then everybody who wants anything that has to do with it,
     * with all uses of a material together.
     *
     * @return by material and country, the target first
     */
    public List<Target> consumers() {
        return consumers.keySet().asList();
    }

    /**
     * What a consumer gets when everybody shares.
     *
     * @param consumer one of {@link #consumers()}
     * @return as {@link Delivery.Answer#shared()}
     * @throws IllegalArgumentException if it is none of them
     */
    public Supply supply(Target consumer) {
        ImmutableList<DemandId> demands = demands(consumer);
        return Got.supply(alike.stream().map(reading -> reading.got(demands)).toList(), unit(consumer));
    }

    /**
     * What everybody gets through a group, in all flows: those with all figures read alike, and those that are read
     * {@link #against}.
     *
     * @param group its runs, links and stocks; its demands are left aside
     * @param run where to work
     * @return for each of {@link #consumers()}, in their order
     */
    public Map<Target, Part> through(Outage group, Run run) {
        return passage(group, run).parts();
    }

    /**
     * The same, and how the target's share comes about.
     *
     * @param group its runs, links and stocks; its demands are left aside
     * @param run where to work
     * @return what passes
     */
    public Passage passage(Outage group, Run run) {
        List<Flowing> all =
                ImmutableList.<Flowing>builder().addAll(alike).addAll(against).build();
        List<double[]> shares = new ArrayList<>();
        for (Flowing reading : all) {
            run.check();
            shares.add(reading.traced.shares(group));
        }
        ImmutableMap.Builder<Target, Part> parts = ImmutableMap.builder();
        consumers.forEach((consumer, demands) -> parts.put(consumer, part(consumer, demands, all, shares)));
        return new Passage(parts.build(), told(group, all, shares));
    }

    /** How the target's share comes about where it is least, and where it is most. */
    private Tree.Node told(Outage group, List<Flowing> all, List<double[]> shares) {
        double[] share = new double[all.size()];
        List<Integer> served = new ArrayList<>();
        for (int i = 0; i < share.length; i++) {
            if (all.get(i).isServed(setting.targetIds())) {
                share[i] = all.get(i).share(setting.targetIds(), shares.get(i));
                served.add(i);
            }
        }
        if (served.isEmpty()) {
            return Derivation.given(PASSED, Range.exactly(0, Unit.SHARE), "nothing is delivered");
        }
        served.sort(Comparator.comparingDouble(i -> share[i]));
        int least = served.get(0);
        int most = served.get(served.size() - 1);
        return share[least] == share[most]
                ? all.get(most).told(PASSED, setting, group, shares.get(most))
                : Derivation.any(
                        PASSED,
                        ImmutableList.of(
                                all.get(least).told("at least, " + TRIED, setting, group, shares.get(least)),
                                all.get(most).told("at most, " + TRIED, setting, group, shares.get(most))));
    }

    private Part part(Target consumer, List<DemandId> demands, List<Flowing> all, List<double[]> shares) {
        double[] share = {Double.POSITIVE_INFINITY, 0};
        double[] tons = {Double.POSITIVE_INFINITY, 0};
        double wanted = 0;
        for (int i = 0; i < all.size(); i++) {
            Flowing reading = all.get(i);
            wanted = Math.max(wanted, reading.got(demands).wanted());
            span(tons, reading.passed(demands, shares.get(i)));
            if (reading.isServed(demands)) {
                span(share, reading.share(demands, shares.get(i)));
            }
        }
        return new Part(
                Delivery.tons(Math.min(share[0], share[1]), share[1], 1, Unit.SHARE),
                Delivery.tons(tons[0], tons[1], wanted, unit(consumer)));
    }

    private static void span(double[] ends, double value) {
        ends[0] = Math.min(ends[0], value);
        ends[1] = Math.max(ends[1], value);
    }

    /**
     * What the shares stand on.
     *
     * @return as of the delivery; how the ends of the ranges were found is said for shares
     */
    public Grounds grounds() {
        return setting.grounds("%s; another solution that delivers as much may have other shares."
                .formatted(setting.question()
                        .reading()
                        .map("All figures are read %s"::formatted)
                        .orElse(
                                "Ends are those of %s readings of all figures alike%s; something between could reach further"
                                        .formatted(alike.size(), apart()))));
    }

    private String apart() {
        return against.isEmpty()
                ? ""
                : ", and of %s that set supply of one group against what stands in for it or against all others, the same for every group"
                        .formatted(against.size());
    }

    private ImmutableList<DemandId> demands(Target consumer) {
        ImmutableList<DemandId> demands = consumers.get(consumer);
        if (demands == null) {
            throw new IllegalArgumentException("Target '%s': nothing is known of it here. Maybe one of %s."
                    .formatted(consumer, consumers.keySet()));
        }
        return demands;
    }

    private Unit unit(Target consumer) {
        return Unit.T_PER_A.of(setting.chain().material(consumer.material()).basis());
    }
}
