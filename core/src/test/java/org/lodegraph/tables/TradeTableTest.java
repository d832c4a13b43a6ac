package org.lodegraph.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodegraph.io.FileProblem;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;

/** All numbers are invented. */
class TradeTableTest {

    private static final String BACI = "t,i,j,k,v,q\n";
    private static final String COMTRADE =
            "typeCode,refYear,period,reporterCode,reporterISO,flowCode,partnerCode,partnerISO,partner2Code,cmdCode,motCode,netWgt,primaryValue\n";

    private static DataFile file(String text) {
        return DataFile.of("trade.csv", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsBaci() {
        List<TradeFlow> flows = file(BACI + """
                        2023,156,842,811292,12.5,40
                        2023,156,490,280490,3,"           NA"
                        2023,899,251,280490,3,0
                        """)
                .citing(Source.of("baci", "BACI HS22, release 202501"))
                .read(TradeTable.all())
                .strict();

        TradeFlow first = flows.get(0);
        assertThat(first.exporter()).isEqualTo(country("CHN"));
        assertThat(first.importer()).isEqualTo(country("USA"));
        assertThat(first.by()).isEqualTo(TradeFlow.By.BOTH);
        assertThat(first.quantity().range()).isEqualTo(Range.exactly(40, Unit.T_PER_A));
        // 12.5 thousand dollars
        assertThat(first.value().orElseThrow().range()).isEqualTo(Range.exactly(12_500, Unit.USD_PER_A));
        assertThat(first.quantity().source().title()).isEqualTo("BACI HS22, release 202501");
        assertThat(first.basket().orElseThrow().goods()).contains("gallium", "germanium", "indium");
        assertThat(flows.get(1).importer()).isEqualTo(country("TWN"));
        assertThat(flows.get(1).quantity().isKnown()).isFalse();
        assertThat(flows.get(1).basket()).isEmpty();
        assertThat(flows.get(2).exporter()).isEqualTo(CountryId.NOWHERE);
        assertThat(flows.get(2).importer()).isEqualTo(country("FRA"));
    }

    /** Zero beside a value is a weight that nobody took; the world is no country; a part of a row is none of its own. */
    @Test
    void readsComtrade() {
        Imported<TradeFlow> read = file(COMTRADE + """
                        C,2023,2023,842,USA,M,156,CHN,0,280490,0,4000,500
                        C,2023,2023,156,CHN,X,842,USA,0,280490,0,3000,450
                        C,2023,2023,842,USA,M,0,W00,0,280490,0,9000,990
                        C,2023,2023,842,USA,M,699,IND,0,280490,0,0.0,7
                        C,2023,2023,842,USA,M,579,NOR,0,280490,0,0,0
                        C,2023,2023,842,USA,M,757,CHE,0,280490,0,,7
                        C,2023,2023,842,USA,RX,124,CAN,0,280490,0,1,7
                        C,2023,2023,842,USA,M,156,CHN,344,280490,0,1,7
                        C,2023,2023,842,USA,M,156,CHN,0,280490,2100,1,7
                        C,2023,2023,842,USA,M,,_X ,0,280490,0,1,7
                        """).read(TradeTable.all());

        List<TradeFlow> flows = read.strict();
        assertThat(flows).hasSize(6);
        assertThat(flows).extracting(TradeFlow::by).startsWith(TradeFlow.By.IMPORTER, TradeFlow.By.EXPORTER);
        assertThat(flows.get(1).exporter()).isEqualTo(country("CHN"));
        // 4,000 kg
        assertThat(flows.get(0).quantity().range()).isEqualTo(Range.exactly(4, Unit.T_PER_A));
        assertThat(((Figure.Unknown) flows.get(2).quantity()).note())
                .isEqualTo("a weight of zero reported beside a value");
        assertThat(flows.get(3).quantity().range()).isEqualTo(Range.exactly(0, Unit.T_PER_A));
        assertThat(((Figure.Unknown) flows.get(4).quantity()).note()).isEqualTo("no weight reported");
        assertThat(flows.get(5).exporter()).isEqualTo(CountryId.NOWHERE);
        assertThat(read.leftOut())
                .containsExactly(
                        Map.entry("totals with the world", 1L),
                        Map.entry("re-exports and other parts of exports and imports", 1L),
                        Map.entry("parts of another row", 2L));
    }

    @Test
    void totalsOfAllGoodsAndDomesticExportsAreLeftOut() {
        Imported<TradeFlow> read = file(COMTRADE + """
                        C,2023,2023,842,USA,M,156,CHN,0,TOTAL,0,4000,500
                        C,2023,2023,842,USA,DX,156,CHN,0,280490,0,4000,500
                        C,2023,2023,842,CHN,M,579,NOR,0,280490,0,4000,500
                        """).read(TradeTable.of("selenium", "280490"));

        assertThat(read.leftOut())
                .containsExactly(
                        Map.entry("totals of all goods", 1L),
                        Map.entry("re-exports and other parts of exports and imports", 1L));
        assertThat(read.rejected())
                .extracting(FileProblem::toString)
                .containsExactly(
                        "trade.csv, line 4, column reporteriso: 'CHN' is another than '842' in column reportercode. Maybe correct one of them.");
    }

    @Test
    void readsComtradeAsItWas() {
        TradeFlow flow =
                file("Classification,Year,Trade Flow,Reporter Code,Partner Code,Commodity Code,Netweight (kg),Trade Value (US$)\n"
                                + "H4,2013,Export,251,276,260600,2000,10\n")
                        .read(TradeTable.of("bauxite", "260600"))
                        .strict()
                        .get(0);

        assertThat(flow.exporter()).isEqualTo(country("FRA"));
        assertThat(flow.importer()).isEqualTo(country("DEU"));
        assertThat(flow.quantity().range()).isEqualTo(Range.exactly(2, Unit.T_PER_A));
    }

    @Test
    void aBasketIsNotTheTradeOfOneMetal() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TradeTable.of("gallium", "811292"))
                .withMessage(
                        "HS code '811292': it holds more than gallium (gallium, germanium, indium, niobium, vanadium,"
                                + " until 2021 hafnium, until 2021 rhenium). Maybe read it without a"
                                + " material, TradeTable.all(), or take national lines of more digits.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TradeTable.of("germanium", "282560"))
                .withMessageContaining("germanium oxides, zirconium dioxide");
        assertThatIllegalArgumentException().isThrownBy(() -> TradeTable.of("gallium", "81"));
        assertThatIllegalArgumentException().isThrownBy(() -> TradeTable.of("neodymium", "280530"));
        assertThat(HsBasket.of("280530").orElseThrow().isWhole(material("rare-earths")))
                .isTrue();
        assertThat(TradeTable.of("rare-earths", "280530", "2846")).isNotNull();
        assertThat(TradeTable.of("rare-earths", "284610", "284690")).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TradeTable.of("rare-earths", "2846", "284690"))
                .withMessage("HS code '2846': it holds 284690, which would be counted twice. Maybe keep one of them.");
        assertThat(TradeTable.of("gallium", "81129210")).isNotNull();
    }

