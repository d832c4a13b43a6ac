package org.lodegraph.flow;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lodegraph.lp.Optimal;
import org.lodegraph.lp.Solver;
import org.lodegraph.model.Demand;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Id;
import org.lodegraph.model.LineId;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;

/**
 * What outages cost a target. The delivery before is solved once for every reading of the figures; each outage then starts
 * from that solution, never from another outage, so neither order nor threads change a number. It equals the delivery of
 * the chain that lacks what is lost. Immutable and thread safe.
 *
 * <p>What the delivery before does not use is lost without a loss; where the prices of the limits that are lost already
 * account for all that was delivered, everything is lost (weak duality). Only what lies between is solved again.
 */
public final class Losses {

    /** A price that accounts for all but this part of a delivery accounts for all of it. */
    private static final double WHOLE = 1 - 1e-9;

    private final Setting setting;
    private final ImmutableList<Base> bases;

    /** The delivery before, under one reading. */
    private record Base(
            DeliveryProgram program,
            Solver.Session session,
            Optimal first,
            Got got,
            Supplier<Sharers> sharers,
            Supplier<Optimal> shared,
            Supplier<Optional<Lanes>> lanes) {}

    /** The delivery before to everybody, as far as stage 1. */
    private record Sharers(Ladder ladder, Solver.Session most) {}

    /** The same on the lanes that were observed. */
    private record Lanes(DeliveryProgram program, Solver.Session session) {}

    private Losses(Setting setting, List<Base> bases) {
        this.setting = setting;
        this.bases = ImmutableList.copyOf(bases);
    }

    /**
     * Solves the delivery before.
     *
     * @param question what is delivered to whom, under which response
     * @param chain the chain before any outage
     * @param run where to work
     * @return what outages cost
     * @throws IncompleteChainException if the chain lacks the demand that competes with the target
     * @throws IllegalArgumentException if no demand matches the target
     * @throws org.lodegraph.lp.UncertifiedSolutionException if an optimum cannot be certified; never an answer
     */
    public static Losses of(Delivery question, SupplyChain chain, Run run) {
        Setting setting = new Setting(question, chain);
        List<Supplier<Base>> parts = new ArrayList<>();
        for (Corner corner : setting.corners().all()) {
            parts.add(() -> base(setting, corner, run));
        }
        return new Losses(setting, run.all("delivery to " + question.target(), parts));
    }

    private static Base base(Setting setting, Corner corner, Run run) {
        DeliveryProgram program = setting.compile(corner);
        Stages stages = setting.stages(program, run);
        List<DemandId> targets = setting.targetIds();
        Solver.Session session = Setting.solver().open(stages.firstProgram(targets), run.cancelled());
        Optimal first = session.base().optimal();
        setting.requireSharp(program, first);
        return new Base(
                program,
                session,
                first,
                Got.of(program, first, targets),
                // What follows is kept for every later run, so no run's cancellation may end it.
                Suppliers.memoize(() -> sharers(setting, program)),
                Suppliers.memoize(() -> setting.stages(program, Run.here())
                        .shared(setting.question().sharing())),
                Suppliers.memoize(() -> lanes(setting, corner)));
    }

    private static Sharers sharers(Setting setting, DeliveryProgram program) {
        Stages stages = setting.stages(program, Run.here());
        Ladder ladder = stages.ladder(setting.question().sharing());
        return new Sharers(ladder, Setting.solver().open(stages.most(ladder.program())));
    }

    private static Optional<Lanes> lanes(Setting setting, Corner corner) {
        if (!setting.hasObservedLane()) {
            return Optional.empty();
        }
        DeliveryProgram program = setting.compileAsTraded(corner);
        var objective = setting.stages(program, Run.here()).firstProgram(setting.targetIds());
        return Optional.of(new Lanes(program, Setting.solver().open(objective)));
    }

    /**
     * What the target gets before any outage, served before all others.
     *
     * @return as {@link Delivery.Answer#unavoidable()}
     */
    public Supply before() {
        return Got.supply(bases.stream().map(Base::got).toList(), setting.unit());
    }

    /**
     * What losses stand on.
     *
     * @return as of the delivery before
     */
    public Grounds grounds() {
        return setting.grounds();
    }

