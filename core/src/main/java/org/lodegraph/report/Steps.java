package org.lodegraph.report;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.lodegraph.measure.Unit;

/**
 * Amounts over time: each holds from its day until the next one, as a line with a band from low to high.
 *
 * @param caption what they show
 * @param unit the unit of every amount
 * @param series the lines
 * @param events days worth a mark
 * @param end the last day shown; the last amount of a line holds until then
 */
public record Steps(Caption caption, Unit unit, List<Series> series, List<Event> events, LocalDate end)
        implements Captioned {

    /**
     * Copies the lines and checks their units and days.
     *
     * @throws IllegalArgumentException if an amount is in another unit, or a line starts after the end
     */
    public Steps {
        Objects.requireNonNull(caption, "caption");
        series = ImmutableList.copyOf(series);
        events = ImmutableList.copyOf(events);
        for (Series line : series) {
            for (Step step : line.steps()) {
                Units.check("Steps", caption, line.label(), step.value(), unit);
                if (step.since().isAfter(end)) {
                    throw new IllegalArgumentException(
                            "Steps '%s': '%s' has an amount from %s, after the end on %s. Maybe move the end."
                                    .formatted(caption.title(), line.label(), step.since(), end));
                }
            }
        }
    }

    /**
     * Lines without marked days.
     *
     * @param caption what they show
     * @param unit the unit of every amount
     * @param end the last day shown
     * @param series the lines
     * @return the part
     */
    public static Steps of(Caption caption, Unit unit, LocalDate end, Series... series) {
        return new Steps(caption, unit, ImmutableList.copyOf(series), ImmutableList.of(), end);
    }

    /**
     * A copy with one more marked day.
     *
     * @param day the day
     * @param label what happened
     * @return the copy
     */
    public Steps event(LocalDate day, String label) {
        return new Steps(
                caption,
                unit,
                series,
                ImmutableList.<Event>builder()
                        .addAll(events)
                        .add(new Event(day, label))
                        .build(),
                end);
    }

    /**
     * One line.
     *
     * @param label what it stands for
     * @param steps its amounts in the order of their days
     */
    public record Series(String label, List<Step> steps) {
        /**
         * Copies the steps and checks their order.
         *
         * @throws IllegalArgumentException if a step is not after the one before it
         */
        public Series {
            Objects.requireNonNull(label, "label");
            steps = ImmutableList.copyOf(steps);
            for (int i = 1; i < steps.size(); i++) {
                if (!steps.get(i).since().isAfter(steps.get(i - 1).since())) {
                    throw new IllegalArgumentException(
                            "Series '%s': %s does not follow %s. Maybe sort the steps by day."
                                    .formatted(
                                            label,
                                            steps.get(i).since(),
                                            steps.get(i - 1).since()));
                }
            }
        }

        /**
         * A line.
         *
         * @param label what it stands for
         * @param steps its amounts
         * @return the line
         */
        public static Series of(String label, Step... steps) {
            return new Series(label, ImmutableList.copyOf(steps));
        }
    }

    /**
     * An amount that holds from a day on.
     *
     * @param since the first day
     * @param value the amount, or that there is none
     */
    public record Step(LocalDate since, Cell.Value value) {
        /** Checks that nothing is missing. */
        public Step {
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(value, "value");
        }

        /**
         * The amount of a calendar year.
         *
         * @param year the year
         * @param value the amount, or that there is none
         * @return the step, from 1 January
         */
        public static Step year(int year, Cell.Value value) {
            return new Step(LocalDate.of(year, 1, 1), value);
        }
    }

    /**
     * A day worth a mark.
     *
     * @param day the day
     * @param label what happened
     */
    public record Event(LocalDate day, String label) {
        /** Checks that nothing is missing. */
        public Event {
            Objects.requireNonNull(day, "day");
            Objects.requireNonNull(label, "label");
        }
    }
}
