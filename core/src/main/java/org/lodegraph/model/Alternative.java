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
        String place = "of alternative '%s' of demand '%s'".formatted(material, demand);
        return new Alternative(
                material,
                map.apply("ratio " + place, ratio),
                performance.map(figure -> map.apply("performance " + place, figure)),
                map.apply("largest share " + place, largestShare),
                rampUp.map(figure -> map.apply("ramp-up " + place, figure)));
    }
}
