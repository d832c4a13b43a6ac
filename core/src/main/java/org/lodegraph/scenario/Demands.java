package org.lodegraph.scenario;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodegraph.model.Demand;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Id;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Party;
import org.lodegraph.model.SupplyChain;

/**
 * Demands: all of a consumer, for a material, in one use, or several of these at once.
 * {@code Demands.of(country("USA")).inUse("integrated circuits")}.
 *
 * @param where ids of demands, materials or consumers (countries or blocs); each must fit
 * @param application what for; empty for any use
 */
public record Demands(Set<Id> where, Optional<String> application) implements Selection {

    /**
     * Puts the ids in order.
     *
     * @throws IllegalArgumentException if an id is of a kind that demands know nothing of
     */
    public Demands {
        where = Criteria.of("demands", where, List.of(DemandId.class, MaterialId.class, Party.class));
    }

    /** Demands that fit each of the ids. */
    public static Demands of(Id... where) {
        return new Demands(ImmutableSet.copyOf(where), Optional.empty());
    }

    /** A copy for one application. */
    public Demands inUse(String what) {
        return new Demands(where, Optional.of(what));
    }

    /**
     * The demands that fit on the chain's date, by id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public List<Demand> in(SupplyChain chain) {
        return Criteria.choose(
                chain,
                this,
                chain.demands(),
                demand -> where.stream().allMatch(id -> fits(chain, demand, id))
                        && application.map(demand.application()::equals).orElse(true));
    }

    private static boolean fits(SupplyChain chain, Demand demand, Id id) {
        return id instanceof Party party
                ? chain.members(party).contains(demand.consumer())
                : id.equals(demand.id()) || id.equals(demand.material());
    }

    @Override
    public String toString() {
        return Criteria.words(
                        "demands", where, id -> id instanceof DemandId ? "named" : id instanceof Party ? "of" : "for")
                + application.map(use -> " in the use '" + use + "'").orElse("");
    }
}
