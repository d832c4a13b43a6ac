package org.lodegraph.query;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Shares;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.BlocId;
import org.lodegraph.model.Id;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Party;
import org.lodegraph.model.Query;
import org.lodegraph.model.Run;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.report.Explained;
import org.lodegraph.report.Report;
import org.lodegraph.report.Tree;

/**
 * How concentrated is the making of a material? {@code Concentration.of(material("gallium"), REFINING)}.
 *
 * <p>Shares are of the observed output of all lines that have started, by country, unless a copy says otherwise. An output
 * that nobody looked at is anything up to the line's capacity if the line runs; the output of "other countries" belongs to
 * countries that are not named, and so do goods of unknown origin; both make the answer an interval, which encloses every way
 * to complete what is not known. A yield per ton that is a range may differ from line to line, which widens it.
 *
 * <p>The HHI is the sum of squared shares (Hirschman 1945, <i>National Power and the Structure of Foreign Trade</i>; Herfindahl
 * 1950), of the sum of the rows and never of a rounded world total.
 *
 * @param material what is made, as product or as yield of another
 * @param stage at which step; empty for all steps that make it, of which the release of a stock is none, and neither is a
 *     feed of unknown origin that is made of nothing and only evens out what is taken and made
 * @param level who is held to be one
 * @param measured output or capacity
 * @param blocs which blocs count as one at level BLOC; empty for every bloc of the chain
 * @param among whose lines are compared; empty for the world
 * @param byGovernance whether squared shares are also weighted by the governance of the country
 * @param published the published total, in the material's unit, which narrows what is withheld; as wide as its rounding
 */
