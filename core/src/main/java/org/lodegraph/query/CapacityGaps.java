package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Grounds;
import org.lodegraph.flow.Supply;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Party;
import org.lodegraph.model.Query;
import org.lodegraph.model.Run;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Explained;
import org.lodegraph.report.Report;
import org.lodegraph.report.Tree;

/**
 * Where is capacity missing between the mine and what somebody wants? {@code CapacityGaps.of(target).within(bloc)}.
 *
 * <p>Two answers stand side by side. The <em>ladder</em> holds each stage by itself against what the target asks of it: a
 * stage that falls short is a gap whatever the others do. What the suppliers can do <em>alone</em>, from end to end, is a
 * {@link Delivery} of the chain that has only their lines and stocks, the target served first: it also counts that a
 * circuit stands beside its own host, and that one capacity serves several uses. No stage of the ladder may be missing and
 * still nothing arrive; but where a stage is surely missing, not everything arrives.
 *
 * @param delivery what is wanted by whom, under which response
 * @param suppliers whose lines and stocks count, besides what is taken as unlimited; empty for the target's own
 * @param benchmark how much of the use is to be covered at each stage
 * @param growth by how much the use grows in a year, such as 0.05; below zero if it shrinks
 * @param until the last calendar year of the outlook; without one if it is not after the chain's
 * @param largestSet up to how many partners are looked for who close the gap together
 */
