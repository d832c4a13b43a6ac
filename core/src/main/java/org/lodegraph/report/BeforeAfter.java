package org.lodegraph.report;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Flows before and after something happened, on one scale: what no longer comes this way is marked before, though it may go
 * elsewhere, and what comes this way anew is marked after.
 *
 * @param caption what they show
 * @param before the flows before
 * @param after the flows after
 */
public record BeforeAfter(Caption caption, Ribbons before, Ribbons after) implements Captioned {

    /** A change below this part of a flow is rounding, or none that anybody could see. */
    private static final double ROUNDING = 1e-6;

    /**
     * Checks that both can be compared.
     *
     * @throws IllegalArgumentException if their units differ
     */
    public BeforeAfter {
        Objects.requireNonNull(caption, "caption");
        if (!before.unit().equals(after.unit())) {
            throw new IllegalArgumentException("BeforeAfter '%s': before is in %s, after in %s. Maybe convert one."
                    .formatted(caption.title(), before.unit(), after.unit()));
        }
    }

    /**
     * Compares flows. Nodes of the same id are the same; a flow that shrank is plain in part and {@code LOST} in part, one
     * that grew is plain and {@code GAINED}.
     *
     * @param caption what they show
     * @param before the flows before
     * @param after the flows after
     * @return both, marked
     */
    public static BeforeAfter of(Caption caption, Ribbons before, Ribbons after) {
        return new BeforeAfter(
                caption,
                marked(before, after, Ribbons.Mark.LOST).titled("before"),
                marked(after, before, Ribbons.Mark.GAINED).titled("after"));
    }

    /** Whether nothing is lost and nothing is gained. */
    public boolean isSame() {
        return before.ribbons().equals(after.ribbons());
    }

    private record Lane(String source, String target) {}

    /** The flows, each divided into what the other side has too, and the rest. */
    private static Ribbons marked(Ribbons flows, Ribbons other, Ribbons.Mark rest) {
        Map<Lane, Double> others = sums(other);
        ImmutableList.Builder<Ribbons.Ribbon> ribbons = ImmutableList.builder();
        sums(flows).forEach((lane, value) -> {
            double kept = Math.min(value, others.getOrDefault(lane, 0.0));
            if (value - kept <= ROUNDING * value) {
                ribbons.add(Ribbons.Ribbon.of(lane.source, lane.target, value));
                return;
            }
            if (kept > ROUNDING * value) {
                ribbons.add(Ribbons.Ribbon.of(lane.source, lane.target, kept));
            }
            ribbons.add(
                    Ribbons.Ribbon.of(lane.source, lane.target, value - kept).mark(rest));
        });
        return new Ribbons(flows.caption(), flows.unit(), flows.layers(), flows.nodes(), ribbons.build());
    }

    private static Map<Lane, Double> sums(Ribbons flows) {
        Map<Lane, Double> sums = new LinkedHashMap<>();
        flows.ribbons().forEach(each -> sums.merge(new Lane(each.source(), each.target()), each.value(), Double::sum));
        return sums;
    }
}
