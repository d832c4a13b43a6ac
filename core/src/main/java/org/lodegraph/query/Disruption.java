package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lodegraph.flow.Aftermath;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Grounds;
import org.lodegraph.flow.Loss;
import org.lodegraph.flow.Response;
import org.lodegraph.flow.Supply;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Share;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Query;
import org.lodegraph.model.Run;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.report.Explained;
import org.lodegraph.report.Report;
import org.lodegraph.report.Tree;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Scenario;

/**
 * What does each loss of a list do to a target? {@code Disruption.of(target).by(FACILITY).holding(percent(20))}: every
 * facility with a fifth of its stage; {@code .by(COUNTRY.pairs())}: every two countries;
 * {@code .by(COUNTRY.withDemand())}: every country, which then needs nothing either, as the International Energy Agency's
 * N-1 rule has it; {@code .when(scenarios)}: a list of one's own, such as one read from a file.
 *
 * <p>A loss is found and bounded as that of a chokepoint is, {@link Loss}. Everything that is asked about is told, whether or
 * not it matters.
 *
 * @param delivery what is delivered to whom, under which response
 * @param contingencies what is lost, each on its own
 * @param holding leaves out what surely holds less than this part of every stage; empty to keep all
 */
public record Disruption(Delivery delivery, Grouping contingencies, Optional<Share> holding)
        implements Query<Disruption.Answer> {

    /** Named in every answer; it changes when an answer to the same question would. */
    public static final String METHOD = "lodegraph disruption 3";

    /**
     * Every country, if running lines may make as much as they can.
     *
     * @param target whose supply of what
     */
    public static Disruption of(Target target) {
        return of(Delivery.to(target));
    }

    /**
     * Every country.
     *
     * @param delivery what is delivered to whom, under which response
     */
    public static Disruption of(Delivery delivery) {
        return new Disruption(delivery, Grouping.COUNTRY, Optional.empty());
    }

    /**
     * A copy for other contingencies.
     *
     * @param what what is lost, each on its own
     */
    public Disruption by(Grouping what) {
        return new Disruption(delivery, what, holding);
    }

    /**
     * A copy for contingencies that the caller lists.
     *
     * @param what each a scenario of losses; told apart by name
     * @throws IllegalArgumentException if two have the same name
     */
    public Disruption when(List<Scenario> what) {
        return by(Grouping.listed("list of the caller", what));
    }

    /**
     * A copy for contingencies that the caller lists.
     *
     * @param what each a scenario of losses; told apart by name
     * @throws IllegalArgumentException if two have the same name
     */
    public Disruption when(Scenario... what) {
        return when(Arrays.asList(what));
    }

    /**
     * A copy that keeps only what may hold so much of the observed output of some material at some stage.
     *
     * @param part the part of the stage, 0..1
     */
    public Disruption holding(Share part) {
        return new Disruption(delivery, contingencies, Optional.of(part));
    }

    /**
     * A copy under another response.
     *
     * @param what what may run
     */
    public Disruption under(Response what) {
        return new Disruption(delivery.under(what), contingencies, holding);
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.lodegraph.flow.IncompleteChainException if the chain lacks the demand that competes with the target
     * @throws IllegalArgumentException if no demand matches the target, a contingency does anything but lose, or it loses
     *     what the chain does not have
     * @throws org.lodegraph.lp.UncertifiedSolutionException if an optimum cannot be certified; never an answer
     */
    @Override
    public Answer on(SupplyChain chain, Run run) {
        return DisruptionSearch.of(this, chain, run);
    }

    /**
     * The part of a stage that is lost.
     *
     * @param material what is made there
     * @param stage the stage
     * @param share the lost part of the observed output, 0..1; what nobody looked at is anything up to capacity
     */
    public record Holding(MaterialId material, Stage stage, Range share) {}

    /**
     * The N-1 coverage of the International Energy Agency: what supply is left, over what demand is left. From the observed
     * output of lines that can run; no line makes more to stand in. What "other countries" made is left out, as in the
     * delivery, and so is what a policy in force keeps from running.
     *
     * @param supply what is left of the observed output of the target's material, in t/a
     * @param demand what is left of the demand for it, in t/a: that of the lost countries goes too. Where they are not
     *     named among the consumers, their demand is anything up to the rest of the world's
     * @param allDemand the whole demand, in t/a
     */
    public record Coverage(Range supply, Range demand, Range allDemand) {

        /** Supply left over demand left, 1 where they are equal: the published ratio. */
        public Range ofDemandLeft() {
            return over(demand);
        }

        /** Supply left over the whole demand, 1 where they are equal: the variant in which the lost countries still want what they wanted. */
        public Range ofAllDemand() {
            return over(allDemand);
        }

        private Range over(Range wanted) {
            return Range.spanning(
                    wanted.high() > 0 ? supply.low() / wanted.high() : Double.POSITIVE_INFINITY,
                    wanted.low() > 0 ? supply.high() / wanted.low() : Double.POSITIVE_INFINITY,
                    Unit.SHARE);
        }
    }

    /**
     * One contingency.
     *
     * @param contingency what is lost, as a scenario; its description is what people call it
     * @param holdings which part of which stages is lost, the largest first
     * @param aftermath what the loss costs, for whom, where flows move and what then binds
     * @param coverage what is left of supply against demand in the world
     */
    public record Case(Scenario contingency, List<Holding> holdings, Aftermath aftermath, Coverage coverage) {

        /** Copies the holdings. */
        public Case {
            holdings = ImmutableList.copyOf(holdings);
        }

        /** What people call the contingency. */
        public String name() {
            return Contingencies.name(contingency);
        }
    }

    /**
     * What each contingency does.
     *
     * @param question what was asked
     * @param grounds what the answer stands on
     * @param before what the target gets before any loss, served before all others
     * @param cases in the order of the contingencies
     * @param leftOut how many contingencies surely hold too little of every stage
     * @param read what of the outputs that shares and coverage are of is assumed or unknown
     */
    public record Answer(
            Disruption question, Grounds grounds, Supply before, List<Case> cases, int leftOut, List<Assumption> read)
            implements Explained {

        /** Copies the lists. */
        public Answer {
            cases = ImmutableList.copyOf(cases);
            read = ImmutableList.copyOf(read);
        }

        /** What each contingency costs, in each sense: the delivery before less the delivery after. The first few; {@link Loss#derivation()} tells any. */
        @Override
        public Tree explain() {
            return DisruptionReport.explanation(this);
        }

        @Override
        public Report show() {
            return DisruptionReport.of(this);
        }
    }
}
