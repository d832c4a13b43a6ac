package org.lodegraph.flow;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Id;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Link;
import org.lodegraph.model.MaterialId;
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

    /** The lines, links and stocks of which nothing is left. */
    ImmutableSet<Id> whole() {
        return Stream.of(outage.runs().keySet(), outage.links(), outage.stocks())
                .flatMap(Collection::stream)
                .filter(this::isWhole)
                .collect(toImmutableSet());
    }

    /** What else supplies any material that the lost lines, links and stocks supply. */
    private ImmutableSet<Id> rivals() {
        ImmutableSet<Id> lost = whole();
        Set<MaterialId> made = new TreeSet<>();
        Set<MaterialId> shipped = new TreeSet<>();
        outage.runs()
                .forEach((line, recipes) -> recipes.stream()
                        .map(recipe -> setting.chain().recipes().get(recipe))
                        .filter(Objects::nonNull)
                        .forEach(recipe -> recipe.materials().stream()
                                .filter(recipe::makes)
                                .forEach(made::add)));
        setting.chain().stocks().values().stream()
                .filter(stock -> outage.stocks().contains(stock.id()))
                .forEach(stock -> made.add(stock.material()));
        setting.chain().links().values().stream()
                .filter(link -> outage.links().contains(link.id()))
                .forEach(link -> shipped.add(link.material()));
        return Stream.of(
                        made.stream()
                                .flatMap(material -> setting.chain().linesMaking(material).stream())
                                .map(InstalledLine::id),
                        setting.chain().stocks().values().stream()
                                .filter(stock -> made.contains(stock.material()))
                                .map(Stock::id),
                        setting.chain().links().values().stream()
                                .filter(link -> shipped.contains(link.material()))
                                .map(Link::id))
                .<Id>flatMap(ids -> ids)
                .filter(id -> !lost.contains(id))
                .collect(toImmutableSet());
    }

    /**
     * Whose supply to turn, of all read low, so that what is lost matters much, or little.
     *
     * @param large its own supply high, of its rivals low, of all others high
     * @param small its own supply low, of its rivals high, of all others low
     */
    record Opposed(ImmutableSet<Id> large, ImmutableSet<Id> small) {}

    /** Such readings, among some suppliers. */
    Opposed opposed(Set<Id> suppliers) {
        ImmutableSet<Id> rivals = rivals();
        return new Opposed(ImmutableSet.copyOf(Sets.difference(suppliers, rivals)), rivals);
    }
}
