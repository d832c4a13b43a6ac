package org.lodegraph.flow;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;

/**
 * What a target loses by an outage, in one sense of the word: if it is served before all others, which even outbidding
 * everybody cannot avoid; if all share; or if nobody reroutes.
 *
 * @param after what it still gets
 * @param lost how much more goes unmet than before, in t/a; below zero if the target's own demand went too
 * @param share the part of the delivery before that is lost, 0..1; 0 where nothing was delivered before
 * @param how how this was found
 */
public record Loss(Supply after, Range lost, Range share, How how) {

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

        private double lost() {
            return after.unmet() - before.unmet();
        }

        private double share() {
            return before.served() > 0 ? lost() / before.served() : 0;
        }
    }

    static Loss of(List<Reading> readings, Unit unit) {
        return new Loss(
                Got.supply(readings.stream().map(Reading::after).toList(), unit),
                lost(readings, unit),
                Delivery.tons(least(readings, Reading::share), most(readings, Reading::share), 1, Unit.SHARE),
                readings.stream().map(Reading::how).max(Enum::compareTo).orElseThrow());
    }

    static Range lost(List<Reading> readings, Unit unit) {
        return Delivery.tons(
                least(readings, Reading::lost),
                most(readings, Reading::lost),
                most(readings, reading -> reading.before().wanted()),
                unit);
    }

    private static double least(List<Reading> readings, ToDoubleFunction<Reading> what) {
        return readings.stream().mapToDouble(what).min().orElseThrow();
    }

    private static double most(List<Reading> readings, ToDoubleFunction<Reading> what) {
        return readings.stream().mapToDouble(what).max().orElseThrow();
    }
}
