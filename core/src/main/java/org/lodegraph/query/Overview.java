package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Share;
import org.lodegraph.measure.Source;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.Id;
import org.lodegraph.model.Line;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Query;
import org.lodegraph.model.Run;
import org.lodegraph.model.Stage;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.report.Explained;
import org.lodegraph.report.Network;
import org.lodegraph.report.Report;
import org.lodegraph.report.Tree;

/**
 * What is in a chain: who makes what and how much, who wants it, what is stored, which policies are in force, how few
 * makers there are, and how good the figures are.
 *
 * <p>Nothing is simulated. Outputs and capacities are sums of the figures of lines, ranges that enclose: an output that
 * nobody published is anything up to the capacity. Of a target, only what goes into its material is told, with the host
 * products that are made on the way.
 *
 * <p>A material is marked as narrow if one line alone, one country alone, or one country with at least the
 * {@link #threshold} of the output surely makes it. Only lines count that run on the chain's date and that no technology
 * policy stops; stocks do not, and neither does a feed of unknown origin that is made of nothing and only evens out what is
 * taken and made. How much is made in all is told beside it: a form of which a table lists one country is narrow however
 * little it is, and whether others make it too the table does not say. Narrow is no {@link Chokepoints chokepoint} yet: whether its loss costs a consumer anything,
 * only a delivery says.
 *
 * @param target whose supply of what; empty for all of the chain
 * @param threshold from which share of the output on one country is marked
 */
public record Overview(Optional<Target> target, Share threshold) implements Query<Overview.Answer> {

    /** The version of the method. */
    public static final String METHOD = "lodegraph overview 2";

    /** What the European Union means to get of a strategic raw material from one country at most, by 2030. */
    private static final Share USUAL = Share.percent(65);

    /**
     * Checks the threshold.
     *
     * @throws IllegalArgumentException if it is zero, from which on everything is narrow
     */
    public Overview {
        if (threshold.value() <= 0) {
            throw new IllegalArgumentException(
                    "Overview: everything is narrow from %s on. Maybe 65 %%.".formatted(threshold));
        }
    }

    /**
     * What is in the whole chain?
     *
     * @return the question
     */
    public static Overview of() {
        return new Overview(Optional.empty(), USUAL);
    }

    /**
     * What goes into a supply?
     *
     * @param target whose supply of what
     * @return the question
     */
    public static Overview of(Target target) {
        return new Overview(Optional.of(target), USUAL);
    }

    /**
     * A copy that marks other shares.
     *
     * @param share from which share of the output on one country is marked
     * @return the copy
     */
    public Overview atLeast(Share share) {
        return new Overview(target, share);
    }

    /**
     * What is in it.
     *
     * @throws IllegalArgumentException if the chain has no such demand
     */
    @Override
    public Answer on(SupplyChain chain, Run run) {
        return new OverviewSearch(chain, this, run).answer();
    }

    /**
     * A country at a step.
     *
     * @param country who
     * @param made what its lines were seen to make, down to their figures
     * @param capacity what its running and idle lines could make at most
     * @param share its part of what all make
     */
    public record Maker(CountryId country, Tree.Node made, Range capacity, Range share) {

        /**
         * What its lines were seen to make.
         *
         * @return in the rate unit of the material
         */
        public Range output() {
            return made.amount();
        }
    }

    /**
     * A step: what makes a material at a stage.
     *
     * @param material what is made
     * @param stage at which stage; empty if no recipe says
     * @param makers the countries, the largest first
     * @param made what all were seen to make, those of no country too, down to the figures
     * @param capacity what all running and idle lines could make at most
     * @param nobodys what lines make that are of no country
     * @param nobodysCapacity what these could make at most
     * @param lines how many lines there are, of any status
     * @param unpublished of how many lines that were seen running nobody published the output
     */
    public record Making(
            MaterialId material,
            Optional<Stage> stage,
            List<Maker> makers,
            Tree.Node made,
            Range capacity,
            Range nobodys,
            Range nobodysCapacity,
            int lines,
            int unpublished) {
        /** Copies the list. */
        public Making {
            makers = ImmutableList.copyOf(makers);
        }

        /**
         * Who surely makes most.
         *
         * @return the first of the makers, if whatever is not known leaves no other of them more; empty if it may be another,
         *     or nothing is made
         */
        public Optional<Maker> largest() {
            return makers.stream()
                    .findFirst()
                    .filter(first -> first.output().high() > 0)
                    .filter(first -> makers.stream()
                            .skip(1)
                            .allMatch(other ->
                                    first.output().low() >= other.output().high()));
        }

        /**
         * What all were seen to make.
         *
         * @return in the rate unit of the material
         */
        public Range output() {
            return made.amount();
        }
    }

