package org.lodegraph.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.model.MaterialId;

/** Figures beside the world tables: nothing gathered is lost, units are ours, bounds and holes are no numbers. */
class FiguresTest {

    /** How many rows the gathered tables had of each kind; none was dropped. */
    @Test
    void unitedStatesAreThereInFull() {
        var counts = new TreeMap<String, Integer>();
        for (var row : Reference.usStatistics()) {
            counts.merge(row.category(), 1, Integer::sum);
        }

        assertThat(counts)
                .containsExactly(
                        entry("consumption", 275),
                        entry("employment", 80),
                        entry("export", 365),
                        entry("import", 455),
                        entry("net import reliance", 230),
                        entry("price", 410),
                        entry("production", 310),
                        entry("shipment", 50),
                        entry("stock", 135),
                        entry("supply", 5));
        assertThat(Reference.usStatistics().stream()
                        .map(row -> "%s, %s, %s".formatted(row.material(), row.label(), row.year())))
                .doesNotHaveDuplicates();
        assertThat(Reference.importShares()).hasSize(440);
    }

    @Test
    void unitsAreOurs() {
        // 1,230 thousand tons; 13,700 kilograms
        assertThat(salient("copper", "Production: Mine, recoverable", 2021)).hasToString("1,230,000 t/a Cu content");
        assertThat(salient("palladium", "Mine production: Palladium", 2021)).hasToString("13.7 t/a Pd content");
        // 138.5 cents per pound / 100 / 0.45359237 kg x 1,000; 1,801 dollars per troy ounce / 0.0311034768 kg
        assertThat(salient("aluminum", "Price, ingot, average U.S. market (spot), cents per pound", 2021)
                        .low())
                .isCloseTo(138.5 / 100 / 0.45359237 * 1000, within(0.01));
        assertThat(salient("gold", "Price, dollars per troy ounce", 2021).low())
                .isCloseTo(1801 / 0.0311034768, within(0.1));
        // A metric ton unit is one percent of a ton of ore: 10 kg of manganese.
        assertThat(salient(
                        "manganese",
                        "Price, average, manganese content, cost, insurance, and freight, China, dollars per metric ton unit",
                        2021))
                .hasToString("527 USD/t Mn content");
    }

    @Test
    void aPublishedPriceIsInTheNoteWhereItsUnitIsNotOurs() {
        assertThat(Reference.usStatistics())
                .filteredOn(row -> row.category().equals("price")
                        && row.figure().isKnown()
                        && Stream.of("cents per pound", "dollars per pound", "per troy ounce", "metric ton unit")
                                .anyMatch(row.label()::contains))
                .hasSizeGreaterThan(100)
                .allSatisfy(row -> assertThat(row.figure().note()).startsWith("published: "));
    }

    @Test
    void aBoundIsNotANumber() {
        assertThat(salient("germanium", "Net import reliance as a percentage of estimated consumption", 2025))
                .hasToString("50 to 100 %");
        assertThat(salient("lithium", "Net import reliance as a percentage of apparent consumption", 2025))
                .hasToString("50 to 100 %");
        assertThat(salient("cadmium", "Net import reliance as a percentage of apparent consumption", 2021))
                .hasToString("0 to 50 %");
        assertThat(salient("zirconium", "Consumption, apparent, zirconium ores and concentrates (ZrO2 content)", 2025))
                .hasToString("0 to 100,000 t/a ZrO2 oxide");
        assertThat(ReferenceDataTest.rows()
                        .filter(row -> row.file().equals("us-statistics.csv")
                                || row.file().equals("import-sources.csv"))
                        .filter(row -> row.text("status").endsWith("-bound")))
                .hasSize(39 + 30 + 3)
                .allSatisfy(row -> {
                    assertThat(row.find("value")).isEmpty();
                    assertThat(row.number("low").orElseThrow())
                            .isLessThan(row.number("high").orElseThrow());
                });
    }

    @Test
    void aNetExporterHasNoReliance() {
        assertThat(Reference.usStatistics())
                .filteredOn(row -> row.figure().note().contains("net exporter"))
                .hasSize(30)
                .allSatisfy(row -> {
                    assertThat(row.category()).isEqualTo("net import reliance");
                    assertThat(row.figure().isKnown()).isFalse();
                });
    }

