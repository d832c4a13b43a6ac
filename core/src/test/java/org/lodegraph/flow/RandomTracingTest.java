package org.lodegraph.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lodegraph.graph.Derivability;
import org.lodegraph.graph.Fallback;
import org.lodegraph.graph.Node;
import org.lodegraph.graph.SupplyGraph;
import org.lodegraph.lp.Optimal;
import org.lodegraph.measure.Reading;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Ids;
import org.lodegraph.model.LineId;
import org.lodegraph.model.Outage;
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
