package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.DemandId;

/**
 * What an outage does to a target, in detail.
 *
 * @param loss if the target is served before all others
 * @param shared if all share
 * @param asTraded if the target is served before all others, but nobody reroutes; empty if no lane to it was observed
 * @param uses what each of the target's demands that are left loses if all share
 * @param representative how supply was read for the shifts and for what binds: low, with high demands, unless the question
 *     says otherwise
 * @param shifts flows that change if all share, solved as near as possible to the flows before
 * @param trailBefore where what the target got came from in the flows before, leg by leg as in {@link Delivery.Answer#trail()};
 *     empty if no flow changes
 * @param trailAfter where what it still gets comes from in the flows after
 * @param binding what limits the target afterwards if it is served first, apart from what is lost; empty if it lacks nothing
 * @param alsoTight limits that are reached, but have no price
 */
public record Aftermath(
        Loss loss,
        Loss shared,
        Optional<Loss> asTraded,
        List<Use> uses,
        Reading representative,
        List<Shift> shifts,
        List<Leg> trailBefore,
        List<Leg> trailAfter,
        List<Binding> binding,
        Set<String> alsoTight) {

    /** Copies the collections. */
    public Aftermath {
        uses = ImmutableList.copyOf(uses);
        shifts = ImmutableList.copyOf(shifts);
        trailBefore = ImmutableList.copyOf(trailBefore);
        trailAfter = ImmutableList.copyOf(trailAfter);
        binding = ImmutableList.copyOf(binding);
        alsoTight = ImmutableSet.copyOf(alsoTight);
    }

    /**
     * What one demand loses if all share.
     *
     * @param demand the demand
     * @param consumer who wants it
     * @param application what for
     * @param after what it still gets
     * @param lost how much less it gets, in t/a, as {@link Loss#lost()}
     * @param share the part of its delivery before that is lost, as {@link Loss#share()}
     */
    public record Use(DemandId demand, CountryId consumer, String application, Supply after, Range lost, Range share) {}
}
