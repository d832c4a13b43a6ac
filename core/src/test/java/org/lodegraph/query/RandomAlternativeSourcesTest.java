package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jgrapht.traverse.BreadthFirstIterator;
import org.junit.jupiter.api.Test;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.RandomFlows;
import org.lodegraph.graph.Derivability;
import org.lodegraph.graph.Node;
import org.lodegraph.graph.SupplyGraph;
import org.lodegraph.measure.Reading;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Line;
import org.lodegraph.model.LineId;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.report.Retold;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Scenario;

/** Seeded chains in which some lines stand still: what each brings is what literally running it changes. */
class RandomAlternativeSourcesTest {

    private static final int CHAINS = 250;
    private static final double CLOSE = 1e-7;

    /** A random chain in which every fourth line is idle or planned, with nobody saying when it could run. */
    private static SupplyChain chain(int seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        SupplyChain chain = RandomFlows.chain(seed);
        SupplyChain.Builder builder = chain.toBuilder();
        for (Facility facility : chain.facilities().values()) {
            List<Line> lines = new ArrayList<>();
            for (Line line : facility.lines()) {
                lines.add(
                        random.nextInt(4) > 0
                                ? line
                                : line.status(random.nextBoolean() ? Line.Status.IDLE : Line.Status.PLANNED));
            }
            builder.put(facility.withLines(lines));
        }
        return builder.build();
    }

    private static Delivery delivery(SupplyChain chain) {
        return Delivery.to(Target.of(
                        Ids.material("target"),
                        chain.demand(Ids.demand("target-0")).consumer()))
                .at(Reading.CENTRAL);
    }

    private static SupplyChain running(SupplyChain chain, Set<LineId> some) {
        SupplyChain.Builder builder = chain.toBuilder();
        for (Facility facility : chain.facilities().values()) {
            builder.put(facility.withLines(facility.lines().stream()
                    .map(line -> some.contains(new LineId(facility.id(), line.name()))
                            ? line.status(Line.Status.RUNNING)
                            : line)
                    .toList()));
        }
        return builder.build();
    }

    @Test
    void bringWhatRunningThemChanges() {
        int some = 0;
        int more = 0;
        for (int seed = 0; seed < CHAINS; seed++) {
            SupplyChain chain = chain(seed);
            Delivery delivery = delivery(chain);
            var answer = chain.ask(AlternativeSources.of(delivery).by(Grouping.COUNTRY));
            var before = chain.ask(delivery);
            double wanted = Math.max(1, before.wanted().high());
            assertThat(answer.before().served().high())
                    .isCloseTo(before.unavoidable().served().high(), within(CLOSE * wanted));
            assertThat(answer.sharing().served().high())
                    .isCloseTo(before.shared().served().high(), within(CLOSE * wanted));
            double sum = 0;
            Set<LineId> all = new LinkedHashSet<>();
            double least = Double.POSITIVE_INFINITY;
            for (AlternativeSources.Source source : answer.sources()) {
                LineId line = source.candidate().line();
                all.add(line);
                var after = running(chain, Set.of(line)).ask(delivery);
                double first = after.unavoidable().served().high()
                        - before.unavoidable().served().high();
                double shared = after.shared().served().high()
                        - before.shared().served().high();
                assertThat(source.gain().first().high())
                        .as("seed %s, %s", seed, line)
                        .isCloseTo(first, within(CLOSE * wanted));
                assertThat(source.gain().shared().high())
                        .as("seed %s, %s", seed, line)
                        .isCloseTo(Math.max(0, shared), within(CLOSE * wanted));
                assertThat(source.gain().shared().low()).isCloseTo(Math.min(0, shared), within(CLOSE * wanted));
                assertThat(source.gain().most()).isLessThanOrEqualTo(least);
                least = source.gain().most();
                assertThat(Retold.of(source.derivation().children().get(0)).high())
                        .isCloseTo(source.gain().first().high(), within(CLOSE * wanted));
                assertThat(Retold.of(source.derivation().children().get(1)).low())
                        .isCloseTo(source.gain().shared().low(), within(CLOSE * wanted));
                sum += first;
                some += first > 0 ? 1 : 0;
            }
            double together =
                    running(chain, all).ask(delivery).unavoidable().served().high()
                            - before.unavoidable().served().high();
            assertThat(answer.together().first().high()).isCloseTo(together, within(CLOSE * wanted));
            more += together > sum + CLOSE ? 1 : 0;
            if (seed < CHAINS / 10) {
                assertThat(chain.ask(AlternativeSources.of(delivery).by(Grouping.COUNTRY)))
                        .isEqualTo(answer);
            }
        }
        assertThat(some).isGreaterThan(50);
        assertThat(more).isGreaterThan(5);
    }

    /** A line needs a group if it cannot run once the group is literally lost, and passes it if no way is left. */
    @Test
    void hangOnWhatStopsThem() {
        int needed = 0;
        int passed = 0;
        for (int seed = 0; seed < CHAINS / 2; seed++) {
            SupplyChain chain = chain(seed);
            Delivery delivery = delivery(chain);
            Grouping grouping = seed % 2 == 0 ? Grouping.COUNTRY : Grouping.RECIPE;
            var answer = chain.ask(AlternativeSources.of(delivery).by(grouping));
            Set<LineId> all = new LinkedHashSet<>();
            answer.sources().forEach(source -> all.add(source.candidate().line()));
            SupplyChain everything = running(chain, all);
            for (AlternativeSources.Source source : answer.sources()) {
                Way with = Way.of(everything, source, delivery.target());
                assertThat(source.reaches()).isEqualTo(with.runs && with.arrives);
                for (Scenario group : grouping.in(everything)) {
                    Way without = Way.of(everything.with(group), source, delivery.target());
                    assertThat(source.needs().contains(group.name()))
                            .as(
                                    "seed %s, %s without %s",
                                    seed, source.candidate().line(), group.name())
                            .isEqualTo(with.runs && !without.runs);
                    if (source.reaches() && !source.needs().contains(group.name())) {
                        assertThat(source.passes().contains(group.name()))
                                .as(
                                        "seed %s, %s past %s",
                                        seed, source.candidate().line(), group.name())
                                .isEqualTo(!without.arrives);
                    }
                }
                needed += source.needs().size();
                passed += source.passes().size();
            }
        }
        assertThat(needed).isGreaterThan(200);
        assertThat(passed).isGreaterThan(20);
    }

    /** Whether a line can run, and whether a way leads from it to the target, in a chain as it stands. */
    private record Way(boolean runs, boolean arrives) {

        static Way of(SupplyChain chain, AlternativeSources.Source source, Target target) {
            SupplyGraph graph = SupplyGraph.of(chain);
            LineId line = source.candidate().line();
            Node run = new Node.Run(line, chain.line(line).line().recipes().get(0));
            if (!graph.nodes().contains(run)) {
                return new Way(false, false);
            }
            Set<Node> wanted = new LinkedHashSet<>();
            chain.demandsOf(target).forEach(demand -> wanted.add(new Node.Wanted(demand.id())));
            boolean arrives = false;
            var ways = new BreadthFirstIterator<>(graph.asGraph(), run);
            while (ways.hasNext()) {
                arrives |= wanted.contains(ways.next());
            }
            return new Way(Derivability.of(graph).derives(run), arrives);
        }
    }
}
