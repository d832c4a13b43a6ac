package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.lodegraph.flow.Aftermath;
import org.lodegraph.flow.Losses;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.scenario.Scenario;

/** What could be lost of a chain, one scenario for each, and what exactly each loses. */
record Contingencies(ImmutableList<Scenario> scenarios, ImmutableList<Outage> outages) {

    /** Refuses a loss that is only due later: it would look as if it cost nothing. */
    static Contingencies of(List<Scenario> scenarios, SupplyChain chain) {
        for (Scenario scenario : scenarios) {
            if (!scenario.steps().isEmpty() && scenario.steps().stream().noneMatch(step -> step.isDue(chain.date()))) {
                throw new IllegalArgumentException(
                        "Scenario '%s': nothing of it is due on %s, its first step is '%s'. Maybe ask the chain on a later day."
                                .formatted(
                                        scenario.name(),
                                        chain.date(),
                                        scenario.steps().get(0)));
            }
        }
        return new Contingencies(
                ImmutableList.copyOf(scenarios),
                scenarios.stream().map(scenario -> scenario.outage(chain)).collect(ImmutableList.toImmutableList()));
    }

    /** What people call a contingency. */
    static String name(Scenario scenario) {
        return scenario.description().isEmpty() ? scenario.name() : scenario.description();
    }

    int size() {
        return scenarios.size();
    }

    /** What each of some contingencies does, in detail. */
    List<Aftermath> after(List<Integer> which, Losses losses, Run run) {
        List<Supplier<Aftermath>> parts = new ArrayList<>();
        which.forEach(i -> parts.add(() -> losses.after(outages.get(i), run)));
        return run.all("what follows", parts);
    }
}
