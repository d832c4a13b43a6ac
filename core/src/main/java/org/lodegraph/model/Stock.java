package org.lodegraph.model;

import java.util.Optional;
import org.immutables.value.Value;
import org.lodegraph.measure.Figure;

/**
 * A store of material. Stocks feed a delivery only when a period is stated over which they may be drawn.
 *
 * @param id its name
 * @param material what is stored
 * @param holder the country where it lies; of what is in the ground also {@link CountryId#NOWHERE}, for "other countries"
 * @param kind in the ground, above it, or in products
 * @param amount how much, in t on the material's basis
 * @param room how much more could be put in, in t; empty if none
 * @param owner who owns it; empty if unknown
 * @param note a remark; may be empty
 */
@Value.Builder
@Style
@SuppressWarnings("immutables:from")
public record Stock(
        StockId id,
        MaterialId material,
        CountryId holder,
        Kind kind,
        Figure amount,
        Optional<Figure> room,
        Optional<OwnerId> owner,
        String note)
        implements Entity, WithStock {

    /** Where material is stored. */
    public enum Kind {
        /** A reserve in the ground: nothing flows without a mine. */
        IN_GROUND,
        /** A stockpile or inventory, ready to use. */
        ABOVE_GROUND,
        /** In products: nothing flows without collection. */
        IN_USE
    }

    /**
     * A stockpile above ground.
     *
     * @param id its name
     * @param material what is stored
     * @param holder the country where it lies
     * @param amount how much, in t
     * @return the stock
     */
    public static Stock of(String id, String material, CountryId holder, Figure amount) {
        return new Stock(
                new StockId(id),
                new MaterialId(material),
                holder,
                Kind.ABOVE_GROUND,
                amount,
                Optional.empty(),
                Optional.empty(),
                "");
    }

    /**
     * A copy of another kind.
     *
     * @param which the kind
     * @return the copy
     */
    public Stock kind(Kind which) {
        return withKind(which);
    }

    /**
     * A copy with room for more.
     *
     * @param figure in t
     * @return the copy
     */
    public Stock room(Figure figure) {
        return withRoom(figure);
    }

    /**
     * A builder.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder().kind(Kind.ABOVE_GROUND).note("");
    }

    @Override
    public Stock mapFigures(FigureMap map) {
        return withAmount(map.apply(new FigurePlace(id, FigurePlace.Kind.AMOUNT), amount))
                .withRoom(room.map(figure -> map.apply(new FigurePlace(id, FigurePlace.Kind.ROOM), figure)));
    }

    /** Gathers the parts of a stock. */
    public static final class Builder extends StockBuilder {
        Builder() {}
    }
}
