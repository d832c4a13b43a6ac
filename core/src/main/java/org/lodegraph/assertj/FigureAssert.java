package org.lodegraph.assertj;

import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.AbstractAssert;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;

/** Assertions about a figure. A figure that fails shows its number, its status, its source and its remark. */
@SuppressWarnings("exports") // whoever calls this has AssertJ
public final class FigureAssert extends AbstractAssert<FigureAssert, Figure> {

    FigureAssert(Figure figure) {
        super(figure, FigureAssert.class);
    }

    /** Passes if there is a number. */
    public FigureAssert isKnown() {
        return require(actual.isKnown(), "is unknown");
    }

    /** Passes if a publication said it, be it a number or that there is none: neither the caller nor an assumption did. */
    public FigureAssert isCited() {
        return require(isCited(actual), "names no publication");
    }

    /** Passes if it is reported or estimated: neither assumed nor unknown. */
    public FigureAssert isNotAssumed() {
        return require(isPublished(actual), "is taken for granted");
    }

    /**
     * Passes if this source said it.
     *
     * @param id the id of the source, such as {@code usgs-mcs2026}; any edition, any place in it
     */
    public FigureAssert comesFrom(String id) {
        return require(actual.source().id().equals(id), "does not come from '%s'".formatted(id));
    }

    /**
     * Assertions about its numbers, in its unit.
     *
     * @throws org.lodegraph.measure.UnknownFigureException if it is unknown
     */
    @CheckReturnValue
    public RangeAssert range() {
        return new RangeAssert(actual.range());
    }

    static boolean isCited(Figure figure) {
        return isCited(figure.source());
    }

    static boolean isCited(Source source) {
        return !source.id().equals(Source.STATED.id()) && !source.id().equals(Source.ASSUMPTION.id());
    }

    static boolean isPublished(Figure figure) {
        return figure.status() == Figure.Status.REPORTED || figure.status() == Figure.Status.ESTIMATED;
    }

    private FigureAssert require(boolean holds, String what) {
        if (!holds) {
            String note = actual.isKnown() && !actual.note().isBlank() ? " Note: " + actual.note() + "." : "";
            failWithMessage("%s", "Figure '%s': %s (source: %s).%s".formatted(actual, what, actual.source(), note));
        }
        return this;
    }
}
