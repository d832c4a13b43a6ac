package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.RandomFlows;
import org.lodegraph.flow.Response;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Share;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.Chokepoints.Chokepoint;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Scenario;

/** Seeded chains: chokepoints are what literally costs the target its part once it is literally lost. */
class RandomChokepointsTest {

    private static final int CHAINS = 120;
    private static final double TENTH = 0.1;

    private static final List<Grouping> GROUPINGS = List.of(
            Grouping.COUNTRY_AND_STAGE,
            Grouping.COUNTRY,
            Grouping.FACILITY,
            Grouping.RECIPE,
            Grouping.LINK,
            Grouping.COUNTRY.withDemand());

    private static Delivery question(SupplyChain chain, int seed) {
        return Delivery.to(Target.of(
                        Ids.material("target"),
                        chain.demand(Ids.demand("target-0")).consumer()))
                .drawingStocksOver(seed % 3)
                .under(seed % 2 == 0 ? Response.SURGE : Response.RESTART)
                .at(Reading.CENTRAL);
    }

    @Test
    void equalWhatIsLiterallyLost() {
        int costly = 0;
        int essential = 0;
        for (int seed = 0; seed < CHAINS; seed++) {
            SupplyChain chain = RandomFlows.chain(seed);
            Delivery delivery = question(chain, seed);
            Grouping grouping = GROUPINGS.get(seed % GROUPINGS.size());
            var answer = chain.ask(Chokepoints.of(delivery).by(grouping).atLeast(Share.percent(10)));
            var before = chain.ask(delivery);
            double first = before.unavoidable().served().high();
            double shared = before.shared().served().high();
            Set<String> expected = grouping.in(chain).stream()
                    .filter(group -> {
                        SupplyChain after = group.on(chain);
                        if (after.demandsFor(Ids.material("target")).stream()
                                .noneMatch(demand -> demand.consumer()
                                        .equals(delivery.target().consumer()))) {
                            return false;
                        }
                        var left = after.ask(delivery);
                        double lost = left.unavoidable().unmet().high()
                                - before.unavoidable().unmet().high();
                        double gone = left.shared().unmet().high()
                                - before.shared().unmet().high();
                        return first > 0 && lost / first >= TENTH + 1e-6 || shared > 0 && gone / shared >= TENTH + 1e-6;
                    })
                    .map(Scenario::name)
                    .collect(Collectors.toSet());

            assertThat(answer.chokepoints().stream()
                            .map(each -> each.contingency().name())
                            .collect(Collectors.toSet()))
                    .as("seed %s by %s", seed, grouping)
                    .isEqualTo(expected);
            assertThat(answer.chokepoints().size() + answer.minor() + answer.harmless())
                    .isEqualTo(grouping.in(chain).size());
            for (Chokepoint each : answer.chokepoints()) {
                costly++;
                var left = each.contingency().on(chain).ask(delivery);
                assertThat(each.loss().lost().high())
                        .isCloseTo(
                                left.unavoidable().unmet().high()
                                        - before.unavoidable().unmet().high(),
                                within(1e-8 * before.wanted().high()));
                assertThat(each.shared().lost().high())
                        .isCloseTo(
                                left.shared().unmet().high()
                                        - before.shared().unmet().high(),
                                within(1e-7 * before.wanted().high()));
                if (each.isEssential()) {
                    essential++;
                    assertThat(each.loss().after().served())
                            .isEqualTo(Range.exactly(0, before.wanted().unit()));
                }
            }
        }
        assertThat(costly).isGreaterThan(100);
        assertThat(essential).isGreaterThan(20);
    }

    /** What is essential are the cuts of one; every cut leaves nothing, and no part of it is a cut. */
    @Test
    void cutsLeaveNothing() {
        int pairs = 0;
        for (int seed = 0; seed < CHAINS; seed++) {
            SupplyChain chain = RandomFlows.chain(seed);
            Delivery delivery = question(chain, seed);
            Grouping grouping = GROUPINGS.get(seed % 2);
            var answer = chain.ask(
                    Chokepoints.of(delivery).by(grouping).atLeast(Share.NONE).cutsUpTo(2));
            List<Scenario> groups = grouping.in(chain);

            assertThat(answer.essential())
                    .extracting(each -> each.contingency().name())
                    .containsExactlyInAnyOrderElementsOf(
                            answer.before().served().high() > 0
                                    ? answer.cuts().stream()
                                            .filter(cut -> cut.size() == 1)
                                            .map(cut -> cut.iterator().next())
                                            .toList()
                                    : List.of());
            for (Set<String> cut : answer.cuts()) {
                pairs += cut.size() == 2 ? 1 : 0;
                SupplyChain left = chain;
                for (Scenario group : groups) {
                    left = cut.contains(group.name()) ? left.with(group) : left;
                }
                assertThat(left.ask(delivery).unavoidable().served().high())
                        .as("seed %s without %s", seed, cut)
                        .isZero();
            }
        }
        assertThat(pairs).isGreaterThan(20);
    }

    @Test
    void listenToNoThread() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int seed = 0; seed < 8; seed++) {
                SupplyChain chain = RandomFlows.chain(seed);
                List<Chokepoints> questions = new ArrayList<>();
                GROUPINGS
                        .subList(0, 3)
                        .forEach(grouping -> questions.add(Chokepoints.of(Target.of(
                                        Ids.material("target"),
                                        chain.demand(Ids.demand("target-0")).consumer()))
                                .by(grouping)));
                for (Chokepoints question : questions) {
                    assertThat(chain.ask(question, Run.here().on(threads))).isEqualTo(chain.ask(question));
                }
            }
        } finally {
            threads.shutdown();
        }
    }
}
