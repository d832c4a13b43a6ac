package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodegraph.measure.Range;
import org.lodegraph.model.Demand;
import org.lodegraph.model.MaterialId;
import org.lodegraph.report.Tree;

/**
 * What alternatives could take over of a target's demand, in tons of what the target wants, and at whose cost.
 *
 * @param allowed what the target may shift to them at all, by their largest shares, once they are ready, in t/a
 * @param spare the most they could serve while every other demand gets as much as it got without the shift, in t/a
 * @param most the most they could serve if the shifted demand is served before all others, in t/a
 * @param target what the target gets if {@code most} is shifted and all share the rest
 * @param others everybody else who wants one of the alternatives, or gets more or less once {@code most} is shifted
 * @param makers how concentrated each alternative is by country of production, before and after {@code most} is shifted
 * @param derivation how {@code allowed}, {@code spare} and {@code most} come about: rates times largest shares, and price times
 *     limit of those two deliveries
 */
public record Takeover(
        Range allowed,
        Range spare,
        Range most,
        Supply target,
        List<Other> others,
        Map<MaterialId, Concentrated> makers,
        Tree.Node derivation) {

    /** Copies the collections. */
    public Takeover {
        others = ImmutableList.copyOf(others);
        makers = ImmutableMap.copyOf(makers);
    }

    /**
     * What a shift does to another demand if all share.
     *
     * @param demand the demand
     * @param before what it gets without the shift
     * @param after what it gets once {@link Takeover#most()} is shifted
     * @param lost how much less that is, in t/a, over the readings tried; below zero for a gain
     */
    public record Other(Demand demand, Supply before, Supply after, Range lost) {}

    /**
     * Sums of squared shares of production by country, 0..1, of one representative solution each: totals are unique, flows seldom.
     *
     * @param before without the shift; empty if nothing of it is made
     * @param after once {@link Takeover#most()} is shifted; empty if nothing of it is made
     */
    public record Concentrated(Optional<Range> before, Optional<Range> after) {}
}
