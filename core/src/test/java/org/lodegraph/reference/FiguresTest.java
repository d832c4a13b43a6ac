package org.lodegraph.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Quantity;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.MaterialId;
import org.lodegraph.tables.Governance;

/** Figures beside the world tables: nothing gathered is lost, units are ours, bounds and holes are no numbers. */
class FiguresTest {

    /** How many rows the gathered tables had of each kind; none was dropped. */
    @Test
    void unitedStatesAreThereInFull() {
        var counts = new TreeMap<String, Integer>();
        for (var row : Reference.usStatistics()) {
            if (row.year() >= Reference.FIRST_YEAR) {
                counts.merge(row.category(), 1, Integer::sum);
            }
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
    void pricesGoBackWhereAnOlderEditionWasRead() {
        assertThat(Reference.prices()).hasSize(410 + 40);
        var terbium = Reference.prices().stream()
                .filter(row -> row.material().value().equals("terbium"))
                .toList();
        assertThat(terbium)
                .extracting(UsStatistic::year)
                .containsExactlyInAnyOrder(2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025);
        assertThat(terbium)
                .extracting(UsStatistic::label)
                .containsOnly(terbium.get(0).label());
        assertThat(salient("terbium", terbium.get(0).label(), 2016)).hasToString("415 USD/kg");
    }

    @Test
    void factsHaveATopic() {
        var counts = new TreeMap<Fact.Topic, Integer>();
        for (var topic : Fact.Topic.values()) {
            counts.put(topic, Reference.facts(topic).size());
        }

        assertThat(counts)
                .containsExactly(
                        entry(Fact.Topic.OUTPUT, 49),
                        entry(Fact.Topic.TRADE, 11),
                        entry(Fact.Topic.USE, 22),
                        entry(Fact.Topic.RECYCLING, 69),
                        entry(Fact.Topic.STOCKS, 15),
                        entry(Fact.Topic.RESOURCES, 16),
                        entry(Fact.Topic.SUBSTITUTION, 9),
                        entry(Fact.Topic.PRICE, 2),
                        entry(Fact.Topic.CLAIM, 11));
        assertThat(Reference.fact("rhenium-secondary-world-2025").figure().range())
                .hasToString("20 to 25 t/a Re content");
        assertThat(Reference.fact("gallium-fanya-2019").figure().range()).hasToString("191.2 t Ga content");
        assertThat(Reference.fact("copper-life-building").figure())
                .extracting(Figure::status, figure -> figure.range().toString())
                .containsExactly(Figure.Status.ASSUMED, "30 to 60 a");
    }

    /** Those that have a figure add up to a little more than what is registered, a tenth of what people say. */
    @Test
    void depositsOfMongoliaAddUp() {
        // 1,511,600 + 1,213,700 + 365,100 + 14,500
        assertThat(Reference.facts(Fact.Topic.RESOURCES).stream()
                        .filter(fact -> fact.measure().startsWith("registered reserves, ")
                                && !fact.measure().endsWith("six deposits"))
                        .mapToDouble(fact -> fact.figure().range().low())
                        .sum())
                .isEqualTo(3_104_900);
    }

    @Test
    void governanceIsThereForEachYear() {
        assertThat(Reference.governance()).hasSize(4 * 210 + 4);
        var china = Reference.governance().stream()
                .filter(row -> row.country().value().equals("CHN"))
                .toList();
        assertThat(china).extracting(Governance::year).containsExactly(2019, 2020, 2021, 2022);
        assertThat(china)
                .allSatisfy(row -> assertThat(row.standardError().orElseThrow()).isBetween(0.1, 0.4));
        assertThat(Reference.chain(2025, "tin")
                        .countries()
                        .get(china.get(3).country())
                        .governance())
                .hasValue(china.get(3).estimate());
    }

    /** What is published as a trace stays unknown. */
    @Test
    void sharesOfRareEarthsAddUpOnceTheyAreNormalized() {
        assertThat(Reference.assays()).hasSize(17).allSatisfy(assay -> {
            // From 98.57 of Lahat to 102.6 of Guangdong, as gathered.
            assertThat(assay.publishedSum()).as(assay.deposit()).isBetween(98.5, 102.7);
            assertThat(assay.normalized().stream()
                            .filter(row -> row.share().isKnown())
                            .mapToDouble(row -> row.share().range().low())
                            .sum())
                    .as(assay.deposit())
                    .isCloseTo(100, within(1e-9));
        });
        var xunwu = Reference.assays().stream()
                .filter(assay -> assay.deposit().equals("Xunwu"))
                .findFirst()
                .orElseThrow();
        assertThat(xunwu.publishedSum()).isCloseTo(102.3, within(1e-9));
        assertThat(xunwu.normalized().get(0).share().note()).endsWith("divided by the published sum of 102.30 %");
    }

    /** Standard atomic weights of the IUPAC, abridged. */
    private static final ImmutableMap<String, Double> WEIGHTS = ImmutableMap.<String, Double>builder()
            .put("Li", 6.94)
            .put("Nb", 92.906)
            .put("Ta", 180.95)
            .put("Ti", 47.867)
            .put("V", 50.942)
            .put("Cr", 51.996)
            .put("Ge", 72.630)
            .put("Ga", 69.723)
            .put("As", 74.922)
            .put("Mg", 24.305)
            .put("Zr", 91.224)
            .put("Y", 88.906)
            .put("Sc", 44.956)
            .put("Al", 26.982)
            .put("Nd", 144.24)
            .put("Pr", 140.91)
            .put("Dy", 162.50)
            .put("Tb", 158.93)
            .put("La", 138.91)
            .put("Ce", 140.12)
            .put("Sm", 150.36)
            .put("Gd", 157.25)
            .put("Eu", 151.96)
            .put("W", 183.84)
            .put("Sb", 121.76)
            .put("O", 15.999)
            .put("C", 12.011)
            .build();

    /** The formula of each compound, weighed. */
    @Test
    void factorsFollowFromAtomicWeights() {
        assertThat(Reference.conversions()).hasSize(27).allSatisfy(conversion -> {
            var formula = conversion.name().split(" ", -1)[0];
            var element = conversion.target().substance();
            var whole = 0.0;
            var part = 0.0;
            var atoms = Pattern.compile("([A-Z][a-z]?)([0-9]*)").matcher(formula);
            while (atoms.find()) {
                var count = atoms.group(2).isEmpty() ? 1 : Integer.parseInt(atoms.group(2));
                var mass = count * WEIGHTS.getOrDefault(atoms.group(1), Double.NaN);
                whole += mass;
                part += atoms.group(1).equals(element) ? mass : 0;
            }
            assertThat(conversion.factor()).as(formula).isCloseTo(part / whole, within(5e-5));
        });
        var germanium = Reference.conversions().stream()
                .filter(conversion -> conversion.name().equals("GeO2 -> Ge"))
                .findFirst()
                .orElseThrow();
        // 72.630 of 104.628
        assertThat(Quantity.of(100, Unit.T.of(Basis.oxide("GeO2")))
                        .by(germanium)
                        .value())
                .isCloseTo(69.42, within(0.01));
    }

    @Test
    void aDossierIsWhatTheListsHaveOnOneMaterial() {
        var tellurium = Reference.of("tellurium");

        assertThat(tellurium.endUses()).extracting(EndUse::application).contains("CdTe solar cells");
        assertThat(tellurium.substitutes()).hasSize(12);
        assertThat(tellurium.hosts())
                .singleElement()
                .satisfies(link -> assertThat(link.host()).hasValue(new MaterialId("copper")));
        assertThat(tellurium.companions()).isEmpty();
        // two places x five years
        assertThat(tellurium.prices()).hasSize(10);
        assertThat(tellurium.controls()).extracting(Control::id).containsExactly("CN-2025-WTEBIMOIN");
        assertThat(Reference.of("zinc").companions())
                .extracting(link -> link.companion().value())
                .containsExactly("gallium", "germanium", "bismuth");
        assertThat(Reference.of("cobalt").statistics()).isEmpty();
        assertThat(Reference.of("cobalt").controls()).hasSize(2 + 1);
        assertThatThrownBy(() -> Reference.of("unobtainium"))
                .hasMessageStartingWith("Material 'unobtainium': nothing is known of it here. Maybe one of alumina, ");
    }

    /** Whoever passes figures on must be able to say what their licence asks for. */
    @Test
    void aLicenceThatAsksForWordsHasThem() {
        assertThat(Reference.sources())
                .filteredOn(source -> source.licence().startsWith("CC BY")
                        || source.licence().startsWith("Open Government")
                        || source.licence().startsWith("European Union"))
                .hasSizeGreaterThan(5)
                .allSatisfy(source ->
                        assertThat(source.acknowledgement()).as(source.id()).isNotBlank());
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
        assertThat(Reference.endUses()).hasSize(61);
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
                        "rare-earths, USA, 2020",
                        "tellurium, WLD, 2025",
                        "tin, USA, 2025")
                .allSatisfy((uses, sum) -> assertThat(sum).as(uses).isEqualTo(100));
    }
}
