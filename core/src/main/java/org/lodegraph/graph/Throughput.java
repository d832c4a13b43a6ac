package org.lodegraph.graph;

import static java.lang.Double.POSITIVE_INFINITY;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Line;
import org.lodegraph.model.LineId;
import org.lodegraph.model.LinkId;
import org.lodegraph.model.SupplyChain;

/**
 * The most that may go through arcs in a year, by the high ends of figures; infinite where no figure is known. A bound,
 * not a plan: lines that share a material each count in full.
 */
final class Throughput {

    private final SupplyChain chain;

    Throughput(SupplyChain chain) {
        this.chain = chain;
    }

    /**
     * The most that goes through arcs on one side of a place, in t/a of its material; without arcs nobody knows. A line
     * counts once, with the recipe that has most.
     */
    double of(List<Arc> arcs) {
        if (arcs.isEmpty()) {
            return POSITIVE_INFINITY;
        }
        Map<LineId, Double> byLine = new TreeMap<>();
        double others = 0;
        for (Arc arc : arcs) {
            if (arc instanceof Arc.Yields yields) {
                byLine.merge(yields.source().line(), run(yields.source().line(), yields.coefficient()), Math::max);
            } else if (arc instanceof Arc.Feeds feeds) {
                byLine.merge(feeds.target().line(), run(feeds.target().line(), feeds.coefficient()), Math::max);
            } else {
                others += arc instanceof Arc.Serves serves ? wanted(serves.target()) : POSITIVE_INFINITY;
            }
        }
        return sum(byLine.values()) + others;
    }

    static double sum(Collection<Double> tons) {
        return tons.stream().mapToDouble(each -> each).sum();
    }

    /** The most of a material that a line makes by a recipe, or needs for it, in t/a. */
    double run(LineId id, Figure perTon) {
        return times(high(perTon), line(id));
    }

    /** The most of its reference material that a line makes: what it can, may, or was seen to make. */
    private double line(LineId id) {
        Line line = Objects.requireNonNull(chain.lines().get(id), id::value).line();
        double can =
                Math.min(most(line.capacity().usable(), 0), most(line.capacity().permitted(), POSITIVE_INFINITY));
        return Math.max(can, most(line.output().filter(Figure::isKnown), 0));
    }

    /** The most that goes over a link. */
    double link(LinkId id) {
        return most(chain.link(id).capacity(), POSITIVE_INFINITY);
    }

    private double wanted(Node user) {
        if (user instanceof Node.Wanted wanted) {
            return high(chain.demand(wanted.demand()).rate());
        }
        Node.StandIn standIn = (Node.StandIn) user;
        Demand demand = chain.demand(standIn.demand());
        Alternative alternative = demand.alternatives().stream()
                .filter(each -> each.material().equals(standIn.material()))
                .findFirst()
                .orElseThrow();
        return times(high(demand.rate()), high(alternative.ratio()));
    }

    /** Nothing of something unknown is nothing. */
    private static double times(double one, double other) {
        return one == 0 || other == 0 ? 0 : one * other;
    }

    private static double most(Optional<Figure> figure, double otherwise) {
        return figure.map(Throughput::high).orElse(otherwise);
    }

    private static double high(Figure figure) {
        return figure.isKnown() ? figure.at(Reading.HIGH) * figure.unit().factor() : POSITIVE_INFINITY;
    }
}
