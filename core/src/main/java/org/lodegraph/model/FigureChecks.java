package org.lodegraph.model;

import java.util.List;
import org.lodegraph.measure.Dimension;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;

/** Checks the unit, basis, sign and size of figures; adds what it finds to a list. */
final class FigureChecks {

    /**
     * In base units, such as t/a: far above what the world holds (the crust of the earth is some 1e19 t, what is mined in a
     * year some 1e11 t), far below where sums and products of figures leave the range of numbers.
     */
    private static final double LARGEST = 1e15;

    private final List<Problem> problems;

    FigureChecks(List<Problem> problems) {
        this.problems = problems;
    }

    static boolean isAboveZero(Figure figure) {
        return figure.isKnown() && figure.at(Reading.HIGH) > 0;
    }

    /** An amount: right unit and basis, not negative. Of an unknown number nobody can say on which basis it stands. */
    void amount(String entity, String field, Figure figure, Unit wanted) {
        boolean basis = figure.unit().dimension() == wanted.dimension();
        if (!figure.unit().addsTo(wanted) && (figure.isKnown() || !basis)) {
            add(
                    entity,
                    field,
                    "it is given in %s, not in %s".formatted(figure.unit(), wanted),
                    basis
                            ? "convert it by a named factor, or set the material's basis."
                            : "give it in " + wanted + ".");
        } else if (figure.isKnown() && figure.at(Reading.LOW) < 0) {
            add(entity, field, "it is negative (%s)".formatted(figure.range()), "leave it out if it is unknown.");
        } else {
            notTooLarge(entity, field, figure);
        }
    }

    private void notTooLarge(String entity, String field, Figure figure) {
        if (figure.isKnown() && figure.at(Reading.HIGH) * figure.unit().factor() > LARGEST) {
            add(
                    entity,
                    field,
                    "it is too large to reckon with (%s %s)".formatted(figure.at(Reading.HIGH), figure.unit()),
                    "check the unit; what has no limit is left out or a boundary, and what nobody knows is unknown.");
        }
    }

    /** A coefficient: above zero. */
    void positive(String entity, String field, Figure figure, Unit wanted) {
        amount(entity, field, figure, wanted);
        if (figure.unit().addsTo(wanted) && figure.isKnown() && figure.at(Reading.LOW) == 0) {
            add(entity, field, "it is zero (%s)".formatted(figure.range()), "leave the material out.");
        }
        if (!figure.isKnown()) {
            add(
                    entity,
                    field,
                    "it is unknown (%s)".formatted(figure.note()),
                    "assume a range and say why, Figure.assumed.");
        }
    }

    /** A share: 0..1. */
    void share(String entity, String field, Figure figure) {
        amount(entity, field, figure, Unit.ONE);
        if (figure instanceof Figure.Known known && known.spread() instanceof Spread.Lognormal) {
            add(entity, field, "its lognormal has no end (%s)".formatted(figure.range()), "use a triangle.");
            return;
        }
        if (figure.unit().addsTo(Unit.ONE) && figure.isKnown() && figure.at(Reading.HIGH, Unit.ONE) > 1) {
            add(entity, field, "it is above 1 (%s)".formatted(figure.range()), "give percent in the unit %.");
        }
    }

    void dimension(String entity, String field, Figure figure, Dimension wanted) {
        if (figure.unit().dimension() != wanted) {
            add(entity, field, "it is given in %s".formatted(figure.unit()), "give it as a " + wanted + ".");
        } else {
            notTooLarge(entity, field, figure);
        }
    }

    private void add(String entity, String field, String finding, String cure) {
        problems.add(new Problem(entity, field, finding, "Maybe " + cure));
    }
}
