package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.lodegraph.flow.Takeover;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Share;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.scenario.Grouping;

/**
 * Seeded worlds without borders: a metal, and up to three alternatives that share nothing but the countries they are made
 * in. There, everything about a takeover follows by hand from what is made, wanted and allowed.
 */
class RandomSubstitutesTest {

    private static final int WORLDS = 2_000;
    private static final double CLOSE = 1e-6;

    /** No quotient of the small numbers here, so that rounding decides nothing. */
    private static final double PART = 0.1037;

    private static final List<String> COUNTRIES = List.of("AAA", "BBB", "CCC");
    private static final MaterialId METAL = Ids.material("metal");
    private static final CountryId USA = Ids.country("USA");
    private static final Target TARGET = Target.of(METAL, USA);

    /** A grouping without groups, where what is shared does not matter. */
    private static final Grouping NOTHING = Grouping.listed("nothing", List.of());

    /** What is known of an alternative. */
    private record Other(MaterialId material, double ratio, double share, double[] capacity, double[] wanted) {

        double made() {
            return capacity[0] + capacity[1] + capacity[2];
        }

        double wantedInAll() {
            return wanted[0] + wanted[1] + wanted[2];
        }
    }

    /** A world and what it is made of. */
    private record World(SupplyChain chain, double rate, double[] capacity, List<Other> others) {

