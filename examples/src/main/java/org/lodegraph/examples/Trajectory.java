package org.lodegraph.examples;

import java.util.List;
import java.util.stream.Stream;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.RecyclingCeiling.Answer;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Cell;

/**
 * One of the four trajectories of gallium demand that the United States Department of Energy drew up.
 *
 * @param multiple demand in 2035 over that of 2023
 * @param uses how far scrap goes, for each {@link GalliumUse} as if it were the only one
 */
record Trajectory(double multiple, List<Answer> uses) {

    static List<Trajectory> in(SupplyChain chain) {
        return Stream.of("a", "b", "c", "d")
                .map(id -> of(chain, Reference.fact("gallium-demand-2035-" + id).figure()))
                .toList();
    }

    private static Trajectory of(SupplyChain chain, Figure multiple) {
        return new Trajectory(
                multiple.at(Reading.CENTRAL),
                Stream.of(GalliumUse.values())
                        .map(use -> chain.ask(use.alone(multiple)))
                        .toList());
    }

    /** The share of demand in 2035 that old scrap could cover if all went into one use. */
    Range share(GalliumUse use) {
        return uses.get(use.ordinal()).year(GalliumUse.YEAR).share();
    }

    /** The same of any mixture of uses: it lies between. */
    Range anyMixture() {
        return Stream.of(GalliumUse.values())
                .map(this::share)
                .reduce(Range::hull)
                .orElseThrow();
    }

    /** A row of a table: the multiple, then each use. */
    Cell[] cells() {
        return Stream.concat(
                        Stream.of(Cell.number(multiple, Unit.ONE)),
                        Stream.of(GalliumUse.values()).map(this::share).map(Cell::of))
                .toArray(Cell[]::new);
    }
}
