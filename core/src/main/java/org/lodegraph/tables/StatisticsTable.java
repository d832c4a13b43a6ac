package org.lodegraph.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Locale;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;

/**
 * A tidy table of statistics: one figure a row. {@code DataFile.of(path).read(StatisticsTable.tidy())}.
 *
 * <p>Columns:
 *
 * <ul>
 *   <li>{@code material}, {@code stage} ({@link Statistic#steps} or {@code reserve}), {@code year}, {@code statistic} (production, capacity or reserves);
 *   <li>{@code country_iso3} or {@code country}: any code or name that {@link Countries} knows, the world, or other countries;
 *   <li>{@code value_t}: metric tons;
 *   <li>{@code source}: who said it;
 *   <li>perhaps {@code form} (which of several products), {@code basis} ({@code gross weight}, {@code Co content}, {@code Li2O}),
 *       {@code status} and {@code note}. A status that says that there is no number makes an unknown figure, whose note
 *       keeps a number that stands there nevertheless; one that contradicts the number is rejected.
 * </ul>
 *
 * <p>Other columns are ignored, but for a {@code unit} or {@code units} that is another than metric tons: such a row is
 * rejected.
 */
public final class StatisticsTable extends TableFormat<Statistic> {

    private static final String VALUE = "value_t";
    private static final StatisticsTable TIDY = new StatisticsTable();
    private static final ImmutableSet<String> HOLES =
            ImmutableSet.of("withheld", "not-available", "see-note", "qualitative-small", "qualitative-large");
    private static final String RANGE = "range";
    private static final ImmutableSet<String> UNITS = ImmutableSet.of("unit", "units");

    private StatisticsTable() {}

    /** The format. */
    public static StatisticsTable tidy() {
        return TIDY;
    }

    @Override
    ImmutableList<Layout<Statistic>> layouts() {
        return ImmutableList.of(new Layout<>(
                Header.of("material", "stage", "year", "statistic", VALUE, "source", "country_iso3|country"),
                VALUE::equals,
                sheet -> row -> Reading.of(read(row))));
    }

    @Override
    List<Object> key(Statistic row) {
        return keyOf(row);
    }

    /** What two statistics of one source must not both say. */
    static List<Object> keyOf(Statistic row) {
        return ImmutableList.of(
                row.material(),
                row.stage(),
                row.form(),
                row.country(),
                row.year(),
                row.kind().name().toLowerCase(Locale.ROOT),
                row.figure().unit(),
                row.figure().source().id());
    }

    private static Statistic read(Cells row) {
        Statistic.Kind kind = row.cell("statistic", StatisticsTable::kind);
        return new Statistic(
                row.material("material"),
                row.cell("stage", Statistic::stageOf),
                row.text("form"),
                row.country("country_iso3", "country"),
                row.year("year"),
                kind,
                figure(row, kind));
    }

    static Statistic.Kind kind(String text) {
        try {
            return Statistic.Kind.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a kind of statistic. Maybe production, capacity or reserves.", e);
        }
    }

    private static Figure figure(Cells row, Statistic.Kind kind) {
        UNITS.forEach(column -> requireTons(row, column));
        Basis basis = row.text("basis").isEmpty() ? Basis.GROSS : row.cell("basis", BasisWords::read);
        Unit unit = (kind == Statistic.Kind.RESERVES ? Unit.T : Unit.T_PER_A).of(basis);
        Source source = row.cell("source", row.sheet()::source);
        String note = row.text("note");
        String status = row.text("status").toLowerCase(Locale.ROOT);
        boolean isHole = HOLES.contains(status);
        if (row.text(VALUE).isEmpty()) {
            if (isHole || status.equals(RANGE)) {
                return new Figure.Unknown(unit, source, joined(status, note));
            }
            throw row.bad(
                    VALUE,
                    "",
                    "there is no number, and its status is '%s'".formatted(status),
                    "Maybe write 0 if there was none, or the status withheld or not-available.");
        }
        Figure figure = row.cell(VALUE, cell -> row.sheet().amounts().read(cell, unit, TonFactor.TONS, source, note));
        if (!agrees(status, figure)) {
            throw row.bad(
                    VALUE,
                    row.text(VALUE),
                    "'%s' contradicts its status '%s'".formatted(TableFile.shown(row.text(VALUE)), status),
                    "Maybe correct one of them.");
        } else if (isHole) {
            return new Figure.Unknown(
                    unit, source, joined(figure.isKnown() ? status + ", beside " + row.text(VALUE) : status, note));
        }
        return figure instanceof Figure.Known known ? as(status, known) : figure;
    }

    /** The amount is in tons, whatever a column beside it says. */
    private static void requireTons(Cells row, String column) {
        String unit = row.text(column);
        if (!unit.isEmpty() && !TonFactor.isTons(unit)) {
            throw row.bad(
                    column,
                    unit,
                    "'%s' contradicts %s, which is in metric tons".formatted(TableFile.shown(unit), VALUE),
                    "Maybe convert the value, and write t.");
        }
    }

    private static String joined(String status, String note) {
        return note.isEmpty() ? status : status + ": " + note;
    }

    /** Whether both can be true: what is nil is zero, what is not available has no number, a range has two ends. */
    private static boolean agrees(String status, Figure figure) {
        return switch (status) {
            case "zero" -> figure.isKnown() && figure.range().high() == 0;
            case "not-available" -> !figure.isKnown();
            case RANGE ->
                figure.isKnown() && figure.range().low() < figure.range().high();
            default -> true;
        };
    }

    /** What the status adds to the number. */
    private static Figure as(String status, Figure.Known known) {
        return switch (status) {
            case "estimated" -> Amounts.estimated(known);
            case "lower-bound" ->
                new Figure.Unknown(known.unit(), known.source(), "at least %s published".formatted(known.range()));
            case "upper-bound" ->
                new Figure.Known(
                        Spread.between(0, known.range().high()),
                        known.unit(),
                        known.source(),
                        Figure.Status.ESTIMATED,
                        known.note());
            default -> known;
        };
    }
}
