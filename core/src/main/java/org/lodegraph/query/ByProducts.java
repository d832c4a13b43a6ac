package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lodegraph.graph.ByProductLink;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.FacilityId;
import org.lodegraph.model.LineId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Party;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Query;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.report.Explained;
import org.lodegraph.report.Report;
import org.lodegraph.report.Tree;

/**
 * How much of a companion metal the hosts could give, and how much the circuits could take?
 * {@code ByProducts.of(material("gallium"))}.
 *
 * <p>A companion is capped twice, in each facility: by the host, which runs for its own product, as host output x what comes
 * along x recovery, with circuits and the steps before them without limit; and by the circuit that takes it, and the steps
 * before it, with streams without limit. What can be made is the smaller of the two if one stream goes one way. Otherwise
 * it is the most that a generalized flow with gains brings (streams, steps, companion; steps share streams, recipes share
 * lines), solved as a small linear program: less than either cap where one stream is plenty and another's circuit is too.
 * What a host yields of the companion itself, without a circuit, comes on top, and is part of what it could give. A line
 * that yields it by one recipe and leaves a stream by another is read twice, so that its range is wider than any mix.
 * What circuits that run for something else yield of it is left out.
 *
 * <p>Every cap is monotone in every figure, so its ends are at the ends of the figures. Hosts are taken as they run: they
 * run for their own product, so a companion's price does not make them run more; a line that runs one host recipe or another
 * may run any mix. Streams that no host leaves, and what steps take besides, are taken as unlimited; what one host takes of
 * another's stream is not taken off. Only recipes that technology rules leave to a line count. Facilities that have a host
 * and no circuit are listed too: what they could give if one were built.
 *
 * @param material the companion
 * @param among whose facilities are listed; empty for the world
 */
public record ByProducts(MaterialId material, Optional<Party> among) implements Query<ByProducts.Answer> {

    /** The version of the method: it changes when the same chain would get another number. */
    public static final String METHOD = "lodegraph by-products 7";

    /** What keeps a facility from making more. */
    public enum Binds {
        /** The host: its stream holds no more. */
        HOST,
        /** The circuit: the stream holds more than it takes. */
        CIRCUIT,
        /** One, the other or both, depending on figures that are not known well enough. */
        EITHER,
        /** Here the one, there the other: more of either alone would bring more. */
        BOTH,
        /** There is no circuit that may run. */
        NO_CIRCUIT
    }

    /** In the world. */
    public static ByProducts of(MaterialId material) {
        return new ByProducts(material, Optional.empty());
    }

    /** A copy for one bloc or country. */
    public ByProducts in(Party whom) {
        return new ByProducts(material, Optional.of(whom));
    }

    /**
     * The answer.
     *
     * @throws IllegalArgumentException if the chain does not know the material or the bloc, or no recipe makes the material
     *     from a stream that a host leaves at its site
     */
    @Override
    public Answer on(SupplyChain chain, Run run) {
        run.check();
        return new ByProductSites(this, chain, run).answer();
    }

    /**
     * One facility. Amounts are t/a on the companion's basis.
     *
     * @param facility its id
     * @param name how people call it
     * @param country where it stands
     * @param host what the hosts could give, in t/a of the companion; empty if the circuits live on a stream whose host is not
     *     in the chain, so that nobody knows
     * @param ceiling what they could give with the best of all circuits in the chain at its best recovery, whatever stands
     *     there; empty as {@code host} is
     * @param direct what hosts yield themselves, without a circuit; a part of {@code host} and of {@code supply}
     * @param circuits what the steps that stand could make, running or idle, if hosts left as much as they take
     * @param supply what hosts yield themselves, and what can be made with the steps that stand of what they leave; never
     *     above the host cap, nor the circuits' beside {@code direct}, and below both where some streams fall short and some steps are full
     * @param slack what the hosts could give beyond that; empty as {@code host} is
     * @param binds which cap keeps it from making more, at every end of the figures; the circuit, if nobody knows the host's
     * @param planned what planned circuits could take, but for those that a technology policy keeps from running; one without
     *     a day counts, since no policy stops it before it has one
     * @param barred lines that a technology policy keeps from a recipe on the way, with the policy; what they were seen to make
     *     is made all the same, and no part of what could be
     * @param output what the hosts yield themselves, and what the circuits were seen to make; what nobody looked at is anything up to what can be made
     * @param derivation how the supply comes about, down to figures
     */
    public record Site(
            FacilityId facility,
            String name,
            CountryId country,
            Optional<Range> host,
            Optional<Range> ceiling,
            Range direct,
            Range circuits,
            Range supply,
            Optional<Range> slack,
            Binds binds,
            Range planned,
            Map<LineId, Policy> barred,
            Range output,
            Tree.Node derivation) {

        /** Copies the map. */
        public Site {
            barred = ImmutableMap.copyOf(barred);
        }

        /** Whether it was seen to make more than its host could give: one of the figures is wrong, or a host is missing. */
        public boolean isConflict() {
            return host.map(cap -> Numbers.published(output.low()) > Numbers.published(cap.high()))
                    .orElse(false);
        }
    }

