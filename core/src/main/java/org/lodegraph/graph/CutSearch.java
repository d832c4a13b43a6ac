package org.lodegraph.graph;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The smallest sets of groups whose joint loss makes all targets underivable. A cut takes something from every story of
 * every target, so beside what is already lost only the groups in one story need to be tried; the last member of a cut is not
 * tried at all, it is a group that is essential once the others are lost.
 */
final class CutSearch {

    private final AndOr net;
    private final int[] targets;
    private final int[][] groups;
    private final Csr members;
    private final List<BitSet> found = new ArrayList<>();

    /** A search in what lies upstream of the targets. */
    CutSearch(AndOr whole, int[][] groups, int... targets) {
        int[] cone = whole.csr().upstream(targets);
        int[] number = new int[whole.csr().nodes()];
        Arrays.fill(number, Derivation.NONE);
        for (int i = 0; i < cone.length; i++) {
            number[cone[i]] = i;
        }
        this.net = whole.on(cone);
        this.targets = Arrays.stream(targets).map(target -> number[target]).toArray();
        this.groups = Arrays.stream(groups)
                .map(group -> Arrays.stream(group)
                        .map(node -> number[node])
                        .filter(node -> node >= 0)
                        .toArray())
                .toArray(int[][]::new);
        this.members = EssentialSets.members(cone.length, this.groups);
    }

    /** All cuts with up to so many groups of which no group can be left out; smallest first, then lowest groups first. */
    List<int[]> cuts(int largest) {
        Set<BitSet> open = new LinkedHashSet<>();
        if (derived(net.derive()).length > 0) {
            open.add(new BitSet());
        }
        for (int size = 1; size <= largest; size++) {
            Set<BitSet> next = new LinkedHashSet<>();
            for (BitSet lost : open) {
                Derivation left = without(lost).derive();
                int[] derived = derived(left);
                BitSet last = essentialTo(derived, EssentialSets.of(left, groups, false, EssentialSets.MOST));
                last.stream()
                        .mapToObj(group -> with(lost, group))
                        .filter(this::isNew)
                        .forEach(found::add);
                if (size < largest) {
                    BitSet tried = groupsOf(left.story(derived[0]));
                    tried.andNot(last);
                    tried.stream()
                            .mapToObj(group -> with(lost, group))
                            .filter(this::isNew)
                            .forEach(next::add);
                }
            }
            open = next;
        }
        return found.stream()
                .map(cut -> cut.stream().toArray())
                .sorted(Comparator.<int[]>comparingInt(cut -> cut.length).thenComparing(Arrays::compare))
                .collect(ImmutableList.toImmutableList());
    }

    private int[] derived(Derivation derivation) {
        return Arrays.stream(targets).filter(derivation::derives).toArray();
    }

    private static BitSet essentialTo(int[] targets, EssentialSets sets) {
        BitSet common = set(sets.groups(targets[0]));
        for (int target : targets) {
            common.and(set(sets.groups(target)));
        }
        return common;
    }

    /** Whether a set holds no cut that is known, itself included. */
    private boolean isNew(BitSet set) {
        return found.stream().noneMatch(cut -> {
            BitSet rest = (BitSet) cut.clone();
            rest.andNot(set);
            return rest.isEmpty();
        });
    }

    private AndOr without(BitSet lost) {
        BitSet nodes = new BitSet();
        lost.stream().flatMap(group -> Arrays.stream(groups[group])).forEach(nodes::set);
        return net.without(nodes);
    }

    private BitSet groupsOf(int[] nodes) {
        BitSet all = new BitSet();
        for (int node : nodes) {
            for (int k = 0; k < members.outDegree(node); k++) {
                all.set(members.target(members.firstOut(node) + k));
            }
        }
        return all;
    }

    private static BitSet with(BitSet lost, int group) {
        BitSet both = (BitSet) lost.clone();
        both.set(group);
        return both;
    }

    private static BitSet set(int[] numbers) {
        BitSet set = new BitSet();
        Arrays.stream(numbers).forEach(set::set);
        return set;
    }
}
