package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Grounds;
import org.lodegraph.flow.Response;
import org.lodegraph.flow.Supply;
import org.lodegraph.flow.Takeover;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Share;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Query;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.report.Explained;
import org.lodegraph.report.Report;
import org.lodegraph.report.Tree;
import org.lodegraph.scenario.Grouping;

/**
 * What else would do, how much of it is to spare, and does it hang on the same thing?
 * {@code Substitutes.of(target).apartFrom(COUNTRY)}.
 *
 * <p>An alternative takes over at most its largest share of each demand, once it is ready, and at most what can be made of
 * it: from what is to spare, so that nobody else gets less than before; or, if the shifted demand outbids the others, at
 * their cost, which the answer counts. Everything is solved as a {@link Delivery delivery}: what the target no longer uses
 * of the original is free for others, and what both are made of is used once.
 *
 * <p>An alternative shares a group with the original if losing the group costs at least the threshold of the delivery of
 * each, in the sense in which it costs more (served first, or if all share): of the original as if there were no alternative,
 * of the alternative as if the target wanted all of its demand of that as well. It shares a host if the same host stands upstream of both, as the
 * product that pays for a by-product, or is itself upstream of one. What an alternative at the boundary of the chain is made
 * of is not known, so it shares nothing that could be seen.
 *
 * @param delivery what is delivered to whom, under which response, how many days after
 * @param grouping what could be lost together
 * @param threshold the part of the delivery that a shared group may cost at least, 0..1; what costs nothing is not shared
 * @param apart whether alternatives that share a group or a host are excluded
 */
public record Substitutes(Delivery delivery, Grouping grouping, Share threshold, boolean apart)
        implements Query<Substitutes.Answer> {

    /** Named in every answer; it changes when an answer to the same question would. */
    public static final String METHOD = "lodegraph substitutes 1";

    private static final Share USUAL = Share.percent(10);

    /**
     * All alternatives, with what they share by country and stage, if running lines may make as much as they can.
     *
     * @param target whose use of what
     */
    public static Substitutes of(Target target) {
        return of(Delivery.to(target));
    }

    /**
     * All alternatives in a delivery, with what they share by country and stage.
     *
     * @param delivery what is delivered to whom, under which response, how many days after
     */
    public static Substitutes of(Delivery delivery) {
        return new Substitutes(delivery, Grouping.COUNTRY_AND_STAGE, USUAL, false);
    }

    /**
     * A copy that says what is shared by another grouping.
     *
     * @param what what could be lost together
     */
    public Substitutes by(Grouping what) {
        return new Substitutes(delivery, what, threshold, apart);
    }

    /**
     * A copy without the alternatives that share a host or a group with the original.
     *
     * @param what what could be lost together
     */
    public Substitutes apartFrom(Grouping what) {
        return new Substitutes(delivery, what, threshold, true);
    }

    /**
     * A copy with another threshold.
     *
     * @param part the part of the delivery that a shared group may cost at least
     */
    public Substitutes atLeast(Share part) {
        return new Substitutes(delivery, grouping, part, apart);
    }

    /**
     * A copy for some time after the shift begins; by default alternatives have all the time they need.
     *
     * @param days how long, for alternatives that ramp up and lines that restart
     */
    public Substitutes after(double days) {
        return new Substitutes(delivery.after(days), grouping, threshold, apart);
    }

    /**
     * A copy under another response.
     *
     * @param what what may run
     */
    public Substitutes under(Response what) {
        return new Substitutes(delivery.under(what), grouping, threshold, apart);
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.lodegraph.flow.IncompleteChainException if the chain lacks the demand that competes
     * @throws IllegalArgumentException if no demand matches the target
     * @throws org.lodegraph.lp.UncertifiedSolutionException if an optimum cannot be certified; never an answer
     */
    @Override
    public Answer on(SupplyChain chain, Run run) {
        return SubstitutesSearch.of(this, chain, run);
    }

    /**
     * An alternative as one of the target's demands states it.
     *
     * @param demand the demand
     * @param application what for
     * @param alternative ratio, performance, largest share and ramp-up
     */
    public record Use(DemandId demand, String application, Alternative alternative) {}

    /**
     * A group that both the original and an alternative hang on.
     *
     * @param group by {@link org.lodegraph.scenario.Scenario#name()}, such as {@code CHN refining}
     * @param name what people call it
     * @param original the part of the delivery of the original that its loss costs, 0..1, in the sense in which it costs more
     * @param alternative the same of the alternative
     */
    public record SharedGroup(String group, String name, Range original, Range alternative) {}

    /**
     * An alternative.
     *
     * @param material what it is
     * @param uses where it would do
     * @param modeled whether the chain knows how it is made; if not, what it shares is unknown
     * @param hosts hosts that it shares with the original
     * @param groups groups that it shares with the original, the costliest for both first
     */
    public record Candidate(
            MaterialId material, List<Use> uses, boolean modeled, Set<MaterialId> hosts, List<SharedGroup> groups) {

        /** Copies the collections. */
        public Candidate {
            uses = ImmutableList.copyOf(uses);
            hosts = ImmutableSet.copyOf(hosts);
            groups = ImmutableList.copyOf(groups);
        }

        /** Whether it shares a host or a group with the original, as far as the chain knows. */
        public boolean sharesAny() {
            return !hosts.isEmpty() || !groups.isEmpty();
        }
    }

    /**
     * What else would do.
     *
     * @param question what was asked
     * @param grounds what the answer stands on
     * @param before what the target gets of the original alone, if all share
     * @param candidates every alternative: first those that take over, by what they have to spare, then by the most they
     *     could serve, each by the high end, then by name; then those that are excluded, by name
     * @param takeovers what each alternative that is not excluded could take over alone, in the order of the candidates
     * @param together what all of these could take over together
     */
    public record Answer(
            Substitutes question,
            Grounds grounds,
            Supply before,
            List<Candidate> candidates,
            Map<MaterialId, Takeover> takeovers,
            Takeover together)
            implements Explained {

        /** Copies the collections. */
        public Answer {
            candidates = ImmutableList.copyOf(candidates);
            takeovers = ImmutableMap.copyOf(takeovers);
        }

        /** Alternatives that share a host or a group with the original, and are left out for it. */
        public List<Candidate> excluded() {
            return candidates.stream()
                    .filter(candidate -> !takeovers.containsKey(candidate.material()))
                    .collect(ImmutableList.toImmutableList());
        }

        /**
         * One of the alternatives.
         *
         * @param material what it is
         * @return the alternative; empty if it is none
         */
        public Optional<Candidate> find(MaterialId material) {
            return candidates.stream()
                    .filter(candidate -> candidate.material().equals(material))
                    .findFirst();
        }

        /**
         * What each alternative could take over, and all together: what largest shares allow, what it could serve if it outbids
         * everybody, and what while nobody else gets less. The first few; {@link Takeover#derivation()} tells any.
         */
        @Override
        public Tree explain() {
            return SubstitutesReport.explanation(this);
        }

        @Override
        public Report show() {
            return SubstitutesReport.of(this);
        }
    }
}
