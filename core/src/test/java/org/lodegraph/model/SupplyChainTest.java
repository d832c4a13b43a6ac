package org.lodegraph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.measure.Figure.figure;
import static org.lodegraph.measure.Figure.stated;
import static org.lodegraph.measure.Unit.KT_PER_A;
import static org.lodegraph.measure.Unit.ONE;
import static org.lodegraph.measure.Unit.T;
import static org.lodegraph.measure.Unit.T_PER_A;
import static org.lodegraph.model.Ids.bloc;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.demand;
import static org.lodegraph.model.Ids.facility;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.link;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.policy;
import static org.lodegraph.model.Ids.recipe;
import static org.lodegraph.model.Ids.stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Window;

/**
 * The chain as a value.
 *
 * <pre>
 * bauxite (boundary) -bayer-> alumina, liquor -ga-circuit-> gallium; vaudreuil in CAN, akita in JPN starts in 2026
 * </pre>
 */
class SupplyChainTest {

    private static final LocalDate CONTROLS = LocalDate.parse("2023-08-01");
    private static final LocalDate SUSPENDED = LocalDate.parse("2025-11-09");
    private static final LocalDate RESUMED = LocalDate.parse("2026-11-28");
    private static final Source SOURCE = Source.of("usgs-mcs2026", "Mineral Commodity Summaries");
    private static final Source LAW = Source.of("mofcom-23", "Announcement 23");

    private static List<Entity> entities() {
        return List.of(
                Material.of("bauxite").asBoundary(),
                Material.of("alumina"),
                Material.of("bayer-liquor").atSite(),
                Material.of("gallium"),
                Recipe.of("bayer")
                        .makes("alumina")
                        .asHost()
                        .from("bauxite", 2.0)
                        .yields("bayer-liquor", 65e-6),
                Recipe.of("ga-circuit").makes("gallium").from("bayer-liquor", 1 / 0.9),
                Facility.at("vaudreuil", country("CAN"))
                        .owner("rio-tinto")
                        .line(Line.of("bayer", Capacity.nameplate(figure(1_500_000, T_PER_A, SOURCE)))
                                .output(figure(1_400_000, T_PER_A, SOURCE)))
                        .line("ga-circuit", Capacity.unknown("announced, no figure")),
                Facility.at("akita", country("JPN"))
                        .line(Line.of(
                                        "ga-circuit",
                                        Capacity.nameplate(figure(10, T_PER_A, SOURCE))
                                                .effective(figure(8, T_PER_A, SOURCE)))
                                .withStarts(LocalDate.parse("2026-04-01"))),
                Demand.of("usa-optics", "gallium", country("USA"), figure(19, T_PER_A, SOURCE))
                        .use("optics")
                        .or(Alternative.of("alumina", 2, 0.1)),
                Demand.of("gbr-optics", "gallium", country("GBR"), figure(1, T_PER_A, SOURCE))
                        .use("optics"),
                Demand.remainder(
                        "alumina",
                        Figure.assumed(Spread.exact(14e6), T_PER_A, Source.ASSUMPTION, "world less the named")),
                Stock.of("usa-ga", "gallium", country("USA"), stated(3, T)),
                Link.of("can-usa", "gallium", country("CAN"), country("USA")).capacity(stated(5, T_PER_A)),
                Policy.builder()
                        .id(policy("CN-2023-GAGE"))
                        .name("Announcement 23")
                        .issuer(country("CHN"))
                        .addMaterials(material("gallium"))
                        .addToward(bloc("AUKUS"))
                        .addInForce(Window.between(CONTROLS, SUSPENDED.minusDays(1)), Window.from(RESUMED))
                        .source(LAW)
                        .build(),
                Country.of("CAN", "Canada"),
                new Bloc(
                        bloc("AUKUS"),
                        "AUKUS",
                        List.of(
                                new Bloc.Membership(country("AUS"), Window.ALWAYS),
                                new Bloc.Membership(country("GBR"), Window.ALWAYS),
                                new Bloc.Membership(country("USA"), Window.from(LocalDate.parse("2021-09-15"))))));
    }

    private static SupplyChain chain(List<Entity> entities) {
        return SupplyChain.builder(2025).add(entities.toArray(new Entity[0])).build();
    }

