package org.lodegraph.model;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;

/** Lists who said what a chain holds. */
final class Sources {

    /** Every part that may tell two sources apart, so that the order never depends on who was asked first. */
    private static final Comparator<Source> ORDER = Comparator.comparing(Source::id)
            .thenComparing(source -> source.edition())
            .thenComparing(Source::locator)
            .thenComparing(Source::title)
            .thenComparing(Source::toString);

    private Sources() {}

    static ImmutableSet<Source> of(SupplyChain chain) {
        List<Source> found = new ArrayList<>();
        chain.forEachFigure((place, figure) -> found.add(figure.source()));
        chain.policies().values().forEach(policy -> found.add(policy.source()));
        chain.statedAssumptions()
                .forEach(assumption -> assumption.figure().map(Figure::source).ifPresent(found::add));
        return found.stream().distinct().sorted(ORDER).collect(ImmutableSet.toImmutableSet());
    }
}
