package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Share;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Party;
import org.lodegraph.model.Query;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.report.Explained;
import org.lodegraph.report.Report;
import org.lodegraph.report.Tree;
import org.lodegraph.stock.Lifetime;

/**
 * How much of growing demand could scrap cover at most, and when, if ever, does it cover so much?
 * {@code RecyclingCeiling.of(material, growth).use(Use.of("chips", part).lasting(years, shape)...).until(2060)}.
 *
 * <pre>
 * new scrap = demand x fabrication loss x its recovery
 * old scrap = what leaves use x collection x separation x recovery
 * </pre>
 *
 * <p>What leaves use follows from what came into it, demand less fabrication loss, and from how long it lasts
 * ({@link org.lodegraph.stock.InUse}). Up to the year of the chain everything grew by {@code before} a year; from then on
 * {@link Grows#DEMAND demand} grows by {@code growth} a year, or what is {@link Grows#STOCK in use} does and demand is what
 * that takes. Demand that grows by g with a fixed lifetime L tends to a share of (1 + g)<sup>-L</sup> x (1 - loss) x
 * collection x separation x recovery, plus loss x its recovery.
 *
 * <p>The uses keep their parts of demand, and all rates stay as they are. Shares of demand enclose every reading of the
 * figures if demand grows and both growths have the same sign at their low ends and at their high ends: the share falls when
 * either growth rises, and moves one way with lifetimes while demand does not turn. Otherwise the ends are those of the
 * readings tried: both ends of each figure. Supply in tons encloses where the share does, and is wider than it need be: share
 * x demand, end by end.
 *
 * @param materials whose demands are added; all on one basis
 * @param among whose demand; empty for the world's
 * @param uses what it is used for
 * @param before growth a year up to the year of the chain, a ratio above -1
 * @param growth growth a year from then on, a ratio above -1
 * @param grows what grows
 * @param until the last year asked about
 * @param goals the shares of demand of which is asked when scrap covers them
 */