    private final SupplyChain chain = chain(entities());

    @Test
    void itIsReadOnTheLastDayOfItsYear() {
        assertThat(chain.date()).isEqualTo(LocalDate.parse("2025-12-31"));
        assertThat(chain)
                .hasToString("SupplyChain 2025 on 2025-12-31"
                        + " (4 materials, 2 recipes, 2 facilities, 3 demands, 1 policies)");
    }

    @Test
    void theOrderOfAddingIsNoDifference() {
        Random random = new Random(1);
        for (int round = 0; round < 10; round++) {
            List<Entity> shuffled = new ArrayList<>(entities());
            Collections.shuffle(shuffled, random);

            assertThat(chain(shuffled)).isEqualTo(chain).hasSameHashCodeAs(chain);
            assertThat(chain(shuffled).entities()).isEqualTo(chain.entities());
            assertThat(chain(shuffled).assumptions()).isEqualTo(chain.assumptions());
            assertThat(List.copyOf(chain(shuffled).sources())).isEqualTo(List.copyOf(chain.sources()));
        }
        Assumption one = new Assumption("a", "because", Optional.empty());
        Assumption two = new Assumption("b", "because", Optional.empty());
        assertThat(chain.toBuilder().assume(one).assume(two).assume(one).build())
                .isEqualTo(chain.toBuilder().assume(two).assume(one).build());
    }

    @Test
    void anotherDayIsAnotherReadingOfTheSameFigures() {
        assertThat(List.of(
                        CONTROLS.minusDays(1),
                        CONTROLS,
                        SUSPENDED.minusDays(1),
                        SUSPENDED,
                        RESUMED.minusDays(1),
                        RESUMED))
                .extracting(day -> chain.at(day).policiesInForce().size())
                .containsExactly(0, 1, 1, 0, 0, 1);
        assertThat(chain.at(LocalDate.parse("2021-09-14")).members(bloc("AUKUS")))
                .containsExactly(country("AUS"), country("GBR"));
        assertThat(chain.members(bloc("AUKUS"))).containsExactly(country("AUS"), country("GBR"), country("USA"));
        assertThat(chain.members(country("USA"))).containsExactly(country("USA"));
        InstalledLine akita = chain.line(line("akita/ga-circuit"));
        assertThat(akita.isPresentOn(LocalDate.parse("2026-03-31"))).isFalse();
        assertThat(akita.isPresentOn(LocalDate.parse("2026-04-01"))).isTrue();
        assertThat(chain.at(CONTROLS)).isNotEqualTo(chain);
        assertThat(chain.at(CONTROLS).at(chain.date())).isEqualTo(chain);
        assertThat(chain.at(CONTROLS).year()).isEqualTo(2025);
    }

    @Test
    void aSuspensionSplitsTheWindowsOfAPolicy() {
        Policy open = chain.policy(policy("CN-2023-GAGE")).withInForce(Window.from(CONTROLS));

        assertThat(open.without(Window.between(SUSPENDED, RESUMED.minusDays(1))).inForce())
                .isEqualTo(chain.policy(policy("CN-2023-GAGE")).inForce());
        assertThat(open.without(Window.ALWAYS).inForce()).isEmpty();
    }

    @Test
    void aCountryAndABlocOfTheSameNameAreTwoParties() {
        Policy policy = chain.policy(policy("CN-2023-GAGE")).withToward(bloc("USA"), country("USA"));

        assertThat(policy.toward()).hasSize(2);
    }

    @Test
    void everythingIsFoundByItsId() {
        assertThat(chain.material(material("gallium")).name()).isEqualTo("gallium");
        assertThat(chain.recipe(recipe("bayer")).reference()).isEqualTo(material("alumina"));
        assertThat(chain.facility(facility("akita")).country()).isEqualTo(country("JPN"));
        assertThat(chain.demand(demand("usa-optics")).application()).isEqualTo("optics");
        assertThat(chain.stock(stock("usa-ga")).holder()).isEqualTo(country("USA"));
        assertThat(chain.link(link("can-usa")).origin()).isEqualTo(country("CAN"));
        assertThat(chain.findMaterial(material("tin"))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.facility(facility("vaudreil")))
                .withMessage("Facility 'vaudreil': not in this chain. Maybe 'vaudreuil', 'akita', or add it first.");
    }

