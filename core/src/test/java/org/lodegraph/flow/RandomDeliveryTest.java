package org.lodegraph.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.lodegraph.lp.Optimal;
import org.lodegraph.lp.Solvers;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Spread;
import org.lodegraph.model.Demand;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.Ids;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;

/** Thousands of seeded chains against the slow, obvious twin, and laws that every delivery obeys. */
class RandomDeliveryTest {

    private static final int CHAINS = 300;

    private static double value(Demand demand) {
        return demand.rate().at(Reading.CENTRAL);
    }

    private static Target target(SupplyChain chain) {
        return Target.of(
                Ids.material("target"), chain.demand(Ids.demand("target-0")).consumer());
    }

    private static double served(SupplyChain chain, double years) {
        return chain.ask(Delivery.to(target(chain)).drawingStocksOver(years).at(Reading.CENTRAL))
                .unavoidable()
                .served()
                .low();
    }

    /** The pooled, scaled program of the cone gives what the unpooled, unscaled one of the whole chain gives. */
    @Test
    void theTargetFirst() {
        for (long seed = 0; seed < CHAINS; seed++) {
            SupplyChain chain = RandomFlows.chain(seed);
            Map<String, Double> gains = new TreeMap<>();
            double wanted = 0;
            for (Demand demand : chain.demandsOf(target(chain))) {
                gains.put(demand.id().value(), 1.0);
                wanted += value(demand);
            }
            double years = seed % 3;
            assertThat(unrounded(chain, years, gains.keySet()))
                    .as("seed %s", seed)
                    .isCloseTo(NaiveDelivery.best(chain, years, gains), within(1e-9 * wanted));
        }
    }

    private static double unrounded(SupplyChain chain, double years, Set<String> demands) {
        Delivery question = Delivery.to(target(chain)).drawingStocksOver(years).at(Reading.CENTRAL);
        SupplyChain cone = Cone.around(chain, question.target().material());
        DeliveryProgram program = Compiler.compile(cone, new Rules(cone), Corner.CENTRAL, question, false);
        List<DemandId> ids = demands.stream().map(Ids::demand).toList();
        Optimal first = new Stages(cone, program, Solvers.standard(), Run.here()).first(ids);
        return ids.stream().mapToDouble(demand -> program.served(first, demand)).sum();
    }

    /** Stage 1 likewise, and what everybody gets in the end adds up to it: later stages give nothing away. */
    @Test
    void everybody() {
        for (long seed = 0; seed < CHAINS; seed++) {
            SupplyChain chain = RandomFlows.chain(seed);
            Delivery question = Delivery.to(target(chain)).at(Reading.CENTRAL);
            DeliveryProgram program = Compiler.compile(chain, new Rules(chain), Corner.CENTRAL, question, false);
            Stages stages = new Stages(chain, program, Solvers.standard(), Run.here());
            Map<MaterialId, Double> totals = new TreeMap<>();
            chain.demands().values().forEach(demand -> totals.merge(demand.material(), value(demand), Double::sum));
            Map<String, Double> gains = new TreeMap<>();
            chain.demands()
                    .values()
                    .forEach(demand -> gains.put(
                            demand.id().value(),
                            totals.get(demand.material()) > 0 ? 1 / totals.get(demand.material()) : 0));
            double best = NaiveDelivery.best(chain, 0, gains);
            assertThat(Solvers.standard()
                            .solve(stages.most(program.program()))
                            .optimal()
                            .objective())
                    .as("seed %s", seed)
                    .isCloseTo(best, within(1e-9));
            Optimal shared = stages.shared(new Sharing.Even());
            double sum = chain.demands().values().stream()
                    .mapToDouble(demand -> program.served(shared, demand.id())
                            * gains.getOrDefault(demand.id().value(), 0.0))
                    .sum();
            assertThat(sum).as("seed %s", seed).isCloseTo(best, within(1e-8));
        }
    }

    /** Delivery never falls when a capacity, quota, link or stock grows. */
    @Test
    void moreSupplyNeverDeliversLess() {
        for (long seed = 0; seed < CHAINS; seed++) {
            SupplyChain chain = RandomFlows.chain(seed);
            long pick = seed;
            int[] at = {0};
            SupplyChain larger = chain.mapFigures((place, figure) -> isSupply(place) && at[0]++ % 7 == pick % 7
                    ? figure.map(spread -> Spread.exact(spread.central() * 1.5 + (isShare(place) ? 0 : 0.5)))
                    : figure);
            if (pick % 7 == 0 && hasShare(chain)) {
                continue;
            }
            assertThat(served(larger, 1)).as("seed %s", seed).isGreaterThanOrEqualTo(served(chain, 1) - 1e-8);
        }
    }

    private static boolean isShare(FigurePlace place) {
        return place.kind() == FigurePlace.Kind.SHARE_LET_THROUGH;
    }

    private static boolean hasShare(SupplyChain chain) {
        boolean[] found = {false};
        chain.forEachFigure((place, figure) -> found[0] |= isShare(place));
        return found[0];
    }

    private static boolean isSupply(FigurePlace place) {
        return switch (place.kind()) {
            case NAMEPLATE, QUOTA, LINK_CAPACITY, AMOUNT, ROOM -> true;
            default -> false;
        };
    }

