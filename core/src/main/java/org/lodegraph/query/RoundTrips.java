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
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Id;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Party;
import org.lodegraph.model.Query;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.report.Explained;
import org.lodegraph.report.Report;
import org.lodegraph.report.Tree;

/**
 * How much of what a country or bloc exports unprocessed comes back to it processed?
 * {@code RoundTrips.of(raw, processed, country("USA"))}.
 *
 * <p>Nobody marks the goods, so the answer is an interval that encloses whatever happened. With R what leaves, k tons of raw
 * material behind a ton of the processed (by the recipes, over all steps), I what comes in processed, P all that lines abroad
 * process, and U what other uses of the raw material, or of what lies between, may take of it abroad, or at home half done:
 *
 * <pre>
 * at most   min(R / k, I)                        neither more than was sent out, nor more than came in
 * at least  max(0, I - (P - max(0, R - U) / k))  what came in beyond all that others' raw material can have become
 * </pre>
 *
 * <p>Where one step of processing lies between and nobody passes goods on, what comes back from a country was sent to it and
 * processed there: both bounds then hold country by country too, and are added up; what nobody saw to whom it went or from
 * whom it came is added to the upper one. Who may have made less than it sends passes goods on, or makes more, by the
 * difference.
 *
 * <p>R and I are at least what links between the bloc and others were observed to carry. At most, where that is more, R is
 * what the bloc digs, and I what it wants and its lines take. Where no link says, R is at least what it digs less what its
 * own lines and consumers may take and what it may throw away, and I what it wants less what its lines make, but no more
 * than what others make beyond all that others may take: nobody says that all wants are met. {@link Known} says which; R may be stated too. Stocks are left
 * alone, and it is taken that what leaves is processed in the same year.
 *
 * @param raw what leaves
 * @param processed what comes back
 * @param home whose round trips
 * @param leaving what leaves in all, in t/a, if somebody counted it; empty to read it off the chain
 */
public record RoundTrips(MaterialId raw, MaterialId processed, Party home, Optional<Figure> leaving)
        implements Query<RoundTrips.Answer> {

    /** The version of the method: it changes when the same chain would get another number. */
    public static final String METHOD = "lodegraph round trips 2";

    /** How a flow over the border is known. */
    public enum Known {
        /** Whoever asked said it. */
        STATED,
        /** It was observed: the links say. */
        OBSERVED,
        /** No link says: it is what a balance at home leaves open. */
        BALANCE
    }

    /**
     * Round trips of a bloc or country.
     *
     * @param raw what leaves
     * @param processed what comes back
     * @param home whose round trips
     */
    public static RoundTrips of(MaterialId raw, MaterialId processed, Party home) {
        return new RoundTrips(raw, processed, home, Optional.empty());
    }

    /** A copy that is told what leaves in all, in t/a, such as published exports. */
    public RoundTrips leaving(Figure tons) {
        return new RoundTrips(raw, processed, home, Optional.of(tons));
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the chain does not know a material or the bloc, or no recipe makes the one of the
     *     other
     */
    @Override
    public Answer on(SupplyChain chain, Run run) {
        return new RoundTripSearch(chain, this, run).answer();
    }

    /**
     * A flow over the border, in t/a.
     *
     * @param crossing how much in all, down to figures
     * @param known how that is known
     * @param partners how much of it to or from whom, as far as it is observed; the largest first
     */
    public record Crossing(Tree.Node crossing, Known known, Map<CountryId, Range> partners) {

        /** Copies the map. */
        public Crossing {
            partners = ImmutableMap.copyOf(partners);
        }

        /** How much in all. */
        public Range tons() {
            Range all = crossing.amount();
            return Range.spanning(all.low(), all.high(), all.unit());
        }
    }

    /**
     * What goes out and comes back.
     *
     * @param question what was asked
     * @param year the year of the chain
     * @param years the years of the figures, for some of another year may stand in
     * @param date the day on which the chain was read
     * @param names what people call the materials, whose round trips they are, and the partners
     * @param out what leaves unprocessed
     * @param in what comes in processed, from wherever
     * @param perTon tons of raw material behind a ton of the processed
     * @param abroad what is processed abroad in all, in t/a of the processed, as far as lines and shipments tell
     * @param coming how much comes back, in t/a of the processed, down to figures
     * @param sources who said the figures
     * @param assumptions which of the figures are assumed or unknown
     */
    public record Answer(
            RoundTrips question,
            int year,
            Set<Integer> years,
            LocalDate date,
            Map<Id, String> names,
            Crossing out,
            Crossing in,
            Range perTon,
            Range abroad,
            Tree.Node coming,
            List<Source> sources,
            List<Assumption> assumptions)
            implements Explained {

        /** Copies the collections. */
        public Answer {
            years = ImmutableSet.copyOf(years);
            names = ImmutableMap.copyOf(names);
            sources = ImmutableList.copyOf(sources);
            assumptions = ImmutableList.copyOf(assumptions);
        }

        /** How much comes back, in t/a of the processed. */
        public Range trip() {
            Range all = coming.amount();
            return Range.spanning(all.low(), all.high(), all.unit());
        }

        /** The part of what comes in that went out before, 0..1; of nothing, nothing. */
        public Range shareOfImports() {
            return part(trip(), in.tons());
        }

        /** The part of what goes out that comes back, 0..1; of nothing, nothing. */
        public Range shareOfExports() {
            Range tons = out.tons();
            return part(new Range(trip().low() * perTon.low(), trip().high() * perTon.high(), tons.unit()), tons);
        }

        /** A part of a whole that it cannot exceed. */
        private static Range part(Range part, Range whole) {
            return Range.spanning(
                    part.low() > 0 ? Math.min(1, part.low() / whole.high()) : 0,
                    part.high() > 0 ? Math.min(1, part.high() / whole.low()) : 0,
                    Unit.SHARE);
        }

        /**
         * How much comes back: at least what comes in beyond all that others' raw material can have become, at most the smaller of
         * what left and what comes in; each down to what was seen at borders and made by lines.
         */
        @Override
        public Tree explain() {
            return RoundTripReport.explanation(this);
        }

        @Override
        public Report show() {
            return RoundTripReport.of(this);
        }
    }
}
