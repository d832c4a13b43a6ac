package org.lodegraph.model;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.lodegraph.measure.Figure;

/**
 * Installed equipment in a facility that runs one recipe, or several that share the reference material.
 *
 * @param name its name in the facility, lower case with hyphens
 * @param recipes what it can run; at least one
 * @param capacity how much it can make, in t/a of the reference material
 * @param output what it was seen to make in the chain's year, in t/a; empty if nobody looked
 * @param status whether it runs
 * @param starts first day of operation; empty if it was there before the chain's year
 * @param restart days from decision to full operation if it is idle; empty if unknown
 * @param note a remark; may be empty
 */
@Value.Builder
@Style
public record Line(
        String name,
        List<RecipeId> recipes,
        Capacity capacity,
        Optional<Figure> output,
        Status status,
        Optional<LocalDate> starts,
        Optional<Figure> restart,
        String note)
        implements WithLine {

    /** Whether a line runs. */
    public enum Status {
        /** It runs. */
        RUNNING,
        /** It stands still and could be restarted. */
        IDLE,
        /** It is not there yet; it runs only if a change starts it. */
        PLANNED,
        /** It is gone for good. */
        CLOSED
    }

    /**
     * Copies the recipes.
     *
     * @throws IllegalArgumentException if there is none, or the name is not an id
     */
    public Line {
        name = Spelling.lower("Line", name);
        recipes = ImmutableList.copyOf(recipes);
        if (recipes.isEmpty()) {
            throw new IllegalArgumentException(
                    "Line '%s': it runs no recipe. Maybe name one, Line.of(\"bayer\", capacity).".formatted(name));
        }
    }

    /**
     * A running line, named like the one recipe that it runs.
     *
     * @param recipe the recipe's id
     * @param capacity how much it can make
     * @return the line
     */
    public static Line of(String recipe, Capacity capacity) {
        return new Line(
                recipe,
                ImmutableList.of(new RecipeId(recipe)),
                capacity,
                Optional.empty(),
                Status.RUNNING,
                Optional.empty(),
                Optional.empty(),
                "");
    }

    /**
     * A copy with an observed output.
     *
     * @param figure in t/a of the reference material
     * @return the copy
     */
    public Line output(Figure figure) {
        return withOutput(figure);
    }

    /**
     * A copy with another status.
     *
     * @param which the status
     * @return the copy
     */
    public Line status(Status which) {
        return withStatus(which);
    }

    /**
     * A builder.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder().status(Status.RUNNING).note("");
    }

    Line mapFigures(FacilityId facility, FigureMap map) {
        LineId id = new LineId(facility, name);
        return withCapacity(capacity.mapFigures(id, map))
                .withOutput(output.map(figure -> map.apply(new FigurePlace(id, FigurePlace.Kind.OUTPUT), figure)))
                .withRestart(restart.map(figure -> map.apply(new FigurePlace(id, FigurePlace.Kind.RESTART), figure)));
    }

    /** Gathers the parts of a line. */
    public static final class Builder extends LineBuilder {
        Builder() {}
    }
}