    /**
     * What somebody wants.
     *
     * @param demand the demand, with its alternatives
     * @param rate how much of its material, in the material's rate unit
     * @param asked whether it is the target's
     */
    public record Wanted(Demand demand, Range rate, boolean asked) {}

    /** Why a material is marked. */
    public enum Why {
        /** One line makes all of it. */
        ONE_LINE,
        /** Several lines do, of one country. */
        ONE_COUNTRY,
        /** Several countries do, and one of them surely has the threshold or more of the output. */
        LARGEST_SHARE
    }

    /**
     * A material that comes through few hands.
     *
     * @param material the material
     * @param why how few
     * @param holder the line or country
     * @param share the part of the output that the country has; all of it where nobody else makes any
     * @param output what all lines that count make, in the rate unit of the material
     */
    public record Narrow(MaterialId material, Why why, Id holder, Range share, Range output) {}

    /**
     * The answer.
     *
     * @param question what was asked
     * @param year the year of the chain
     * @param years the years of the figures, for some of another year may stand in
     * @param date the day on which the chain was read
     * @param materials what is in it, from ore to use
     * @param steps who makes what, from ore to use
     * @param demands who wants what, the largest of each material first
     * @param stocks what is stored, in the ground or above
     * @param policies which policies in force touch it
     * @param narrow the materials that come through few hands, from ore to use
     * @param unsure the materials of which the figures do not say whether one country has the threshold
     * @param network all of it as a network, with what comes through few hands marked
     * @param statuses how many lines there are of each status
     * @param quality how many figures of each kind are of each status
     * @param names what people call the things that are named here
     * @param sources who said the figures
     * @param assumptions what is taken for granted
     */
    public record Answer(
            Overview question,
            int year,
            Set<Integer> years,
            LocalDate date,
            List<MaterialId> materials,
            List<Making> steps,
            List<Wanted> demands,
            List<Stock> stocks,
            List<Policy> policies,
            List<Narrow> narrow,
            List<MaterialId> unsure,
            Network network,
            Map<Line.Status, Integer> statuses,
            Map<FigurePlace.Kind, Map<Figure.Status, Integer>> quality,
            Map<Id, String> names,
            List<Source> sources,
            List<Assumption> assumptions)
            implements Explained {
        /** Copies the collections. */
        public Answer {
            years = ImmutableSet.copyOf(years);
            materials = ImmutableList.copyOf(materials);
            steps = ImmutableList.copyOf(steps);
            demands = ImmutableList.copyOf(demands);
            stocks = ImmutableList.copyOf(stocks);
            policies = ImmutableList.copyOf(policies);
            narrow = ImmutableList.copyOf(narrow);
            unsure = ImmutableList.copyOf(unsure);
            statuses = ImmutableMap.copyOf(statuses);
            quality = ImmutableMap.copyOf(quality);
            names = ImmutableMap.copyOf(names);
            sources = ImmutableList.copyOf(sources);
            assumptions = ImmutableList.copyOf(assumptions);
        }

        /**
         * The steps that make a material.
         *
         * @param material the material
         * @return in the order of the answer; none if nobody makes it
         */
        public List<Making> making(MaterialId material) {
            return steps.stream()
                    .filter(step -> step.material().equals(material))
                    .collect(ImmutableList.toImmutableList());
        }

        /**
         * How a material is marked.
         *
         * @param material the material
         * @return empty if it comes through many hands, or if the figures do not say
         */
        public Optional<Narrow> narrow(MaterialId material) {
            return narrow.stream()
                    .filter(each -> each.material().equals(material))
                    .findFirst();
        }

        /**
         * How many figures have a status.
         *
         * @param status reported, estimated, assumed or unknown
         * @return of every kind together
         */
        public int figures(Figure.Status status) {
            return quality.values().stream()
                    .mapToInt(each -> each.getOrDefault(status, 0))
                    .sum();
        }

        @Override
        public Tree explain() {
            return OverviewReport.explanation(this);
        }

        @Override
        public Report show() {
            return OverviewReport.of(this);
        }
    }
}
