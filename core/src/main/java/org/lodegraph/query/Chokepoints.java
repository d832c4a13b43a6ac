package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lodegraph.flow.Aftermath;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Grounds;
import org.lodegraph.flow.Loss;
import org.lodegraph.flow.Response;
import org.lodegraph.flow.Supply;
import org.lodegraph.graph.Lack;
import org.lodegraph.graph.Node;
import org.lodegraph.measure.Share;
import org.lodegraph.model.Query;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.report.Explained;
import org.lodegraph.report.Network;
import org.lodegraph.report.Report;
import org.lodegraph.report.Tree;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Scenario;

/**
 * What can a target not do without? {@code Chokepoints.of(target).by(COUNTRY_AND_STAGE).atLeast(percent(20))}.
 *
 * <p>A chokepoint is a group of things whose loss may cost the target at least a given part of its delivery: even if it is
 * served before all others and the world reroutes within the rules, which outbidding everybody cannot avoid; or if all
 * share. The loss is the difference of two {@link Delivery deliveries}, with and without the group. A chokepoint is
 * <em>essential</em> if without it nothing can be derived at all, whatever the quantities: a matter of structure, in which
 * a recipe needs all of its inputs, and any supplier of each will do.
 *
 * @param delivery what is delivered to whom, under which response
 * @param grouping what could be lost together
 * @param threshold the part of the delivery before that a chokepoint may cost at least, 0..1; what costs nothing is none
 * @param largestCut up to how many groups whose joint loss leaves nothing are looked for; 1 for those that are essential alone
 */
