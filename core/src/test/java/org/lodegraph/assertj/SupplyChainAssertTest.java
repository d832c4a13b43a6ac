package org.lodegraph.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.assertj.LodegraphAssertions.assertThat;
import static org.lodegraph.assertj.TwoSmelters.USA;
import static org.lodegraph.assertj.TwoSmelters.chain;
import static org.lodegraph.assertj.TwoSmelters.tons;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.facility;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.material;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Share;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.Chokepoints;
import org.lodegraph.query.Concentration;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Lose;
import org.lodegraph.scenario.Scenario;

class SupplyChainAssertTest {

    /** Ten tons of metal take two tons of ore each: 12 in China, 8 in Japan. */
    private static SupplyChain.Builder mined(double ore) {
        return TwoSmelters.builder()
                .put(Recipe.of("smelt").makes("metal").from("ore", 2))
                .add(Material.of("ore"), Recipe.of("dig").makes("ore"))
                .add(Facility.at("pit", country("AUS"))
                        .line(Line.of("dig", Capacity.nameplate(tons(100))).output(tons(ore))));
    }

    @Test
    void noMoreIsUsedThanIsMade() {
        assertThat(mined(20).build()).balancesMass();

        assertThat(Messages.of(() -> assertThat(mined(15).build()).balancesMass()))
                .isEqualTo("""
                        SupplyChain 2025 on 2025-12-31 (2 materials, 2 recipes, 3 facilities, 2 demands, 0 policies): more is used than there can be (1 found):
                          Material 'ore': at least 20 t/a went into what was made (chn/smelt 12, jpn/smelt 8), but there are at most 15 (pit/dig 15).""");
    }

    /** 15 dug and 5 in store; what nobody looked at may be up to the capacity of 100. */
    @Test
    void aStockOrAnUnseenOutputMayBeWhereItCameFrom() {
        assertThat(mined(15)
                        .add(Stock.of("heap", "ore", country("CHN"), Figure.figure(5, Unit.T, TwoSmelters.SURVEY)))
                        .build())
                .balancesMass();
        assertThat(mined(15)
                        .add(Facility.at("other-pit", country("BRA")).line("dig", Capacity.nameplate(tons(100))))
                        .build())
                .balancesMass();
        assertThat(mined(15)
                        .add(Facility.at("other-pit", country("BRA")).line("dig", Capacity.unknown("nobody looked")))
                        .build())
                .balancesMass();
        assertThat(Messages.of(() -> assertThat(mined(15)
                                .add(Stock.of(
                                        "heap", "ore", country("CHN"), Figure.figure(4, Unit.T, TwoSmelters.SURVEY)))
                                .build())
                        .balancesMass()))
                .isEqualTo("""
                        SupplyChain 2025 on 2025-12-31 (2 materials, 2 recipes, 3 facilities, 2 demands, 0 policies): more is used than there can be (1 found):
                          Material 'ore': at least 20 t/a went into what was made (chn/smelt 12, jpn/smelt 8), but there are at most 19 (heap 4, pit/dig 15).""");
    }

    /** Beside 6 and 4 t of metal come 3 and 2 t of slag. */
    @Test
    void yieldsCount() {
        SupplyChain.Builder slag = TwoSmelters.builder()
                .put(Recipe.of("smelt").makes("metal").yields("slag", 0.5))
                .add(
                        Material.of("slag"),
                        Material.of("road"),
                        Recipe.of("pave").makes("road").from("slag", 1));
        Facility works = Facility.at("works", country("DEU"));

        assertThat(slag.add(works.line(
                                Line.of("pave", Capacity.nameplate(tons(9))).output(tons(5))))
                        .build())
                .balancesMass();
        assertThat(Messages.of(() -> assertThat(slag.put(works.line(Line.of("pave", Capacity.nameplate(tons(9)))
                                        .output(tons(6))))
                                .build())
                        .balancesMass()))
                .isEqualTo("""
                        SupplyChain 2025 on 2025-12-31 (3 materials, 2 recipes, 3 facilities, 2 demands, 0 policies): more is used than there can be (1 found):
                          Material 'slag': at least 6 t/a went into what was made (works/pave 6), but there are at most 5 (chn/smelt 3, jpn/smelt 2).""");
    }

