package org.lodegraph.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.io.InvalidFilesException;
import org.lodegraph.io.Limits;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;

/** Every importer against the same mangling: what is read is right, what is not is counted and listed, nothing else happens. */
class MangledFilesTest {

    private static final Charset OFFICE = Charset.forName("windows-1252");

    static List<Specimen<?>> specimens() {
        return Specimens.ALL;
    }

    static List<Specimen<?>> amounts() {
        return Specimens.AMOUNTS;
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void isReadAsItStands(Specimen<?> specimen) {
        Imported<?> read = specimen.read(specimen.text());

        assertThat(read.strict()).isNotEmpty();
        assertThat(read.taken()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void marksLineEndsQuotesAndOrderDoNoHarm(Specimen<?> specimen) {
        List<?> expected = specimen.read(specimen.text()).strict();
        String text = specimen.text();
        String quoted = text.lines()
                .map(line -> "\"" + line.replace(",", "\",\"") + "\"")
                .reduce("", (one, other) -> one + other + "\n");

        for (String mangled : List.of(
                "\ufeff" + text, text.replace("\n", "\r\n"), text.replace("\n", "\r"), text + "\n\n,,\n", quoted)) {
            assertThat(specimen.read(mangled).strict()).isEqualTo(expected);
        }
        // Columns of several years come in another order, so their figures do.
        assertThat(ImmutableList.<Object>copyOf(
                        specimen.read(specimen.swapped()).strict()))
                .hasSameElementsAs(ImmutableList.copyOf(expected));
        for (String separator : List.of(";", "\t", "|")) {
            assertThat(specimen.read(specimen.text(separator, List.of(specimen.cells())))
                            .strict())
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void encodingsAreSaidOrRefused(Specimen<?> specimen) {
        String text = specimen.text(",", List.of(specimen.with(specimen.country(), "Côte d’Ivoire")));
        List<?> expected = specimen.read(text).strict();

        assertThat(specimen.file(text, StandardCharsets.UTF_16)
                        .read(specimen.format())
                        .strict())
                .isEqualTo(expected);
        assertThat(specimen.file(text, OFFICE)
                        .encodedAs(OFFICE)
                        .read(specimen.format())
                        .strict())
                .isEqualTo(expected);
        assertThatExceptionOfType(InvalidFilesException.class)
                .isThrownBy(() -> specimen.file(text, OFFICE).read(specimen.format()))
                .withMessageContaining("it is not UTF-8. Maybe save it again");
        assertThatExceptionOfType(InvalidFilesException.class)
                .isThrownBy(() ->
                        specimen.file(text).encodedAs(StandardCharsets.US_ASCII).read(specimen.format()))
                .withMessageContaining("it is not in the encoding that it is said to be in");
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void missingColumnsAreNamed(Specimen<?> specimen) {
        for (String column : specimen.required()) {
            List<String> columns = new ArrayList<>(specimen.cells().keySet());
            columns.remove(column);
            assertThatExceptionOfType(InvalidFilesException.class)
                    .as("%s without %s", specimen, column)
                    .isThrownBy(() -> specimen.read(specimen.text(",", columns, List.of(specimen.cells()))))
                    .withMessageContaining(Header.name(column))
                    .withMessageContaining("it is missing (seen: ");
        }
        assertThatExceptionOfType(InvalidFilesException.class)
                .isThrownBy(() -> specimen.read(""))
                .withMessageContaining("it is empty");
    }

    /** 1,234 is a thousand in a file with commas between cells, and nobody's guess in one with semicolons. */
    @ParameterizedTest
    @MethodSource("amounts")
    void numbersAreNotGuessed(Specimen<?> specimen) {
        DoubleUnaryOperator tons = specimen::tons;

        assertThat(specimen.first(specimen.withNumber(",", "1,234")).range().high())
                .isEqualTo(tons.applyAsDouble(1234));
        assertThat(specimen.first(specimen.withNumber(";", "1.234,5")).range().high())
                .isEqualTo(tons.applyAsDouble(1234.5));
        assertThat(specimen.first(specimen.withNumber(";", "1 234")).range().high())
                .isEqualTo(tons.applyAsDouble(1234));
        Imported<?> unclear = specimen.read(specimen.withNumber(";", "1,234"));
        assertThat(unclear.rows()).isEmpty();
        assertThat(unclear.rejected().get(0).finding()).contains("it may be 1,234 or 1.234");
        assertThat(specimen.file(specimen.withNumber(";", "1,234"))
                        .writing(NumberStyle.COMMA)
                        .read(specimen.format())
                        .strict())
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void whatStatisticiansWriteIsRead(Specimen<?> specimen) {
        DoubleUnaryOperator tons = specimen::tons;

        for (String hole : List.of("W", "NA", "n.a.", "..", ">50")) {
            assertThat(specimen.first(specimen.withNumber(",", hole)).isKnown())
                    .as(hole)
                    .isFalse();
        }
        Map<String, Range> known = ImmutableMap.of(
                "--",
                Range.exactly(0, unit(specimen)),
                "e120",
                Range.exactly(tons.applyAsDouble(120), unit(specimen)),
                "<5",
                new Range(0, tons.applyAsDouble(5), unit(specimen)),
                "10-15",
                new Range(tons.applyAsDouble(10), tons.applyAsDouble(15), unit(specimen)));
        known.forEach((cell, range) -> assertThat(
                        specimen.first(specimen.withNumber(",", cell)).range())
                .as(cell)
                .isEqualTo(range));
        for (String bad : List.of("<1%", "-5", "about ten", "1,23,4", "15-10", "1e999")) {
            Imported<?> read = specimen.read(specimen.withNumber(",", bad));
            assertThat(read.rows()).as(bad).isEmpty();
            assertThat(read.rejections()).as(bad).isEqualTo(1);
            assertThat(read.rejected().get(0).toString())
                    .startsWith("table.csv, line 2, column " + Header.name(specimen.number()) + ": ")
                    .contains("(seen: '" + bad + "'). Maybe ");
        }
    }

    private static Unit unit(Specimen<?> specimen) {
        return specimen.first(specimen.text()).unit();
    }

    /** What was taken, rejected and left out is all there was. */
    @ParameterizedTest
    @MethodSource("specimens")
    void nothingIsLost(Specimen<?> specimen) {
        String text = specimen.text(
                        ",",
                        List.of(
                                specimen.cells(),
                                specimen.cells(),
                                specimen.with(specimen.country(), "Kazakstan"),
                                specimen.with(specimen.country(), "USSR"),
                                specimen.with(specimen.country(), "Congo"),
                                specimen.with(specimen.country(), "")))
                + "short\n"
                + specimen.text().lines().skip(1).findFirst().orElseThrow()
                + ",more\n";
        Imported<?> read = specimen.read(text);

        assertThat(read.taken()).isEqualTo(1);
        assertThat(read.rejections()).isEqualTo(7);
        assertThat(read.rejected())
                .hasSize(7)
                .allSatisfy(problem -> assertThat(problem.toString())
                        .startsWith("table.csv, line ")
                        .contains(". Maybe "));
        assertThat(read.rejected().get(0).finding()).startsWith("the same stands in a row before (");
        assertThat(read.rejected().get(1).cure()).isEqualTo("Maybe Kazakhstan.");
        assertThat(read.rejected().get(2).finding()).startsWith("a country that is no more");
        assertThatExceptionOfType(InvalidFilesException.class)
                .isThrownBy(read::strict)
                .satisfies(thrown -> assertThat(thrown.count()).isEqualTo(7));
    }

    /** A gigabyte without an end of line is refused after a megabyte, or where the file gets too long. */
    @ParameterizedTest
    @MethodSource("specimens")
    void oneEndlessLineIsRefused(Specimen<?> specimen) {
        String start = specimen.text();
        Supplier<InputStream> endless = () -> new Endless(start);

        assertThatExceptionOfType(InvalidFilesException.class)
                .isThrownBy(() -> DataFile.of("long.csv", endless)
                        .within(new Limits(1 << 24, 10))
                        .read(specimen.format()))
                .withMessageContaining("long.csv: it is longer than 16777216 bytes");
        assertThatExceptionOfType(InvalidFilesException.class)
                .isThrownBy(() -> DataFile.of("long.csv", endless)
                        .encodedAs(StandardCharsets.UTF_8)
                        .read(specimen.format()))
                .withMessageContaining("a cell is longer than 65536 characters");
        assertThatExceptionOfType(InvalidFilesException.class)
                .isThrownBy(() -> specimen.file(start + start + start)
                        .within(new Limits(100_000, 2))
                        .read(specimen.format()))
                .withMessageContaining("it has more than 2 rows. Maybe raise Limits.");
    }

    /** A file and then a billion letters. */
    private static final class Endless extends InputStream {
        private final byte[] start;
        private int at;
        private long left = 1L << 30;

        Endless(String start) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            return at < start.length ? start[at++] : left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            if (at < start.length) {
                into[from] = start[at++];
                return 1;
            }
            int size = (int) Math.min(most, left);
            Arrays.fill(into, from, from + Math.max(0, size), (byte) 'x');
            left -= size;
            return size <= 0 ? -1 : size;
        }
    }

    /** Bytes changed at random are read, rejected or refused; every row that is not blank is one of them. */
    @ParameterizedTest
    @MethodSource("specimens")
    void bytesChangedAtRandom(Specimen<?> specimen) {
        Random random = new Random(5);
        byte[] whole = (specimen.text(
                        ",",
                        List.of(
                                specimen.cells(),
                                specimen.with(specimen.number(), "1,234"),
                                specimen.with(specimen.country(), "Côte d'Ivoire"),
                                specimen.with(specimen.number(), "<5"))))
                .getBytes(StandardCharsets.UTF_8);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] mangled = whole.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                mangled[random.nextInt(mangled.length)] = (byte) random.nextInt(256);
            }
            try {
                Imported<?> rows = specimen.file(mangled).read(specimen.format());
                assertThat(rows.rows().size()).isGreaterThanOrEqualTo((int) rows.taken());
                assertThat(rows.taken() + rows.rejections() + left(rows)).isBetween(1L, 12L);
                read++;
            } catch (InvalidFilesException e) {
                assertThat(e.getMessage()).contains("table.csv").contains("Maybe");
                refused++;
            }
        }
        assertThat(read).isGreaterThan(50);
        assertThat(refused).isGreaterThan(50);
    }

    /** Cells put anywhere: the number of rows is known, so the law is exact. */
    @ParameterizedTest
    @MethodSource("specimens")
    void cellsPutAnywhere(Specimen<?> specimen) {
        Random random = new Random(7);
        List<String> odd =
                List.of("", "W", "NA", "--", ">50", "<1%", "10-15", "World", "CHN", "e", "12", "2023", "x;y", "\"");
        for (int i = 0; i < 500; i++) {
            List<Map<String, String>> rows = new ArrayList<>();
            for (int row = random.nextInt(6); row >= 0; row--) {
                List<String> columns = specimen.cells().keySet().asList();
                Map<String, String> cells = specimen.cells();
                for (int change = random.nextInt(3); change > 0; change--) {
                    cells = new LinkedHashMap<>(cells);
                    cells.put(columns.get(random.nextInt(columns.size())), odd.get(random.nextInt(odd.size())));
                }
                rows.add(cells);
            }
            Imported<?> read = specimen.read(specimen.text(",", rows));
            assertThat(read.taken() + read.rejections() + left(read)).isEqualTo(rows.size());
        }
    }

    private static long left(Imported<?> read) {
        return read.leftOut().values().stream().mapToLong(Long::longValue).sum();
    }
}
