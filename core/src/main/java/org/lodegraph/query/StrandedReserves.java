package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.lodegraph.graph.Fallback;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Id;
import org.lodegraph.model.LineId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Party;
import org.lodegraph.model.Query;
import org.lodegraph.model.Run;
import org.lodegraph.model.StockId;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Explained;
import org.lodegraph.report.Report;
import org.lodegraph.report.Tree;

/**
 * Which ore in the ground has no route to a processor that may be used?
 * {@code StrandedReserves.of(ore, product).by(bloc("AUKUS"))}.
 *
 * <p>Each reserve is taken as if it were dug. Its ore has a route if it can get to a line that takes it, in a country that may
 * be used, and from there, over lines of such countries only, to the product: by what policies, links and lines on the
 * chain's date let pass at all ({@link org.lodegraph.graph.SupplyGraph}), whatever the amounts. Rules that reach through
 * processing are read as ending there, so there may be fewer routes, never more.
 *
 * <p>A route that is too narrow is another matter ({@link Route#SHORT}): the lines that take the ore, all at full capacity and
 * with nothing else to do, take less than is dug there already. Capacity is looked at only where the ore itself is taken, so
 * a later step may be narrower still; and each reserve is set against the processors alone, so {@link Answer#left()} says what
 * all mines together dig beyond what all processors together take. At home nobody takes the ore of others, so there it is
 * added up country by country: what one has to spare is no help to the next.
 *
 * <p>A reserve of which nobody says how large it is counts as anything. One of "other countries" may have a route or not, so
 * all of it is in the upper end of what is stranded and none of it in the lower one.
 *
 * <p>An end of a range encloses: amounts, what is dug and what is taken are sums of figures at their ends.
 *
 * @param ore what lies in the ground, as the chain's stocks name it
 * @param product what it has to become
 * @param ground whose ground; empty for the world's
 * @param by whose processors may be used; empty for everybody's
 * @param except whose processors may not be used
 * @param counted what counts beyond running lines
 * @param home whether each reserve may be processed in its own country only
 */
