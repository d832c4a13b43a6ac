package org.lodegraph.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.UnmodifiableIterator;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Things and their numbers 0, 1, ... both ways: a set in that order, with a hash table of ints behind it, 12 to 20 bytes a
 * thing. Immutable.
 */
final class Roll<V> extends AbstractSet<V> {

    private final ImmutableList<V> things;

    /** One more than the number of a thing where its hash says or at the next free place; a power of two long. */
    private final int[] table;

    private Roll(ImmutableList<V> things, int[] table) {
        this.things = things;
        this.table = table;
    }

    /**
     * Numbers things as they are listed.
     *
     * @throws IllegalArgumentException if one is there twice
     */
    static <V> Roll<V> of(List<? extends V> listed) {
        var roll = new Roll<V>(ImmutableList.copyOf(listed), new int[Integer.highestOneBit(2 * listed.size() | 1) * 2]);
        for (int number = 0; number < listed.size(); number++) {
            int at = roll.find(listed.get(number));
            if (roll.table[at] > 0) {
                throw new IllegalArgumentException("%s: listed twice.".formatted(listed.get(number)));
            }
            roll.table[at] = number + 1;
        }
        return roll;
    }

    /** The same things with other numbers. */
    Roll<V> renumbered(int[] number) {
        int[] old = Csr.order(number.length, number);
        return new Roll<>(
                Arrays.stream(old).mapToObj(things::get).collect(ImmutableList.toImmutableList()),
                Arrays.stream(table)
                        .map(one -> one == 0 ? 0 : number[one - 1] + 1)
                        .toArray());
    }

    /** The number of a thing; -1 if it is not there. */
    int number(@Nullable Object thing) {
        return thing == null ? -1 : table[find(thing)] - 1;
    }

    V thing(int number) {
        return things.get(number);
    }

    /** Where a thing is in the table, or where it would be. */
    private int find(Object thing) {
        int hash = thing.hashCode() * 0x9E3779B9;
        int at = (hash ^ hash >>> 16) & table.length - 1;
        while (table[at] > 0 && !things.get(table[at] - 1).equals(thing)) {
            at = at + 1 & table.length - 1;
        }
        return at;
    }

    @Override
    public UnmodifiableIterator<V> iterator() {
        return things.iterator();
    }

    @Override
    public int size() {
        return things.size();
    }

    @Override
    public boolean contains(@Nullable Object thing) {
        return number(thing) >= 0;
    }
}
