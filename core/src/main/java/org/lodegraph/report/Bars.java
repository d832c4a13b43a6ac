package org.lodegraph.report;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lodegraph.measure.Unit;

/**
 * Bars to compare amounts of one unit, if wanted against a reference line.
 *
 * @param caption what they show
 * @param unit the unit of every bar
 * @param bars the bars, in the order of reading
 * @param reference a line to compare with; empty if there is none
 */
public record Bars(Caption caption, Unit unit, List<Bar> bars, Optional<Reference> reference) implements Captioned {

    /**
     * Copies the bars and checks their units.
     *
     * @throws IllegalArgumentException if a bar is in another unit
     */
    public Bars {
        Objects.requireNonNull(caption, "caption");
        Objects.requireNonNull(reference, "reference");
        bars = ImmutableList.copyOf(bars);
        for (Bar bar : bars) {
            Units.check("Bars", caption, bar.label(), bar.value(), unit);
        }
    }

    /**
     * Bars without a reference line.
     *
     * @param caption what they show
     * @param unit the unit of every bar
     * @param bars the bars
     * @return the part
     */
    public static Bars of(Caption caption, Unit unit, Bar... bars) {
        return new Bars(caption, unit, ImmutableList.copyOf(bars), Optional.empty());
    }

    /**
     * A copy with one more bar.
     *
     * @param label what it stands for
     * @param value its amount, or that there is none
     * @return the copy
     */
    public Bars bar(String label, Cell.Value value) {
        return bars(List.of(new Bar(label, value)));
    }

    /**
     * A copy with more bars.
     *
     * @param more the bars
     * @return the copy
     */
    public Bars bars(List<Bar> more) {
        return new Bars(
                caption,
                unit,
                ImmutableList.<Bar>builder().addAll(bars).addAll(more).build(),
                reference);
    }

    /**
     * A copy with a line to compare with, such as a need or a threshold.
     *
     * @param label what the line stands for
     * @param value where it stands, in the unit of the bars; finite
     * @return the copy
     */
    public Bars reference(String label, double value) {
        return new Bars(caption, unit, bars, Optional.of(new Reference(label, value)));
    }

    /**
     * One bar.
     *
     * @param label what it stands for
     * @param value its amount, or that there is none
     */
    public record Bar(String label, Cell.Value value) {
        /** Checks that nothing is missing. */
        public Bar {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * A line to compare bars with.
     *
     * @param label what it stands for
     * @param value where it stands; finite
     */
    public record Reference(String label, double value) {
        /**
         * Checks the value.
         *
         * @throws IllegalArgumentException if it is not finite
         */
        public Reference {
            Objects.requireNonNull(label, "label");
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "Reference '%s': the value is %s. Maybe leave the line out.".formatted(label, value));
            }
        }
    }
}