public record Chokepoints(Delivery delivery, Grouping grouping, Share threshold, int largestCut)
        implements Query<Chokepoints.Answer> {

    /** Named in every answer; it changes when an answer to the same question would. */
    public static final String METHOD = "lodegraph chokepoints 3";

    /** Shares are given to nine digits. */
    private static final double ROUNDING = 1e-9;

    private static final Share USUAL = Share.percent(10);

    /**
     * Checks the size of cuts.
     *
     * @throws IllegalArgumentException if it is below one
     */
    public Chokepoints {
        if (largestCut < 1) {
            throw new IllegalArgumentException("Chokepoints of %s: cuts of up to %s groups. Maybe look for cuts of 1."
                    .formatted(delivery.target(), largestCut));
        }
    }

    /**
     * By country and stage, from 10 % of the delivery on, if running lines may make as much as they can.
     *
     * @param target whose supply of what
     */
    public static Chokepoints of(Target target) {
        return of(Delivery.to(target));
    }

    /**
     * By country and stage, from 10 % of a delivery on.
     *
     * @param delivery what is delivered to whom, under which response
     */
    public static Chokepoints of(Delivery delivery) {
        return new Chokepoints(delivery, Grouping.COUNTRY_AND_STAGE, USUAL, 1);
    }

    /**
     * A copy with another grouping.
     *
     * @param what what could be lost together
     */
    public Chokepoints by(Grouping what) {
        return new Chokepoints(delivery, what, threshold, largestCut);
    }

    /**
     * A copy with another threshold.
     *
     * @param part the part of the delivery that a chokepoint may cost at least
     */
    public Chokepoints atLeast(Share part) {
        return new Chokepoints(delivery, grouping, part, largestCut);
    }

    /**
     * A copy under another response.
     *
     * @param what what may run
     */
    public Chokepoints under(Response what) {
        return new Chokepoints(delivery.under(what), grouping, threshold, largestCut);
    }

    /**
     * A copy that also looks for the smallest sets of groups whose joint loss leaves nothing. Above 3 be patient.
     *
     * @param groups up to how many groups
     */
    public Chokepoints cutsUpTo(int groups) {
        return new Chokepoints(delivery, grouping, threshold, groups);
    }

    /** Whether a loss may cost as much as the threshold; a share that was rounded may be a hair below one that was computed. */
    boolean reaches(Loss loss) {
        return loss.share().high() > 0 && loss.share().high() >= threshold.value() - ROUNDING;
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.lodegraph.flow.IncompleteChainException if the chain lacks the demand that competes with the target
     * @throws IllegalArgumentException if no demand matches the target
     * @throws org.lodegraph.lp.UncertifiedSolutionException if an optimum cannot be certified; never an answer
     */
    @Override
    public Answer on(SupplyChain chain, Run run) {
        return ChokepointSearch.of(this, chain, run);
    }

    /**
     * A group that the target can hardly do without.
     *
     * @param contingency the loss of the group, as a scenario; its description is what people call the group
     * @param aftermath what the loss costs, for whom, where flows move and what then binds
     * @param lacks why nothing can be derived without the group, from the target up; empty if something can
     * @param detour one way to supply the target that is left, from the sources on; empty if there is none
     */
    public record Chokepoint(Scenario contingency, Aftermath aftermath, List<Lack> lacks, List<Node> detour) {

        /** Copies the lists. */
        public Chokepoint {
            lacks = ImmutableList.copyOf(lacks);
            detour = ImmutableList.copyOf(detour);
        }

        /** What people call the group. */
        public String name() {
            return Contingencies.name(contingency);
        }

        /** What the loss costs if the target is served before all others. */
        public Loss loss() {
            return aftermath.loss();
        }

        /** What the loss costs if all share. */
        public Loss shared() {
            return aftermath.shared();
        }

        /** Whether without it nothing can be derived, whatever the quantities. */
        public boolean isEssential() {
            return !lacks.isEmpty();
        }
    }

    /**
     * What the target can hardly do without.
     *
     * @param question what was asked
     * @param grounds what the answer stands on
     * @param before what the target gets before any loss, served before all others
     * @param story one way to supply the target, from the sources on; it passes through everything that is essential. Empty
     *     if nothing can be derived even before
     * @param chokepoints what may cost at least the threshold, the costliest first: by the high end of the share lost in the
     *     sense in which it is larger, then by the share lost if the target is served first, then if all share, then by name
     * @param harmless how many groups cost nothing in either sense, in any reading tried
     * @param minor how many cost something, but less than the threshold
     * @param unresolved which of both may cost at least the threshold all the same: no reading tried says so, but the bound of
     *     their loss does not rule it out; by {@link Scenario#name()}
     * @param cuts the smallest sets of groups whose joint loss leaves nothing, by {@link Scenario#name()}, smallest first
     * @param groups what people call the groups, by {@link Scenario#name()}
     * @param network what stands behind the target, with the chokepoints and cuts marked where their lines run; of lanes and
     *     stocks that are lost alone, at their material
     */
    public record Answer(
            Chokepoints question,
            Grounds grounds,
            Supply before,
            List<Node> story,
            List<Chokepoint> chokepoints,
            int harmless,
            int minor,
            Set<String> unresolved,
            List<Set<String>> cuts,
            Map<String, String> groups,
            Network network)
            implements Explained {

        /** Copies the collections. */
        public Answer {
            story = ImmutableList.copyOf(story);
            chokepoints = ImmutableList.copyOf(chokepoints);
            groups = ImmutableMap.copyOf(groups);
            unresolved = ImmutableSet.copyOf(unresolved);
            cuts = cuts.stream().map(ImmutableSet::copyOf).collect(ImmutableList.toImmutableList());
        }

        /** Those without which nothing can be derived. */
        public List<Chokepoint> essential() {
            return chokepoints.stream().filter(Chokepoint::isEssential).collect(ImmutableList.toImmutableList());
        }

        /**
         * One of the chokepoints.
         *
         * @param group the name of its contingency, such as {@code CHN refining}
         * @return the chokepoint; empty if the group is none
         * @throws IllegalArgumentException if there is no such group
         */
        public Optional<Chokepoint> find(String group) {
            if (!groups.containsKey(group)) {
                throw new IllegalArgumentException(
                        "Group '%s': is not in this answer. Maybe one of %s.".formatted(group, groups.keySet()));
            }
            return chokepoints.stream()
                    .filter(chokepoint -> chokepoint.contingency().name().equals(group))
                    .findFirst();
        }

        /** What the loss of each chokepoint costs, in each sense: the delivery before less the delivery after. The first few; {@link Loss#derivation()} tells any. */
        @Override
        public Tree explain() {
            return ChokepointsReport.explanation(this);
        }

        @Override
        public Report show() {
            return ChokepointsReport.of(this);
        }
    }
}