    /** A rule that reaches through processing never lets more pass than one that ends there. */
    @Test
    void reachingThroughNeverHelps() {
        for (long seed = 0; seed < CHAINS; seed++) {
            SupplyChain chain = RandomFlows.chain(seed);
            SupplyChain.Builder through = chain.toBuilder();
            chain.policies().values().forEach(policy -> through.put(policy.withReach(Policy.Reach.THROUGH_PROCESSING)));
            assertThat(served(through.build(), 0)).as("seed %s", seed).isLessThanOrEqualTo(served(chain, 0) + 1e-8);
        }
    }

    /** Price times limit, over all that bind, is what is served. */
    @Test
    void bindingLimitsAddUp() {
        for (long seed = 0; seed < CHAINS; seed++) {
            SupplyChain chain = RandomFlows.chain(seed);
            Delivery.Answer answer = chain.ask(Delivery.to(target(chain)).at(Reading.CENTRAL));
            if (answer.unmet().high() > 0) {
                assertThat(answer.binding().stream()
                                .mapToDouble(Binding::contribution)
                                .sum())
                        .as("seed %s", seed)
                        .isCloseTo(answer.unavoidable().served().low(), within(1e-8));
            }
        }
    }

    /** Of every material as much is made and released as is used, served and stored. */
    @Test
    void massBalances() {
        for (long seed = 0; seed < CHAINS; seed++) {
            SupplyChain chain = RandomFlows.chain(seed);
            Delivery question = Delivery.to(target(chain)).drawingStocksOver(1).at(Reading.CENTRAL);
            Map<MaterialId, Double> balance = new TreeMap<>();
            for (Flow flow : chain.ask(question).flows()) {
                switch (flow.kind()) {
                    case MADE -> {
                        Recipe recipe = chain.recipe(chain.line(Ids.line(flow.origin()))
                                .line()
                                .recipes()
                                .get(0));
                        balance.merge(flow.material(), flow.tons(), Double::sum);
                        if (recipe.reference().equals(flow.material())) {
                            recipe.inputs()
                                    .forEach((input, tons) ->
                                            balance.merge(input, -tons.at(Reading.CENTRAL) * flow.tons(), Double::sum));
                        }
                    }
                    case RELEASED -> balance.merge(flow.material(), flow.tons(), Double::sum);
                    case STORED -> balance.merge(flow.material(), -flow.tons(), Double::sum);
                    case SERVED -> balance.merge(flow.material(), -ratio(chain, flow) * flow.tons(), Double::sum);
                    case SHIPPED -> {}
                }
            }
            assertThat(balance.values())
                    .as("seed %s", seed)
                    .allSatisfy(tons -> assertThat(tons).isCloseTo(0, within(1e-6)));
        }
    }

    private static double ratio(SupplyChain chain, Flow flow) {
        Demand demand = chain.demand(Ids.demand(flow.destination()));
        return demand.alternatives().stream()
                .filter(alternative -> alternative.material().equals(flow.material()))
                .mapToDouble(alternative -> alternative.ratio().at(Reading.CENTRAL))
                .findFirst()
                .orElse(1);
    }

    /** The range of a chain with spreads holds every chain that reads its supply somewhere in between. */
    @Test
    void theRangeHoldsWhatLiesBetween() {
        for (long seed = 0; seed < CHAINS / 5; seed++) {
            SupplyChain exact = RandomFlows.chain(seed);
            SupplyChain spread = exact.mapFigures((place, figure) -> place.kind() == FigurePlace.Kind.NAMEPLATE
                    ? figure.map(one -> Spread.between(one.central() * 0.5, one.central() * 1.2 + 0.1))
                    : figure);
            Delivery.Answer range = spread.ask(Delivery.to(target(exact)));
            assertThat(range.unavoidable().served().low())
                    .as("seed %s", seed)
                    .isLessThanOrEqualTo(served(exact, 0) + 1e-8);
            assertThat(range.unavoidable().served().high())
                    .as("seed %s", seed)
                    .isGreaterThanOrEqualTo(served(exact, 0) - 1e-8);
        }
    }

    /** The same answer, to the letter, on one thread and on four. */
    @Test
    void threadsNeverChangeAnAnswer() {
        ExecutorService four = Executors.newFixedThreadPool(4);
        try {
            for (long seed = 0; seed < 50; seed++) {
                SupplyChain chain = RandomFlows.chain(seed).mapFigures((place, figure) -> widen(place, figure));
                Delivery question = Delivery.to(target(chain));
                assertThat(chain.ask(question, Run.here().on(four)))
                        .as("seed %s", seed)
                        .isEqualTo(chain.ask(question));
            }
        } finally {
            four.shutdown();
        }
    }

    private static Figure widen(FigurePlace place, Figure figure) {
        return Optional.of(figure)
                .filter(one -> place.kind() == FigurePlace.Kind.NAMEPLATE
                        || place.kind().isDemand())
                .map(one -> one.map(spread -> Spread.between(spread.central(), spread.central() + 1)))
                .orElse(figure);
    }
}
