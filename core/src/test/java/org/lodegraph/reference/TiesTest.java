package org.lodegraph.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.demand;
import static org.lodegraph.model.Ids.link;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.recipe;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodegraph.flow.Delivery;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.Country;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.LinkId;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.Exposure;
import org.lodegraph.scenario.Lose;
import org.lodegraph.scenario.Suppose;
import org.lodegraph.tables.DataFile;
import org.lodegraph.tables.StatisticsTable;

/** Steps that are fed by each other, and what must have come from elsewhere. */
class TiesTest {

    private static final Unit COBALT = Unit.T_PER_A.of(Basis.contained("Co"));

    /** Mines of 70 and 30 t, refineries of 90 and 30 t. */
    private static Dataset data(String more) {
        String table = "material,stage,country,year,statistic,value_t,basis,source\n" + """
                cobalt,mine,Congo (Kinshasa),2030,production,70,Co content,own
                cobalt,mine,Australia,2030,production,30,Co content,own
                cobalt,refinery,China,2030,production,90,Co content,own
                cobalt,refinery,Finland,2030,production,30,Co content,own
                """ + more;
        return own(table);
    }

    private static Dataset own(String table) {
        return Reference.with(
                DataFile.of("own.csv", () -> new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)))
                        .read(StatisticsTable.tidy())
                        .strict());
    }

    private static Tie tie(double low, double high) {
        return Tie.of(
                "cobalt",
                "refinery",
                "mine",
                Figure.assumed(Spread.between(low, high), Unit.ONE, Source.ASSUMPTION, "a guess for this test"));
    }

    /**
     * 120 t refined take 120 to 132 t mined. Mines give 100, so at most 32 t came from elsewhere, and nobody else wants mined
     * cobalt. Without the Congo 30 + 32 = 62 t are left, of which 62 / 1.1 = 56.4 to 62 t become metal.
     */
    @Test
    void whatMinesDoNotGiveComesFromElsewhere() {
        SupplyChain chain = data("").tying(tie(1, 1.1)).chain(2030, "cobalt");

        assertThat(chain.recipe(recipe("cobalt-refinery")).inputs()).containsOnlyKeys(material("cobalt-mine"));
        assertThat(chain.linesMaking(material("cobalt-mine")))
                .filteredOn(line -> line.country().equals(CountryId.ELSEWHERE))
                .singleElement()
                .satisfies(line -> assertThat(
                                line.line().capacity().nameplate().orElseThrow().at(Reading.CENTRAL))
                        .isCloseTo(32, within(1e-12)));
        assertThat(chain.demands().values().stream()
                        .filter(wanted -> wanted.material().equals(material("cobalt-mine")))
                        .map(wanted -> wanted.rate().range()))
                .containsExactly(Range.exactly(0, COBALT));
        Target everybody = Target.of(material("cobalt"), CountryId.REST);
        assertThat(chain.ask(Delivery.to(everybody)).unavoidable().served()).isEqualTo(Range.exactly(120, COBALT));
        Range left = chain.with(Lose.of(country("COD")))
                .ask(Delivery.to(everybody))
                .unavoidable()
                .served();
        assertThat(left.low()).isCloseTo(62 / 1.1, within(1e-6));
        assertThat(left.high()).isCloseTo(62, within(1e-6));
    }

    /** The same as a check: 120 to 132 t taken, 100 t mined. */
    @Test
    void whatDoesNotFitIsListed() {
        assertThat(data("").tying(tie(1, 1.1)).plausibility(2030, "cobalt").conflicts(Conflict.Check.STAGES))
                .extracting(Conflict::toString)
                .containsExactly(
                        "cobalt (mine), 2030: the next step takes 120 to 132, and the listed countries make 100 t/a Co content. "
                                + "The rest, 32 at most, is taken to come of scrap, stocks and whoever is not listed.");
    }

    /** Mines of 200 t and at most 132 t taken leave 68 t to others. */
    @Test
    void whatIsMinedAndNotTakenIsWantedByOthers() {
        SupplyChain chain = data("cobalt,mine,Cuba,2030,production,100,Co content,own\n")
                .tying(tie(1, 1.1))
                .chain(2030, "cobalt");

        assertThat(chain.lines().values()).extracting(InstalledLine::country).doesNotContain(CountryId.ELSEWHERE);
        assertThat(chain.demands().values().stream()
                        .filter(wanted -> wanted.material().equals(material("cobalt-mine")))
                        .map(wanted -> wanted.rate().at(Reading.CENTRAL)))
                .singleElement()
                .satisfies(rate -> assertThat(rate).isCloseTo(68, within(1e-9)));
        assertThat(data("cobalt,mine,Cuba,2030,production,100,Co content,own\n")
                        .tying(tie(1, 1.1))
                        .plausibility(2030, "cobalt")
                        .conflicts())
                .isEmpty();
    }

    @Test
    void withoutATieStepsStandSideBySide() {
        assertThat(data("").chain(2030, "cobalt")
                        .recipe(recipe("cobalt-refinery"))
                        .inputs())
                .isEmpty();
        assertThat(data("").chain(2030, "cobalt").assumptions())
                .anyMatch(assumption -> assumption.toString().contains("cobalt from step to step"));
        SupplyChain loose = Reference.embedded().untied().chain(2024, "copper");
        assertThat(loose.recipe(recipe("copper-refinery")).inputs()).isEmpty();
        assertThat(Reference.chain(2024, "copper")
                        .recipe(recipe("copper-refinery"))
                        .inputs())
                .containsOnlyKeys(material("copper-mine"));
    }

    @Test
    void aTieSaysTonsPerTon() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tie.of("cobalt", "refinery", "mine", Figure.stated(2, Unit.T_PER_A)))
                .withMessageStartingWith("Tie of 'cobalt' to 'cobalt': it needs tons per ton (seen: 2 t/a");
    }

    /** 60 + 50 t mined and 100 x 1.1 = 110 t taken: nothing came from elsewhere, however it is added up. */
    @Test
    void roundingFeedsNothing() {
        String table = "material,stage,country,year,statistic,value_t,source\n" + """
                x-ore,mine,Chile,2030,production,60,own
                x-ore,mine,Peru,2030,production,50,own
                x-ore,smelter,Chile,2030,production,70,own
                x-ore,smelter,Peru,2030,production,30,own
                """;
        SupplyChain chain = own(table)
                .tying(Tie.of(
                        "x-ore",
                        "smelter",
                        "mine",
                        Figure.assumed(Spread.between(1, 1.1), Unit.ONE, Source.ASSUMPTION, "a guess")))
                .chain(2030, "x-ore");

        assertThat(chain.lines().values()).extracting(InstalledLine::country).doesNotContain(CountryId.ELSEWHERE);
    }

    /** Mined in 2030 and refined in 2028: side by side. */
    @Test
    void tablesOfDifferentYearsAreNotTied() {
        String table = "material,stage,country,year,statistic,value_t,source\n" + """
                x-ore,mine,Chile,2030,production,60,own
                x-ore,smelter,Chile,2028,production,70,own
                """;
        SupplyChain chain = own(table)
                .tying(Tie.of("x-ore", "smelter", "mine", Figure.stated(1, Unit.ONE)))
                .chain(2030, "x-ore");

        assertThat(chain.recipe(recipe("x-ore-smelter")).inputs()).isEmpty();
        assertThat(chain.assumptions())
                .anyMatch(assumption -> assumption.toString().contains("x-ore from step to step"));
    }

    /** Reported use of bauxite counts what the alumina plants take: it is no second demand beside theirs. */
    @Test
    void useIsCountedOnce() {
        assertThat(Reference.chain(2024, "bauxite").demands()).containsKey(demand("usa-bauxite"));
        assertThat(Reference.chain(2024, "bauxite", "alumina").demands()).doesNotContainKey(demand("usa-bauxite"));
    }

    /** What recipes need may be a range only; every other figure that is assumed can be taken out. */
    @Test
    void everyAssumptionAboutAFigureCanBeSwitched() {
        SupplyChain chain = Reference.chain(2025, "copper");
        List<Assumption> figures = chain.assumptions().stream()
                .filter(each -> each.subject() instanceof FigurePlace place
                        && !place.kind().isCoefficient())
                .toList();

        assertThat(figures).hasSizeGreaterThan(100);
        for (Assumption each : figures) {
            assertThat(chain.with(Suppose.unknown(each))).isNotEqualTo(chain);
        }
    }

    @Test
    void aTieThatMeetsNoTableIsRefused() {
        Figure one = Figure.stated(1, Unit.ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data("").tying(Tie.of("cobalt", "refinery", "mining", one)))
                .withMessage("Tie of 'cobalt': there is no table of mining. Maybe one of mine, refinery.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data("").tying(Tie.of("kobalt", "refinery", "mine", one)))
                .withMessageStartingWith("Material 'kobalt': there is no chain for it. Maybe one of ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data("").tying(
                                Tie.of("cobalt", "refinery", "mine", one), Tie.of("cobalt", "mine", "refinery", one)))
                .withMessage(
                        "Tie of 'cobalt' at 'mine' to 'cobalt' at 'refinery': with the other ties, it is made of itself. Maybe turn it round.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reference.choosing(Choice.of("a slip", "usgs2025")))
                .withMessageStartingWith("Choice 'a slip': no table is from 'usgs2025'. Maybe one of ");
    }

    /**
     * Other countries of the table made 20 t, in a line that never runs. 120 to 132 t were taken and 120 t made by all, so 0 to 12
     * t came from elsewhere; the feed can be 32 t, since it stands in for those 20 t too.
     */
    @Test
    void otherCountriesAreCountedOnce() {
        SupplyChain chain = data("cobalt,mine,Other countries,2030,production,20,Co content,own\n")
                .tying(tie(1, 1.1))
                .chain(2030, "cobalt");

        assertThat(chain.linesMaking(material("cobalt-mine")))
                .filteredOn(line -> line.country().equals(CountryId.ELSEWHERE))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.line().capacity().nameplate().orElseThrow().at(Reading.HIGH))
                            .isCloseTo(32, within(1e-9));
                    assertThat(line.line().output().orElseThrow().at(Reading.LOW))
                            .isZero();
                    assertThat(line.line().output().orElseThrow().at(Reading.HIGH))
                            .isCloseTo(12, within(1e-9));
                });
    }

    /** The ban of 2025 on all cobalt holds what the Congo mines, also where a chain refines it. */
    @Test
    void aBanOnAllCobaltHoldsWhatIsMined() {
        SupplyChain chain = data("").tying(tie(1, 1.1))
                .chain(2030, "cobalt")
                .at(LocalDate.of(2025, 3, 1))
                .with(Reference.controls("CD-2025-CO-BAN"));

        assertThat(chain.policiesInForce())
                .singleElement()
                .satisfies(
                        policy -> assertThat(policy.materials()).contains(material("cobalt-mine"), material("cobalt")));
    }

    /**
     * Natural graphite of 2024: the United States used 65,200 t of all that the listed countries made; the shares of their
     * imports of 73,900 t are China 46 %, Canada and Mozambique 13 %, Mexico 12 %. What is left is everybody else's.
     */
    @Test
    void theUnitedStatesUseWhatTheirStatisticsSay() {
        SupplyChain chain = Reference.chain(2024, "graphite-natural");
        double made = chain.linesMaking(material("graphite-natural")).stream()
                .filter(line -> !line.country().equals(CountryId.NOWHERE))
                .mapToDouble(line -> line.line().output().orElseThrow().at(Reading.CENTRAL))
                .sum();

        assertThat(chain.demand(demand("usa-graphite-natural")).rate().range())
                .isEqualTo(Range.exactly(65_200, Unit.T_PER_A));
        assertThat(chain.link(link("graphite-natural-chn-usa"))
                        .observed()
                        .orElseThrow()
                        .at(Reading.CENTRAL))
                .isCloseTo(0.46 * 73_900, within(1e-6));
        assertThat(chain.links()).hasSize(4);
        assertThat(chain.demands().values().stream()
                        .mapToDouble(wanted -> wanted.rate().at(Reading.CENTRAL))
                        .sum())
                .isCloseTo(made, within(1e-6));
    }

    /** The United States refined 955 t of silver from scrap in 2024, which is in no table of mines. */
    @Test
    void scrapThatIsInNoTableIsALineOfItsOwn() {
        assertThat(Reference.chain(2024, "silver").linesMaking(material("silver")))
                .filteredOn(line -> line.line().recipes().contains(recipe("silver-recycling")))
                .singleElement()
                .satisfies(line -> assertThat(line.line().output().orElseThrow().at(Reading.CENTRAL))
                        .isEqualTo(955));
    }

    /** What is withheld is not zero: there is no demand, and the chain says why. */
    @Test
    void whatIsWithheldIsListed() {
        SupplyChain chain = Reference.chain(2024, "lithium");

        assertThat(chain.demands().keySet()).doesNotContain(demand("usa-lithium"));
        assertThat(chain.assumptions())
                .anyMatch(assumption ->
                        assumption.toString().contains("lithium used in the United States (not published for 2024)"));
    }

    /** All of the data set in one chain: what is wanted of world tables can be had, and alumina takes its bauxite from mines. */
    @ParameterizedTest
    @ValueSource(ints = {2022, 2023, 2024, 2025})
    void everythingFitsIntoOneChain(int year) {
        List<String> all = List.copyOf(Reference.materials());
        SupplyChain chain = Reference.chain(year, all.toArray(String[]::new));

        assertThat(chain.lines()).hasSizeGreaterThan(500);
        assertThat(chain.material(material("bauxite")).boundary()).isFalse();
        assertThat(chain.countries().values()).extracting(Country::name).contains("unknown origin");
        for (String each : List.of("bauxite", "copper", "nickel", "silver", "vanadium", "palladium")) {
            for (Demand wanted : chain.demandsFor(material(each))) {
                assertThat(chain.ask(Delivery.to(Target.of(wanted.material(), wanted.consumer())))
                                .unavoidable()
                                .share())
                        .as("%s of %s", wanted.id(), year)
                        .isEqualTo(Range.exactly(1, Unit.SHARE));
            }
        }
    }

    /**
     * Of copper 1.7 Mt came and 0.85 Mt were made at home, 2.55 Mt, and 1.7 Mt were used: two thirds of each if of all alike,
     * else up to all of it. Of tin what came and what was made fits.
     */
    @Test
    void whatIsMadeAtHomeBesideImportsThatCoverAllIsTold() {
        SupplyChain copper = Reference.chain(2025, "copper");
        assertThat(copper.assumptions())
                .extracting(Assumption::toString)
                .anyMatch(text -> text.contains(
                                "imports of 1,700,000 and 850,000 made at home are more than the 1,700,000 t/a Cu content used")
                        && text.contains("from 66.7 % to all of each is taken to be used there"));
        Figure home = copper.links().get(link("copper-usa-usa")).observed().orElseThrow();
        assertThat(home.at(Reading.LOW)).isCloseTo(850_000 / 1.5, within(1e-6));
        assertThat(home.at(Reading.HIGH)).isEqualTo(850_000);
        Figure chile = copper.links().get(link("copper-chl-usa")).observed().orElseThrow();
        assertThat(chile.at(Reading.LOW)).isCloseTo(0.68 * 1_700_000 / 1.5, within(1e-6));
        assertThat(chile.at(Reading.HIGH)).isEqualTo(0.68 * 1_700_000);
        assertThat(Reference.chain(2025, "tin").assumptions())
                .extracting(Assumption::toString)
                .noneMatch(text -> text.contains("more than the"));
    }

    /** 955 t of silver are won of scrap; mines of the United States withhold theirs, which is not nothing: nobody says how much is used at home. */
    @Test
    void whatIsWithheldAtHomeIsNotNothing() {
        LinkId home = link("silver-usa-usa");

        assertThat(silver("1050").link(home).observed().orElseThrow().at(Reading.HIGH))
                .isEqualTo(1050 + 955);
        assertThat(silver("W").links()).doesNotContainKey(home);
    }

    private static SupplyChain silver(String mined) {
        String table = "material,stage,country,year,statistic,value_t,basis,source\n" + """
                silver,mine,Mexico,2024,production,6000,Ag content,own
                silver,mine,United States,2024,production,%s,Ag content,own
                """.formatted(mined);
        return own(table).chain(2024, "silver");
    }

    /** Lanes carry 97 % of the imports: at the ends 850 / (850 + 0.97 x 1,133) and 567 / (567 + 0.97 x 1,700) are American. */
    @Test
    void makersAtHomeHaveTheirPartOfWhatIsUsed() {
        Range refined =
                Reference.chain(2025, "copper")
                        .ask(Exposure.of(Target.of(material("copper"), country("USA"))))
                        .rows()
                        .stream()
                        .filter(row -> row.group().equals("USA refining"))
                        .map(Exposure.Exposed::share)
                        .findFirst()
                        .orElseThrow();

        assertThat(refined.low()).isCloseTo(1700 / 3.0 / (1700 / 3.0 + 0.97 * 1700), within(1e-6));
        assertThat(refined.high()).isCloseTo(850 / (850 + 0.97 * 1700 * 2 / 3), within(1e-6));
    }
}
