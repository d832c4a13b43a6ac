package org.lodegraph.flow;

import java.time.LocalDate;
import java.util.Optional;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.UnknownFigureException;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.LineId;
import org.lodegraph.model.SupplyChain;

/** How much each line may run, under a response and one reading of the figures. */
final class Capacities {

    private final LocalDate date;
    private final Rules rules;
    private final Corner corner;
    private final Delivery options;

    /**
     * The most that a line may make.
     *
     * @param tons in t/a of its reference material; infinite if nobody knows and anything may be
     * @param figure who says so; empty if nobody does
     */
    record Most(double tons, Optional<Figure> figure) {}

    Capacities(SupplyChain chain, Rules rules, Corner corner, Delivery options) {
        this.date = chain.date();
        this.rules = rules;
        this.corner = corner;
        this.options = options;
    }

    /** The most a line may make; empty if it may not run at all. */
    Optional<Most> of(InstalledLine installed) {
        Line line = installed.line();
        boolean blocked = line.recipes().stream()
                .allMatch(recipe -> rules.blocking(installed, recipe).isPresent());
        if (blocked || !installed.isPresentOn(date)) {
            return Optional.empty();
        }
        return switch (line.status()) {
            case RUNNING -> Optional.of(running(installed.id(), line));
            case IDLE ->
                options.response() == Response.RESTART && corner.isReady(installed.id(), line.restart(), options.days())
                        ? Optional.of(capacity(installed.id(), line.capacity()))
                        : Optional.empty();
            case PLANNED, CLOSED -> Optional.empty();
        };
    }

    private Most running(LineId id, Line line) {
        Most capacity = capacity(id, line.capacity());
        Optional<Most> seen = line.output()
                .filter(Figure::isKnown)
                .map(figure -> new Most(corner.supply(id, figure), Optional.of(figure)));
        if (options.response() != Response.OBSERVED) {
            return seen.filter(output -> output.tons > capacity.tons).orElse(capacity);
        }
        // Nobody looked: anything from nothing to the whole capacity may have been made.
        return seen.orElseGet(() -> switch (corner.supply(id)) {
            case LOW -> new Most(0, line.output());
            case HIGH -> capacity;
            case CENTRAL ->
                throw new UnknownFigureException(
                        "Line '%s': its output was not observed. Maybe ask without a reading, which answers with a range."
                                .formatted(id));
        });
    }

    private Most capacity(LineId id, Capacity capacity) {
        Most usable = capacity.usable()
                .map(figure -> new Most(corner.supply(id, figure), Optional.of(figure)))
                .orElse(new Most(0, Optional.empty()));
        return capacity.permitted()
                .map(figure -> new Most(corner.supply(id, figure), Optional.of(figure)))
                .filter(permitted -> permitted.tons < usable.tons)
                .orElse(usable);
    }
}
