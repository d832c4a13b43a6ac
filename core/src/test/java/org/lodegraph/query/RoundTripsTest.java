package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Country;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.RoundTrips.Answer;
import org.lodegraph.query.RoundTrips.Known;
import org.lodegraph.report.Retold;

/**
 * Two tons of ore make a ton of metal. Home digs 100 t of ore and smelts nothing; it wants 30 t of metal.
 *
 * <pre>
 *            AAA           BBB
 * sent       60 t ore      40 t ore
 * makes      35 t metal    50 t metal
 * sends      25 t metal    5 t metal
 * </pre>
 */
class RoundTripsTest {

    private static final RoundTrips ASKED = RoundTrips.of(material("ore"), material("metal"), country("HOM"));

    private static SupplyChain.Builder world() {
        return SupplyChain.builder(2025)
                .add(
                        Material.of("ore"),
                        Material.of("metal"),
                        Recipe.of("dig").makes("ore"),
                        Recipe.of("smelt").makes("metal").from("ore", 2))
                .add(Facility.at("hom", country("HOM")).line(seen("dig", 100)), smelter("aaa", 35), smelter("bbb", 50))
                .add(Demand.of("home", "metal", country("HOM"), t(30)));
    }

    private static Facility smelter(String where, double tons) {
        return Facility.at(where, country(where.toUpperCase(Locale.ROOT)))
                .line(seen("dig", 100))
                .line(seen("smelt", tons));
    }

    private static Line seen(String recipe, double tons) {
        return Line.of(recipe, Capacity.nameplate(t(tons))).output(t(tons));
    }

    private static Link link(String material, String from, String to, double tons) {
        return Link.of(
                        "%s-%s-%s".formatted(material, from, to).toLowerCase(Locale.ROOT),
                        material,
                        country(from),
                        country(to))
                .observed(t(tons));
    }

    private static Figure t(double tons) {
        return Figure.stated(tons, Unit.T_PER_A);
    }

    private static Range tons(double low, double high) {
        return new Range(low, high, Unit.T_PER_A);
    }

    /**
     * AAA makes 30 t of metal of home's ore and 5 t of its own. Of the 25 t that it sends at least 25 - 5 = 20 t are home's, at
     * most all 25. BBB makes 20 t of home's ore and 30 t of other: of the 5 t that it sends, 0 to 5 are home's. Together 20 to
     * 30 t of 30 t: two thirds at least. That is 40 to 60 t of the 100 t of ore.
     */
    @Test
    void countryByCountryWhereEverythingWasSeen() {
        Answer answer = world().add(
                        link("ore", "HOM", "AAA", 60),
                        link("ore", "HOM", "BBB", 40),
                        link("metal", "AAA", "HOM", 25),
                        link("metal", "BBB", "HOM", 5))
                .build()
                .ask(ASKED);

        assertThat(answer.trip()).isEqualTo(tons(20, 30));
        assertThat(answer.shareOfImports()).isEqualTo(Range.spanning(2 / 3.0, 1, Unit.SHARE));
        assertThat(answer.shareOfExports()).isEqualTo(new Range(0.4, 0.6, Unit.SHARE));
        assertThat(answer.out().known()).isEqualTo(Known.OBSERVED);
        assertThat(answer.abroad()).isEqualTo(tons(85, 85));
    }

    /** All ore goes to AAA, and all metal comes from BBB: nothing comes back, though the totals would allow 30 t. */
    @Test
    void whatIsSentToOneDoesNotComeBackFromAnother() {
        SupplyChain apart = world().add(link("ore", "HOM", "AAA", 100), link("metal", "BBB", "HOM", 30))
                .build();

        assertThat(apart.ask(ASKED).trip()).isEqualTo(tons(0, 0));

        // Unless BBB may pass on what AAA made.
        SupplyChain hub = apart.toBuilder()
                .put(link("metal", "BBB", "HOM", 30).asReexport())
                .build();
        assertThat(hub.ask(ASKED).trip()).isEqualTo(tons(0, 30));
    }

    /** EEE sends 10 t and is not known to make any: whoever made them, 85 + 10 t are made abroad, 50 t of home's ore. */
    @Test
    void whoSendsMoreThanItMakesPassesOn() {
        Answer answer = world().add(link("ore", "HOM", "AAA", 100), link("metal", "EEE", "HOM", 10))
                .build()
                .ask(ASKED);

        assertThat(answer.abroad()).isEqualTo(tons(85, 95));
        assertThat(answer.trip()).isEqualTo(tons(0, 30));
    }

