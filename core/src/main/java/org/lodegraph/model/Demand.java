package org.lodegraph.model;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.immutables.value.Value;
import org.lodegraph.measure.Figure;

/**
 * What a consumer wants of a material for an application.
 *
 * @param id its name
 * @param material what is wanted
 * @param consumer where it is used; {@link CountryId#REST} for the rest of the world
 * @param application what for, such as {@code infrared optics}
 * @param rate how much, in t/a on the material's basis
 * @param alternatives what else would do
 * @param note a remark; may be empty
 */
@Value.Builder
@Style
@SuppressWarnings("immutables:from")
public record Demand(
        DemandId id,
        MaterialId material,
        CountryId consumer,
        String application,
        Figure rate,
        List<Alternative> alternatives,
        String note)
        implements Entity, WithDemand {

    /** The application of a demand that is not split by use. */
    public static final String ALL_USES = "all uses";

    /** Copies the alternatives. */
    public Demand {
        alternatives = ImmutableList.copyOf(alternatives);
    }

    /**
     * A demand for all uses, without alternatives.
     *
     * @param id its name
     * @param material what is wanted
     * @param consumer where it is used
     * @param rate how much, in t/a
     * @return the demand
     */
    public static Demand of(String id, String material, CountryId consumer, Figure rate) {
        return new Demand(new DemandId(id), new MaterialId(material), consumer, ALL_USES, rate, ImmutableList.of(), "");
    }

    /**
     * What everybody else wants: consumers in every country, served as if at home. Usually an assumed figure, such as
     * world output less the named demands.
     *
     * @param material what is wanted
     * @param rate how much, in t/a
     * @return the demand, named {@code row-} and the material
     */
    public static Demand remainder(String material, Figure rate) {
        return of("row-" + new MaterialId(material), material, CountryId.REST, rate);
    }

    /**
     * A copy for one application.
     *
     * @param what for
     * @return the copy
     */
    public Demand use(String what) {
        return withApplication(what);
    }

    /**
     * A copy with one more alternative.
     *
     * @param alternative what else would do
     * @return the copy
     */
    public Demand or(Alternative alternative) {
        return withAlternatives(ImmutableList.<Alternative>builder()
                .addAll(alternatives)
                .add(alternative)
                .build());
    }

    /**
     * A builder.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder().application(ALL_USES).note("");
    }

    @Override
    public Demand mapFigures(FigureMap map) {
        return withRate(map.apply(new FigurePlace(id, FigurePlace.Kind.RATE), rate))
                .withAlternatives(alternatives.stream()
                        .map(alternative -> alternative.mapFigures(id, map))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** Gathers the parts of a demand. */
    public static final class Builder extends DemandBuilder {
        Builder() {}
    }
}
