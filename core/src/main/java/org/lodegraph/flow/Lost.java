package org.lodegraph.flow;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Id;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Link;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Stock;

/** What an outage takes of the part of a chain that matters to a delivery. */
final class Lost {

    private final Setting setting;
    private final Outage outage;

    Lost(Setting setting, Outage outage) {
        this.setting = setting;
        this.outage = outage;
    }

    /** The target's demands that are left. */
    ImmutableList<DemandId> targetsLeft() {
        return setting.targetIds().stream()
                .filter(demand -> !outage.demands().contains(demand))
                .collect(toImmutableList());
    }

    /** Whether nothing is left of a line, link or stock. */
    boolean isWhole(Id id) {
        InstalledLine line = setting.chain().lines().get(id);
        return line == null
                ? outage.links().contains(id) || outage.stocks().contains(id)
                : outage.runs()
                        .getOrDefault(line.id(), ImmutableSet.of())
                        .containsAll(line.line().recipes());
    }

    /**
     * The corner in which what is lost whole is read at its opposite end. What is lost in part stays as it is, for its
     * figures matter to what is left.
     *
     * @return empty if that would change no figure
     */
    Optional<Corner> turned(Corner corner) {
        if (setting.question().reading().isPresent()) {
            return Optional.empty();
        }
        ImmutableSet<Id> whole = Stream.of(outage.runs().keySet(), outage.links(), outage.stocks())
                .flatMap(Collection::stream)
                .filter(this::isWhole)
                .collect(toImmutableSet());
        Corner turned = corner.turning(whole);
        return whole.stream().anyMatch(id -> !supply(id, corner).equals(supply(id, turned)))
                ? Optional.of(turned)
                : Optional.empty();
    }

    /** How much supply there is of something in a corner, in tons or t/a; empty if none, or if it does not matter here. */
    private List<Double> supply(Id id, Corner corner) {
        InstalledLine line = setting.chain().lines().get(id);
        if (line != null) {
            return setting.capacities(corner).of(line).map(Capacities.Most::tons).stream()
                    .toList();
        }
        Link link = setting.chain().links().get(id);
        if (link != null) {
            return Stream.of(link.capacity(), link.observed())
                    .flatMap(Optional::stream)
                    .map(figure -> corner.supply(id, figure))
                    .toList();
        }
        Stock stock = setting.chain().stocks().get(id);
        return stock == null
                ? ImmutableList.of()
                : Stream.concat(Stream.of(stock.amount()), stock.room().stream())
                        .map(figure -> corner.supply(id, figure))
                        .toList();
    }
}