    /** No link says: 100 t of ore leave, and 30 t of metal come in. 85 t are made abroad, at most 35 t of other ore. */
    @Test
    void aBalanceWhereNothingWasSeen() {
        Answer answer = world().build().ask(ASKED);

        assertThat(answer.out().tons()).isEqualTo(tons(100, 100));
        assertThat(answer.in().tons()).isEqualTo(tons(30, 30));
        assertThat(answer.out().known()).isEqualTo(Known.BALANCE);
        // 30 - (85 - 50) < 0
        assertThat(answer.trip()).isEqualTo(tons(0, 30));
        assertThat(answer.names()).containsOnlyKeys(material("ore"), material("metal"), country("HOM"));
    }

    /**
     * Home smelts 40 t of metal from 80 t of ore, its own or others': 20 to 100 t leave. It wants 30 t and makes 40 t: none
     * need come in, 30 t may.
     */
    @Test
    void aBalanceLeavesOpenWhoseOreIsSmeltedAtHome() {
        Answer answer = world().put(Facility.at("hom", country("HOM"))
                        .line(seen("dig", 100))
                        .line(seen("smelt", 40)))
                .build()
                .ask(ASKED);

        assertThat(answer.out().tons()).isEqualTo(tons(20, 100));
        assertThat(answer.in().tons()).isEqualTo(tons(0, 30));
    }

    /** Customs counted 20 t of ore: at most 10 t of metal can have come back, of the 30 t that came in. */
    @Test
    void whatIsKnownToLeaveNeedsNoBalance() {
        Answer answer = world().build().ask(ASKED.leaving(t(20)));

        assertThat(answer.out().known()).isEqualTo(Known.STATED);
        assertThat(answer.trip()).isEqualTo(tons(0, 10));
        assertThat(answer.shareOfExports()).isEqualTo(new Range(0, 1, Unit.SHARE));
    }

    /**
     * All 100 t of ore go to AAA, which makes 50 t of metal and sends all of it home, and digs 100 t itself. If a pigment takes
     * 100 t of ore there, or 40 t while others want 60 t as it is, it may have been home's: 0 to 50 t come back. If
     * the pigment takes 30 t, 70 t were smelted, at most 15 t of metal are AAA's own: 35 to 50 t come back.
     */
    @Test
    void whatMayHaveGoneIntoOtherThingsNeedNotComeBack() {
        SupplyChain.Builder world = world().add(
                        Material.of("pigment"),
                        Recipe.of("grind").makes("pigment").from("ore", 2))
                .put(Demand.of("home", "metal", country("HOM"), t(50)))
                .put(Facility.at("aaa", country("AAA")).line(seen("dig", 100)).line(seen("smelt", 50)))
                .add(link("ore", "HOM", "AAA", 100), link("metal", "AAA", "HOM", 50));

        assertThat(world.build().ask(ASKED).trip()).isEqualTo(tons(50, 50));
        assertThat(grinding(world, 50).ask(ASKED).trip()).isEqualTo(tons(0, 50));
        assertThat(grinding(world, 15).ask(ASKED).trip()).isEqualTo(tons(35, 50));
        SupplyChain raw = grinding(world, 20).toBuilder()
                .add(Demand.of("aaa-ore", "ore", country("AAA"), t(60)))
                .build();
        assertThat(raw.ask(ASKED).trip()).isEqualTo(tons(0, 50));
        // What BBB grinds was not sent there.
        SupplyChain elsewhere = world.put(Facility.at("bbb", country("BBB")).line(seen("grind", 50)))
                .build();
        assertThat(elsewhere.ask(ASKED).trip()).isEqualTo(tons(50, 50));
    }

    /** Home digs 100 t and burns 60 t itself: 40 to 100 t leave, of which 20 to 50 t of metal. */
    @Test
    void whatHomeWantsAsItIsNeedNotLeave() {
        SupplyChain chain =
                world().add(Demand.of("home-ore", "ore", country("HOM"), t(60))).build();

        assertThat(chain.ask(ASKED).out().tons()).isEqualTo(tons(40, 100));
        // What only comes along may be thrown away: none of it need leave.
        SupplyChain along = world().add(Material.of("stone"))
                .put(Recipe.of("dig").makes("stone").yields("ore", 1))
                .add(Demand.remainder("stone", t(300)))
                .build();
        assertThat(along.ask(ASKED).out().tons()).isEqualTo(tons(0, 100));
    }

    /** 85 t of metal are made, others want 85 t too: home may get none of the 30 t that it wants; if they want 60 t, 25 to 30. */
    @Test
    void wantsMayGoUnmet() {
        assertThat(world().add(Demand.remainder("metal", t(85)))
                        .build()
                        .ask(ASKED)
                        .in()
                        .tons())
                .isEqualTo(tons(0, 30));
        assertThat(world().add(Demand.remainder("metal", t(60)))
                        .build()
                        .ask(ASKED)
                        .in()
                        .tons())
                .isEqualTo(tons(25, 30));
    }

