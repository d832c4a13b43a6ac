package org.lodegraph.query;

import java.util.List;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.Demand;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.SupplyChain;

/** What some demands for one material want. */
final class GapDemand {

    private final SupplyChain chain;
    private final LineFigures figures;
    private final List<Demand> demands;
    private final Unit unit;

    GapDemand(SupplyChain chain, LineFigures figures, List<Demand> demands, Unit unit) {
        this.chain = chain;
        this.figures = figures;
        this.demands = demands;
        this.unit = unit;
    }

    /** Of the material, if nothing else would do. */
    Range wanted() {
        return demands.stream().map(this::rate).reduce(Range.exactly(0, unit), Range::plus);
    }

    /**
     * What must be had of the material: all but what alternatives could take. At least what is left if each takes all that it
     * could; at most what is left of those that surely can, because the chain takes them as unlimited.
     *
     * @param days how long alternatives have to ramp up
     */
    Range needed(double days) {
        return demands.stream()
                .map(demand -> rate(demand).times(left(demand, days), unit))
                .reduce(Range.exactly(0, unit), Range::plus);
    }

    private Range rate(Demand demand) {
        return figures.read(new FigurePlace(demand.id(), FigurePlace.Kind.RATE), demand.rate(), unit);
    }

    /** The part of a demand that no alternative takes, 0..1. */
    private Range left(Demand demand, double days) {
        double surely = 0;
        double perhaps = 0;
        for (Alternative alternative : demand.alternatives()) {
            Figure share = alternative.largestShare();
            Range taken = figures.read(
                    new FigurePlace(
                            demand.id(),
                            FigurePlace.Kind.LARGEST_SHARE,
                            alternative.material().value()),
                    share,
                    Unit.ONE);
            perhaps += GapSupply.isReady(alternative.rampUp(), days, true) ? taken.high() : 0;
            surely += chain.material(alternative.material()).boundary()
                            && GapSupply.isReady(alternative.rampUp(), days, false)
                    ? taken.low()
                    : 0;
        }
        return new Range(Math.max(0, 1 - perhaps), Math.max(0, 1 - surely), Unit.ONE);
    }
}
