package org.lodegraph.reference;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.model.MaterialId;
import org.lodegraph.tables.Statistic;

/** What is embedded is cited, may be embedded, and adds up. */
class ReferenceDataTest {

    private static final ImmutableMap<String, Table> TABLES = Catalog.tables();

    static Stream<Row> rows() {
        return TABLES.values().stream()
                .filter(table -> !table.name().equals("sources.csv"))
                .flatMap(table -> table.rows().stream());
    }

    static Stream<String> files() {
        return TABLES.keySet().stream().filter(name -> !name.equals("sources.csv"));
    }

    static Stream<String> sourceIds() {
        return TABLES.get("sources.csv").rows().stream().map(row -> row.text("id"));
    }

    static Stream<String> parameterIds() {
        return Stream.of("processes.csv", "assumptions.csv")
                .flatMap(file -> TABLES.get(file).rows().stream())
                .flatMap(row -> row.find("id").stream());
    }

    @Test
    void everyRowSaysWhoWhereAndHow() {
        assertThat(rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThatCode(() -> {
                            row.text("source");
                            row.text("locator");
                            row.text("status");
                            row.text("basis");
                        })
                        .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("sourceIds")
    void noSourceCanBeRemoved(String id) {
        var without =
                with(TABLES.get("sources.csv").without(row -> row.text("id").equals(id)));

        assertThatThrownBy(() -> Catalog.of(without))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Reference data: ")
                .hasMessageContaining("column source: '%s' is not in sources.csv. Maybe add the source.", id);
    }

    @ParameterizedTest
    @MethodSource("files")
    void noCitationCanBeRemoved(String file) {
        var table = TABLES.get(file);
        var last = table.rows().get(table.rows().size() - 1);
        var cells = new LinkedHashMap<>(last.cells());
        cells.put("locator", "");
        var uncited = new Table(
                file,
                table.columns(),
                Stream.concat(
                                table.rows().stream().filter(row -> row != last),
                                Stream.of(new Row(file, last.line(), cells)))
                        .toList());

        assertThatThrownBy(() -> Catalog.of(with(uncited)))
                .hasMessage("Reference data: 1 problem.\n  - %s, line %s, column locator: it is blank. "
                                .formatted(file, last.line())
                        + "Maybe fill it in, or take the row out.");
    }

    @Test
    void noTableCanBeRemoved() {
        var without = new LinkedHashMap<>(TABLES);
        without.remove("facts.csv");

        assertThatThrownBy(() -> Catalog.of(without))
                .hasMessage("Reference data: 1 problem.\n  - facts.csv: it is missing. Maybe put it back.");
    }

    /** These are figures that no chain uses; they are kept to compare with, or for questions about scrap. */
    private static final List<String> UNUSED = List.of(
            "alumina-per-aluminum",
            "gallium-from-liquor-solvent",
            "gallium-from-bauxite-50ppm",
            "gallium-in-products",
            "gallium-growth-past",
            "gallium-life-chips",
            "gallium-life-leds",
            "gallium-life-magnets",
            "gallium-life-panels",
            "germanium-from-ash",
            "germanium-cemented",
            "germanium-refined",
            "metal-capacity-chn",
            "metal-capacity-vnm",
            "metal-capacity-tha",
            "metal-capacity-jpn",
            "metal-capacity-gbr",
            "metal-capacity-est");

    @ParameterizedTest
    @MethodSource("parameterIds")
    void noAssumptionCanBeRemoved(String id) {
        var tables = new LinkedHashMap<>(TABLES);
        for (var file : List.of("processes.csv", "assumptions.csv")) {
            tables.put(file, TABLES.get(file).without(row -> row.find("id").equals(Optional.of(id))));
        }
        var catalog = Catalog.of(tables);

        if (UNUSED.contains(id)) {
            assertThatCode(() -> everything(catalog)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> everything(catalog))
                    .hasMessageStartingWith("Parameter '%s': not in the reference data.", id);
        }
    }

    private static void everything(Catalog catalog) {
        new Dataset(catalog)
                .draft(2025, "gallium", "germanium", "ndfeb-magnets", "aluminum", "zinc")
                .build();
    }

    @Test
    void sourcesMayBeEmbedded() {
        assertThat(Reference.sources())
                .allSatisfy(source -> assertThat(source.licence()).isNotBlank())
                .filteredOn(source -> source.id().equals("bgs-wms"))
                .singleElement()
                .extracting(Source::acknowledgement)
                .isEqualTo("Contains British Geological Survey materials (c) UKRI");
    }

    @Test
    void tablesComeFromThoseWhoseLicenceAllowsIt() {
        assertThat(sourcesOf("statistics.csv")).containsExactly("bgs-wms", "usgs-mcs2025", "usgs-mcs2026");
        assertThat(sourcesOf("us-statistics.csv")).containsExactly("usgs-mcs2020", "usgs-mcs2021", "usgs-mcs2026");
        assertThat(sourcesOf("import-sources.csv")).containsExactly("usgs-mcs2026");
        assertThat(sourcesOf("end-uses.csv"))
                .containsExactly("melcher-buchholz-2012", "usgs-mcs2019", "usgs-mcs2021", "usgs-mcs2026");
        assertThat(sourcesOf("substitutes.csv")).containsExactly("usgs-mcs2026");
        assertThat(sourcesOf("governance.csv")).containsExactly("wb-wgi-2023");
    }

    @Test
    void nothingForbiddenIsThere() {
        var forbidden = List.of(
                "iea-",
                "comtrade",
                "fastmarkets",
                "benchmark",
                "placeholder",
                "unconfirmed",
                "f-re-baotou",
                "f-re-creg",
                "f-ge-ppm",
                "f-re-silmet",
                "f-al-nalco",
                "f-ge-wulantuga",
                "f-ga-clarksville",
                "f-re-kuantan-hre");

        for (var row :
                TABLES.values().stream().flatMap(table -> table.rows().stream()).toList()) {
            for (var cell : row.cells().values()) {
                assertThat(cell.toLowerCase(Locale.ROOT)).doesNotContain(forbidden);
            }
        }
    }

    @Test
    void plantsHaveGoodEvidence() {
        assertThat(TABLES.get("facilities.csv").rows())
                .extracting(row -> row.text("grade"))
                .containsOnly("A", "B");
    }

    /** Where no source was seen, the number is ours, which every answer that uses it lists. */
    @Test
    void whatNobodyPublishedIsAssumed() {
        assertThat(rows().filter(row ->
                        row.find("grade").equals(Optional.of("C")) && row.file().equals("processes.csv")))
                .hasSize(82)
                .allSatisfy(row -> assertThat(row.text("status")).isEqualTo("assumed"));
        assertThat(rows().filter(row -> row.text("status").equals("assumed"))).allSatisfy(row -> {
            assertThat(row.text("source")).isEqualTo("assumption");
            assertThat(row.text("note")).isNotBlank();
        });
        assertThat(rows().filter(row -> row.text("source").equals("assumption")))
                .allSatisfy(row -> assertThat(row.text("status")).isIn("assumed", "not-available"));
    }

    @Test
    void anAssumptionIsARange() {
        assertThat(rows().filter(row -> row.text("status").equals("assumed"))
                        .filter(row -> !List.of("companion-links.csv", "ree-distribution.csv")
                                .contains(row.file())))
                .hasSizeGreaterThanOrEqualTo(82 + 37 + 34)
                .allSatisfy(row -> assertThat(row.number("low").orElseThrow())
                        .isLessThan(row.number("high").orElseThrow()));
    }

    @Test
    void yearsAre2021To2025() {
        assertThat(Reference.statistics()).extracting(Statistic::year).allMatch(year -> year >= 2021 && year <= 2025);
        assertThat(Reference.usStatistics()).extracting(UsStatistic::year).contains(2021, 2025);
    }

    private static final String NO_ROW = "what is left is published without a number, or within the total only";
    private static final String TOTAL_ONLY = "only the total is published";
    private static final String UNSAID = "the publisher gives no reason";

    /** Every table whose rows miss its total by more than the rounding of that, and why. */
    private static final Map<String, String> MISSED = Map.ofEntries(
            Map.entry("chromium, reserve (Cr2O3 content), RESERVES, 2025, usgs-mcs2026", NO_ROW),
            Map.entry("chromium, reserve (ore), RESERVES, 2024, usgs-mcs2026", NO_ROW),
            Map.entry("graphite-natural, reserve, RESERVES, 2024, usgs-mcs2025", UNSAID),
            Map.entry("graphite-natural, reserve, RESERVES, 2025, usgs-mcs2026", NO_ROW),
            Map.entry("lithium, mine, PRODUCTION, 2024, usgs-mcs2026", UNSAID),
            Map.entry("lithium, reserve, RESERVES, 2025, usgs-mcs2026", UNSAID),
            Map.entry("manganese, reserve, RESERVES, 2025, usgs-mcs2026", UNSAID),
            Map.entry("niobium, mine, PRODUCTION, 2024, usgs-mcs2026", UNSAID),
            Map.entry("niobium, reserve, RESERVES, 2024, usgs-mcs2025", UNSAID),
            Map.entry("scandium, refinery (scandium oxide), CAPACITY, 2025, usgs-mcs2026", TOTAL_ONLY),
            Map.entry("scandium, refinery (scandium oxide), PRODUCTION, 2025, usgs-mcs2026", TOTAL_ONLY),
            Map.entry("selenium, refinery, PRODUCTION, 2023, usgs-mcs2025", UNSAID),
            Map.entry("tellurium, refinery, PRODUCTION, 2024, usgs-mcs2026", NO_ROW),
            Map.entry("tin, mine, PRODUCTION, 2024, usgs-mcs2026", UNSAID),
            Map.entry("titanium-dioxide-pigment, chemical (TiO2 pigment), CAPACITY, 2024, usgs-mcs2025", UNSAID),
            Map.entry("titanium-minerals, mine (ilmenite and rutile), PRODUCTION, 2023, usgs-mcs2025", TOTAL_ONLY),
            Map.entry("titanium-minerals, mine (ilmenite and rutile), PRODUCTION, 2024, usgs-mcs2025", TOTAL_ONLY),
            Map.entry("titanium-minerals, mine (ilmenite and rutile), PRODUCTION, 2024, usgs-mcs2026", TOTAL_ONLY),
            Map.entry("titanium-minerals, mine (ilmenite and rutile), PRODUCTION, 2025, usgs-mcs2026", TOTAL_ONLY),
            Map.entry("titanium-minerals, reserve (ilmenite and rutile), RESERVES, 2024, usgs-mcs2025", TOTAL_ONLY),
            Map.entry("titanium-minerals, reserve (ilmenite and rutile), RESERVES, 2025, usgs-mcs2026", TOTAL_ONLY),
            Map.entry("zirconium, reserve, RESERVES, 2025, usgs-mcs2026", UNSAID));

    @Test
    void rowsAddUpToThePublishedTotals() {
        var tables = new LinkedHashMap<String, List<Statistic>>();
        for (var row : Reference.statistics()) {
            var key = "%s, %s%s, %s, %s, %s"
                    .formatted(
                            row.material(),
                            row.stage(),
                            row.form().isEmpty() ? "" : " (" + row.form() + ")",
                            row.kind(),
                            row.year(),
                            row.figure().source().id());
            tables.merge(
                    key,
                    List.of(row),
                    (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
        }

        assertThat(tables).hasSizeGreaterThan(300);
        assertThat(tables.entrySet().stream()
                        .filter(table ->
                                new Series(2025, table.getValue()).mismatch().isPresent())
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(MISSED.keySet());
        // No table mixes bases.
        tables.forEach((key, rows) -> assertThat(rows)
                .as(key)
                .extracting(row -> row.figure().unit().basis())
                .containsOnly(rows.get(0).figure().unit().basis()));
        // What is said to be published without a number is.
        MISSED.forEach((key, why) -> {
            if (why.equals(NO_ROW)) {
                assertThat(tables.get(key))
                        .as(key)
                        .anyMatch(row -> !row.figure().isKnown());
            } else if (why.equals(TOTAL_ONLY)) {
                assertThat(tables.get(key)).as(key).noneMatch(Statistic::hasPlace);
            }
        });
    }

    @Test
    void aTotalThatDoesNotFitIsAConflict() {
        var changed = TABLES.get("statistics.csv")
                .without(row -> row.text("material").equals("zinc")
                        && row.text("country").equals("CHN"));

        // 12,540,000 less 4,100,000 of China
        assertThat(new Dataset(Catalog.of(with(changed))).draft(2025, "zinc").conflicts())
                .extracting(Conflict::toString)
                .contains(
                        "zinc, production, 2025: the rows add up to 8,440,000, the published total is 13,000,000. The rows are taken.");
        assertThat(Reference.plausibility(2025, "zinc").conflicts()).isEmpty();
    }

    @Test
    void missingIsNotZero() {
        assertThat(Reference.salient(new MaterialId("germanium"), "Consumption, estimated", 2023))
                .isInstanceOf(Figure.Unknown.class);
        assertThat(Reference.salient(new MaterialId("gallium"), "Production, primary", 2023)
                        .range())
                .hasToString("0 t/a Ga content");
    }

    @Test
    void whatHappenedIsThere() {
        assertThat(Stream.of(2023, 2024, 2025)
                        .map(year -> Reference.fact("germanium-exports-china-%s-09".formatted(year))
                                .figure()
                                .range()
                                .toString()))
                .containsExactly("36.66 t Ge content", "18.79 t Ge content", "7.52 t Ge content");
        assertThat(Stream.of(2021, 2022, 2023, 2024, 2025)
                        .map(year -> Reference.salient(
                                        new MaterialId("gallium"), "Imports for consumption: Metal", year)
                                .range()
                                .low()))
                .containsExactly(8.89, 11.4, 11.4, 11.0, 25.0);
    }

    @Test
    void aChainReadsTheFilesThatItNeeds() {
        var read = new TreeSet<String>();
        var catalog = new Catalog(file -> {
            read.add(file);
            return Table.embedded(file);
        });

        new Dataset(catalog).chain(2025, "tin");
        assertThat(read)
                .contains("governance.csv", "sources.csv", "statistics.csv")
                .doesNotContain("us-statistics.csv", "facts.csv", "processes.csv", "controls.csv");

        catalog.us("tin", "Consumption, apparent, refined", 2025);
        assertThat(read).contains("us-statistics.csv");
    }

    @Test
    void readsOnce() {
        assertThat(Catalog.embedded()).isSameAs(Catalog.embedded());
    }

    private static TreeSet<String> sourcesOf(String file) {
        return TABLES.get(file).rows().stream().map(row -> row.text("source")).collect(toCollection(TreeSet::new));
    }

    private static Map<String, Table> with(Table changed) {
        var tables = new LinkedHashMap<>(TABLES);
        tables.put(changed.name(), changed);
        return tables;
    }
}
