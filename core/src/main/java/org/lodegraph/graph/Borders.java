package org.lodegraph.graph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Limit;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Party;
import org.lodegraph.model.Policy;
import org.lodegraph.model.SupplyChain;

/** What policies close altogether on the chain's date: lanes by bans, lines by technology policies. */
final class Borders {

    private final LocalDate date;
    private final ImmutableList<Rule> bans;
    private final ImmutableList<Rule> technology;

    Borders(SupplyChain chain) {
        date = chain.date();
        ImmutableList<Rule> rules = chain.policiesInForce().stream()
                .map(policy -> new Rule(
                        policy,
                        chain.members(policy.issuer()),
                        members(chain, policy.toward()),
                        members(chain, policy.except())))
                .collect(ImmutableList.toImmutableList());
        bans = rules.stream()
                .filter(rule -> !rule.policy.onTechnology() && isBan(rule.policy.limit()))
                .collect(ImmutableList.toImmutableList());
        technology = rules.stream().filter(rule -> rule.policy.onTechnology()).collect(ImmutableList.toImmutableList());
    }

    /** Whether a ban closes a lane. */
    boolean close(MaterialId material, CountryId origin, CountryId destination) {
        return bans.stream()
                .anyMatch(ban -> ban.policy.materials().contains(material)
                        && (ban.policy.direction() == Policy.Direction.EXPORT
                                ? ban.issuers.contains(origin) && ban.aimsAt(destination)
                                : ban.issuers.contains(destination) && ban.aimsAt(origin)));
    }

    /** Whether a line started too late for a technology policy, which leaves it no capacity. */
    boolean stop(InstalledLine line) {
        Optional<LocalDate> starts = line.line().starts();
        return starts.isPresent()
                && technology.stream()
                        .anyMatch(rule -> rule.aimsAt(line.country())
                                && line.line().recipes().stream().anyMatch(rule.policy.recipes()::contains)
                                && rule.policy.inForce().stream()
                                        .anyMatch(window -> window.contains(date)
                                                && starts.orElseThrow().isAfter(window.start())));
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

    private static ImmutableSet<CountryId> members(SupplyChain chain, Collection<Party> parties) {
        return parties.stream().flatMap(party -> chain.members(party).stream()).collect(ImmutableSet.toImmutableSet());
    }

    /** A policy with its parties as of the chain's date. */
    private record Rule(Policy policy, Set<CountryId> issuers, Set<CountryId> toward, Set<CountryId> except) {

        /** No rule aims at its issuers among themselves, nor at the rest of the world, which buys as if at home. */
        boolean aimsAt(CountryId country) {
            return !issuers.contains(country)
                    && !country.equals(CountryId.REST)
                    && (policy.toward().isEmpty() || toward.contains(country))
                    && !except.contains(country);
        }
    }
}