    /** To the percent: "other countries" is what the published shares leave. Bounds, such as "more than 99", enclose 100. */
    @Test
    void importSharesAddUp() {
        var sums = new TreeMap<String, Range>();
        for (var row : Reference.importShares()) {
            sums.merge(
                    "%s, %s".formatted(row.material(), row.form()), row.share().range(), Range::plus);
        }

        assertThat(sums).hasSize(101);
        assertThat(sums)
                .allSatisfy((goods, sum) -> assertThat(sum.low() <= 100 && sum.high() >= 100)
                        .as(goods)
                        .isTrue());
        assertThat(sums.entrySet().stream()
                        .filter(sum -> sum.getValue().low() < sum.getValue().high())
                        .map(Object::toString))
                .containsExactly(
                        "copper, Copper content of ore and concentrate=99 to 101 %",
                        "manganese, Manganese ore=100 to 101 %");
    }

    private static Range salient(String material, String label, int year) {
        return Reference.salient(new MaterialId(material), label, year).range();
    }

    @Test
    void recipesAreThere() {
        assertThat(Reference.processFlows()).hasSize(142);
        assertThat(flow("zn-rle", "electricity, electrolysis").figure().range()).hasToString("3 to 3.75 MWh/t");
        assertThat(flow("zn-rle", "electricity, electrolysis").figure().status())
                .isEqualTo(Figure.Status.REPORTED);
        // 0.0107 kg of gallium per ton of alumina
        assertThat(flow("ga-bayer", "gallium produced over alumina produced, China")
                        .figure()
                        .range())
                .hasToString("10.7 ppm");
        assertThat(flow("cu-smelt", "copper concentrate").figure())
                .extracting(Figure::status, figure -> figure.source().id())
                .containsExactly(Figure.Status.ASSUMED, "assumption");
        assertThat(flow("cu-smelt", "copper cathode, of copper in concentrate")
                        .figure()
                        .note())
                .isEqualTo("no source seen, confirm with Schlesinger et al., Extractive Metallurgy of Copper");
    }

    /** What a chain may use of a recipe is there once, under a name. */
    @Test
    void aParameterIsAFigureOfAProcessOrAnAssumption() {
        assertThat(Reference.processFlows().stream().flatMap(flow -> flow.parameter().stream()))
                .hasSize(19)
                .doesNotHaveDuplicates();
        assertThat(Reference.parameters()).hasSize(19 + 37);
    }

    private static ProcessFlow flow(String recipe, String item) {
        return Reference.processFlows().stream()
                .filter(flow -> flow.recipe().equals(recipe) && flow.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void companionsAreThere() {
        assertThat(Reference.companionLinks()).hasSize(17);
        assertThat(Reference.companionLinks())
                .filteredOn(link -> link.companion().value().equals("germanium"))
                .extracting(link -> link.host().map(MaterialId::value).orElse("") + " " + link.dependence())
                .containsExactly("zinc MAJOR", "coal MAJOR", "copper MINOR", "tin NONE", "aluminum NONE");
        // Ores of its own: no host at all.
        assertThat(Reference.companionLinks())
                .filteredOn(link -> link.host().isEmpty())
                .extracting(CompanionLink::companion, CompanionLink::dependence)
                .containsExactly(tuple(new MaterialId("magnesium"), CompanionLink.Dependence.NONE));
    }

    /** Those that were found unconfirmed, or graded C, stay out. */
    @Test
    void whatStandsInEachTable() {
        assertThat(Reference.endUses()).hasSize(56);
        assertThat(Reference.substitutes()).hasSize(103);
        assertThat(Reference.plants()).hasSize(31);
        assertThat(Reference.measures()).hasSize(21);
    }

    @Test
    void endUsesAddUp() {
        var sums = new TreeMap<String, Double>();
        for (var row : Reference.endUses()) {
            if (row.share().isKnown()) {
                sums.merge(
                        "%s, %s, %s".formatted(row.material(), row.country(), row.year()),
                        row.share().range().low(),
                        Double::sum);
            }
        }

        assertThat(sums)
                .containsOnlyKeys(
                        "aluminum, USA, 2025",
                        "gallium, USA, 2025",
                        "germanium, WLD, 2010",
                        "lithium, WLD, 2025",
                        "magnesium, USA, 2025",
                        "rare-earths, USA, 2018",
                        "tellurium, WLD, 2025",
                        "tin, USA, 2025")
                .allSatisfy((uses, sum) -> assertThat(sum).as(uses).isEqualTo(100));
    }
}
