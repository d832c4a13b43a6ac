package org.lodegraph.tables;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;

/**
 * Reads published amounts as statisticians write them: {@code 1,234}, {@code e1,200} (estimated), {@code W} (withheld),
 * {@code NA}, {@code --} (nil), {@code <5}, {@code >50}, {@code 10-15}. What has no number becomes an unknown figure that says
 * why, never zero; what has only a lower bound is unknown too, and says it.
 *
 * @param style how numbers are written; empty if nobody knows, so that a number that could be two is refused
 */
record Amounts(Optional<NumberStyle> style) {

    private static final ImmutableSet<String> NIL = ImmutableSet.of("--", "—", "––", "nil", "zero");
    private static final ImmutableMap<String, String> HOLES = ImmutableMap.<String, String>builder()
            .put("w", "withheld by the publisher")
            .put("xx", "not applicable")
            .put("na", "not available")
            .put("n/a", "not available")
            .put("n.a.", "not available")
            .put("n.d.", "not available")
            .put("nd", "not available")
            .put("..", "not available")
            .put("...", "not available")
            .put("…", "not available")
            .put("s", "included elsewhere by the publisher")
            .put("small", "published as small, without a number")
            .put("very small", "published as very small, without a number")
            .put("moderate", "published as moderate, without a number")
            .put("moderate to large", "published as moderate to large, without a number")
            .put("large", "published as large, without a number")
            .put("e", "published without a number: net exporter")
            .buildOrThrow();

    /** Whether a cell says that there is no number, and why. */
    static boolean isHole(String cell) {
        return HOLES.containsKey(cell.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * The figure that a cell says.
     *
     * @param cell not blank
     * @param unit the unit of the figure, in metric tons
     * @param factor the unit of the cell
     * @param source who said it
     * @param note what it is about
     * @throws IllegalArgumentException if nobody can tell; ends with the cure
     */
    Figure read(String cell, Unit unit, TonFactor factor, Source source, String note) {
        String text = cell.strip();
        String word = text.toLowerCase(Locale.ROOT);
        if (NIL.contains(word)) {
            return known(Spread.exact(0), unit, source, Figure.Status.REPORTED, note);
        }
        String hole = HOLES.get(word);
        if (hole != null) {
            return new Figure.Unknown(unit, source, joined(hole, note));
        }
        AmountText amount = AmountText.of(text);
        List<Double> tons = amount.numbers().stream()
                .map(number -> factor.tons(number(number)))
                .toList();
        double low = tons.get(0);
        double high = tons.get(tons.size() - 1);
        String published = joined("published as " + factor.shown(text), note);
        if (low > high) {
            throw new IllegalArgumentException(
                    "the range runs down from %s to %s. Maybe its ends are swapped.".formatted(low, high));
        } else if (amount.bound() == AmountText.Bound.MORE) {
            return new Figure.Unknown(unit, source, published);
        } else if (amount.bound() == AmountText.Bound.LESS) {
            return known(Spread.between(0, high), unit, source, Figure.Status.ESTIMATED, published);
        } else if (tons.size() > 1) {
            return known(Spread.between(low, high), unit, source, Figure.Status.ESTIMATED, published);
        }
        Figure.Status status = amount.isEstimate() ? Figure.Status.ESTIMATED : Figure.Status.REPORTED;
        return known(Spread.exact(low), unit, source, status, note);
    }

    /**
     * An index on its own scale, which may lie below zero; {@code --} is a hole in it.
     *
     * @throws IllegalArgumentException if it is no number and no hole; ends with the cure
     */
    Figure index(String cell, Source source) {
        String text = cell.strip();
        if (isHole(text) || NIL.contains(text)) {
            return new Figure.Unknown(Unit.INDEX, source, "not available");
        }
        boolean isBelow = text.startsWith("-") || text.startsWith("−");
        double size = number(isBelow ? text.substring(1) : text);
        return known(Spread.exact(isBelow ? -size : size), Unit.INDEX, source, Figure.Status.REPORTED, "");
    }

    /** The figure as its publisher's estimate. */
    static Figure estimated(Figure figure) {
        return figure instanceof Figure.Known known
                ? new Figure.Known(known.spread(), known.unit(), known.source(), Figure.Status.ESTIMATED, known.note())
                : figure;
    }

    private static Figure known(Spread spread, Unit unit, Source source, Figure.Status status, String note) {
        return new Figure.Known(spread, unit, source, status, note);
    }

    private static String joined(String one, String other) {
        return other.isEmpty() ? one : one + "; " + other;
    }

    private double number(String text) {
        String plain = text.strip();
        if (plain.length() > 1 && (plain.startsWith("-") || plain.startsWith("−"))) {
            throw new IllegalArgumentException("an amount below zero. Maybe the sign is wrong.");
        }
        if (plain.endsWith("%")) {
            throw new IllegalArgumentException("a share where an amount belongs. Maybe multiply it by its whole.");
        }
        if (style.isEmpty() && NumberStyle.isAmbiguous(plain)) {
            throw new IllegalArgumentException(
                    "it may be %s or %s. Maybe write it without marks between thousands; a program can say how the file writes numbers, POINT or COMMA."
                            .formatted(brief(NumberStyle.POINT.read(plain)), brief(NumberStyle.COMMA.read(plain))));
        }
        OptionalDouble value = style.map(known -> known.read(plain))
                .orElseGet(() ->
                        NumberStyle.POINT.fits(plain) ? NumberStyle.POINT.read(plain) : NumberStyle.COMMA.read(plain));
        return value.orElseThrow(() -> new IllegalArgumentException(
                "not a number. Maybe write one, or W for withheld, NA for not available, -- for nil."));
    }

    private static String brief(OptionalDouble value) {
        return Numbers.brief(value.orElseThrow());
    }
}
