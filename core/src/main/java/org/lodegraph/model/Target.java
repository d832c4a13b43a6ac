package org.lodegraph.model;

import com.google.common.collect.ImmutableList;
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
            throw new IllegalArgumentException("Target '%s': no demand matches it. Maybe %s."
                    .formatted(
                            this,
                            all.isEmpty()
                                    ? "add a Demand for " + material
                                    : all.stream()
                                            .map(demand -> demand.application() + " in " + demand.consumer())
                                            .collect(Collectors.joining(", or "))));
        }
        return found;
    }

    @Override
    public String toString() {
        return application.map(use -> use + " in ").orElse("") + consumer + " (" + material + ")";
    }
}
