package org.lodegraph.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodegraph.io.InvalidFilesException;

/** How a file writes numbers is told by all of its numbers, or by the caller, and is never guessed. */
class NumberStylesTest {

    private static DataFile file(char separator, List<String> cells) {
        StringBuilder text = new StringBuilder("material,stage,country,year,statistic,value_t,source\n");
        for (int row = 0; row < cells.size(); row++) {
            text.append("cobalt,mine,COD,%s,production,@,own\n".formatted(1900 + row));
        }
        String table = text.toString().replace(',', separator);
        for (String cell : cells) {
            table = table.replaceFirst("@", '"' + cell + '"');
        }
        String whole = table;
        return DataFile.of("table.csv", () -> new ByteArrayInputStream(whole.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Double> read(DataFile file) {
        return file.read(StatisticsTable.tidy()).rows().stream()
                .map(row -> row.figure().range().high())
                .toList();
    }

    /** One slip of the pen must not make all others a thousand times too small. */
    @Test
    void oneCellDoesNotOutvoteTheOthers() {
        DataFile slip = file(',', List.of("220,000", "28,000", "8,700", "9,100", "3,60"));

        assertThatExceptionOfType(InvalidFilesException.class)
                .isThrownBy(() -> read(slip))
                .withMessageContaining("table.csv: its numbers are written in two styles (POINT: commas between cells;"
                        + " '220,000' in line 2, '28,000' in line 3, '8,700' in line 4 and 1 more;"
                        + " COMMA: '3,60' in line 6). Maybe write all of them as 1,234.5, or all as"
                        + " 1.234,5; a program can say which one it is, POINT or COMMA.");
        Imported<Statistic> said = slip.writing(NumberStyle.POINT).read(StatisticsTable.tidy());
        assertThat(said.rows()).hasSize(4);
        assertThat(said.rejected().get(0).toString()).startsWith("table.csv, line 6, column value_t: not a number");

        assertThatExceptionOfType(InvalidFilesException.class)
                .isThrownBy(() -> read(file(';', List.of("220.000", "28.000", "0.5"))))
                .withMessageContaining("(POINT: '0.5' in line 4; COMMA: '220.000' in line 2, '28.000' in line 3)");
        assertThatExceptionOfType(InvalidFilesException.class)
                .isThrownBy(() -> read(file(';', List.of("12,5", "12.5"))))
                .withMessageContaining("(POINT: '12.5' in line 3; COMMA: '12,5' in line 2)");
    }

    /** Whoever sets commas between cells and in numbers says so. */
    @Test
    void commasBetweenCellsSpeakToo() {
        DataFile german = file(',', List.of("1.234", "12,5"));

        assertThatExceptionOfType(InvalidFilesException.class).isThrownBy(() -> read(german));
        assertThat(read(german.writing(NumberStyle.COMMA))).containsExactly(1234.0, 12.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"e220.000", "< 28.000", "1.000-2.000", "~220.000", "8.000 e"})
    void estimatesBoundsAndRangesAreNotGuessed(String cell) {
        Imported<Statistic> read = file('\t', List.of(cell)).read(StatisticsTable.tidy());

        assertThat(read.rows()).isEmpty();
        assertThat(read.rejected().get(0).finding()).startsWith("it may be ");
    }

    @Test
    void estimatesBoundsAndRangesTellTheStyle() {
        assertThat(read(file(';', List.of("e1.234,5", "e1.234")))).containsExactly(1234.5, 1234.0);
        assertThat(read(file(';', List.of("<1.234,5", "1.234")))).containsExactly(1234.5, 1234.0);
        assertThat(read(file(';', List.of("1.234,5 – 1.500,25", "1.234")))).containsExactly(1500.25, 1234.0);
    }

    @Test
    void thousandsNeverStandBehindAZero() {
        assertThat(read(file(';', List.of("0.500")))).containsExactly(0.5);
        assertThat(read(file(';', List.of("0,500")))).containsExactly(0.5);
    }

    /** Numbers that one hand wrote are read as they were meant, or not at all. */
    @Test
    void whatOneHandWroteIsNeverMisread() {
        Random random = new Random(41);
        int taken = 0;
        for (int i = 0; i < 3_000; i++) {
            Locale hand = random.nextBoolean() ? Locale.ROOT : Locale.GERMANY;
            boolean isGrouped = random.nextBoolean();
            List<Double> meant = new ArrayList<>();
            List<String> cells = new ArrayList<>();
            for (int row = random.nextInt(5); row >= 0; row--) {
                int decimals = random.nextInt(4);
                double number = random.nextInt(random.nextBoolean() ? 3_000 : 3_000_000) / Math.pow(10, decimals);
                String digits = String.format(hand, (isGrouped ? "%,." : "%.") + decimals + "f", number);
                meant.add(number);
                cells.add((random.nextInt(4) == 0 ? "e" : random.nextInt(6) == 0 ? "<" : "") + digits);
            }
            DataFile file = file(random.nextBoolean() && hand.equals(Locale.ROOT) ? ',' : ';', cells);
            NumberStyle style = hand.equals(Locale.ROOT) ? NumberStyle.POINT : NumberStyle.COMMA;
            assertThat(read(file.writing(style))).isEqualTo(meant);

            Optional<List<Statistic>> rows = taken(file);
            taken += rows.isPresent() ? 1 : 0;
            rows.ifPresent(read -> assertThat(read)
                    .as("%s", cells)
                    .allSatisfy(
                            row -> assertThat(row.figure().range().high()).isEqualTo(meant.get(row.year() - 1900))));
        }
        assertThat(taken).isGreaterThan(2_000);
    }

    private static Optional<List<Statistic>> taken(DataFile file) {
        try {
            return Optional.of(file.read(StatisticsTable.tidy()).rows());
        } catch (InvalidFilesException e) {
            return Optional.empty();
        }
    }
}
