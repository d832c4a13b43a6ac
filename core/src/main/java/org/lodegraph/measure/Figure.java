package org.lodegraph.measure;

import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A published number: somebody said it, and we say who. It is known, with a spread, or unknown, with a reason; unknown is
 * never zero.
 */
public sealed interface Figure {

    /** How the number came about. */
    enum Status {
        /** Counted by the publisher. */
        REPORTED,
        /** Estimated by the publisher. */
        ESTIMATED,
        /** Assumed by whoever built the chain; listed by {@code SupplyChain.assumptions()}. */
        ASSUMED,
        /** Nobody has a number. */
        UNKNOWN
    }

    /**
     * The unit, with its basis.
     *
     * @return the unit
     */
    Unit unit();

    /**
     * Who said it, or who says that it is unknown.
     *
     * @return the source
     */
    Source source();

    /**
     * How the number came about.
     *
     * @return the status
     */
    Status status();

    /**
     * A remark, or the reason why the number is assumed or unknown.
     *
     * @return the remark; may be empty for reported and estimated figures
     */
    String note();

    /**
     * The number at one end of its spread, in this figure's unit.
     *
     * @param reading which end
     * @return the number
     * @throws UnknownFigureException if the figure is unknown
     */
    double at(Reading reading);

    /**
     * The same figure with another number behind it, such as one draw or a scaled spread; source and status stay.
     *
     * @param change what happens to the spread
     * @return the copy; an unknown figure stays as it is
     */
    Figure map(UnaryOperator<Spread> change);

    /**
     * Whether there is a number.
     *
     * @return false for an unknown figure
     */
    default boolean isKnown() {
        return this instanceof Known;
    }

    /**
     * The number at one end of its spread, in the wanted unit.
     *
     * @param reading which end
     * @param wanted a unit of the same dimension and basis
     * @return the number
     * @throws UnknownFigureException if the figure is unknown
     * @throws IllegalArgumentException if dimension or basis differ
     */
    default double at(Reading reading, Unit wanted) {
        return Quantity.of(at(reading), unit()).in(wanted).value();
    }

    /**
     * Low to high.
     *
     * @return the range
     * @throws UnknownFigureException if the figure is unknown
     */
    default Range range() {
        return new Range(at(Reading.LOW), at(Reading.HIGH), unit());
    }

    /**
     * A reported number.
     *
     * @param value the number
     * @param unit its unit
     * @param source who said it
     * @return the figure
     */
    static Known figure(double value, Unit unit, Source source) {
        return new Known(Spread.exact(value), unit, source, Status.REPORTED, "");
    }

    /**
     * A number that the caller states without naming a publication.
     *
     * @param value the number
     * @param unit its unit
     * @return the figure
     */
    static Known stated(double value, Unit unit) {
        return figure(value, unit, Source.STATED);
    }

    /**
     * A number estimated by its publisher.
     *
     * @param spread how far it reaches
     * @param unit its unit
     * @param source who said it
     * @return the figure
     */
    static Known estimated(Spread spread, Unit unit, Source source) {
        return new Known(spread, unit, source, Status.ESTIMATED, "");
    }

    /**
     * An assumption.
     *
     * @param spread how far it reaches
     * @param unit its unit
     * @param source whom it leans on; {@link Source#ASSUMPTION} if nobody
     * @param why the reason, which is listed with every answer that uses it
     * @return the figure
     */
    static Known assumed(Spread spread, Unit unit, Source source, String why) {
        return new Known(spread, unit, source, Status.ASSUMED, why);
    }

    /**
     * A number that nobody has.
     *
     * @param unit the unit it would have
     * @param why the reason
     * @return the figure
     */
    static Unknown unknown(Unit unit, String why) {
        return new Unknown(unit, Source.STATED, why);
    }

    /**
     * A number with its source.
     *
     * @param spread how far it reaches
     * @param unit its unit
     * @param source who said it
     * @param status how it came about; not UNKNOWN
     * @param note a remark; for an assumption the reason
     */
    record Known(Spread spread, Unit unit, Source source, Status status, String note) implements Figure {
        /**
         * Checks that an assumption has a reason.
         *
         * @throws IllegalArgumentException if it has none, or the status is UNKNOWN
         */
        public Known {
            Objects.requireNonNull(spread, "spread");
            Objects.requireNonNull(source, "source");
            if (status == Status.UNKNOWN || status == Status.ASSUMED && note.isBlank()) {
                throw new IllegalArgumentException("Figure %s %s: status %s with note '%s'. Maybe %s."
                        .formatted(
                                spread,
                                unit,
                                status,
                                note,
                                status == Status.UNKNOWN ? "use Figure.unknown" : "say why it is assumed"));
            }
        }

        @Override
        public double at(Reading reading) {
            return spread.at(reading);
        }

        @Override
        public Known map(UnaryOperator<Spread> change) {
            return new Known(change.apply(spread), unit, source, status, note);
        }

        /**
         * A copy with a remark.
         *
         * @param remark the remark
         * @return the copy
         */
        public Known noting(String remark) {
            return new Known(spread, unit, source, status, remark);
        }

        @Override
        public String toString() {
            return "%s (%s, %s)".formatted(range(), status.name().toLowerCase(Locale.ROOT), source.id());
        }
    }

    /**
     * A number that nobody has.
     *
     * @param unit the unit it would have
     * @param source who says that it is unknown or withheld
     * @param note the reason
     */
    record Unknown(Unit unit, Source source, String note) implements Figure {
        /**
         * Checks that there is a reason.
         *
         * @throws IllegalArgumentException if there is none
         */
        public Unknown {
            if (note.isBlank()) {
                throw new IllegalArgumentException(
                        "Figure in %s: unknown without a reason. Maybe \"not published\" or \"withheld\"."
                                .formatted(unit));
            }
        }

        @Override
        public Status status() {
            return Status.UNKNOWN;
        }

        @Override
        public double at(Reading reading) {
            throw new UnknownFigureException(this);
        }

        @Override
        public Unknown map(UnaryOperator<Spread> change) {
            return this;
        }

        @Override
        public String toString() {
            return "unknown %s (%s)".formatted(unit, note);
        }
    }
}