public record Concentration(
        MaterialId material,
        Optional<Stage> stage,
        Level level,
        Measured measured,
        List<BlocId> blocs,
        Optional<Party> among,
        boolean byGovernance,
        Optional<Range> published)
        implements Query<Concentration.Answer> {

    /** The version of the method: it changes when the same chain would get another number. */
    public static final String METHOD = "lodegraph concentration 2";

    /** Who is held to be one. */
    public enum Level {
        /** Countries. */
        COUNTRY,
        /** Blocs; a country outside any bloc stays itself. */
        BLOC,
        /** Owners. What has no known owner may be anybody's. */
        OWNER,
        /** Facilities. National aggregates stand for facilities that are not named. */
        FACILITY
    }

    /** What is compared. */
    public enum Measured {
        /** Observed output of the chain's year. */
        OUTPUT,
        /** Effective capacity, else nameplate, as far as permitted, of running and idle lines. */
        CAPACITY
    }

    /**
     * Copies the blocs.
     *
     * @throws IllegalArgumentException if it is weighted at a level that stands in no one country
     */
    public Concentration {
        blocs = ImmutableList.copyOf(blocs);
        if (byGovernance && (level == Level.BLOC || level == Level.OWNER)) {
            throw new IllegalArgumentException(
                    "Concentration of '%s': %s has no governance of its own. Maybe by country or by facility."
                            .formatted(material, level));
        }
    }

    /** Of output, by country, at one step. */
    public static Concentration of(MaterialId material, Stage stage) {
        return of(material).at(Optional.of(stage));
    }

    /** Of output, by country, at whatever step makes the material. */
    public static Concentration of(MaterialId material) {
        return new Concentration(
                material,
                Optional.empty(),
                Level.COUNTRY,
                Measured.OUTPUT,
                ImmutableList.of(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private Concentration at(Optional<Stage> step) {
        return new Concentration(material, step, level, measured, blocs, among, byGovernance, published);
    }

    /** A copy at another level. */
    public Concentration by(Level who) {
        return new Concentration(material, stage, who, measured, blocs, among, byGovernance, published);
    }

    /** A copy at level BLOC in which only these blocs count as one. */
    public Concentration by(BlocId... which) {
        return new Concentration(
                material, stage, Level.BLOC, measured, ImmutableList.copyOf(which), among, byGovernance, published);
    }

    /** A copy that compares capacities. */
    public Concentration ofCapacity() {
        return new Concentration(material, stage, level, Measured.CAPACITY, blocs, among, byGovernance, published);
    }

    /** A copy that compares only lines in one bloc or country. */
    public Concentration among(Party whom) {
        return new Concentration(material, stage, level, measured, blocs, Optional.of(whom), byGovernance, published);
    }

    /**
     * A copy that also weights squared shares by governance: (2.5 - index) / 5, cut to 0..1, for an index on the scale of the
     * Worldwide Governance Indicators (2.5 is best), as GeoPolRisk does (DOI 10.1007/s11367-022-02027-y). A country without
     * an index is left out, never taken as 0 or as average, and the answer says how much of the whole is covered.
     */
    public Concentration weighted() {
        return new Concentration(material, stage, level, measured, blocs, among, true, published);
    }

    /** A copy that knows the published total. Shares stay shares of the rows; a total that contradicts them is reported. */
    public Concentration outOf(Range total) {
        return new Concentration(material, stage, level, measured, blocs, among, byGovernance, Optional.of(total));
    }

    /**
     * The answer.
     *
     * @throws IllegalArgumentException if the chain does not know the material or a bloc, nobody makes the material there, a
     *     country belongs to two blocs, or all amounts are zero
     */
    @Override
    public Answer on(SupplyChain chain, Run run) {
        run.check();
        return new Tally(chain, this).answer();
    }

    /**
     * Somebody who makes the material.
     *
     * @param id a country, a bloc, an owner or a facility
     * @param made how much, in t/a on the material's basis, line by line down to figures; its label is what people call the
     *     holder
     * @param weight governance weight, 0 best to 1 worst; empty if it was not asked for or there is no index
     */
    public record Holder(Id id, Tree.Node made, Optional<Range> weight) {

        /** How people call it. */
        public String name() {
            return made.label();
        }

        /** How much it makes, in t/a on the material's basis. */
        public Range amount() {
            return made.amount();
        }

        /** Under which name {@link Answer#shares()} knows it. */
        String key() {
            return id.kind() + " " + id.value();
        }
    }

    /**
     * How concentrated it is.
     *
     * @param question what was asked
     * @param names what people call the material, and those among whose lines are compared
     * @param unit the unit of every amount: t/a on the material's basis
     * @param year the year of the chain
     * @param years the years of the figures, for some of another year may stand in
     * @param date the day on which the chain was read
     * @param holders who makes the material, largest first
     * @param rest what belongs to holders that are not named, line by line
     * @param anybodys what may belong to anybody, line by line
     * @param sources who said the figures
     * @param assumptions which of the figures are assumed or unknown, and what was assumed of the chain as a whole
     * @param caveats what could mislead a reader
     */
    public record Answer(
            Concentration question,
            Map<Id, String> names,
            Unit unit,
            int year,
            Set<Integer> years,
            LocalDate date,
            List<Holder> holders,
            Tree.Node rest,
            Tree.Node anybodys,
            List<Source> sources,
            List<Assumption> assumptions,
            List<String> caveats)
            implements Explained {

        /** Copies the collections. */
        public Answer {
            names = ImmutableMap.copyOf(names);
            years = ImmutableSet.copyOf(years);
            holders = ImmutableList.copyOf(holders);
            sources = ImmutableList.copyOf(sources);
            assumptions = ImmutableList.copyOf(assumptions);
            caveats = ImmutableList.copyOf(caveats);
        }

        /** The shares that everything else follows from; holders go by kind and id, such as {@code Country CHN}. */
        public Shares shares() {
            return new Shares(
                    holders.stream().collect(toImmutableMap(Holder::key, Holder::amount)),
                    others(),
                    unattributed(),
                    question.published);
        }

        /** What belongs to holders that are not named, in t/a. */
        public Range others() {
            return rest.amount();
        }

        /** What may belong to anybody, in t/a. */
        public Range unattributed() {
            return anybodys.amount();
        }

        /** What the shares are shares of: the sum of the rows. */
        public Range total() {
            Range sum = shares().sum();
            return Range.spanning(sum.low(), sum.high(), unit);
        }

        /** The sum of squared shares, 0..1; 1 is a single holder. */
        public Range hhi() {
            return shares().hhi();
        }

        /** The share of the n largest. */
        public Range top(int n) {
            return shares().top(n);
        }

        /** How many of equal size would be as concentrated: 1/HHI. */
        public Range effectiveSuppliers() {
            return shares().effectiveSuppliers();
        }

        /**
         * The share of one holder.
         *
         * @throws IllegalArgumentException if it is not among the holders
         */
        public Range share(Id id) {
            return holders.stream()
                    .filter(holder -> holder.id().equals(id))
                    .findFirst()
                    .map(holder -> shares().share(holder.key()))
                    .orElseThrow(() -> new IllegalArgumentException("%s '%s': makes no %s here. Maybe one of %s."
                            .formatted(
                                    id.kind(),
                                    id.value(),
                                    question.material,
                                    holders.stream()
                                            .map(holder -> holder.id().value())
                                            .toList())));
        }

        /** The sum of squared shares, each times its weight; empty if not asked for, or nobody has a governance index. */
        public Optional<Range> weightedHhi() {
            ImmutableMap<String, Range> weights = weights();
            if (weights.isEmpty()) {
                return Optional.empty();
            }
            Range best = shares().hhi(ends(weights, Range::low));
            Range worst = shares().hhi(ends(weights, Range::high));
            return Optional.of(best.hull(worst));
        }

        /** The part of the whole whose governance is known; empty if weights were not asked for. */
        public Optional<Range> coverage() {
            return question.byGovernance
                    ? Optional.of(
                            shares().together(ImmutableSet.copyOf(weights().keySet())))
                    : Optional.empty();
        }

        private ImmutableMap<String, Range> weights() {
            return holders.stream()
                    .filter(holder -> holder.weight().isPresent())
                    .collect(toImmutableMap(
                            Holder::key, holder -> holder.weight().orElseThrow()));
        }

        private static ImmutableMap<String, Double> ends(
                ImmutableMap<String, Range> weights, ToDoubleFunction<Range> end) {
            return weights.entrySet().stream()
                    .collect(toImmutableMap(Map.Entry::getKey, entry -> end.applyAsDouble(entry.getValue())));
        }

        /**
         * The HHI as the sum of squared shares, each share as a part of the whole, each amount line by line. Where amounts are
         * ranges, shares are bound to add up to one, so the HHI lies within the sum.
         */
        @Override
        public Tree explain() {
            return ConcentrationReport.explanation(this);
        }

        @Override
        public Report show() {
            return ConcentrationReport.of(this);
        }
    }
}