public record RecyclingCeiling(
        Set<MaterialId> materials,
        Optional<Party> among,
        List<Use> uses,
        Figure before,
        Figure growth,
        Grows grows,
        int until,
        List<Share> goals)
        implements Query<RecyclingCeiling.Answer> {

    /** The version of the method: it changes when the same chain would get another number. */
    public static final String METHOD = "lodegraph recycling ceiling 1";

    /** What grows, year by year. */
    public enum Grows {
        /** What is wanted each year; a use is as large as its demand, or its part of it. */
        DEMAND,
        /** What is in use; a use is as large as its stock in use at the end of the chain's year. */
        STOCK
    }

    /**
     * Copies the collections and checks growths and names.
     *
     * @throws IllegalArgumentException if a growth is unknown or not above -1, or two uses have one name
     */
    public RecyclingCeiling {
        materials = ImmutableSet.copyOf(materials);
        uses = ImmutableList.copyOf(uses);
        goals = ImmutableList.copyOf(goals);
        Set<String> names = new LinkedHashSet<>();
        for (Use use : uses) {
            if (!names.add(use.name)) {
                throw new IllegalArgumentException("Use '%s': there are two of that name (%s seen). Maybe add them up."
                        .formatted(use.name, names));
            }
        }
        requireGrowth(before);
        requireGrowth(growth);
    }

    private static void requireGrowth(Figure growth) {
        if (!growth.isKnown() || !(growth.at(Reading.LOW, Unit.ONE) > -1)) {
            throw new IllegalArgumentException(
                    "RecyclingCeiling: growth is not a known ratio above -1 (seen: %s). Maybe a wide range."
                            .formatted(growth));
        }
    }

    /**
     * What scrap could cover of the world's demand, if demand grows as it has grown.
     *
     * @param material of what
     * @param growth growth of demand a year, a ratio above -1
     */
    public static RecyclingCeiling of(MaterialId material, Figure growth) {
        return new RecyclingCeiling(
                ImmutableSet.of(material),
                Optional.empty(),
                ImmutableList.of(),
                growth,
                growth,
                Grows.DEMAND,
                0,
                ImmutableList.of());
    }

    /** A copy that adds the demands for another material on the same basis, such as another purity. */
    public RecyclingCeiling and(MaterialId other) {
        ImmutableSet<MaterialId> all =
                ImmutableSet.<MaterialId>builder().addAll(materials).add(other).build();
        return new RecyclingCeiling(all, among, uses, before, growth, grows, until, goals);
    }

    /** A copy for the demand of one bloc or country. */
    public RecyclingCeiling in(Party whom) {
        return new RecyclingCeiling(materials, Optional.of(whom), uses, before, growth, grows, until, goals);
    }

    /** A copy with more uses. */
    public RecyclingCeiling use(Use... more) {
        ImmutableList<Use> all =
                ImmutableList.<Use>builder().addAll(uses).add(more).build();
        return new RecyclingCeiling(materials, among, all, before, growth, grows, until, goals);
    }

    /** A copy with another growth in the past, a ratio a year above -1. */
    public RecyclingCeiling after(Figure past) {
        return new RecyclingCeiling(materials, among, uses, past, growth, grows, until, goals);
    }

    /** A copy in which what is in use grows, and demand is what that takes. */
    public RecyclingCeiling byStock() {
        return new RecyclingCeiling(materials, among, uses, before, growth, Grows.STOCK, until, goals);
    }

    /** A copy that looks ahead to a year. */
    public RecyclingCeiling until(int year) {
        return new RecyclingCeiling(materials, among, uses, before, growth, grows, year, goals);
    }

    /** A copy that asks when scrap covers so much of demand. */
    public RecyclingCeiling covering(Share... shares) {
        return new RecyclingCeiling(materials, among, uses, before, growth, grows, until, ImmutableList.copyOf(shares));
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the chain does not know a material or wants none of it, if there is no use or no
     *     year, a use has a size that is unknown or in another unit than the first, what is in use falls faster than its
     *     lifetime lets it, or demand shrinks while lifetimes have so long a tail that scrap would outgrow any bound
     */
    @Override
    public Answer on(SupplyChain chain, Run run) {
        return new RecyclingSearch(chain, this, run).answer();
    }

    /**
     * What a material is used for, and what becomes of it. What is not said is unknown: any share.
     *
     * @param name of the use
     * @param size its demand or its part of demand, in any one unit for all uses; if the stock grows, its stock in use
     * @param life mean lifetime, in {@link Unit#YEARS}; low and high are of the mean, not of single products
     * @param shape how lifetimes spread about the mean; only its shape counts
     * @param loss the part of what is demanded that becomes new scrap in fabrication
     * @param lossRecovery the part of new scrap that is recovered as metal
     * @param collection the part of what leaves use that is collected
     * @param separation the part of the collected that reaches a process for this material
     * @param recovery the part of that which is recovered as metal
     */
    public record Use(
            String name,
            Figure size,
            Figure life,
            Lifetime shape,
            Figure loss,
            Figure lossRecovery,
            Figure collection,
            Figure separation,
            Figure recovery) {

        /**
         * Checks the figures.
         *
         * @throws IllegalArgumentException if the lifetime is unknown or not positive, or a share is not within 0..1
         */
        public Use {
            Objects.requireNonNull(shape, "shape");
            if (!life.isKnown() || !(life.at(Reading.LOW) > 0)) {
                throw new IllegalArgumentException(
                        "Use '%s': the lifetime is not known and positive (seen: %s). Maybe a wide range."
                                .formatted(name, life));
            }
            for (Figure share : List.of(loss, lossRecovery, collection, separation, recovery)) {
                if (share.isKnown()
                        && !(share.at(Reading.LOW, Unit.ONE) >= 0 && share.at(Reading.HIGH, Unit.ONE) <= 1)) {
                    throw new IllegalArgumentException(
                            "Use '%s': a share is not within 0..1 (seen: %s). Maybe it is in percent."
                                    .formatted(name, share));
                }
            }
        }

        /**
         * A use of which it is known how long it lasts.
         *
         * @param name of the use
         * @param size its demand or its part of demand, or its stock in use if the stock grows
         * @param life mean lifetime, in {@link Unit#YEARS}
         * @param shape how lifetimes spread about the mean
         */
        public static Use of(String name, Figure size, Figure life, Lifetime shape) {
            Figure unknown = Figure.unknown(Unit.SHARE, "not stated");
            return new Use(name, size, life, shape, unknown, unknown, unknown, unknown, unknown);
        }

        /** A copy with a fabrication loss and the recovery of new scrap, 0..1 each. */
        public Use losing(Figure part, Figure recovered) {
            return new Use(name, size, life, shape, part, recovered, collection, separation, recovery);
        }

        /** A copy with the parts of old scrap that are collected, of that separated, and of that recovered, 0..1 each. */
        public Use recycling(Figure collected, Figure separated, Figure recovered) {
            return new Use(name, size, life, shape, loss, lossRecovery, collected, separated, recovered);
        }
    }

    /**
     * One year.
     *
     * @param year the calendar year
     * @param demand what is wanted, in t/a
     * @param old the share of it that old scrap could cover, 0..1; above 1 where demand shrinks faster than scrap
     * @param fresh the share of it that new scrap could cover
     * @param share the share of it that both could cover; not the sum of both ranges where one gains what the other loses
     */
    public record Year(int year, Range demand, Range old, Range fresh, Range share) {

        /** What both could supply, in t/a: share x demand, end by end. */
        public Range supply() {
            return Range.spanning(share.low() * demand.low(), share.high() * demand.high(), demand.unit());
        }
    }

    /**
     * When scrap covers so much.
     *
     * @param goal the share of demand
     * @param atBest the first year in which it may; empty if in no year asked about
     * @param surely the first year in which it does under every reading; empty if in no year asked about
     * @param never whether it does in no year, however long one waits, under any reading
     * @param atBestUntil the last year before it no longer may; empty if it may until the last year asked about, or never did
     * @param surelyUntil the last year before it no longer does under every reading; empty likewise
     */
    public record Reached(
            Share goal,
            Optional<Integer> atBest,
            Optional<Integer> surely,
            boolean never,
            Optional<Integer> atBestUntil,
            Optional<Integer> surelyUntil) {}

    /**
     * What scrap could cover.
     *
     * @param question what was asked
     * @param date the day on which the chain was read
     * @param years from the year of the chain to the last year asked about
     * @param derivation how the share in the last year comes about, at either end
     * @param limit the share that both tend to if growth goes on; what is {@linkplain Grows#STOCK in use} may go on
     *     swinging about it
     * @param encloses whether every reading of the figures lies inside the shares; if not, they are those of readings tried
     * @param sources who said the figures
     * @param assumptions which of the figures are assumed or unknown
     */
    public record Answer(
            RecyclingCeiling question,
            LocalDate date,
            List<Year> years,
            Tree.Node derivation,
            Range limit,
            boolean encloses,
            List<Source> sources,
            List<Assumption> assumptions)
            implements Explained {

        /** Copies the lists. */
        public Answer {
            years = ImmutableList.copyOf(years);
            sources = ImmutableList.copyOf(sources);
            assumptions = ImmutableList.copyOf(assumptions);
        }

        /**
         * One year.
         *
         * @param year one of those asked about
         * @throws IllegalArgumentException if it is none of them
         */
        public Year year(int year) {
            return years.stream()
                    .filter(each -> each.year == year)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Year '%s': not asked about. Maybe one of %s to %s."
                            .formatted(year, years.get(0).year, question.until)));
        }

        /**
         * When scrap covers a share of demand.
         *
         * @param goal the share
         */
        public Reached reaches(Share goal) {
            return new Reached(
                    goal,
                    first(goal, Range::high),
                    first(goal, Range::low),
                    // While demand grows evenly, each reading moves one way from year to year, toward its limit.
                    encloses && first(goal, Range::high).isEmpty() && limit.high() < goal.value(),
                    until(goal, Range::high),
                    until(goal, Range::low));
        }

        /** When scrap covers each of the goals asked about. */
        public List<Reached> reached() {
            return question.goals.stream().map(this::reaches).collect(ImmutableList.toImmutableList());
        }

        /** The last year of the first stretch in which it is covered, if the stretch ends. */
        private Optional<Integer> until(Share goal, ToDoubleFunction<Range> end) {
            return first(goal, end)
                    .flatMap(from -> years.stream()
                            .filter(year -> year.year > from && end.applyAsDouble(year.share) < goal.value())
                            .findFirst())
                    .map(over -> over.year - 1);
        }

        private Optional<Integer> first(Share goal, ToDoubleFunction<Range> end) {
            return years.stream()
                    .filter(year -> end.applyAsDouble(year.share) >= goal.value())
                    .map(Year::year)
                    .findFirst();
        }

        /**
         * How the share in the last year comes about, at either end: for each use its size x what came into use x the part that
         * leaves x collection x separation x recovery, and new scrap, over demand.
         */
        @Override
        public Tree explain() {
            return RecyclingReport.explanation(this);
        }

        @Override
        public Report show() {
            return RecyclingReport.of(this);
        }
    }
}
