package org.lodegraph.io;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;

/** A figure in the cells of a row: the number in {@code rate}, what belongs to it in {@code rate_unit}, {@code rate_source} ... */
final class FigureCells {

    private static final String UNKNOWN = "unknown";

    /** Stands in for a figure that was reported; nothing is read from it. */
    static final Figure UNREAD = Figure.unknown(Unit.ONE, "reported");

    private FigureCells() {}

    static boolean isEmpty(Row row, String column) {
        return row.word(column).isEmpty()
                && Sheet.FIGURE.stream()
                        .allMatch(suffix -> row.word(column + suffix).isEmpty());
    }

    static Supplier<Optional<Figure>> read(Row row, String column, Legend legend) {
        if (isEmpty(row, column)) {
            return Optional::empty;
        }
        String note = row.text(column + "_note", "");
        String number = row.word(column);
        boolean unknown = number.toLowerCase(Locale.ROOT).equals(UNKNOWN);
        Supplier<Unit> unit = row.word(column + "_unit").isEmpty()
                ? row.wrong(column + "_unit", "it is empty", "Maybe t/a, or t/a Ga content.")
                : row.required(column + "_unit", legend::unit);
        Supplier<Source> source = row.optional(column + "_source", fallback(row, column), legend::source);
        Supplier<Figure.Status> status = row.optional(
                column + "_status",
                unknown ? Figure.Status.UNKNOWN : Figure.Status.REPORTED,
                text -> status(text, number, column));
        String locator = row.text(column + "_locator", "");
        if (unknown) {
            if (note.isBlank()) {
                return row.wrong(
                        column + "_note", "it is unknown without a reason", "Maybe not published, or withheld.");
            }
            return row.attempt(
                    column,
                    () -> Optional.of(
                            new Figure.Unknown(unit.get(), source.get().at(locator), note)));
        }
        if (number.isEmpty()) {
            return row.wrong(
                    column,
                    "there is no number, but something beside it",
                    "Maybe write unknown, and why in %s_note.".formatted(column));
        }
        Supplier<Spread> spread = row.required(column, Spreads::parse);
        if (note.isBlank() && row.word(column + "_status").equalsIgnoreCase("assumed")) {
            return row.wrong(column + "_note", "it is assumed without a reason", "Maybe say why.");
        }
        return row.attempt(
                column + "_note",
                () -> Optional.of(
                        new Figure.Known(spread.get(), unit.get(), source.get().at(locator), status.get(), note)));
    }

    private static Source fallback(Row row, String column) {
        return row.word(column + "_status").equalsIgnoreCase("assumed") ? Source.ASSUMPTION : Source.STATED;
    }

    private static Figure.Status status(String text, String number, String column) {
        Figure.Status status = Row.choice(Figure.Status.class).apply(text);
        boolean unknown = number.toLowerCase(Locale.ROOT).equals(UNKNOWN);
        if (!number.isEmpty() && unknown != (status == Figure.Status.UNKNOWN)) {
            throw new IllegalArgumentException(
                    unknown
                            ? "the number is unknown, so nobody %s it. Maybe leave it empty.".formatted(text)
                            : "there is a number. Maybe write unknown in %s, or reported here.".formatted(column));
        }
        return status;
    }

    /** Fills the cells of a figure. */
    static void write(Output.Cells cells, String column, Figure figure, Legend legend) {
        cells.put(column, figure instanceof Figure.Known known ? Spreads.print(known.spread()) : UNKNOWN);
        cells.put(column + "_unit", legend.print(figure.unit()));
        cells.put(column + "_status", figure.isKnown() ? Output.print(figure.status()) : "");
        cells.put(column + "_source", legend.print(figure.source()));
        cells.put(column + "_locator", Texts.print(figure.source().locator()));
        cells.put(column + "_note", Texts.print(figure.note()));
    }
}
