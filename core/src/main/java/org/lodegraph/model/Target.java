package org.lodegraph.model;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose supply of what is asked about.
 *
 * @param material the material
 * @param consumer who uses it
 * @param application what for; empty for all uses
 */
public record Target(MaterialId material, Party consumer, Optional<String> application) {

    /**
     * All uses of a material by a consumer.
     *
     * @param material the material
     * @param consumer who uses it
     * @return the target
     */
    public static Target of(MaterialId material, Party consumer) {
        return new Target(material, consumer, Optional.empty());
    }

    /**
     * A copy for one application.
     *
     * @param what the application
     * @return the copy
     */
    public Target inUse(String what) {
        return new Target(material, consumer, Optional.of(what));
    }

    List<Demand> demandsIn(SupplyChain chain) {
        List<Demand> all = chain.demandsFor(chain.material(material).id());
        Set<CountryId> consumers = chain.members(consumer);
        if (consumers.isEmpty()) {
            throw new IllegalArgumentException("Target '%s': %s has no members on %s. Maybe ask on another day."
                    .formatted(this, consumer, chain.date()));
        }
        ImmutableList<Demand> found = all.stream()
                .filter(demand -> consumers.contains(demand.consumer()))
                .filter(demand -> application.map(demand.application()::equals).orElse(true))
                .collect(ImmutableList.toImmutableList());
        if (found.isEmpty()) {
            throw new IllegalArgumentException("Target '%s': no demand matches it. Maybe %s%s."
                    .formatted(
                            this,
                            all.isEmpty()
                                    ? "add a Demand for " + material
                                    : all.stream()
                                            .map(demand -> demand.application() + " in " + demand.consumer())
                                            .collect(Collectors.joining(", or ")),
                            used(chain, consumers)));
        }
        return found;
    }

    /** What the consumers use, unless the material is among it. */
    private String used(SupplyChain chain, Set<CountryId> consumers) {
        ImmutableSortedSet<MaterialId> used = chain.demands().values().stream()
                .filter(demand -> consumers.contains(demand.consumer()))
                .map(Demand::material)
                .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
        return used.isEmpty() || used.contains(material)
                ? ""
                : ", or ask about what %s uses: %s"
                        .formatted(consumer, Joiner.on(", ").join(used));
    }

    @Override
    public String toString() {
        return application.map(use -> use + " in ").orElse("") + consumer + " (" + material + ")";
    }
}
