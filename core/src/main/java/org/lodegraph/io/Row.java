package org.lodegraph.io;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodegraph.measure.Figure;
import org.lodegraph.model.Id;

/**
 * One row of a file. Each reading method reports what is wrong in its cell and goes on; the values it supplies may be
 * taken only inside {@link #build}, which runs if the whole row is sound.
 */
final class Row {

    private static final Splitter LIST = Splitter.onPattern("[;\\s]+").omitEmptyStrings();

    private final Input input;
    private final String file;
    private final int line;
    private final Cells cells;
    private boolean sound = true;
    private @Nullable Id entity;

    /** What stands in the columns of a row. */
    @FunctionalInterface
    interface Cells {
        /** A cell as it stands; empty if there is no such column. */
        String in(String column);
    }

    Row(Input input, String file, int line, Cells cells) {
        this.input = input;
        this.file = file;
        this.line = line;
        this.cells = cells;
    }

    /** The row's value; empty if a cell was reported or the value refuses to be built. */
    <T> Optional<T> build(Supplier<T> value) {
        Supplier<T> built = attempt("", value);
        return sound ? Optional.of(built.get()) : Optional.empty();
    }

    /** Does something with the row's values; not if a cell was reported. */
    void run(Runnable action) {
        if (sound) {
            action.run();
        }
    }

    /** A value made of cells that were read before; a refusal is reported in a column. */
    <T> Supplier<T> attempt(String column, Supplier<T> value) {
        if (sound) {
            try {
                T made = value.get();
                return () -> made;
            } catch (IllegalArgumentException refusal) {
                report(column, refusal);
            }
        }
        return unsound();
    }

    /** A cell as it stands; empty if the file has no such column. */
    String raw(String column) {
        return cells.in(column);
    }

    /** A cell without white space around it. */
    String word(String column) {
        return raw(column).strip();
    }

    /** Free text; an empty cell means the fallback. */
    String text(String column, String fallback) {
        String cell = raw(column);
        return cell.isEmpty() ? fallback : Texts.parse(cell);
    }

    /** What a function reads from a cell that must say something. */
    <T> Supplier<T> required(String column, Function<String, T> parse) {
        if (word(column).isEmpty()) {
            return wrong(column, "it is empty", "Maybe fill it in.");
        }
        return parsed(column, word(column), parse);
    }

    /** What a function reads from a cell; an empty cell means the fallback. */
    <T> Supplier<T> optional(String column, T fallback, Function<String, T> parse) {
        return word(column).isEmpty() ? () -> fallback : parsed(column, word(column), parse);
    }

    /** What a function reads from the words of a list, separated by semicolons or spaces. */
    <T> Supplier<ImmutableList<T>> list(String column, Function<String, T> parse) {
        ImmutableList.Builder<T> all = ImmutableList.builder();
        for (String word : LIST.split(raw(column))) {
            Supplier<T> read = parsed(column, word, parse);
            if (sound) {
                all.add(read.get());
            }
        }
        return all::build;
    }

    private <T> Supplier<T> parsed(String column, String text, Function<String, T> parse) {
        try {
            T value = parse.apply(text);
            return () -> value;
        } catch (IllegalArgumentException refusal) {
            report(column, refusal);
            return unsound();
        }
    }

    /** A word of an enumeration, in lower case with hyphens. */
    static <E extends Enum<E>> Function<String, E> choice(Class<E> type) {
        return text -> {
            String name = text.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("not known (seen: '%s'). Maybe one of %s."
                            .formatted(
                                    Problems.seen(text),
                                    Arrays.stream(type.getEnumConstants())
                                            .map(Output::print)
                                            .collect(Collectors.joining(", ")))));
        };
    }

    static boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default ->
                throw new IllegalArgumentException(
                        "not yes or no (seen: '%s'). Maybe leave it empty for no.".formatted(Problems.seen(text)));
        };
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "not a day (seen: '%s'). Maybe write it as 2024-12-03: year, month, day."
                            .formatted(Problems.seen(text)),
                    e);
        }
    }

    /** Free text that must be there. */
    Supplier<String> requiredText(String column) {
        return raw(column).isEmpty() ? required(column, Texts::parse) : parsed(column, raw(column), Texts::parse);
    }

    /** A figure that must be there, known to validation as a field of the row's entity. */
    Supplier<Figure> figure(String column, String field) {
        if (FigureCells.isEmpty(this, column)) {
            return wrong(column, "there is no number", "Maybe write unknown, and why in %s_note.".formatted(column));
        }
        Supplier<Optional<Figure>> read = optionalFigure(column, field);
        return () -> read.get().orElseThrow();
    }

    /** A figure, if there is one. */
    Supplier<Optional<Figure>> optionalFigure(String column, String field) {
        if (entity != null) {
            input.places().note(entity, field, place(column));
        }
        return FigureCells.read(this, column, input.legend());
    }

    /** The id of what this row declares; nothing may be declared twice. */
    <T extends Id> Supplier<T> declared(String column, Function<String, T> parse) {
        Supplier<T> id = required(column, parse);
        declare(id, column);
        if (!sound) {
            input.incomplete(file);
        }
        return id;
    }

    /** Notes that this row declares a thing, unless a cell before was reported. */
    void declare(Supplier<? extends Id> id, String column) {
        if (sound) {
            entity = id.get();
            once(input.places().note(entity, "", place(column)), column);
        }
    }

    /** Notes that this row holds a part of a thing that has its own row elsewhere, unless a cell before was reported. */
    void part(Supplier<? extends Id> whole, Supplier<String> field, String key, String column) {
        if (sound) {
            once(input.places().note(whole.get(), field.get(), place(column)), key);
        }
    }

    /** Notes which cell validation may find fault with, unless a cell before was reported. */
    void locate(Supplier<? extends Id> whole, Supplier<String> field, String column) {
        if (sound) {
            input.places().note(whole.get(), field.get(), place(column));
        }
    }

    private void once(Optional<Places.Place> before, String column) {
        before.ifPresent(first -> report(
                column,
                "'%s' is there twice (first on line %s)".formatted(Problems.seen(word(column)), first.line()),
                () -> "Maybe delete one, or rename it."));
    }

    private Places.Place place(String column) {
        return new Places.Place(file, line, column, raw(column));
    }

    /** A value that cannot be taken. */
    <T> Supplier<T> wrong(String column, String finding, String cure) {
        report(column, finding, () -> cure);
        return unsound();
    }

    void report(String column, String finding, Supplier<String> cure) {
        sound = false;
        input.problems().add(file, line, column, raw(column), finding, cure);
    }

    void report(String column, IllegalArgumentException refusal) {
        sound = false;
        input.problems().add(file, line, column, raw(column), refusal);
    }

    private static <T> Supplier<T> unsound() {
        return () -> {
            throw new IllegalStateException("Row: a cell that was reported is read. Maybe read it inside build.");
        };
    }
}
