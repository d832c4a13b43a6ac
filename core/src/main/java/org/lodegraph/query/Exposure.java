package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Grounds;
import org.lodegraph.flow.Response;
import org.lodegraph.flow.Supply;
import org.lodegraph.flow.Tracing;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.LineId;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Query;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.report.Explained;
import org.lodegraph.report.Report;
import org.lodegraph.report.Tree;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Scenario;

/**
 * Through whose hands does a supply pass, and who depends most on one of them? {@code Exposure.of(target).by(COUNTRY)}.
 *
 * <p>Exposure to a group is the share of what a consumer gets that has passed through a line, a link or a stock of the group
 * anywhere upstream, by proportional mixing: all that comes into a pool (a material where it is made, or where it is used)
 * mixes there, and whatever is drawn has the mix. A run needs every input, so its product is exposed as the input of which
 * most has passed through the group: the largest, never the sum. What passes through several groups counts for each, so
 * shares of groups overlap and never add up to anything.
 *
 * <p>It is also what the consumer would lack at once if the group stopped, nobody rerouted, and each pool shared its shortage
 * in proportion: the downstream cascade of Diem et al. 2022 (DOI 10.1038/s41598-022-11522-z) with every input essential and
 * nobody replaced. What could be avoided by rerouting is a question of chokepoints.
 *
 * <p>Whatever the grouping, figures are read in the same ways: all alike, and for each country, each country at a stage and each
 * group that is asked about its supply against what stands in for it and against all others. So a part never reaches further
 * than the whole, in one answer or between countries and their stages; other groupings, whose groups add readings, may reach
 * further than these.
 *
 * <p>The flows are those of a {@link Delivery delivery} in which all share. What is unmet is no supply, so no part of any
 * share; a demand that an alternative serves is exposed as the alternative is; what a boundary material or a stock was made
 * of is not known here and counts as passing nothing upstream of it.
 *
 * @param delivery what is delivered to whom, under which response
 * @param grouping through whose hands
 */
public record Exposure(Delivery delivery, Grouping grouping) implements Query<Exposure.Answer> {

    /** Named in every answer; it changes when an answer to the same question would. */
    public static final String METHOD = "lodegraph exposure 4";

    /**
     * By country and stage, if running lines may make as much as they can.
     *
     * @param target whose supply of what
     */
    public static Exposure of(Target target) {
        return of(Delivery.to(target));
    }

    /**
     * By country and stage, in the flows of a delivery.
     *
     * @param delivery what is delivered to whom, under which response
     */
    public static Exposure of(Delivery delivery) {
        return new Exposure(delivery, Grouping.COUNTRY_AND_STAGE);
    }

    /**
     * A copy with another grouping.
     *
     * @param hands through whose hands
     */
    public Exposure by(Grouping hands) {
        return new Exposure(delivery, hands);
    }

