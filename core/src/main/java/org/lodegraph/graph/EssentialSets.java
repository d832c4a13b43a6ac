package org.lodegraph.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * For every derivable node, everything whose loss makes it underivable: itself, what any of its inputs cannot do without
 * (all), what none of its suppliers can do without (any), and the groups that it or one of these belongs to. That is the
 * greatest solution of
 *
 * <pre>
 * essential(v) = {v} + groups(v) + union over inputs, or intersection over derivable suppliers, of essential(supplier)
 * </pre>
 *
 * <p>found downward from "everything". Nodes are taken component by component along the arcs and in an order of
 * derivation within one, so that every set is finite at the first visit, most are visited once, and whatever is essential
 * for a node comes before it. Sets are sorted int arrays: groups first, then nodes in that order. Immutable.
 */
final class EssentialSets {

    /** Members of all sets together, 1 GiB of them. */
    static final long MOST = 1L << 28;

    private static final int[] NONE = {};

    private final int groups;
    private final int[] order;
    private final int[][] sets;

    private EssentialSets(int groups, int[] order, int[][] sets) {
        this.groups = groups;
        this.order = order;
        this.sets = sets;
    }

    /**
     * The essential sets of a net.
     *
     * @param derivation what the net derives
     * @param groups the nodes that are lost together, group by group
     * @param nodes whether to say which nodes are essential, beside groups
     * @param most how many members all sets may have together
     */
    static EssentialSets of(Derivation derivation, int[][] groups, boolean nodes, long most) {
        return new Search(derivation, groups, nodes, most).run();
    }

    /** The nodes that a derivable node cannot do without, itself the last; each after what it cannot do without. */
    int[] nodes(int node) {
        int[] set = sets[node];
        int[] found = Arrays.copyOfRange(set, groupsIn(set), set.length);
        for (int i = 0; i < found.length; i++) {
            found[i] = order[found[i] - groups];
        }
        return found;
    }

    /** The groups that a derivable node cannot do without, lowest first. */
    int[] groups(int node) {
        return Arrays.copyOf(sets[node], groupsIn(sets[node]));
    }

    private int groupsIn(int[] set) {
        int at = Arrays.binarySearch(set, groups);
        return at < 0 ? -1 - at : at;
    }

    /** The groups of each node, lowest first, as arcs from the numbers of nodes to those of groups. */
    static Csr members(int nodes, int[][] groups) {
        int[] member = Arrays.stream(groups).flatMapToInt(Arrays::stream).toArray();
        int[] group = new int[member.length];
        int count = 0;
        for (int i = 0; i < groups.length; i++) {
            Arrays.fill(group, count, count += groups[i].length, i);
        }
        int[] sorted = Csr.order(nodes, member);
        return new Csr(
                Math.max(nodes, groups.length),
                Arrays.stream(sorted).map(i -> member[i]).toArray(),
                Arrays.stream(sorted).map(i -> group[i]).toArray());
    }

    private static final class Search {

        private final Derivation derivation;
        private final AndOr net;
        private final Csr csr;
        private final Csr members;
        private final boolean nodes;
        private final int groups;
        private final long most;
        private final Components components;
        private final int[] order;
        private final int[] position;
        private final int[][] sets;
        private final int[] awaited;
        private final int[] missing;
        private int[] buffer = new int[64];
        private int[] spare = new int[64];
        private long total;

        Search(Derivation derivation, int[][] groups, boolean nodes, long most) {
            this.derivation = derivation;
            net = derivation.net();
            csr = net.csr();
            this.nodes = nodes;
            this.groups = groups.length;
            this.most = most;
            members = members(csr.nodes(), groups);
            components = Components.of(csr);
            order = inComponents(derivation.order());
            position = new int[csr.nodes()];
            for (int i = 0; i < order.length; i++) {
                position[order[i]] = i;
            }
            sets = new int[csr.nodes()][];
            awaited = new int[csr.nodes()];
            missing = new int[csr.nodes()];
        }

        private int[] inComponents(int[] derived) {
            int[] rank = new int[derived.length];
            for (int i = 0; i < rank.length; i++) {
                rank[i] = components.rank(derived[i]);
            }
            int[] sorted = Csr.order(components.count(), rank);
            for (int i = 0; i < rank.length; i++) {
                sorted[i] = derived[sorted[i]];
            }
            return sorted;
        }

        EssentialSets run() {
            int end;
            for (int first = 0; first < order.length; first = end) {
                int rank = components.rank(order[first]);
                for (end = first + 1; end < order.length && components.rank(order[end]) == rank; ) {
                    end++;
                }
                if (end == first + 1) {
                    improve(order[first]);
                } else {
                    settle(first, end, rank);
                }
            }
            return new EssentialSets(groups, order, sets);
        }

        /** Visits the nodes of a component, in circles, until none has a supplier that changed since. */
        private void settle(int first, int end, int rank) {
            waitForAll(first, end, rank);
            var due = new BitSet();
            due.set(0, end - first);
            for (int at = 0; at >= 0; at = next(due, at)) {
                due.clear(at);
                int node = order[first + at];
                if (improve(node)) {
                    int last = csr.endOut(node);
                    for (int arc = csr.firstOut(node); arc < last; arc++) {
                        int user = csr.target(arc);
                        if (components.rank(user) == rank && sets[user] != null) {
                            due.set(position[user] - first);
                        }
                    }
                }
            }
        }

