package org.lodegraph.scenario;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.LineId;
import org.lodegraph.model.SupplyChain;

/** Figures and lines as a step leaves them. */
final class Changed {

    private Changed() {}

    /** The figure with another spread, from the same source, assumed because of the step; unknown stays unknown. */
    static Figure figure(Figure figure, Step step, UnaryOperator<Spread> change) {
        if (!(figure instanceof Figure.Known known)) {
            return figure;
        }
        String before = known.note().isBlank() ? "" : "; before: " + known.note();
        return Figure.assumed(change.apply(known.spread()), known.unit(), known.source(), "step: " + step + before);
    }

    /** Zero, because of the step. */
    static Figure zero(Unit unit, Step step) {
        return Figure.assumed(Spread.exact(0), unit, Source.ASSUMPTION, "step: " + step);
    }

    /** The chain with other lines in place of those of the same name. */
    static SupplyChain lines(SupplyChain chain, Map<LineId, Line> changed) {
        Map<Facility, ImmutableList<Line>> facilities = new LinkedHashMap<>();
        for (LineId id : changed.keySet()) {
            Facility facility = chain.line(id).facility();
            facilities.computeIfAbsent(
                    facility,
                    site -> site.lines().stream()
                            .map(line -> Optional.ofNullable(changed.get(new LineId(site.id(), line.name())))
                                    .orElse(line))
                            .collect(ImmutableList.toImmutableList()));
        }
        SupplyChain.Builder builder = chain.toBuilder();
        facilities.forEach((facility, lines) -> builder.put(facility.withLines(lines)));
        return builder.build();
    }
}
