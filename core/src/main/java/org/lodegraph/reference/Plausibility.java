package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lodegraph.measure.Source;
import org.lodegraph.report.Explained;
import org.lodegraph.report.Report;
import org.lodegraph.report.Tree;
import org.lodegraph.tables.Statistic;

/**
 * Whether the figures of a chain add up: what was compared, and what does not fit. Nothing is repaired in silence; each
 * conflict says what the chain does about it.
 *
 * @param year the chain's year
 * @param materials what the chain is about
 * @param compared how many comparisons of each kind were made, with those that fit
 * @param conflicts what does not fit, in a fixed order
 * @param sources whose figures were compared
 */
public record Plausibility(
        int year,
        List<String> materials,
        Map<Conflict.Check, Integer> compared,
        List<Conflict> conflicts,
        List<Source> sources)
        implements Explained {

    /** Copies the collections. */
    public Plausibility {
        materials = ImmutableList.copyOf(materials);
        compared = ImmutableMap.copyOf(compared);
        conflicts = ImmutableList.copyOf(conflicts);
        sources = ImmutableList.copyOf(sources);
    }

    /**
     * What does not fit in comparisons of one kind.
     *
     * @param check which
     * @return in a fixed order
     */
    public List<Conflict> conflicts(Conflict.Check check) {
        return conflicts.stream().filter(conflict -> conflict.check() == check).toList();
    }

    @Override
    public Report show() {
        return PlausibilityReport.of(this);
    }

    @Override
    public Tree explain() {
        return PlausibilityReport.explain(this);
    }

    static String words(Statistic.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
