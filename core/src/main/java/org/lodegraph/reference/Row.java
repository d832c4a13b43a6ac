package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.MaterialId;

/**
 * One record of a table.
 *
 * @param file where it stands
 * @param line on which line
 * @param columns where each column stands
 * @param values its cells
 * @param said what rows of the same table said
 */
record Row(String file, long line, ImmutableMap<String, Integer> columns, List<String> values, Said said) {

    /** Ways in which a published cell may hold no number. */
    private static final ImmutableMap<String, String> HOLES =
            ImmutableMap.of("withheld", "withheld by the publisher", "not-available", "not published");

    /** A row by itself. */
    Row(String file, long line, Map<String, String> cells) {
        this(file, line, columns(cells.keySet()), ImmutableList.copyOf(cells.values()), new Said());
    }

    /** Where each column stands. */
    static ImmutableMap<String, Integer> columns(Collection<String> names) {
        ImmutableMap.Builder<String, Integer> columns = ImmutableMap.builder();
        int at = 0;
        for (String name : names) {
            columns.put(name, at++);
        }
        return columns.buildOrThrow();
    }

    /** Its cells by column. */
    Map<String, String> cells() {
        return ImmutableMap.copyOf(Maps.transformValues(columns, values::get));
    }

    private String cell(String column) {
        Integer at = columns.get(column);
        return at == null ? "" : values.get(at);
    }

    /** What it is about. */
    MaterialId material() {
        return as("material", said::material);
    }

    /** A cell that must say something. */
    String text(String column) {
        String cell = cell(column);
        if (cell.isBlank()) {
            throw bad(column, "it is blank", "fill it in, or take the row out");
        }
        return cell;
    }

    /** A cell that may be empty. */
    Optional<String> find(String column) {
        return Optional.of(cell(column)).filter(cell -> !cell.isBlank());
    }

    /** A cell as whatever a function makes of it. */
    <T> T as(String column, Function<String, T> reading) {
        String cell = text(column);
        try {
            return reading.apply(cell);
        } catch (RuntimeException e) {
            throw bad(column, "'%s' cannot be read (%s)".formatted(cell, e.getMessage()), "correct the cell");
        }
    }

    Optional<Double> number(String column) {
        return find(column).isEmpty() ? Optional.empty() : Optional.of(as(column, Double::parseDouble));
    }

    /** The unit of the row with its basis. */
    Unit unit() {
        Unit unit = as("unit", said::unit);
        return as("basis", cell -> unit.of(Basis.parse(cell)));
    }

    /** Who said it and where. */
    Source source(Map<String, Source> sources) {
        Source source = sources.get(text("source"));
        if (source == null) {
            throw bad("source", "'%s' is not in sources.csv".formatted(text("source")), "add the source");
        }
        return source.at(text("locator"));
    }

    /** The figure in the column {@code value}, with its ends in {@code low} and {@code high} if the table has them. */
    Figure figure(Map<String, Source> sources) {
        return figure("value", sources);
    }

    Figure figure(String column, Map<String, Source> sources) {
        Unit unit = unit();
        Source source = source(sources);
        String note = find("note").orElse("");
        String status = text("status");
        String hole = HOLES.get(status);
        if (hole != null) {
            return new Figure.Unknown(unit, source, note.isEmpty() ? hole : hole + ": " + note);
        }
        return new Figure.Known(spread(column), unit, source, status(status), note);
    }

    private Figure.Status status(String status) {
        return switch (status) {
            case "reported", "zero" -> Figure.Status.REPORTED;
            case "estimated", "lower-bound", "upper-bound" -> Figure.Status.ESTIMATED;
            case "assumed" -> Figure.Status.ASSUMED;
            default ->
                throw bad(
                        "status",
                        "'%s' is not a status".formatted(status),
                        "write reported, zero, estimated, lower-bound, upper-bound, assumed, withheld or not-available");
        };
    }

    private Spread spread(String column) {
        Optional<Double> middle = number(column);
        Optional<Double> low = number("low");
        Optional<Double> high = number("high");
        if (low.isPresent() && high.isPresent()) {
            return middle.isPresent()
                    ? Spread.triangular(low.get(), middle.get(), high.get())
                    : Spread.between(low.get(), high.get());
        }
        return Spread.exact(middle.orElseThrow(
                () -> bad(column, "there is no number", "write one, or the status withheld or not-available")));
    }

    IllegalArgumentException bad(String column, String finding, String cure) {
        return new IllegalArgumentException(
                "%s, line %s, column %s: %s. Maybe %s.".formatted(file, line, column, finding, cure));
    }
}