    /**
     * A copy under another response.
     *
     * @param what what may run
     */
    public Exposure under(Response what) {
        return new Exposure(delivery.under(what), grouping);
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.lodegraph.flow.IncompleteChainException if the chain lacks the demand that competes with the target
     * @throws IllegalArgumentException if no demand matches the target, or two groups have one name
     * @throws org.lodegraph.lp.UncertifiedSolutionException if an optimum cannot be certified; never an answer
     */
    @Override
    public Answer on(SupplyChain chain, Run run) {
        List<Scenario> groups = grouping.in(chain);
        Tracing tracing = Tracing.of(delivery, chain, run).against(readFor(groups, chain), run);
        List<Supplier<Tracing.Passage>> parts = new ArrayList<>();
        groups.forEach(group -> parts.add(() -> tracing.passage(group.outage(chain), run)));
        List<Tracing.Passage> passages = run.all("exposure of " + delivery.target(), parts);
        Set<LineId> anySize = AnySize.in(chain, tracing.consumers());
        List<Exposed> exposed = new ArrayList<>();
        ImmutableMap.Builder<String, Tree.Node> derivations = ImmutableMap.builder();
        for (int i = 0; i < groups.size(); i++) {
            String group = groups.get(i).name();
            Tracing.Passage passage = widened(passages.get(i), groups.get(i).outage(chain), anySize, tracing);
            exposed.addAll(exposed(group, passage));
            derivations.put(group, passage.derivation());
        }
        return new Answer(
                this,
                tracing.grounds(),
                groups.stream().collect(ImmutableMap.toImmutableMap(Scenario::name, Contingencies::name)),
                tracing.consumers().stream()
                        .collect(ImmutableMap.toImmutableMap(consumer -> consumer, tracing::supply)),
                exposed.stream().sorted(Exposed.MOST_FIRST).toList(),
                derivations.buildOrThrow(),
                unplaced(chain)
                        .map(lines -> widened(tracing.passage(lines, run), lines, anySize, tracing))
                        .map(passage -> part(passage, delivery.target()).share())
                        .orElse(Range.exactly(0, Unit.SHARE)),
                anySize);
    }

    private static Tracing.Passage widened(
            Tracing.Passage passage, Outage group, Set<LineId> anySize, Tracing tracing) {
        return anySize.isEmpty()
                ? passage
                : AnySize.widened(passage, group.runs().keySet().stream().anyMatch(anySize::contains), tracing);
    }

    private static Tracing.Part part(Tracing.Passage passage, Target consumer) {
        return Objects.requireNonNull(passage.parts().get(consumer));
    }

    /** Lines of unknown origin, which are in no group of countries. */
    private static Optional<Outage> unplaced(SupplyChain chain) {
        ImmutableMap.Builder<LineId, Set<RecipeId>> runs = ImmutableMap.builder();
        chain.lines().values().stream()
                .filter(line -> line.country().equals(CountryId.ELSEWHERE))
                .forEach(line ->
                        runs.put(line.id(), ImmutableSet.copyOf(line.line().recipes())));
        return Optional.of(Outage.ofRuns(runs.buildOrThrow()))
                .filter(lines -> !lines.runs().isEmpty());
    }

    /** For whom figures are read apart: always for countries and their stages too, so that ranges by either fit together. */
    private static List<Outage> readFor(List<Scenario> groups, SupplyChain chain) {
        return Stream.of(Grouping.COUNTRY.in(chain), Grouping.COUNTRY_AND_STAGE.in(chain), groups)
                .flatMap(List::stream)
                .map(group -> group.outage(chain))
                .distinct()
                .toList();
    }

    private static List<Exposed> exposed(String group, Tracing.Passage passage) {
        List<Exposed> exposed = new ArrayList<>();
        passage.parts().forEach((consumer, part) -> {
            if (part.share().high() > 0) {
                exposed.add(new Exposed(group, consumer, part.share(), part.tons()));
            }
        });
        return exposed;
    }

    /**
     * Somebody who is exposed to a group.
     *
     * @param group the group, by {@link Scenario#name()}, such as {@code CHN refining}
     * @param consumer whose supply of what
     * @param share the part of what it gets that has passed through the group, 0..1
     * @param tons how much that is, in t/a of what it wants
     */
    public record Exposed(String group, Target consumer, Range share, Range tons) {

        /** By the high end of the share, then the low end, then the group; stable for consumers. */
        static final Comparator<Exposed> MOST_FIRST = Comparator.comparingDouble(
                        (Exposed exposed) -> -exposed.share.high())
                .thenComparingDouble(exposed -> -exposed.share.low())
                .thenComparing(Exposed::group);
    }

    /**
     * Who is exposed to whom.
     *
     * @param question what was asked
     * @param grounds what the answer stands on
     * @param groups what people call the groups, by {@link Scenario#name()}, whether or not anything passes through them
     * @param consumers what each consumer gets if all share: the target first, then everybody who wants anything that has to
     *     do with it, with all uses of a material together
     * @param exposed each consumer with each group that anything it gets has passed through, most exposed first: by the high
     *     end of the share, then by its low end, then by group
     * @param derivations how the target's share comes about, from hand to hand upstream, by {@link Scenario#name()}
     * @param unplaced the part of what the target gets that has passed through what is {@link CountryId#ELSEWHERE of unknown
     *     origin}, 0..1; it is in no group of countries
     * @param anySize lines of which nobody knows what they make: beside them every share may be smaller, and theirs may be all
     */
    public record Answer(
            Exposure question,
            Grounds grounds,
            Map<String, String> groups,
            Map<Target, Supply> consumers,
            List<Exposed> exposed,
            Map<String, Tree.Node> derivations,
            Range unplaced,
            Set<LineId> anySize)
            implements Explained {

        /** Copies the collections. */
        public Answer {
            groups = ImmutableMap.copyOf(groups);
            consumers = ImmutableMap.copyOf(consumers);
            exposed = ImmutableList.copyOf(exposed);
            derivations = ImmutableMap.copyOf(derivations);
            anySize = ImmutableSet.copyOf(anySize);
        }

        /**
         * Through whose hands the target's supply passes.
         *
         * @return the groups, most first; those that nothing passes through are left out
         */
        public List<Exposed> rows() {
            return of(question.delivery.target());
        }

        /**
         * Through whose hands a consumer's supply passes.
         *
         * @param consumer one of {@link #consumers()}
         * @return the groups, most first; those that nothing passes through are left out
         * @throws IllegalArgumentException if it is none of them
         */
        public List<Exposed> of(Target consumer) {
            requireKnown("Target", consumer, consumers);
            return exposed.stream()
                    .filter(each -> each.consumer.equals(consumer))
                    .collect(ImmutableList.toImmutableList());
        }

        /**
         * Who is most exposed to a group.
         *
         * @param group one of {@link #groups()}
         * @return the consumers, most first; those that get nothing through it are left out
         * @throws IllegalArgumentException if it is none of them
         */
        public List<Exposed> to(String group) {
            requireKnown("Group", group, groups);
            return exposed.stream().filter(each -> each.group.equals(group)).collect(ImmutableList.toImmutableList());
        }

        /**
         * How exposed the target is to a group.
         *
         * @param group one of {@link #groups()}
         * @return the share of what it gets, 0..1
         * @throws IllegalArgumentException if it is none of them
         */
        public Range share(String group) {
            return to(group).stream()
                    .filter(each -> each.consumer.equals(question.delivery.target()))
                    .findFirst()
                    .map(Exposed::share)
                    .orElse(Range.exactly(0, Unit.SHARE));
        }

        /** What the target gets if all share. */
        public Supply supply() {
            return Objects.requireNonNull(consumers.get(question.delivery.target()));
        }

        private static <K> void requireKnown(String noun, K key, Map<K, ?> known) {
            if (!known.containsKey(key)) {
                throw new IllegalArgumentException(
                        "%s '%s': is not in this answer. Maybe one of %s.".formatted(noun, key, known.keySet()));
            }
        }

        /**
         * How the target's share comes about for the groups to which it is most exposed: of each pool, each origin's part
         * times the share of it that has passed through the group. The first few; {@link #derivations()} has all.
         */
        @Override
        public Tree explain() {
            return ExposureReport.explanation(this);
        }

        @Override
        public Report show() {
            return ExposureReport.of(this);
        }
    }
}
