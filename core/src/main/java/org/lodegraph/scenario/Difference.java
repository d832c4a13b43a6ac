package org.lodegraph.scenario;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.lodegraph.scenario.Scenario.Dated;

/**
 * How a list of steps differs from another, in order.
 *
 * @param kept in both
 * @param dropped only in the one before
 * @param added only in the one after
 */
public record Difference(List<Dated> kept, List<Dated> dropped, List<Dated> added) {

    /** Copies the lists. */
    public Difference {
        kept = ImmutableList.copyOf(kept);
        dropped = ImmutableList.copyOf(dropped);
        added = ImmutableList.copyOf(added);
    }

    /** Whether both lists say the same. */
    public boolean isEmpty() {
        return dropped.isEmpty() && added.isEmpty();
    }

    /** Keeps a longest common subsequence. */
    static Difference between(List<Dated> before, List<Dated> after) {
        // common[i][j] is the length of a longest common subsequence of before from i on and after from j on.
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        ImmutableList.Builder<Dated> kept = ImmutableList.builder();
        ImmutableList.Builder<Dated> dropped = ImmutableList.builder();
        ImmutableList.Builder<Dated> added = ImmutableList.builder();
        int i = 0;
        int j = 0;
        while (i < before.size() && j < after.size()) {
            if (before.get(i).equals(after.get(j))) {
                kept.add(before.get(i++));
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                dropped.add(before.get(i++));
            } else {
                added.add(after.get(j++));
            }
        }
        dropped.addAll(before.subList(i, before.size()));
        added.addAll(after.subList(j, after.size()));
        return new Difference(kept.build(), dropped.build(), added.build());
    }
}
