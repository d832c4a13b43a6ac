package org.lodegraph.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lodegraph.graph.Derivability;
import org.lodegraph.graph.Fallback;
import org.lodegraph.graph.Node;
import org.lodegraph.graph.SupplyGraph;
import org.lodegraph.lp.Optimal;
import org.lodegraph.measure.Reading;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Ids;
import org.lodegraph.model.LineId;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Policy;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Scenario;

/** What must hold of every group and every consumer of seeded chains. */
class RandomTracingTest {

    private static final int CHAINS = 80;
    private static final double CLOSE = 1e-7;

    private static Delivery question(SupplyChain chain, long seed) {
        Target target = Target.of(
                Ids.material("target"), chain.demand(Ids.demand("target-0")).consumer());
        Delivery delivery = Delivery.to(target).drawingStocksOver(seed % 3).at(Reading.CENTRAL);
        return seed % 5 == 0 ? delivery.sharing(new Sharing.HomeFirst()) : delivery;
    }

    private static List<Outage> groups(SupplyChain chain) {
        List<Scenario> all = new ArrayList<>();
        all.addAll(Grouping.LINE.in(chain));
        all.addAll(Grouping.COUNTRY.in(chain));
        all.addAll(Grouping.RECIPE.in(chain));
        all.addAll(Grouping.LINK.in(chain));
        return all.stream().map(group -> group.outage(chain)).toList();
    }

    private static Outage everything(SupplyChain chain) {
        Map<LineId, Set<RecipeId>> runs = new TreeMap<>();
        chain.lines()
                .values()
                .forEach(line ->
                        runs.put(line.id(), new LinkedHashSet<>(line.line().recipes())));
        return new Outage(runs, chain.links().keySet(), chain.stocks().keySet(), Set.of());
    }

    @Test
    void allSupplyPassesThroughEverythingTogether() {
        int supplied = 0;
        for (long seed = 0; seed < CHAINS; seed++) {
            SupplyChain chain = RandomFlows.chain(seed);
            Tracing tracing = Tracing.of(question(chain, seed), chain, Run.here());
            Map<Target, Tracing.Part> all = tracing.through(everything(chain), Run.here());
            for (Target consumer : tracing.consumers()) {
                double served = tracing.supply(consumer).served().high();
                Tracing.Part part = all.get(consumer);
                // also: who buys from whom is spread without a change of what anybody gets
                assertThat(part.tons().high()).isCloseTo(served, within(CLOSE));
                assertThat(part.share().high())
                        .as("seed %s, %s", seed, consumer)
                        .isEqualTo(served > 0 ? 1 : 0);
                supplied += served > 0 ? 1 : 0;
            }
        }
        assertThat(supplied).isGreaterThan(4 * CHAINS);
    }

    @Test
    void equalsItsTwin() {
        int shares = 0;
        for (long seed = 0; seed < CHAINS; seed++) {
            SupplyChain chain = RandomFlows.chain(seed);
            Delivery question = question(chain, seed);
            Setting setting = new Setting(question, chain);
            DeliveryProgram delivery = setting.compile(Corner.CENTRAL);
            Optimal optimal = setting.stages(delivery, Run.here()).shared(question.sharing());
            boolean keeps = question.sharing() instanceof Sharing.HomeFirst;
            TracedFlows.Net traced = TracedFlows.of(Markets.of(setting.chain(), delivery, optimal, keeps));
            NaiveTracing twin = NaiveTracing.of(setting.chain(), delivery, optimal, keeps);
            for (Outage group : groups(chain)) {
                double[] passed = traced.shares(group);
                for (DemandId demand : delivery.demandRows().keySet()) {
                    double served = traced.served(List.of(demand));
                    if (served > CLOSE) {
                        assertThat(traced.passed(List.of(demand), passed) / served)
                                .as("seed %s, %s, %s", seed, demand, group)
                                .isCloseTo(twin.share(group, demand), within(CLOSE));
                        shares++;
                    }
                }
            }
        }
        assertThat(shares).isGreaterThan(150 * CHAINS);
    }

    /** Rules that reach through processing mark goods; uses of a country that take nothing else are exposed alike all the same. */
    @Test
    void usesOfACountryAreExposedAlikeWhateverTheMarks() {
        int mixed = 0;
        for (long seed = 0; seed < CHAINS; seed++) {
            SupplyChain chain = marking(RandomFlows.chain(seed));
            Delivery question = question(chain, seed);
            Setting setting = new Setting(question, chain);
            DeliveryProgram delivery = setting.compile(Corner.CENTRAL);
            Optimal optimal = setting.stages(delivery, Run.here()).shared(question.sharing());
            TracedFlows.Net traced = TracedFlows.of(
                    Markets.of(setting.chain(), delivery, optimal, question.sharing() instanceof Sharing.HomeFirst));
            List<double[]> passed = groups(chain).stream().map(traced::shares).toList();
            for (List<DemandId> uses : usesOfOneGood(setting.chain(), delivery, optimal)) {
                mixed += isMixed(delivery, optimal, uses) ? 1 : 0;
                for (double[] shares : passed) {
                    double all = traced.passed(uses, shares) / traced.served(uses);
                    for (DemandId use : uses) {
                        double served = delivery.served(optimal, use);
                        assertThat(traced.passed(List.of(use), shares) / served)
                                .as("seed %s, %s", seed, use)
                                .isCloseTo(all, within(CLOSE));
                    }
                }
            }
        }
        assertThat(mixed).isGreaterThan(3);
    }

