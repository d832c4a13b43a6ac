package org.lodegraph.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.lodegraph.io.FileProblem;
import org.lodegraph.io.InvalidFilesException;
import org.lodegraph.io.Limits;

/**
 * A delimited text file: commas, semicolons, tabs or bars, whichever the header holds, perhaps with titles above it. Read row
 * by row, so that only one row is in memory. What makes the file as a whole unreadable is thrown; what is wrong with a row is
 * the row's.
 *
 * @param text what stands in it
 * @param headers what its header may be; the first that fits
 * @param titles how many lines may stand above the header
 */
record TableFile(TableText text, ImmutableList<Header> headers, int titles) {

    private static final int LONGEST_ROW = 1 << 20;
    private static final int LONGEST_CELL = 1 << 16;
    private static final int MOST_COLUMNS = 1024;
    private static final ImmutableList<Character> SEPARATORS = ImmutableList.of(',', ';', '\t', '|');

    /**
     * One row.
     *
     * @param file where it stands
     * @param line on which line it begins
     * @param columns where each column stands, by its name in lower case
     * @param cells what stands there
     */
    record Record(String file, int line, ImmutableMap<String, Integer> columns, List<String> cells) {

        /** What stands in a column; empty if there is no such column, or the row ends before it. */
        String cell(String column) {
            Integer at = columns.get(column);
            return at == null || at >= cells.size() ? "" : cells.get(at).strip();
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }

        /** Whether it has one cell for each column; further cells that say nothing do no harm. */
        boolean fits() {
            return cells.size() >= columns.size()
                    && cells.subList(columns.size(), cells.size()).stream().allMatch(String::isBlank);
        }

        FileProblem problem(String column, String value, String finding, String cure) {
            return new FileProblem(file, line, column, shown(value), finding, cure);
        }
    }

    /**
     * How a file is laid out.
     *
     * @param encoding how its characters are written
     * @param separator what stands between cells
     * @param header which of the headers it has
     * @param above what stands above it
     * @param columns where each column stands
     */
    record Shape(
            Charset encoding,
            char separator,
            Header header,
            ImmutableList<String> above,
            ImmutableMap<String, Integer> columns) {}

    /** The rows of a table that comes with this package. */
    static List<Record> embedded(String name) {
        // Found by the class itself: on the module path nobody else, such as Guava, can see into this package.
        URL place = Objects.requireNonNull(TableFile.class.getResource(name), name);
        TableFile file = new TableFile(
                new TableText(name, Resources.asByteSource(place), Optional.of(StandardCharsets.UTF_8), Limits.DEFAULT),
                ImmutableList.of(Header.of()),
                0);
        ImmutableList.Builder<Record> rows = ImmutableList.builder();
        file.read(file.shape(), rows::add);
        return rows.build();
    }

    /**
     * How it is laid out.
     *
     * @throws InvalidFilesException if its bytes are no text, or no line near its beginning is one of the headers
     */
    Shape shape() {
        Charset encoding = text.encoding();
        char separator = separator(encoding);
        ImmutableList.Builder<String> above = ImmutableList.builder();
        List<CsvRecord> tops = new ArrayList<>();
        reading(encoding, separator, records -> {
            while (tops.size() <= titles && records.hasNext()) {
                tops.add(records.next());
                if (nearest(tops.get(tops.size() - 1))
                        .fits(tops.get(tops.size() - 1).getFields())) {
                    break;
                }
            }
        });
        if (tops.isEmpty()) {
            throw text.refused(1, "it is empty", "Maybe start with a header.");
        }
        CsvRecord top = tops.stream()
                .max((one, other) -> Integer.compare(found(one), found(other)))
                .orElseThrow();
        tops.subList(0, tops.indexOf(top))
                .forEach(title -> above.addAll(title.getFields().stream()
                        .filter(cell -> !cell.isBlank())
                        .toList()));
        Header header = nearest(top);
        return new Shape(
                encoding, separator, header, above.build(), header.columns(text.name(), line(top), top.getFields()));
    }

    private int found(CsvRecord record) {
        return nearest(record).found(record.getFields());
    }

    /** The header that fits, or the one of which least is missing. */
    private Header nearest(CsvRecord record) {
        return headers.stream()
                .min((one, other) -> Integer.compare(
                        one.required().size() - one.found(record.getFields()),
                        other.required().size() - other.found(record.getFields())))
                .orElseThrow();
    }