    /**
     * Both caps, facility by facility.
     *
     * @param question what was asked
     * @param unit the unit of every amount: t/a on the companion's basis
     * @param years the years of the figures, for some of another year may stand in
     * @param date the day on which the chain was read
     * @param links how it comes along with which host, by host
     * @param sites the facilities, largest potential first
     * @param others what the hosts of "other countries" could give: somewhere in the world and in no place, so they are no
     *     site, and nothing if one bloc or country was asked about; without a limit if nobody knows one of them
     * @param companionality the part of what is made that comes along with a host, 0..1; where the chain ends at a stream
     *     that is neither ore nor scrap, a host may stand behind it; empty if nothing is made
     * @param sources who said the figures
     * @param assumptions which of the figures are assumed or unknown
     */
    public record Answer(
            ByProducts question,
            Unit unit,
            Set<Integer> years,
            LocalDate date,
            List<ByProductLink> links,
            List<Site> sites,
            Range others,
            Optional<Range> companionality,
            List<Source> sources,
            List<Assumption> assumptions)
            implements Explained {

        /** Copies the lists. */
        public Answer {
            years = ImmutableSet.copyOf(years);
            links = ImmutableList.copyOf(links);
            sites = ImmutableList.copyOf(sites);
            sources = ImmutableList.copyOf(sources);
            assumptions = ImmutableList.copyOf(assumptions);
        }

        /** What the hosts could give in all, "other countries" too: any more than the known ones, if some nobody knows. */
        public Range potential() {
            Range known = placed().plus(others);
            return Range.spanning(
                    known.low(), ofUnknownHost().isEmpty() ? known.high() : Double.POSITIVE_INFINITY, unit);
        }

        /** Facilities of which nobody knows what the hosts could give, since these are not in the chain. */
        public List<Site> ofUnknownHost() {
            return sites.stream().filter(site -> site.host().isEmpty()).collect(ImmutableList.toImmutableList());
        }

        /** What known hosts in named places could give in all: the base of {@link #ceiling()} and {@link #utilization()}. */
        public Range placed() {
            return sum(site -> site.host().orElse(Range.exactly(0, unit)));
        }

        /**
         * What known hosts in named places could give in all if each had the best circuit in the chain at its best recovery:
         * the ceiling under full recovery. Its low end is at the least content, its high end at the most.
         */
        public Range ceiling() {
            return sum(site -> site.ceiling().orElse(Range.exactly(0, unit)));
        }

        /** What the circuits that stand could take in all. */
        public Range circuits() {
            return sum(Site::circuits);
        }

        /** What hosts yield themselves in all, without a circuit. */
        public Range direct() {
            return sum(Site::direct);
        }

        /** What planned circuits could take in all. */
        public Range planned() {
            return sum(Site::planned);
        }

        /** What can be made in all with the circuits that stand. */
        public Range supply() {
            return sum(Site::supply);
        }

        /** What was seen to be made in all. */
        public Range output() {
            return sum(Site::output);
        }

        /** Facilities whose figures contradict each other: seen to make more than their host could give. */
        public List<Site> conflicts() {
            return sites.stream().filter(Site::isConflict).collect(ImmutableList.toImmutableList());
        }

        /** The part of {@link #placed()} that is used: output of the same facilities over that; empty if it is nothing. */
        public Optional<Range> utilization() {
            Range all = placed();
            Range made = besideKnownHosts();
            return all.low() > 0
                    ? Optional.of(Range.spanning(made.low() / all.high(), made.high() / all.low(), Unit.SHARE))
                    : Optional.empty();
        }

        /** What was seen to be made at facilities whose host is known. */
        Range besideKnownHosts() {
            return sum(site -> site.host().isPresent() ? site.output() : Range.exactly(0, unit));
        }

        private Range sum(Function<Site, Range> part) {
            Range all = sites.stream().map(part).reduce(Range.exactly(0, unit), Range::plus);
            return Range.spanning(all.low(), all.high(), unit);
        }

        /**
         * How {@link #supply()} comes about: facility by facility the smaller of what hosts could give and circuits could
         * take, down to outputs, yields, recoveries and capacities. Facilities that can make nothing are left out.
         */
        @Override
        public Tree explain() {
            return ByProductsReport.explanation(this);
        }

        @Override
        public Report show() {
            return ByProductsReport.of(this);
        }
    }
}
