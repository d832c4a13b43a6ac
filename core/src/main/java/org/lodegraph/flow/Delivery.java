package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Query;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.report.Explained;
import org.lodegraph.report.Report;
import org.lodegraph.report.Tree;

/**
 * How much of what a target wants a chain can deliver, as an annual rate while the chain's rules last.
 *
 * <p>The answer is the best the world could do: it reroutes freely within the rules, so what stays unmet cannot be avoided.
 * Its twin {@link Answer#asTraded()} keeps the observed lanes: nobody reroutes.
 *
 * <p>It is a linear program, solved in stages, each within the optima of those before: as much as possible, as evenly as
 * {@link Sharing} says, as usual. Whatever is answered has been certified in plain Java. Served first, a delivery rises with
 * every capacity, output, quota and stock, so reading them all low and all high gives its ends; demands and recipes are read at
 * their ends only, and {@link Grounds#exactness()} says what that leaves open.
 *
 * @param target whose supply of what
 * @param response what may run
 * @param sharing who gets what when there is not enough
 * @param years over how many years stocks are drawn; 0 leaves them alone
 * @param days how many days after the shock, for restarts and alternatives that ramp up; infinite by default
 * @param reading one reading of all figures; empty answers with a range over all readings
 */
public record Delivery(
        Target target, Response response, Sharing sharing, double years, double days, Optional<Reading> reading)
        implements Query<Delivery.Answer> {

    /** Named in every answer; it changes when an answer to the same question would. */
    public static final String METHOD = "lodegraph delivery 3";

    /**
     * Checks the periods.
     *
     * @throws IllegalArgumentException if one is negative or not a number
     */
    public Delivery {
        if (!(years >= 0) || years == Double.POSITIVE_INFINITY || !(days >= 0)) {
            throw new IllegalArgumentException("Delivery to %s: %s. Maybe give periods of zero or more."
                    .formatted(
                            target,
                            !(years >= 0) || years == Double.POSITIVE_INFINITY
                                    ? "stocks cannot be drawn over %s years".formatted(Numbers.brief(years))
                                    : "no shock is %s days old".formatted(Numbers.brief(days))));
        }
    }

    /**
     * Delivery to a target: running lines up to effective capacity, shared evenly, stocks left alone.
     *
     * @param target whose supply of what
     */
    public static Delivery to(Target target) {
        return new Delivery(target, Response.SURGE, new Sharing.Even(), 0, Double.POSITIVE_INFINITY, Optional.empty());
    }

    /**
     * A copy under another response.
     *
     * @param what what may run
     */
    public Delivery under(Response what) {
        return new Delivery(target, what, sharing, years, days, reading);
    }

    /**
     * A copy with another sharing.
     *
     * @param how who gets what
     */
    public Delivery sharing(Sharing how) {
        return new Delivery(target, response, how, years, days, reading);
    }

    /**
     * A copy that draws stocks.
     *
     * @param period over how many years they are drawn
     */
    public Delivery drawingStocksOver(double period) {
        return new Delivery(target, response, sharing, period, days, reading);
    }

    /**
     * A copy for some time after the shock.
     *
     * @param time days for restarts and alternatives
     */
    public Delivery after(double time) {
        return new Delivery(target, response, sharing, years, time, reading);
    }

    /**
     * A copy that reads all figures alike; {@code CENTRAL} refuses unknown figures.
     *
     * @param which the reading
     */
    public Delivery at(Reading which) {
        return new Delivery(target, response, sharing, years, days, Optional.of(which));
    }

    /**
     * What may run, and for how long, in words.
     *
     * @return such as {@code response surge; stocks left alone; restarts and alternatives given all the time they need}
     */
    public String conditions() {
        return "response %s; %s; %s"
                .formatted(
                        response.name().toLowerCase(Locale.ROOT),
                        years > 0 ? "stocks drawn over %s years".formatted(Numbers.brief(years)) : "stocks left alone",
                        days < Double.POSITIVE_INFINITY
                                ? "%s days after".formatted(Numbers.brief(days))
                                : "restarts and alternatives given all the time they need");
    }

    /**
     * How figures are read in the one solution that answers show of flows and limits.
     *
     * @return the reading that was asked for; else the unfavorable one: supply low, demands high, much needed for little
     */
    public String shown() {
        return reading.map(which -> "all figures read " + which.name().toLowerCase(Locale.ROOT))
                .orElse("unfavorable reading of the figures");
    }

    /**
     * {@inheritDoc}
     *
     * @throws IncompleteChainException if the chain lacks the demand that competes with the target
     * @throws IllegalArgumentException if no demand matches the target
     * @throws org.lodegraph.lp.UncertifiedSolutionException if an optimum cannot be certified; never an answer
     */
    @Override
    public Answer on(SupplyChain chain, Run run) {
        return DeliverySolution.of(this, chain, run);
    }

    /**
     * What one demand gets when everybody shares.
     *
     * @param demand the demand
     * @param consumer who wants it
     * @param application what for
     * @param supply how much it gets
     */
    public record Served(DemandId demand, CountryId consumer, String application, Supply supply) {}

    /**
     * What a chain can deliver.
     *
     * @param question what was asked
     * @param grounds what the answer stands on
     * @param wanted what the target wants, in t/a
     * @param unavoidable the target is served before all others: what it then lacks, even outbidding everybody cannot avoid
     * @param shared everybody shares, as the question says
     * @param asTraded as {@code unavoidable}, with observed lanes only; empty if the chain knows no lane to the target
     * @param demands what each of the target's demands gets when everybody shares
     * @param flows if all share, near to what was seen, and in proportion where nothing says who buys from whom
     * @param trail where what the target gets in that solution comes from, step by step upstream
     * @param representative how supply was read for the flows and for what binds: low, with high demands, unless the
     *     question says otherwise
     * @param binding what limits the target if it is served first; empty if it lacks nothing
     * @param alsoTight limits that are reached, but have no price
     */
    public record Answer(
            Delivery question,
            Grounds grounds,
            Range wanted,
            Supply unavoidable,
            Supply shared,
            Optional<Supply> asTraded,
            List<Served> demands,
            List<Flow> flows,
            List<Leg> trail,
            Reading representative,
            List<Binding> binding,
            Set<String> alsoTight)
            implements Explained {

        /** Copies the collections. */
        public Answer {
            demands = ImmutableList.copyOf(demands);
            flows = ImmutableList.copyOf(flows);
            trail = ImmutableList.copyOf(trail);
            binding = ImmutableList.copyOf(binding);
            alsoTight = ImmutableSet.copyOf(alsoTight);
        }

        /** What is taken for granted. */
        public List<Assumption> assumptions() {
            return grounds.assumptions();
        }

        /** Whose figures are used. */
        public Set<Source> sources() {
            return grounds.sources();
        }

        /** What the target lacks although it is served first, in t/a. */
        public Range unmet() {
            return unavoidable.unmet();
        }

        /**
         * What the target gets if it is served first, read as {@link #representative()} says, limit by limit: price times
         * limit, with the figure behind it. Where prices are not unique, these are some that do.
         */
        @Override
        public Tree explain() {
            return DeliveryReport.explanation(this);
        }

        @Override
        public Report show() {
            return DeliveryReport.of(this);
        }
    }

    /** A range of tons, rounded to nine decimal digits of what is wanted, so that rounding never shows as a shortage. */
    static Range tons(double low, double high, double wanted, Unit unit) {
        return Range.spanning(
                snap(low, wanted, Numbers.PUBLISHED_DIGITS), snap(high, wanted, Numbers.PUBLISHED_DIGITS), unit);
    }

    /** Tons, rounded to so many decimal digits of what is wanted. */
    static double snap(double value, double wanted, int digits) {
        // Steps per ton: a power of ten, so that what is 9.2 stays 9.2.
        double steps = Math.pow(10, digits - Math.rint(Math.log10(wanted)));
        return wanted > 0 && Double.isFinite(value) ? Math.rint(value * steps) / steps : value;
    }
}
