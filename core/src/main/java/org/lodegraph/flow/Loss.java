package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;

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
 *     own range: the most before less the least after, and the least before less the most after, or nothing if the target
 *     is served first, for then no loss is a gain; of a single demand served first, each for the same reading of it. Empty
 *     if nobody reroutes
 * @param how how this was found
 * @param derivation how {@code lost} comes about: the delivery before less the delivery after, at either end; if the target is
 *     served first, each as price times limit, down to the figure behind each limit
 */
public record Loss(Supply after, Range lost, Range share, Optional<Range> bound, How how, Tree.Node derivation) {

    /** How a loss was found, over all readings of the figures; the last one that was needed. */
    public enum How {
        /** The delivery before used nothing of what is lost, so nothing changes. */
        IDLE,
        /** The prices of the delivery before prove that everything is lost. */
        PRICED,
        /** The program was solved again, from the solution before. */
        SOLVED
    }

    /**
     * One reading: before, after, and how it was found.
     *
     * @param unharmed the delivery before, if served first; empty if all share
     * @param harmed the delivery after, if served first and solved again
     */
    record Reading(Got before, Got after, How how, Optional<Limited> unharmed, Optional<Limited> harmed) {

        /** Where all that the target wants is lost as well, there is nothing left to lose. */
        static final Reading NOTHING_WANTED = idle(new Got(0, 0));

        static Reading idle(Got got) {
            return shared(got, got, How.IDLE);
        }

        static Reading priced(Limited before) {
            Got got = before.got();
            return new Reading(got, new Got(got.wanted(), 0), How.PRICED, Optional.of(before), Optional.empty());
        }

        static Reading solved(Limited before, Limited after) {
            return new Reading(before.got(), after.got(), How.SOLVED, Optional.of(before), Optional.of(after));
        }

        static Reading shared(Got before, Got after, How how) {
            return new Reading(before, after, how, Optional.empty(), Optional.empty());
        }

        /** How it adds up. */
        Tree.Node told(String label, Unit unit) {
            if (how == How.IDLE) {
                return Derivation.given(
                        label,
                        Range.exactly(0, unit),
                        before.wanted() > 0
                                ? "it is not used, so it makes no difference"
                                : "nothing is wanted any more");
            }
            return Derivation.less(
                    label,
                    unharmed.map(limited -> limited.node(WITH)).orElseGet(() -> part(WITH, before, unit, SHARED)),
                    harmed.map(limited -> limited.node(WITHOUT))
                            .orElseGet(() -> part(WITHOUT, after, unit, how == How.PRICED ? ALL : SHARED)));
        }

        private static Tree.Node part(String label, Got got, Unit unit, String why) {
            return Derivation.given(label, Range.exactly(Prices.fine(got.served(), got.wanted()), unit), why);
        }

        double lost() {
            return before.served() - after.served();
        }

        double share() {
            return before.served() > 0 ? lost() / before.served() : 0;
        }
    }

    private static final String WITH = "delivered with it";
    private static final String WITHOUT = "delivered without it";
    private static final String SHARED = "as all share; a shared amount has no prices";
    private static final String ALL = "all that was delivered hung on it";

    /**
     * Spans some readings.
     *
     * @param sense in which sense of the word it is lost
     * @param alike with all supply read as each corner has it
     * @param mixed with some supply read at its opposite end
     */
    static Loss of(String sense, List<Reading> alike, List<Reading> mixed, Optional<Range> bound, Unit unit) {
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
                all.stream().map(Reading::how).max(Enum::compareTo).orElseThrow(),
                told(sense, all, unit));
    }

    private static Tree.Node told(String sense, List<Reading> all, Unit unit) {
        Comparator<Reading> byLoss = Comparator.comparingDouble(Reading::lost);
        Reading least = all.stream().min(byLoss).orElseThrow();
        Reading most = all.stream().max(byLoss).orElseThrow();
        return least.lost() == most.lost()
                ? most.told(sense, unit)
                : Derivation.any(
                        sense,
                        ImmutableList.of(
                                least.told("at least, in the readings tried", unit),
                                most.told("at most, in the readings tried", unit)));
    }

    private static double least(List<Reading> readings, ToDoubleFunction<Reading> what) {
        return readings.stream().mapToDouble(what).min().orElseThrow();
    }

    private static double most(List<Reading> readings, ToDoubleFunction<Reading> what) {
        return readings.stream().mapToDouble(what).max().orElseThrow();
    }
}
