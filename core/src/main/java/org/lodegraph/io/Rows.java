package org.lodegraph.io;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
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
import java.util.Set;
import java.util.TreeSet;
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
                rows(header(records.next()), records, reader);
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

    private void rows(Header header, Iterator<CsvRecord> records, Consumer<Row> reader) {
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
            if (record.getFieldCount() == header.size()) {
                reader.accept(new Row(input, sheet.file(), line, header.cells(record)));
            } else {
                misfit(header, record, line, reader);
            }
        }
    }

    private void misfit(Header header, CsvRecord record, int line, Consumer<Row> reader) {
        int cells = record.getFieldCount();
        Row.Cells none = new Row.Cells(column -> "", ImmutableSet.copyOf(sheet.names()));
        if (!header.lost().isEmpty()) {
            // Maybe the header has too few or too many columns, not the row.
            reader.accept(new Row(input, sheet.file(), line, none));
            return;
        }
        boolean listed = !input.problems().isFull();
        input.problems()
                .add(
                        sheet.file(),
                        line,
                        "",
                        "",
                        "it has %s cell%s for %s columns".formatted(cells, cells == 1 ? "" : "s", header.size()),
                        cells > header.size()
                                ? "Maybe a text has a comma: put it in quotation marks."
                                : "Maybe a comma is missing.");
        // To align a row takes time, which is wasted if nobody will see what else is wrong with it.
        if (listed) {
            int[] best = Alignment.best(
                    header.size(), cells, at -> Row.misfit(input, sheet.file(), header.cells(record, at), reader));
            reader.accept(new Row(input, sheet.file(), line, header.cells(record, best)));
        } else {
            reader.accept(new Row(input, sheet.file(), line, none));
        }
    }

    /**
     * The first row.
     *
     * @param size how many columns it names
     * @param columns where each known column stands
     * @param lost columns that may be there under another name, or twice
     */
    private record Header(int size, ImmutableMap<String, Integer> columns, ImmutableSet<String> lost) {

        /** The cells of a record that has one for each column. */
        Row.Cells cells(CsvRecord record) {
            return new Row.Cells(
                    name -> {
                        Integer column = columns.get(name);
                        return column == null ? "" : record.getField(column);
                    },
                    lost);
        }

        /** The cells of a record that has not; for each column it is said where its cell stands. */
        Row.Cells cells(CsvRecord record, int[] at) {
            return new Row.Cells(
                    name -> {
                        Integer column = columns.get(name);
                        return column == null ? "" : record.getField(at[column]);
                    },
                    ImmutableSet.copyOf(Maps.filterValues(columns, column -> at[column] == Alignment.LOST)
                            .keySet()));
        }
    }

    private Header header(CsvRecord header) {
        int line = line(header);
        Map<String, Integer> columns = new LinkedHashMap<>();
        Set<String> lost = new TreeSet<>();
        Set<String> meant = new TreeSet<>();
        boolean strange = false;
        for (int at = 0; at < header.getFieldCount(); at++) {
            String name = header.getField(at).strip();
            if (columns.containsKey(name)) {
                problem(line, name, "it is there twice", "Maybe delete one.");
                lost.add(name);
            } else if (sheet.columns().containsKey(name)) {
                columns.put(name, at);
            } else {
                problem(line, name, unknown(name, at), cure(name));
                meant.addAll(meant(name));
                strange = true;
            }
        }
        for (String name : sheet.required()) {
            if (!columns.containsKey(name) && !meant.contains(name)) {
                problem(line, name, "it is missing", "Maybe add it; the columns are %s.".formatted(sheet.described()));
                lost.add(name);
            }
        }
        if (strange) {
            lost.addAll(Sets.difference(sheet.columns().keySet(), columns.keySet()));
        }
        return new Header(header.getFieldCount(), ImmutableMap.copyOf(columns), ImmutableSet.copyOf(lost));
    }

    private static String unknown(String name, int at) {
        return name.isEmpty()
                ? "column %s has no name".formatted(at + 1)
                : "not a column of this file (seen: '%s')".formatted(Problems.seen(name));
    }

    /** Columns whose lack follows from an unknown name: the one that it misspells, any if cells are not told apart. */
    private Set<String> meant(String name) {
        return isManyInOne(name)
                ? sheet.required()
                : Closest.to(name, sheet.names()).map(ImmutableSet::of).orElse(ImmutableSet.of());
    }

    private static boolean isManyInOne(String name) {
        return name.contains(";") || name.contains("\t");
    }

    private String cure(String name) {
        if (name.isEmpty()) {
            return "Maybe delete it.";
        }
        if (isManyInOne(name)) {
            return "Maybe save the file with commas between the cells.";
        }
        return Closest.to(name, sheet.names())
                .map("Maybe %s."::formatted)
                .orElse("Maybe one of %s.".formatted(sheet.described()));
    }

    /** Something because of which there may be more in the file than was read. */
    private void report(int line, String column, String finding, String cure) {
        input.incomplete(sheet.file());
        problem(line, column, finding, cure);
    }

    private void problem(int line, String column, String finding, String cure) {
        input.problems().add(sheet.file(), line, Problems.seen(column), column, finding, cure);
    }

    private static int line(CsvRecord record) {
        return (int) Math.min(Integer.MAX_VALUE, record.getStartingLineNumber());
    }
}
