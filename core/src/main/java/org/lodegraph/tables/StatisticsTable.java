package org.lodegraph.tables;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import com.google.common.io.MoreFiles;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.lodegraph.io.InvalidFilesException;
import org.lodegraph.io.Limits;
import org.lodegraph.measure.Source;

/**
 * A tidy table of statistics: one figure a row. {@code StatisticsTable.of(path).read()}.
 *
 * <p>Columns, in any order, upper or lower case; others are ignored:
 *
 * <ul>
 *   <li>{@code material}, {@code stage}, {@code year}, {@code statistic} (production, capacity or reserves);
 *   <li>{@code country_iso3} or {@code country}: any code or name that {@link Countries} knows, the world, or other countries;
 *   <li>{@code value_t}: metric tons, as statisticians write them: {@code 1,234}, {@code e120}, {@code W}, {@code NA},
 *       {@code --}, {@code <5}, {@code 10-15};
 *   <li>{@code source}: who said it;
 *   <li>perhaps {@code form} (which of several products), {@code basis} ({@code gross weight}, {@code Co content}, {@code Li2O}),
 *       {@code status} and {@code note}.
 * </ul>
 *
 * <p>A row that cannot be read, or says the same thing again, is kept out, counted and listed with its line, column, value and
 * cure. What makes the whole file unreadable is an {@link InvalidFilesException}. Only one row is in memory beside what was
 * read. Immutable and thread safe.
 */
public final class StatisticsTable {

    private final TableFile file;
    private final Optional<NumberStyle> style;
    private final ImmutableMap<String, Source> sources;

    private StatisticsTable(TableFile file, Optional<NumberStyle> style, ImmutableMap<String, Source> sources) {
        this.file = file;
        this.style = style;
        this.sources = sources;
    }

    /**
     * A file.
     *
     * @param path where it is
     * @throws IllegalArgumentException if there is no file
     */
    public static StatisticsTable of(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("File '%s': there is none. Maybe check the path.".formatted(path));
        }
        return of(String.valueOf(path.getFileName()), MoreFiles.asByteSource(path));
    }

    private static StatisticsTable of(String name, ByteSource bytes) {
        return new StatisticsTable(
                new TableFile(name, bytes, StandardCharsets.UTF_8, false, Limits.DEFAULT),
                Optional.empty(),
                ImmutableMap.of());
    }

    /**
     * Bytes from anywhere.
     *
     * @param name what messages call it
     * @param bytes opens what stands in it, from the beginning; asked for several times
     */
    public static StatisticsTable of(String name, Supplier<InputStream> bytes) {
        return of(name, new ByteSource() {
            @Override
            public InputStream openStream() {
                return bytes.get();
            }
        });
    }

    /** A copy in another encoding than UTF-8. */
    public StatisticsTable encodedAs(Charset charset) {
        return new StatisticsTable(
                new TableFile(file.name(), file.bytes(), charset, true, file.limits()), style, sources);
    }

    /** A copy that writes numbers in a style; without it, the numbers that fit only one style, or commas between cells, say which. */
    public StatisticsTable writing(NumberStyle numbers) {
        return new StatisticsTable(file, Optional.of(numbers), sources);
    }

    /** A copy with other limits. */
    public StatisticsTable within(Limits limits) {
        return new StatisticsTable(
                new TableFile(file.name(), file.bytes(), file.charset(), file.isCharsetSaid(), limits), style, sources);
    }

    /**
     * A copy that knows more of its sources than their ids.
     *
     * @param known by the ids that the table uses
     */
    public StatisticsTable citing(Source... known) {
        ImmutableMap.Builder<String, Source> all =
                ImmutableMap.<String, Source>builder().putAll(sources);
        for (Source source : known) {
            all.put(source.id(), source);
        }
        return new StatisticsTable(file, style, all.buildKeepingLast());
    }

    /**
     * Reads it.
     *
     * @return what could be read, and what is wrong with the rest; {@link Imported#strict()} refuses a rest
     * @throws InvalidFilesException if the file as a whole cannot be read: its encoding, its header, its quotation marks, its
     *     size
     */
    public Imported<Statistic> read() {
        StatisticsReader reader = new StatisticsReader(style.or(this::guess), sources);
        file.read(StatisticsReader.REQUIRED, reader::accept);
        return reader.imported();
    }

    /** Numbers that fit one style only say which it is; without any, commas between cells do. */
    private Optional<NumberStyle> guess() {
        StyleGuess guess = new StyleGuess();
        file.read(StatisticsReader.REQUIRED, row -> guess.look(row.cell(StatisticsReader.VALUE)));
        return guess.style(file.hasCommas(StatisticsReader.REQUIRED));
    }

    @Override
    public String toString() {
        return file.name();
    }
}
