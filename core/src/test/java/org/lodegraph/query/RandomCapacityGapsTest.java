package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.RandomFlows;
import org.lodegraph.flow.Response;
import org.lodegraph.flow.Supply;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.CapacityGaps.Answer;
import org.lodegraph.query.CapacityGaps.Partner;
import org.lodegraph.query.CapacityGaps.Rung;
import org.lodegraph.report.Retold;

/** Ladders of seeded chains beside deliveries. */
class RandomCapacityGapsTest {

    private static final CountryId HERE = Ids.country("AAA");
    private static final CountryId THERE = Ids.country("BBB");

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static Figure tons(double value) {
        return Figure.stated(value, Unit.T_PER_A);
    }

    /** Every material has one recipe, of later materials; some are used more than once. */
    private static SupplyChain oneRecipeEach(RandomGenerator random, int materials) {
        SupplyChain.Builder chain = SupplyChain.builder(2025);
        Facility here = Facility.aggregate(HERE);
        for (int i = 0; i < materials; i++) {
            chain.add(Material.of("m" + i));
            Recipe recipe = Recipe.of("r" + i).makes("m" + i);
            for (int j = i + 1; j < materials; j++) {
                if (j == i + 1 || random.nextInt(3) == 0) {
                    recipe = recipe.from("m" + j, 0.1 + random.nextInt(30) / 10.0);
                }
            }
            chain.add(recipe);
            here = here.line(Line.of("r" + i, Capacity.nameplate(tons(1 + random.nextInt(100)))));
        }
        return chain.add(here)
                .add(Demand.of("here", "m0", HERE, tons(1 + random.nextInt(50))))
                .build();
    }

    /** What a rung covers is what arrives if every other stage has more than enough. */
    @Test
    void coverWhatArrivesIfAllOtherStagesWereUnlimited() {
        int missing = 0;
        for (long seed = 0; seed < 400; seed++) {
            SupplyChain chain = oneRecipeEach(random(seed), 2 + (int) (seed % 5));
            Target target = Target.of(Ids.material("m0"), HERE);
            Answer answer = chain.ask(CapacityGaps.of(target).partnersUpTo(0));
            double least = 1;
            for (Rung rung : answer.rungs()) {
                String line = "r" + rung.material().value().substring(1);
                SupplyChain roomy = chain.mapFigures((place, figure) -> place.kind() == FigurePlace.Kind.NAMEPLATE
                                && !place.owner().value().endsWith("/" + line)
                        ? figure.map(spread -> Spread.exact(1e6))
                        : figure);
                Supply arrives = roomy.ask(Delivery.to(target)).unavoidable();

                assertThat(rung.covered().low())
                        .as("seed %s at %s", seed, rung.material())
                        .isCloseTo(arrives.share().low(), within(1e-8));
                least = Math.min(least, rung.covered().low());
                missing += rung.isMissing() ? 1 : 0;
            }
            // From end to end no more arrives than the scarcest stage covers; several uses of one capacity may leave
            // less.
            assertThat(answer.alone().share().high()).isLessThanOrEqualTo(least + 1e-8);
        }
        assertThat(missing).isGreaterThan(200);
    }

    private static SupplyChain spread(long seed) {
        RandomGenerator random = random(seed);
        return RandomFlows.chain(seed)
                .mapFigures((place, figure) -> random.nextInt(2) == 0
                                && (place.kind() == FigurePlace.Kind.NAMEPLATE
                                        || place.kind() == FigurePlace.Kind.NEEDED)
                        ? figure.map(spread -> Spread.between(
                                spread.central() * (1 - random.nextInt(3) / 10.0),
                                spread.central() * (1 + random.nextInt(3) / 10.0)))
                        : figure);
    }

    /** Need beyond capacity at each stage; from end to end, price times limit. */
    private static void addsUp(Answer answer) {
        for (Rung rung : answer.rungs()) {
            Range told = Retold.of(rung.missing());
            double rounding = 1e-9 * (1 + rung.need().high());
            assertThat(told.low()).isCloseTo(rung.gap().low(), within(rounding));
            assertThat(told.high()).isCloseTo(rung.gap().high(), within(rounding));
        }
        Range told = Retold.of(answer.delivering());
        Range alone = answer.alone().served();
        double rounding = 1e-8 * answer.wanted().high();
        assertThat(told.low()).isCloseTo(alone.low(), within(rounding));
        assertThat(told.high()).isCloseTo(alone.high(), within(rounding));
    }

    private static Target target(SupplyChain chain) {
        return Target.of(
                Ids.material("target"), chain.demand(Ids.demand("target-0")).consumer());
    }

