package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A CSV file in memory: UTF-8, comma separated, a header, one record a line.
 *
 * @param name the file's name
 * @param columns its header
 * @param rows its records
 */
record Table(String name, List<String> columns, List<Row> rows) {

    Table {
        columns = ImmutableList.copyOf(columns);
        rows = ImmutableList.copyOf(rows);
    }

    /** Reads a file that lies beside this class. */
    static Table embedded(String name) {
        try (InputStream stream = Table.class.getResourceAsStream(name)) {
            return read(name, Objects.requireNonNull(stream, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Table read(String name, InputStream stream) throws IOException {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().ofCsvRecord(new String(stream.readAllBytes(), StandardCharsets.UTF_8))) {
            ImmutableList<CsvRecord> records = reader.stream().collect(ImmutableList.toImmutableList());
            List<String> columns = records.get(0).getFields();
            ImmutableList.Builder<Row> rows = ImmutableList.builder();
            ImmutableMap<String, Integer> places = Row.columns(columns);
            Said said = new Said();
            for (CsvRecord each : records.subList(1, records.size())) {
                rows.add(new Row(name, each.getStartingLineNumber(), places, each.getFields(), said));
            }
            return new Table(name, columns, rows.build());
        }
    }

    /** The table without some of its rows. */
    Table without(Predicate<Row> unwanted) {
        return new Table(
                name, columns, rows.stream().filter(unwanted.negate()).collect(ImmutableList.toImmutableList()));
    }
}
