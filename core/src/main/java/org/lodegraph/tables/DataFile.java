package org.lodegraph.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import com.google.common.io.MoreFiles;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.lodegraph.io.InvalidFilesException;
import org.lodegraph.io.Limits;
import org.lodegraph.measure.Source;

/**
 * A table in a file, as an office hands it out: text with commas, semicolons, tabs or bars between its cells. How it is written
 * is said here; what its columns mean is a {@link TableFormat}: {@code DataFile.of(path).read(StatisticsTable.tidy())}.
 *
 * <p>Columns stand in any order, upper or lower case; others are ignored. Numbers are read as statisticians write them:
 * {@code 1,234}, {@code e120}, {@code W}, {@code NA}, {@code --}, {@code <5}, {@code 10-15}. Countries are any name or code
 * that {@link Countries} knows. A row that cannot be read, or says the same thing again, is kept out, counted and listed with
 * its line, column, value and cure. What makes the whole file unreadable is an {@link InvalidFilesException}. Only one row is
 * in memory beside what was read. Immutable and thread safe.
 */
public final class DataFile {

    private final TableText text;
    private final Optional<NumberStyle> style;
    private final ImmutableMap<String, Source> sources;

    private DataFile(TableText text, Optional<NumberStyle> style, ImmutableMap<String, Source> sources) {
        this.text = text;
        this.style = style;
        this.sources = sources;
    }

    /**
     * A file.
     *
     * @param path where it is
     * @throws IllegalArgumentException if there is no file
     */
    public static DataFile of(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("File '%s': there is none. Maybe check the path.".formatted(path));
        }
        return of(String.valueOf(path.getFileName()), MoreFiles.asByteSource(path));
    }

    private static DataFile of(String name, ByteSource bytes) {
        return new DataFile(
                new TableText(name, bytes, Optional.empty(), Limits.DEFAULT), Optional.empty(), ImmutableMap.of());
    }

    /**
     * Bytes from anywhere.
     *
     * @param name what messages call it
     * @param bytes opens what stands in it, from the beginning; asked for several times
     */
    public static DataFile of(String name, Supplier<InputStream> bytes) {
        return of(name, new ByteSource() {
            @Override
            public InputStream openStream() {
                return bytes.get();
            }
        });
    }

    /** A copy in another encoding than UTF-8. */
    public DataFile encodedAs(Charset charset) {
        return new DataFile(
                new TableText(text.name(), text.bytes(), Optional.of(charset), text.limits()), style, sources);
    }

    /**
     * A copy that writes numbers in a style. Without it, the numbers that fit only one style, and commas between cells, say
     * which; a file that speaks for both is refused.
     */
    public DataFile writing(NumberStyle numbers) {
        return new DataFile(text, Optional.of(numbers), sources);
    }

    /** A copy with other limits. */
    public DataFile within(Limits limits) {
        return new DataFile(new TableText(text.name(), text.bytes(), text.said(), limits), style, sources);
    }

    /**
     * A copy that knows more of its sources than their ids.
     *
     * @param known by the ids that the table uses, or that its format says
     */
    public DataFile citing(Source... known) {
        ImmutableMap.Builder<String, Source> all =
                ImmutableMap.<String, Source>builder().putAll(sources);
        for (Source source : known) {
            all.put(source.id(), source);
        }
        return new DataFile(text, style, all.buildKeepingLast());
    }

    /**
     * Reads it.
     *
     * @param format what its columns mean
     * @param <T> what a row says
     * @return what could be read, and what is wrong with the rest; {@link Imported#strict()} refuses a rest
     * @throws InvalidFilesException if the file as a whole cannot be read: its encoding, its header, its quotation marks, its
     *     size, its numbers of two styles
     */
    public <T> Imported<T> read(TableFormat<T> format) {
        ImmutableList<TableFormat.Layout<T>> layouts = format.layouts();
        TableFile file = new TableFile(
                text,
                layouts.stream().map(TableFormat.Layout::header).collect(ImmutableList.toImmutableList()),
                format.titles());
        TableFile.Shape shape = file.shape();
        TableFormat.Layout<T> layout = layouts.stream()
                .filter(each -> each.header().equals(shape.header()))
                .findFirst()
                .orElseThrow();
        Sheet sheet = new Sheet(
                text.name(),
                shape.above(),
                shape.columns(),
                new Amounts(style.or(() -> guess(file, shape, layout))),
                sources);
        Gathering<T> gathering = new Gathering<>(format, layout.reader().apply(sheet), sheet);
        file.read(shape, gathering::accept);
        return gathering.imported();
    }

    private Optional<NumberStyle> guess(TableFile file, TableFile.Shape shape, TableFormat.Layout<?> layout) {
        ImmutableList<String> numbers =
                shape.columns().keySet().stream().filter(layout.isNumber()).collect(ImmutableList.toImmutableList());
        StyleGuess guess = new StyleGuess(text);
        file.read(shape, row -> {
            if (row.fits()) {
                numbers.forEach(column -> guess.look(row.cell(column), row.line()));
            }
        });
        return guess.style(shape.separator() == ',');
    }

    @Override
    public String toString() {
        return text.name();
    }
}
