package org.lodegraph.flow;

import java.time.LocalDate;
import java.util.OptionalDouble;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.UnknownFigureException;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.SupplyChain;

/** How much each line may run, under a response and one reading of the figures. */
final class Capacities {

    private final LocalDate date;
    private final Rules rules;
    private final Corner corner;
    private final Delivery options;

    Capacities(SupplyChain chain, Rules rules, Corner corner, Delivery options) {
        this.date = chain.date();
        this.rules = rules;
        this.corner = corner;
        this.options = options;
    }

    /**
     * The most a line may make, in t/a of its reference material: infinite if nobody knows and anything may be, empty if the
     * line may not run at all.
     */
    OptionalDouble of(InstalledLine installed) {
        Line line = installed.line();
        if (!installed.isPresentOn(date) || rules.blocking(installed).isPresent()) {
            return OptionalDouble.empty();
        }
        String place = "Line '%s'".formatted(installed.id());
        return switch (line.status()) {
            case RUNNING -> OptionalDouble.of(running(place, line));
            case IDLE ->
                options.response() == Response.RESTART && corner.isReady(line.restart(), options.days())
                        ? OptionalDouble.of(permitted(place, line, usable(place, line)))
                        : OptionalDouble.empty();
            case PLANNED, CLOSED -> OptionalDouble.empty();
        };
    }

    private double running(String place, Line line) {
        double capacity = permitted(place, line, usable(place, line));
        double seen = line.output()
                .filter(Figure::isKnown)
                .map(figure -> corner.supply(place, figure))
                .orElse(-1.0);
        if (options.response() != Response.OBSERVED) {
            return Math.max(seen, capacity);
        }
        if (seen >= 0) {
            return seen;
        }
        // Nobody looked: anything from nothing to the whole capacity may have been made.
        return switch (corner.supply()) {
            case LOW -> 0;
            case HIGH -> capacity;
            case CENTRAL ->
                throw new UnknownFigureException(
                        "%s: its output was not observed. Maybe ask without a reading, which answers with a range."
                                .formatted(place));
        };
    }

    private double usable(String place, Line line) {
        return line.capacity()
                .usable()
                .map(figure -> corner.supply(place, figure))
                .orElse(0.0);
    }

    private double permitted(String place, Line line, double most) {
        return line.capacity()
                .permitted()
                .map(figure -> Math.min(most, corner.supply(place, figure)))
                .orElse(most);
    }
}
