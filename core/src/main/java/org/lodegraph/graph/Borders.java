package org.lodegraph.graph;

import com.google.common.collect.ImmutableList;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Limit;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.Rule;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Technology;

/** What policies close altogether on the chain's date: lanes by bans, lines by technology policies. */
final class Borders {

    private final ImmutableList<Rule> rules;
    private final Technology technology;

    Borders(SupplyChain chain) {
        rules = ImmutableList.copyOf(Rule.inForce(chain));
        technology = Technology.of(chain);
    }

    /** Whether a ban closes a lane. */
    boolean close(MaterialId material, CountryId origin, CountryId destination) {
        return rules.stream()
                .anyMatch(rule ->
                        isBan(rule.policy().limit()) && rule.covers(material, origin) && rule.guards(destination));
    }

    /** Whether a line started too late for a technology policy, which leaves it no capacity for a recipe. */
    boolean stop(InstalledLine line, RecipeId recipe) {
        return !technology.allows(line, recipe);
    }

    /** Whether a figure is known to be nothing at all; an unknown one is not. */
    static boolean isNil(Figure figure) {
        return figure.isKnown() && figure.at(Reading.HIGH) <= 0;
    }

    private static boolean isBan(Limit limit) {
        return limit instanceof Limit.Nothing
                || limit instanceof Limit.AtMost atMost && isNil(atMost.rate())
                || limit instanceof Limit.ShareOf part && (isNil(part.share()) || isNil(part.baseline()));
    }
}
