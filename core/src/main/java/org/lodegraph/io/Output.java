package org.lodegraph.io;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableSortedMap;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.lodegraph.measure.Figure;

/** Rows of sheets while they are written, as CSV files or as JSON objects. A sheet without rows is left out. */
final class Output {

    private final Legend legend;
    private final Map<Sheet, List<String[]>> sheets = new LinkedHashMap<>();

    Output(Legend legend) {
        this.legend = legend;
    }

    Legend legend() {
        return legend;
    }

    /** The rows of each sheet that has any, in the order of writing; a row has a cell per column of its sheet. */
    Map<Sheet, List<String[]>> sheets() {
        return sheets;
    }

    ImmutableSortedMap<String, String> files() {
        ImmutableSortedMap.Builder<String, String> files = ImmutableSortedMap.naturalOrder();
        sheets.forEach((sheet, rows) -> files.put(sheet.file(), csv(sheet, rows)));
        return files.buildOrThrow();
    }

    /** Writes a row for each item. */
    <T> void sheet(Sheet sheet, Iterable<T> items, BiConsumer<Cells, T> fill) {
        List<String[]> rows = new ArrayList<>();
        for (T item : items) {
            Cells cells = new Cells(sheet);
            fill.accept(cells, item);
            rows.add(cells.cells);
        }
        if (!rows.isEmpty()) {
            sheets.put(sheet, rows);
        }
    }

    private static String csv(Sheet sheet, List<String[]> rows) {
        int[] shown = IntStream.range(0, sheet.names().size())
                .filter(at -> sheet.required().contains(sheet.names().get(at))
                        || rows.stream().anyMatch(row -> !row[at].isEmpty()))
                .toArray();
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(Arrays.stream(shown).mapToObj(sheet.names()::get).toList());
            for (String[] row : rows) {
                csv.writeRecord(Arrays.stream(shown).mapToObj(at -> row[at]).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A constant as files spell it: lower case with hyphens. */
    static String print(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String print(boolean flag) {
        return flag ? "yes" : "";
    }

    /** The cells of one row. */
    final class Cells {
        private final Sheet sheet;
        private final String[] cells;

        private Cells(Sheet sheet) {
            this.sheet = sheet;
            this.cells = new String[sheet.names().size()];
            Arrays.fill(cells, "");
        }

        Cells put(String column, Object value) {
            cells[sheet.names().indexOf(column)] = value.toString();
            return this;
        }

        Cells put(String column, Optional<?> value) {
            return put(column, value.map(Object::toString).orElse(""));
        }

        Cells put(String column, Enum<?> value) {
            return put(column, print(value));
        }

        Cells text(String column, String text, String fallback) {
            return put(column, Texts.print(text, fallback));
        }

        Cells required(String column, String text) {
            return put(column, text.isEmpty() ? "'" : Texts.print(text));
        }

        Cells list(String column, Iterable<?> items) {
            return put(column, Joiner.on("; ").join(items));
        }

        Cells figure(String column, Figure figure) {
            FigureCells.write(this, column, figure, legend);
            return this;
        }

        Cells figure(String column, Optional<Figure> figure) {
            figure.ifPresent(known -> figure(column, known));
            return this;
        }
    }
}
