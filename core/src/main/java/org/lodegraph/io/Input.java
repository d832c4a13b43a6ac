package org.lodegraph.io;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lodegraph.model.Id;

/** Sheets while they are read: what is wrong so far, what was declared where, and how sources and units are named. */
final class Input {

    private final SheetSource source;
    private final boolean whole;
    private final Problems problems;
    private final Places places = new Places();
    private final Set<String> incomplete = new TreeSet<>();
    private Legend legend;

    /** For a whole chain: what is referred to must be declared. */
    Input(SheetSource source) {
        this(source, true, new Problems(), Legend.BUILT_IN);
    }

    private Input(SheetSource source, boolean whole, Problems problems, Legend legend) {
        this.source = source;
        this.whole = whole;
        this.problems = problems;
        this.legend = legend;
    }

    /** For a part of a chain, which may refer to what lies elsewhere. */
    static Input part(SheetSource source, Problems problems, Legend legend) {
        return new Input(source, false, problems, legend);
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

    /** The words by which the sheets read from now on name sources and units. */
    void legend(Legend declared) {
        legend = declared;
    }

    /** Notes that not all ids of a file could be read: what refers to it is not held against it. */
    void incomplete(String file) {
        incomplete.add(file);
    }

    /** Reads the rows of a sheet that may be missing; returns whether it is there. */
    boolean sheet(Sheet sheet, Consumer<Row> reader) {
        return source.read(sheet, this, reader);
    }

    /** An id of something that a file declares. */
    <T extends Id> Function<String, T> known(String file, Function<String, T> parse) {
        return text -> {
            T id = parse.apply(text);
            if (whole && !places.knows(id) && !incomplete.contains(file)) {
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
