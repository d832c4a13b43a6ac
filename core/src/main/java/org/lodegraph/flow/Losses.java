package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Demand;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;

/**
 * What outages cost a target. The delivery before is solved once for every reading of the figures; each outage then starts
 * from that solution, never from another outage, so neither order nor threads change a number. It equals the delivery of
 * the chain that lacks what is lost. Immutable and thread safe.
 *
 * <p>What the delivery before does not use is lost without a loss; where the prices of the limits that are lost already
 * account for all that was delivered, everything is lost (weak duality). Only what lies between is solved again.
 */
public final class Losses {

    private final Setting setting;
    private final ImmutableList<Before> corners;

    private Losses(Setting setting, List<Before> corners) {
        this.setting = setting;
        this.corners = ImmutableList.copyOf(corners);
    }

    /**
     * Solves the delivery before.
     *
     * @param question what is delivered to whom, under which response
     * @param chain the chain before any outage
     * @param run where to work
     * @return what outages cost
     * @throws IncompleteChainException if the chain lacks the demand that competes with the target
     * @throws IllegalArgumentException if no demand matches the target
     * @throws org.lodegraph.lp.UncertifiedSolutionException if an optimum cannot be certified; never an answer
     */
    public static Losses of(Delivery question, SupplyChain chain, Run run) {
        Setting setting = new Setting(question, chain);
        List<Supplier<Before>> parts = new ArrayList<>();
        for (Corner corner : setting.corners().all()) {
            parts.add(() -> new Before(setting, corner, run));
        }
        return new Losses(setting, run.all("delivery to " + question.target(), parts));
    }

    /**
     * What the target gets before any outage, served before all others.
     *
     * @return as {@link Delivery.Answer#unavoidable()}
     */
    public Supply before() {
        return Got.supply(corners.stream().map(Before::got).toList(), setting.unit());
    }

    /**
     * What the delivery before, and what is left of it, stand on.
     *
     * @return as of a {@link Delivery}
     */
    public Grounds groundsOfDeliveries() {
        return setting.grounds();
    }

    /**
     * What losses stand on.
     *
     * @return as of the delivery before, but for how the ends of ranges were found
     */
    public Grounds grounds() {
        return setting.grounds(
                setting.question().reading().isPresent()
                        ? setting.corners().exactness()
                        : setting.corners().exactness()
                                + " A loss is a difference of two deliveries: what is lost was read at either end of its figures, with the rest at either end, what stands in for it against what works with it, and served first also as prices advise. Something between could cost more or less; nothing costs more than the bound, as far as both deliveries lie in their ranges.");
    }

    /**
     * What outages cost the target.
     *
     * @param outages what is lost; what does not concern the target costs nothing
     * @param run where to work
     * @return the losses, in the order of the outages
     */
    public List<Loss> of(List<Outage> outages, Run run) {
        return all("losses", outages, this::of, run);
    }

    /**
     * What the target still gets after an outage, served before all others: what {@link Loss#after()} says, without looking
     * for the readings under which a loss is largest.
     *
     * @param outage what is lost
     * @param run where to work
     * @return the delivery after
     */
    public Supply left(Outage outage, Run run) {
        return Got.supply(
                corners.stream().map(corner -> corner.left(outage, run)).toList(), setting.unit());
    }

    /**
     * How that comes about at either end: price times limit, down to the figure behind each limit.
     *
     * @param label what to call it
     * @param outage what is lost
     * @param run where to work
     * @return the derivation of what is served, as {@link #left(Outage, Run)} says
     */
    public Tree.Node left(String label, Outage outage, Run run) {
        Comparator<Limited> bySize =
                Comparator.comparingDouble(limited -> limited.got().served());
        List<Limited> all =
                corners.stream().map(corner -> corner.without(outage, run)).toList();
        Limited least = all.stream().min(bySize).orElseThrow();
        Limited most = all.stream().max(bySize).orElseThrow();
        return least.got().served() == most.got().served()
                ? most.node(label)
                : Derivation.any(label, ImmutableList.of(least.node("at least"), most.node("at most")));
    }