    /**
     * What outages cost the target.
     *
     * @param outages what is lost; what does not concern the target costs nothing
     * @param run where to work
     * @return the losses, in the order of the outages
     */
    public List<Loss> of(List<Outage> outages, Run run) {
        List<Supplier<Loss>> parts = new ArrayList<>();
        outages.forEach(outage -> parts.add(() -> of(outage, run)));
        return run.all("losses of " + setting.question().target(), parts);
    }

    /**
     * What an outage costs the target.
     *
     * @param outage what is lost
     * @param run where to work
     * @return the loss
     */
    public Loss of(Outage outage, Run run) {
        return Loss.of(readings(outage, run), setting.unit());
    }

    /**
     * What outages cost the target if all share.
     *
     * @param outages what is lost
     * @param run where to work
     * @return the losses, in the order of the outages; below zero for a gain
     */
    public List<Loss> shared(List<Outage> outages, Run run) {
        List<Supplier<Loss>> parts = new ArrayList<>();
        for (Outage outage : outages) {
            parts.add(() -> Loss.of(
                    bases.stream().map(base -> shared(base, outage, run)).toList(), setting.unit()));
        }
        return run.all("shared losses of " + setting.question().target(), parts);
    }

    private Loss.Reading shared(Base base, Outage outage, Run run) {
        Got before = Got.of(base.program, base.shared.get(), setting.targetIds());
        if (base.program.isIdle(base.shared.get(), outage)) {
            return new Loss.Reading(before, before, Loss.How.IDLE);
        }
        DeliveryProgram program = base.program.without(outage);
        Optimal any = settled(base, outage, setting.stages(program, run), run).any();
        setting.requireSharp(program, any);
        return new Loss.Reading(before, Got.of(program, any, targetsLeft(outage)), Loss.How.SOLVED);
    }

    /** Everybody's share after an outage. */
    private Stages.Settled settled(Base base, Outage outage, Stages after, Run run) {
        run.check();
        Ladder ladder = base.sharers.get().ladder.without(outage);
        Solver.Session most = base.sharers.get().most.open(after.most(ladder.program()), run.cancelled());
        return after.settled(setting.question().sharing(), ladder, most);
    }

    /** The losses before rounding, one for each corner. */
    List<Loss.Reading> readings(Outage outage, Run run) {
        return bases.stream().map(base -> reading(base, outage, run)).toList();
    }

    private Loss.Reading reading(Base base, Outage outage, Run run) {
        if (base.program.isIdle(base.first, outage)) {
            return new Loss.Reading(base.got, base.got, Loss.How.IDLE);
        }
        if (outage.demands().isEmpty() && base.got.served() > 0 && priced(base, outage) >= WHOLE) {
            return new Loss.Reading(base.got, new Got(base.got.wanted(), 0), Loss.How.PRICED);
        }
        DeliveryProgram program = base.program.without(outage);
        Got after = Got.of(program, solve(base, outage, run), targetsLeft(outage));
        return new Loss.Reading(base.got, after, Loss.How.SOLVED);
    }

    private Optimal solve(Base base, Outage outage, Run run) {
        run.check();
        Optimal optimal = base.session
                .solve(base.program.without(base.first.program(), outage), run.cancelled())
                .optimal();
        setting.requireSharp(base.program, optimal);
        return optimal;
    }

    /** The part of the delivery that the prices of limits account for which are lost whole: so much is lost at least. */
    private double priced(Base base, Outage outage) {
        double lost = 0;
        for (int row = 0; row < base.program.limits().size(); row++) {
            Optional<Id> subject = base.program.limits().get(row).subject();
            if (base.first.price(row) > 0
                    && subject.map(id -> isLost(id, outage)).orElse(false)) {
                lost += base.first.price(row) * base.first.program().rowHigh(row);
            }
        }
        return base.first.objective() > 0 ? lost / base.first.objective() : 0;
    }

    private boolean isLost(Id id, Outage outage) {
        if (id instanceof LineId line) {
            return outage.runs()
                    .getOrDefault(line, ImmutableSet.of())
                    .containsAll(setting.chain().line(line).line().recipes());
        }
        return outage.links().contains(id) || outage.stocks().contains(id);
    }

    private List<DemandId> targetsLeft(Outage outage) {
        return setting.targetIds().stream()
                .filter(demand -> !outage.demands().contains(demand))
                .toList();
    }

    // ---- in detail

