package org.lodegraph.graph;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import java.util.Set;
import org.lodegraph.model.LinkId;
import org.lodegraph.model.MaterialId;

/**
 * A material may go from one facility or country to another: an arc of {@link Projection#facilities} and
 * {@link Projection#countries}.
 *
 * @param source who can make it, or pass on what arrived
 * @param target who can use it, or pass it on
 * @param material what goes
 * @param free whether it may go without a link: inside a country or by free trade
 * @param links the links over which it may arrive at the target, by id; empty if it only goes freely
 * @param capacity the most that can be made there, carried and used here, in t/a on the material's basis; infinite if
 *     none of the three is known to be limited
 * @param <V> what the ends are
 */
public record Passage<V>(V source, V target, MaterialId material, boolean free, Set<LinkId> links, double capacity)
        implements Projection.Arc<V> {

    /** Copies the links. */
    public Passage {
        links = ImmutableSet.copyOf(links);
    }

    /** Both together. */
    Passage<V> or(Passage<V> other) {
        return new Passage<>(
                source,
                target,
                material,
                free || other.free,
                ImmutableSortedSet.copyOf(Sets.union(links, other.links)),
                capacity + other.capacity);
    }

    @Override
    public String toString() {
        return "%s -> %s: %s%s".formatted(source, target, material, links.isEmpty() ? "" : " " + links);
    }
}
