package org.lodegraph.flow;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.stream.Stream;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Id;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Outage;

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

    /** The lines, links and stocks of which nothing is left. */
    ImmutableSet<Id> whole() {
        return Stream.of(outage.runs().keySet(), outage.links(), outage.stocks())
                .flatMap(Collection::stream)
                .filter(this::isWhole)
                .collect(toImmutableSet());
    }
}
