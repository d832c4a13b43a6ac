package org.lodegraph.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A policy in force, with its parties read on a chain's date. No rule aims at its issuers among themselves, nor at the rest
 * of the world, which buys as if at home.
 *
 * @param policy the policy
 * @param issuers who made it
 * @param toward against whom; empty means everybody, if the policy names nobody
 * @param except who is exempt
 */
public record Rule(Policy policy, Set<CountryId> issuers, Set<CountryId> toward, Set<CountryId> except) {

    /** Copies the sets. */
    public Rule {
        issuers = ImmutableSet.copyOf(issuers);
        toward = ImmutableSet.copyOf(toward);
        except = ImmutableSet.copyOf(except);
    }

    /**
     * The policies in force.
     *
     * @param chain the chain, read on its date
     * @return by policy id
     */
    public static List<Rule> inForce(SupplyChain chain) {
        return chain.policiesInForce().stream()
                .map(policy -> new Rule(
                        policy,
                        chain.members(policy.issuer()),
                        members(chain, policy.toward()),
                        members(chain, policy.except())))
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableSet<CountryId> members(SupplyChain chain, Collection<Party> parties) {
        return parties.stream().flatMap(party -> chain.members(party).stream()).collect(ImmutableSet.toImmutableSet());
    }

    /** Whether the rule is made against a country. */
    public boolean aimsAt(CountryId country) {
        return !issuers.contains(country)
                && !country.equals(CountryId.REST)
                && (policy.toward().isEmpty() || toward.contains(country))
                && !except.contains(country);
    }

    /** Whether what a country makes of a material falls under the rule once it is shipped. */
    public boolean covers(MaterialId material, CountryId maker) {
        return policy.materials().contains(material) && (isOnExports() ? issuers.contains(maker) : aimsAt(maker));
    }

    /** Whether goods that fall under the rule are held up on the way to a country. */
    public boolean guards(CountryId destination) {
        return isOnExports() ? aimsAt(destination) : issuers.contains(destination);
    }

    /**
     * Whether the rule is on technology and keeps a line from running a recipe: the line started while the rule applied, so
     * it has no capacity for it. A line that is older, or started during a suspension, keeps what it has.
     */
    boolean stops(InstalledLine line, RecipeId recipe) {
        return policy.recipes().contains(recipe)
                && aimsAt(line.country())
                && line.line()
                        .starts()
                        .map(start -> policy.inForce().stream()
                                .anyMatch(window -> window.contains(start) && start.isAfter(window.start())))
                        .orElse(false);
    }

    private boolean isOnExports() {
        return policy.direction() == Policy.Direction.EXPORT;
    }
}
