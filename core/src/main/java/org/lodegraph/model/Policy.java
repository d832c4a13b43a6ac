package org.lodegraph.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Window;

/**
 * A rule of a jurisdiction on goods, which bounds trade lanes, or on technology, which bounds lines.
 *
 * <p>On goods: covers what its issuer exports toward, or imports from, the parties it names. On technology: a line that
 * runs a covered recipe outside the issuer and the exempt parties keeps the capacity it had when the policy began; one
 * that starts later has none. A change that scales the capacity of an older line is taken at its word.
 *
 * @param id its name, such as {@code CN-2023-GAGE}
 * @param name how people call it
 * @param issuer who made the rule
 * @param materials goods covered; empty for a technology policy
 * @param recipes technology covered; empty for a policy on goods
 * @param direction whether it bounds exports or imports of the issuer
 * @param toward against whom; empty means everybody
 * @param except who is exempt
 * @param inForce when it applies; a suspension splits the windows
 * @param limit what passes
 * @param reach whether processing in a third country ends its hold on the goods
 * @param source where it is written
 * @param lastChecked the day on which its state was last checked; an answer for a later day says so
 * @param note a remark; may be empty
 */
@Value.Builder
@Style
@SuppressWarnings("immutables:from")
public record Policy(
        PolicyId id,
        String name,
        Party issuer,
        Set<MaterialId> materials,
        Set<RecipeId> recipes,
        Direction direction,
        Set<Party> toward,
        Set<Party> except,
        List<Window> inForce,
        Limit limit,
        Reach reach,
        Source source,
        Optional<LocalDate> lastChecked,
        String note)
        implements Entity, WithPolicy {

    /** A country and a bloc may be called the same. */
    private static final Comparator<Party> BY_ID =
            Comparator.comparing(Party::value).thenComparing(Party::kind);

    /** Which side of the issuer's border. */
    public enum Direction {
        /** What leaves the issuer. */
        EXPORT,
        /** What enters the issuer. */
        IMPORT
    }

    /** How far a rule follows the goods. */
    public enum Reach {
        /** Processing in another country changes the origin. */
        ENDS_AT_PROCESSING,
        /** Goods made from covered goods stay covered. */
        THROUGH_PROCESSING
    }

    /** Copies the sets. */
    public Policy {
        materials = ImmutableSortedSet.copyOf(materials);
        recipes = ImmutableSortedSet.copyOf(recipes);
        toward = ImmutableSortedSet.copyOf(BY_ID, toward);
        except = ImmutableSortedSet.copyOf(BY_ID, except);
        inForce = ImmutableList.copyOf(inForce);
    }

    /**
     * Whether the rule applies on a day.
     *
     * @param date the day
     * @return true if one of its windows contains it
     */
    public boolean appliesOn(LocalDate date) {
        return inForce.stream().anyMatch(window -> window.contains(date));
    }

    /**
     * A copy that does not apply on some days: suspended, or lifted if the window is open.
     *
     * @param days the days
     * @return the copy; without any window if none is left
     */
    public Policy without(Window days) {
        return withInForce(inForce.stream()
                .flatMap(window -> window.without(days).stream())
                .collect(ImmutableList.toImmutableList()));
    }

    /**
     * Whether the rule is about recipes.
     *
     * @return true for a technology policy
     */
    public boolean onTechnology() {
        return !recipes.isEmpty();
    }

    /**
     * A builder of an export rule toward everybody that lets nothing pass, from a day that is still to be said.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder()
                .direction(Direction.EXPORT)
                .limit(new Limit.Nothing())
                .reach(Reach.ENDS_AT_PROCESSING)
                .source(Source.STATED)
                .note("");
    }

    @Override
    public Policy mapFigures(FigureMap map) {
        return withLimit(limit.mapFigures(id, map));
    }

    /** Gathers the parts of a policy. */
    public static final class Builder extends PolicyBuilder {
        Builder() {}
    }
}
