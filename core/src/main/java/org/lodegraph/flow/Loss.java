package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;

/**
 * What a target loses by an outage, in one sense of the word: if it is served before all others, which even outbidding
 * everybody cannot avoid; if all share; or if nobody reroutes. It is the delivery before less the delivery after, both to
 * what is left of the target's demand.
 *
 * <p>A difference of two deliveries rises with some figures and falls with others, so its ends need not lie where all are
 * low or all are high. What is lost is read at either end of its figures, the rest at either end, and what stands in for it
 * against what works with it; if the target is served first, prices then tell what else to read otherwise. {@code lost} and {@code share} span these readings, and
 * something between could reach further.
 *
 * @param after what it still gets, as a {@link Delivery} of the chain that lacks it says
 * @param lost how much less it gets than before, in t/a, over the readings tried; below zero for a gain
 * @param share the part of the delivery before that is lost, 0..1, over the readings tried; 0 where nothing was delivered
 * @param bound what {@code lost} cannot go beyond, in t/a, as far as the deliveries before and after each lie within their
 *     own range: the most before less the least after, and the least before less the most after, or nothing. If the target is
 *     served first; otherwise empty
 * @param how how this was found
 */
public record Loss(Supply after, Range lost, Range share, Optional<Range> bound, How how) {

    /** How a loss was found, over all readings of the figures; the last one that was needed. */
    public enum How {
        /** The delivery before used nothing of what is lost, so nothing changes. */
        IDLE,
        /** The prices of the delivery before prove that everything is lost. */
        PRICED,
        /** The program was solved again, from the solution before. */
        SOLVED
    }

    /** One reading: before, after, and how it was found. */
    record Reading(Got before, Got after, How how) {

        /** Where all that the target wants is lost as well, there is nothing left to lose. */
        static final Reading NOTHING_WANTED = new Reading(new Got(0, 0), new Got(0, 0), How.IDLE);

        double lost() {
            return before.served() - after.served();
        }

        double share() {
            return before.served() > 0 ? lost() / before.served() : 0;
        }
    }

    /**
     * Spans some readings.
     *
     * @param alike with all supply read as each corner has it
     * @param mixed with some supply read at its opposite end
     */
    static Loss of(List<Reading> alike, List<Reading> mixed, Optional<Range> bound, Unit unit) {
        List<Reading> all =
                ImmutableList.<Reading>builder().addAll(alike).addAll(mixed).build();
        return new Loss(
                Got.supply(alike.stream().map(Reading::after).toList(), unit),
                Delivery.tons(
                        least(all, Reading::lost),
                        most(all, Reading::lost),
                        most(all, reading -> reading.before().wanted()),
                        unit),
                Delivery.tons(least(all, Reading::share), most(all, Reading::share), 1, Unit.SHARE),
                bound,
                all.stream().map(Reading::how).max(Enum::compareTo).orElseThrow());
    }

    private static double least(List<Reading> readings, ToDoubleFunction<Reading> what) {
        return readings.stream().mapToDouble(what).min().orElseThrow();
    }

    private static double most(List<Reading> readings, ToDoubleFunction<Reading> what) {
        return readings.stream().mapToDouble(what).max().orElseThrow();
    }
}
