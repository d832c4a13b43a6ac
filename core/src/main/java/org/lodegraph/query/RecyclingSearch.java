package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Dimension;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.RecyclingCeiling.Answer;
import org.lodegraph.query.RecyclingCeiling.Grows;
import org.lodegraph.query.RecyclingCeiling.Use;
import org.lodegraph.query.RecyclingCeiling.Year;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;
import org.lodegraph.stock.InUse;
import org.lodegraph.stock.Lifetime;

/** Follows what is in use at the ends of each figure, and takes the least and the most that scrap covers. Used once. */
final class RecyclingSearch {

    /** The past is followed back until what came in then counts for less than this beside the last year. */
    private static final double NEGLIGIBLE = 1e-17;

    private static final int LONGEST_PAST = 3_000;

    private final SupplyChain chain;
    private final RecyclingCeiling question;
    private final Run run;
    private final LineFigures figures;
    private final Basis basis;
    private final Range before;
    private final Range growth;
    private final List<Rates> uses;

    /** What a use's figures say. */
    record Rates(
            Use use,
            Range size,
            Range life,
            Range loss,
            Range lossRecovery,
            Range collection,
            Range separation,
            Range recovery) {

        double kept(Reading end) {
            return at(collection, end) * at(separation, end) * at(recovery, end);
        }
    }

    /**
     * One reading of a use, per unit of its size: what is demanded and what leaves it, by year.
     *
     * @param inUse what came into use and left it, of which {@code perInflow} is one
     */
    record Course(Rates rates, double loss, InUse inUse, double perInflow, double[] demand, double[] leaving) {

        double old(int year, Reading end) {
            return leaving[year] * rates.kept(end);
        }

        double fresh(int year, Reading end) {
            return demand[year] * loss * at(rates.lossRecovery, end);
        }
    }

    /** The courses of each use if growth is read one way. */
    private record World(double later, List<List<Course>> uses) {}

    /** The least or the most share, and the reading and size of each use that makes it so. */
    record Extreme(double share, double growth, List<Picked> picked) {}

    /** A use at a reading and a size. */
    record Picked(Course course, double size) {}

    /** A part of scrap. */
    private interface Part {
        double of(Course course, int year, Reading end);
    }

    RecyclingSearch(SupplyChain chain, RecyclingCeiling question, Run run) {
        this.chain = chain;
        this.question = question;
        this.run = run;
        this.figures = new LineFigures(chain);
        this.basis = chain.material(question.materials().iterator().next()).basis();
        this.before = read("growth of the past", question.before(), Unit.ONE);
        this.growth = read("growth", question.growth(), Unit.ONE);
        this.uses = question.uses().stream().map(this::rates).collect(ImmutableList.toImmutableList());
        if (uses.isEmpty()) {
            throw new IllegalArgumentException(
                    "Recycling ceiling of %s: no use is named, so nothing is known to come back. Maybe name a use, its size and its life."
                            .formatted(question.materials()));
        }
        if (question.until() < chain.year()) {
            throw new IllegalArgumentException(
                    "Recycling ceiling of %s: the last year (%s) lies before the figures of %s. Maybe say until which year."
                            .formatted(question.materials(), question.until(), chain.year()));
        }
    }

    Answer answer() {
        List<World> worlds = worlds();
        Range wanted = isStock() ? Range.exactly(0, rate()) : wanted();
        ImmutableList.Builder<Year> years = ImmutableList.builder();
        for (int t = 0; t <= question.until() - chain.year(); t++) {
            run.check();
            years.add(new Year(
                    chain.year() + t,
                    isStock() ? taken(worlds, t) : grown(wanted, t),
                    share(worlds, t, Course::old),
                    share(worlds, t, Course::fresh),
                    share(worlds, t, RecyclingSearch::both)));
        }
        return new Answer(
                question,
                chain.date(),
                years.build(),
                derivation(worlds),
                limit(),
                !isStock() && agree(before.low(), growth.low()) && agree(before.high(), growth.high()),
                figures.sources(),
                figures.assumptions());
    }

    /** How the share in the last year comes about, at either end. */
    private Tree.Node derivation(List<World> worlds) {
        int last = question.until() - chain.year();
        RecyclingDerivation told = new RecyclingDerivation(question, chain.year(), last);
        String label = "old and new scrap over demand in %s".formatted(question.until());
        Comparator<Extreme> byShare = Comparator.comparingDouble(Extreme::share);
        Extreme least = extremes(worlds, last, RecyclingSearch::both, Reading.LOW)
                .min(byShare)
                .orElseThrow();
        Extreme most = extremes(worlds, last, RecyclingSearch::both, Reading.HIGH)
                .max(byShare)
                .orElseThrow();
        return least.share == most.share
                ? told.node(label, most, Reading.HIGH)
                : Derivation.any(
                        label,
                        ImmutableList.of(
                                told.node("at least", least, Reading.LOW), told.node("at most", most, Reading.HIGH)));
    }