public record StrandedReserves(
        MaterialId ore,
        MaterialId product,
        Optional<Party> ground,
        Set<Party> by,
        Set<Party> except,
        Set<Fallback> counted,
        boolean home)
        implements Query<StrandedReserves.Answer> {

    /** The version of the method: it changes when the same chain would get another number. */
    public static final String METHOD = "lodegraph stranded reserves 3";

    /** Whether the ore gets to processors that may be used. */
    public enum Route {
        /** It gets to none: stranded. */
        NONE,
        /** It does, and they cannot take what is dug there, in any reading. */
        SHORT,
        /** It does; whether they can take what is dug there depends on figures that are not known well enough. */
        UNSURE,
        /** It does, and they could take what is dug there if they took nothing else. */
        ENOUGH,
        /** In which countries it lies is not known, and so neither is whether it does. */
        UNKNOWN
    }

    /** Copies the sets. */
    public StrandedReserves {
        by = ImmutableSet.copyOf(by);
        except = ImmutableSet.copyOf(except);
        counted = ImmutableSet.copyOf(counted);
    }

    /**
     * Of the world's reserves, with everybody's processors that run.
     *
     * @param ore what lies in the ground
     * @param product what it has to become
     */
    public static StrandedReserves of(MaterialId ore, MaterialId product) {
        return new StrandedReserves(
                ore, product, Optional.empty(), ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), false);
    }

    /** A copy for the ground of one bloc or country. */
    public StrandedReserves in(Party whom) {
        return new StrandedReserves(ore, product, Optional.of(whom), by, except, counted, home);
    }

    /** A copy in which only the processors of some may be used. */
    public StrandedReserves by(Party... whom) {
        return new StrandedReserves(ore, product, ground, ImmutableSet.copyOf(whom), except, counted, home);
    }

    /** A copy in which the processors of some may not be used. */
    public StrandedReserves notBy(Party... whom) {
        return new StrandedReserves(ore, product, ground, by, ImmutableSet.copyOf(whom), counted, home);
    }

    /** A copy in which each reserve may be processed in its own country only. */
    public StrandedReserves atHome() {
        return new StrandedReserves(ore, product, ground, by, except, counted, true);
    }

    /** A copy in which more counts than running lines, such as idle ones. */
    public StrandedReserves counting(Fallback... what) {
        return new StrandedReserves(ore, product, ground, by, except, ImmutableSet.copyOf(Arrays.asList(what)), home);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the chain does not know a material or a bloc, has no reserve of the ore, or no recipe
     *     makes the product out of it
     */
    @Override
    public Answer on(SupplyChain chain, Run run) {
        return new StrandedSearch(chain, this, run).answer();
    }

    /**
     * One reserve.
     *
     * @param stock its id
     * @param country where it lies
     * @param lying how much, in t of ore, and who said so
     * @param digging what mines there were seen to dig, in t/a, line by line; empty if nobody digs there
     * @param processors the lines that may be used and that it gets to, by id
     * @param taking what they could take of the ore if they took nothing else, in t/a, line by line
     */
    public record Reserve(
            StockId stock,
            CountryId country,
            Tree.Node lying,
            Optional<Tree.Node> digging,
            List<LineId> processors,
            Tree.Node taking) {

        /** Copies the list. */
        public Reserve {
            processors = ImmutableList.copyOf(processors);
        }

        /** How much, in t of ore. */
        public Range amount() {
            return lying.amount();
        }

        /** Whether somebody says how much it is, or how much at most. */
        public boolean isKnown() {
            return Double.isFinite(amount().high());
        }

        /** What mines there were seen to dig, in t/a; empty if nobody digs there. */
        public Optional<Range> dug() {
            return digging.map(Tree.Node::amount);
        }

        /** What its processors could take of the ore if they took nothing else, in t/a. */
        public Range takes() {
            return taking.amount();
        }

        /** Whether it gets to processors, and whether they can take what is dug there. */
        public Route route() {
            if (country.equals(CountryId.NOWHERE)) {
                return Route.UNKNOWN;
            }
            if (processors.isEmpty()) {
                return Route.NONE;
            }
            if (dug().map(tons -> tons.high() <= takes().low()).orElse(true)) {
                return Route.ENOUGH;
            }
            return dug().orElseThrow().low() > takes().high() ? Route.SHORT : Route.UNSURE;
        }

        /** What is dug of ore that has a route, in t/a; of other countries, anything up to what they dig. */
        private Optional<Tree.Node> routed() {
            return route() == Route.UNKNOWN
                    ? digging.map(dug -> Derivation.upTo("dug in other countries where a route leads on", dug))
                    : digging;
        }

        /** How long its processors would take for all of it at full capacity, in years; empty if it gets to none. */
        public Optional<Range> years() {
            return processors.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Range.spanning(
                            amount().low() / takes().high(),
                            takes().low() > 0 ? amount().high() / takes().low() : Double.POSITIVE_INFINITY,
                            Unit.YEARS));
        }
    }

    /**
     * Which ore has a route.
     *
     * @param question what was asked
     * @param years the years of the figures, for some of another year may stand in
     * @param date the day on which the chain was read
     * @param names what people call the countries, the two materials, and the parties of the question
     * @param reserves the largest first, those that may be of any size by what they are at least
     * @param taking what all processors that any of them gets to could take, in t/a of ore, line by line
     * @param sources who said the figures
     * @param assumptions which of the figures are assumed or unknown
     */
    public record Answer(
            StrandedReserves question,
            Set<Integer> years,
            LocalDate date,
            Map<Id, String> names,
            List<Reserve> reserves,
            Tree.Node taking,
            List<Source> sources,
            List<Assumption> assumptions)
            implements Explained {

        /** Copies the collections. */
        public Answer {
            years = ImmutableSet.copyOf(years);
            names = ImmutableMap.copyOf(names);
            reserves = ImmutableList.copyOf(reserves);
            sources = ImmutableList.copyOf(sources);
            assumptions = ImmutableList.copyOf(assumptions);
        }

        /** The reserves whose ore has this route, the largest first. */
        public List<Reserve> having(Route route) {
            return reserves.stream()
                    .filter(reserve -> reserve.route() == route)
                    .collect(ImmutableList.toImmutableList());
        }

        /** What all processors that any reserve gets to could take, in t/a of ore. */
        public Range taken() {
            return taking.amount();
        }

        /** How much ore has no route, in t. */
        public Range stranded() {
            return lost().amount();
        }

        private Tree.Node lost() {
            return lost(any -> true);
        }

        private Tree.Node lost(Predicate<Reserve> which) {
            return Derivation.sum(
                    "ore with no route to a processor that may be used",
                    reserves.get(0).amount().unit(),
                    reserves.stream()
                            .filter(which)
                            .filter(reserve -> reserve.route() == Route.NONE || reserve.route() == Route.UNKNOWN)
                            .map(reserve -> reserve.route() == Route.NONE
                                    ? reserve.lying()
                                    : Derivation.upTo("of other countries, as far as it has no route", reserve.lying()))
                            .toList());
        }

        /** The part of all reserves that has no route, 0..1. */
        public Range strandedShare() {
            return strandedShare(any -> true);
        }

        /** The part of the reserves of a known amount that has no route, 0..1: reserves that may be of any size are left out. */
        public Range strandedShareOfKnown() {
            return strandedShare(Reserve::isKnown);
        }

        private Range strandedShare(Predicate<Reserve> which) {
            Range stranded = lost(which).amount();
            Range routed = reserves.stream()
                    .filter(which)
                    .filter(reserve -> reserve.route() != Route.NONE)
                    .map(reserve -> reserve.route() == Route.UNKNOWN
                            ? new Range(
                                    0, reserve.amount().high(), reserve.amount().unit())
                            : reserve.amount())
                    .reduce(Range.exactly(0, stranded.unit()), Range::plus);
            return Range.spanning(part(stranded.low(), routed.high()), part(stranded.high(), routed.low()), Unit.SHARE);
        }

        /**
         * What mines whose ore has a route dig beyond what all processors together take, in t/a; if each reserve is processed at
         * home, the sum of what each country digs beyond what its own processors take. What other countries dig is in the upper
         * end only.
         */
        public Range left() {
            Range left = beyond().amount();
            return Range.spanning(left.low(), left.high(), left.unit());
        }

        private Tree.Node beyond() {
            Set<CountryId> counted = new TreeSet<>();
            // What is dug is a country's, however many reserves it has, and so is what is taken at home.
            List<Reserve> routed = reserves.stream()
                    .filter(reserve -> reserve.route() != Route.NONE && counted.add(reserve.country()))
                    .toList();
            return question.home()
                    ? Derivation.sum(
                            "dug beyond what processors at home take",
                            taken().unit(),
                            routed.stream()
                                    .map(reserve -> beyond(
                                            "dug in %s beyond what processors there take"
                                                    .formatted(names.get(reserve.country())),
                                            ImmutableList.of(reserve),
                                            reserve.taking()))
                                    .toList())
                    : beyond("dug beyond what processors take", routed, taking);
        }

        private Tree.Node beyond(String label, List<Reserve> dug, Tree.Node takers) {
            return Derivation.beyond(
                    label,
                    Derivation.sum(
                            "dug where a route leads on",
                            taken().unit(),
                            dug.stream()
                                    .flatMap(reserve -> reserve.routed().stream())
                                    .toList()),
                    takers);
        }

        /** The ore that has no route, reserve by reserve, and what is dug beyond what processors take, line by line. */
        @Override
        public Tree explain() {
            return StrandedReport.explanation(this, lost(), beyond());
        }

        /** One part over both; of nothing, nothing. */
        private static double part(double one, double other) {
            if (one == 0) {
                return 0;
            }
            return Double.isInfinite(one) ? 1 : one / (one + other);
        }

        @Override
        public Report show() {
            return StrandedReport.of(this);
        }
    }
}