public record CapacityGaps(
        Delivery delivery, Set<Party> suppliers, Benchmark benchmark, double growth, int until, int largestSet)
        implements Query<CapacityGaps.Answer> {

    /** Named in every answer; it changes when an answer to the same question would. */
    public static final String METHOD = "lodegraph capacity gaps 3";

    private static final int MOST_YEARS = 200;
    private static final int USUAL_SET = 2;

    /**
     * Copies the suppliers and checks the outlook.
     *
     * @throws IllegalArgumentException if growth is not a number above -1, or fewer than no partners are looked for
     */
    public CapacityGaps {
        suppliers = ImmutableSet.copyOf(suppliers);
        if (!(growth > -1) || growth == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("Capacity gaps of %s: use grows by %s in a year. Maybe 0.05 for 5 %%."
                    .formatted(delivery.target(), growth));
        }
        if (largestSet < 0) {
            throw new IllegalArgumentException("Capacity gaps of %s: sets of up to %s partners. Maybe 0 for none."
                    .formatted(delivery.target(), largestSet));
        }
    }

    /**
     * What a target's own lines can do for it, if running lines may make as much as they can.
     *
     * @param target whose use of what
     */
    public static CapacityGaps of(Target target) {
        return of(Delivery.to(target));
    }

    /**
     * What a target's own lines can do for it.
     *
     * @param delivery what is wanted by whom, under which response
     */
    public static CapacityGaps of(Delivery delivery) {
        return new CapacityGaps(delivery, ImmutableSet.of(), Benchmark.OWN_USE, 0, 0, USUAL_SET);
    }

    /**
     * A copy that counts the lines of others.
     *
     * @param parties countries and blocs, all that may supply
     */
    public CapacityGaps within(Party... parties) {
        return new CapacityGaps(delivery, ImmutableSet.copyOf(parties), benchmark, growth, until, largestSet);
    }

    /**
     * A copy held against a benchmark.
     *
     * @param what how much of the use is to be covered at each stage
     */
    public CapacityGaps against(Benchmark what) {
        return new CapacityGaps(delivery, suppliers, what, growth, until, largestSet);
    }

    /**
     * A copy that also looks ahead, with lines that are planned from a day on.
     *
     * @param perYear by how much the use grows in a year, such as 0.05
     * @param year the last calendar year
     */
    public CapacityGaps growing(double perYear, int year) {
        return new CapacityGaps(delivery, suppliers, benchmark, perYear, year, largestSet);
    }

    /**
     * A copy that looks for larger sets of partners. Above 3 be patient.
     *
     * @param partners up to how many; 0 for none
     */
    public CapacityGaps partnersUpTo(int partners) {
        return new CapacityGaps(delivery, suppliers, benchmark, growth, until, partners);
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.lodegraph.flow.IncompleteChainException if the chain lacks the demand that competes with the target
     * @throws IllegalArgumentException if no demand matches the target, a supplier has no members on the day, or the outlook
     *     is longer than 200 years
     * @throws org.lodegraph.lp.UncertifiedSolutionException if an optimum cannot be certified; never an answer
     */
    @Override
    public Answer on(SupplyChain chain, Run run) {
        if (until - chain.year() > MOST_YEARS) {
            throw new IllegalArgumentException("Capacity gaps of %s: an outlook until %s. Maybe at most %s years."
                    .formatted(delivery.target(), until, MOST_YEARS));
        }
        return new GapSearch(this, chain, run).answer();
    }

    /**
     * One stage: a material on the way, what the target asks of it, and what the suppliers have there. Amounts are t/a of the
     * material, on its basis.
     *
     * @param material what is made there
     * @param stages by which steps; empty if the recipes name none
     * @param unlimited whether it is taken as unlimited, because the chain ends here
     * @param needing how much must be had: at least what is left after all that other recipes, stocks and alternatives of the
     *     suppliers could give in its place, at most after what they surely can, of inputs taken as unlimited; from the cheapest to the
     *     dearest recipe, and from the low to the high end of all figures; down to the needs of the stages that it feeds
     * @param throughput the same if nothing else could
     * @param nameplate capacity by design
     * @param effective after availability
     * @param permitting as far as licences and technology policies allow, and at least what running lines were seen to make;
     *     what counts, line by line
     * @param idle of lines that stand still, as far as permitted, if the response does not count them anyway
     * @param planned of lines that are planned, as far as permitted
     * @param drawing what comes from stocks above ground in the year, if the delivery draws them
     * @param reserves what lies in the ground, in t
     */
    public record Rung(
            MaterialId material,
            Set<Stage> stages,
            boolean unlimited,
            Tree.Node needing,
            Range throughput,
            Range nameplate,
            Range effective,
            Tree.Node permitting,
            Range idle,
            Range planned,
            Tree.Node drawing,
            Range reserves) {

        /** Puts the stages in order. */
        public Rung {
            stages = Sets.immutableEnumSet(stages);
        }

        /** How much must be had. */
        public Range need() {
            return needing.amount();
        }

        /** Capacity as far as licences and technology policies allow, and at least what running lines were seen to make. */
        public Range permitted() {
            return permitting.amount();
        }

        /** What comes from stocks above ground in the year, if the delivery draws them. */
        public Range drawn() {
            return drawing.amount();
        }

        /** What is missing, in t/a: nothing of what is taken as unlimited. */
        public Range gap() {
            return missing().amount();
        }

        /** How {@link #gap()} comes about: the need beyond what can be had. */
        Tree.Node missing() {
            String label = "missing of %s".formatted(material);
            return unlimited
                    ? Derivation.given(
                            label, Range.exactly(0, need().unit()), "taken as unlimited: the chain ends here")
                    : Derivation.beyond(
                            label,
                            needing,
                            Derivation.sum(
                                    "can be had",
                                    need().unit(),
                                    drawn().high() > 0 ? List.of(permitting, drawing) : List.of(permitting)));
        }

        /** What can be had there in the year: permitted capacity, and what is drawn from stocks. */
        public Range available() {
            return permitted().plus(drawn());
        }

        /** The part of the need that this covers, 0..1. */
        public Range covered() {
            Range available = available();
            return new Range(part(available.low(), need().high()), part(available.high(), need().low()), Unit.SHARE);
        }

        private double part(double has, double needs) {
            return unlimited || has >= needs ? 1 : Double.isInfinite(needs) ? 0 : has / needs;
        }

        /** Whether something is missing however the figures are read. */
        public boolean isMissing() {
            return gap().low() > 0;
        }

        /** Whether something may be missing. */
        public boolean mayBeMissing() {
            return gap().high() > 0;
        }
    }

    /**
     * A part of the benchmark at one stage.
     *
     * @param part what is wanted
     * @param materials where: one material, or several that stand in for each other, so that what each covers adds up; none
     *     if the chain has nothing to make at these stages
     * @param reached capacity at these stages over the throughput that the whole use asks for, 0..1 or above; unknown without
     *     a material
     */
    public record Check(Benchmark.Part part, Set<MaterialId> materials, Range reached) {
        /** Copies the materials. */
        public Check {
            materials = ImmutableSet.copyOf(materials);
        }

        /** Whether it is surely reached. */
        public boolean isMet() {
            return reached.low() >= part.share().value();
        }

        /** Whether it may be reached. */
        public boolean mayBeMet() {
            return reached.high() >= part.share().value();
        }
    }

    /**
     * How much of the use at one material hangs on one country outside.
     *
     * @param material where
     * @param country who was seen to make most of what is made outside the suppliers; empty if nobody was
     * @param share the part of the use that would come from there: what the suppliers cannot make, bought in proportion to what
     *     others were seen to make; if nobody was seen, anything up to all that they cannot make; 0..1
     */
    public record Dependence(MaterialId material, Optional<CountryId> country, Range share) {}

    /**
     * The gaps of one year.
     *
     * @param year the calendar year; lines and rules as on its last day
     * @param wanted of the target's material, in t/a
     * @param rungs from the mine on; what is planned counts from its day
     */
    public record Year(int year, Range wanted, List<Rung> rungs) {
        /** Copies the rungs. */
        public Year {
            rungs = ImmutableList.copyOf(rungs);
        }
    }

    /**
     * What one more supplier adds.
     *
     * @param country who
     * @param together what the suppliers and this country can deliver alone
     * @param added how much more that is, in t/a, over the readings tried: a loss of this country, as in
     *     {@link org.lodegraph.flow.Loss#lost()}
     * @param bound what {@code added} cannot go beyond, as in {@link org.lodegraph.flow.Loss#bound()}
     * @param fills where something is surely missing without this country, and not surely with it
     * @param derivation how {@code added} comes about: delivered with this country less delivered without it
     */
    public record Partner(
            CountryId country,
            Supply together,
            Range added,
            Range bound,
            List<MaterialId> fills,
            Tree.Node derivation) {
        /** Copies the list. */
        public Partner {
            fills = ImmutableList.copyOf(fills);
        }
    }

    /**
     * Where capacity is missing.
     *
     * @param question what was asked
     * @param grounds what the answer stands on
     * @param suppliers whose lines and stocks count
     * @param wanted of the target's material, in t/a
     * @param rungs the ladder, from the mine on
     * @param loops inputs that are made of what they help to make; their return is not counted as a need
     * @param alone what the suppliers can deliver from end to end, the target served first
     * @param delivering how that comes about: price times limit
     * @param checks the benchmark, part by part; empty if it is one's own whole use
     * @param dependence how much hangs on one country outside; empty if the benchmark does not ask
     * @param years the outlook, year by year; empty without one
     * @param awaited planned lines that the outlook counts from their day, in words
     * @param partners who could join, what adds most first
     * @param closing the smallest sets of partners with whom all that is wanted surely arrives; one empty set if it does
     *     without any; none if no set of the size that was searched does
     * @param perhapsClosing the same, if figures may be read as they favor it
     * @param read what of the figures on the ladder is assumed or unknown
     */
    public record Answer(
            CapacityGaps question,
            Grounds grounds,
            Set<CountryId> suppliers,
            Range wanted,
            List<Rung> rungs,
            Set<MaterialId> loops,
            Supply alone,
            Tree.Node delivering,
            List<Check> checks,
            List<Dependence> dependence,
            List<Year> years,
            List<String> awaited,
            List<Partner> partners,
            List<Set<CountryId>> closing,
            List<Set<CountryId>> perhapsClosing,
            List<Assumption> read)
            implements Explained {

        /** Copies the collections. */
        public Answer {
            suppliers = ImmutableSet.copyOf(suppliers);
            rungs = ImmutableList.copyOf(rungs);
            loops = ImmutableSet.copyOf(loops);
            checks = ImmutableList.copyOf(checks);
            dependence = ImmutableList.copyOf(dependence);
            years = ImmutableList.copyOf(years);
            awaited = ImmutableList.copyOf(awaited);
            partners = ImmutableList.copyOf(partners);
            closing = copy(closing);
            perhapsClosing = copy(perhapsClosing);
            read = ImmutableList.copyOf(read);
        }

        private static ImmutableList<Set<CountryId>> copy(List<Set<CountryId>> sets) {
            return sets.stream().<Set<CountryId>>map(ImmutableSet::copyOf).collect(ImmutableList.toImmutableList());
        }

        /** The first stage from the mine on at which something is surely missing. */
        public Optional<Rung> firstMissing() {
            return rungs.stream().filter(Rung::isMissing).findFirst();
        }

        /** The stages at which something may be missing, from the mine on. */
        public List<Rung> mayBeMissing() {
            return rungs.stream().filter(Rung::mayBeMissing).collect(ImmutableList.toImmutableList());
        }

        /**
         * The stage that makes a material.
         *
         * @param material the material
         * @return empty if it is not on the way
         */
        public Optional<Rung> find(MaterialId material) {
            return rungs.stream()
                    .filter(rung -> rung.material().equals(material))
                    .findFirst();
        }

        /** A smallest set of partners with whom all that is wanted surely arrives, the first by name. */
        public Optional<Set<CountryId>> smallestClosing() {
            return closing.stream().findFirst();
        }

        /**
         * Stage by stage from the material up to the mine, what is missing: the need, as the needs of the stages that it feeds
         * times what their recipes take, beyond what lines can make; then what the suppliers deliver alone, and what partners
         * add.
         */
        @Override
        public Tree explain() {
            return CapacityGapsReport.explanation(this);
        }

        @Override
        public Report show() {
            return CapacityGapsReport.of(this);
        }
    }
}
