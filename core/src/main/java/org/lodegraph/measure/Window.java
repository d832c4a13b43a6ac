package org.lodegraph.measure;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of days, open at the end if no end is known.
 *
 * @param start the first day
 * @param end the last day, included; empty if no end is known
 */
public record Window(LocalDate start, Optional<LocalDate> end) {

    /** All days. */
    public static final Window ALWAYS = from(LocalDate.MIN);

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the end lies before the start
     */
    public Window {
        if (end.isPresent() && end.orElseThrow().isBefore(start)) {
            throw new IllegalArgumentException(
                    "Window: ends on %s, before it starts on %s. Maybe the dates were swapped."
                            .formatted(end.orElseThrow(), start));
        }
    }

    /**
     * From a day on.
     *
     * @param start the first day
     * @return the window
     */
    public static Window from(LocalDate start) {
        return new Window(start, Optional.empty());
    }

    /**
     * From a day to another.
     *
     * @param start the first day
     * @param end the last day, included
     * @return the window
     */
    public static Window between(LocalDate start, LocalDate end) {
        return new Window(start, Optional.of(end));
    }

    /**
     * Whether a day lies inside.
     *
     * @param date the day
     * @return true if it does
     */
    public boolean contains(LocalDate date) {
        return !date.isBefore(start) && end.map(last -> !date.isAfter(last)).orElse(true);
    }

    /**
     * The days of this window that do not lie in another.
     *
     * @param other the days taken out
     * @return none, one or two windows, in order
     */
    public List<Window> without(Window other) {
        ImmutableList.Builder<Window> left = ImmutableList.builder();
        if (start.isBefore(other.start)) {
            LocalDate eve = other.start.minusDays(1);
            left.add(between(start, end.filter(last -> last.isBefore(eve)).orElse(eve)));
        }
        other.end.filter(last -> last.isBefore(end.orElse(LocalDate.MAX))).ifPresent(last -> {
            LocalDate next = last.plusDays(1);
            left.add(new Window(start.isAfter(next) ? start : next, end));
        });
        return left.build();
    }

    @Override
    public String toString() {
        if (start.equals(LocalDate.MIN)) {
            return end.map(last -> "until " + last).orElse("always");
        }
        return end.map(last -> start + " to " + last).orElse("from " + start);
    }
}
