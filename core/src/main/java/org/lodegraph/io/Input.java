package org.lodegraph.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lodegraph.model.Id;

/** The files of a chain while they are read. */
final class Input {

    private final Folder folder;
    private final Limits limits;
    private final Problems problems = new Problems();
    private final Places places = new Places();
    private final Set<String> incomplete = new TreeSet<>();
    private Legend legend = Legend.BUILT_IN;

    Input(Folder folder, Limits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    Problems problems() {
        return problems;
    }

    Places places() {
        return places;
    }

    Legend legend() {
        return legend;
    }

    /** The words by which the files read from now on name sources and units. */
    void legend(Legend declared) {
        legend = declared;
    }

    /** Notes that not all ids of a file could be read: what refers to it is not held against it. */
    void incomplete(String file) {
        incomplete.add(file);
    }

    /** Reads the rows of a file that may be missing; returns whether it is there. */
    boolean sheet(Sheet sheet, Consumer<Row> reader) {
        try (InputStream in = folder.open(sheet.file()).orElse(null)) {
            if (in == null) {
                return false;
            }
            Utf8.read(in, sheet.file(), limits, problems)
                    .ifPresentOrElse(
                            bytes -> new Rows(this, sheet, limits).read(bytes, reader), () -> incomplete(sheet.file()));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("File '%s': cannot be read.".formatted(sheet.file()), e);
        }
    }

    /** An id of something that a file declares. */
    <T extends Id> Function<String, T> known(String file, Function<String, T> parse) {
        return text -> {
            T id = parse.apply(text);
            if (!places.knows(id) && !incomplete.contains(file)) {
                Optional<String> near = problems.isFull() ? Optional.empty() : Closest.to(id.value(), places.known(id));
                throw new IllegalArgumentException("%s '%s' is not in %s. Maybe %sadd it there."
                        .formatted(
                                id.kind(),
                                id.value(),
                                file,
                                near.map(word -> word + ", or ").orElse("")));
            }
            return id;
        };
    }
}
