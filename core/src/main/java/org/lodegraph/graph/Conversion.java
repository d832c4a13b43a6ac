package org.lodegraph.graph;

import com.google.common.collect.ImmutableSet;
import java.util.Set;
import org.lodegraph.model.LineId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.RecipeId;

/**
 * A recipe makes one material from another, perhaps with other inputs beside it: an arc of
 * {@link Projection#materials}.
 *
 * @param source an input
 * @param target what comes out, as the recipe's reference material or as a yield
 * @param recipe the recipe; each has an arc of its own
 * @param lines the lines that can run it, by id; never empty
 * @param capacity the most of the target that they can make of any amount of the source, in t/a on the target's basis;
 *     infinite if that is not known
 */
public record Conversion(MaterialId source, MaterialId target, RecipeId recipe, Set<LineId> lines, double capacity)
        implements Projection.Arc<MaterialId> {

    /** Copies the lines. */
    public Conversion {
        lines = ImmutableSet.copyOf(lines);
    }

    @Override
    public String toString() {
        return "%s -> %s by %s".formatted(source, target, recipe);
    }
}