    private boolean isStock() {
        return question.grows() == Grows.STOCK;
    }

    private static boolean agree(double one, double other) {
        return one * other >= 0;
    }

    private static double both(Course course, int year, Reading end) {
        return course.old(year, end) + course.fresh(year, end);
    }

    /** Where past and future grow alike, every year is like the last. */
    private Range limit() {
        List<World> steady = new ArrayList<>();
        for (double rate : ends(growth)) {
            steady.add(world(rate, rate, 0));
        }
        return share(steady, 0, RecyclingSearch::both);
    }

    private List<World> worlds() {
        List<World> worlds = new ArrayList<>();
        for (double earlier : ends(before)) {
            for (double later : ends(growth)) {
                worlds.add(world(earlier, later, question.until() - chain.year()));
            }
        }
        return worlds;
    }

    private World world(double earlier, double later, int ahead) {
        ImmutableList.Builder<List<Course>> all = ImmutableList.builder();
        for (Rates rates : uses) {
            ImmutableList.Builder<Course> courses = ImmutableList.builder();
            for (double life : ends(rates.life)) {
                run.check();
                InUse inUse = follow(rates.use, life, earlier, later, ahead);
                for (double loss : ends(rates.loss)) {
                    courses.add(course(rates, loss, inUse, ahead));
                }
            }
            all.add(courses.build());
        }
        return new World(later, all.build());
    }

    /** From a past in which inflow grew evenly up to 1 in the year of the chain. */
    private InUse follow(Use use, double life, double earlier, double later, int ahead) {
        Lifetime lifetime = use.shape().withMean(life);
        int past = past(use, lifetime, earlier);
        InUse soFar = InUse.of(lifetime)
                .receiving(IntStream.rangeClosed(-past, 0)
                        .mapToDouble(t -> StrictMath.pow(1 + earlier, t))
                        .toArray());
        double now = isStock() ? soFar.years().get(past).stock() : 1;
        double[] future = IntStream.rangeClosed(1, ahead)
                .mapToDouble(t -> now * StrictMath.pow(1 + later, t))
                .toArray();
        return isStock() ? held(use, soFar, future) : soFar.receiving(future);
    }

    private static InUse held(Use use, InUse soFar, double[] future) {
        @Nullable RuntimeException cause = null;
        try {
            InUse held = soFar.holding(future);
            if (held.years().stream().allMatch(year -> year.inflow() > 0)) {
                return held;
            }
        } catch (IllegalArgumentException e) {
            cause = e;
        }
        throw new IllegalArgumentException(
                "Use '%s': nothing new is needed in some year, so fast does what is in use fall (lifetime %s years). Maybe let demand grow."
                        .formatted(use.name(), soFar.lifetime().mean()),
                cause);
    }

    private static int past(Use use, Lifetime lifetime, double earlier) {
        for (int age = 0; age < LONGEST_PAST; age++) {
            if (lifetime.survival(age) * StrictMath.pow(1 + earlier, -age) < NEGLIGIBLE) {
                return age;
            }
        }
        throw new IllegalArgumentException(
                "Use '%s': what came in %s years ago would still count (growth %s, mean lifetime %s years). Maybe less shrinkage, or a shape with a shorter tail."
                        .formatted(use.name(), LONGEST_PAST, earlier, lifetime.mean()));
    }

    private Course course(Rates rates, double loss, InUse inUse, int ahead) {
        List<InUse.Year> years = inUse.years()
                .subList(inUse.years().size() - 1 - ahead, inUse.years().size());
        double perInflow = isStock() ? 1 / (years.get(0).stock() * (1 - loss)) : 1;
        return new Course(
                rates,
                loss,
                inUse,
                perInflow,
                years.stream().mapToDouble(year -> year.inflow() * perInflow).toArray(),
                years.stream()
                        .mapToDouble(year -> year.outflow() * perInflow * (1 - loss))
                        .toArray());
    }

    private Range share(List<World> worlds, int year, Part part) {
        return Range.spanning(
                extremes(worlds, year, part, Reading.LOW)
                        .mapToDouble(Extreme::share)
                        .min()
                        .orElseThrow(),
                extremes(worlds, year, part, Reading.HIGH)
                        .mapToDouble(Extreme::share)
                        .max()
                        .orElseThrow(),
                Unit.SHARE);
    }

    private static Stream<Extreme> extremes(List<World> worlds, int year, Part part, Reading end) {
        return worlds.stream().map(world -> extreme(world, year, part, end));
    }

