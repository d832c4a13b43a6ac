package org.lodegraph.model;

/** Short names for ids, for static import: {@code material("gallium")}, {@code country("USA")}. */
public final class Ids {

    private Ids() {}

    /**
     * Names a material.
     *
     * @param value the id
     * @return the typed id
     * @throws IllegalArgumentException if it is misspelled
     */
    public static MaterialId material(String value) {
        return new MaterialId(value);
    }

    /**
     * Names a recipe.
     *
     * @param value the id
     * @return the typed id
     * @throws IllegalArgumentException if it is misspelled
     */
    public static RecipeId recipe(String value) {
        return new RecipeId(value);
    }

    /**
     * Names a facility.
     *
     * @param value the id
     * @return the typed id
     * @throws IllegalArgumentException if it is misspelled
     */
    public static FacilityId facility(String value) {
        return new FacilityId(value);
    }

    /**
     * Names an owner.
     *
     * @param value the id
     * @return the typed id
     * @throws IllegalArgumentException if it is misspelled
     */
    public static OwnerId owner(String value) {
        return new OwnerId(value);
    }

    /**
     * Names a demand.
     *
     * @param value the id
     * @return the typed id
     * @throws IllegalArgumentException if it is misspelled
     */
    public static DemandId demand(String value) {
        return new DemandId(value);
    }

    /**
     * Names a stock.
     *
     * @param value the id
     * @return the typed id
     * @throws IllegalArgumentException if it is misspelled
     */
    public static StockId stock(String value) {
        return new StockId(value);
    }

    /**
     * Names a link.
     *
     * @param value the id
     * @return the typed id
     * @throws IllegalArgumentException if it is misspelled
     */
    public static LinkId link(String value) {
        return new LinkId(value);
    }

    /**
     * Names a policy.
     *
     * @param value the id
     * @return the typed id
     * @throws IllegalArgumentException if it is misspelled
     */
    public static PolicyId policy(String value) {
        return new PolicyId(value);
    }

    /**
     * Names a bloc.
     *
     * @param value the id
     * @return the typed id
     * @throws IllegalArgumentException if it is misspelled
     */
    public static BlocId bloc(String value) {
        return new BlocId(value);
    }

    /**
     * Names a country.
     *
     * @param value the id
     * @return the typed id
     * @throws IllegalArgumentException if it is misspelled
     */
    public static CountryId country(String value) {
        return new CountryId(value);
    }

    /**
     * Names a line.
     *
     * @param value such as {@code vaudreuil/bayer}
     * @return the typed id
     * @throws IllegalArgumentException if it is misspelled
     */
    public static LineId line(String value) {
        return LineId.parse(value);
    }
}