    @Test
    void anElementIsWeighedWhereEverythingThatEntersStatesIt() {
        SupplyChain.Builder bayer = SupplyChain.builder(2025)
                .add(Material.of("alumina"), Material.of("liquor").containing("Ga"), Material.of("bauxite"))
                .add(Recipe.of("bayer").makes("alumina").from("bauxite", 2).yields("liquor", 65e-6));

        assertThat(Messages.of(() -> assertThat(bayer.build()).weighs("Ga"))).isEqualTo("""
                        SupplyChain 2025 on 2025-12-31 (3 materials, 1 recipes, 0 facilities, 0 demands, 0 policies): the balance of Ga cannot be weighed (1 found):
                          Recipe 'bayer': Ga leaves in liquor, but nobody states how much of it is in bauxite.""");
        assertThat(bayer.build()).weighs("Al");
        assertThat(bayer.put(Material.of("bauxite").withContents(ImmutableMap.of("Ga", Figure.stated(50, Unit.PPM))))
                        .build())
                .weighs("Ga");
    }

    @Test
    void outputsStayWithinCapacities() {
        assertThat(chain()).staysWithinCapacities();

        assertThat(Messages.of(() -> assertThat(TwoSmelters.builder()
                                .put(TwoSmelters.smelter(
                                        "CHN", Capacity.nameplate(tons(9)).permitted(tons(5)), 6))
                                .put(TwoSmelters.smelter(
                                        "JPN", Capacity.nameplate(tons(9)).effective(tons(3)), 4))
                                .put(TwoSmelters.smelter("DEU", Capacity.nameplate(tons(1)), 2))
                                .put(Link.of("lane", "metal", country("CHN"), country("USA"))
                                        .capacity(tons(1))
                                        .observed(tons(2)))
                                .build())
                        .staysWithinCapacities()))
                .isEqualTo("""
                        SupplyChain 2025 on 2025-12-31 (1 materials, 1 recipes, 3 facilities, 2 demands, 0 policies): more was made or shipped than can be (4 found):
                          Line 'chn/smelt': its output 6 t/a (reported, survey) is above its permitted capacity 5 t/a (reported, survey).
                          Line 'deu/smelt': its output 2 t/a (reported, survey) is above its nameplate capacity 1 t/a (reported, survey).
                          Line 'jpn/smelt': its output 4 t/a (reported, survey) is above its effective capacity 3 t/a (reported, survey).
                          Link 'lane': its observed flow 2 t/a (reported, survey) is above its capacity 1 t/a (reported, survey).""");
    }

    @Test
    void whatIsSaidToBePublishedNamesAPublication() {
        assertThat(chain()).citesEverything();

        assertThat(Messages.of(() -> assertThat(TwoSmelters.builder()
                                .put(Demand.of("usa", "metal", country("USA"), Figure.stated(10, Unit.T_PER_A)))
                                .build())
                        .citesEverything()))
                .isEqualTo("""
                        SupplyChain 2025 on 2025-12-31 (1 materials, 1 recipes, 2 facilities, 2 demands, 0 policies): no publication is named (1 found):
                          rate of demand 'usa': 10 t/a (reported, stated)""");
    }

    @Test
    void nothingComesFromASource() {
        assertThat(chain()).hasNoSource("hearsay");
        assertThat(Messages.of(() -> assertThat(chain())
                        .after(Scenario.of("all lost").then(Lose.of(country("CHN")), Lose.of(country("JPN"))))
                        .hasNoSource("survey")))
                .isEqualTo("""
                        SupplyChain 2025 on 2025-12-31 (1 materials, 1 recipes, 2 facilities, 2 demands, 0 policies) after 'all lost': the source 'survey' is used (4 found):
                          nameplate capacity of line 'jpn/smelt': 4 t/a (reported, survey)
                          effective capacity of line 'jpn/smelt': 4 t/a (reported, survey)
                          rate of demand 'row-metal': 10 t/a (reported, survey)
                          rate of demand 'usa': 10 t/a (reported, survey)""");

        assertThat(Messages.of(() -> assertThat(chain()).hasNoSource("survey"))).isEqualTo("""
                        SupplyChain 2025 on 2025-12-31 (1 materials, 1 recipes, 2 facilities, 2 demands, 0 policies): the source 'survey' is used (6 found):
                          output of line 'chn/smelt': 6 t/a (reported, survey)
                          nameplate capacity of line 'jpn/smelt': 4 t/a (reported, survey)
                          effective capacity of line 'jpn/smelt': 4 t/a (reported, survey)
                          output of line 'jpn/smelt': 4 t/a (reported, survey)
                          rate of demand 'row-metal': 10 t/a (reported, survey)
                          rate of demand 'usa': 10 t/a (reported, survey)""");
    }

