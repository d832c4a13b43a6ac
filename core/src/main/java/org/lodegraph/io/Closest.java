package org.lodegraph.io;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.lodegraph.model.Id;

/** Which known word a misspelled one may have meant. */
public final class Closest {

    private static final int LONGEST = 120;

    private Closest() {}

    /**
     * The nearest by edit distance, if at most a third of the letters differ; upper and lower case are the same.
     *
     * @param seen what was read
     * @param known what could have been meant
     */
    public static Optional<String> to(String seen, Collection<String> known) {
        if (seen.length() > LONGEST) {
            return Optional.empty();
        }
        record Near(String word, int distance) {}
        String wanted = seen.toLowerCase(Locale.ROOT);
        int most = Math.max(1, wanted.length() / 3);
        return known.stream()
                .filter(word -> Math.abs(word.length() - wanted.length()) <= most)
                .map(word -> new Near(word, distance(wanted, word.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance() <= most)
                .min(Comparator.comparingInt(Near::distance).thenComparing(Near::word))
                .map(Near::word);
    }

    /** The nearest id by its value. */
    static Optional<Id> to(Id seen, Collection<Id> known) {
        return to(seen.value(), known.stream().map(Id::value).toList())
                .flatMap(value ->
                        known.stream().filter(id -> id.value().equals(value)).findFirst());
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(swap, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
