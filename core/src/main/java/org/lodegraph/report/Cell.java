package org.lodegraph.report;

import java.util.Objects;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Quantity;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Share;
import org.lodegraph.measure.Unit;

/** What stands in one place of a report: words, an amount, or the statement that there is no number. */
public sealed interface Cell {

    /** An amount, or the statement that there is none. */
    sealed interface Value extends Cell {}

    /**
     * Words.
     *
     * @param text the words, plain text
     */
    record Text(String text) implements Cell {
        /** Checks that there is a text, even if an empty one. */
        public Text {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * A number or a range of numbers; in {@link Unit#SHARE} a share, printed in percent.
     *
     * @param range the number, or its two ends
     */
    record Amount(Range range) implements Value {
        /** Checks that there is a range. */
        public Amount {
            Objects.requireNonNull(range, "range");
        }
    }

    /**
     * No number: unknown, never zero.
     *
     * @param why the reason; empty if nothing belongs here
     */
    record Missing(String why) implements Value {
        /** Checks that there is a reason, even if an empty one. */
        public Missing {
            Objects.requireNonNull(why, "why");
        }

        /**
         * Whether a number belongs here and nobody has it.
         *
         * @return false if the place is empty on purpose
         */
        public boolean isUnknown() {
            return !why.isBlank();
        }
    }

    /**
     * Words.
     *
     * @param text plain text
     * @return the cell
     */
    static Text text(String text) {
        return new Text(text);
    }

    /**
     * A number.
     *
     * @param value the number; not NaN
     * @param unit its unit
     * @return the cell
     */
    static Amount number(double value, Unit unit) {
        return new Amount(Range.exactly(value, unit));
    }

    /**
     * A count of things.
     *
     * @param value how many
     * @return the cell
     */
    static Amount count(long value) {
        return number(value, Unit.INDEX);
    }

    /**
     * A share.
     *
     * @param value 0..1, printed in percent
     * @return the cell
     */
    static Amount share(double value) {
        return number(value, Unit.SHARE);
    }

    /**
     * A share.
     *
     * @param share the share, printed in percent
     * @return the cell
     */
    static Amount of(Share share) {
        return share(share.value());
    }

    /**
     * A range.
     *
     * @param range printed as one number only if both ends agree
     * @return the cell
     */
    static Amount of(Range range) {
        return new Amount(range);
    }

    /**
     * A computed number.
     *
     * @param quantity number and unit
     * @return the cell
     */
    static Amount of(Quantity quantity) {
        return number(quantity.value(), quantity.unit());
    }

    /**
     * A published number, from low to high, or the reason why there is none.
     *
     * @param figure the figure
     * @return the cell
     */
    static Value of(Figure figure) {
        return figure.isKnown() ? of(figure.range()) : unknown(figure.note());
    }

    /**
     * A number that nobody has.
     *
     * @param why the reason
     * @return the cell
     * @throws IllegalArgumentException if the reason is blank
     */
    static Missing unknown(String why) {
        if (why.isBlank()) {
            throw new IllegalArgumentException(
                    "Cell: unknown without a reason (seen: '%s'). Maybe \"not published\", or Cell.empty()."
                            .formatted(why));
        }
        return new Missing(why);
    }

    /**
     * Nothing, on purpose.
     *
     * @return the cell
     */
    static Missing empty() {
        return new Missing("");
    }
}
