package org.lodegraph.io;

import com.google.common.collect.ImmutableMap;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one CSV file: its header, then row by row. */
final class Rows {

    private static final Pattern LINE = Pattern.compile("line ([0-9]{1,9})");

    private final Input input;
    private final Sheet sheet;
    private final Limits limits;

    Rows(Input input, Sheet sheet, Limits limits) {
        this.input = input;
        this.sheet = sheet;
        this.limits = limits;
    }

    void read(byte[] bytes, Consumer<Row> reader) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(
                        CsvRecordHandler.of(handler -> handler.maxFields(Limits.COLUMNS)
                                .maxFieldSize(Limits.TEXT + 1)
                                .maxRecordSize(Limits.ROW)),
                        new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))) {
            Iterator<CsvRecord> records = csv.iterator();
            if (records.hasNext()) {
                header(records.next()).ifPresent(columns -> rows(columns, records, reader));
            } else {
                report(1, "", "it is empty", "Maybe delete it, or start with the header " + sheet.described() + ".");
            }
        } catch (CsvParseException e) {
            Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
            refuse(line.find() ? Integer.parseInt(line.group(1)) : 0, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuse(int line, String message) {
        if (message.contains("Unclosed")) {
            report(
                    line,
                    "",
                    "a quotation mark opens and never closes",
                    "Maybe double the quotation marks inside a text.");
        } else if (message.contains("closing quote")) {
            report(
                    line,
                    "",
                    "text goes on after a closing quotation mark",
                    "Maybe double the quotation marks inside a text.");
        } else if (message.contains("fields")) {
            report(line, "", "it has more than %s columns".formatted(Limits.COLUMNS), "Maybe delete what is empty.");
        } else {
            report(
                    line,
                    "",
                    message.contains("record size")
                            ? "a row is longer than %s characters".formatted(Limits.ROW)
                            : "a cell is longer than %s characters".formatted(Limits.TEXT),
                    "Maybe a quotation mark is missing before it.");
        }
    }

    private void rows(ImmutableMap<String, Integer> columns, Iterator<CsvRecord> records, Consumer<Row> reader) {
        for (int count = 0; records.hasNext(); count++) {
            CsvRecord record = records.next();
            int line = line(record);
            if (count == limits.rows()) {
                report(
                        line,
                        "",
                        "it has more than %s rows".formatted(count),
                        "Maybe split the chain, or raise Limits.");
                return;
            }
            if (record.getFields().stream().allMatch(String::isBlank)) {
                continue;
            }
            if (record.getFieldCount() == columns.size()) {
                reader.accept(new Row(input, sheet.file(), line, cells(columns, record)));
            } else {
                report(
                        line,
                        "",
                        "it has %s cell%s for %s columns"
                                .formatted(
                                        record.getFieldCount(), record.getFieldCount() == 1 ? "" : "s", columns.size()),
                        record.getFieldCount() > columns.size()
                                ? "Maybe a text has a comma: put it in quotation marks."
                                : "Maybe a comma is missing.");
            }
        }
    }

    private static Row.Cells cells(ImmutableMap<String, Integer> columns, CsvRecord record) {
        return column -> {
            Integer at = columns.get(column);
            return at == null ? "" : record.getField(at);
        };
    }

    /** Where each column stands; empty if the header was refused and reported. */
    private Optional<ImmutableMap<String, Integer>> header(CsvRecord header) {
        int line = line(header);
        Map<String, Integer> columns = new LinkedHashMap<>();
        boolean sound = true;
        for (int at = 0; at < header.getFieldCount(); at++) {
            String name = header.getField(at).strip();
            if (columns.putIfAbsent(name, at) != null) {
                sound = report(line, name, "it is there twice", "Maybe delete one.");
            } else if (!sheet.columns().containsKey(name)) {
                sound = report(line, name, unknown(name, at), cure(name));
            }
        }
        for (String name : sheet.required()) {
            if (!columns.containsKey(name)) {
                sound = report(
                        line, name, "it is missing", "Maybe add it; the columns are %s.".formatted(sheet.described()));
            }
        }
        return sound ? Optional.of(ImmutableMap.copyOf(columns)) : Optional.empty();
    }

    private static String unknown(String name, int at) {
        return name.isEmpty()
                ? "column %s has no name".formatted(at + 1)
                : "not a column of this file (seen: '%s')".formatted(Problems.seen(name));
    }

    private String cure(String name) {
        if (name.isEmpty()) {
            return "Maybe delete it.";
        }
        if (name.contains(";") || name.contains("\t")) {
            return "Maybe save the file with commas between the cells.";
        }
        return Closest.to(name, sheet.names())
                .map("Maybe %s."::formatted)
                .orElse("Maybe one of %s.".formatted(sheet.described()));
    }

    private boolean report(int line, String column, String finding, String cure) {
        input.incomplete(sheet.file());
        input.problems().add(sheet.file(), line, Problems.seen(column), column, finding, cure);
        return false;
    }

    private static int line(CsvRecord record) {
        return (int) Math.min(Integer.MAX_VALUE, record.getStartingLineNumber());
    }
}
