package org.lodegraph.flow;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import org.lodegraph.model.DemandId;

/**
 * Who gets what when there is not enough, among the ways that deliver the most in total. The total adds up, good by good,
 * which part of all demand for it is served, 0..1: each good counts alike, and tons of different goods are never added.
 *
 * <p>So sharing decides between users of one good, and between goods only as far as that total leaves open. What several
 * goods are made of goes first where a ton of it serves the largest part of a demand; a good that takes much of it in all
 * goes short alone. Where 200 t of ore serve 100 t of ore wanted as it is and 50 t of metal at 4 t of ore each, the ore is
 * served whole (1/100 of a demand per ton) and half of the metal (1/200 per ton).
 */
public sealed interface Sharing {

    /**
     * As evenly as possible: the least served demand gets as large a share as it can, then the next. This is the leximin of
     * social choice (Sen 1970, <i>Collective Choice and Social Welfare</i>), found by filling up step by step, as max-min fair
     * rates are (Bertsekas and Gallager 1992, <i>Data Networks</i>, 6.5.2).
     */
    record Even() implements Sharing {}

    /** Countries first keep what they make, as far as that costs no total; the rest evenly. */
    record HomeFirst() implements Sharing {}

    /**
     * As evenly as possible after division by a weight: a demand of weight 2 stands at twice the share of one of weight 1.
     *
     * @param weights a thousandth to a thousand; demands that are not named have weight 1
     */
    record Weighted(Map<DemandId, Double> weights) implements Sharing {
        private static final double LARGEST = 1000;

        /**
         * Copies the weights.
         *
         * @throws IllegalArgumentException if one is outside
         */
        public Weighted {
            weights = ImmutableSortedMap.copyOf(weights);
            weights.forEach((demand, weight) -> {
                if (!(weight >= 1 / LARGEST && weight <= LARGEST)) {
                    throw new IllegalArgumentException(
                            "Demand '%s': its weight is %s, not between a thousandth and a thousand. Maybe leave it out, which means 1."
                                    .formatted(demand, weight));
                }
            });
        }
    }

    /**
     * The weight of a demand.
     *
     * @param demand the demand
     * @return 1 unless weights say otherwise
     */
    default double weight(DemandId demand) {
        return this instanceof Weighted weighted ? weighted.weights().getOrDefault(demand, 1.0) : 1;
    }
}