    /**
     * What an outage costs the target.
     *
     * @param outage what is lost
     * @param run where to work
     * @return the loss
     */
    public Loss of(Outage outage, Run run) {
        return first(outage, ascents(outage, run), run);
    }

    /**
     * What outages cost the target if all share.
     *
     * @param outages what is lost
     * @param run where to work
     * @return the losses, in the order of the outages; below zero for a gain
     */
    public List<Loss> shared(List<Outage> outages, Run run) {
        return all("shared losses", outages, this::shared, run);
    }

    private Loss shared(Outage outage, Run run) {
        return sharing(outage, ascents(outage, run), run)
                .loss(setting.lost(outage).targetsLeft());
    }

    /** Everybody's shares over all readings. */
    private record Sharings(List<Before.Shares> alike, List<Before.Shares> mixed, boolean touched, Unit unit) {
        Loss loss(List<DemandId> demands) {
            List<Loss.Reading> ends =
                    alike.stream().map(shares -> shares.reading(demands)).toList();
            List<Loss.Reading> others =
                    mixed.stream().map(shares -> shares.reading(demands)).toList();
            return Loss.of("lost if all share", ends, others, Optional.of(bound(Iterables.concat(ends, others))), unit);
        }

        /** What one demand gets also depends on how others are read, so all readings are taken together. */
        private Range bound(Iterable<Loss.Reading> readings) {
            if (!touched) {
                return Range.exactly(0, unit);
            }
            Between between = Between.of(readings);
            return Delivery.tons(between.least, between.most, between.wanted, unit);
        }
    }

    /** What some losses cannot go beyond: the least before less the most after, and the most before less the least after. */
    private record Between(double least, double most, double wanted) {
        static Between of(Iterable<Loss.Reading> readings) {
            DoubleSummaryStatistics before = new DoubleSummaryStatistics();
            DoubleSummaryStatistics after = new DoubleSummaryStatistics();
            DoubleSummaryStatistics wanted = new DoubleSummaryStatistics();
            readings.forEach(reading -> {
                before.accept(reading.before().served());
                after.accept(reading.after().served());
                wanted.accept(reading.before().wanted());
            });
            return new Between(before.getMin() - after.getMax(), before.getMax() - after.getMin(), wanted.getMax());
        }
    }

    /** What prices advise around each corner, looked for once and only where it is asked for. */
    private Function<Before, List<Ascent.Found>> ascents(Outage outage, Run run) {
        Map<Before, List<Ascent.Found>> known = new LinkedHashMap<>();
        return corner -> known.computeIfAbsent(corner, any -> corner.ascents(outage, run));
    }

    private Sharings sharing(Outage outage, Function<Before, List<Ascent.Found>> ascents, Run run) {
        List<DemandId> left = setting.lost(outage).targetsLeft();
        List<Before.Shares> alike = each("shares of", corner -> corner.shares(outage, run), run);
        return new Sharings(
                alike,
                worst(alike.stream().map(shares -> shares.reading(left)).toList()).stream()
                        .flatMap(corner -> corner.sharesMixed(outage, ascents.apply(corner), run).stream())
                        .toList(),
                isTouchedBy(outage),
                setting.unit());
    }

    private boolean isTouchedBy(Outage outage) {
        return corners.stream().anyMatch(corner -> corner.isTouchedBy(outage));
    }

    private <T> List<T> each(String what, Function<Before, T> part, Run run) {
        List<Supplier<T>> parts = new ArrayList<>();
        corners.forEach(corner -> parts.add(() -> part.apply(corner)));
        return run.all("%s %s".formatted(what, setting.question().target()), parts);
    }

    /** The corners with the readings of demands and recipes under which most is lost: only from there others are looked for. */
    private List<Before> worst(List<Loss.Reading> alike) {
        int worst = 0;
        for (int i = 1; i < alike.size(); i++) {
            if (alike.get(i).share() > alike.get(worst).share()) {
                worst = i;
            }
        }
        Corner like = corners.get(worst).corner().supplying(Reading.LOW);
        return corners.stream()
                .filter(corner -> corner.corner().supplying(Reading.LOW).equals(like))
                .toList();
    }

