package org.lodegraph.flow;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lodegraph.lp.LinearProgram;
import org.lodegraph.model.Id;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Run;

/**
 * Readings that set the supply of each of some groups against its rivals, with all else on its side, and against all others.
 * Those that come to the same program and the same usual are one; those that come to all figures alike are left out.
 */
final class Opposites {

    private final Setting setting;
    private final List<Outage> groups;

    /** What tells two readings apart: the program, and whose usual is read at the other end. */
    private record Key(LinearProgram program, Set<Id> usual) {}

    Opposites(Setting setting, List<Outage> groups) {
        this.setting = setting;
        this.groups = groups;
    }

    Map<Corner, DeliveryProgram> programs(Run run) {
        Corner low = setting.corners().all().get(0);
        DeliveryProgram lowest = setting.compile(low);
        DeliveryProgram highest = setting.compile(low.supplying(low.supply().opposite()));
        Set<Id> suppliers = ImmutableSet.copyOf(Sets.union(lowest.suppliers(), highest.suppliers()));
        Seen seen = Seen.of(setting.chain());
        ImmutableSet<Id> spread = suppliers.stream()
                .filter(id -> seen.isSpread(ImmutableSet.of(id)))
                .collect(ImmutableSet.toImmutableSet());
        Set<Key> known = new LinkedHashSet<>();
        known.add(new Key(lowest.program(), ImmutableSet.of()));
        known.add(new Key(highest.program(), spread));
        Map<Corner, DeliveryProgram> programs = new LinkedHashMap<>();
        for (Set<Id> turned : turned(suppliers, lowest, highest)) {
            run.check();
            Corner corner = low.turning(turned);
            DeliveryProgram program = setting.compile(corner);
            if (known.add(new Key(program.program(), ImmutableSet.copyOf(Sets.intersection(spread, turned))))) {
                programs.put(corner, program);
            }
        }
        return programs;
    }

    private Set<Set<Id>> turned(Set<Id> suppliers, DeliveryProgram lowest, DeliveryProgram highest) {
        Set<? extends Id> demands = setting.chain().demands().keySet();
        Set<Set<Id>> turned = new LinkedHashSet<>();
        for (Outage group : groups) {
            if (lowest.isTouchedBy(group) || highest.isTouchedBy(group)) {
                Lost lost = setting.lost(group);
                Lost.Opposed opposed = lost.opposed(suppliers);
                turned.add(opposed.large());
                turned.add(opposed.small());
                // What an alternative takes over stands in for all that supplies a demand.
                turned.add(ImmutableSet.copyOf(Sets.difference(opposed.large(), demands)));
                turned.add(ImmutableSet.copyOf(Sets.union(opposed.small(), Sets.intersection(demands, suppliers))));
                turned.add(lost.whole());
                turned.add(ImmutableSet.copyOf(Sets.difference(suppliers, lost.whole())));
            }
        }
        return turned;
    }
}
