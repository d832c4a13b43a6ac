package org.lodegraph.model;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * Which recipes a line may run: all that it has, but those whose technology a policy in force keeps from it. The one place
 * that says so, for whoever asks what can be made. Whether the line stands, runs or is planned is another matter.
 */
public final class Technology {

    private final SupplyChain chain;
    private final ImmutableList<Rule> rules;

    private Technology(SupplyChain chain) {
        this.chain = chain;
        this.rules = Rule.inForce(chain).stream()
                .filter(rule -> rule.policy().onTechnology())
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * The technology policies in force.
     *
     * @param chain the chain, read on its date
     * @return what they leave to its lines
     */
    public static Technology of(SupplyChain chain) {
        return new Technology(chain);
    }

    /**
     * The policy that keeps a line from running a recipe.
     *
     * @param line a line of the chain
     * @param recipe one of its recipes
     * @return the first in force, by id; empty if it may
     */
    public Optional<Policy> blocking(InstalledLine line, RecipeId recipe) {
        return rules.stream()
                .filter(rule -> rule.stops(line, recipe))
                .map(Rule::policy)
                .findFirst();
    }

    /**
     * Whether no policy keeps a line from running a recipe.
     *
     * @param line a line of the chain
     * @param recipe one of its recipes
     * @return true if it may
     */
    public boolean allows(InstalledLine line, RecipeId recipe) {
        return blocking(line, recipe).isEmpty();
    }

    /**
     * The recipes that a line may run.
     *
     * @param line a line of the chain
     * @return in the order of the line; none if policies keep all from it
     */
    public List<Recipe> recipes(InstalledLine line) {
        return line.line().recipes().stream()
                .filter(recipe -> allows(line, recipe))
                .map(chain::recipe)
                .collect(ImmutableList.toImmutableList());
    }
}
