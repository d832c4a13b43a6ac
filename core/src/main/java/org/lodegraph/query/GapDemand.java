package org.lodegraph.query;

import java.util.List;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.Demand;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.GapSupply.Counted;
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
     * could, of what the suppliers can make of it; at most what is left of those that surely can, because the chain takes them
     * as unlimited.
     *
     * @param supply what the suppliers have
     * @param counted what of that counts, and how long alternatives have to ramp up
     * @param growth how many times as much is wanted as the demands say
     */
    Tree.Node needed(GapSupply supply, Counted counted, double growth) {
        Tree.Node needed = Derivation.sum(
                "wanted",
                unit,
                demands.stream()
                        .map(demand -> needed(demand, supply, counted, growth))
                        .toList());
        return growth == 1
                ? needed
                : Derivation.product(
                        "wanted, grown",
                        unit,
                        needed,
                        Derivation.given("growth", Range.exactly(growth, Unit.ONE), "as asked"));
    }

    private Tree.Node needed(Demand demand, GapSupply supply, Counted counted, double growth) {
        Tree.Node rate = rate(demand);
        // The less is wanted, the larger the part that so many tons of an alternative can take.
        Range left = left(demand, rate.amount().low() * growth, supply, counted);
        return left.equals(Range.exactly(1, Unit.ONE))
                ? rate
                : Derivation.product(
                        "for %s".formatted(demand.application()),
                        unit,
                        rate,
                        Derivation.given(
                                "part that no alternative takes",
                                left,
                                "all less the largest shares of alternatives, as far as the suppliers can make them"));
    }

    private Tree.Node rate(Demand demand) {
        return figures.readOf(new FigurePlace(demand.id(), FigurePlace.Kind.RATE), demand.rate(), unit);
    }

    /** The part of a demand that no alternative takes, 0..1, if at least so many t/a are wanted. */
    private Range left(Demand demand, double tons, GapSupply supply, Counted counted) {
        double surely = 0;
        double perhaps = 0;
        for (Alternative alternative : demand.alternatives()) {
            Range taken = read(demand, FigurePlace.Kind.LARGEST_SHARE, alternative, alternative.largestShare());
            boolean unlimited = chain.material(alternative.material()).boundary();
            if (taken.high() > 0 && GapSupply.isReady(alternative.rampUp(), counted.days(), true)) {
                double made = unlimited ? Double.POSITIVE_INFINITY : made(demand, alternative, supply, counted);
                perhaps += made < taken.high() * tons ? made / tons : taken.high();
            }
            surely += unlimited && GapSupply.isReady(alternative.rampUp(), counted.days(), false) ? taken.low() : 0;
        }
        return new Range(Math.max(0, 1 - perhaps), Math.max(0, 1 - surely), Unit.ONE);
    }

    /** How many t/a of a demand the suppliers could meet with an alternative at most. */
    private double made(Demand demand, Alternative alternative, GapSupply supply, Counted counted) {
        double made = supply.permitted(alternative.material(), counted).amount().high()
                + supply.drawn(alternative.material(), counted).amount().high();
        return made == 0
                ? 0
                : made
                        / read(demand, FigurePlace.Kind.RATIO, alternative, alternative.ratio())
                                .low();
    }

    private Range read(Demand demand, FigurePlace.Kind kind, Alternative alternative, Figure figure) {
        return figures.read(
                new FigurePlace(demand.id(), kind, alternative.material().value()), figure, Unit.ONE);
    }
}
