package org.lodegraph.render;

import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Table;

/** How cells are written. */
final class Amounts {

    private Amounts() {}

    /** The cell with its unit. */
    static String full(Cell cell) {
        return cell instanceof Cell.Amount amount
                ? amount.range().text() + suffix(amount.range().unit())
                : bare(cell);
    }

    /** The cell with its unit, or why nobody knows it. */
    static String told(Cell cell) {
        return full(cell)
                + (cell instanceof Cell.Missing missing && missing.isUnknown()
                        ? Words.clean(": " + missing.why(), Words.REMARK)
                        : "");
    }

    /** The cell below the heading of its column, which may name the unit. */
    static String below(Table.Column column, Cell cell) {
        return column.unit().isPresent() ? bare(cell) : full(cell);
    }

    /** The cell where its unit stands elsewhere. */
    static String bare(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return Words.clean(text.text(), Words.REMARK);
        } else if (cell instanceof Cell.Amount amount) {
            return amount.range().text();
        }
        return ((Cell.Missing) cell).isUnknown() ? "unknown" : "";
    }

    /** The value beside its bar: short, with the symbol of its unit; the basis stands in the caption. */
    static String label(Cell.Value value, Unit unit) {
        if (value instanceof Cell.Amount amount) {
            return amount.range().text() + (isSilent(unit) ? "" : " " + Words.name(unit.symbol()));
        }
        Cell.Missing missing = (Cell.Missing) value;
        return missing.isUnknown() ? "unknown: " + Words.name(missing.why()) : "–";
    }

    static String full(double value, Unit unit) {
        return full(Cell.of(Range.exactly(value, unit)));
    }

    private static String suffix(Unit unit) {
        return isSilent(unit) ? "" : " " + heading(unit);
    }

    /** The unit as a heading; nothing for shares, which say percent themselves, and for plain numbers. */
    static String heading(Unit unit) {
        return isSilent(unit) ? "" : Words.name(unit.toString());
    }

    private static boolean isSilent(Unit unit) {
        return unit.equals(Unit.SHARE) || unit.equals(Unit.ONE) || unit.equals(Unit.INDEX);
    }

    /** Stage, basis, year and source of a table. */
    static String facts(Caption caption) {
        return Words.clean(String.join(" · ", caption.facts()), Words.REMARK);
    }

    /** Unit, stage, basis, year and source of a picture. */
    static String facts(Caption caption, Unit unit) {
        String heading = heading(unit);
        // The unit says its basis.
        boolean told = !heading.isEmpty() && heading.contains(caption.basis());
        String facts = facts(told ? caption.basis("") : caption);
        return heading.isEmpty() ? facts : facts.isEmpty() ? "in " + heading : "in " + heading + " · " + facts;
    }
}
