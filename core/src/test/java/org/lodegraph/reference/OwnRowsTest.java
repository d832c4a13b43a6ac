package org.lodegraph.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.Ids;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.Concentration;
import org.lodegraph.tables.DataFile;
import org.lodegraph.tables.StatisticsTable;

/** What somebody gave is used, or it is said that it is not. */
class OwnRowsTest {

    private static final String HEADER = "material,stage,country,year,statistic,value_t,basis,source\n";

    private static Dataset with(String rows) {
        byte[] table = (HEADER + rows).getBytes(StandardCharsets.UTF_8);
        return Reference.with(DataFile.of("own.csv", () -> new ByteArrayInputStream(table))
                .read(StatisticsTable.tidy())
                .strict());
    }

    private static List<String> told(SupplyChain chain) {
        return chain.assumptions().stream()
                .map(Assumption::toString)
                .filter(text -> text.contains("given"))
                .toList();
    }

    @Test
    void nothingIsSaidWhereAllIsUsed() {
        assertThat(told(Reference.chain(2025, "lithium"))).isEmpty();
        assertThat(told(with("""
                        cobalt,mine,Australia,2030,production,40,Co content,own
                        cobalt,mine,Cuba,2030,production,10,Co content,own
                        """).chain(2030, "cobalt"))).isEmpty();
    }

    /** 40 + 10 is not 100,000, so somebody is missing; 50 would be nothing to tell. */
    @Test
    void aTotalThatIsNotTheSumIsTold() {
        String rows = """
                        cobalt,mine,Australia,2030,production,40,Co content,own
                        cobalt,mine,Cuba,2030,production,10,Co content,own
                        """;
        String world = "cobalt,mine,World,2030,production,%s,Co content,own\n";

        assertThat(told(with(rows + world.formatted(100000)).chain(2030, "cobalt")))
                .singleElement()
                .asString()
                .contains("of a table that was given, the rows add up to 50, the published total is 100,000");
        assertThat(told(with(rows + world.formatted(50)).chain(2030, "cobalt"))).isEmpty();
    }

    /** Of two sources one is taken whole: the row of the other is named. */
    @Test
    void rowsOfAnotherSourceAreNamed() {
        assertThat(told(with("""
                        cobalt,mine,Australia,2030,production,40,Co content,y
                        cobalt,mine,Chile,2030,production,30,Co content,y
                        cobalt,mine,Cuba,2030,production,10,Co content,x
                        """).chain(2030, "cobalt")))
                .singleElement()
                .asString()
                .contains("1 row of 2030 not used")
                .containsAnyOf("mine, CUB, 10 t/a Co content (x)", "mine, AUS, 40 t/a Co content (y)");
    }

    /** Gallium is read where it is first refined; a row of another stage is read by nobody. */
    @Test
    void rowsThatNoStepReadsAreNamed() {
        assertThat(told(with("gallium,refinery,Japan,2025,production,5000,Ga content,x\n")
                        .chain(2025, "gallium")))
                .singleElement()
                .asString()
                .contains("statistics that were given", "1 row of 2025 not used", "refinery, JPN", "(x)");
    }

    /** One row of one's own is a whole table: what it stands instead of is said. */
    @Test
    void aTableThatStandsInsteadOfTheEmbeddedSaysSo() {
        assertThat(told(with("lithium,mine,Chile,2025,production,900000,Li content,x\n")
                        .chain(2025, "lithium")))
                .anySatisfy(text -> assertThat(text)
                        .contains(
                                "lithium, mine, ", "1 row that was given stands instead of the embedded ones", "AUS"));
    }

    /**
     * One row takes the place of the table, so China makes 0 t there. 0 t less exports of 33 to 94 t is below zero: read as zero,
     * and told with both figures and the cure.
     */
    @Test
    void aUseThatWouldBeBelowZeroIsToldAndReadAsZero() {
        SupplyChain chain = with("gallium,primary-refinery,Japan,2025,production,5,Ga content,x\n")
                .chain(2025, "gallium");

        assertThat(chain.demand(Ids.demand("chn-gallium")).rate().range())
                .isEqualTo(Range.exactly(0, Unit.T_PER_A.of(Basis.contained("Ga"))));
        assertThat(chain.assumptions().stream().map(Assumption::toString))
                .anySatisfy(text -> assertThat(text)
                        .contains(
                                "use of gallium in China",
                                "output of 0 t less exports of",
                                "is below zero, and read as zero there",
                                "Maybe give its output too"));
    }

    /** A concentration says so too, in whose figures it is. */
    @Test
    void concentrationTellsIt() {
        assertThat(with("lithium,mine,Chile,2025,production,900000,Li content,x\n")
                        .chain(2025, "lithium")
                        .ask(Concentration.of(Ids.material("lithium")))
                        .assumptions())
                .anySatisfy(each -> assertThat(each.toString()).contains("stands instead of the embedded ones"));
    }