    private List<Loss> all(String what, List<Outage> outages, BiFunction<Outage, Run, Loss> loss, Run run) {
        List<Supplier<Loss>> parts = new ArrayList<>();
        outages.forEach(outage -> parts.add(() -> loss.apply(outage, run)));
        return run.all("%s of %s".formatted(what, setting.question().target()), parts);
    }

    /** The losses before rounding, one for each corner. */
    List<Loss.Reading> alike(Outage outage, Run run) {
        return corners.stream().map(corner -> corner.first(outage, run)).toList();
    }

    private Loss first(Outage outage, Function<Before, List<Ascent.Found>> ascents, Run run) {
        List<Loss.Reading> alike = alike(outage, run);
        List<Loss.Reading> mixed = worst(alike).stream()
                .flatMap(corner -> ascents.apply(corner).stream())
                .map(Ascent.Found::reading)
                .toList();
        return Loss.of(
                "lost if served before all others", alike, mixed, Optional.of(bound(outage, alike)), setting.unit());
    }

    /** Served first, both deliveries lie between the ends of their ranges, and no loss is a gain. */
    private Range bound(Outage outage, List<Loss.Reading> alike) {
        if (!isTouchedBy(outage)) {
            return Range.exactly(0, setting.unit());
        }
        ImmutableListMultimap.Builder<Reading, Loss.Reading> apart = ImmutableListMultimap.builder();
        for (int i = 0; i < alike.size(); i++) {
            // Of one demand as much is served as is wanted or can be; so both deliveries are of the same demand,
            // whichever.
            apart.put(
                    isOneDemand()
                            ? corners.get(i).corner().demand(setting.targetIds().get(0))
                            : Reading.LOW,
                    alike.get(i));
        }
        List<Between> all =
                apart.build().asMap().values().stream().map(Between::of).toList();
        return Delivery.tons(
                Math.max(0, all.stream().mapToDouble(Between::least).min().orElseThrow()),
                all.stream().mapToDouble(Between::most).max().orElseThrow(),
                all.stream().mapToDouble(Between::wanted).max().orElseThrow(),
                setting.unit());
    }

    private boolean isOneDemand() {
        return setting.targets().size() == 1
                && setting.targets().get(0).alternatives().isEmpty();
    }

    // ---- in detail

    /**
     * What an outage does to the target, in detail: everybody's share, use by use, and where flows move.
     *
     * @param outage what is lost
     * @param run where to work
     * @return the details
     */
    public Aftermath after(Outage outage, Run run) {
        List<List<Loss.Reading>> asTraded = each("lanes of", corner -> corner.asTraded(outage, run), run).stream()
                .filter(readings -> !readings.isEmpty())
                .toList();
        Function<Before, List<Ascent.Found>> ascents = ascents(outage, run);
        Sharings sharing = sharing(outage, ascents, run);
        List<DemandId> left = setting.lost(outage).targetsLeft();
        Before shown = corners.get(0);
        Stages.Limits limits = shown.limits(outage, run);
        Before.Moves moves = shown.moves(outage, run);
        return new Aftermath(
                first(outage, ascents, run),
                sharing.loss(left),
                asTraded.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Loss.of(
                                "lost if nobody reroutes",
                                asTraded.stream()
                                        .map(readings -> readings.get(0))
                                        .toList(),
                                asTraded.stream().flatMap(List::stream).toList(),
                                Optional.empty(),
                                setting.unit())),
                setting.targets().stream()
                        .filter(demand -> left.contains(demand.id()))
                        .map(demand -> use(demand, sharing))
                        .toList(),
                shown.corner().supply(),
                moves.shifts(),
                moves.before(),
                moves.after(),
                limits.binding(),
                limits.tight());
    }

    private static Aftermath.Use use(Demand demand, Sharings sharing) {
        Loss loss = sharing.loss(ImmutableList.of(demand.id()));
        return new Aftermath.Use(
                demand.id(), demand.consumer(), demand.application(), loss.after(), loss.lost(), loss.share());
    }
}