    /** Neither at a stage nor from end to end; and a stage that surely falls short leaves something unmet. */
    @Test
    void oneMoreMemberNeverOpensAGap() {
        int closed = 0;
        int surely = 0;
        int drawn = 0;
        int replaced = 0;
        for (long seed = 0; seed < 150; seed++) {
            SupplyChain chain = spread(seed);
            List<CountryId> members = new ArrayList<>();
            List<Rung> before = List.of();
            double served = 0;
            for (CountryId country : chain.countries().keySet()) {
                members.add(country);
                Answer answer = chain.ask(CapacityGaps.of(delivery(chain, seed))
                        .within(members.toArray(CountryId[]::new))
                        .partnersUpTo(0));
                for (int i = 0; i < before.size(); i++) {
                    Rung rung = answer.rungs().get(i);
                    assertThat(rung.gap().low())
                            .isLessThanOrEqualTo(before.get(i).gap().low());
                    assertThat(rung.gap().high())
                            .isLessThanOrEqualTo(before.get(i).gap().high());
                    closed += before.get(i).isMissing() && !rung.isMissing() ? 1 : 0;
                }
                assertThat(answer.alone().served().low()).isGreaterThanOrEqualTo(served - 1e-7);
                drawn += answer.rungs().stream().anyMatch(rung -> rung.drawn().high() > 0) ? 1 : 0;
                replaced += answer.rungs().stream()
                                .anyMatch(rung ->
                                        rung.need().low() < rung.throughput().low())
                        ? 1
                        : 0;
                if (answer.firstMissing().isPresent()) {
                    surely++;
                    assertThat(answer.alone().share().high())
                            .as("seed %s, %s", seed, members)
                            .isLessThan(1);
                }
                addsUp(answer);
                before = answer.rungs();
                served = answer.alone().served().low();
            }
        }
        assertThat(closed).isGreaterThan(100);
        assertThat(surely).isGreaterThan(50);
        assertThat(drawn).isGreaterThan(50);
        assertThat(replaced).isGreaterThan(50);
    }

    /** Half of them draw stocks, half have idle lines restart, within any time or a month. */
    private static Delivery delivery(SupplyChain chain, long seed) {
        Delivery delivery = Delivery.to(target(chain)).under(seed % 4 < 2 ? Response.SURGE : Response.RESTART);
        return (seed % 2 == 0 ? delivery : delivery.drawingStocksOver(1 + seed % 3)).after(seed % 3 == 0 ? 30 : 1e9);
    }

    /** What a set of partners delivers is the delivery of the chain in which all others are literally lost. */
    @Test
    void partnersAndSetsEqualLiteralChains() {
        int sets = 0;
        for (long seed = 0; seed < 60; seed++) {
            SupplyChain chain = spread(seed);
            Target target = target(chain);
            Answer answer = chain.ask(CapacityGaps.of(target).partnersUpTo(3));
            for (Partner partner : answer.partners()) {
                assertThat(partner.together().served().low())
                        .isCloseTo(
                                only(chain, Set.of((CountryId) target.consumer(), partner.country()))
                                        .ask(Delivery.to(target))
                                        .unavoidable()
                                        .served()
                                        .low(),
                                within(1e-7));
                assertAddsWithinItsBound(chain, target, partner, random(seed));
            }
            List<CountryId> others =
                    answer.partners().stream().map(Partner::country).sorted().toList();
            List<Set<CountryId>> expected = new ArrayList<>();
            for (int size = 0; size <= 3 && expected.isEmpty(); size++) {
                for (int bits = 0; bits < 1 << others.size(); bits++) {
                    Set<CountryId> set = new java.util.TreeSet<>();
                    for (int i = 0; i < others.size(); i++) {
                        if ((bits & 1 << i) != 0) {
                            set.add(others.get(i));
                        }
                    }
                    if (set.size() == size) {
                        Set<CountryId> all = new java.util.TreeSet<>(set);
                        all.add((CountryId) target.consumer());
                        if (only(chain, all)
                                        .ask(Delivery.to(target))
                                        .unavoidable()
                                        .share()
                                        .low()
                                >= 1) {
                            expected.add(set);
                        }
                    }
                }
            }
            assertThat(answer.closing()).as("seed %s", seed).containsExactlyInAnyOrderElementsOf(expected);
            sets += expected.size();
        }
        assertThat(sets).isGreaterThan(20);
    }

    /** Capacities read at any ends: what a partner then adds lies within its bound, and most often within what was tried. */
    private static void assertAddsWithinItsBound(
            SupplyChain chain, Target target, Partner partner, RandomGenerator random) {
        CountryId here = (CountryId) target.consumer();
        for (int draw = 0; draw < 4; draw++) {
            SupplyChain read =
                    chain.mapFigures((place, figure) -> figure.isKnown() && place.kind() == FigurePlace.Kind.NAMEPLATE
                            ? figure.map(spread -> Spread.exact(random.nextBoolean() ? spread.low() : spread.high()))
                            : figure);
            double alone = only(read, Set.of(here))
                    .ask(Delivery.to(target))
                    .unavoidable()
                    .served()
                    .low();
            double together = only(read, Set.of(here, partner.country()))
                    .ask(Delivery.to(target))
                    .unavoidable()
                    .served()
                    .high();
            assertThat(together - alone)
                    .isBetween(partner.bound().low() - 1e-6, partner.bound().high() + 1e-6);
        }
    }

    /** The chain in which the lines and stocks of all others stand still. */
    private static SupplyChain only(SupplyChain chain, Set<CountryId> countries) {
        SupplyChain.Builder left = chain.toBuilder();
        chain.facilities().values().stream()
                .filter(facility -> !countries.contains(facility.country()))
                .forEach(facility -> left.put(facility.withLines(facility.lines().stream()
                        .map(line -> line.withCapacity(Capacity.nameplate(tons(0))))
                        .toList())));
        chain.stocks().values().stream()
                .filter(stock -> !countries.contains(stock.holder()))
                .forEach(stock ->
                        left.put(stock.withAmount(Figure.stated(0, Unit.T)).withRoom(java.util.Optional.empty())));
        return left.build();
    }

    @Test
    void threeCountriesShareOneLadder() {
        SupplyChain chain = oneRecipeEach(random(1), 4);

        assertThat(chain.ask(CapacityGaps.of(Target.of(Ids.material("m0"), HERE))
                                .within(HERE, THERE))
                        .rungs())
                .isEqualTo(chain.ask(CapacityGaps.of(Target.of(Ids.material("m0"), HERE)))
                        .rungs());
    }
}
