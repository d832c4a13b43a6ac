package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lodegraph.lp.Optimal;
import org.lodegraph.measure.Range;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;

/** Solves a delivery in every corner that its answer spans, and puts the answer together. */
final class DeliverySolution {

    private final Setting setting;
    private final Run run;

    private DeliverySolution(Setting setting, Run run) {
        this.setting = setting;
        this.run = run;
    }

    static Delivery.Answer of(Delivery question, SupplyChain chain, Run run) {
        return new DeliverySolution(new Setting(question, chain), run).answer();
    }

    /** One corner, solved: the target first, everybody, and the target first on the lanes that were observed. */
    private record Solved(
            Corner corner, DeliveryProgram program, Optimal first, Optimal shared, Optional<Got> asTraded) {

        Got first(List<DemandId> demands) {
            return Got.of(program, first, demands);
        }

        Got shared(List<DemandId> demands) {
            return Got.of(program, shared, demands);
        }
    }

    private Solved solve(Corner corner) {
        List<DemandId> targets = setting.targetIds();
        DeliveryProgram program = setting.compile(corner);
        Stages stages = setting.stages(program, run);
        Optimal first = stages.first(targets);
        setting.requireSharp(program, first);
        Optimal shared = setting.near(corner, program, run);
        setting.requireSharp(program, shared);
        Solved solved = new Solved(corner, program, first, shared, asTraded(corner));
        // Sharing cannot give the target more than being served first.
        Got most = solved.first(targets);
        if (most.wanted() > 0) {
            setting.requireSharp((solved.shared(targets).served() - most.served()) / most.wanted());
        }
        return solved;
    }

    private Optional<Got> asTraded(Corner corner) {
        if (!setting.hasObservedLane()) {
            return Optional.empty();
        }
        DeliveryProgram lanes = setting.compileAsTraded(corner);
        List<DemandId> targets = setting.targetIds();
        return Optional.of(Got.of(lanes, setting.stages(lanes, run).first(targets), targets));
    }

    private Delivery.Answer answer() {
        List<Supplier<Solved>> parts = new ArrayList<>();
        for (Corner corner : setting.corners().all()) {
            parts.add(() -> solve(corner));
        }
        List<Solved> corners = run.all("delivery to " + setting.question().target(), parts);
        List<DemandId> targets = setting.targetIds();
        Solved shown = corners.get(0);
        Stages.Limits limits = new Limited(setting, shown.program(), shown.first(), targets, any -> false).limits();
        Markets markets =
                setting.markets(shown.program(), setting.shown(shown.corner(), shown.program(), shown.shared(), run));
        return new Delivery.Answer(
                setting.question(),
                setting.grounds(),
                wanted(corners),
                supply(corners, solved -> solved.first(targets)),
                supply(corners, solved -> solved.shared(targets)),
                shown.asTraded()
                        .map(any -> supply(corners, solved -> solved.asTraded().orElseThrow())),
                setting.targets().stream()
                        .map(demand -> new Delivery.Served(
                                demand.id(),
                                demand.consumer(),
                                demand.application(),
                                supply(corners, solved -> solved.shared(ImmutableList.of(demand.id())))))
                        .collect(ImmutableList.toImmutableList()),
                Flows.of(markets),
                new Trail(markets).to(targets),
                shown.corner().supply(),
                limits.binding(),
                limits.tight());
    }

    private Range wanted(List<Solved> corners) {
        double[] wanted = corners.stream()
                .mapToDouble(solved -> solved.first(setting.targetIds()).wanted())
                .sorted()
                .toArray();
        return Range.spanning(wanted[0], wanted[wanted.length - 1], setting.unit());
    }

    private Supply supply(List<Solved> corners, Function<Solved, Got> got) {
        return Got.supply(corners.stream().map(got).toList(), setting.unit());
    }
}
