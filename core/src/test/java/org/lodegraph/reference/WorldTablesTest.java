package org.lodegraph.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.recipe;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.flow.Delivery;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Line;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.Concentration;
import org.lodegraph.query.Overview;
import org.lodegraph.render.Render;
import org.lodegraph.tables.DataFile;
import org.lodegraph.tables.Statistic;
import org.lodegraph.tables.StatisticsTable;

/** Chains of nothing but world tables. */
class WorldTablesTest {

    /**
     * Graphite of 2025. Each country that made some has a line at its output, which is all that is known of its
     * capacity; what lies in the ground is a stock.
     */
    @Test
    void eachCountryOfATableIsALine() {
        SupplyChain chain = Reference.chain(2025, "graphite-natural");
        Series table = Series.nearest(
                Reference.statistics(), "graphite-natural", "mine", "", Statistic.Kind.PRODUCTION, 2025, Choice.NEWEST);

        assertThat(chain.lines()).hasSize((int) table.rows().stream()
                .filter(row -> !row.country().equals(Statistic.WORLD) && Series.isPositive(row))
                .count());
        assertThat(chain.linesMaking(material("graphite-natural")))
                .filteredOn(line -> line.country().equals(country("CHN")))
                .extracting(line -> line.line().output().orElseThrow())
                .containsExactly(table.find(country("CHN")).orElseThrow().figure());
        assertThat(chain.stocks().keySet()).anyMatch(id -> id.value().equals("graphite-natural-reserves-chn"));
        assertThat(chain.ask(Concentration.of(material("graphite-natural"), Stage.EXTRACTION))
                        .hhi()
                        .low())
                .isGreaterThan(0.25);
    }

    /**
     * A material that the library has never heard of: Congo 220, Indonesia 40, others 40 of 300 t. Shares 73.3 and 13.3 %, and
     * 13.3 % that are nowhere.
     */
    @Test
    void aTableOfOnesOwnAnswersTheSameQueries() {
        Dataset data = Reference.with(DataFile.of("cobalt.csv", bytes("""
                                        Country;Material;Stage;Year;Statistic;Value_t;Basis;Source
                                        Congo (Kinshasa);cobalt;mine;2026;production;220;Co content;own count
                                        Indonesia;cobalt;mine;2026;production;e40;Co content;own count
                                        Other countries;cobalt;mine;2026;production;40;Co content;own count
                                        World total (rounded);cobalt;mine;2026;production;300;Co content;own count
                                        """))
                .read(StatisticsTable.tidy())
                .strict());

        SupplyChain chain = data.chain(2026, "cobalt");
        assertThat(data.materials()).contains("cobalt", "copper");
        assertThat(data.plausibility(2026, "cobalt").conflicts()).isEmpty();
        assertThat(chain.countries().get(country("COD")).name()).isEqualTo("DR Congo");
        assertThat(chain.sources()).extracting(Source::title).contains("own count");
        // (220/300)^2 + (40/300)^2 = 0.5556 without the others; with them as one, 0.5733.
        Range hhi = chain.ask(Concentration.of(material("cobalt"), Stage.EXTRACTION))
                .hhi();
        assertThat(hhi.low()).isCloseTo(0.5556, within(1e-4));
        assertThat(hhi.high()).isCloseTo(0.5733, within(1e-4));
        assertThat(chain.ask(Delivery.to(Target.of(material("cobalt"), CountryId.REST)))
                        .unavoidable()
                        .share())
                .isEqualTo(Range.exactly(1, Unit.SHARE));
    }

    /** The caller's own table of a material that is there already is taken before the embedded one. */
    @Test
    void aTableOfOnesOwnComesFirst() {
        Dataset data = Reference.with(
                DataFile.of("tin.csv", bytes("""
                                        material,stage,country,year,statistic,value_t,basis,source
                                        tin,mine,Peru,2025,production,7,Sn content,own count
                                        """)).read(StatisticsTable.tidy()).strict());

        assertThat(data.chain(2025, "tin").lines()).hasSize(1);
        assertThat(data.chain(2024, "tin").lines()).hasSizeGreaterThan(1);
    }

