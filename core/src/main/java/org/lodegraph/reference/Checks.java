package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.model.MaterialId;
import org.lodegraph.reference.Disagreements.Disagreement;

/** Comparisons of figures that a chain does not make while it is built. */
final class Checks {

    /** Sources that differ by less are rounded, or revised as always. */
    private static final double RATIO = 1.1;
    /** What moves less of the world moves no answer. */
    private static final double PART = 0.01;

    private Checks() {}

    static void add(Draft draft) {
        ImmutableSet<MaterialId> materials =
                draft.wanted().stream().map(MaterialId::new).collect(ImmutableSet.toImmutableSet());
        sources(draft, materials);
        shares(
                draft,
                draft.catalog().importShares().stream()
                        .filter(row -> materials.contains(row.material()))
                        .collect(ImmutableList.toImmutableList()),
                row -> "imports of the United States, %s (%s), %s".formatted(row.material(), row.form(), row.period()),
                ImportShare::share);
        shares(
                draft,
                draft.catalog().endUses().stream()
                        .filter(row -> materials.contains(row.material()))
                        .collect(ImmutableList.toImmutableList()),
                row -> "uses of %s, %s, %s".formatted(row.material(), row.country(), row.year()),
                EndUse::share);
    }

    private static void sources(Draft draft, ImmutableSet<MaterialId> materials) {
        for (Disagreement each : Disagreements.of(draft.catalog().statistics(), materials, draft.choice())
                .all()) {
            if (each.year() == draft.year()) {
                String subject = "%s, %s, %s".formatted(each.subject(), each.place(), each.year());
                draft.compared(Conflict.Check.SOURCES, subject);
                if (each.ratio() > RATIO && each.part() > PART) {
                    draft.conflict(
                            Conflict.Check.SOURCES,
                            subject,
                            each.figures().stream()
                                    .map(figure -> "%s says %s"
                                            .formatted(figure.source().id(), figure.range()))
                                    .collect(Collectors.joining(", ")),
                            "By the choice '%s', %s is taken."
                                    .formatted(
                                            draft.choice(),
                                            draft.choice().isSpanning()
                                                    ? "all from the lowest to the highest"
                                                    : each.figures()
                                                            .get(0)
                                                            .source()
                                                            .id()));
                }
            }
        }
    }

    /** Each share is rounded to whole percents, so a sum of n may miss 100 by half of n. */
    private static <T> void shares(
            Draft draft, ImmutableList<T> rows, Function<T, String> subject, Function<T, Figure> share) {
        ImmutableListMultimap<String, T> groups = Multimaps.index(rows, subject::apply);
        groups.asMap().forEach((name, group) -> {
            if (group.stream().map(share).allMatch(Figure::isKnown)) {
                draft.compared(Conflict.Check.SHARES, name);
                double sum = sum(group, share);
                if (Math.abs(sum - 100) > group.size() / 2.0) {
                    draft.conflict(
                            Conflict.Check.SHARES,
                            name,
                            "the published shares add up to %s %%".formatted(Numbers.brief(sum)),
                            "They are taken as published.");
                }
            }
        });
    }

    private static <T> double sum(Collection<T> group, Function<T, Figure> share) {
        return group.stream().map(share).mapToDouble(Draft::central).sum();
    }
}
