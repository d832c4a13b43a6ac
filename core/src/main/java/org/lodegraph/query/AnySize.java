package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lodegraph.flow.Tracing;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.LineId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Tree;

/**
 * Lines that run and of which somebody says that their output is not known. No reading of other figures tells how much of a
 * supply is theirs, so whatever was traced is what holds if they make nothing.
 */
final class AnySize {

    private AnySize() {}

    /** Those that make what some consumers want. */
    static Set<LineId> in(SupplyChain chain, List<Target> consumers) {
        ImmutableSet<MaterialId> wanted =
                consumers.stream().map(Target::material).collect(ImmutableSet.toImmutableSet());
        return chain.lines().values().stream()
                .filter(line -> isUnknown(line) && line.isPresentOn(chain.date()))
                .filter(line -> line.line().recipes().stream()
                        .anyMatch(recipe -> wanted.stream().anyMatch(chain.recipe(recipe)::makes)))
                .map(InstalledLine::id)
                .collect(ImmutableSet.toImmutableSet());
    }

    private static boolean isUnknown(InstalledLine line) {
        return line.line().status() == Line.Status.RUNNING
                && line.line()
                        .output()
                        .filter(output -> output instanceof Figure.Unknown)
                        .isPresent();
    }

    /**
     * What passes through a group if the lines may make anything.
     *
     * @param traced what passes if they make nothing
     * @param holds whether the group holds one of them
     * @param tracing what each consumer gets
     */
    static Tracing.Passage widened(Tracing.Passage traced, boolean holds, Tracing tracing) {
        Map<Target, Tracing.Part> parts = new LinkedHashMap<>();
        for (Target consumer : tracing.consumers()) {
            Tracing.Part part = traced.parts().get(consumer);
            Range served = tracing.supply(consumer).served();
            double share = holds ? 1 : part == null ? 0 : part.share().high();
            double tons = holds ? served.high() : part == null ? 0 : part.tons().high();
            parts.put(consumer, new Tracing.Part(new Range(0, share, Unit.SHARE), new Range(0, tons, served.unit())));
        }
        Tree.Node before = traced.derivation();
        return new Tracing.Passage(
                parts,
                new Tree.Node(
                        before.label(),
                        Cell.of(new Range(0, holds ? 1 : before.amount().high(), Unit.SHARE)),
                        "what stands below holds if lines of any size make nothing",
                        ImmutableList.of(before)));
    }
}