    private static Supplier<InputStream> bytes(String text) {
        return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Manganese is mined and smelted to alloys on other bases: tables that nothing allows to tie. */
    @Test
    void stepsStandSideBySideAndSaySo() {
        SupplyChain chain = Reference.chain(2024, "manganese");

        assertThat(chain.materials().keySet())
                .extracting(MaterialId::value)
                .contains("manganese-mine", "manganese-ferromanganese", "manganese-silicomanganese");
        assertThat(chain.recipe(recipe("manganese-ferromanganese-smelter")).inputs())
                .isEmpty();
        assertThat(chain.assumptions())
                .anyMatch(assumption -> assumption.toString().contains("manganese from step to step"));
    }

    static List<String> materials() {
        return List.copyOf(Reference.materials());
    }

    /** Every material of the data set gives a chain of every year, in which what is wanted arrives as it was made. */
    @ParameterizedTest
    @MethodSource("materials")
    void everyMaterialAnswersQueries(String name) {
        IntStream.rangeClosed(2022, Reference.LAST_YEAR).forEach(year -> {
            SupplyChain chain = Reference.chain(year, name);
            assertThat(chain.lines()).as("%s of %s", name, year).isNotEmpty();
            for (Demand demand : onlyTables(name) ? List.copyOf(chain.demands().values()) : List.<Demand>of()) {
                Delivery.Answer answer = chain.ask(Delivery.to(Target.of(demand.material(), CountryId.REST)));
                assertThat(answer.unavoidable().share())
                        .as("%s of %s", demand.material(), year)
                        .isEqualTo(Range.exactly(1, Unit.SHARE));
            }
        });
    }

    /** Of the others more is known, and what is wanted of them may not be had. */
    private static boolean onlyTables(String name) {
        return !List.of("gallium", "germanium", "rare-earths", "ndfeb-magnets", "alumina", "aluminum", "zinc")
                .contains(name);
    }

    @Test
    void namesWhatThereIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reference.chain(2025, "unobtainium"))
                .withMessageStartingWith(
                        "Material 'unobtainium': there is no chain for it. Maybe one of alumina, aluminum, ");
        assertThat(Reference.materials())
                .contains("copper", "lithium", "nickel", "gallium", "ndfeb-magnets")
                .hasSizeGreaterThan(35);
    }

    /**
     * The United States withhold their lithium: that is no zero. There is a line of any size, so Australia's share, 92,000 of
     * 289,000 t of all others in 2025, is a range from nothing.
     */
    @Test
    void whatIsNotPublishedIsAnything() {
        SupplyChain chain = Reference.chain(2025, "lithium");

        assertThat(chain.linesMaking(material("lithium")))
                .filteredOn(line -> line.country().equals(country("USA")))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.line().output().orElseThrow().isKnown()).isFalse());
        Range share = chain.ask(Concentration.of(material("lithium"), Stage.EXTRACTION))
                .share(country("AUS"));
        assertThat(share.low()).isZero();
        assertThat(share.high()).isGreaterThan(0.3);
        assertThat(chain.assumptions())
                .anyMatch(assumption -> assumption.toString().contains("output of line 'usa/lithium-mine'")
                        && assumption.toString().contains("withheld"));
    }

    /** One's own 100,000 and 5,000 t beside more than 150,000 t and what is withheld: nobody can say who is first. */
    @Test
    void aBoundIsNoZeroEither() {
        SupplyChain chain = Reference.with(DataFile.of("own.csv", bytes("""
                                        material;stage;country;year;statistic;value_t;source
                                        cobalt;refinery;China;2030;production;100000;own
                                        cobalt;refinery;Japan;2030;production;5000;own
                                        cobalt;refinery;COD;2030;production;>150000;own
                                        cobalt;refinery;Finland;2030;production;W;own
                                        cobalt;refinery;Finland;2030;capacity;90000;own
                                        """))
                        .read(StatisticsTable.tidy())
                        .strict())
                .chain(2030, "cobalt");

        Concentration.Answer answer = chain.ask(Concentration.of(material("cobalt")));
        assertThat(answer.share(country("CHN")).low()).isZero();
        assertThat(answer.share(country("COD")).high()).isEqualTo(1);
        assertThat(chain.linesMaking(material("cobalt")))
                .filteredOn(line -> line.country().equals(country("FIN")))
                .singleElement()
                .satisfies(line -> assertThat(line.line().status()).isEqualTo(Line.Status.RUNNING));
    }

    /** A table of which nobody publishes a number is a step all the same. */
    @Test
    void aStepOfUnknownsDoesNotVanish() {
        SupplyChain chain = Reference.with(DataFile.of("own.csv", bytes("""
                                        material;stage;country;year;statistic;value_t;source
                                        indium;refinery;China;2030;production;W;own
                                        indium;refinery;Korea, South;2030;production;NA;own
                                        """))
                        .read(StatisticsTable.tidy())
                        .strict())
                .chain(2030, "indium");

        assertThat(chain.linesMaking(material("indium"))).hasSize(2);
        assertThat(chain.assumptions()).hasSizeGreaterThanOrEqualTo(2);
    }

    /** Who is only in the table of capacity has an idle line: nothing is lost. */
    @Test
    void aCapacityWithoutARowOfOutputIsAnIdleLine() {
        SupplyChain chain = Reference.with(DataFile.of("own.csv", bytes("""
                                        material;stage;country;year;statistic;value_t;source
                                        indium;refinery;China;2030;production;7;own
                                        indium;refinery;Japan;2030;capacity;5;own
                                        """))
                        .read(StatisticsTable.tidy())
                        .strict())
                .chain(2030, "indium");

        assertThat(chain.linesMaking(material("indium")))
                .filteredOn(line -> line.country().equals(country("JPN")))
                .singleElement()
                .satisfies(line -> assertThat(line.line().status()).isEqualTo(Line.Status.IDLE));
    }

    /** Silver by weight of ore beside statistics of silver content: no demand and no lane, and the chain says why. */
    @Test
    void statisticsOnAnotherBasisAreLeftOut() {
        SupplyChain chain = Reference.with(DataFile.of("own.csv", bytes("""
                                        material;stage;country;year;statistic;value_t;basis;source
                                        silver;mine;Mexico;2024;production;1000000;gross weight;own
                                        """))
                        .read(StatisticsTable.tidy())
                        .strict())
                .chain(2024, "silver");

        assertThat(chain.links()).isEmpty();
        assertThat(chain.demands()).hasSize(1);
        assertThat(chain.statedAssumptions())
                .extracting(Object::toString)
                .containsExactly(
                        "silver used in and shipped to the United States (their statistics are not in t/a, so there is no demand and no lane)",
                        "silver, mine, production (a table of 1 row that was given stands instead of the embedded ones; 28 rows of theirs not taken: mine, ARG, 800 t/a Ag content (usgs-mcs2025); mine, AUS, 1,000 t/a Ag content (usgs-mcs2025); mine, BOL, 1,300 t/a Ag content (usgs-mcs2025); mine, CAN, 300 t/a Ag content (usgs-mcs2025); mine, CHL, 1,200 t/a Ag content (usgs-mcs2025); and 23 more)");
    }

    /** Nothing but zeros: no chain to speak of, and it says so. */
    @Test
    void aTableOfZerosSaysThatNothingIsMade() {
        SupplyChain chain = Reference.with(DataFile.of("own.csv", bytes("""
                                        material;stage;country;year;statistic;value_t;source
                                        indium;refinery;China;2030;production;0;own
                                        """))
                        .read(StatisticsTable.tidy())
                        .strict())
                .chain(2030, "indium");

        assertThat(chain.lines()).isEmpty();
        assertThat(chain.statedAssumptions())
                .extracting(Object::toString)
                .containsExactly("indium (no step is in the chain: by its tables nothing is made)");
    }

    /** Imported ash of vanadium becomes what the United States make of ash: it is no lane of its own beside that. */
    @Test
    void whatIsMadeOfImportsIsNotImportedToo() {
        assertThat(Catalog.embedded().usGoods())
                .filteredOn(goods -> goods.material().equals(material("vanadium")))
                .singleElement()
                .satisfies(goods -> assertThat(goods.imports()).noneMatch(label -> label.contains("Ash")));
    }

    /** What is said twice counts once; what is said differently is refused. */
    @Test
    void whatIsThereTwiceCountsOnce() {
        List<Statistic> all = Reference.statistics();
        assertThat(Reference.with(all).chain(2025, "tin")).isEqualTo(Reference.chain(2025, "tin"));

        Statistic first = all.get(0);
        Statistic other = first.saying(
                Figure.figure(1, first.figure().unit(), first.figure().source()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reference.with(List.of(first, other)))
                .withMessageMatching(
                        "Statistic 'alumina, .*': it is there twice \\(seen: .*\\)\\. Maybe take one out.*");
    }

    /** A total alone is no table: the mines of copper stay. */
    @Test
    void aTotalAloneReplacesNothing() {
        Dataset data = Reference.with(
                DataFile.of("own.csv", bytes("""
                                        material;stage;country;year;statistic;value_t;basis;source
                                        copper;mine;World;2025;production;23100000;Cu content;own
                                        """)).read(StatisticsTable.tidy()).strict());

        assertThat(data.chain(2025, "copper").linesMaking(material("copper-mine")))
                .hasSameSizeAs(Reference.chain(2025, "copper").linesMaking(material("copper-mine")));
    }

    @Test
    void theOrderOfMaterialsIsNothing() {
        assertThat(Reference.chain(2025, "zinc", "copper")).isEqualTo(Reference.chain(2025, "copper", "zinc"));
    }

    @Test
    void aYearWithoutUsStatisticsSaysWhichThereAre() {
        Dataset data = Reference.with(
                DataFile.of("own.csv", bytes("""
                                        material;stage;country;year;statistic;value_t;basis;source
                                        gallium;primary-refinery;China;2026;production;800;Ga content;own
                                        """)).read(StatisticsTable.tidy()).strict());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> data.chain(2026, "gallium"))
                .withMessage(
                        "US statistic 'gallium, Consumption, reported, 2026': not in the reference data. Maybe a year from 2021 to 2025.");
    }

    /** The table of 2023 is the last of refined nickel that was read: all that is shown for 2025 is of 2023. */
    @Test
    void figuresThatStandInCarryTheirOwnYear() {
        SupplyChain chain = Reference.chain(2025, "nickel");
        Concentration.Answer answer = chain.ask(Concentration.of(material("nickel")));

        assertThat(answer.year()).isEqualTo(2025);
        assertThat(answer.years()).containsExactly(2023);
        assertThat(Render.text(answer)).contains("2023, read on 2025-12-31", "Ni content · 2023 ·");
        assertThat(chain.ask(Overview.of()).years()).contains(2023, 2025);
    }
}