    /**
     * Reads all rows below the header that say something.
     *
     * @param shape how the file is laid out
     * @param reader takes each row
     * @throws InvalidFilesException if the file as a whole cannot be read
     */
    void read(Shape shape, Consumer<Record> reader) {
        reading(shape.encoding, shape.separator, records -> {
            boolean isBelow = false;
            for (int count = 0; records.hasNext(); ) {
                CsvRecord record = records.next();
                if (!isBelow) {
                    isBelow = shape.header.fits(record.getFields());
                    continue;
                }
                Record row = new Record(text.name(), line(record), shape.columns, record.getFields());
                if (row.isBlank()) {
                    continue;
                }
                if (++count > text.limits().rows()) {
                    throw text.refused(
                            row.line,
                            "it has more than %s rows".formatted(text.limits().rows()),
                            "Maybe raise Limits.");
                }
                reader.accept(row);
            }
        });
    }

    private void reading(Charset encoding, char separator, Consumer<Iterator<CsvRecord>> task) {
        try (CsvReader<CsvRecord> csv = open(encoding, separator)) {
            task.accept(csv.iterator());
        } catch (CsvParseException e) {
            throw text.refused(
                    0, cause(e), "Maybe double the quotation marks inside a text, or close one that was opened.");
        } catch (IOException e) {
            throw text.unreadable(e);
        } catch (UncheckedIOException e) {
            throw text.unreadable(Objects.requireNonNull(e.getCause()));
        }
    }

    private static String cause(CsvParseException e) {
        String message = String.valueOf(e.getMessage());
        String about = message.contains("Unclosed")
                ? "a quotation mark opens and never closes"
                : message.contains("closing quote")
                        ? "text goes on after a closing quotation mark"
                        : message.contains("fields")
                                ? "a row has more than %s cells".formatted(MOST_COLUMNS)
                                : message.contains("record size")
                                        ? "a row is longer than %s characters".formatted(LONGEST_ROW)
                                        : "a cell is longer than %s characters".formatted(LONGEST_CELL);
        return message.replaceAll("(?s).*?(line [0-9]+).*", "$1: ").replaceAll("^(?!line [0-9]+: $).*", "") + about;
    }

    private CsvReader<CsvRecord> open(Charset encoding, char separator) throws IOException {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(
                        CsvRecordHandler.of(handler -> handler.maxFields(MOST_COLUMNS)
                                .maxFieldSize(LONGEST_CELL)
                                .maxRecordSize(LONGEST_ROW)),
                        text.open(encoding));
    }

    /** The one that tells most of the required columns apart; then, the one that makes most columns. */
    private char separator(Charset encoding) {
        char best = ',';
        long most = -1;
        for (String line : firstLines(encoding)) {
            for (char separator : SEPARATORS) {
                List<String> names = Arrays.asList(line.split(Pattern.quote(String.valueOf(separator)), -1));
                long known = headers.stream()
                        .mapToInt(header -> header.found(names))
                        .max()
                        .orElse(0);
                long score = known * MOST_COLUMNS + names.size();
                if (score > most) {
                    most = score;
                    best = separator;
                }
            }
        }
        return best;
    }

    private List<String> firstLines(Charset encoding) {
        List<String> lines = new ArrayList<>();
        try (Reader in = new BufferedReader(text.open(encoding))) {
            StringBuilder line = new StringBuilder();
            int left = LONGEST_ROW;
            int before = 0;
            for (int c = in.read(); c >= 0 && lines.size() <= titles && left > 0; before = c, c = in.read(), left--) {
                if (c == '\n' && before == '\r') {
                    continue;
                }
                if (c == '\n' || c == '\r') {
                    lines.add(line.toString());
                    line.setLength(0);
                } else {
                    line.append((char) c);
                }
            }
            lines.add(line.toString());
        } catch (IOException e) {
            throw text.unreadable(e);
        }
        return lines;
    }

    private static int line(CsvRecord record) {
        return (int) Math.min(Integer.MAX_VALUE, record.getStartingLineNumber());
    }

    /** On one line, shortened. */
    static String shown(String value) {
        String line = value.replaceAll("\\p{Cntrl}+", " ");
        return line.length() > 160 ? line.substring(0, 157) + "..." : line;
    }
}
