package org.lodegraph.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.flow.FlowFixtures.CHN;
import static org.lodegraph.flow.FlowFixtures.DEU;
import static org.lodegraph.flow.FlowFixtures.JPN;
import static org.lodegraph.flow.FlowFixtures.METAL_USA;
import static org.lodegraph.flow.FlowFixtures.USA;
import static org.lodegraph.flow.FlowFixtures.ban;
import static org.lodegraph.flow.FlowFixtures.plant;
import static org.lodegraph.flow.FlowFixtures.t;
import static org.lodegraph.flow.FlowFixtures.twoMakers;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;
import org.lodegraph.model.Bloc;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Limit;
import org.lodegraph.model.Line;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;

/** What each kind of policy does to a delivery, by hand. */
class PolicyTest {

    private static final Delivery TO_USA = Delivery.to(METAL_USA);

    private static String served(SupplyChain chain) {
        return chain.ask(TO_USA).unavoidable().served().toString();
    }

    private static SupplyChain under(Limit limit) {
        return twoMakers().add(ban("metal").limit(limit).build()).build();
    }

    /** China closed, Japan open: 10 t. Nothing else binds but Japan's capacity and the ban. */
    @Test
    void aBanLeavesTheOthers() {
        Delivery.Answer answer = under(new Limit.Nothing()).ask(TO_USA);
        assertThat(answer.unavoidable().served()).hasToString("10 t/a");
        assertThat(answer.binding())
                .extracting(binding -> binding.what() + " " + binding.contribution())
                .containsExactlyInAnyOrder("capacity of JPN: metal 10.0", "what passes under ban 0.0");
    }

    /** Quota 4 t + Japan 10 t = 14 t. */
    @Test
    void aQuotaBoundsTheSumOfLanes() {
        assertThat(served(under(new Limit.AtMost(t(4))))).isEqualTo("14 t/a");
    }

    /** A quota toward everybody binds the USA and Germany together: each wants 20, Japan 10 + quota 4 = 14 for both. */
    @Test
    void aQuotaCouplesLanes() {
        SupplyChain chain = twoMakers()
                .add(Demand.of("deu", "metal", DEU, t(20)))
                .add(Policy.builder()
                        .id(Ids.policy("CN-QUOTA"))
                        .name("quota")
                        .issuer(CHN)
                        .addMaterials(Ids.material("metal"))
                        .addInForce(Window.ALWAYS)
                        .limit(new Limit.AtMost(t(4)))
                        .build())
                .build();
        Delivery.Answer answer = chain.ask(TO_USA);
        assertThat(answer.unavoidable().served()).hasToString("14 t/a");
        // Evenly: 14 t for 40 t wanted, 35 % each; China's own consumers, in the rest of the world, are untouched.
        assertThat(answer.shared().served()).hasToString("7 t/a");
    }

    /** A quarter of 12 t that used to pass, 3 t, + Japan 10 t. */
    @Test
    void aShareOfABaselineLeaks() {
        assertThat(served(under(new Limit.ShareOf(Figure.stated(0.25, Unit.ONE), t(12)))))
                .isEqualTo("13 t/a");
    }

    /** A licence that nobody knows the practice of: nothing to everything. */
    @Test
    void anUnknownLicenceIsARange() {
        Limit licence = new Limit.ShareOf(Figure.unknown(Unit.ONE, "licences are not published"), t(12));
        assertThat(served(under(licence))).isEqualTo("10 to 20 t/a");
    }

    /** A tax lets everything pass. */
    @Test
    void aTaxLetsEverythingPass() {
        assertThat(served(under(new Limit.Cost(Figure.stated(50, Unit.USD_PER_T)))))
                .isEqualTo("20 t/a");
    }