    @Test
    void whoMakesAndWhoUses() {
        assertThat(chain.linesMaking(material("bayer-liquor")))
                .extracting(InstalledLine::id)
                .containsExactly(line("vaudreuil/bayer"));
        assertThat(chain.linesUsing(material("bayer-liquor")))
                .extracting(InstalledLine::id)
                .containsExactly(line("akita/ga-circuit"), line("vaudreuil/ga-circuit"));
        assertThat(chain.linesMaking(material("bauxite"))).isEmpty();
        assertThat(chain.countries().keySet())
                .containsExactly(country("AUS"), country("CAN"), country("GBR"), country("JPN"), country("USA"));
        assertThat(chain.declaredCountries().keySet()).containsExactly(country("CAN"));
    }

    @Test
    void aTargetCoversDemands() {
        assertThat(chain.demandsOf(Target.of(material("gallium"), country("USA"))))
                .extracting(Demand::id)
                .containsExactly(demand("usa-optics"));
        assertThat(chain.demandsOf(Target.of(material("gallium"), bloc("AUKUS")).inUse("optics")))
                .extracting(Demand::id)
                .containsExactly(demand("gbr-optics"), demand("usa-optics"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.demandsOf(
                        Target.of(material("gallium"), country("USA")).inUse("lasers")))
                .withMessage("Target 'lasers in USA (gallium)': no demand matches it."
                        + " Maybe optics in GBR, or optics in USA.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.demandsOf(Target.of(material("bauxite"), country("USA"))))
                .withMessage("Target 'USA (bauxite)': no demand matches it. Maybe add a Demand for bauxite,"
                        + " or ask about what USA uses: gallium.");
    }

    @Test
    void everyAssumptionIsListed() {
        assertThat(chain.assumptions())
                .extracting(Assumption::toString)
                .containsExactly(
                        "supply of material 'bauxite' (taken as unlimited: the chain ends here)",
                        "effective capacity of line 'vaudreuil/bayer': 1,500,000 t/a"
                                + " (not published, read as the nameplate)",
                        "nameplate capacity of line 'vaudreuil/ga-circuit': unknown (announced, no figure)",
                        "rate of demand 'row-alumina': 14,000,000 t/a (world less the named)");
        assertThat(chain.statedAssumptions()).isEmpty();
    }

    @Test
    void anOutputAboveTheCapacityIsTold() {
        assertThat(told(figure(9, T_PER_A, SOURCE)))
                .contains("output of line 'smelter/melt': 10 t/a"
                        + " (above the capacity; a running line can make what it was seen to make)");
        // Up to 11 t/a: nothing contradicts 10 t/a
        assertThat(told(Figure.estimated(Spread.between(8, 11), T_PER_A, SOURCE)))
                .noneMatch(each -> each.startsWith("output"));
        assertThat(told(stated(0.1, KT_PER_A))).noneMatch(each -> each.startsWith("output")); // 100 t/a
        assertThat(told(Figure.unknown(T_PER_A, "secret"))).noneMatch(each -> each.startsWith("output"));
    }

    private static List<String> told(Figure capacity) {
        return SupplyChain.builder(2025)
                .add(Material.of("ore").asBoundary(), Material.of("metal"))
                .add(Recipe.of("melt").makes("metal").from("ore", 2))
                .add(Facility.at("smelter", country("FRA"))
                        .line(Line.of("melt", Capacity.nameplate(capacity)).output(figure(10, T_PER_A, SOURCE))))
                .build()
                .assumptions()
                .stream()
                .map(Assumption::toString)
                .toList();
    }

    @Test
    void whatIsStatedIsNotAboutFigures() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.toBuilder().assume(chain.assumptions().get(3)))
                .withMessage("Assumption about rate of demand 'row-alumina': the chain says so itself."
                        + " Maybe Figure.assumed or Material.asBoundary() instead.");
    }