        /**
         * Orders a component's nodes so that each comes after all of its suppliers, or, where a loop forbids that, after
         * as many as it needs. So few sets are read before they are final.
         */
        private void waitForAll(int first, int end, int rank) {
            int[] enough = new int[end - first];
            int enoughLast = 0;
            int last = first;
            for (int i = first; i < end; i++) {
                int node = order[i];
                int outside = 0;
                for (int k = 0; k < csr.inDegree(node); k++) {
                    int supplier = csr.supplier(node, k);
                    if (components.rank(supplier) == rank) {
                        awaited[node] += derivation.derives(supplier) ? 1 : 0;
                    } else if (sets[supplier] != null) {
                        outside++;
                    }
                }
                missing[node] = net.need(node) - outside;
                if (missing[node] <= 0) {
                    enough[enoughLast++] = node;
                }
            }
            int enoughFirst = 0;
            for (int i = first; i < end; i++) {
                while (i == last) {
                    int node = enough[enoughFirst++];
                    if (awaited[node] >= 0) {
                        awaited[node] = Derivation.NONE;
                        order[last++] = node;
                    }
                }
                int node = order[i];
                position[node] = i;
                int lastArc = csr.endOut(node);
                for (int arc = csr.firstOut(node); arc < lastArc; arc++) {
                    int user = csr.target(arc);
                    if (components.rank(user) == rank && awaited[user] > 0) {
                        missing[user]--;
                        if (--awaited[user] == 0) {
                            awaited[user] = Derivation.NONE;
                            order[last++] = user;
                        } else if (missing[user] == 0) {
                            enough[enoughLast++] = user;
                        }
                    }
                }
            }
        }

        private static int next(BitSet due, int at) {
            int later = due.nextSetBit(at);
            return later >= 0 ? later : due.nextSetBit(0);
        }

        /** Reads a node's set from its suppliers; whether that made it smaller. */
        private boolean improve(int node) {
            int size = switch (net.need(node)) {
                case 0 -> 0;
                case 1 -> meet(node);
                default -> join(node);
            };
            size = addOwn(node, size);
            int[] before = sets[node];
            if (before != null && before.length == size) {
                return false;
            }
            total += size - (before == null ? 0 : before.length);
            if (total > most) {
                throw new IllegalStateException(
                        "Essential sets: too large to hold (%s members in all by node %s of %s). Maybe ask for groups only."
                                .formatted(total, position[node] + 1, order.length));
            }
            sets[node] = Arrays.copyOf(buffer, size);
            return true;
        }

        /** What all suppliers have in common; one that was not visited has everything, or cannot be derived. */
        private int meet(int node) {
            int size = -1;
            int degree = csr.inDegree(node);
            for (int k = 0; k < degree && size != 0; k++) {
                int[] set = sets[csr.supplier(node, k)];
                if (set != null) {
                    size = size < 0 ? copy(set) : intersect(size, set);
                }
            }
            return size;
        }

        private int copy(int[] set) {
            reserve(set.length);
            System.arraycopy(set, 0, buffer, 0, set.length);
            return set.length;
        }

        private int intersect(int size, int[] set) {
            int count = 0;
            for (int i = 0, k = 0; i < size && k < set.length; ) {
                int a = buffer[i];
                int b = set[k];
                buffer[count] = a;
                count += a == b ? 1 : 0;
                i += a <= b ? 1 : 0;
                k += b <= a ? 1 : 0;
            }
            return count;
        }

        private int join(int node) {
            int size = 0;
            int degree = csr.inDegree(node);
            for (int k = 0; k < degree; k++) {
                size = unite(size, sets[csr.supplier(node, k)]);
            }
            return size;
        }

        private int unite(int size, int[] set) {
            reserve(size + set.length);
            int count = 0;
            int i = 0;
            int k = 0;
            while (i < size && k < set.length) {
                int a = buffer[i];
                int b = set[k];
                spare[count++] = Math.min(a, b);
                i += a <= b ? 1 : 0;
                k += b <= a ? 1 : 0;
            }
            System.arraycopy(buffer, i, spare, count, size - i);
            count += size - i;
            System.arraycopy(set, k, spare, count, set.length - k);
            count += set.length - k;
            int[] swap = buffer;
            buffer = spare;
            spare = swap;
            return count;
        }

        private int addOwn(int node, int size) {
            int count = size;
            int degree = members.outDegree(node);
            if (degree > 0) {
                int[] own = new int[degree];
                for (int k = 0; k < degree; k++) {
                    own[k] = members.target(members.firstOut(node) + k);
                }
                count = unite(count, own);
            }
            if (nodes) {
                reserve(count + 1);
                buffer[count++] = groups + position[node];
            }
            return count;
        }

        private void reserve(int size) {
            if (size > buffer.length || size > spare.length) {
                buffer = Arrays.copyOf(buffer, 2 * size);
                spare = Arrays.copyOf(spare, 2 * size);
            }
        }
    }
}