    /** In force 2024, suspended 2025, in force again from 2026. */
    @Test
    void aSuspensionSplitsTheWindow() {
        SupplyChain chain = twoMakers()
                .add(ban("metal")
                        .inForce(List.of(
                                Window.between(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)),
                                Window.from(LocalDate.of(2026, 1, 1))))
                        .build())
                .build();
        assertThat(served(chain.at(LocalDate.of(2023, 12, 31)))).isEqualTo("20 t/a");
        assertThat(served(chain.at(LocalDate.of(2024, 12, 31)))).isEqualTo("10 t/a");
        assertThat(served(chain.at(LocalDate.of(2025, 1, 1)))).isEqualTo("20 t/a");
        assertThat(served(chain.at(LocalDate.of(2026, 1, 1)))).isEqualTo("10 t/a");
    }

    /** The USA do not take Chinese metal: the same 10 t. */
    @Test
    void anImportRuleBindsFromTheOtherSide() {
        SupplyChain chain = twoMakers()
                .add(Policy.builder()
                        .id(Ids.policy("US-BAN"))
                        .name("import ban")
                        .issuer(USA)
                        .direction(Policy.Direction.IMPORT)
                        .addMaterials(Ids.material("metal"))
                        .addToward(CHN)
                        .addInForce(Window.ALWAYS)
                        .build())
                .build();
        assertThat(served(chain)).isEqualTo("10 t/a");
    }

    /** The ban names a bloc to which the USA belong until the end of 2024; later only the bloc's members are hit. */
    @Test
    void aBlocIsReadOnTheDay() {
        Bloc bloc = new Bloc(
                Ids.bloc("CLUB"),
                "Club",
                List.of(new Bloc.Membership(
                        USA, Window.between(LocalDate.of(2000, 1, 1), LocalDate.of(2024, 12, 31)))));
        SupplyChain chain = twoMakers()
                .add(bloc, ban("metal").toward(List.of(Ids.bloc("CLUB"))).build())
                .build();
        assertThat(served(chain.at(LocalDate.of(2024, 12, 31)))).isEqualTo("10 t/a");
        assertThat(served(chain.at(LocalDate.of(2025, 1, 1)))).isEqualTo("20 t/a");
    }

    /**
     * China makes crude, Germany refines it, the USA want the refined metal. The ban covers both.
     *
     * <pre>
     *   CHN crude --> DEU refine --> metal --> USA
     * </pre>
     */
    private static SupplyChain refinedAbroad(Policy.Reach reach) {
        return SupplyChain.builder(2025)
                .add(Material.of("crude"), Material.of("metal"))
                .add(
                        Recipe.of("smelt").makes("crude"),
                        Recipe.of("refine").makes("metal").from("crude", 1.25))
                .add(plant(CHN, "smelt", 100, 100), plant(JPN, "smelt", 5, 5), plant(DEU, "refine", 50, 20))
                .add(Demand.of("usa", "metal", USA, t(20)), Demand.remainder("crude", t(80)))
                .add(ban("metal")
                        .addMaterials(Ids.material("crude"))
                        .reach(reach)
                        .build())
                .build();
    }

    /**
     * Processing in Germany ends the hold of the ban: 20 t. If it reaches through, only Japan's crude may go on to the USA:
     * 5 / 1.25 = 4 t.
     */
    @Test
    void aRuleEndsAtProcessingOrReachesThrough() {
        assertThat(served(refinedAbroad(Policy.Reach.ENDS_AT_PROCESSING))).isEqualTo("20 t/a");
        assertThat(served(refinedAbroad(Policy.Reach.THROUGH_PROCESSING))).isEqualTo("4 t/a");
    }

    /** A hub passes on what it imported, and a rule that reaches through sees it: nothing but Japan's 10 t. */
    @Test
    void aRuleThatReachesThroughSeesHubs() {
        Link hub = Link.of("deu-usa", "metal", DEU, USA).asReexport();
        SupplyChain.Builder chain = twoMakers().add(hub);
        assertThat(served(chain.add(ban("metal").build()).build())).isEqualTo("20 t/a");
        assertThat(served(chain.put(ban("metal")
                                .reach(Policy.Reach.THROUGH_PROCESSING)
                                .build())
                        .build()))
                .isEqualTo("10 t/a");
    }

    /**
     * China withholds the smelting technology from 2024 on. Japan's line is older and keeps its 10 t; the American line
     * started in 2025 and has none.
     */
    @Test
    void aTechnologyPolicyBlocksLinesThatStartLater() {
        Line late = Line.of("smelt", Capacity.nameplate(t(15))).withStarts(LocalDate.of(2025, 6, 1));
        SupplyChain.Builder chain = twoMakers()
                .put(plant(CHN, "smelt", 0, 0))
                .add(Facility.at("new-works", USA).line(late));
        assertThat(served(chain.build())).isEqualTo("20 t/a");
        chain.add(Policy.builder()
                .id(Ids.policy("CN-TECH"))
                .name("technology ban")
                .issuer(CHN)
                .addRecipes(Ids.recipe("smelt"))
                .addInForce(Window.from(LocalDate.of(2024, 1, 1)))
                .build());
        Delivery.Answer answer = chain.build().ask(TO_USA);
        assertThat(answer.unavoidable().served()).hasToString("10 t/a");
        assertThat(answer.grounds().blocked()).containsEntry("new-works/smelt", "CN-TECH");
        SupplyChain exempt = chain.put(Policy.builder()
                        .id(Ids.policy("CN-TECH"))
                        .name("technology ban")
                        .issuer(CHN)
                        .addRecipes(Ids.recipe("smelt"))
                        .addExcept(USA)
                        .addInForce(Window.from(LocalDate.of(2024, 1, 1)))
                        .build())
                .build();
        assertThat(served(exempt)).isEqualTo("20 t/a");
    }

    /** One quota of 10 t for gold and silver together; each would take 10: evenly 5 and 5, first served 10. */
    @Test
    void aQuotaOnTwoMaterialsIsShared() {
        SupplyChain chain = twoMakers()
                .put(plant(CHN, "smelt", 10, 0), plant(JPN, "smelt", 0, 0))
                .put(Demand.of("usa", "metal", USA, t(10)), Demand.remainder("metal", t(0)))
                .add(Material.of("silver"), Recipe.of("refine-silver").makes("silver"))
                .add(Facility.at("silver-works", CHN).line("refine-silver", Capacity.nameplate(t(10))))
                .add(Demand.of("usa-silver", "silver", USA, t(10)))
                .add(ban("metal")
                        .addMaterials(Ids.material("silver"))
                        .limit(new Limit.AtMost(t(10)))
                        .build())
                .build();
        Delivery.Answer answer = chain.ask(TO_USA);
        assertThat(answer.unavoidable().served()).hasToString("10 t/a");
        assertThat(answer.shared().served()).hasToString("5 t/a");
    }

    /** The line started in 2025 and may not run the withheld recipe; the other recipe it may. */
    @Test
    void aTechnologyPolicyBlocksTheRecipeNotTheLine() {
        Line both = Line.of("smelt", Capacity.nameplate(t(15)))
                .withRecipes(Ids.recipe("smelt"), Ids.recipe("leach"))
                .withStarts(LocalDate.of(2025, 6, 1));
        SupplyChain chain = twoMakers()
                .put(plant(CHN, "smelt", 0, 0))
                .add(
                        Recipe.of("leach").makes("metal"),
                        Facility.at("new-works", USA).line(both))
                .add(technology("leach", Window.from(LocalDate.of(2024, 1, 1))))
                .build();
        assertThat(served(chain)).isEqualTo("20 t/a");
        assertThat(chain.ask(TO_USA).grounds().blocked()).containsEntry("new-works/smelt", "CN-TECH");
    }

    /** Started in March while the rule applied: a suspension in June does not make it older. Started in June: free to run. */
    @Test
    void aSuspensionDoesNotFreeALineThatStartedUnderTheRule() {
        Policy suspended = technology(
                "smelt",
                Window.between(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 5, 31)),
                Window.from(LocalDate.of(2025, 7, 1)));
        for (int month : new int[] {3, 6}) {
            Line line = Line.of("smelt", Capacity.nameplate(t(15))).withStarts(LocalDate.of(2025, month, 15));
            SupplyChain chain = twoMakers()
                    .put(plant(CHN, "smelt", 0, 0))
                    .add(Facility.at("new-works", USA).line(line), suspended)
                    .build();
            assertThat(served(chain.at(LocalDate.of(2025, 8, 1)))).isEqualTo(month == 3 ? "10 t/a" : "20 t/a");
        }
    }

    private static Policy technology(String recipe, Window... windows) {
        return Policy.builder()
                .id(Ids.policy("CN-TECH"))
                .name("technology ban")
                .issuer(CHN)
                .addRecipes(Ids.recipe(recipe))
                .addInForce(windows)
                .build();
    }
}