    @Test
    void everySourceIsListed() {
        assertThat(chain.sources()).containsExactly(Source.ASSUMPTION, LAW, Source.STATED, SOURCE);
        Source atlas = Source.of("atlas", "An atlas");
        assertThat(chain.toBuilder()
                        .assume(new Assumption(
                                "gallium in all bauxite",
                                "read off a map",
                                Optional.of(Figure.figure(1, T_PER_A, atlas))))
                        .build()
                        .sources())
                .containsExactly(Source.ASSUMPTION, atlas, LAW, Source.STATED, SOURCE);
    }

    @Test
    void everyFigureHasAPlaceOfItsOwn() {
        List<String> places = new ArrayList<>();
        chain.forEachFigure((place, figure) -> places.add(place.toString()));

        assertThat(places)
                .doesNotHaveDuplicates()
                .containsExactly(
                        "bauxite needed by recipe 'bayer'",
                        "bayer-liquor yielded by recipe 'bayer'",
                        "bayer-liquor needed by recipe 'ga-circuit'",
                        "nameplate capacity of line 'akita/ga-circuit'",
                        "effective capacity of line 'akita/ga-circuit'",
                        "nameplate capacity of line 'vaudreuil/bayer'",
                        "output of line 'vaudreuil/bayer'",
                        "nameplate capacity of line 'vaudreuil/ga-circuit'",
                        "rate of demand 'gbr-optics'",
                        "rate of demand 'row-alumina'",
                        "rate of demand 'usa-optics'",
                        "ratio of alternative 'alumina' of demand 'usa-optics'",
                        "largest share of alternative 'alumina' of demand 'usa-optics'",
                        "amount of stock 'usa-ga'",
                        "capacity of link 'can-usa'");
    }

    @Test
    void figuresThatStayGiveAnEqualChain() {
        assertThat(chain.mapFigures((place, figure) -> figure)).isEqualTo(chain);
        assertThat(chain.toBuilder().build()).isEqualTo(chain);
        assertThat(chain.mapFigures((place, figure) -> figure.map(spread -> spread.times(2))))
                .isNotEqualTo(chain);
    }

    @Test
    void aFigureThatBecomesWrongIsRefused() {
        assertThatExceptionOfType(InvalidSupplyChainException.class)
                .isThrownBy(() -> chain.mapFigures(
                        (place, figure) -> place.kind() == FigurePlace.Kind.AMOUNT ? stated(1, ONE) : figure))
                .withMessageContaining("Stock 'usa-ga', amount: it is given in 1, not in t. Maybe give it in t.");
    }

    @Test
    void changesAreTakenInOrder() {
        Change first = before -> before.toBuilder().add(Material.of("tin")).build();
        Change second = before -> before.toBuilder().remove(material("tin")).build();

        assertThat(chain.with(first, second)).isEqualTo(chain);
        assertThat(chain.with()).isSameAs(chain);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.with(second))
                .withMessageStartingWith("Material 'tin': not in this chain. Maybe ");
    }

    @Test
    void aLambdaIsAQuestion() {
        Query<Integer> makers =
                (asked, run) -> asked.linesMaking(material("gallium")).size();
        Run cancelled = Run.here().until(() -> true);
        Query<Integer> patient = (asked, run) -> {
            run.check();
            return 1;
        };

        assertThat(chain.ask(makers)).isEqualTo(2);
        assertThat(chain.ask(patient)).isEqualTo(1);
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> chain.ask(patient, cancelled))
                .withMessage("Run: cancelled by the caller.");
    }

    @Test
    void nobodyCanChangeAChain() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> chain.materials().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> chain.lines().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> chain.facility(facility("akita")).lines().clear());
        List<Line> lines = new ArrayList<>(chain.facility(facility("vaudreuil")).lines());
        Facility copied = chain.facility(facility("vaudreuil")).withLines(lines);
        lines.clear();
        assertThat(copied.lines()).hasSize(2);
    }

    @Test
    void manyThreadsReadAndChangeOneChain() {
        assertThat(IntStream.range(0, 200)
                        .parallel()
                        .mapToObj(i -> chain.with(before ->
                                before.toBuilder().remove(stock("usa-ga")).build()))
                        .distinct())
                .hasSize(1);
        assertThat(chain).isEqualTo(chain(entities()));
    }
}
