package org.lodegraph.tables;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lodegraph.measure.Figure;

/**
 * A little file of one importer's format, to be mangled.
 *
 * @param name what it is
 * @param format what its columns mean
 * @param cells one good row, by column
 * @param required columns without which nothing can be read
 * @param number a column that holds a number
 * @param factor tons in what the number counts
 * @param country a column that holds a country
 * @param figure the figure of a row that the number makes
 */
record Specimen<T>(
        String name,
        TableFormat<T> format,
        ImmutableMap<String, String> cells,
        List<String> required,
        String number,
        double factor,
        String country,
        Function<T, Figure> figure) {

    /** Its header and rows, each cell in quotation marks where it needs them. */
    String text(String separator, List<Map<String, String>> rows) {
        return text(separator, cells.keySet().asList(), rows);
    }

    String text(String separator, List<String> columns, List<Map<String, String>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(separator, columns));
        rows.forEach(row -> lines.add(columns.stream()
                .map(column -> quoted(row.getOrDefault(column, ""), separator))
                .collect(Collectors.joining(separator))));
        return String.join("\n", lines) + "\n";
    }

    private static String quoted(String cell, String separator) {
        return cell.contains(separator) || cell.contains("\"") || cell.contains("\n")
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }

    String text() {
        return text(",", List.of(cells));
    }

    /** An amount of its number column in tons; where a ton is many of them it is divided, which rounds once. */
    double tons(double amount) {
        return factor < 1 ? amount / Math.round(1 / factor) : amount * factor;
    }

    /** Its columns from right to left. */
    String swapped() {
        return text(",", Lists.reverse(cells.keySet().asList()), List.of(cells));
    }

    ImmutableMap<String, String> with(String column, String cell) {
        return ImmutableMap.<String, String>builder()
                .putAll(cells)
                .put(column, cell)
                .buildKeepingLast();
    }

    String withNumber(String separator, String cell) {
        return text(separator, List.of(with(number, cell)));
    }

    DataFile file(String text) {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    DataFile file(String text, Charset charset) {
        return file(text.getBytes(charset));
    }

    DataFile file(byte[] bytes) {
        return DataFile.of("table.csv", () -> new ByteArrayInputStream(bytes));
    }

    Imported<T> read(String text) {
        return file(text).read(format);
    }

    /** The figure of the first row of a file that is read. */
    Figure first(String text) {
        return figure.apply(read(text).strict().get(0));
    }

    @Override
    public String toString() {
        return name;
    }
}