    /** Where all sources span, all of them are read. */
    @Test
    void spanningReadsAll() {
        assertThat(told(with("lithium,mine,Chile,2025,production,900000,Li content,x\n")
                        .choosing(Choice.SPANNING)
                        .chain(2025, "lithium")))
                .noneSatisfy(text -> assertThat(text).contains("not used"));
    }

    /** China 1,000 t and others 9,000 t, Cuba unknown: nothing of what the table says is lost. */
    @Test
    void reservesWithoutANumberOrAPlaceAreThere() {
        SupplyChain chain = with("""
                        cobalt,mine,China,2030,production,100,Co content,own
                        cobalt,reserve,China,2030,reserves,1000,Co content,own
                        cobalt,reserve,Cuba,2030,reserves,W,Co content,own
                        cobalt,reserve,Other countries,2030,reserves,9000,Co content,own
                        cobalt,reserve,World,2030,reserves,10000,Co content,own
                        """).chain(2030, "cobalt");

        assertThat(chain.stocks().values())
                .extracting(stock -> stock.holder() + " "
                        + (stock.amount().isKnown() ? stock.amount().range() : "unknown"))
                .containsExactlyInAnyOrder("CHN 1,000 t Co content", "CUB unknown", "XOT 9,000 t Co content");
        assertThat(chain.assumptions().stream().map(Assumption::toString))
                .anySatisfy(text -> assertThat(text).contains("cobalt-reserves-cub", "withheld"));
    }

    /** Peru and others have lines of which nobody says how large they are, and Cuba has one that makes 5 t: of that size at least. */
    @Test
    void capacitiesWithoutANumberAreLines() {
        SupplyChain chain = with("""
                        cobalt,mine,China,2030,production,100,Co content,own
                        cobalt,mine,Cuba,2030,production,5,Co content,own
                        cobalt,mine,Zambia,2030,production,0,Co content,own
                        cobalt,mine,Cuba,2030,capacity,W,Co content,own
                        cobalt,mine,Peru,2030,capacity,W,Co content,own
                        cobalt,mine,Zambia,2030,capacity,NA,Co content,own
                        cobalt,mine,Other countries,2030,capacity,20,Co content,own
                        """).chain(2030, "cobalt");

        assertThat(chain.lines().values())
                .extracting(line -> "%s %s %s"
                        .formatted(
                                line.country(),
                                line.line().status(),
                                line.line()
                                        .capacity()
                                        .nameplate()
                                        .filter(Figure::isKnown)
                                        .map(figure -> figure.range().toString())
                                        .orElse("unknown")))
                .containsExactlyInAnyOrder(
                        "CHN RUNNING 100 t/a Co content",
                        "CUB RUNNING 5 t/a Co content",
                        "PER IDLE unknown",
                        "ZMB IDLE unknown",
                        "XOT IDLE 20 t/a Co content");
        assertThat(chain.assumptions().stream().map(Assumption::toString))
                .anySatisfy(text -> assertThat(text)
                        .contains(
                                "output of cobalt where only a capacity is listed",
                                "taken as nothing: Peru, other countries"));
    }

    /** Reserves on another basis than what is mined are no stocks of it. */
    @Test
    void reservesOnAnotherBasisAreNamed() {
        assertThat(told(with("""
                        cobalt,mine,China,2030,production,100,Co content,own
                        cobalt,reserve,China,2030,reserves,5000,gross,own
                        """).chain(2030, "cobalt")))
                .singleElement()
                .asString()
                .contains("1 row of 2030 not used", "on another basis", "reserve, CHN, 5,000 t");
    }

    /** A row of 2030 about another material is none of cobalt, whose last year is 2028. */
    @Test
    void theLastYearIsOfWhatTheChainIsAbout() {
        Dataset data = with("""
                        cobalt,mine,China,2028,production,100,Co content,own
                        selenium,refinery,Japan,2030,production,700,Se content,own
                        alumina,refinery,Japan,2029,production,700,gross,own
                        """);

        assertThat(data.lastYear("cobalt")).isEqualTo(2028);
        assertThat(data.lastYear("cobalt", "selenium")).isEqualTo(2030);
        // Gallium comes out of alumina.
        assertThat(data.lastYear("gallium")).isEqualTo(2029);
        assertThat(data.lastYear("copper")).isEqualTo(Reference.LAST_YEAR);
    }

    /** 400 t of two countries and 100 t of others: all 500 t that an overview counts. */
    @Test
    void stepsThatAreNotTiedSayWhatOthersMake() {
        assertThat(with("""
                        cobalt,mine,China,2030,production,100,Co content,own
                        cobalt,mine,Cuba,2030,production,300,Co content,own
                        cobalt,mine,Other countries,2030,production,100,Co content,own
                        cobalt,refinery,China,2030,production,250,Co content,own
                        """).untied().chain(2030, "cobalt").assumptions().stream()
                        .map(Assumption::toString))
                .anySatisfy(
                        text -> assertThat(text)
                                .contains(
                                        "cobalt-mine: 400 t/a Co content of the listed countries and 100 of others, cobalt: 250 t/a Co content"));
    }
}
