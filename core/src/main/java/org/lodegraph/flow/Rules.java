package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Party;
import org.lodegraph.model.Policy;
import org.lodegraph.model.SupplyChain;

/**
 * The policies in force, as they bear on lanes and lines. Goods under a rule that reaches through processing carry a
 * mark, one bit for each such rule, which whatever is made of them inherits.
 */
final class Rules {

    /** Marks double the program with each rule that reaches through processing. */
    private static final int MOST_MARKS = 5;

    private final ImmutableList<Rule> goods;
    private final ImmutableList<Rule> technology;
    private final LocalDate date;

    /** One policy with its parties read on the chain's date. */
    record Rule(Policy policy, Set<CountryId> issuers, Set<CountryId> toward, Set<CountryId> except, int mark) {

        private boolean aimsAt(CountryId country) {
            return !issuers.contains(country)
                    && !country.equals(CountryId.REST)
                    && (policy.toward().isEmpty() || toward.contains(country))
                    && !except.contains(country);
        }

        private boolean exports() {
            return policy.direction() == Policy.Direction.EXPORT;
        }

        /** Whether what a country makes of a material falls under the rule when it is shipped. */
        private boolean covers(MaterialId material, CountryId maker) {
            return policy.materials().contains(material) && (exports() ? issuers.contains(maker) : aimsAt(maker));
        }

        /** Whether the rule bears on a lane. */
        boolean binds(MaterialId material, CountryId origin, CountryId destination, int marks) {
            return (covers(material, origin) || (marks & mark) != 0)
                    && (exports() ? aimsAt(destination) : issuers.contains(destination));
        }
    }

    Rules(SupplyChain chain) {
        date = chain.date();
        List<Rule> onGoods = new ArrayList<>();
        List<Rule> onTechnology = new ArrayList<>();
        int marks = 0;
        for (Policy policy : chain.policiesInForce()) {
            boolean through = !policy.onTechnology() && policy.reach() == Policy.Reach.THROUGH_PROCESSING;
            Rule rule = new Rule(
                    policy,
                    chain.members(policy.issuer()),
                    members(chain, policy.toward()),
                    members(chain, policy.except()),
                    through ? 1 << marks++ : 0);
            (policy.onTechnology() ? onTechnology : onGoods).add(rule);
        }
        if (marks > MOST_MARKS) {
            throw new IllegalArgumentException(
                    "Policies: %s of them reach through processing on %s, at most %s can. Maybe merge some, or let some end at processing."
                            .formatted(marks, date, MOST_MARKS));
        }
        goods = ImmutableList.copyOf(onGoods);
        technology = ImmutableList.copyOf(onTechnology);
    }

    private static ImmutableSet<CountryId> members(SupplyChain chain, Collection<Party> parties) {
        return parties.stream().flatMap(party -> chain.members(party).stream()).collect(ImmutableSet.toImmutableSet());
    }

    ImmutableList<Rule> goods() {
        return goods;
    }

    /** How many combinations of marks there are. */
    int markings() {
        return 1 << (int) goods.stream().filter(rule -> rule.mark() != 0).count();
    }

    /** The marks that a country's product carries besides those of its inputs. */
    int marks(MaterialId material, CountryId maker) {
        int marks = 0;
        for (Rule rule : goods) {
            marks |= rule.covers(material, maker) ? rule.mark() : 0;
        }
        return marks;
    }

    /** The rules that bear on a lane. */
    List<Rule> on(MaterialId material, CountryId origin, CountryId destination, int marks) {
        return goods.stream()
                .filter(rule -> rule.binds(material, origin, destination, marks))
                .toList();
    }

    /**
     * What exporters must share to go through one pool: every rule bears on them alike. An exporter that issued a rule
     * stands apart from those it is aimed at, and so on.
     */
    List<Boolean> signature(MaterialId material, CountryId exporter) {
        List<Boolean> signature = new ArrayList<>();
        for (Rule rule : goods) {
            signature.add(rule.covers(material, exporter));
        }
        return signature;
    }

    /** The technology policy that keeps a line from running, if one does. */
    Optional<Policy> blocking(InstalledLine line) {
        return technology.stream()
                .filter(rule -> rule.aimsAt(line.country()))
                .map(Rule::policy)
                .filter(policy -> line.line().recipes().stream().anyMatch(policy.recipes()::contains))
                .filter(policy -> policy.inForce().stream()
                        .filter(window -> window.contains(date))
                        .anyMatch(window -> line.line()
                                .starts()
                                .map(start -> start.isAfter(window.start()))
                                .orElse(false)))
                .findFirst();
    }
}
