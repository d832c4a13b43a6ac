package org.lodegraph.model;

import org.lodegraph.measure.Figure;

/** What happens to a figure, told where it stands. */
@FunctionalInterface
public interface FigureMap {

    /**
     * Maps one figure.
     *
     * @param place where it stands
     * @param figure the figure
     * @return what stands there instead
     */
    Figure apply(FigurePlace place, Figure figure);
}