    /**
     * All 100 t of home's ore become 50 t of matte abroad, which home makes 50 t of metal of. AAA smelts 60 t of its own matte:
     * of the 60 t that come in nothing need be home's.
     */
    @Test
    void whatComesHomeHalfDoneIsFinishedThere() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(
                        Material.of("ore"),
                        Material.of("matte"),
                        Material.of("metal"),
                        Recipe.of("dig").makes("ore"),
                        Recipe.of("smelt").makes("matte").from("ore", 2),
                        Recipe.of("refine").makes("metal").from("matte", 1))
                .add(
                        Facility.at("hom", country("HOM"))
                                .line(seen("dig", 100))
                                .line(seen("refine", 50)),
                        Facility.at("aaa", country("AAA"))
                                .line(seen("dig", 120))
                                .line(seen("smelt", 110))
                                .line(seen("refine", 60)))
                .add(Demand.of("home", "metal", country("HOM"), t(110)))
                .build();

        assertThat(chain.ask(ASKED).in().tons()).isEqualTo(tons(60, 110));
        assertThat(chain.ask(ASKED).trip().low()).isZero();
    }

    @Test
    void whatIsSaidToLeaveMayNotContradictTheLinks() {
        SupplyChain chain = world().add(link("ore", "HOM", "AAA", 60)).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.ask(ASKED.leaving(t(1))))
                .withMessage(
                        "RoundTrips: 1 t/a of 'ore' are said to leave, but links were observed to carry 60 t/a. Maybe leave one of them out.");
    }

    private static SupplyChain grinding(SupplyChain.Builder world, double pigment) {
        return world.build().toBuilder()
                .put(Facility.at("aaa", country("AAA"))
                        .line(seen("dig", 100))
                        .line(seen("smelt", 50))
                        .line(seen("grind", pigment)))
                .build();
    }

    /** BBB sends 30 t and makes anything up to 50 t: it may pass on what AAA made of home's ore. */
    @Test
    void whoMayMakeLessThanItSendsMayPassOn() {
        SupplyChain apart = world().put(Facility.at("bbb", country("BBB"))
                        .line(seen("dig", 100))
                        .line(Line.of("smelt", Capacity.nameplate(t(50)))))
                .add(link("ore", "HOM", "AAA", 100), link("metal", "BBB", "HOM", 30))
                .build();

        assertThat(apart.ask(ASKED).trip()).isEqualTo(tons(0, 30));
    }

    /** Forty layers of two materials each, each made of both of the layer above: two to the fortieth ways. */
    @Test
    void manyWaysTakeNoLongerThanTheirSteps() {
        SupplyChain.Builder chain = SupplyChain.builder(2025)
                .add(Material.of("ore"), Recipe.of("dig").makes("ore"));
        Facility lines = Facility.at("hom", country("HOM")).line(seen("dig", 1));
        for (int layer = 0; layer < 40; layer++) {
            for (String side : List.of("a", "b")) {
                lines = lines.line(seen("r" + layer + side, 1));
                Recipe recipe = Recipe.of("r" + layer + side).makes("m" + layer + side);
                recipe = layer == 0
                        ? recipe.from("ore", 1)
                        : recipe.from("m" + (layer - 1) + "a", 0.5).from("m" + (layer - 1) + "b", 0.5);
                chain.add(Material.of("m" + layer + side), recipe);
            }
        }
        Answer answer = chain.add(lines).build().ask(RoundTrips.of(material("ore"), material("m39a"), country("HOM")));

        assertThat(answer.perTon()).isEqualTo(Range.exactly(1, Unit.ONE));
    }

    /** 2 t of ore to 1 t of matte, 1.5 t of matte to 1 t of metal: 3 t of ore behind a ton of metal. */
    @Test
    void stepsMultiply() {
        Answer answer = world().add(Material.of("matte"))
                .put(
                        Recipe.of("smelt").makes("matte").from("ore", 2),
                        Recipe.of("refine").makes("metal").from("matte", 1.5))
                .add(Facility.at("ccc", country("CCC")).line(seen("refine", 50)))
                .build()
                .ask(ASKED);

        assertThat(answer.perTon()).isEqualTo(Range.exactly(3, Unit.ONE));
    }

    @Test
    void whatIsNotMadeOfItIsRefused() {
        SupplyChain chain = world().build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.ask(RoundTrips.of(material("metal"), material("ore"), country("HOM"))))
                .withMessage("RoundTrips: no recipe makes 'ore' out of 'metal'. Maybe the other way round.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.ask(RoundTrips.of(material("ore"), material("ore"), country("HOM"))));
    }

    @Test
    void saysWhatItFound() {
        Answer answer = world().add(link("metal", "AAA", "HOM", 25)).build().ask(ASKED);

        // 85 t made abroad less 100 / 2 = 50 t of home's ore: 35 t of others' ore, more than the 25 t that surely come
        // in.
        assertThat(Retold.text(answer.explain().root()))
                .startsWith("ore that comes back as metal: 0 to 30 t/a")
                .contains("made abroad of others' ore: 35 t/a (first less second or nothing)")
                .contains("as metal: ore that leaves: 50 t/a (first over second)")
                .contains("output of line 'hom/dig': 100 t/a (100 t/a (reported, stated))");
        assertThat(ReportText.of(answer.show())).isEqualTo("""
                # How much ore of HOM comes back as metal?
                2025, read on 2025-12-31
                FINDING 100 t/a of ore leave HOM unprocessed (not observed: what a balance leaves open), and 25 to 30 t/a of metal come in (at least as observed). Of that, 0 to 30 t/a went out before: 0.0 % to 100.0 % of what comes in, 0.0 % to 60.0 % of what leaves.
                What was observed to cross the border, by partner [2025, computed from stated by the caller, no publication named]
                partner | ore out | metal in
                AAA | ?not observed | 25 t/a

                METHOD Nobody marks the goods: the range encloses whatever happened, if what leaves is processed in the same year and stocks stay as they are. Method: lodegraph round trips 2.
                Source: stated by the caller, no publication named
                """);
    }

    @Test
    void namesWhatPeopleKnow() {
        SupplyChain named = world().put(Material.of("ore").withName("ore, crushed"))
                .add(Country.of("HOM", "Home"))
                .build();

        assertThat(ReportText.of(named.ask(ASKED).show()))
                .startsWith("# How much ore, crushed of Home comes back as metal?")
                .contains("FINDING 100 t/a of ore, crushed leave Home unprocessed");
    }

    /**
     * Worlds in which it is known whose ore is in which metal: each country mixes home's ore with its own and sends some of
     * either. Whatever it sends lies inside, and the ends are those that the worst and the best mixture reach.
     */
    @Test
    void whateverHappenedLiesInside() {
        Random random = new Random(60);
        for (int i = 0; i < 2_000; i++) {
            double perTon = 1 + 3 * random.nextDouble();
            SupplyChain.Builder builder = SupplyChain.builder(2025)
                    .add(
                            Material.of("ore"),
                            Material.of("metal"),
                            Recipe.of("dig").makes("ore"),
                            Material.of("pigment"),
                            Recipe.of("smelt").makes("metal").from("ore", perTon),
                            Recipe.of("grind").makes("pigment").from("ore", 2));
            double dug = 0;
            double in = 0;
            double least = 0;
            double most = 0;
            double happened = 0;
            for (String partner : List.of("AAA", "BBB", "CCC", "DDD")) {
                double sent = random.nextInt(3) == 0 ? 0 : 50 * random.nextDouble();
                double own = random.nextInt(3) == 0 ? 0 : 50 * random.nextDouble();
                double ground = random.nextInt(3) == 0 ? (sent + own) * random.nextDouble() : 0;
                double made = (sent + own - ground) / perTon;
                double back = random.nextInt(3) == 0 ? 0 : made * random.nextDouble();
                double low = Math.max(0, back - own / perTon);
                double high = Math.min(back, sent / perTon);
                dug += sent;
                in += back;
                least += low;
                most += high;
                happened += low + (high - low) * random.nextDouble();
                builder.add(
                        Facility.at(partner.toLowerCase(Locale.ROOT), country(partner))
                                .line(seen("dig", own))
                                .line(seen("smelt", made))
                                .line(seen("grind", ground / 2)),
                        link("ore", "HOM", partner, sent),
                        link("metal", partner, "HOM", back));
            }
            SupplyChain world = builder.add(Facility.at("hom", country("HOM")).line(seen("dig", dug)))
                    .add(Demand.of("home", "metal", country("HOM"), t(in)))
                    .build();

            Answer answer = world.ask(ASKED);
            Range trip = answer.trip();
            Range told = Retold.of(answer.coming());
            assertThat(told.low()).isCloseTo(trip.low(), within(1e-6));
            assertThat(told.high()).isCloseTo(trip.high(), within(1e-6));

            assertThat(happened).isBetween(trip.low() - 1e-6, trip.high() + 1e-6);
            assertThat(trip.low()).isCloseTo(least, within(1e-6));
            assertThat(trip.high()).isCloseTo(most, within(1e-6));
            // Who sees less, knows less.
            SupplyChain.Builder blind = world.toBuilder();
            world.links().keySet().stream().filter(link -> random.nextBoolean()).forEach(blind::remove);
            Range blurred = blind.build().ask(ASKED).trip();
            assertThat(happened).isBetween(blurred.low() - 1e-6, blurred.high() + 1e-6);
        }
    }
}
