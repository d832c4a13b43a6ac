package org.lodegraph.model;

import org.lodegraph.measure.Figure;

/** What happens to a figure, told where it stands. */
@FunctionalInterface
public interface FigureMap {

    /**
     * Maps one figure.
     *
     * @param place where it stands, for people, such as {@code rate of demand 'usa-led'}
     * @param figure the figure
     * @return what stands there instead
     */
    Figure apply(String place, Figure figure);
}
