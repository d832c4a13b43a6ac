package org.lodegraph.model;

import org.lodegraph.measure.Figure;

/** What a policy lets pass. It bounds the sum over all lanes that the policy covers. */
public sealed interface Limit {

    /** Nothing passes: a ban. */
    record Nothing() implements Limit {}

    /**
     * A quota. Under a rule that reaches through processing, a ton of what was made of covered goods counts as a ton.
     *
     * @param rate the most that passes, in t/a on the covered materials' basis
     */
    record AtMost(Figure rate) implements Limit {}

    /**
     * A share of what used to pass, such as the leakage through a ban or the granted part of licences.
     *
     * @param share the part that passes, 0..1
     * @param baseline what used to pass, in t/a
     */
    record ShareOf(Figure share, Figure baseline) implements Limit {}

    /**
     * A tax or another cost; everything may pass.
     *
     * @param perTon the cost per ton
     */
    record Cost(Figure perTon) implements Limit {}

    /**
     * A copy in which every figure went through a function.
     *
     * @param policy the policy it belongs to
     * @param map what happens to each figure
     * @return the copy
     */
    default Limit mapFigures(PolicyId policy, FigureMap map) {
        if (this instanceof AtMost atMost) {
            return new AtMost(map.apply(new FigurePlace(policy, FigurePlace.Kind.QUOTA), atMost.rate()));
        }
        if (this instanceof ShareOf shareOf) {
            return new ShareOf(
                    map.apply(new FigurePlace(policy, FigurePlace.Kind.SHARE_LET_THROUGH), shareOf.share()),
                    map.apply(new FigurePlace(policy, FigurePlace.Kind.BASELINE), shareOf.baseline()));
        }
        if (this instanceof Cost cost) {
            return new Cost(map.apply(new FigurePlace(policy, FigurePlace.Kind.POLICY_COST), cost.perTon()));
        }
        return this;
    }
}
