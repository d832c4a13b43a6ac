package org.lodegraph.query;

import java.util.List;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.Demand;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;

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
        return demands.stream().map(demand -> rate(demand).amount()).reduce(Range.exactly(0, unit), Range::plus);
    }

    /**
     * What must be had of the material: all but what alternatives could take. At least what is left if each takes all that it
     * could; at most what is left of those that surely can, because the chain takes them as unlimited.
     *
     * @param days how long alternatives have to ramp up
     */
    Tree.Node needed(double days) {
        return Derivation.sum(
                "wanted",
                unit,
                demands.stream().map(demand -> needed(demand, days)).toList());
    }

    private Tree.Node needed(Demand demand, double days) {
        Range left = left(demand, days);
        Tree.Node rate = rate(demand);
        return left.equals(Range.exactly(1, Unit.ONE))
                ? rate
                : Derivation.product(
                        "for %s".formatted(demand.application()),
                        unit,
                        rate,
                        Derivation.given(
                                "part that no alternative takes", left, "all less the largest shares of alternatives"));
    }

    private Tree.Node rate(Demand demand) {
        return figures.readOf(new FigurePlace(demand.id(), FigurePlace.Kind.RATE), demand.rate(), unit);
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