        static World of(int seed) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            double[] capacity = amounts(random, 4);
            double rate = 1 + random.nextInt(20);
            List<Other> others = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                others.add(new Other(
                        Ids.material("other-" + i),
                        0.5 * (1 + random.nextInt(4)),
                        0.125 * (1 + random.nextInt(8)),
                        amounts(random, 12),
                        amounts(random, 10)));
            }
            return new World(chain(rate, capacity, others), rate, capacity, others);
        }

        private static double[] amounts(RandomGenerator random, int most) {
            return new double[] {random.nextInt(most), random.nextInt(most), 1 + random.nextInt(most)};
        }

        private static SupplyChain chain(double rate, double[] capacity, List<Other> others) {
            SupplyChain.Builder chain = SupplyChain.builder(2025);
            Demand target = Demand.of("target", "metal", USA, tons(rate));
            make(chain, "metal", capacity);
            for (Other other : others) {
                make(chain, other.material().value(), other.capacity());
                target = target.or(Alternative.of(other.material().value(), other.ratio(), other.share()));
                for (int i = 0; i < COUNTRIES.size(); i++) {
                    chain.add(Demand.of(
                            other.material() + "-for-" + i,
                            other.material().value(),
                            Ids.country(COUNTRIES.get(i)),
                            tons(other.wanted()[i])));
                }
            }
            return chain.add(target).build();
        }

        private static void make(SupplyChain.Builder chain, String material, double[] capacity) {
            chain.add(
                    Material.of(material),
                    Recipe.of("make-" + material).makes(material).stage(Stage.REFINING));
            for (int i = 0; i < COUNTRIES.size(); i++) {
                chain.add(Facility.at(material + "-works-" + i, Ids.country(COUNTRIES.get(i)))
                        .line(Line.of("make-" + material, Capacity.nameplate(tons(capacity[i])))));
            }
        }

        private static Figure tons(double value) {
            return Figure.stated(value, Unit.T_PER_A);
        }

        /** Whether the loss of a country costs both so much, served first or if all share. */
        boolean shares(Other other, double part) {
            for (int i = 0; i < COUNTRIES.size(); i++) {
                double original = lost(capacity, i, rate, 0);
                double alternative = lost(other.capacity(), i, rate * other.ratio(), other.wantedInAll());
                if (original >= part && alternative >= part) {
                    return true;
                }
            }
            return false;
        }

        private static double lost(double[] capacity, int country, double wanted, double others) {
            double before = capacity[0] + capacity[1] + capacity[2];
            double after = before - capacity[country];
            double first = 1 - Math.min(wanted, after) / Math.min(wanted, before);
            double shared = 1 - Math.min(wanted + others, after) / Math.min(wanted + others, before);
            return Math.max(first, shared);
        }
    }

    /** What is to spare is what is made beyond what others want; what others lose, they lose all in the same part. */
    @Test
    void followFromWhatIsMadeAndWanted() {
        int cut = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            World world = World.of(seed);
            Map<MaterialId, Takeover> takeovers =
                    world.chain().ask(Substitutes.of(TARGET).by(NOTHING)).takeovers();
            assertThat(takeovers).hasSize(world.others().size());
            for (Other other : world.others()) {
                Takeover takeover = takeovers.get(other.material());
                double allowed = other.share() * world.rate();
                double spare = Math.max(0, other.made() - other.wantedInAll()) / other.ratio();
                double most = Math.min(allowed, other.made() / other.ratio());
                double left = other.made() - most * other.ratio();
                double part = Math.min(1, left / other.wantedInAll());
                double before = Math.min(1, other.made() / other.wantedInAll());
                assertThat(takeover.allowed().high()).isCloseTo(allowed, within(CLOSE));
                assertThat(takeover.spare().high())
                        .as("seed %s", seed)
                        .isCloseTo(Math.min(allowed, spare), within(CLOSE));
                assertThat(takeover.most().high()).as("seed %s", seed).isCloseTo(most, within(CLOSE));
                double served = 0;
                for (Takeover.Other user : takeover.others()) {
                    double wanted = user.demand().rate().range().high();
                    assertThat(user.after().served().high())
                            .as("seed %s", seed)
                            .isCloseTo(part * wanted, within(CLOSE));
                    assertThat(user.lost().high()).isCloseTo((before - part) * wanted, within(CLOSE));
                    served += user.after().served().high();
                }
                // No mass comes from nowhere.
                assertThat(served + takeover.most().high() * other.ratio()).isLessThanOrEqualTo(other.made() + CLOSE);
                cut += part < before ? 1 : 0;
            }
        }
        assertThat(cut).isGreaterThan(500);
    }

    /** Together, alternatives replace no more of the demand than there is, and no less than the best of them alone. */
    @Test
    void addUpToNoMoreThanIsWanted() {
        for (int seed = 0; seed < WORLDS / 2; seed++) {
            World world = World.of(seed);
            Takeover together =
                    world.chain().ask(Substitutes.of(TARGET).by(NOTHING)).together();
            double most = 0;
            double spare = 0;
            for (Other other : world.others()) {
                double allowed = other.share() * world.rate();
                most += Math.min(allowed, other.made() / other.ratio());
                spare += Math.min(allowed, Math.max(0, other.made() - other.wantedInAll()) / other.ratio());
            }
            assertThat(together.most().high())
                    .as("seed %s", seed)
                    .isCloseTo(Math.min(world.rate(), most), within(CLOSE));
            assertThat(together.spare().high())
                    .as("seed %s", seed)
                    .isCloseTo(Math.min(world.rate(), spare), within(CLOSE));
        }
    }

    /** What is excluded takes over nothing: the answer is that of a world in which it is no alternative. */
    @Test
    void leaveOutWhatHangsOnTheSameCountry() {
        int excluded = 0;
        int kept = 0;
        Substitutes question =
                Substitutes.of(TARGET).apartFrom(Grouping.COUNTRY).atLeast(new Share(PART));
        for (int seed = 0; seed < WORLDS / 5; seed++) {
            World world = World.of(seed);
            var answer = world.chain().ask(question);
            List<Other> apart = world.others().stream()
                    .filter(other -> !world.shares(other, PART))
                    .toList();
            assertThat(answer.takeovers().keySet())
                    .as("seed %s", seed)
                    .containsExactlyInAnyOrderElementsOf(
                            apart.stream().map(Other::material).toList());
            excluded += answer.excluded().size();
            kept += apart.size();
            SupplyChain literal = world.chain()
                    .with(chain -> chain.toBuilder()
                            .put(chain.demand(Ids.demand("target"))
                                    .withAlternatives(apart.stream()
                                            .map(other -> Alternative.of(
                                                    other.material().value(), other.ratio(), other.share()))
                                            .toList()))
                            .build());
            assertThat(answer.together().most())
                    .isEqualTo(literal.ask(question).together().most());
            assertThat(world.chain().ask(question)).isEqualTo(answer);
        }
        assertThat(excluded).isGreaterThan(100);
        assertThat(kept).isGreaterThan(100);
    }

    /** A range and what it is in truth: an alternative, its users and the target all differ. */
    private record Unsure(double low, double high, double truth) {

        static Unsure draw(RandomGenerator random, int most) {
            double low = random.nextInt(most);
            double high = low + random.nextInt(most);
            return new Unsure(low, high, low + random.nextDouble() * (high - low));
        }

        Figure tons() {
            return Figure.assumed(Spread.between(low, high), Unit.T_PER_A, Source.ASSUMPTION, "drawn");
        }

        Figure parts(double of) {
            return Figure.assumed(Spread.between(low / of, high / of), Unit.ONE, Source.ASSUMPTION, "drawn");
        }
    }

    /** Whatever the figures are in truth, within what is published: what there is to spare lies within what is said. */
    @Test
    void encloseWhatThereIsToSpare() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(97);
        int some = 0;
        for (int i = 0; i < WORLDS / 4; i++) {
            Unsure rate = Unsure.draw(random, 12);
            Unsure made = Unsure.draw(random, 20);
            Unsure wanted = Unsure.draw(random, 15);
            Unsure ratio = Unsure.draw(random, 4);
            Unsure share = Unsure.draw(random, 4);
            SupplyChain.Builder chain = SupplyChain.builder(2025);
            World.make(chain, "metal", new double[] {4, 3, 2});
            Alternative alternative = new Alternative(
                    Ids.material("other"),
                    new Unsure(ratio.low() + 1, ratio.high() + 1, ratio.truth() + 1).parts(2),
                    Optional.empty(),
                    share.parts(8),
                    Optional.empty());
            chain.add(
                    Material.of("other"),
                    Recipe.of("make-other").makes("other").stage(Stage.REFINING),
                    Facility.at("other-works", Ids.country("AAA"))
                            .line(Line.of("make-other", Capacity.nameplate(made.tons()))),
                    Demand.of("users", "other", Ids.country("BBB"), wanted.tons()),
                    Demand.of("target", "metal", USA, rate.tons()).or(alternative));

            Takeover takeover =
                    chain.build().ask(Substitutes.of(TARGET).by(NOTHING)).together();

            double free = Math.max(0, made.truth() - wanted.truth()) / ((ratio.truth() + 1) / 2);
            double spare = Math.min(share.truth() / 8 * rate.truth(), free);
            assertThat(spare)
                    .as("world %s", i)
                    .isBetween(takeover.spare().low() - CLOSE, takeover.spare().high() + CLOSE);
            some += spare > 0 ? 1 : 0;
        }
        assertThat(some).isGreaterThan(100);
    }
}
