package org.lodegraph.flow;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lodegraph.lp.LinearProgram;
import org.lodegraph.lp.Optimal;
import org.lodegraph.lp.Outcome;
import org.lodegraph.lp.Solver;
import org.lodegraph.measure.Reading;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Id;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Run;

/**
 * A delivery under one reading of the figures, and what is left of it after outages. Every program starts from the solution
 * before any outage. Immutable and thread safe.
 *
 * <p>What is lost can be read at the opposite end from the rest: the delivery after is the same then, for what is lost is
 * gone; only the delivery before differs.
 */
final class Before {

    /** A price that accounts for all but this part of a delivery accounts for all of it. */
    private static final double WHOLE = 1 - 1e-9;

    private final Setting setting;
    private final Corner corner;
    private final DeliveryProgram program;
    private final Solver.Session session;
    private final Optimal first;

    private final Supplier<Opposite> opposite;

    // These are kept for every later run, so no run's cancellation may end them.
    private final Supplier<Sharers> sharers;
    private final Supplier<Optimal> shared;

    /** The flows that are shown, and traced. */
    private final Supplier<Optimal> even;

    private final Supplier<Optional<Lanes>> lanes;

    /** The program with all supply at its opposite end, and how it compares. */
    private record Opposite(DeliveryProgram program, boolean same, boolean shapedAlike) {}

    /** The delivery to everybody, as far as stage 1. */
    private record Sharers(Ladder ladder, Solver.Session most) {}

    /** The delivery on the lanes that were observed. */
    private record Lanes(DeliveryProgram program, Solver.Session session) {}

    Before(Setting setting, Corner corner, Run run) {
        this.setting = setting;
        this.corner = corner;
        program = setting.compile(corner);
        session =
                Setting.solver().open(setting.stages(program, run).firstProgram(setting.targetIds()), run.cancelled());
        first = sharp(program, session.base().optimal());
        opposite = Suppliers.memoize(this::compileOpposite);
        sharers = Suppliers.memoize(this::open);
        shared = Suppliers.memoize(() -> sharp(program, setting.near(corner, program, Run.here())));
        even = Suppliers.memoize(() -> setting.shown(corner, program, shared.get(), Run.here()));
        lanes = Suppliers.memoize(this::openLanes);
    }

    private Opposite compileOpposite() {
        DeliveryProgram other = setting.compile(corner.supplying(corner.supply().opposite()));
        return new Opposite(other, other.program().equals(program.program()), program.isShapedLike(other));
    }

    private DeliveryProgram opposite() {
        return opposite.get().program;
    }

    private Sharers open() {
        Stages stages = setting.stages(program, Run.here());
        Ladder ladder = stages.ladder(setting.question().sharing());
        return new Sharers(ladder, Setting.solver().open(stages.most(ladder.program())));
    }

    private Optional<Lanes> openLanes() {
        if (!setting.hasObservedLane()) {
            return Optional.empty();
        }
        DeliveryProgram observed = setting.compileAsTraded(corner);
        return Optional.of(new Lanes(observed, Setting.solver().open(firstProgram(observed, setting.targetIds()))));
    }

    private Optimal sharp(DeliveryProgram solved, Optimal optimal) {
        setting.requireSharp(solved, optimal);
        return optimal;
    }

    Corner corner() {
        return corner;
    }

    /** What the target gets, served first. */
    Got got() {
        return Got.of(program, first, setting.targetIds());
    }

    /** Whether an outage takes anything that could run or be wanted under this reading. */
    boolean isTouchedBy(Outage outage) {
        return program.isTouchedBy(outage);
    }

    // ---- served first

    /** What some demands get under one reading, and what limits it. */
    Limited limited(DeliveryProgram world, Optimal optimal, List<DemandId> demands, Predicate<Id> lost) {
        return new Limited(setting, world, optimal, demands, lost);
    }

    /** A loss if the target is served first, with all supply read as the corner has it. */
    Loss.Reading first(Outage outage, Run run) {
        List<DemandId> left = setting.lost(outage).targetsLeft();
        return left.isEmpty() ? Loss.Reading.NOTHING_WANTED : alike(outage, left, run);
    }

    /** The same with some supply read at its opposite end, as prices advise. */
    List<Ascent.Found> ascents(Outage outage, Run run) {
        Lost lost = setting.lost(outage);
        return lost.targetsLeft().isEmpty() || !canTurn(outage)
                ? ImmutableList.of()
                : new Ascent(this, outage, lost, run).readings();
    }