    @Test
    void assumptionsAreAboutSomething() {
        assertThat(chain())
                .assumesNothingAbout(facility("jpn"))
                .assumesNothingAbout(material("metal"))
                .assumesAtMost(2);

        assertThat(Messages.of(() -> assertThat(chain()).assumesNothingAbout(facility("chn"))))
                .isEqualTo("""
                        SupplyChain 2025 on 2025-12-31 (1 materials, 1 recipes, 2 facilities, 2 demands, 0 policies): something is assumed about Facility 'chn' (2 found):
                          nameplate capacity of line 'chn/smelt': 6 to 10 t/a (a guess)
                          effective capacity of line 'chn/smelt': 6 to 10 t/a (a guess)""");
        assertThat(Messages.of(() -> assertThat(chain()).assumesNothingAbout(line("chn/smelt"))))
                .isEqualTo("""
                        SupplyChain 2025 on 2025-12-31 (1 materials, 1 recipes, 2 facilities, 2 demands, 0 policies): something is assumed about Line 'chn/smelt' (2 found):
                          nameplate capacity of line 'chn/smelt': 6 to 10 t/a (a guess)
                          effective capacity of line 'chn/smelt': 6 to 10 t/a (a guess)""");
        assertThat(Messages.of(() -> assertThat(chain().with(c -> c.toBuilder()
                                .put(Material.of("metal").asBoundary())
                                .build()))
                        .assumesNothingAbout(material("metal"))))
                .isEqualTo("""
                        SupplyChain 2025 on 2025-12-31 (1 materials, 1 recipes, 2 facilities, 2 demands, 0 policies): something is assumed about Material 'metal' (1 found):
                          supply of material 'metal' (taken as unlimited: the chain ends here)""");
        assertThat(Messages.of(() -> assertThat(chain()).assumesAtMost(1))).isEqualTo("""
                        SupplyChain 2025 on 2025-12-31 (1 materials, 1 recipes, 2 facilities, 2 demands, 0 policies): more than 1 things are assumed (2 found):
                          nameplate capacity of line 'chn/smelt': 6 to 10 t/a (a guess)
                          effective capacity of line 'chn/smelt': 6 to 10 t/a (a guess)""");
    }

    @Test
    void longListsAreCut() {
        SupplyChain.Builder many = TwoSmelters.builder();
        for (int i = 10; i < 22; i++) {
            many.add(Material.of("m" + i).asBoundary());
        }

        assertThat(Messages.of(() -> assertThat(many.build()).as("embedder").assumesAtMost(13)))
                .isEqualTo("""
                        [embedder] SupplyChain 2025 on 2025-12-31 (13 materials, 1 recipes, 2 facilities, 2 demands, 0 policies): more than 13 things are assumed (14 found):
                          supply of material 'm10' (taken as unlimited: the chain ends here)
                          supply of material 'm11' (taken as unlimited: the chain ends here)
                          supply of material 'm12' (taken as unlimited: the chain ends here)
                          supply of material 'm13' (taken as unlimited: the chain ends here)
                          supply of material 'm14' (taken as unlimited: the chain ends here)
                          supply of material 'm15' (taken as unlimited: the chain ends here)
                          supply of material 'm16' (taken as unlimited: the chain ends here)
                          supply of material 'm17' (taken as unlimited: the chain ends here)
                          supply of material 'm18' (taken as unlimited: the chain ends here)
                          supply of material 'm19' (taken as unlimited: the chain ends here)
                          and 4 more""");
    }