    @Test
    void materialsAndCodesMustBeSome() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TradeTable.of("bauxite"))
                .withMessageContaining("no code says which goods it is");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TradeTable.of("bauxite", "26060"))
                .withMessage("HS code '26060': not 2, 4, or 6 to 10 digits. Maybe a zero at its front was lost.");
    }

    @Test
    void otherGoodsAreCounted() {
        Imported<TradeFlow> read = file(BACI
                        + "2023,156,842,260600,1,2\n2023,156,842,260700,1,2\n2023,156,842,26060,1,2\n")
                .read(TradeTable.of("bauxite", "260600"));

        assertThat(read.rows()).hasSize(1);
        assertThat(read.leftOut()).containsExactly(Map.entry("other goods", 1L));
        assertThat(read.rejected())
                .extracting(FileProblem::toString)
                .containsExactly(
                        "trade.csv, line 4, column k: HS code '26060': not 2, 4, or 6 to 10 digits (seen: '26060'). Maybe a zero at its front was lost.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"736", "711", "58", "891", "530"})
    void countriesThatAreNoMoreAreRejected(String code) {
        Imported<TradeFlow> read =
                file(BACI + "2003,%s,842,260600,1,2\n".formatted(code)).read(TradeTable.all());

        assertThat(read.rejected().get(0).finding()).startsWith("a country that is no more");
    }

    /** A slow and obvious reader of the same files: cells split by hand, every case written out. */
    @Test
    void agreesWithAnObviousTwin() {
        Random random = new Random(11);
        List<String> codes = List.of("0", "W00", "156", "842", "490", "899", "999", "");
        List<String> weights = List.of("", "0", "5000", "1e3", "W", "x", "-1");
        List<String> goods = List.of("260600", "811292", "26060");
        List<String> directions = List.of("M", "X", "RX", "Import", "?");
        for (int i = 0; i < 2_000; i++) {
            List<List<String>> rows = new ArrayList<>();
            for (int row = random.nextInt(8); row >= 0; row--) {
                rows.add(List.of(
                        random.nextInt(9) == 0 ? "23" : "2023",
                        pick(random, codes),
                        pick(random, codes),
                        pick(random, directions),
                        pick(random, goods),
                        pick(random, weights),
                        random.nextBoolean() ? "7" : "0"));
            }
            StringBuilder text =
                    new StringBuilder("period,reporterCode,partnerCode,flowCode,cmdCode,netWgt,primaryValue\n");
            rows.forEach(row -> text.append(String.join(",", row)).append('\n'));
            Imported<TradeFlow> read = file(text.toString()).read(TradeTable.all());
            Twin twin = new Twin();
            rows.forEach(twin::accept);

            assertThat(read.rows().stream().map(TradeTableTest::words).toList()).isEqualTo(twin.read);
            assertThat(read.rejections()).isEqualTo(twin.rejected);
            assertThat(read.leftOut().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(twin.left);
            assertThat(read.taken() + read.rejections() + twin.left).isEqualTo(rows.size());
        }
    }

    private static String pick(Random random, List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static String words(TradeFlow flow) {
        return "%s %s %s %s %s %s"
                .formatted(
                        flow.exporter(),
                        flow.importer(),
                        flow.hs(),
                        flow.by().name().toLowerCase(Locale.ROOT),
                        flow.quantity().isKnown() ? flow.quantity().range().high() : "unknown",
                        flow.basket().isPresent());
    }

    private static final class Twin {
        private static final Map<String, String> PLACES = places();
        private final List<String> read = new ArrayList<>();
        private final Set<String> seen = new LinkedHashSet<>();
        private long rejected;
        private long left;

        private static Map<String, String> places() {
            Map<String, String> places = new LinkedHashMap<>();
            places.put("0", "WORLD");
            places.put("W00", "WORLD");
            places.put("156", "CHN");
            places.put("842", "USA");
            places.put("490", "TWN");
            places.put("899", CountryId.NOWHERE.toString());
            return places;
        }

        void accept(List<String> row) {
            String hs = row.get(4);
            String direction = row.get(3);
            if (hs.equals("26060") || direction.equals("?")) {
                rejected++;
                return;
            }
            if (direction.equals("RX")) {
                left++;
                return;
            }
            boolean isImport = !direction.equals("X");
            String from = PLACES.get(isImport ? row.get(2) : row.get(1));
            String to = PLACES.get(isImport ? row.get(1) : row.get(2));
            if (row.get(0).equals("23") || from == null || to == null) {
                rejected++;
                return;
            }
            if (from.equals("WORLD") || to.equals("WORLD")) {
                left++;
                return;
            }
            String weight = row.get(5);
            String tons = switch (weight) {
                case "5000" -> "5.0";
                case "1e3" -> "1.0";
                case "0" -> row.get(6).equals("7") ? "unknown" : "0.0";
                default -> "unknown";
            };
            String key = String.join(" ", from, to, hs, isImport ? "importer" : "exporter");
            if (weight.equals("x") || weight.equals("-1") || !seen.add(key)) {
                rejected++;
                return;
            }
            read.add(key + " " + tons + " " + hs.equals("811292"));
        }
    }
}
