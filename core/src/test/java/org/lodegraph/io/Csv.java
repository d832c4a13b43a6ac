package org.lodegraph.io;

import com.google.common.collect.Lists;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** CSV text taken apart and put together again, for tests. */
final class Csv {

    /** Rows whose cells a test may change, the header first, and the lines on which they started. */
    record Table(List<List<String>> rows, List<Integer> lines, List<String> columns) {

        int line(int row) {
            return lines.get(row);
        }

        String csv() {
            return Csv.text(rows);
        }
    }

    private Csv() {}

    static Table table(String csv) {
        var rows = new ArrayList<List<String>>();
        var lines = new ArrayList<Integer>();
        try (var reader = CsvReader.builder().ofCsvRecord(csv)) {
            reader.forEach(record -> {
                rows.add(new ArrayList<>(record.getFields()));
                lines.add((int) record.getStartingLineNumber());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Table(rows, lines, List.copyOf(rows.get(0)));
    }

    static String reversedColumns(String csv) {
        return text(Lists.transform(table(csv).rows(), Lists::reverse));
    }

    private static String text(List<List<String>> rows) {
        var text = new StringWriter();
        try (var writer = CsvWriter.builder().build(text)) {
            rows.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
