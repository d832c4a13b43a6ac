package org.lodegraph.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Ids;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.report.Retold;

/**
 * Seeded chains in which another material would do for the target, which may be made of the same crude metal. What it could
 * take over is held beside deliveries of chains in which the shifted demand literally is one of the other material.
 */
class RandomTakeoversTest {

    private static final int CHAINS = 250;
    private static final double CLOSE = 1e-6;
    private static final double RATIO = 1.25;

    /** Less than this is hard to tell from rounding beside the flows of the host, so no delivery of it is asked for. */
    private static final double STEP = 0.1;

    private static final MaterialId TARGET = Ids.material("target");
    private static final MaterialId OTHER = Ids.material("other");
    private static final String IN_PLACE = "in place";

    /** A random chain in which every user of the target could use the other material for part of it. */
    private record World(SupplyChain chain, CountryId consumer, int seed) {

        static World of(int seed) {
            SupplyChain chain = RandomFlows.chain(seed);
            SupplyChain.Builder builder = chain.toBuilder();
            double share = seed % 5 == 0 ? 1 : 0.25 * (seed % 5);
            chain.demandsFor(TARGET)
                    .forEach(demand ->
                            builder.put(demand.withAlternatives(Alternative.of(OTHER.value(), RATIO, share))));
            return new World(
                    builder.build(), chain.demand(Ids.demand("target-0")).consumer(), seed);
        }

        Delivery question() {
            return question(Target.of(TARGET, consumer));
        }

        Delivery question(Target target) {
            return Delivery.to(target).drawingStocksOver(seed % 3).at(Reading.CENTRAL);
        }

        List<Demand> targets() {
            return chain.demandsOf(Target.of(TARGET, consumer));
        }

        Takeover takeover() {
            return Takeovers.of(question(), chain, Run.here()).by(Set.of(OTHER), Run.here());
        }

        /** The chain in which the target uses no alternative. */
        SupplyChain without() {
            SupplyChain.Builder builder = chain.toBuilder();
            targets().forEach(demand -> builder.put(demand.withAlternatives()));
            return builder.build();
        }

        /** What everybody but the target gets in some chain, if all share. */
        Map<DemandId, Supply> others(SupplyChain any) {
            Map<DemandId, Supply> all = new LinkedHashMap<>();
            for (Demand demand : any.demands().values()) {
                if (!targets().contains(chain.demands().get(demand.id()))
                        && demand.rate().at(Reading.CENTRAL) > 0) {
                    any.ask(question(Target.of(demand.material(), demand.consumer()))).demands().stream()
                            .filter(served -> served.demand().equals(demand.id()))
                            .forEach(served -> all.put(demand.id(), served.supply()));
                }
            }
            return all;
        }

        /** The chain in which so much of the target's demand is one for the other material. */
        SupplyChain shifted(SupplyChain any, double tons) {
            return any.with(there -> there.toBuilder()
                    .add(Demand.of("shifted", OTHER.value(), consumer, t(tons * RATIO))
                            .use(IN_PLACE))
                    .build());
        }

        /** The chain in which everybody wants just so much, and the target nothing. */
        SupplyChain wanting(Map<DemandId, Supply> others) {
            SupplyChain.Builder builder = without().toBuilder();
            others.forEach((id, supply) ->
                    builder.put(chain.demand(id).withRate(t(supply.served().high()))));
            targets().forEach(demand -> builder.put(demand.withAlternatives().withRate(t(0))));
            return builder.build();
        }

        double unmet(SupplyChain any) {
            return others(any).values().stream()
                    .mapToDouble(supply -> supply.unmet().high())
                    .sum();
        }

        static Figure t(double tons) {
            return Figure.stated(tons, Unit.T_PER_A);
        }
    }

