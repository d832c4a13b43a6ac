package org.lodegraph.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodegraph.io.FileProblem;
import org.lodegraph.io.InvalidFilesException;
import org.lodegraph.io.Limits;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;

class StatisticsTableTest {

    private static final String HEADER = "material,stage,country_iso3,year,statistic,value_t,basis,source\n";

    private static Supplier<InputStream> bytes(String text, Charset charset) {
        return () -> new ByteArrayInputStream(text.getBytes(charset));
    }

    private static DataFile table(String text) {
        return DataFile.of("table.csv", bytes(text, StandardCharsets.UTF_8));
    }

    /** A row with one value. */
    private static Imported<Statistic> value(String cell) {
        return table(HEADER + "cobalt,mine,COD,2024,production,\"" + cell + "\",Co content,mine\n")
                .read(StatisticsTable.tidy());
    }

    private static Figure figure(String cell) {
        return value(cell).strict().get(0).figure();
    }

    @Test
    void readsATidyTable() {
        Imported<Statistic> read = table(HEADER + """
                        cobalt,mine,COD,2024,production,"220,000",Co content,cobalt-institute
                        Cobalt,mine,Australia,2024,production,e3600,Co content,cobalt-institute
                        cobalt,mine,World,2024,production,290000,Co content,cobalt-institute
                        cobalt,mine,Other countries,2024,production,W,Co content,cobalt-institute
                        cobalt,reserve,COD,2024,reserves,6000000,Co content,cobalt-institute
                        """)
                .citing(Source.of("cobalt-institute", "Cobalt Market Report"))
                .read(StatisticsTable.tidy());

        assertThat(read.rejections()).isZero();
        List<Statistic> rows = read.strict();
        assertThat(rows).hasSize(5);
        assertThat(rows).extracting(Statistic::material).containsOnly(material("cobalt"));
        assertThat(rows)
                .extracting(Statistic::country)
                .containsExactly(country("COD"), country("AUS"), Statistic.WORLD, CountryId.NOWHERE, country("COD"));
        assertThat(rows.get(0).figure().range())
                .isEqualTo(Range.exactly(220_000, Unit.T_PER_A.of(Basis.contained("Co"))));
        assertThat(rows.get(0).figure().source().title()).isEqualTo("Cobalt Market Report");
        assertThat(rows.get(1).figure().status()).isEqualTo(Figure.Status.ESTIMATED);
        assertThat(rows.get(3).figure().isKnown()).isFalse();
        assertThat(rows.get(4).figure().unit()).isEqualTo(Unit.T.of(Basis.contained("Co")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1,234 | 1234 | 1234
                    1 234 | 1234 | 1234
                    1'234'567.5 | 1234567.5 | 1234567.5
                    e1200 | 1200 | 1200
                    1200e | 1200 | 1200
                    ~1200 | 1200 | 1200
                    1.2e3 | 1200 | 1200
                    -- | 0 | 0
                    — | 0 | 0
                    <5 | 0 | 5
                    less than 5 | 0 | 5
                    10-15 | 10 | 15
                    10,000 – 15,000 | 10000 | 15000
                    10 to 15 | 10 | 15
                    .5 | 0.5 | 0.5
                    """)
    void readsAmountsAsStatisticiansWriteThem(String cell, double low, double high) {
        assertThat(figure(cell).range()).isEqualTo(new Range(low, high, Unit.T_PER_A.of(Basis.contained("Co"))));
    }

    /** Never zero: what has no number says why. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    W | withheld by the publisher
                    NA | not available
                    n.a. | not available
                    .. | not available
                    >50 | published as >50
                    more than 50 | published as more than 50
                    """)
    void whatHasNoNumberIsUnknown(String cell, String why) {
        assertThat(figure(cell))
                .isInstanceOfSatisfying(
                        Figure.Unknown.class,
                        unknown -> assertThat(unknown.note()).isEqualTo(why));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -5 | an amount below zero
                    <1% | a share where an amount belongs
                    12 % | a share where an amount belongs
                    about ten | not a number
                    1,23,4 | not a number
                    - | not a number
                    15-10 | the range runs down from 15.0 to 10.0
                    1e999 | not a number
                    """)
    void refusesWhatIsNoAmount(String cell, String finding) {
        Imported<Statistic> read = value(cell);

        assertThat(read.rows()).isEmpty();
        assertThat(read.rejections()).isEqualTo(1);
        FileProblem problem = read.rejected().get(0);
        assertThat(problem.toString())
                .startsWith("table.csv, line 2, column value_t: " + finding + " (seen: '" + cell + "'). Maybe ");
    }

    /** In a file with 12,5 the cell 1,234 is 1.234; in one with 12.5 it is 1234; in one with neither and no commas between cells, nobody knows. */
    @Test
    void oneNumberTellsHowTheOthersAreWritten() {
        String rows = "cobalt;mine;%s;2024;production;%s;Co content;mine\n";
        String header = HEADER.replace(',', ';');
        String unclear = header + rows.formatted("COD", "1,234");

        assertThat(table(unclear + rows.formatted("AUS", "12,5"))
                        .read(StatisticsTable.tidy())
                        .strict()
                        .get(0)
                        .figure()
                        .range()
                        .high())
                .isEqualTo(1.234);
        assertThat(table(unclear + rows.formatted("AUS", "12.5"))
                        .read(StatisticsTable.tidy())
                        .strict()
                        .get(0)
                        .figure()
                        .range()
                        .high())
                .isEqualTo(1234);
        assertThat(table(unclear).read(StatisticsTable.tidy()).rejected().get(0).finding())
                .contains("it may be 1,234 or 1.234");
        assertThat(table(unclear)
                        .writing(NumberStyle.COMMA)
                        .read(StatisticsTable.tidy())
                        .strict()
                        .get(0)
                        .figure()
                        .range()
                        .high())
                .isEqualTo(1.234);
    }

    @Test
    void columnsStandInAnyOrderAndOthersAreIgnored() {
        Statistic read = table("note,VALUE_T,Source,Statistic,year,country,Stage,Material,colour\n"
                        + "seen,12,mine,Production,2024,Zaire,mine,cobalt,blue\n")
                .read(StatisticsTable.tidy())
                .strict()
                .get(0);

        assertThat(read.country()).isEqualTo(country("COD"));
        assertThat(read.figure())
                .isInstanceOfSatisfying(
                        Figure.Known.class, known -> assertThat(known.note()).isEqualTo("seen"));
    }

    /** 14,000 in a column of tons, and kt beside it, is 14,000 t or 14,000,000 t: nobody guesses. */
    @Test
    void aUnitThatContradictsTonsIsRejected() {
        Imported<Statistic> read = table("material,stage,country,year,statistic,value_t,source,unit\n"
                        + "copper,refinery,China,2025,production,14000,mine,kt\n"
                        + "copper,refinery,Chile,2025,production,7000000,mine,T\n"
                        + "copper,refinery,Peru,2025,production,400000,mine,\n")
                .read(StatisticsTable.tidy());

        assertThat(read.rows()).extracting(row -> row.country().value()).containsExactly("CHL", "PER");
        assertThat(read.rejected())
                .extracting(FileProblem::toString)
                .containsExactly("table.csv, line 2, column unit: 'kt' contradicts value_t, which is in metric tons."
                        + " Maybe convert the value, and write t.");
    }

    @Test
    void missingColumnsAreNamed() {
        assertThatExceptionOfType(InvalidFilesException.class)
                .isThrownBy(() ->
                        table("material,stage,country,years,statistic,value\n").read(StatisticsTable.tidy()))
                .withMessageContaining(
                        "table.csv, line 1, column year: it is missing (seen: material, stage, country, years")
                .withMessageContaining("Maybe rename 'years'.")
                .withMessageContaining("column value_t: it is missing")
                .withMessageContaining("column source: it is missing");
        assertThatExceptionOfType(InvalidFilesException.class)
                .isThrownBy(() -> table("").read(StatisticsTable.tidy()))
                .withMessageContaining("it is empty");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16", "windows-1252"})
    void encodings(String charset) {
        String text = HEADER + "cobalt,mine,Côte d’Ivoire,2024,production,5,Co content,mine\n";
        DataFile file = DataFile.of("table.csv", bytes(text, Charset.forName(charset)));

        Imported<Statistic> read = charset.equals("windows-1252")
                ? file.encodedAs(Charset.forName(charset)).read(StatisticsTable.tidy())
                : file.read(StatisticsTable.tidy());
        assertThat(read.strict().get(0).country()).isEqualTo(country("CIV"));
    }

    @Test
    void anotherEncodingIsNoGuess() {
        String text = HEADER + "cobalt,mine,C\u00f4te d'Ivoire,2024,production,5,Co content,mine\n";

        assertThatExceptionOfType(InvalidFilesException.class)
                .isThrownBy(() -> DataFile.of("table.csv", bytes(text, Charset.forName("windows-1252")))
                        .read(StatisticsTable.tidy()))
                .withMessageContaining("table.csv, line 2: it is not UTF-8. Maybe save it again as UTF-8");
        assertThatExceptionOfType(InvalidFilesException.class)
                .isThrownBy(() -> DataFile.of("table.csv", bytes(text, StandardCharsets.UTF_16LE))
                        .read(StatisticsTable.tidy()))
                .withMessageContaining("it holds zero bytes, as UTF-16 does");
    }

    @Test
    void whatAnEncodingDoesNotKnowIsNotReplaced() {
        String text = HEADER + "cobalt,mine,C\u00f4te d'Ivoire,2024,production,5,Co content,mine\n";

        assertThatExceptionOfType(InvalidFilesException.class)
                .isThrownBy(() -> DataFile.of("table.csv", bytes(text, StandardCharsets.UTF_8))
                        .encodedAs(StandardCharsets.US_ASCII)
                        .read(StatisticsTable.tidy()))
                .withMessageContaining(
                        "it is not in the encoding that it is said to be in. Maybe save it again as UTF-8.");
    }

    @Test
    void marksLineEndsAndQuotesDoNoHarm() {
        String rows = "cobalt,mine,COD,2024,production,\"220,000\",Co content,\"The \"\"Report\"\", p. 5\"\n\n";
        for (String text : List.of(
                HEADER + rows,
                "\ufeff" + HEADER + rows,
                (HEADER + rows).replace("\n", "\r\n"),
                (HEADER + rows).replace("\n", "\r"))) {
            Statistic read = table(text).read(StatisticsTable.tidy()).strict().get(0);
            assertThat(read.figure().range().high()).isEqualTo(220_000);
            assertThat(read.figure().source().id()).isEqualTo("The \"Report\", p. 5");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void cellsMayBeSeparatedOtherwise(String separator) {
        String text = HEADER + "cobalt,mine,COD,2024,production,220000,Co content,mine\n";

        assertThat(table(text.replace(",", separator))
                        .read(StatisticsTable.tidy())
                        .strict())
                .hasSize(1);
    }

    /** What was read and what was rejected is all there was. */
    @Test
    void nothingIsLost() {
        Imported<Statistic> read = table(HEADER + """
                        cobalt,mine,COD,2024,production,1,Co content,mine
                        cobalt,mine,COD,2024,production,2,Co content,mine
                        cobalt,mine,Kazakstan,2024,production,2,Co content,mine
                        cobalt,mine,USSR,2024,production,2,Co content,mine
                        cobalt,mine,Congo,2024,production,2,Co content,mine
                        cobalt,mine,AUS,24,production,2,Co content,mine
                        cobalt,mine,AUS,2024,output,2,Co content,mine
                        cobalt,mine,AUS,2024,production,,Co content,mine
                        cobalt,mine,AUS,2024,production,2,wet,mine
                        cobalt,mine,AUS,2024,production
                        cobalt,mine,AUS,2024,production,1,234,Co content,mine
                        c/o,mine,AUS,2024,production,1,Co content,mine
                        """).read(StatisticsTable.tidy());

        assertThat(read.rows()).hasSize(1);
        assertThat(read.rejections()).isEqualTo(11);
        assertThat(read.rejected().stream().map(FileProblem::toString).collect(Collectors.joining("\n")))
                .isEqualTo("""
                        table.csv, line 3: the same stands in a row before (cobalt, mine, COD, 2024, production, t/a Co content, mine). Maybe delete one, or say in its columns how they differ.
                        table.csv, line 4, column country_iso3: no country has this name or code (seen: 'Kazakstan'). Maybe Kazakhstan.
                        table.csv, line 5, column country_iso3: a country that is no more (seen: 'USSR'). Maybe split it among [RUS, UKR, BLR, KAZ, UZB, TKM, KGZ, TJK, GEO, ARM, AZE, MDA, LTU, LVA, EST].
                        table.csv, line 6, column country_iso3: no country has this name or code (seen: 'Congo'). Maybe Congo (Kinshasa) or Congo (Brazzaville).
                        table.csv, line 7, column year: not a year (seen: '24'). Maybe four digits.
                        table.csv, line 8, column statistic: not a kind of statistic (seen: 'output'). Maybe production, capacity or reserves.
                        table.csv, line 9, column value_t: there is no number, and its status is ''. Maybe write 0 if there was none, or the status withheld or not-available.
                        table.csv, line 10, column basis: not a basis (seen: 'wet'). Maybe gross weight, Co content, Li2O or LCE equivalent.
                        table.csv, line 11: it has 5 cells for 8 columns. Maybe a text has a separator in it: put it in quotation marks.
                        table.csv, line 12: it has 9 cells for 8 columns. Maybe a text has a separator in it: put it in quotation marks.
                        table.csv, line 13, column material: Material 'c/o': not an id (seen: 'c/o'). Maybe write it with lower case letters, digits and single hyphens.""");
        assertThatExceptionOfType(InvalidFilesException.class)
                .isThrownBy(read::strict)
                .satisfies(thrown -> assertThat(thrown.count()).isEqualTo(11));
    }

    @Test
    void aStatusSaysWhatTheNumberIs() {
        String header = HEADER.replace("source", "source,status");
        Imported<Statistic> read = table(header + """
                        cobalt,mine,AUS,2024,production,5,Co content,mine,estimated
                        cobalt,mine,COD,2024,production,,Co content,mine,withheld
                        cobalt,mine,CUB,2024,production,5,Co content,mine,lower-bound
                        cobalt,mine,PHL,2024,production,5,Co content,mine,upper-bound
                        """).read(StatisticsTable.tidy());

        List<Statistic> rows = read.strict();
        assertThat(rows.get(0).figure().status()).isEqualTo(Figure.Status.ESTIMATED);
        assertThat(rows.get(1).figure().isKnown()).isFalse();
        assertThat(rows.get(2).figure().isKnown()).isFalse();
        assertThat(rows.get(3).figure().range().low()).isZero();
    }

    /** A gigabyte without an end of line is refused after a megabyte, or where the file gets too long. */
    @Test
    void oneEndlessLineIsRefused() {
        Supplier<InputStream> endless = () -> new InputStream() {
            private long left = 1L << 30;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] into, int from, int most) {
                int size = (int) Math.min(most, left);
                Arrays.fill(into, from, from + Math.max(0, size), (byte) 'x');
                left -= size;
                return size <= 0 ? -1 : size;
            }
        };

        assertThatExceptionOfType(InvalidFilesException.class)
                .isThrownBy(() -> DataFile.of("long.csv", endless).read(StatisticsTable.tidy()))
                .withMessageContaining("long.csv: it is longer than 268435456 bytes");
        assertThatExceptionOfType(InvalidFilesException.class)
                .isThrownBy(() -> DataFile.of("long.csv", endless)
                        .within(new Limits(Integer.MAX_VALUE, 10))
                        .read(StatisticsTable.tidy()))
                .withMessageContaining("a cell is longer than 65536 characters");
        assertThatExceptionOfType(InvalidFilesException.class)
                .isThrownBy(() -> table(HEADER + "a,b,c,d,e,f,g,h\n".repeat(3))
                        .within(new Limits(1000, 2))
                        .read(StatisticsTable.tidy()))
                .withMessageContaining("line 4: it has more than 2 rows. Maybe raise Limits.");
    }

    @Test
    void openQuotesAreRefused() {
        assertThatExceptionOfType(InvalidFilesException.class)
                .isThrownBy(() -> table(HEADER + "cobalt,mine,\"COD,2024,production,5,Co content,mine\n")
                        .read(StatisticsTable.tidy()))
                .withMessageContaining("a quotation mark opens and never closes");
    }

    @Test
    void noFileIsSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataFile.of(Path.of("nowhere.csv")))
                .withMessage("File 'nowhere.csv': there is none. Maybe check the path.");
    }

    /** Bytes changed at random are read, rejected or refused, and nothing else happens. */
    @Test
    void mangledFilesAreReadOrRefused() {
        Random random = new Random(5);
        String text = HEADER
                + "cobalt,mine,COD,2024,production,\"220,000\",Co content,\"a, b\"\n".repeat(3)
                + "cobalt,mine,Côte d'Ivoire,2024,production,<5,Co content,mine\n";
        byte[] whole = text.getBytes(StandardCharsets.UTF_8);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] mangled = whole.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                mangled[random.nextInt(mangled.length)] = (byte) random.nextInt(256);
            }
            try {
                Imported<Statistic> rows = DataFile.of("table.csv", () -> new ByteArrayInputStream(mangled))
                        .read(StatisticsTable.tidy());
                assertThat(rows.rows().size() + rows.rejections()).isLessThanOrEqualTo(10);
                read++;
            } catch (InvalidFilesException e) {
                assertThat(e.getMessage()).contains("table.csv").contains("Maybe");
                refused++;
            }
        }
        assertThat(read).isGreaterThan(500);
        assertThat(refused).isGreaterThan(500);
    }
}
