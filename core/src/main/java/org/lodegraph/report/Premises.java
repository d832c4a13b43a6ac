package org.lodegraph.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.util.List;
import org.lodegraph.measure.Premise;

/**
 * What was taken for granted of one kind.
 *
 * @param kind what sort of thing; empty if the only one stands alone
 * @param why the reason that all share; empty if they have several
 * @param all what was taken, at least one
 */
public record Premises(String kind, String why, List<Premise> all) {

    /** Copies the list. */
    public Premises {
        all = ImmutableList.copyOf(all);
    }

    /** Each kind once, in the order of its first; what stands alone stays alone. */
    static List<Premises> byKind(List<Premise> premises) {
        ImmutableListMultimap<String, Premise> kinds =
                Multimaps.index(premises, premise -> premise.kind().isEmpty() ? premise.toString() : premise.kind());
        return kinds.asMap().values().stream()
                .map(ImmutableList::copyOf)
                .map(Premises::of)
                .collect(ImmutableList.toImmutableList());
    }

    private static Premises of(ImmutableList<Premise> all) {
        Premise first = all.get(0);
        boolean shared = all.stream().allMatch(premise -> premise.why().equals(first.why()));
        return new Premises(first.kind(), shared ? first.why() : "", all);
    }

    /**
     * One line for all of them: the sentence itself if it is the only one.
     *
     * @return such as {@code effective capacity of line, not published, read as the nameplate: 84}
     */
    public String heading() {
        return all.size() == 1 ? all.get(0).toString() : kind + (why.isEmpty() ? "" : ", " + why) + ": " + all.size();
    }

    /**
     * What the heading leaves open, one entry each: nothing if it is the only one.
     *
     * @return without the reason where the heading says it
     */
    public List<String> entries() {
        return all.size() == 1
                ? ImmutableList.of()
                : all.stream()
                        .map(premise -> why.isEmpty() ? premise.toString() : premise.what())
                        .map(words -> words.startsWith(kind)
                                ? words.substring(kind.length()).strip()
                                : words)
                        .collect(ImmutableList.toImmutableList());
    }
}