    /** To spare, at most, allowed: in this order. */
    @Test
    void explanationsAddUp() {
        int told = 0;
        for (int seed = 0; seed < CHAINS; seed++) {
            World world = World.of(seed);
            Takeover takeover = world.takeover();
            double rounding =
                    1e-8 * world.chain().ask(world.question()).wanted().high();
            List<Range> all = List.of(takeover.spare(), takeover.most(), takeover.allowed());
            for (int i = 0; i < all.size(); i++) {
                Range reckoned = Retold.of(takeover.derivation().children().get(i));
                assertThat(reckoned.low())
                        .as("seed %s, %s", seed, i)
                        .isCloseTo(all.get(i).low(), within(rounding));
                assertThat(reckoned.high())
                        .as("seed %s, %s", seed, i)
                        .isCloseTo(all.get(i).high(), within(rounding));
                told += takeover.derivation().children().get(i).children().size();
            }
        }
        assertThat(told).isGreaterThan(CHAINS);
    }

    /** Served first, the shift is a demand for the other material that is served first. */
    @Test
    void takeAtMostWhatOutbiddingEverybodyBrings() {
        int some = 0;
        int limited = 0;
        for (int seed = 0; seed < CHAINS; seed++) {
            World world = World.of(seed);
            Takeover takeover = world.takeover();
            double allowed = takeover.allowed().high();
            if (allowed == 0) {
                assertThat(takeover.most().high()).isZero();
                continue;
            }
            double served = world.shifted(world.without(), allowed)
                    .ask(world.question(Target.of(OTHER, world.consumer()).inUse(IN_PLACE)))
                    .unavoidable()
                    .served()
                    .high();
            assertThat(takeover.most().high()).as("seed %s", seed).isCloseTo(served / RATIO, within(CLOSE));
            some += takeover.most().high() > 0 ? 1 : 0;
            limited += takeover.most().high() < allowed - CLOSE ? 1 : 0;
        }
        assertThat(some).isGreaterThan(100);
        assertThat(limited).isGreaterThan(30);
    }

    /** With so much shifted, everybody can still have what they had; with more, somebody cannot. */
    @Test
    void spareWhatNobodyMisses() {
        int some = 0;
        int limited = 0;
        for (int seed = 0; seed < CHAINS; seed++) {
            World world = World.of(seed);
            Takeover takeover = world.takeover();
            double spare = takeover.spare().high();
            Map<DemandId, Supply> others = world.others(world.without());
            takeover.others()
                    .forEach(other -> assertThat(other.before().served().high())
                            .isCloseTo(
                                    others.containsKey(other.demand().id())
                                            ? others.get(other.demand().id())
                                                    .served()
                                                    .high()
                                            : 0,
                                    within(CLOSE)));
            SupplyChain content = world.wanting(others);
            Delivery shift = world.question(Target.of(OTHER, world.consumer()).inUse(IN_PLACE));
            if (spare > STEP) {
                some++;
                SupplyChain shifted = world.shifted(content, spare);
                assertThat(world.unmet(shifted)).as("seed %s", seed).isLessThan(CLOSE);
                assertThat(shifted.ask(shift).shared().unmet().high()).isLessThan(CLOSE);
            }
            double more = spare + STEP;
            if (more <= takeover.allowed().high()) {
                limited++;
                SupplyChain shifted = world.shifted(content, more);
                assertThat(world.unmet(shifted)
                                + shifted.ask(shift).shared().unmet().high())
                        .as("seed %s", seed)
                        .isGreaterThan(CLOSE);
            }
        }
        assertThat(some).isGreaterThan(50);
        assertThat(limited).isGreaterThan(50);
    }

    @Test
    void nestInEachOther() {
        List<Takeover> nothing = new ArrayList<>();
        for (int seed = 0; seed < CHAINS; seed++) {
            Takeover takeover = World.of(seed).takeover();
            assertThat(takeover.spare().high())
                    .isLessThanOrEqualTo(takeover.most().high());
            assertThat(takeover.most().high())
                    .isLessThanOrEqualTo(takeover.allowed().high());
            // Who gets less than nobody has to: only what is taken beyond what is to spare.
            if (takeover.most().high() == 0) {
                nothing.add(takeover);
                assertThat(takeover.others())
                        .allSatisfy(other -> assertThat(other.lost().high()).isZero());
            }
        }
        assertThat(nothing).hasSizeLessThan(CHAINS / 2);
    }
}
