package org.lodegraph.model;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Which known ids a misspelled one may have meant. */
final class Nearest {

    private static final int SHOWN = 3;
    /** Of a chain with a million ids the first will do: a message must not take minutes. */
    private static final int SEARCHED = 10_000;

    private Nearest() {}

    /** A cure that names the nearest ids, or says that there are none. */
    static String cure(Id wanted, Collection<? extends Id> known) {
        if (known.isEmpty()) {
            return "Maybe add it first; the chain has none of this kind.";
        }
        record Near(String id, int distance) {}
        return "Maybe "
                + known.stream()
                        .limit(SEARCHED)
                        .map(id -> new Near(id.value(), distance(wanted.value(), id.value())))
                        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::id))
                        .limit(SHOWN)
                        .map(near -> "'" + near.id() + "'")
                        .collect(Collectors.joining(", "))
                + ", or add it first.";
    }

    /** Edit distance, two rows of the usual table; shared beginnings count for a name that was cut short. */
    private static int distance(String a, String b) {
        if (b.startsWith(a) || a.startsWith(b)) {
            return 1;
        }
        int[] before = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, Math.min(before[j], row[j - 1]) + 1);
            }
            int[] spare = before;
            before = row;
            row = spare;
        }
        return before[b.length()];
    }

    /** The message for an id that the chain does not know. */
    static IllegalArgumentException unknown(Id wanted, ImmutableList<? extends Id> known) {
        return new IllegalArgumentException(
                "%s '%s': not in this chain. %s".formatted(wanted.kind(), wanted.value(), cure(wanted, known)));
    }
}
