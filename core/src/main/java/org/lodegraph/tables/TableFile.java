package org.lodegraph.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.ByteSource;
import com.google.common.io.Resources;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.lodegraph.io.Closest;
import org.lodegraph.io.FileProblem;
import org.lodegraph.io.InvalidFilesException;
import org.lodegraph.io.Limits;

/**
 * A delimited text file: UTF-8, or UTF-16 with a byte order mark, or what the caller says; commas, semicolons, tabs or bars,
 * whichever the header holds. Read row by row, so that only one row is in memory. What makes the file as a whole unreadable
 * is thrown; what is wrong with a row is the row's.
 */
record TableFile(String name, ByteSource bytes, Charset charset, boolean isCharsetSaid, Limits limits) {

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

    /** The rows of a table that comes with this package. */
    static List<Record> embedded(String name) {
        ImmutableList.Builder<Record> rows = ImmutableList.builder();
        new TableFile(
                        name,
                        Resources.asByteSource(Resources.getResource(TableFile.class, name)),
                        StandardCharsets.UTF_8,
                        true,
                        Limits.DEFAULT)
                .read(ImmutableSet.of(), rows::add);
        return rows.build();
    }

    /**
     * Reads all rows that say something.
     *
     * @param required columns that must be there, in lower case
     * @param reader takes each row
     * @throws InvalidFilesException if the file as a whole cannot be read
     */
    void read(Set<String> required, Consumer<Record> reader) {
        Charset encoding = encoding();
        char separator = separator(encoding, required);
        try (CsvReader<CsvRecord> csv = open(encoding, separator)) {
            Iterator<CsvRecord> records = csv.iterator();
            if (!records.hasNext()) {
                throw refused(1, "", "it is empty", "Maybe start with a header.");
            }
            ImmutableMap<String, Integer> columns = header(records.next().getFields(), required);
            for (int count = 0; records.hasNext(); ) {
                CsvRecord record = records.next();
                Record row = new Record(name, line(record), columns, record.getFields());
                if (row.isBlank()) {
                    continue;
                }
                if (++count > limits.rows()) {
                    throw refused(
                            row.line, "", "it has more than %s rows".formatted(limits.rows()), "Maybe raise Limits.");
                }
                reader.accept(row);
            }
        } catch (CsvParseException e) {
            throw refused(
                    0, "", cause(e), "Maybe double the quotation marks inside a text, or close one that was opened.");
        } catch (IOException e) {
            throw unreadable(e);
        } catch (UncheckedIOException e) {
            throw unreadable(Objects.requireNonNull(e.getCause()));
        }
    }

    private RuntimeException unreadable(IOException e) {
        return e instanceof CharacterCodingException
                ? refused(0, "", "it is not in the encoding that it is said to be in", "Maybe save it again as UTF-8.")
                : new UncheckedIOException("File '%s': cannot be read.".formatted(name), e);
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
                        text(encoding));
    }

    // ---- encoding

    /** A mark says which it is; otherwise it must be what the caller says, UTF-8 by default. */
    private Charset encoding() {
        try (InputStream in = bytes.openBufferedStream()) {
            in.mark(4);
            int first = in.read();
            int second = in.read();
            if (first == 0xfe && second == 0xff || first == 0xff && second == 0xfe) {
                return StandardCharsets.UTF_16;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("File '%s': cannot be read.".formatted(name), e);
        }
        if (!isCharsetSaid) {
            requireUtf8();
        }
        return charset;
    }

    /** Looks at every byte once, so that no half of a file is taken for the whole. */
    private void requireUtf8() {
        try (InputStream in = bytes.openBufferedStream()) {
            Utf8Check check = new Utf8Check();
            byte[] block = new byte[1 << 16];
            long size = 0;
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                size += read;
                if (size > limits.bytes()) {
                    throw refused(
                            0,
                            "",
                            "it is longer than %s bytes".formatted(limits.bytes()),
                            "Maybe split it, or raise Limits.");
                }
                if (!check.accept(block, read)) {
                    break;
                }
            }
            if (!check.isWhole()) {
                throw refused(
                        check.line(),
                        "",
                        check.sawNul() ? "it holds zero bytes, as UTF-16 does" : "it is not UTF-8",
                        "Maybe save it again as UTF-8, or say what it is, encodedAs(Charset.forName(\"windows-1252\")).");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("File '%s': cannot be read.".formatted(name), e);
        }
    }

    private Reader text(Charset encoding) throws IOException {
        InputStream in = bytes.openBufferedStream();
        if (encoding.equals(StandardCharsets.UTF_8)) {
            in.mark(4);
            if (!(in.read() == 0xef && in.read() == 0xbb && in.read() == 0xbf)) {
                in.reset();
            }
        }
        // What an encoding does not know is an error, not a question mark.
        return new InputStreamReader(
                in,
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    // ---- header

    /** Whether commas stand between its cells. */
    boolean hasCommas(Set<String> required) {
        return separator(encoding(), required) == ',';
    }

    /** The one that tells most of the required columns apart; then, the one that makes most columns. */
    private char separator(Charset encoding, Set<String> required) {
        StringBuilder header = new StringBuilder();
        try (Reader in = text(encoding)) {
            for (int c = in.read(); c >= 0 && c != '\n' && c != '\r' && header.length() < LONGEST_ROW; c = in.read()) {
                header.append((char) c);
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        char best = ',';
        long most = -1;
        for (char separator : SEPARATORS) {
            String[] names = header.toString().split(Pattern.quote(String.valueOf(separator)), -1);
            long known = Arrays.stream(names)
                    .map(TableFile::column)
                    .filter(required::contains)
                    .count();
            long score = known * MOST_COLUMNS + names.length;
            if (score > most) {
                most = score;
                best = separator;
            }
        }
        return best;
    }

    private static String column(String text) {
        return text.strip()
                .replaceAll("^\"|\"$", "")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s-]+", "_");
    }

    private ImmutableMap<String, Integer> header(List<String> names, Set<String> required) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        List<FileProblem> problems = new ArrayList<>();
        for (int at = 0; at < names.size(); at++) {
            String column = column(names.get(at));
            String free = column;
            while (columns.containsKey(free)) {
                if (required.contains(column)) {
                    problems.add(new FileProblem(name, 1, column, "", "it is there twice", "Maybe delete one."));
                }
                free = free + " again";
            }
            columns.put(free, at);
        }
        for (String column : required) {
            if (!columns.containsKey(column)) {
                problems.add(new FileProblem(
                        name,
                        1,
                        column,
                        "",
                        "it is missing (seen: %s)".formatted(shown(String.join(", ", columns.keySet()))),
                        Closest.to(column, columns.keySet())
                                .map("Maybe rename '%s'."::formatted)
                                .orElse("Maybe add it.")));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidFilesException(problems, problems.size());
        }
        return ImmutableMap.copyOf(columns);
    }

    private InvalidFilesException refused(int line, String column, String finding, String cure) {
        return new InvalidFilesException(ImmutableList.of(new FileProblem(name, line, column, "", finding, cure)), 1);
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
