package org.lodegraph.model;

/**
 * The name of one thing in a chain, typed by its kind. Entities refer to each other by id, never by object.
 *
 * <p>Country ids are ISO 3166 alpha-3 in upper case. Blocs and policies keep the letters of their published names. All
 * others are lower case with hyphens.
 */
public sealed interface Id
        permits MaterialId, RecipeId, FacilityId, LineId, OwnerId, DemandId, StockId, LinkId, PolicyId, Party {

    /**
     * The name itself.
     *
     * @return never blank
     */
    String value();

    /**
     * What kind of thing this names, for messages.
     *
     * @return such as {@code Material}
     */
    String kind();
}