    /**
     * Without China 4 t are left: 6 of 10 lost if served first, 5 to 7 less 2 of 5 to 7 if all share: 60 % to 71.4 %. Without
     * Japan 6 to 10: 0 to 4 of 10, 2 of 5 to 7.
     */
    @Test
    void noLossCostsMore() {
        Chokepoints countries = Chokepoints.of(USA).by(Grouping.COUNTRY);

        assertThat(chain()).hasNoChokepointAbove(Share.percent(72), countries);
        assertThat(Messages.of(() -> assertThat(chain()).hasNoChokepointAbove(Share.percent(71), countries)))
                .isEqualTo("""
                        Supply of 'USA (metal)': a loss may cost more than 71.0 % of it: CHN (served first 60.0 %, if all share 60.0 % to 71.4 %).

                        What can choke the supply of USA (metal)?
                        ═════════════════════════════════════════
                        Annual rates on 2025-12-31, figures of 2025

                        Finding: By country, one loss may cost USA (metal) 71.0 % or more of its delivery, but not if it is
                                 served before all others; 1 more costs less. It is that of CHN: 60.0 % of what was
                                 delivered is lost if it is served first, 60.0 % to 71.4 % if all share.

                        Finding: Before, if served before all others, USA (metal) gets 10 t/a, all that it wants.

                        What the loss of each costs
                        t/a · 2025
                        what is lost  lost, served first  of delivery  lost, all share  of shared delivery
                                                     t/a                           t/a
                        ────────────  ──────────────────  ───────────  ───────────────  ──────────────────
                        CHN                            6       60.0 %           3 to 5    60.0 % to 71.4 %

                        What each loss costs USA (metal): delivered with it less delivered without it, each price x limit
                        t/a · 2025
                        by country  (each on its own)
                        └─ CHN  (each on its own)
                           ├─ lost if served before all others  6 t/a  (first less second)
                           │  ├─ delivered with it  10 t/a  (all that is wanted; no limit binds)
                           │  └─ delivered without it  4 t/a  (sum)
                           │     └─ capacity of JPN: metal  4 t/a  (1 x 4 t/a; jpn/smelt)
                           │        └─ its figure  4 t/a  (4 t/a (reported, survey))
                           └─ lost if all share  3 to 5 t/a  (any of them)
                              ├─ at least, in the readings tried  3 t/a  (first less second)
                              │  ├─ delivered with it  5 t/a  (as all share; a shared amount has no prices)
                              │  └─ delivered without it  2 t/a  (as all share; a shared amount has no prices)
                              └─ at most, in the readings tried  5 t/a  (first less second)
                                 ├─ delivered with it  7 t/a  (as all share; a shared amount has no prices)
                                 └─ delivered without it  2 t/a  (as all share; a shared amount has no prices)

                        Assumed as a range, or unknown:
                          nameplate capacity of line 'chn/smelt': 6 to 10 t/a (a guess)
                          effective capacity of line 'chn/smelt': 6 to 10 t/a (a guess)""");
    }

    /** As in ChokepointsTest: 22 t become 12 t at most in the readings tried; the bound, from 30 t to 10 t, is more than half. */
    @Test
    void whatTheFiguresDoNotRuleOutFails() {
        SupplyChain mixed = SupplyChain.builder(2025)
                .add(Material.of("crude"), Material.of("metal"))
                .add(
                        Recipe.of("smelt").makes("crude"),
                        Recipe.of("mix").makes("metal").from("crude", 1))
                .add(
                        Facility.aggregate(country("CHN")).line(Line.of("smelt", between(10, 40))),
                        Facility.aggregate(country("AUS")).line(Line.of("mix", between(12, 40))),
                        Facility.aggregate(country("USA")).line(Line.of("mix", between(10, 10))))
                .add(Demand.of("usa", "metal", country("USA"), tons(30)))
                .build();
        Chokepoints mixer = Chokepoints.of(USA)
                .by(Grouping.listed("our list", List.of(Scenario.of("the mixer").then(Lose.of(country("USA"))))));

        assertThat(Messages.of(() -> assertThat(mixed).hasNoChokepointAbove(Share.percent(50), mixer)))
                .isEqualTo("""
                        Supply of 'USA (metal)': a loss may cost more than 50.0 % of it: the mixer (not ruled out, served first).

                        What can choke the supply of USA (metal)?
                        ═════════════════════════════════════════
                        Annual rates on 2025-12-31, figures of 2025

                        Finding: By our list, no loss costs USA (metal) 50.0 % or more of its delivery in any reading tried;
                                 1 costs less.

                        Finding: Before, if served before all others, USA (metal) gets 10 to 30 t/a and is short of 0 to 20
                                 t/a (0.0 % to 66.7 %).

                        Warning: No reading tried says that any of these costs so much, but the figures do not rule it out,
                                 served first: the mixer.

                        What each loss costs USA (metal): delivered with it less delivered without it, each price x limit
                        t/a · 2025
                        by our list  (none)""");
    }

