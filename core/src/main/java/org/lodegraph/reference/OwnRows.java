package org.lodegraph.reference;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodegraph.tables.Statistic;

/**
 * What becomes of the statistics that somebody gave, so that none is lost without a word: which of them no step of the chain
 * reads, and which embedded tables theirs stand instead of.
 */
final class OwnRows {

    /** So many rows are named; the others are counted. */
    private static final int NAMED = 5;

    private final Catalog catalog;
    private final int year;
    private final Set<Statistic> taken = new LinkedHashSet<>();
    private final Set<Series> instead = new LinkedHashSet<>();

    OwnRows(Catalog catalog, int year) {
        this.catalog = catalog;
        this.year = year;
    }

    /** Remembers that a chain reads a table; where it spans all sources, it reads those of the others too. */
    void take(Series series, Choice choice) {
        if (catalog.own().isEmpty()) {
            return;
        }
        taken.addAll(choice.isSpanning() ? sameTable(series) : series.rows());
        if (series.rows().stream().anyMatch(catalog.own()::contains)) {
            instead.add(series);
        }
    }

    /** Forgets that a table was read: it counts another thing than the chain does. */
    void leave(Series series) {
        taken.removeAll(sameTable(series));
        instead.remove(series);
    }

    /** The rows of all sources about what a table is about, in its year. */
    private ImmutableList<Statistic> sameTable(Series series) {
        Statistic one = series.rows().get(0);
        return catalog.statistics(one.material().value()).stream()
                .filter(row -> row.stage().equals(one.stage())
                        && row.form().equals(one.form())
                        && row.kind() == one.kind()
                        && row.year() == series.year())
                .collect(toImmutableList());
    }

    /** Lists both among the assumptions of a chain. */
    void tell(Draft draft) {
        for (Series series : instead) {
            List<Statistic> other = sameTable(series).stream()
                    .filter(row -> row.hasPlace()
                            && !taken.contains(row)
                            && !catalog.own().contains(row))
                    .collect(toImmutableList());
            series.mismatch()
                    .ifPresent(gap -> draft.assume(
                            place(series.rows().get(0)),
                            "of a table that was given, %s; shares are of the rows".formatted(gap)));
            if (!other.isEmpty()) {
                draft.assume(
                        place(series.rows().get(0)),
                        "a table of %s that was given stands instead of the embedded ones; %s of theirs not taken: %s"
                                .formatted(rows(series.rows()), rows(other), named(other)));
            }
        }
        List<Statistic> left = catalog.own().stream()
                .filter(row -> row.year() == year && draft.wants(row.material().value()) && !taken.contains(row))
                .collect(toImmutableList());
        if (!left.isEmpty()) {
            draft.assume(
                    "statistics that were given",
                    "%s of %s not used, for a table is taken whole from one source, and no step reads the others or what is on another basis: %s"
                            .formatted(rows(left), year, named(left)));
        }
    }

    private static String place(Statistic row) {
        return "%s, %s, %s".formatted(row.material(), row.stage(), Plausibility.words(row.kind()));
    }

    private static String rows(List<Statistic> rows) {
        return rows.size() == 1 ? "1 row" : rows.size() + " rows";
    }

    private static String named(List<Statistic> rows) {
        String named = rows.stream()
                .limit(NAMED)
                .map(row -> "%s, %s, %s (%s)"
                        .formatted(
                                row.stage(),
                                row.country(),
                                row.figure().isKnown() ? row.figure().range() : "unknown",
                                row.figure().source().id()))
                .collect(Collectors.joining("; "));
        return named + (rows.size() > NAMED ? "; and %s more".formatted(rows.size() - NAMED) : "");
    }
}
