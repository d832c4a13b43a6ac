package org.lodegraph.model;

import java.util.Optional;
import org.immutables.value.Value;
import org.lodegraph.measure.Figure;

/**
 * An explicit lane from one country to another. Between two countries without a link for a material, trade is free; a
 * link states what is known of its lane. A link that leads back to its origin states how much of its own product a country
 * was seen to use; nothing limits that but what it makes.
 *
 * @param id its name
 * @param material what is shipped
 * @param origin the country that ships
 * @param destination the country that receives
 * @param capacity the most that can be shipped, in t/a; empty if unlimited
 * @param cost per ton shipped; empty if unknown
 * @param observed what was seen to be shipped in the chain's year, in t/a; empty if nobody looked
 * @param reexport whether the origin passes on what it imported: a hub. Ordinary trade is one hop
 * @param note a remark; may be empty
 */
@Value.Builder
@Style
@SuppressWarnings("immutables:from")
public record Link(
        LinkId id,
        MaterialId material,
        CountryId origin,
        CountryId destination,
        Optional<Figure> capacity,
        Optional<Figure> cost,
        Optional<Figure> observed,
        boolean reexport,
        String note)
        implements Entity, WithLink {

    /**
     * A lane without limits.
     *
     * @param id its name
     * @param material what is shipped
     * @param origin the country that ships
     * @param destination the country that receives
     * @return the link
     */
    public static Link of(String id, String material, CountryId origin, CountryId destination) {
        return new Link(
                new LinkId(id),
                new MaterialId(material),
                origin,
                destination,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                "");
    }

    /**
     * A copy with a capacity.
     *
     * @param figure in t/a
     * @return the copy
     */
    public Link capacity(Figure figure) {
        return withCapacity(figure);
    }

    /**
     * A copy with an observed flow.
     *
     * @param figure in t/a
     * @return the copy
     */
    public Link observed(Figure figure) {
        return withObserved(figure);
    }

    /**
     * Whether it says what a country uses of its own product, and crosses no border.
     *
     * @return whether origin and destination are one
     */
    public boolean isDomestic() {
        return origin.equals(destination);
    }

    /**
     * A copy whose origin passes on what it imported.
     *
     * @return the copy
     */
    public Link asReexport() {
        return withReexport(true);
    }

    /**
     * A builder.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder().reexport(false).note("");
    }

    @Override
    public Link mapFigures(FigureMap map) {
        return withCapacity(
                        capacity.map(figure -> map.apply(new FigurePlace(id, FigurePlace.Kind.LINK_CAPACITY), figure)))
                .withCost(cost.map(figure -> map.apply(new FigurePlace(id, FigurePlace.Kind.LINK_COST), figure)))
                .withObserved(observed.map(figure -> map.apply(new FigurePlace(id, FigurePlace.Kind.FLOW), figure)));
    }

    /** Gathers the parts of a link. */
    public static final class Builder extends LinkBuilder {
        Builder() {}
    }
}
