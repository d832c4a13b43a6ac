package org.lodegraph.io;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodegraph.measure.Figure;
import org.lodegraph.model.Id;

/**
 * One row of a file. Each reading method reports what is wrong in its cell and goes on. What stands in for a wrong cell
 * never leads to another problem: an optional one reads as its fallback, a figure as {@link FigureCells#UNREAD}; without
 * a required one nothing is built, and what lacks it is noted.
 */
final class Row {

    private static final Splitter LIST = Splitter.onPattern("[;\\s]+").omitEmptyStrings();

    /** Of two ways to align a row the one that loses less is better, if not more is wrong. */
    private static final double LESS = 0x1p-10;

    private final Input input;
    private final String file;
    private final int line;
    private final Cells cells;
    private final boolean trial;
    private @Nullable Id entity;
    private Runnable lacking;
    private String reading = "";
    private boolean sound;
    private boolean taken = true;
    private double misfit;

    /**
     * What stands in the columns of a row.
     *
     * @param in a cell as it stands; empty if there is no such column
     * @param lost columns of which nobody can say what stands in them, for a reason that was reported
     */
    record Cells(Function<String, String> in, ImmutableSet<String> lost) {}

    /** A value that could not be read, for a reason that was reported. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Lost() {
            super("A cell that was reported is read. Maybe read it inside build.", null, false, false);
        }
    }

    Row(Input input, String file, int line, Cells cells) {
        this(input, file, line, cells, false);
    }

    private Row(Input input, String file, int line, Cells cells, boolean trial) {
        this.input = input;
        this.file = file;
        this.line = line;
        this.cells = cells;
        this.trial = trial;
        this.lacking = () -> input.incomplete(file);
        this.sound = cells.lost().isEmpty();
        cells.lost().forEach(this::mar);
    }

    /**
     * How ill cells fit: how many would be wrong and, to a lesser degree, how many are lost that must be there. Nothing
     * is reported, noted or built.
     */
    static double misfit(Input input, String file, Cells cells, Consumer<Row> reader) {
        Row row = new Row(input, file, 0, cells, true);
        reader.accept(row);
        return row.misfit;
    }

    /** The row's value; empty if it needs a cell that could not be read, or refuses to be built. */
    <T> Optional<T> build(Supplier<T> value) {
        Optional<T> built = taken ? read(attempt("", value)) : Optional.empty();
        if (built.isEmpty()) {
            lack();
        }
        return trial ? Optional.empty() : built;
    }

    /** A value made of cells that were read before; a refusal is reported in a column. */
    <T> Supplier<T> attempt(String column, Supplier<T> value) {
        try {
            T made = value.get();
            return () -> made;
        } catch (Lost lost) {
            return lost();
        } catch (IllegalArgumentException refusal) {
            report(column, refusal);
            return lost();
        }
    }

    /** A value, if it could be read. */
    static <T> Optional<T> read(Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (Lost lost) {
            return Optional.empty();
        }
    }

    /** Whether nobody can say what stands in a cell. */
    boolean isLost(String column) {
        return cells.lost().contains(column);
    }

