package org.lodegraph.io;

import com.google.common.collect.Lists;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** CSV text turned around, for tests. */
final class Csv {

    private Csv() {}

    static String reversedColumns(String csv) {
        var text = new StringWriter();
        try (var reader = CsvReader.builder().ofCsvRecord(csv);
                var writer = CsvWriter.builder().build(text)) {
            reader.forEach(record -> writer.writeRecord(Lists.reverse(record.getFields())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
