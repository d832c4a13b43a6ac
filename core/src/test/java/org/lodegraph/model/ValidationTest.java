package org.lodegraph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.lodegraph.measure.Figure.stated;
import static org.lodegraph.measure.Unit.DAYS;
import static org.lodegraph.measure.Unit.ONE;
import static org.lodegraph.measure.Unit.PERCENT;
import static org.lodegraph.measure.Unit.T;
import static org.lodegraph.measure.Unit.T_PER_A;
import static org.lodegraph.model.Ids.bloc;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.recipe;

import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;

/** Validation: one case for each thing that can be wrong, added to a chain in which nothing is. */
class ValidationTest {

    private static final String AT_HOME =
            "Link 'lane', destination: it leads back to CHN, and what stays at home has an observed flow only."
                    + " Maybe leave it out, or state its observed flow and nothing else.";

    private static final CountryId CHN = country("CHN");
    private static final CountryId USA = country("USA");

    /** ore -smelting-> tin, made and used in China; liquor never leaves its site; slag is counted by the tin inside. */
    private static SupplyChain.Builder tin() {
        return SupplyChain.builder(2025)
                .add(
                        Material.of("ore").asBoundary(),
                        Material.of("tin"),
                        Material.of("liquor").atSite(),
                        Material.of("slag").containing("Sn"))
                .add(Recipe.of("smelting").makes("tin").from("ore", 1.5))
                .add(Facility.at("gejiu", CHN).line("smelting", Capacity.nameplate(tons(100))));
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                // materials
                problem(
                        Material.of("alloy").withContents(ImmutableMap.of("Sn", stated(1.1, ONE))),
                        "Material 'alloy', Sn content: it is above 1 (1.1). Maybe give percent in the unit %."),
                problem(
                        Material.of("alloy").withContents(ImmutableMap.of("Sn", stated(-1, ONE))),
                        "Material 'alloy', Sn content: it is negative (-1). Maybe leave it out if it is unknown."),
                problem(
                        Material.of("alloy").withContents(ImmutableMap.of("Sn", stated(1, T))),
                        "Material 'alloy', Sn content: it is given in t, not in 1. Maybe give it in 1."),
                problem(
                        Material.of("alloy")
                                .withContents(ImmutableMap.of(
                                        "Sn", Figure.estimated(Spread.lognormal(0.01, 0.1), ONE, Source.STATED))),
                        "Material 'alloy', Sn content: its lognormal has no end (0.00822 to 0.01217)."
                                + " Maybe use a triangle."),
                problem(
                        Material.of("alloy")
                                .withContents(ImmutableMap.of("Sn", stated(70, PERCENT), "Pb", between(0.6, 0.9))),
                        "Material 'alloy', contents: together they are more than the whole"
                                + " (at least 1.3: Pb 0.6 to 0.9, Sn 70 %)."
                                + " Maybe one of them is the mass of an oxide, or stated per ton of something else."),
                // recipes
                problem(
                        Recipe.of("casting").makes("ingot").from("tin", 1),
                        "Recipe 'casting', reference: Material 'ingot' is not in the chain."
                                + " Maybe 'liquor', 'tin', 'ore', or add it first."),
                problem(
                        Recipe.of("melting").makes("tin").from("tins", 1),
                        "Recipe 'melting', inputs: Material 'tins' is not in the chain."
                                + " Maybe 'tin', 'ore', 'slag', or add it first."),
                problem(
                        Recipe.of("melting").makes("tin").from("ore", 1).yields("drosses", 1),
                        "Recipe 'melting', yields: Material 'drosses' is not in the chain."
                                + " Maybe 'ore', 'slag', 'liquor', or add it first."),
                problem(
                        Recipe.of("melting").makes("tin").from("ore", 0),
                        "Recipe 'melting', input ore: it is zero (0). Maybe leave the material out."),
                problem(
                        Recipe.of("melting").makes("tin").from("ore", Figure.unknown(ONE, "secret")),
                        "Recipe 'melting', input ore: it is unknown (secret)."
                                + " Maybe assume a range and say why, Figure.assumed."),
                problem(
                        Recipe.of("melting").makes("tin").from("ore", 1e300),
                        "Recipe 'melting', input ore: it is too large to reckon with (1.0E300 1). Maybe check the unit;"
                                + " what has no limit is left out or a boundary, and what nobody knows is unknown."),
                problem(
                        Recipe.of("melting").makes("tin").from("ore", 1).yields("slag", -1),
                        "Recipe 'melting', yield slag: it is negative (-1). Maybe leave it out if it is unknown."),
                problem(
                        Recipe.of("melting")
                                .makes("tin")
                                .from("ore", 1)
                                .withYields(ImmutableMap.of(
                                        material("slag"), new Recipe.Yield(stated(1, ONE), Role.PRODUCT))),
                        "Recipe 'melting', yields: 'slag' is a PRODUCT. Maybe make it HOST, COMPANION or WASTE."),
                problem(
                        Recipe.of("remelting").makes("tin").from("tin", 2),
                        "Recipe 'remelting', inputs: 'tin' goes in and comes out."
                                + " Maybe name the fresh and the spent material apart."),
                problem(
                        Recipe.of("melting").makes("tin").from("ore", 1).yields("tin", 1),
                        "Recipe 'melting', yields: it yields its own reference material."
                                + " Maybe leave it out: it comes out once per ton."),
                problem(
                        Recipe.of("melting").makes("tin").from("ore", 1).withRole(Role.WASTE),
                        "Recipe 'melting', role: the reference material is a WASTE."
                                + " Maybe make it PRODUCT or HOST, and list companions and wastes as yields."),
                // facilities and lines
                problem(
                        Facility.at("nowhere", CountryId.REST),
                        "Facility 'nowhere', country: it stands in the rest of the world."
                                + " Maybe name the country, or XOT if none is known."),
                problem(
                        plant(line()).line(line()),
                        "Facility 'plant', lines: two lines are called 'smelting'. Maybe rename one."),
                problem(
                        plant(Line.of("smelter", Capacity.nameplate(tons(1)))),
                        "Line 'plant/smelter', recipes: Recipe 'smelter' is not in the chain."
                                + " Maybe 'smelting', or add it first."),
                problem(
                        plant(Line.of("smelting", Capacity.nameplate(stated(1, T)))),
                        "Line 'plant/smelting', nameplate capacity: it is given in t, not in t/a."
                                + " Maybe give it in t/a."),
                problem(
                        plant(Line.of("smelting", Capacity.nameplate(stated(1, T_PER_A.of(Basis.contained("Sn")))))),
                        "Line 'plant/smelting', nameplate capacity: it is given in t/a Sn content, not in t/a."
                                + " Maybe convert it by a named factor, or set the material's basis."),
                problem(
                        plant(Line.of("smelting", Capacity.nameplate(tons(1)).effective(tons(-1)))),
                        "Line 'plant/smelting', effective capacity: it is negative (-1 t/a)."
                                + " Maybe leave it out if it is unknown."),
                problem(
                        plant(Line.of("smelting", Capacity.nameplate(tons(1)).permitted(tons(-1)))),
                        "Line 'plant/smelting', permitted capacity: it is negative (-1 t/a)."
                                + " Maybe leave it out if it is unknown."),
                problem(
                        plant(Line.of(
                                "smelting", new Capacity(Optional.empty(), Optional.empty(), Optional.of(tons(1))))),
                        "Line 'plant/smelting', capacity: there is none. Maybe say Capacity.unknown(\"why\")."),
                problem(
                        plant(line().output(tons(-1))),
                        "Line 'plant/smelting', output: it is negative (-1 t/a). Maybe leave it out if it is unknown."),
                problem(
                        plant(line().output(tons(5)).status(Line.Status.IDLE)),
                        "Line 'plant/smelting', output: it is IDLE and has an output of 5 t/a."
                                + " Maybe make it RUNNING, or leave the output out."),
                problem(
                        plant(line().withRestart(tons(5))),
                        "Line 'plant/smelting', restart time: it is given in t/a, not in d. Maybe give it in d."),
                // demands
                problem(
                        Demand.of("usa", "ti", USA, tons(1)),
                        "Demand 'usa', material: Material 'ti' is not in the chain."
                                + " Maybe 'tin', 'ore', 'slag', or add it first."),
                problem(
                        Demand.of("usa", "tin", USA, stated(1, T)),
                        "Demand 'usa', rate: it is given in t, not in t/a. Maybe give it in t/a."),
                problem(
                        Demand.of("usa", "liquor", USA, tons(1)),
                        "Demand 'usa', material: 'liquor' cannot leave its site. Maybe name what is made of it."),
                problem(
                        Demand.of("usa", "tin", CountryId.NOWHERE, tons(1)),
                        "Demand 'usa', consumer: \"other countries\" is not a place. Maybe use Demand.remainder."),
                problem(
                        usa(Alternative.of("zinc", 1, 0.5)),
                        "Demand 'usa', alternatives: Material 'zinc' is not in the chain."
                                + " Maybe 'tin', 'ore', 'slag', or add it first."),
                problem(
                        usa(Alternative.of("ore", 0, 0.5)),
                        "Demand 'usa', ratio of ore: it is zero (0). Maybe leave the material out."),
                problem(
                        usa(Alternative.of("ore", 1, 50)),
                        "Demand 'usa', largest share of ore: it is above 1 (50). Maybe give percent in the unit %."),
                problem(
                        usa(Alternative.of("tin", 1, 0.5)),
                        "Demand 'usa', alternatives: the material is its own alternative. Maybe leave it out."),
                problem(
                        usa(Alternative.of("ore", 1, 0.5)).or(Alternative.of("ore", 2, 0.1)),
                        "Demand 'usa', alternatives: 'ore' is there twice. Maybe name it once, with the sum of the"
                                + " largest shares."),
                problem(
                        usa(Alternative.of("ore", 1, 0.5).performance(stated(-1, ONE))),
                        "Demand 'usa', performance of ore: it is negative (-1). Maybe leave it out if it is unknown."),
                problem(
                        usa(Alternative.of("ore", 1, 0.5).rampUp(tons(1))),
                        "Demand 'usa', ramp-up of ore: it is given in t/a, not in d. Maybe give it in d."),
                // stocks
                problem(
                        Stock.of("nds", "tan", USA, stated(1, T)),
                        "Stock 'nds', material: Material 'tan' is not in the chain."
                                + " Maybe 'tin', 'ore', 'slag', or add it first."),
                problem(
                        Stock.of("nds", "tin", USA, tons(1)),
                        "Stock 'nds', amount: it is given in t/a, not in t. Maybe give it in t."),
                problem(
                        Stock.of("nds", "tin", USA, stated(1, T)).room(tons(1)),
                        "Stock 'nds', room: it is given in t/a, not in t. Maybe give it in t."),
                problem(
                        Stock.of("nds", "liquor", USA, stated(1, T)),
                        "Stock 'nds', material: 'liquor' cannot leave its site. Maybe name what is made of it."),
                problem(
                        Stock.of("nds", "tin", CountryId.REST, stated(1, T)),
                        "Stock 'nds', holder: ROW is not a place. Maybe name the country."),
                problem(
                        Stock.of("nds", "tin", CountryId.NOWHERE, stated(1, T)),
                        "Stock 'nds', holder: XOT is not a place. Maybe name the country."),
                // links
                problem(
                        Link.of("lane", "tan", CHN, USA),
                        "Link 'lane', material: Material 'tan' is not in the chain."
                                + " Maybe 'tin', 'ore', 'slag', or add it first."),
                problem(
                        Link.of("lane", "tin", CHN, USA).capacity(tons(-1)),
                        "Link 'lane', capacity: it is negative (-1 t/a). Maybe leave it out if it is unknown."),
                problem(
                        Link.of("lane", "tin", CHN, USA).observed(stated(1, T)),
                        "Link 'lane', observed flow: it is given in t, not in t/a. Maybe give it in t/a."),
                problem(
                        Demand.of("usa", "tin", USA, tons(1e308)),
                        "Demand 'usa', rate: it is too large to reckon with (1.0E308 t/a). Maybe check the unit;"
                                + " what has no limit is left out or a boundary, and what nobody knows is unknown."),
                problem(
                        Demand.of("usa", "tin", USA, stated(2e12, Unit.KT_PER_A)),
                        "Demand 'usa', rate: it is too large to reckon with (2.0E12 kt/a). Maybe check the unit;"
                                + " what has no limit is left out or a boundary, and what nobody knows is unknown."),
                problem(
                        Link.of("lane", "tin", CHN, USA).withCost(stated(1e308, Unit.USD_PER_T)),
                        "Link 'lane', cost: it is too large to reckon with (1.0E308 USD/t). Maybe check the unit;"
                                + " what has no limit is left out or a boundary, and what nobody knows is unknown."),
                problem(
                        Link.of("lane", "tin", CHN, USA).withCost(tons(1)),
                        "Link 'lane', cost: it is given in t/a. Maybe give it as a PRICE."),
                problem(
                        Link.of("lane", "tin", CountryId.NOWHERE, USA),
                        "Link 'lane', origin: XOT is not a place. Maybe name the country."),
                problem(
                        Link.of("lane", "tin", CHN, CountryId.NOWHERE),
                        "Link 'lane', destination: XOT is not a place. Maybe name the country."),
                problem(Link.of("lane", "tin", CHN, CHN), AT_HOME),
                problem(Link.of("lane", "tin", CHN, CHN).observed(tons(1)).capacity(tons(1)), AT_HOME),
                problem(
                        Link.of("lane", "tin", CHN, CHN).observed(tons(1)).withCost(stated(1, Unit.USD_PER_T)),
                        AT_HOME),
                problem(Link.of("lane", "tin", CHN, CHN).observed(tons(1)).asReexport(), AT_HOME),
                problem(
                        Link.of("lane", "liquor", CHN, USA),
                        "Link 'lane', material: 'liquor' is SITE and crosses no border. Maybe make the material TRADED."),
                // policies and blocs
                problem(
                        ban().withMaterials(material("tan")),
                        "Policy 'BAN', materials: Material 'tan' is not in the chain."
                                + " Maybe 'tin', 'ore', 'slag', or add it first."),
                problem(
                        ban().withMaterials().withRecipes(recipe("smelter")),
                        "Policy 'BAN', recipes: Recipe 'smelter' is not in the chain."
                                + " Maybe 'smelting', or add it first."),
                problem(
                        ban().withToward(bloc("AUKUS")),
                        "Policy 'BAN', parties: Bloc 'AUKUS' is not in the chain."
                                + " Maybe add it first; the chain has none of this kind."),
                problem(
                        ban().withExcept(CountryId.REST),
                        "Policy 'BAN', parties: ROW is not a place. Maybe name the country."),
                problem(
                        ban().withMaterials(),
                        "Policy 'BAN', materials: it covers nothing. Maybe name materials or recipes, not both."),
                problem(
                        ban().withRecipes(recipe("smelting")),
                        "Policy 'BAN', materials: it covers goods and technology at once."
                                + " Maybe name materials or recipes, not both."),
                problem(
                        ban().withInForce(),
                        "Policy 'BAN', inForce: it never applies. Maybe give it a window, Window.from(day)."),
                problem(
                        ban().withMaterials()
                                .withRecipes(recipe("smelting"))
                                .withLimit(new Limit.Cost(stated(1, Unit.USD_PER_T))),
                        "Policy 'BAN', limit: a technology policy has a limit on goods. Maybe leave the limit out."),
                problem(
                        ban().withLimit(new Limit.AtMost(stated(1, T))),
                        "Policy 'BAN', quota: it is given in t, not in t/a. Maybe give it in t/a."),
                problem(
                        ban().withLimit(new Limit.ShareOf(stated(2, ONE), tons(1))),
                        "Policy 'BAN', share let through: it is above 1 (2). Maybe give percent in the unit %."),
                problem(
                        ban().withLimit(new Limit.ShareOf(stated(0.1, ONE), tons(-1))),
                        "Policy 'BAN', baseline: it is negative (-1 t/a). Maybe leave it out if it is unknown."),
                problem(
                        ban().withLimit(new Limit.Cost(tons(1))),
                        "Policy 'BAN', cost: it is given in t/a. Maybe give it as a PRICE."),
                problem(
                        Bloc.of("all", CHN, CountryId.REST),
                        "Bloc 'all', members: ROW is not a place. Maybe name the country."),
                // supply
                problem(
                        Demand.of("usa", "slag", USA, stated(1, T_PER_A.of(Basis.contained("Sn")))),
                        "Material 'slag', boundary: it is needed, but no line makes it, no stock holds it"
                                + " and no link brings it. Maybe add a recipe and a line, or mark it asBoundary()."));
    }

    /** How much of its own a country was seen to use is a link that leads back. */
    @Test
    void whatStaysAtHomeMayHaveBeenSeen() {
        Link own = Link.of("lane", "tin", CHN, CHN).observed(tons(1));

        assertThat(own.isDomestic()).isTrue();
        assertThat(tin().add(own).build().links()).containsKey(own.id());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyProblemSaysWhatWhereAndHowToCureIt(Entity wrong, String message) {
        assertThat(refused(tin().add(wrong))).hasMessage("Supply chain: 1 problem.\n  - " + message);
    }

    @Test
    void linesOfTwoReferenceMaterialsAreTwoLines() {
        SupplyChain.Builder builder = tin().add(
                        Recipe.of("slagging").makes("slag").from("ore", 9))
                .add(plant(line().withRecipes(recipe("smelting"), recipe("slagging"))));

        assertThat(refused(builder).problems())
                .containsExactly(new Problem(
                        "Line 'plant/smelting'",
                        "recipes",
                        "they make different reference materials [slag, tin]",
                        "Maybe install one line for each."));
    }

    /** 0.6 + 0.4 = 1; 0.1 + 0.2 + 0.7 is 1 but for the rounding of binary numbers; 0.3..0.9 and 0.7..0.8 can be 0.3 + 0.7. */
    @Test
    void contentsThatSomeReadingExplainsMayStand() {
        Stream.of(
                        Material.of("alloy")
                                .withContents(ImmutableMap.of("Pb", stated(0.6, ONE), "Sn", stated(0.4, ONE))),
                        Material.of("alloy")
                                .withContents(ImmutableMap.of(
                                        "Cu", stated(0.1, ONE), "Pb", stated(0.2, ONE), "Sn", stated(0.7, ONE))),
                        Material.of("alloy")
                                .withContents(ImmutableMap.of("Pb", between(0.3, 0.9), "Sn", between(0.7, 0.8))),
                        Material.of("alloy")
                                .withContents(ImmutableMap.of(
                                        "Pb", stated(1, ONE), "Sn", Figure.unknown(ONE, "not assayed"))),
                        // a ton of tin, in concentrate, with nearly as much lead and zinc beside it
                        Material.of("alloy")
                                .containing("Sn")
                                .withContents(ImmutableMap.of("Pb", stated(0.9, ONE), "Zn", stated(0.8, ONE))))
                .forEach(alloy ->
                        assertThat(tin().add(alloy).build().materials()).containsValue(alloy));
        assertThat(refused(tin().add(Material.of("alloy")
                                .withContents(ImmutableMap.of("Pb", stated(0.6, ONE), "Sn", stated(0.4 + 2e-9, ONE)))))
                        .problems())
                .hasSize(1);
    }

    private static Figure between(double low, double high) {
        return Figure.estimated(Spread.between(low, high), ONE, Source.STATED);
    }

    @Test
    void anIdThatIsThereTwiceIsAProblem() {
        assertThat(refused(tin().add(Material.of("tin").containing("Sn"))).getMessage())
                .startsWith("Supply chain: 1 problem.\n"
                        + "  - Material 'tin', id: it is there twice, with different contents."
                        + " Maybe rename one, or use put to replace it.");
        assertThat(tin().add(Material.of("tin")).build()).isEqualTo(tin().build());
    }

    @Test
    void allProblemsAreToldAtOnceInTheOrderOfTheEntities() {
        SupplyChain.Builder builder = tin().add(Demand.of("usa", "tan", USA, tons(-1)))
                .add(Recipe.of("melting").makes("tin").from("ore", 0))
                .add(ban().withInForce());

        InvalidSupplyChainException refused = refused(builder);

        assertThat(refused).hasMessage("""
                Supply chain: 4 problems.
                  - Recipe 'melting', input ore: it is zero (0). Maybe leave the material out.
                  - Demand 'usa', material: Material 'tan' is not in the chain. Maybe 'tin', 'ore', 'slag', or add it first.
                  - Demand 'usa', rate: it is negative (-1 t/a). Maybe leave it out if it is unknown.
                  - Policy 'BAN', inForce: it never applies. Maybe give it a window, Window.from(day).""");
        assertThat(refused.problems()).hasSize(4);
    }

    @Test
    void theProblemsTravelWithTheException() throws Exception {
        InvalidSupplyChainException refused = refused(tin().add(ban().withInForce()));
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(refused);
        }

        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((InvalidSupplyChainException) in.readObject()).problems())
                    .isEqualTo(refused.problems());
        }
    }

    @Test
    void anUnknownCapacityNeedsNoBasis() {
        SupplyChain chain = tin().add(Recipe.of("slagging").makes("slag").from("ore", 9))
                .add(Facility.at("plant", USA).line("slagging", Capacity.unknown("not published")))
                .build();

        assertThat(chain.lines()).hasSize(2);
    }

    @Test
    void aMaterialMayComeFromAStockOrALinkOrBeTheEndOfTheChain() {
        Demand demand = Demand.of("usa", "zinc", USA, tons(1));

        assertThat(tin().add(demand, Material.of("zinc").asBoundary()).build().demands())
                .hasSize(1);
        assertThat(tin().add(demand, Material.of("zinc"), Stock.of("nds", "zinc", USA, stated(1, T)))
                        .build()
                        .demands())
                .hasSize(1);
        assertThat(tin().add(demand, Material.of("zinc"), Link.of("lane", "zinc", CHN, USA))
                        .build()
                        .demands())
                .hasSize(1);
    }

    @Test
    void aClosedOrIdleLineMayHaveMadeNothing() {
        SupplyChain chain = tin().add(
                        plant(line().output(tons(0)).status(Line.Status.IDLE).withRestart(stated(90, DAYS))))
                .build();

        assertThat(chain.lines()).hasSize(2);
    }

    private static Arguments problem(Entity wrong, String message) {
        return Arguments.of(wrong, message);
    }

    private static InvalidSupplyChainException refused(SupplyChain.Builder builder) {
        return catchThrowableOfType(InvalidSupplyChainException.class, builder::build);
    }

    @Test
    void whatIsLargeIsNotYetTooLarge() {
        assertThat(tin().add(Demand.of("usa", "tin", USA, tons(1e15))).build().demands())
                .hasSize(1);
    }

    private static Figure tons(double perYear) {
        return stated(perYear, T_PER_A);
    }

    private static Facility plant(Line line) {
        return Facility.at("plant", USA).line(line);
    }

    private static Line line() {
        return Line.of("smelting", Capacity.nameplate(tons(10)));
    }

    private static Demand usa(Alternative alternative) {
        return Demand.of("usa", "tin", USA, tons(1)).or(alternative);
    }

    private static Policy ban() {
        return Policy.builder()
                .id(Ids.policy("BAN"))
                .name("a ban")
                .issuer(CHN)
                .addMaterials(material("tin"))
                .addInForce(Window.ALWAYS)
                .build();
    }
}
