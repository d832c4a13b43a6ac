package org.lodegraph.scenario;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lodegraph.measure.Figure;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.SupplyChain;

/**
 * One figure is another, or is not known: whatever a chain assumes can be replaced by what the caller believes, or taken out
 * to see how much hangs on it.
 *
 * <pre>{@code
 * for (Assumption each : chain.assumptions()) { ... }
 * chain.with(Suppose.unknown(each))
 * }</pre>
 *
 * @param place where it stands, {@link FigurePlace#key()}
 * @param figure what stands there instead, in the unit of what stands there; empty for unknown
 */
public record Suppose(String place, Optional<Figure> figure) implements Step {

    /**
     * A figure is another.
     *
     * @param place where it stands
     * @param figure in the unit of what stands there
     * @return the step
     */
    public static Suppose that(FigurePlace place, Figure figure) {
        return new Suppose(place.key(), Optional.of(figure));
    }

    /**
     * Nobody knows a figure.
     *
     * @param place where it stands
     * @return the step
     */
    public static Suppose unknown(FigurePlace place) {
        return new Suppose(place.key(), Optional.empty());
    }

    /**
     * What is assumed is another figure.
     *
     * @param assumption one of {@link SupplyChain#assumptions()}
     * @param figure in the unit of what is assumed
     * @return the step
     * @throws IllegalArgumentException if the assumption is not about a figure
     */
    public static Suppose that(Assumption assumption, Figure figure) {
        return that(place(assumption), figure);
    }

    /**
     * What is assumed is not known.
     *
     * @param assumption one of {@link SupplyChain#assumptions()}
     * @return the step
     * @throws IllegalArgumentException if the assumption is not about a figure
     */
    public static Suppose unknown(Assumption assumption) {
        return unknown(place(assumption));
    }

    private static FigurePlace place(Assumption assumption) {
        if (assumption.subject() instanceof FigurePlace place) {
            return place;
        }
        throw new IllegalArgumentException(
                "Assumption '%s': it is not about a figure of the chain. Maybe change what the chain is built of."
                        .formatted(assumption.subject()));
    }

    /**
     * The chain after the change.
     *
     * @throws IllegalArgumentException if the chain has no figure there, or it is in another unit, or the chain cannot do without
     *     it: what a recipe needs and yields may be a range, but not unknown
     */
    @Override
    public SupplyChain on(SupplyChain chain) {
        AtomicBoolean found = new AtomicBoolean();
        SupplyChain changed = chain.mapFigures((there, before) -> {
            if (!there.key().equals(place)) {
                return before;
            }
            found.set(true);
            return instead(before);
        });
        if (found.get()) {
            return changed;
        }
        return effective(chain)
                .orElseThrow(() ->
                        new IllegalArgumentException("Figure '%s': there is none in this chain. Maybe one of %s."
                                .formatted(place, String.join(", ", near(chain)))));
    }

    /** Where no effective capacity is stated, the nameplate is read as one, and that can be supposed otherwise too. */
    private Optional<SupplyChain> effective(SupplyChain chain) {
        return chain.lines().values().stream()
                .filter(line -> new FigurePlace(line.id(), FigurePlace.Kind.EFFECTIVE)
                        .key()
                        .equals(place))
                .flatMap(line -> line.line().capacity().nameplate().stream()
                        .map(nameplate ->
                                line.line().withCapacity(line.line().capacity().effective(instead(nameplate))))
                        .map(changed -> Changed.lines(chain, ImmutableMap.of(line.id(), changed))))
                .findFirst();
    }

    private Figure instead(Figure before) {
        if (figure.isEmpty()) {
            return new Figure.Unknown(
                    before.unit(),
                    before.source(),
                    "step: " + this + (before.note().isBlank() ? "" : "; before: " + before.note()));
        }
        Figure other = figure.orElseThrow();
        if (!other.unit().equals(before.unit())) {
            throw new IllegalArgumentException(
                    "Figure '%s': it is in %s (seen: %s). Maybe convert it.".formatted(place, before.unit(), other));
        }
        return other;
    }

    /** Figures of the same kind, or of the same owner. */
    private List<String> near(SupplyChain chain) {
        List<String> all = new ArrayList<>();
        List<String> near = new ArrayList<>();
        String kind = place.split(" ", 2)[0];
        chain.forEachFigure((there, figure) -> {
            all.add(there.key());
            if (there.key().startsWith(kind + " ")) {
                near.add(there.key());
            }
        });
        List<String> shown = near.isEmpty() ? all : near;
        return shown.subList(0, Math.min(3, shown.size()));
    }

    @Override
    public String toString() {
        return figure.map(other -> "suppose %s is %s".formatted(place, other.isKnown() ? other.range() : "unknown"))
                .orElse("suppose %s is unknown".formatted(place));
    }
}
