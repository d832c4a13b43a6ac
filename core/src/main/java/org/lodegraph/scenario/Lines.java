package org.lodegraph.scenario;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lodegraph.model.FacilityId;
import org.lodegraph.model.Id;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.LineId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.OwnerId;
import org.lodegraph.model.Party;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;

/**
 * Lines: all that stand in a country, belong to an owner, make a material, work at a stage, or several of these at once.
 * {@code Lines.of(country("CHN"), material("gallium")).at(Stage.REFINING)}.
 *
 * @param where ids of lines, facilities, owners, countries or blocs, recipes, materials made; each must fit. Without any,
 *     every line is chosen
 * @param stage the stage at which they work; empty for any
 */
public record Lines(Set<Id> where, Optional<Stage> stage) implements Selection {

    /**
     * Puts the ids in order.
     *
     * @throws IllegalArgumentException if an id is of a kind that lines know nothing of
     */
    public Lines {
        where = Criteria.of(
                "lines",
                where,
                List.of(LineId.class, FacilityId.class, OwnerId.class, Party.class, RecipeId.class, MaterialId.class));
    }

    /** Lines that fit each of the ids. */
    public static Lines of(Id... where) {
        return new Lines(ImmutableSet.copyOf(where), Optional.empty());
    }

    /** A copy at one stage. */
    public Lines at(Stage which) {
        return new Lines(where, Optional.of(which));
    }

    /**
     * The lines that fit on the chain's date, by id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public List<InstalledLine> in(SupplyChain chain) {
        return Criteria.choose(
                chain, this, chain.lines(), line -> !recipes(chain, line).isEmpty());
    }

    /** Whether any line fits. */
    boolean matches(SupplyChain chain) {
        return chain.lines().values().stream()
                .anyMatch(line -> !recipes(chain, line).isEmpty());
    }

    /** The recipes by which a line fits: those of the named recipe, material and stage; none if the line does not fit. */
    public Set<RecipeId> recipes(SupplyChain chain, InstalledLine installed) {
        if (!where.stream().allMatch(id -> fits(chain, installed, id))) {
            return ImmutableSet.of();
        }
        return installed.line().recipes().stream()
                .filter(id -> fits(chain.recipe(id)))
                .collect(ImmutableSortedSet.toImmutableSortedSet(RecipeId::compareTo));
    }

    private static boolean fits(SupplyChain chain, InstalledLine installed, Id id) {
        if (id instanceof LineId) {
            return installed.id().equals(id);
        }
        if (id instanceof FacilityId) {
            return installed.facility().id().equals(id);
        }
        if (id instanceof OwnerId owner) {
            return installed.facility().owner().equals(Optional.of(owner));
        }
        return !(id instanceof Party party) || chain.members(party).contains(installed.country());
    }

    private boolean fits(Recipe recipe) {
        boolean atStage = stage.isEmpty() || stage.equals(recipe.stage());
        return atStage
                && where.stream()
                        .allMatch(id -> id instanceof MaterialId material
                                ? recipe.makes(material)
                                : !(id instanceof RecipeId) || recipe.id().equals(id));
    }

    @Override
    public String toString() {
        String step = stage.map(which -> " at the stage " + which.name().toLowerCase(Locale.ROOT))
                .orElse("");
        return Criteria.words("lines", where, Lines::word) + step;
    }

    private static String word(Id id) {
        if (id instanceof LineId) {
            return "named";
        }
        if (id instanceof FacilityId || id instanceof OwnerId) {
            return id instanceof OwnerId ? "owned by" : "of";
        }
        if (id instanceof Party) {
            return "in";
        }
        return id instanceof RecipeId ? "running" : "making";
    }
}
