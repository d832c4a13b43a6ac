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
 * What happens to every companion if a host makes less, or more? {@code HostSwing.of(material("zinc"), -0.3)}.
 *
 * <p>In each facility a companion is capped by its host and by its circuit. Where the circuit binds, the host leaves more than
 * is taken: that slack has to be used up before the companion loses anything, and more host brings nothing. So
 *
 * <pre>
 * loss = S - min(circuit, (1 - x) host),  S = min(circuit, host)
 * </pre>
 *
 * for each stream of a facility, and only then summed: slack in one place does not help another. A linear echo, x of all
 * that is made, overstates the loss wherever there is slack. What another host in the same facility gives stays. What
 * a host yields of the companion itself, without a circuit, knows no slack and swings as the host does, on top. Where
 * streams share steps or lines, S is what {@link ByProducts} finds that can be made, before and after.
 *
 * <p>Ranges enclose: for each stream the extremes of the formula over what host and circuit may be; where streams share
 * steps, the ends before beside the ends after, and no more than x of what the swinging hosts bring, since S is concave in
 * what hosts leave. The host's content and recovery are the same figures everywhere, so a sum over facilities may not be
 * attained. A line that can also live on something no host leaves may find all or nothing of it. Circuits are not built here, and
 * every host in question swings by the same part. Which smelters would close is not known to the query: losing all hosts of
 * a facility is asked with {@code in(country)} or on a chain that lacks it.
 *
 * @param host the product that pays
 * @param by how much more of it is made: -0.3 for 30 % less; at least -1
 * @param where whose facilities swing; empty for all
 */
public record HostSwing(MaterialId host, double by, Optional<Party> where) implements Query<HostSwing.Answer> {

    /** The version of the method: it changes when the same chain would get another number. */
    public static final String METHOD = "lodegraph host swing 3";

    /**
     * Checks the swing.
     *
     * @throws IllegalArgumentException if it is below -1 or not finite
     */
    public HostSwing {
        if (!(by >= -1) || Double.isInfinite(by)) {
            throw new IllegalArgumentException(
                    "Host '%s': it swings by %s. Maybe -0.3 for 30 %% less.".formatted(host, by));
        }
    }

    /**
     * Everywhere.
     *
     * @param host the product that pays
     * @param by how much more of it is made: -0.3 for 30 % less
     */
    public static HostSwing of(MaterialId host, double by) {
        return new HostSwing(host, by, Optional.empty());
    }

    /** A copy for one bloc or country. */
    public HostSwing in(Party whom) {
        return new HostSwing(host, by, Optional.of(whom));
    }

    /**
     * The answer.
     *
     * @throws IllegalArgumentException if the chain does not know the material or the bloc, or nothing comes along with the
     *     material
     */
    @Override
    public Answer on(SupplyChain chain, Run run) {
        return new HostSwingSearch(this, chain, run).answer();
    }

    /**
     * One facility that swings. Amounts are t/a of the companion.
     *
     * @param facility its id
     * @param name how people call it
     * @param country where it stands
     * @param host what its swinging hosts could give before
     * @param hosts what all its hosts could; empty if some circuits live on a stream whose host is not in the chain
     * @param circuits what its circuits that stand could take
     * @param barred lines that a technology policy keeps from a recipe on the way, with the policy; what they were seen to make
     *     is made all the same, and no part of what could be; they lose nothing
     * @param output what they were seen to make, with what hosts yield without them
     * @param changing how much more could be made; below zero if less; down to figures
     * @param losing how much of what was made can no longer be made, down to figures
     */
    public record Site(
            FacilityId facility,
            String name,
            CountryId country,
            Range host,
            Optional<Range> hosts,
            Range circuits,
            Map<LineId, Policy> barred,
            Range output,
            Tree.Node changing,
            Tree.Node losing) {

        /** Copies the map. */
        public Site {
            barred = ImmutableMap.copyOf(barred);
        }

        /** How much more could be made; below zero if less. */
        public Range change() {
            return changing.amount();
        }

        /** How much of what was made can no longer be made. */
        public Range lost() {
            return losing.amount();
        }

        /** Whether it was seen to make more than its hosts could give: one of the figures is wrong, or a host is missing. */
        public boolean isConflict() {
            return hosts.map(cap -> Numbers.published(output.low()) > Numbers.published(cap.high()))
                    .orElse(false);
        }
    }

    /**
     * One companion. Amounts are t/a on its basis.
     *
     * @param material what comes along
     * @param unit t/a on its basis
     * @param sites the facilities that swing, largest host first; those without a circuit too
     * @param made what is made of it in all places, by this host or not
     */
    public record Companion(MaterialId material, Unit unit, List<Site> sites, Range made) {
        /** Copies the list. */
        public Companion {
            sites = ImmutableList.copyOf(sites);
        }

        /** How much more could be made in all; below zero if less. */
        public Range change() {
            return sum(Site::change);
        }

        /** How much of what was made can no longer be made. */
        public Range lost() {
            return sum(Site::lost);
        }

        /** What the facilities that swing were seen to make, in t/a. */
        public Range output() {
            return sum(Site::output);
        }

        /** What a linear echo would say is lost of what those facilities make: shown to be compared, not to be believed. */
        public Range echo(double by) {
            return output().times(Math.max(0, -by));
        }

        private Range sum(Function<Site, Range> part) {
            Range all = sites.stream().map(part).reduce(Range.exactly(0, unit), Range::plus);
            return new Range(Numbers.published(all.low()), Numbers.published(all.high()), unit);
        }
    }

    /**
     * What happens to each companion.
     *
     * @param question what was asked
     * @param years the years of the figures, for some of another year may stand in
     * @param date the day on which the chain was read
     * @param companions those that a circuit takes, by name, with what hosts yield of them beside it
     * @param direct what comes along without any circuit, so that it swings as its host does
     * @param beside what circuits for something else yield of what the host leaves: capped as these are, and not reckoned here
     * @param sources who said the figures
     * @param assumptions which of the figures are assumed or unknown
     */
    public record Answer(
            HostSwing question,
            Set<Integer> years,
            LocalDate date,
            List<Companion> companions,
            Set<MaterialId> direct,
            Set<MaterialId> beside,
            List<Source> sources,
            List<Assumption> assumptions)
            implements Explained {

        /** Copies the collections. */
        public Answer {
            years = ImmutableSet.copyOf(years);
            companions = ImmutableList.copyOf(companions);
            direct = ImmutableSet.copyOf(direct);
            beside = ImmutableSet.copyOf(beside);
            sources = ImmutableList.copyOf(sources);
            assumptions = ImmutableList.copyOf(assumptions);
        }

        /**
         * A companion that a circuit takes.
         *
         * @param material the companion
         * @return empty if it does not come along with the host, or without a circuit
         */
        public Optional<Companion> find(MaterialId material) {
            return companions.stream()
                    .filter(companion -> companion.material().equals(material))
                    .findFirst();
        }

        /**
         * Facility by facility, what is lost of what is made, and how much more or less could be made: the smaller of hosts and
         * circuits afterwards beside that before.
         */
        @Override
        public Tree explain() {
            return HostSwingReport.explanation(this);
        }

        @Override
        public Report show() {
            return HostSwingReport.of(this);
        }
    }
}