    /** What is left of the target gets after an outage, served first. */
    Got left(Outage outage, Run run) {
        List<DemandId> left = setting.lost(outage).targetsLeft();
        return left.isEmpty() ? new Got(0, 0) : alike(outage, left, run).after();
    }

    private Loss.Reading alike(Outage outage, List<DemandId> left, Run run) {
        boolean all = left.size() == setting.targets().size();
        Optimal before = all ? first : most(program, left, run);
        Limited limited = limited(program, before, left, any -> false);
        Got got = limited.got();
        if (program.isIdle(before, outage)) {
            return Loss.Reading.idle(got);
        }
        return outage.demands().isEmpty() && got.served() > 0 && priced(outage) >= WHOLE
                ? Loss.Reading.priced(limited)
                : Loss.Reading.solved(limited, without(outage, run));
    }

    /** The delivery to what is left of the target after an outage. */
    Limited without(Outage outage, Run run) {
        Lost lost = setting.lost(outage);
        DeliveryProgram after = program.without(outage);
        return limited(after, most(after, lost.targetsLeft(), run), lost.targetsLeft(), lost::isWhole);
    }

    /** The most that some demands get in a program, from the solution before where that has the same columns. */
    Optimal most(DeliveryProgram world, List<DemandId> demands, Run run) {
        return most(session, world, demands, run);
    }

    private Optimal most(Solver.Session start, DeliveryProgram world, List<DemandId> demands, Run run) {
        run.check();
        LinearProgram variant = firstProgram(world, demands);
        Outcome outcome = variant.columns() == columns(start)
                ? start.solve(variant, run.cancelled())
                : Setting.solver().solve(variant, run.cancelled());
        return sharp(world, outcome.optimal());
    }

    private static int columns(Solver.Session session) {
        return session.base().optimal().program().columns();
    }

    private LinearProgram firstProgram(DeliveryProgram world, List<DemandId> demands) {
        return setting.stages(world, Run.here()).firstProgram(demands);
    }

    /** The part of the delivery that the prices of limits account for which are lost whole: so much is lost at least. */
    private double priced(Outage outage) {
        Lost whole = setting.lost(outage);
        double lost = 0;
        for (int row = 0; row < program.limits().size(); row++) {
            Optional<Id> subject = program.limits().get(row).subject();
            if (first.price(row) > 0 && subject.filter(whole::isWhole).isPresent()) {
                lost += first.price(row) * first.program().rowHigh(row);
            }
        }
        return first.objective() > 0 ? lost / first.objective() : 0;
    }

    // ---- other readings

    /** Whether supply is read at more than one end, and an outage takes anything at either. */
    private boolean canTurn(Outage outage) {
        return setting.question().reading().isEmpty()
                && !opposite.get().same
                && (program.isTouchedBy(outage) || opposite().isTouchedBy(outage));
    }

    /** The program in which the supply of some is read at its opposite end. */
    DeliveryProgram world(ImmutableSet<Id> turned) {
        return opposite.get().shapedAlike
                ? program.limiting(turned, opposite())
                : setting.compile(corner.turning(turned));
    }

    /** Readings that set what is lost against its rivals; only where all supply is low, elsewhere they would be the same once more. */
    Optional<Lost.Opposed> opposed(Outage outage) {
        return corner.supply() == Reading.LOW && canTurn(outage)
                ? Optional.of(setting.lost(outage)
                        .opposed(Sets.union(program.suppliers(), opposite().suppliers())))
                : Optional.empty();
    }

    /** Whose supply to turn so that what is lost stands against all others, or against its rivals. */
    List<ImmutableSet<Id>> turns(Outage outage) {
        return canTurn(outage)
                ? Stream.concat(
                                Stream.of(setting.lost(outage).whole()),
                                opposed(outage).stream().flatMap(each -> Stream.of(each.large(), each.small())))
                        .distinct()
                        .toList()
                : ImmutableList.of();
    }

    /** These, and those under which most and least is lost if the target is served first. */
    private List<ImmutableSet<Id>> turns(Outage outage, List<Ascent.Found> found) {
        Comparator<Ascent.Found> byLoss =
                Comparator.comparingDouble(each -> each.reading().lost());
        return Stream.of(
                        turns(outage).stream(),
                        found.stream().max(byLoss).map(Ascent.Found::turned).stream(),
                        found.stream().min(byLoss).map(Ascent.Found::turned).stream())
                .flatMap(sets -> sets)
                .distinct()
                .toList();
    }

    // ---- shared

    /** A solved program, to be read demand by demand. */
    private record Solved(DeliveryProgram program, Optimal optimal) {
        Got got(Collection<DemandId> demands) {
            return Got.of(program, optimal, demands);
        }
    }

