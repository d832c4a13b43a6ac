package org.lodegraph.flow;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lodegraph.lp.Optimal;
import org.lodegraph.measure.Reading;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Id;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Run;

/**
 * Looks for readings of supply under which a loss is large, or small. A loss is the difference of two concave functions of
 * supply. Where a ton more of something would raise the delivery before by more than the delivery after, reading it high
 * makes the loss larger; the prices say which. Each step reads everything as the prices of the step before advise, and counts
 * if it gets further: the concave-convex procedure on the corners of a box (Yuille and Rangarajan 2003). It starts from the
 * rest as the corner has it, and from what stands in for the lost at one end and what works together with it at the other. It
 * ends where no price advises another step, which may be short of the summit. Used once.
 */
final class Ascent {

    /** A price below this is rounding, in tons of delivery per ton of supply. */
    private static final double PRICE = 1e-9;

    /** A step that gains less than this part of what is wanted is none. */
    private static final double GAIN = 1e-9;

    private static final int MOST_STEPS = 12;

    private final Before corner;
    private final Outage outage;
    private final List<DemandId> left;
    private final ImmutableSet<Id> lost;
    private final Optional<Lost.Opposed> opposed;
    private final Run run;

    /** Both deliveries under one reading, and what they say about the next. */
    private record Step(Loss.Reading reading, ImmutableSet<Id> next) {}

    Ascent(Before corner, Outage outage, Lost lost, Run run) {
        this.corner = corner;
        this.outage = outage;
        this.left = lost.targetsLeft();
        this.lost = lost.whole();
        this.opposed = corner.opposed(outage);
        this.run = run;
    }

    /** A reading on a way up or down, and whose supply is turned for it. */
    record Found(ImmutableSet<Id> turned, Loss.Reading reading) {}

    /** The readings on the ways up, and those on the ways down; at least one of each. */
    List<Found> readings() {
        List<Found> found = new ArrayList<>();
        boolean low = corner.corner().supply() == Reading.LOW;
        climb(1, low ? lost : ImmutableSet.of(), found);
        climb(-1, low ? ImmutableSet.of() : lost, found);
        opposed.ifPresent(readings -> {
            climb(1, readings.large(), found);
            climb(-1, readings.small(), found);
        });
        return found;
    }

    private void climb(int sign, ImmutableSet<Id> start, List<Found> found) {
        ImmutableSet<Id> turned = start;
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < MOST_STEPS; i++) {
            Step step = step(turned, sign);
            double gain = sign * step.reading.lost() - best;
            if (!(gain > GAIN * step.reading.before().wanted())) {
                return;
            }
            found.add(new Found(turned, step.reading));
            best = sign * step.reading.lost();
            if (step.next.equals(turned)) {
                return;
            }
            turned = step.next;
        }
    }

    private Step step(ImmutableSet<Id> turned, int sign) {
        DeliveryProgram world = corner.world(turned);
        DeliveryProgram without = world.without(outage);
        Optimal before = corner.most(world, left, run);
        Optimal after = corner.most(without, left, run);
        Loss.Reading reading = Loss.Reading.solved(
                corner.limited(world, before, left, any -> false),
                corner.limited(without, after, left, lost::contains));
        Map<Id, Double> advice = new LinkedHashMap<>();
        for (int row = 0; row < world.limits().size(); row++) {
            Optional<Id> owner = world.supplier(row);
            if (owner.isPresent()) {
                advice.merge(
                        owner.orElseThrow(),
                        (before.price(row) - after.price(row))
                                / world.rowTons()[row]
                                * reading.before().wanted(),
                        Double::sum);
            }
        }
        return new Step(reading, next(turned, advice, sign));
    }

    private ImmutableSet<Id> next(Set<Id> turned, Map<Id, Double> advice, int sign) {
        ImmutableSet.Builder<Id> next = ImmutableSet.builder();
        advice.forEach((owner, slope) -> {
            boolean clear = Math.abs(slope) > PRICE && !lost.contains(owner);
            Reading advised = sign * slope > 0 ? Reading.HIGH : Reading.LOW;
            if (clear ? advised != corner.corner().supply() : turned.contains(owner)) {
                next.add(owner);
            }
        });
        return next.build();
    }
}