    /**
     * What an outage does to the target, in detail: everybody's share, use by use, and where flows move.
     *
     * @param outage what is lost
     * @param run where to work
     * @return the details
     */
    public Aftermath after(Outage outage, Run run) {
        List<Supplier<Settled>> parts = new ArrayList<>();
        bases.forEach(base -> parts.add(() -> settle(base, outage, run)));
        List<Settled> corners = run.all("aftermath for " + setting.question().target(), parts);
        Settled shown = corners.get(0);
        Stages.Limits limits = limits(shown, outage, run);
        return new Aftermath(
                Loss.of(corners.stream().map(Settled::loss).toList(), setting.unit()),
                Loss.of(shared(corners, setting.targetIds(), targetsLeft(outage)), setting.unit()),
                shown.asTraded.map(any -> Loss.of(
                        corners.stream()
                                .map(corner -> corner.asTraded.orElseThrow())
                                .toList(),
                        setting.unit())),
                setting.targets().stream()
                        .filter(demand -> !outage.demands().contains(demand.id()))
                        .map(demand -> use(demand, corners))
                        .toList(),
                shifts(shown),
                limits.binding(),
                limits.tight());
    }

    private record Settled(
            Base base,
            DeliveryProgram program,
            Stages stages,
            Loss.Reading loss,
            Optimal shared,
            Optional<Loss.Reading> asTraded) {}

    private Settled settle(Base base, Outage outage, Run run) {
        DeliveryProgram program = base.program.without(outage);
        Stages stages = setting.stages(program, run);
        Optimal shared = stages.near(settled(base, outage, stages, run), base.shared.get());
        setting.requireSharp(program, shared);
        return new Settled(
                base,
                program,
                stages,
                reading(base, outage, run),
                shared,
                base.lanes.get().map(lanes -> asTraded(lanes, outage, run)));
    }

    private Loss.Reading asTraded(Lanes lanes, Outage outage, Run run) {
        Optimal before = lanes.session.base().optimal();
        Optimal after = lanes.session
                .solve(lanes.program.without(before.program(), outage), run.cancelled())
                .optimal();
        return new Loss.Reading(
                Got.of(lanes.program, before, setting.targetIds()),
                Got.of(lanes.program.without(outage), after, targetsLeft(outage)),
                Loss.How.SOLVED);
    }

    private static List<Loss.Reading> shared(List<Settled> corners, List<DemandId> before, List<DemandId> after) {
        return corners.stream()
                .map(corner -> new Loss.Reading(
                        Got.of(corner.base.program, corner.base.shared.get(), before),
                        Got.of(corner.program, corner.shared, after),
                        Loss.How.SOLVED))
                .toList();
    }

    private Aftermath.Use use(Demand demand, List<Settled> corners) {
        List<DemandId> alone = ImmutableList.of(demand.id());
        Loss loss = Loss.of(shared(corners, alone, alone), setting.unit());
        return new Aftermath.Use(
                demand.id(), demand.consumer(), demand.application(), loss.after(), loss.lost(), loss.share());
    }

    private Stages.Limits limits(Settled shown, Outage outage, Run run) {
        Optimal first = solve(shown.base, outage, run);
        Got got = Got.of(shown.program, first, targetsLeft(outage));
        return got.served() < got.wanted() * WHOLE
                ? shown.stages.limits(first, shown.base.got.wanted())
                : new Stages.Limits(ImmutableList.of(), ImmutableSet.of());
    }

    private List<Shift> shifts(Settled shown) {
        Map<Flow, double[]> tons = new LinkedHashMap<>();
        Flows.of(setting.chain(), shown.base.program, shown.base.shared.get())
                .forEach(flow -> tons.computeIfAbsent(flow.of(0), any -> new double[2])[0] += flow.tons());
        Flows.of(setting.chain(), shown.program, shown.shared)
                .forEach(flow -> tons.computeIfAbsent(flow.of(0), any -> new double[2])[1] += flow.tons());
        List<Shift> shifts = new ArrayList<>();
        tons.forEach((flow, ends) -> {
            if (Math.abs(ends[1] - ends[0]) > Flows.ROUNDING * Math.max(ends[0], ends[1])) {
                shifts.add(new Shift(
                        flow.kind(), flow.material(), flow.origin(), flow.destination(), flow.by(), ends[0], ends[1]));
            }
        });
        return shifts;
    }
}
