package org.lodegraph.model;

/** One thing in a chain. Entities are values; a changed entity is another value. */
public sealed interface Entity permits Material, Recipe, Facility, Demand, Stock, Link, Policy, Country, Bloc {

    /**
     * The entity's name.
     *
     * @return unique among entities of its kind in a chain
     */
    Id id();

    /**
     * A copy in which every figure went through a function. This is how figures are drawn, scaled and listed.
     *
     * @param map what happens to each figure; told where the figure stands
     * @return the copy; an equal entity if the function returns what it is given
     */
    Entity mapFigures(FigureMap map);
}
