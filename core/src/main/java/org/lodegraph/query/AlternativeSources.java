package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Grounds;
import org.lodegraph.flow.Response;
import org.lodegraph.flow.Supply;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Line;
import org.lodegraph.model.LineId;
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
 * Who else could make it, how much would that bring by a day, and through whose hands would it come?
 * {@code AlternativeSources.of(target).by(day)}.
 *
 * <p>Idle and planned lines that make what the target wants, or anything that goes into it, are started one at a time, then
 * all together, on the chain as it stands on that day, with the rules of that day. What a line adds is the {@link Delivery
 * delivery} with it less the delivery without it: if the target is served first, and if all share. It is a capacity only
 * where nothing else limits: a circuit adds nothing where its host gives no stream, or nobody has room to refine what it
 * makes, or the target lacks nothing.
 *
 * <p>The work begins on the chain's date. A planned line is there from the day announced for it; an idle one once its restart
 * time has passed. Where nobody says when, the line may be there or not, so that it adds something from nothing upward. What
 * comes later, and what stands in no known place, is listed and adds nothing. Closed lines are gone for good. A line that
 * starts makes its whole capacity at once, for ramp-ups of lines are not in a chain.
 *
 * @param delivery what is delivered to whom, under which response
 * @param day by when; empty for the chain's date
 * @param grouping what could be lost together, to say what each line hangs on
 */
public record AlternativeSources(Delivery delivery, Optional<LocalDate> day, Grouping grouping)
        implements Query<AlternativeSources.Answer> {

    /** Named in every answer; it changes when an answer to the same question would. */
    public static final String METHOD = "lodegraph alternative sources 1";

    /**
     * Checks that nothing starts by itself.
     *
     * @throws IllegalArgumentException if idle lines run in the delivery anyway
     */
    public AlternativeSources {
        if (delivery.response() == Response.RESTART) {
            throw new IllegalArgumentException(
                    "Alternative sources of %s: idle lines run already, under response RESTART. Maybe ask under SURGE."
                            .formatted(delivery.target()));
        }
    }

    /**
     * What adds to the supply of a target on the chain's date, if running lines may make as much as they can.
     *
     * @param target whose supply of what
     */
    public static AlternativeSources of(Target target) {
        return of(Delivery.to(target));
    }

    /**
     * What adds to a delivery on the chain's date.
     *
     * @param delivery what is delivered to whom, under which response
     */
    public static AlternativeSources of(Delivery delivery) {
        return new AlternativeSources(delivery, Optional.empty(), Grouping.COUNTRY_AND_STAGE);
    }

    /**
     * A copy that asks by another day.
     *
     * @param when the day, not before the chain's date
     */
    public AlternativeSources by(LocalDate when) {
        return new AlternativeSources(delivery, Optional.of(when), grouping);
    }

    /**
     * A copy that says what lines hang on by another grouping.
     *
     * @param what what could be lost together
     */
    public AlternativeSources by(Grouping what) {
        return new AlternativeSources(delivery, day, what);
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.lodegraph.flow.IncompleteChainException if the chain lacks the demand that competes with the target
     * @throws IllegalArgumentException if no demand matches the target, or the day lies before the chain's date
     * @throws org.lodegraph.lp.UncertifiedSolutionException if an optimum cannot be certified; never an answer
     */
    @Override
    public Answer on(SupplyChain chain, Run run) {
        return AlternativeSourcesSearch.of(this, chain, run);
    }

    /** Whether a line is there by the day. */
    public enum Readiness {
        /** It is there. */
        READY,
        /** It may be there; nobody says when, or the restart may take longer. */
        POSSIBLE,
        /** It comes later. */
        LATER,
        /** It stands in no known place, so it never runs here. */
        NOWHERE
    }

    /**
     * A line that does not run.
     *
     * @param line the line
     * @param country where it stands
     * @param status idle or planned
     * @param readiness whether it is there by the day
     * @param from the first day on which it could run, at the earliest; empty if nobody says
     * @param capacity what it could make of its reference material before permits; empty if nobody says
     */
    public record Candidate(
            LineId line,
            CountryId country,
            Line.Status status,
            Readiness readiness,
            Optional<LocalDate> from,
            Optional<Figure> capacity) {}

    /**
     * What starting lines brings.
     *
     * @param first how much more the target gets if it is served before all others, in t/a
     * @param shared how much more it gets if all share, in t/a; below zero where others get so much of it
     */
    public record Gain(Range first, Range shared) {

        /** The high end in the sense in which it is larger. */
        double most() {
            return Math.max(first.high(), shared.high());
        }

        Gain hull(Gain other) {
            return new Gain(first.hull(other.first), shared.hull(other.shared));
        }
    }

    /**
     * A line that could add to the target's supply.
     *
     * @param candidate the line
     * @param gain what it brings alone
     * @param hosts products that pay for what it makes of their by-products
     * @param needs groups without which it cannot run, by {@link org.lodegraph.scenario.Scenario#name()}; its own among them
     * @param passes other groups through which everything must pass that it makes for the target; none if it cannot get there
     * @param reaches whether it can run at all and what it makes can get to the target within the rules
     * @param derivation how {@code gain} comes about: delivered with it less delivered without it
     */
    public record Source(
            Candidate candidate,
            Gain gain,
            Set<MaterialId> hosts,
            Set<String> needs,
            Set<String> passes,
            boolean reaches,
            Tree.Node derivation) {

        /** Copies the sets. */
        public Source {
            hosts = ImmutableSet.copyOf(hosts);
            needs = ImmutableSet.copyOf(needs);
            passes = ImmutableSet.copyOf(passes);
        }
    }

    /**
     * Who else could make it.
     *
     * @param question what was asked
     * @param grounds what the answer stands on, on the day
     * @param before what the target gets without any of them, served before all others
     * @param sharing what it gets without any of them, if all share
     * @param sources lines that are there by the day or may be, those first that bring most: by the high end in the sense in
     *     which it is larger, then by what they bring if the target is served first, then if all share, then by name
     * @param together what all of them bring together; at the low end those alone that are surely there
     * @param others lines that come later, or stand nowhere, by name
     * @param groups what people call the groups, by {@link org.lodegraph.scenario.Scenario#name()}
     * @param derivation how {@code together} comes about: delivered with them less delivered without them
     */
    public record Answer(
            AlternativeSources question,
            Grounds grounds,
            Supply before,
            Supply sharing,
            List<Source> sources,
            Gain together,
            List<Candidate> others,
            Map<String, String> groups,
            Tree.Node derivation)
            implements Explained {

        /** Copies the collections. */
        public Answer {
            sources = ImmutableList.copyOf(sources);
            others = ImmutableList.copyOf(others);
            groups = ImmutableMap.copyOf(groups);
        }

        /**
         * One of the lines that are there by the day or may be.
         *
         * @param line the line
         * @return the source; empty if it is none
         */
        public Optional<Source> find(LineId line) {
            return sources.stream()
                    .filter(source -> source.candidate().line().equals(line))
                    .findFirst();
        }

        /** What all lines bring together, and each alone: delivered with it less delivered without it, in either sense. */
        @Override
        public Tree explain() {
            return AlternativeSourcesReport.explanation(this);
        }

        @Override
        public Report show() {
            return AlternativeSourcesReport.of(this);
        }
    }
}
