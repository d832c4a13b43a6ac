package org.lodegraph.scenario;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodegraph.model.Id;
import org.lodegraph.model.Link;
import org.lodegraph.model.LinkId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Party;
import org.lodegraph.model.SupplyChain;

/**
 * Links: all of a material, out of or into a country, or several of these at once.
 * {@code Links.of(material("gallium")).from(country("CHN"))}.
 *
 * @param where ids of links or materials; each must fit
 * @param origin who ships; empty for anybody
 * @param destination who receives; empty for anybody
 */
public record Links(Set<Id> where, Optional<Party> origin, Optional<Party> destination) implements Selection {

    /**
     * Puts the ids in order.
     *
     * @throws IllegalArgumentException if an id is of a kind that links know nothing of
     */
    public Links {
        where = Criteria.of("links", where, List.of(LinkId.class, MaterialId.class));
    }

    /** Links that fit each of the ids. */
    public static Links of(Id... where) {
        return new Links(ImmutableSet.copyOf(where), Optional.empty(), Optional.empty());
    }

    /** A copy of links out of one country or bloc. */
    public Links from(Party who) {
        return new Links(where, Optional.of(who), destination);
    }

    /** A copy of links into one country or bloc. */
    public Links to(Party who) {
        return new Links(where, origin, Optional.of(who));
    }

    /**
     * The links that fit on the chain's date, by id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public List<Link> in(SupplyChain chain) {
        return Criteria.choose(
                chain,
                this,
                chain.links(),
                link -> where.stream().allMatch(id -> id.equals(link.id()) || id.equals(link.material()))
                        && origin.map(who -> chain.members(who).contains(link.origin()))
                                .orElse(true)
                        && destination
                                .map(who -> chain.members(who).contains(link.destination()))
                                .orElse(true));
    }

    @Override
    public String toString() {
        return Criteria.words("links", where, id -> id instanceof LinkId ? "named" : "for")
                + origin.map(who -> " from " + who).orElse("")
                + destination.map(who -> " to " + who).orElse("");
    }
}