    private static SupplyChain marking(SupplyChain chain) {
        SupplyChain.Builder through = chain.toBuilder();
        chain.policies().values().forEach(policy -> through.put(policy.withReach(Policy.Reach.THROUGH_PROCESSING)));
        return through.build();
    }

    /** The served demands of one country for one material, which nothing else can serve; where there are several. */
    private static List<List<DemandId>> usesOfOneGood(SupplyChain chain, DeliveryProgram delivery, Optimal optimal) {
        return chain.demands().values().stream()
                .filter(demand -> demand.alternatives().isEmpty()
                        && !demand.consumer().equals(CountryId.REST)
                        && delivery.served(optimal, demand.id()) > CLOSE)
                .collect(Collectors.groupingBy(
                        demand -> demand.material() + " " + demand.consumer(),
                        TreeMap::new,
                        Collectors.mapping(Demand::id, Collectors.toList())))
                .values()
                .stream()
                .filter(uses -> uses.size() > 1)
                .toList();
    }

    /** Whether uses draw on goods with different marks. */
    private static boolean isMixed(DeliveryProgram delivery, Optimal optimal, List<DemandId> uses) {
        return uses.stream()
                        .flatMap(demand -> delivery.serving().get(demand).stream())
                        .filter(column -> delivery.tons(optimal, column) > CLOSE)
                        .map(column -> ((Move.Serve) delivery.moves().get(column)).place())
                        .distinct()
                        .count()
                > 1;
    }

    /** Two groups together hold at least what one does, and at most what both do: the largest input of a sum of shares. */
    @Test
    void sharesOfTwoGroupsLieBetweenTheLargerAndTheSum() {
        for (long seed = 0; seed < CHAINS; seed++) {
            SupplyChain chain = RandomFlows.chain(seed);
            Tracing tracing = Tracing.of(question(chain, seed), chain, Run.here());
            List<Outage> groups = groups(chain);
            for (int i = 0; i + 1 < groups.size(); i++) {
                Map<Target, Tracing.Part> one = tracing.through(groups.get(i), Run.here());
                Map<Target, Tracing.Part> other = tracing.through(groups.get(i + 1), Run.here());
                Map<Target, Tracing.Part> both = tracing.through(groups.get(i).and(groups.get(i + 1)), Run.here());
                for (Target consumer : tracing.consumers()) {
                    double a = one.get(consumer).share().high();
                    double b = other.get(consumer).share().high();
                    assertThat(both.get(consumer).share().high())
                            .as("seed %s, %s", seed, consumer)
                            .isBetween(Math.max(a, b) - CLOSE, Math.min(1, a + b) + CLOSE);
                }
            }
        }
    }

    /** What nothing can be derived without, all supply has passed through. */
    @Test
    void supplyPassesWholeThroughWhatIsEssential() {
        int essential = 0;
        for (long seed = 0; seed < CHAINS; seed++) {
            SupplyChain chain = RandomFlows.chain(seed);
            Tracing tracing = Tracing.of(question(chain, seed), chain, Run.here());
            SupplyGraph graph = SupplyGraph.of(chain);
            Derivability derivability = seed % 3 == 0
                    ? Derivability.of(graph, Fallback.ALTERNATIVES)
                    : Derivability.of(graph, Fallback.ALTERNATIVES, Fallback.STOCKS);
            for (Outage group : groups(chain)) {
                Derivability left = derivability.without(graph.lost(group));
                for (Target consumer : tracing.consumers()) {
                    boolean derives = chain.demandsOf(consumer).stream()
                            .anyMatch(demand -> left.derives(new Node.Wanted(demand.id())));
                    if (!derives && tracing.supply(consumer).served().high() > 0) {
                        assertThat(tracing.through(group, Run.here())
                                        .get(consumer)
                                        .share()
                                        .low())
                                .as("seed %s, %s, %s", seed, consumer, group)
                                .isEqualTo(1);
                        essential++;
                    }
                }
            }
        }
        assertThat(essential).isGreaterThan(150);
    }

    /**
     * If the group stops and nobody reroutes, a share of the supply is gone; whoever may reroute, and is served first, loses
     * no more. (Not so where one run makes two things that must both be used.)
     */
    @Test
    void nobodyLosesMoreThanPasses() {
        int passed = 0;
        for (long seed = 0; seed < CHAINS; seed++) {
            SupplyChain chain = RandomFlows.chain(seed);
            Delivery question = question(chain, seed);
            Tracing tracing = Tracing.of(question, chain, Run.here());
            Losses losses = Losses.of(question, chain, Run.here());
            for (Outage group : groups(chain)) {
                Tracing.Part part = tracing.through(group, Run.here()).get(question.target());
                double left = tracing.supply(question.target()).served().high()
                        - part.tons().high();
                assertThat(losses.of(group, Run.here()).after().served().high())
                        .as("seed %s, %s", seed, group)
                        .isGreaterThanOrEqualTo(left - 1e-6);
                passed += part.share().high() > 0 ? 1 : 0;
            }
        }
        assertThat(passed).isGreaterThan(8 * CHAINS);
    }
}
