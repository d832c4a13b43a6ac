package org.lodegraph.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.lodegraph.measure.Window;

/**
 * A dated set of countries.
 *
 * @param id its name
 * @param name how people call it
 * @param memberships who belongs, and when
 */
public record Bloc(BlocId id, String name, List<Membership> memberships) implements Entity {

    /**
     * A country's membership.
     *
     * @param country the member
     * @param window when it belongs
     */
    public record Membership(CountryId country, Window window) {}

    /** Copies the memberships. */
    public Bloc {
        memberships = ImmutableList.copyOf(memberships);
    }

    /**
     * A bloc whose members always belong.
     *
     * @param id its name
     * @param members the countries
     * @return the bloc
     */
    public static Bloc of(String id, CountryId... members) {
        return new Bloc(
                new BlocId(id),
                id,
                ImmutableList.copyOf(members).stream()
                        .map(member -> new Membership(member, Window.ALWAYS))
                        .toList());
    }

    /**
     * Who belongs on a day.
     *
     * @param date the day
     * @return the members, in the order in which they were given
     */
    public Set<CountryId> members(LocalDate date) {
        return memberships.stream()
                .filter(membership -> membership.window().contains(date))
                .map(Membership::country)
                .collect(ImmutableSet.toImmutableSet());
    }

    @Override
    public Bloc mapFigures(FigureMap map) {
        return this;
    }
}