    private static Capacity between(double low, double high) {
        Figure read = Figure.estimated(Spread.between(low, high), Unit.T_PER_A, TwoSmelters.SURVEY);
        return Capacity.nameplate(read).effective(read);
    }

    @Test
    void whoGetsNothingHasNothingToLose() {
        Scenario all = Scenario.of("all lost").then(Lose.of(country("CHN")), Lose.of(country("JPN")));

        assertThat(Messages.of(() -> assertThat(chain()).after(all).hasNoChokepointAbove(Share.ALL, USA)))
                .isEqualTo("""
                        Supply of 'USA (metal)': it gets nothing even before anything is lost.

                        What can choke the supply of USA (metal)?
                        ═════════════════════════════════════════
                        Annual rates on 2025-12-31, figures of 2025

                        Finding: Nothing reaches USA (metal) even before anything is lost, so nothing of it can be choked.

                        Finding: Before, if served before all others, USA (metal) gets 0 t/a and is short of 10 t/a
                                 (100.0 %).

                        What each loss costs USA (metal): delivered with it less delivered without it, each price x limit
                        t/a · 2025
                        by country and stage  (none)

                        Assumed as a range, or unknown:
                          nameplate capacity of line 'chn/smelt': 6 to 10 t/a (a guess)
                          effective capacity of line 'chn/smelt': 6 to 10 t/a (a guess)""");
    }

    /** 0.6 and 0.4 squared. */
    @Test
    void concentrationIsBelow() {
        Concentration made = Concentration.of(material("metal"));

        assertThat(chain()).hasConcentrationBelow(0.521, made);
        assertThat(Messages.of(() -> assertThat(chain()).hasConcentrationBelow(0.52, made)))
                .isEqualTo("""
                        Concentration of 'metal': the HHI 0.52 is not surely below 0.52.

                        How concentrated is the output of metal?
                        ════════════════════════════════════════
                        2025, read on 2025-12-31

                        Finding: HHI 0.52 (5,200 of 10,000), as if 1.923 of equal size; the largest holds 60.0 %, the three
                                 largest 100.0 %.

                        Output of metal by country
                        gross · 2025
                        country  t/a    share
                                 t/a
                        ───────  ───  ───────
                        CHN        6   60.0 %
                        JPN        4   40.0 %
                        ───────  ───  ───────
                        total     10  100.0 %

                        HHI: squared shares add up
                        gross · 2025
                        HHI  0.52  (sum)
                        ├─ CHN  0.36  (share squared)
                        │  └─ share  60.0 %  (part of 10 t/a in all)
                        │     └─ CHN  6 t/a  (sum)
                        │        └─ output of line 'chn/smelt'  6 t/a  (6 t/a (reported, survey))
                        └─ JPN  0.16  (share squared)
                           └─ share  40.0 %  (part of 10 t/a in all)
                              └─ JPN  4 t/a  (sum)
                                 └─ output of line 'jpn/smelt'  4 t/a  (4 t/a (reported, survey))""");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(chain()).hasConcentrationBelow(2500, made))
                .withMessage(
                        "Concentration of 'metal': the bound of the HHI is 2500.0, not above 0 and up to 1. Maybe divide it by 10000.");
    }
}
