package org.lodegraph.model;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import org.immutables.value.Value;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Unit;

/**
 * A thing as it moves: an ore, a concentrate, a liquor, a metal. Crude and refined metal are two materials.
 *
 * @param id its name
 * @param name how people call it
 * @param form in which shape it moves
 * @param mobility how far it can move
 * @param basis what a ton of it is a ton of; every figure about it stands on this basis
 * @param contents mass of each element (by symbol) per mass of this material on its basis, as figures in {@code 1} or
 *     {@code ppm}; elements that are not named are not stated, not absent
 * @param boundary whether the chain ends here: supply is taken as unlimited and listed as an assumption
 * @param note a remark; may be empty
 */
@Value.Builder
@Style
@SuppressWarnings("immutables:from")
public record Material(
        MaterialId id,
        String name,
        Form form,
        Mobility mobility,
        Basis basis,
        Map<String, Figure> contents,
        boolean boundary,
        String note)
        implements Entity, WithMaterial {

    /** Copies the contents. */
    public Material {
        contents = ImmutableSortedMap.copyOf(contents);
    }

    /**
     * A traded refined material on gross weight; the rest follows by copies.
     *
     * @param id its name
     * @return the material
     */
    public static Material of(String id) {
        return new Material(
                new MaterialId(id), id, Form.REFINED, Mobility.TRADED, Basis.GROSS, ImmutableMap.of(), false, "");
    }

    /**
     * The unit in which it flows.
     *
     * @return t/a on its basis
     */
    public Unit rateUnit() {
        return Unit.T_PER_A.of(basis);
    }

    /**
     * A copy that is counted by the mass of one element inside.
     *
     * @param element the element symbol, such as {@code Ga}
     * @return the copy
     */
    public Material containing(String element) {
        return withBasis(Basis.contained(element));
    }

    /**
     * A copy that cannot leave the facility that makes it.
     *
     * @return the copy
     */
    public Material atSite() {
        return withMobility(Mobility.SITE).withForm(Form.INTERMEDIATE);
    }

    /**
     * A copy whose supply is taken as unlimited, a listed assumption.
     *
     * @return the copy
     */
    public Material asBoundary() {
        return withBoundary(true);
    }

    /**
     * A builder.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder()
                .form(Form.REFINED)
                .mobility(Mobility.TRADED)
                .basis(Basis.GROSS)
                .boundary(false)
                .note("");
    }

    @Override
    public Material mapFigures(FigureMap map) {
        ImmutableMap.Builder<String, Figure> mapped = ImmutableMap.builder();
        contents.forEach((element, figure) ->
                mapped.put(element, map.apply(new FigurePlace(id, FigurePlace.Kind.CONTENT, element), figure)));
        return withContents(mapped.buildOrThrow());
    }

    /** Gathers the parts of a material. */
    public static final class Builder extends MaterialBuilder {
        Builder() {}
    }
}
