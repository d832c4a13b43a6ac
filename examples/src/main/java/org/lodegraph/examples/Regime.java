package org.lodegraph.examples;

import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Change;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Limit;
import org.lodegraph.model.Line;
import org.lodegraph.model.Policy;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.reference.Controls;
import org.lodegraph.reference.Reference;

/** China's two controls on gallium and germanium, and how they may be read. */
final class Regime {

    private static final Controls LICENCES = Reference.controls("CN-2023-GAGE");
    private static final Controls BAN = Reference.controls("CN-2024-US-GAGESB");

    private Regime() {}

    /** Licences for all exports since August 2023. What they let through is not published: from nothing to all. */
    static Change licences() {
        return LICENCES;
    }

    /** Licences that let through a stated share of the exports of 2022. */
    static Change licences(double share) {
        return LICENCES.letting(stated(share));
    }

    /** The ban toward the United States. Whether it reaches what others make of Chinese metal is a matter of reading. */
    static Change ban(Policy.Reach reach) {
        return BAN.reaching(reach);
    }

    /** The ban, leaking a share of all that China exported in 2022. */
    static Change leakingBan(Metal metal, Policy.Reach reach, double share) {
        return chain -> {
            SupplyChain.Builder leaking = chain.with(ban(reach)).toBuilder();
            for (Policy rule : chain.with(ban(reach)).policies().values()) {
                if (!chain.policies().containsKey(rule.id())) {
                    leaking.put(rule.withLimit(new Limit.ShareOf(stated(share), metal.exportsBefore())));
                }
            }
            return leaking.build();
        };
    }

    /** Lines that make the metal work as in the year of the figures, and not up to their capacity. */
    static Change asMade(Metal metal) {
        return chain -> {
            SupplyChain.Builder builder = chain.toBuilder();
            chain.linesMaking(metal.made()).stream()
                    .map(line -> line.facility())
                    .distinct()
                    .forEach(facility -> builder.put(asMade(metal, facility, chain)));
            return builder.build();
        };
    }

    private static Facility asMade(Metal metal, Facility facility, SupplyChain chain) {
        return facility.withLines(facility.lines().stream()
                .map(line -> makes(metal, line, chain)
                        ? line.output()
                                .filter(Figure::isKnown)
                                .map(Capacity::nameplate)
                                .map(line::withCapacity)
                                .orElse(line)
                        : line)
                .toList());
    }

    private static boolean makes(Metal metal, Line line, SupplyChain chain) {
        return line.recipes().stream().anyMatch(recipe -> chain.recipe(recipe).makes(metal.made()));
    }

    private static Figure stated(double share) {
        return Figure.assumed(Spread.exact(share), Unit.SHARE, Source.ASSUMPTION, "what if");
    }
}