    /** Everybody's shares before and after an outage, under one reading. */
    record Shares(Solved before, Solved after, Loss.How how) {
        /** What some demands lose, none of which is lost itself. */
        Loss.Reading reading(Collection<DemandId> demands) {
            return Loss.Reading.shared(before.got(demands), after.got(demands), how);
        }
    }

    /** Everybody's shares before and after an outage, with all supply read as the corner has it. */
    Shares shares(Outage outage, Run run) {
        Solved before = new Solved(program, shared.get());
        return program.isIdle(shared.get(), outage)
                ? new Shares(before, before, Loss.How.IDLE)
                : new Shares(
                        before,
                        new Solved(program.without(outage), settled(outage, run).any()),
                        Loss.How.SOLVED);
    }

    /** The same with what is lost read against the others, and as served first most and least is lost. */
    List<Shares> sharesMixed(Outage outage, List<Ascent.Found> found, Run run) {
        return turns(outage, found).stream()
                .map(this::world)
                .filter(world -> !world.program().equals(program.program()))
                .map(world -> new Shares(settled(world, run), settled(world.without(outage), run), Loss.How.SOLVED))
                .toList();
    }

    private Solved settled(DeliveryProgram world, Run run) {
        Stages stages = setting.stages(world, run);
        Ladder ladder = stages.ladder(setting.question().sharing());
        return new Solved(world, settled(stages, ladder, run).any());
    }

    private Stages.Settled settled(Outage outage, Run run) {
        Stages stages = setting.stages(program.without(outage), run);
        return settled(stages, sharers.get().ladder.without(outage), run);
    }

    private Stages.Settled settled(Stages stages, Ladder ladder, Run run) {
        run.check();
        LinearProgram variant = stages.most(ladder.program());
        Solver.Session start = sharers.get().most;
        Solver.Session most = variant.columns() == columns(start)
                ? start.open(variant, run.cancelled())
                : Setting.solver().open(variant, run.cancelled());
        Stages.Settled settled = stages.settled(setting.question().sharing(), ladder, most);
        sharp(ladder.delivery(), settled.any());
        return settled;
    }

    /** What of the flows if all share differs after an outage, and where what the targets get comes from then. */
    record Moves(List<Shift> shifts, List<Leg> before, List<Leg> after) {}

    /** How flows move after an outage if all share, solved as near as possible to the flows before; not at all if it was idle. */
    Moves moves(Outage outage, Run run) {
        if (program.isIdle(even.get(), outage)) {
            return new Moves(ImmutableList.of(), ImmutableList.of(), ImmutableList.of());
        }
        DeliveryProgram left = program.without(outage);
        Optimal after = setting.stages(left, run).near(settled(outage, run), even.get());
        Markets before = setting.markets(program, even.get());
        Markets moved = setting.markets(left, sharp(left, after));
        Trail trail = new Trail(before);
        return new Moves(
                Shift.between(Flows.of(before), Flows.of(moved)),
                trail.to(setting.targetIds()),
                new Trail(moved).to(setting.targetIds(), trail));
    }

    // ---- as traded, and what binds

    /**
     * Losses if the target is served first, but only on observed lanes: as the corner has it, then with some supply turned; none
     * if no lane was observed.
     */
    List<Loss.Reading> asTraded(Outage outage, Run run) {
        Lost lost = setting.lost(outage);
        if (lanes.get().isEmpty()) {
            return ImmutableList.of();
        }
        if (lost.targetsLeft().isEmpty()) {
            return ImmutableList.of(Loss.Reading.NOTHING_WANTED);
        }
        Lanes observed = lanes.get().orElseThrow();
        List<DeliveryProgram> worlds = Stream.concat(
                        Stream.of(observed.program),
                        turns(outage).stream().map(turned -> setting.compileAsTraded(corner.turning(turned))))
                .toList();
        return worlds.stream()
                .map(world -> Loss.Reading.solved(
                        traded(observed, world, lost.targetsLeft(), any -> false, run),
                        traded(observed, world.without(outage), lost.targetsLeft(), lost::isWhole, run)))
                .toList();
    }

    private Limited traded(Lanes any, DeliveryProgram world, List<DemandId> demands, Predicate<Id> gone, Run run) {
        return limited(world, most(any.session, world, demands, run), demands, gone);
    }

    /** What limits what is left of the target after an outage, served first; what is lost itself is no limit. */
    Stages.Limits limits(Outage outage, Run run) {
        return without(outage, run).limits();
    }
}
