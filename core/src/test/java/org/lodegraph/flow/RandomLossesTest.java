package org.lodegraph.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Spread;
import org.lodegraph.model.Demand;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Scenario;

/** Thousands of outages of seeded chains: a loss is what the chain that lacks something delivers less. */
class RandomLossesTest {

    private static final int CHAINS = 80;

    private static Target target(SupplyChain chain) {
        return Target.of(
                Ids.material("target"), chain.demand(Ids.demand("target-0")).consumer());
    }

    private static Delivery question(SupplyChain chain, long seed) {
        return Delivery.to(target(chain)).drawingStocksOver(seed % 3).at(Reading.CENTRAL);
    }

    private static List<Scenario> contingencies(SupplyChain chain) {
        List<Scenario> all = new ArrayList<>();
        all.addAll(Grouping.LINE.in(chain));
        all.addAll(Grouping.COUNTRY.withDemand().in(chain));
        all.addAll(Grouping.RECIPE.in(chain));
        all.addAll(Grouping.LINK.in(chain));
        all.addAll(Grouping.COUNTRY.pairs().in(chain));
        return all;
    }

    /** The chain without it, solved cold by another solver in a program without pools, scales or a cone. */
    private static Got cold(SupplyChain chain, Scenario contingency, long seed) {
        SupplyChain left = chain.with(contingency);
        Map<String, Double> gains = new TreeMap<>();
        double wanted = 0;
        for (Demand demand : left.demandsFor(Ids.material("target"))) {
            if (demand.consumer().equals(target(chain).consumer())) {
                gains.put(demand.id().value(), 1.0);
                wanted += demand.rate().at(Reading.CENTRAL);
            }
        }
        return new Got(wanted, NaiveDelivery.best(left, seed % 3, gains));
    }

    @Test
    void aLossIsWhatTheChainWithoutItDeliversLess() {
        Map<Loss.How, Integer> found = new TreeMap<>();
        for (long seed = 0; seed < CHAINS; seed++) {
            SupplyChain chain = RandomFlows.chain(seed);
            Losses losses = Losses.of(question(chain, seed), chain, Run.here());
            double wanted = chain.ask(question(chain, seed)).wanted().high();
            for (Scenario contingency : contingencies(chain)) {
                Loss.Reading loss =
                        losses.alike(contingency.outage(chain), Run.here()).get(0);
                Got cold = cold(chain, contingency, seed);
                found.merge(loss.how(), 1, Integer::sum);
                assertThat(loss.after().wanted()).isEqualTo(cold.wanted(), within(1e-12));
                assertThat(loss.after().served())
                        .as("seed %s, %s", seed, contingency)
                        .isCloseTo(cold.served(), within(1e-9 * wanted));
            }
        }
        // Every way to find a loss was taken.
        assertThat(found).containsOnlyKeys(Loss.How.values());
    }

    /** Another order, other threads, one outage asked alone: the same bytes. */
    @Test
    void neitherOrderNorThreadsChangeANumber() throws InterruptedException {
        ExecutorService four = Executors.newFixedThreadPool(4);
        try {
            for (long seed = 0; seed < CHAINS / 5; seed++) {
                SupplyChain chain = RandomFlows.chain(seed)
                        .mapFigures((place, figure) -> place.kind() == FigurePlace.Kind.NAMEPLATE
                                ? figure.map(spread -> Spread.between(spread.central(), spread.central() * 1.1 + 0.01))
                                : figure);
                Delivery question = Delivery.to(target(chain));
                List<Outage> outages = contingencies(chain).stream()
                        .map(each -> each.outage(chain))
                        .toList();
                Losses losses = Losses.of(question, chain, Run.here());
                Map<Outage, Loss> expected = new LinkedHashMap<>();
                List<Loss> inOrder = losses.of(outages, Run.here());
                for (int i = 0; i < outages.size(); i++) {
                    expected.put(outages.get(i), inOrder.get(i));
                }
                List<Outage> shuffled = new ArrayList<>(outages);
                Collections.shuffle(shuffled, new Random(seed));
                List<Loss> again = Losses.of(question, chain, Run.here().on(four))
                        .of(shuffled, Run.here().on(four));
                for (int i = 0; i < shuffled.size(); i++) {
                    assertThat(again.get(i)).as("seed %s", seed).isEqualTo(expected.get(shuffled.get(i)));
                }
            }
        } finally {
            four.shutdown();
        }
    }

    /** In detail: use by use as the whole delivery of the chain that lacks it says; flows as near as they can be. */
    @Test
    void theAftermathIsTheDeliveryWithoutIt() {
        for (long seed = 0; seed < CHAINS / 5; seed++) {
            SupplyChain chain = RandomFlows.chain(seed);
            Delivery question = question(chain, seed);
            Losses losses = Losses.of(question, chain, Run.here());
            double wanted = chain.ask(question).wanted().high();
            for (Scenario contingency : Grouping.COUNTRY.in(chain)) {
                Aftermath after = losses.after(contingency.outage(chain), Run.here());
                Delivery.Answer without = chain.with(contingency).ask(question);
                assertThat(after.loss()).isEqualTo(losses.of(contingency.outage(chain), Run.here()));
                assertThat(after.uses()).hasSameSizeAs(without.demands());
                for (int i = 0; i < after.uses().size(); i++) {
                    assertThat(after.uses().get(i).after().served().high())
                            .as("seed %s, %s", seed, contingency)
                            .isCloseTo(
                                    without.demands().get(i).supply().served().high(), within(1e-8 * wanted));
                }
            }
        }
    }

    /** Losing more never loses less of what is unavoidable. */
    @Test
    void aLargerOutageCostsNoLess() {
        for (long seed = 0; seed < CHAINS / 3; seed++) {
            SupplyChain chain = RandomFlows.chain(seed);
            Losses losses = Losses.of(question(chain, seed), chain, Run.here());
            List<Scenario> countries = Grouping.COUNTRY.in(chain);
            for (int i = 1; i < countries.size(); i++) {
                Outage one = countries.get(i).outage(chain);
                Outage both = one.and(countries.get(i - 1).outage(chain));
                assertThat(losses.of(both, Run.here()).lost().high())
                        .as("seed %s", seed)
                        .isGreaterThanOrEqualTo(
                                losses.of(one, Run.here()).lost().high() - 1e-8);
            }
        }
    }
}
