package org.lodegraph.model;

import java.util.Optional;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Unit;

/**
 * Another material that can serve a demand.
 *
 * @param material what stands in
 * @param ratio tons of it per ton of the original; positive
 * @param performance quality beside the original, 1 is equal; empty if nobody says
 * @param largestShare the largest share of the demand that it can take, 0..1
 * @param rampUp days until that share is reached; empty if unknown
 */
public record Alternative(
        MaterialId material, Figure ratio, Optional<Figure> performance, Figure largestShare, Optional<Figure> rampUp) {

    /**
     * An alternative, stated by the caller.
     *
     * @param material what stands in
     * @param ratio tons of it per ton of the original
     * @param largestShare the largest share of the demand that it can take, 0..1
     * @return the alternative
     */
    public static Alternative of(String material, double ratio, double largestShare) {
        return new Alternative(
                new MaterialId(material),
                Figure.stated(ratio, Unit.ONE),
                Optional.empty(),
                Figure.stated(largestShare, Unit.ONE),
                Optional.empty());
    }

    /**
     * A copy that says how good it is.
     *
     * @param figure quality beside the original, 1 is equal
     */
    public Alternative performance(Figure figure) {
        return new Alternative(material, ratio, Optional.of(figure), largestShare, rampUp);
    }

    /**
     * A copy that says how long it takes.
     *
     * @param figure days until the largest share is reached
     */
    public Alternative rampUp(Figure figure) {
        return new Alternative(material, ratio, performance, largestShare, Optional.of(figure));
    }

    Alternative mapFigures(DemandId demand, FigureMap map) {
        return new Alternative(
                material,
                map.apply(place(demand, FigurePlace.Kind.RATIO), ratio),
                performance.map(figure -> map.apply(place(demand, FigurePlace.Kind.PERFORMANCE), figure)),
                map.apply(place(demand, FigurePlace.Kind.LARGEST_SHARE), largestShare),
                rampUp.map(figure -> map.apply(place(demand, FigurePlace.Kind.RAMP_UP), figure)));
    }

    private FigurePlace place(DemandId demand, FigurePlace.Kind kind) {
        return new FigurePlace(demand, kind, material.value());
    }
}