    /**
     * The least or the most that sum(size x scrap) / sum(size x demand) can be, each size and course at either end: by the
     * steps of Dinkelbach 1967, doi 10.1287/mnsc.13.7.492. From any ratio, what pulls it farthest; until nothing does.
     */
    private static Extreme extreme(World world, int year, Part part, Reading end) {
        double sign = end == Reading.LOW ? 1 : -1;
        double ratio = Double.NaN;
        List<Picked> picked = ImmutableList.of();
        while (true) {
            double scrap = 0;
            double demand = 0;
            double from = ratio;
            ImmutableList.Builder<Picked> pick = ImmutableList.builder();
            for (List<Course> courses : world.uses) {
                Course best = courses.stream()
                        .min(Comparator.comparingDouble(course -> sign * surplus(course, year, part, end, from)))
                        .orElseThrow();
                boolean pulls = !(sign * surplus(best, year, part, end, from) > 0);
                Range size = best.rates.size;
                double tons = pulls ? size.high() : size.low();
                scrap += tons * part.of(best, year, end);
                demand += tons * best.demand[year];
                pick.add(new Picked(best, tons));
            }
            double next = scrap / demand;
            // At the start there is no ratio to compare with; at the end no use may be left that pulls, and no next
            // ratio.
            if (!Double.isNaN(ratio) && !(sign * next < sign * ratio)) {
                return new Extreme(ratio, world.later, picked);
            }
            ratio = next;
            picked = pick.build();
        }
    }

    private static double surplus(Course course, int year, Part part, Reading end, double ratio) {
        return part.of(course, year, end) - ratio * course.demand[year];
    }

    private Range taken(List<World> worlds, int year) {
        return worlds.stream()
                .map(world -> world.uses.stream()
                        .map(courses -> courses.stream()
                                .map(course -> new Range(
                                        course.rates.size.low() * course.demand[year],
                                        course.rates.size.high() * course.demand[year],
                                        rate()))
                                .reduce(Range::hull)
                                .orElseThrow())
                        .reduce(Range.exactly(0, rate()), Range::plus))
                .reduce(Range::hull)
                .map(sum -> Range.spanning(sum.low(), sum.high(), sum.unit()))
                .orElseThrow();
    }

    private Range grown(Range wanted, int years) {
        return Range.spanning(
                wanted.low() * StrictMath.pow(1 + growth.low(), years),
                wanted.high() * StrictMath.pow(1 + growth.high(), years),
                wanted.unit());
    }

    private Range wanted() {
        Set<CountryId> members = question.among().map(chain::members).orElse(ImmutableSet.of());
        List<Demand> demands = question.materials().stream()
                .flatMap(material -> chain.demandsFor(material).stream())
                .filter(demand -> question.among().isEmpty() || members.contains(demand.consumer()))
                .toList();
        if (demands.isEmpty()) {
            throw new IllegalArgumentException(
                    "RecyclingCeiling: nobody wants %s%s. Maybe another material of the chain."
                            .formatted(
                                    question.materials(),
                                    question.among()
                                            .map(party -> " in " + party)
                                            .orElse("")));
        }
        return demands.stream()
                .map(demand -> figures.read(new FigurePlace(demand.id(), FigurePlace.Kind.RATE), demand.rate(), rate()))
                .reduce(Range.exactly(0, rate()), Range::plus);
    }

    private Unit rate() {
        return Unit.T_PER_A.of(basis);
    }

    private Rates rates(Use use) {
        Unit unit = isStock() ? Unit.T.of(basis) : question.uses().get(0).size().unit();
        Range size = unit.dimension() == Dimension.RATIO && !use.size().isKnown()
                ? share("part of use", use, use.size())
                : read("size of use", use, use.size(), unit);
        Range loss = share("fabrication loss of use", use, use.loss());
        Range collection = share("collection of use", use, use.collection());
        Range separation = share("separation of use", use, use.separation());
        Range recovery = share("recovery of use", use, use.recovery());
        if (!(size.high() > 0 && Double.isFinite(size.high())) || isStock() && loss.high() == 1) {
            throw new IllegalArgumentException(
                    "Use '%s': no size to follow, or all of it is lost in fabrication (size: %s, loss: %s). Maybe a wide range below 1."
                            .formatted(use.name(), size, loss));
        }
        return new Rates(
                use,
                size,
                read("mean lifetime of use", use, use.life(), Unit.YEARS),
                loss,
                share("recovery of new scrap of use", use, use.lossRecovery()),
                collection,
                separation,
                recovery);
    }

    /** What is unknown is any share. */
    private Range share(String what, Use use, Figure figure) {
        Range read = read(what, use, figure, Unit.ONE);
        return new Range(read.low(), Math.min(1, read.high()), Unit.ONE);
    }

    private Range read(String what, Use use, Figure figure, Unit unit) {
        return read("%s '%s'".formatted(what, use.name()), figure, unit);
    }

    private Range read(String what, Figure figure, Unit unit) {
        return figures.read(new Assumption.Named(what), figure, unit);
    }

    private static double[] ends(Range range) {
        return range.isExact() ? new double[] {range.low()} : new double[] {range.low(), range.high()};
    }

    static double at(Range range, Reading end) {
        return end == Reading.LOW ? range.low() : range.high();
    }
}
