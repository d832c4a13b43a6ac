package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.model.Demand;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.SupplyChain;

/**
 * The readings of a chain's figures that an answer spans.
 *
 * @param all the corners to solve; the first one is shown in flows and bindings
 * @param exactness how far their hull can be trusted, for people
 */
record Corners(ImmutableList<Corner> all, String exactness) {

    static Corners of(SupplyChain chain, ImmutableSet<DemandId> targets, Optional<Reading> only) {
        return only.map(reading ->
                        new Corners(ImmutableList.of(Corner.all(reading)), "All figures read %s.".formatted(reading)))
                .orElseGet(() -> spanning(chain, targets));
    }

    private static Corners spanning(SupplyChain chain, ImmutableSet<DemandId> targets) {
        boolean wanted = isSpread(chain, demand -> targets.contains(demand.id()));
        boolean rivals = isSpread(chain, demand -> !targets.contains(demand.id()));
        boolean coefficients = hasSpreadRecipe(chain);
        ImmutableSet.Builder<Corner> corners = ImmutableSet.builder();
        // Supply is always read at both ends: what nobody observed is a range although no figure says so.
        for (Reading supply : ends(true)) {
            for (Reading demand : ends(wanted || rivals).reverse()) {
                for (Reading yields : ends(coefficients)) {
                    corners.add(new Corner(supply, demand, yields.opposite(), yields));
                }
            }
        }
        ImmutableSet<Corner> alike = corners.build();
        // The target gets most where it wants much and others little.
        ImmutableList<Corner> all = wanted && rivals
                ? Stream.concat(alike.stream(), alike.stream().map(corner -> corner.wanting(targets.asList())))
                        .collect(ImmutableList.toImmutableList())
                : alike.asList();
        return new Corners(all, exactness(wanted || rivals, wanted && rivals, coefficients, all.size()));
    }

    private static ImmutableList<Reading> ends(boolean spread) {
        return spread ? ImmutableList.of(Reading.LOW, Reading.HIGH) : ImmutableList.of(Reading.LOW);
    }

    private static String exactness(boolean demands, boolean apart, boolean coefficients, int corners) {
        String exact =
                "Served first, a delivery rises with every capacity, output, quota and stock, so their ends give its ends; if all share it need not, and something between could reach further.";
        List<String> tried = new ArrayList<>();
        if (demands) {
            tried.add(
                    apart
                            ? "demands all low and all high and those of the target against those of others"
                            : "demands all low and all high");
        }
        if (coefficients) {
            tried.add("recipes all favorable and all unfavorable");
        }
        return tried.isEmpty()
                ? exact
                : "%s Of the rest, %s were tried (%s programs); there too something between could reach further."
                        .formatted(exact, String.join(", ", tried), corners);
    }

    private static boolean isSpread(SupplyChain chain, Predicate<Demand> demands) {
        return chain.demands().values().stream().filter(demands).anyMatch(demand -> isSpread(demand.rate()));
    }

    private static boolean hasSpreadRecipe(SupplyChain chain) {
        boolean[] found = {false};
        chain.forEachFigure((place, figure) -> found[0] |= place.kind().isCoefficient() && isSpread(figure));
        return found[0];
    }

    private static boolean isSpread(Figure figure) {
        return !figure.isKnown() || figure.at(Reading.LOW) != figure.at(Reading.HIGH);
    }
}