    /** A cell as it stands; empty if the file has no such column, or it is lost. */
    String raw(String column) {
        return isLost(column) ? "" : cells.in().apply(column);
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

    /** As required, with something that stands in for a wrong cell, so that the row is judged all the same. */
    <T> Supplier<T> required(String column, T substitute, Function<String, T> parse) {
        T value = read(required(column, parse)).orElse(substitute);
        return () -> value;
    }

    /** What a function reads from a cell; an empty cell means the fallback, and so does a wrong one that was reported. */
    <T> Supplier<T> optional(String column, T fallback, Function<String, T> parse) {
        if (word(column).isEmpty()) {
            return () -> fallback;
        }
        T value = read(parsed(column, word(column), parse)).orElse(fallback);
        return () -> value;
    }

    /** As optional, but nothing can stand in for a wrong cell, because other rows are judged by it. */
    <T> Supplier<T> decisive(String column, Supplier<T> fallback, Function<String, T> parse) {
        if (word(column).isEmpty()) {
            return isLost(column) ? lost() : fallback;
        }
        return parsed(column, word(column), parse);
    }

    /** What a function reads from the words of a list, separated by semicolons or spaces. */
    <T> Supplier<ImmutableList<T>> list(String column, Function<String, T> parse) {
        List<Supplier<T>> all = new ArrayList<>();
        for (String word : LIST.split(raw(column))) {
            all.add(parsed(column, word, parse));
        }
        return isLost(column) ? lost() : () -> all.stream().map(Supplier::get).collect(ImmutableList.toImmutableList());
    }

    private <T> Supplier<T> parsed(String column, String text, Function<String, T> parse) {
        reading = column;
        return attempt(column, () -> parse.apply(text));
    }

    /**
     * An id of something that a file declares. One that is not there is reported and read all the same, and some id that
     * nobody declares stands in for one that is misspelled.
     */
    <T extends Id> Function<String, T> known(String declaring, Function<String, T> parse) {
        return text -> {
            T id;
            try {
                id = parse.apply(text);
            } catch (IllegalArgumentException refusal) {
                report(reading, refusal);
                return lacks(parse.apply("not-read-on-line-" + line));
            }
            if (input.knows(id)) {
                if (!trial) {
                    input.refers(id);
                }
                return id;
            }
            if (!input.isIncomplete(declaring) && isNews(reading)) {
                input.undeclared(id, declaring, new Places.Place(file, line, reading, raw(reading)));
            }
            return lacks(id);
        };
    }

    private <T extends Id> T lacks(T id) {
        if (!trial) {
            input.lacks(id);
        }
        lack();
        return id;
    }

    boolean knows(Id id) {
        return input.places().knows(id);
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
        Supplier<Optional<Figure>> read = optionalFigure(column, field);
        if (read.get().isEmpty()) {
            wrong(column, "there is no number", "Maybe write unknown, and why in %s_note.".formatted(column));
        }
        return () -> read.get().orElse(FigureCells.UNREAD);
    }

    /** A figure, if there is one. */
    Supplier<Optional<Figure>> optionalFigure(String column, String field) {
        if (entity != null) {
            note(entity, field, column);
        }
        double before = misfit;
        Optional<Optional<Figure>> figure = read(FigureCells.read(this, column, input.legend()));
        if (misfit > before || figure.isEmpty()) {
            mar(column);
            return () -> Optional.of(FigureCells.UNREAD);
        }
        return figure::get;
    }

    /** The id of what this row declares; nothing may be declared twice. */
    <T extends Id> Supplier<T> declared(String column, Function<String, T> parse) {
        Supplier<T> id = required(column, parse);
        declare(id, column);
        if (taken) {
            read(id).ifPresent(this::partOf);
        } else if (!trial) {
            // The other row may have been meant for something else, which is now missing.
            input.incomplete(file);
        }
        return id;
    }

    /** Notes that this row declares a thing, if its id could be read. */
    void declare(Supplier<? extends Id> id, String column) {
        read(id).ifPresent(read -> {
            entity = read;
            once(note(read, "", column), column);
        });
    }

    /** The id of the thing that this row is a part of, which a file declares. */
    <T extends Id> Supplier<T> whole(String column, String file, Function<String, T> parse) {
        Supplier<T> whole = required(column, known(file, parse));
        read(whole).filter(input::knows).ifPresent(this::partOf);
        return whole;
    }

    private void partOf(Id whole) {
        lacking = () -> input.lacks(whole);
    }

    /** What happens if this row's value cannot be built: by default nobody knows what is missing now. */
    void otherwise(Runnable action) {
        lacking = action;
    }

    private void lack() {
        if (!trial) {
            lacking.run();
        }
    }

    /** Notes that this row holds a part of a thing that has its own row elsewhere. */
    void part(Supplier<? extends Id> whole, Supplier<String> field, String key, String column) {
        read(() -> new Places.Part(whole.get(), field.get()))
                .ifPresent(part -> once(note(part.entity(), part.field(), column), key));
    }

    /** Notes which cell validation may find fault with. */
    void locate(Supplier<? extends Id> whole, Supplier<String> field, String column) {
        read(() -> new Places.Part(whole.get(), field.get()))
                .ifPresent(part -> note(part.entity(), part.field(), column));
    }

    private Optional<Places.Place> note(Id entity, String field, String column) {
        return trial
                ? Optional.empty()
                : input.places().note(entity, field, new Places.Place(file, line, column, raw(column)));
    }

    private void once(Optional<Places.Place> before, String column) {
        before.ifPresent(first -> {
            taken = false;
            report(
                    column,
                    "'%s' is there twice (first on line %s)".formatted(Problems.seen(word(column)), first.line()),
                    () -> "Maybe delete one, or rename it.");
        });
    }

    /** A value that cannot be taken. */
    <T> Supplier<T> wrong(String column, String finding, String cure) {
        report(column, finding, () -> cure);
        return lost();
    }

    void report(String column, String finding, Supplier<String> cure) {
        if (isNews(column)) {
            input.problems().add(file, line, column, raw(column), finding, cure);
        }
    }

    void report(String column, IllegalArgumentException refusal) {
        if (isNews(column)) {
            input.problems().add(file, line, column, raw(column), refusal);
        }
    }

    /** What is wrong with a lost cell follows from what was reported, and so does what a row makes of wrong cells. */
    private boolean isNews(String column) {
        boolean news = column.isEmpty() ? sound : !isLost(column);
        misfit += news ? 1 : LESS;
        sound = false;
        mar(column);
        return news && !trial;
    }

    private void mar(String column) {
        if (!trial) {
            input.places().mar(file, line, column);
        }
    }

    private static <T> Supplier<T> lost() {
        return () -> {
            throw new Lost();
        };
    }
}
