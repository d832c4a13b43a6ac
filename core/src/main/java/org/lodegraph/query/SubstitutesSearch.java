package org.lodegraph.query;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Loss;
import org.lodegraph.flow.Losses;
import org.lodegraph.flow.Takeover;
import org.lodegraph.flow.Takeovers;
import org.lodegraph.graph.ByProductLink;
import org.lodegraph.graph.ByProductLinks;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.Demand;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.Substitutes.Answer;
import org.lodegraph.query.Substitutes.Candidate;
import org.lodegraph.query.Substitutes.SharedGroup;
import org.lodegraph.query.Substitutes.Use;

/** Looks at what each alternative shares with the original, then shifts demand to those that are left. Used once. */
final class SubstitutesSearch {

    private final Substitutes question;
    private final SupplyChain chain;
    private final Run run;
    private final Target target;
    private final ImmutableList<Demand> demands;
    private final ByProductLinks links;

    private SubstitutesSearch(Substitutes question, SupplyChain chain, Run run) {
        this.question = question;
        this.chain = chain;
        this.run = run;
        target = question.delivery().target();
        demands = ImmutableList.copyOf(chain.demandsOf(target));
        links = ByProductLinks.of(chain);
    }

    static Answer of(Substitutes question, SupplyChain chain, Run run) {
        return new SubstitutesSearch(question, chain, run).answer();
    }

    private Answer answer() {
        Takeovers takeovers = Takeovers.of(question.delivery(), chain, run);
        List<Candidate> candidates = candidates();
        Map<MaterialId, Takeover> each = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            if (!(question.apart() && candidate.sharesAny())) {
                each.put(candidate.material(), takeovers.by(ImmutableSet.of(candidate.material()), run));
            }
        }
        candidates.sort(mostFirst(each));
        Map<MaterialId, Takeover> sorted = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            Takeover takeover = each.get(candidate.material());
            if (takeover != null) {
                sorted.put(candidate.material(), takeover);
            }
        }
        return new Answer(
                question,
                takeovers.grounds(),
                takeovers.before(),
                candidates,
                sorted,
                takeovers.by(each.keySet(), run));
    }

    /** Those that are left out last. */
    private static Comparator<Candidate> mostFirst(Map<MaterialId, Takeover> takeovers) {
        Comparator<Takeover> most = Comparator.comparingDouble(
                        (Takeover takeover) -> -takeover.spare().high())
                .thenComparingDouble(takeover -> -takeover.most().high());
        return Comparator.comparing(
                        (Candidate candidate) -> takeovers.get(candidate.material()), Comparator.nullsLast(most))
                .thenComparing(Candidate::material);
    }

    private List<Candidate> candidates() {
        Map<MaterialId, List<Use>> uses = new LinkedHashMap<>();
        for (Demand demand : demands) {
            for (Alternative alternative : demand.alternatives()) {
                uses.computeIfAbsent(alternative.material(), any -> new ArrayList<>())
                        .add(new Use(demand.id(), demand.application(), alternative));
            }
        }
        if (uses.isEmpty()) {
            return new ArrayList<>();
        }
        Contingencies groups = Contingencies.of(question.grouping().in(chain), chain);
        List<Range> original = lost(without(), target, groups);
        List<Candidate> candidates = new ArrayList<>();
        uses.forEach((material, where) -> {
            boolean modeled = !chain.material(material).boundary();
            candidates.add(new Candidate(
                    material,
                    where,
                    modeled,
                    modeled ? sharedHosts(material) : ImmutableSet.of(),
                    modeled ? sharedGroups(material, original, groups) : ImmutableList.of()));
        });
        return candidates;
    }

    // ---- shared groups

    /** The part of a delivery that each group costs, in the sense in which it costs more. */
    private List<Range> lost(SupplyChain world, Target whose, Contingencies groups) {
        Delivery asked = question.delivery();
        Losses losses = Losses.of(
                new Delivery(whose, asked.response(), asked.sharing(), asked.years(), asked.days(), asked.reading()),
                world,
                run);
        List<Loss> first = losses.of(groups.outages(), run);
        List<Loss> shared = losses.shared(groups.outages(), run);
        List<Range> lost = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            Range one = first.get(i).share();
            Range other = shared.get(i).share();
            lost.add(one.high() >= other.high() ? one : other);
        }
        return lost;
    }

    private List<SharedGroup> sharedGroups(MaterialId material, List<Range> original, Contingencies groups) {
        String use = "in place of " + target.material();
        List<Range> alternative =
                lost(with(material, use), Target.of(material, target.consumer()).inUse(use), groups);
        List<SharedGroup> shared = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            if (isEnough(original.get(i)) && isEnough(alternative.get(i))) {
                shared.add(new SharedGroup(
                        groups.scenarios().get(i).name(),
                        Contingencies.name(groups.scenarios().get(i)),
                        original.get(i),
                        alternative.get(i)));
            }
        }
        shared.sort(Comparator.comparingDouble((SharedGroup group) ->
                        -Math.min(group.original().high(), group.alternative().high()))
                .thenComparing(SharedGroup::group));
        return shared;
    }

    private boolean isEnough(Range lost) {
        return lost.high() > 0 && lost.high() >= question.threshold().value();
    }

    /** The chain in which the target has no alternative. */
    private SupplyChain without() {
        SupplyChain.Builder builder = chain.toBuilder();
        demands.forEach(demand -> builder.put(demand.withAlternatives()));
        return builder.build();
    }

    /** The chain in which the target wants an alternative too, wherever it would do, and of the original as before. */
    private SupplyChain with(MaterialId material, String use) {
        SupplyChain.Builder builder = without().toBuilder();
        for (Demand demand : demands) {
            demand.alternatives().stream()
                    .filter(alternative -> alternative.material().equals(material))
                    .forEach(alternative -> builder.add(demand.use(use)
                            .withId(new DemandId(demand.id() + "-in-place"))
                            .withMaterial(material)
                            .withAlternatives()
                            .withRate(rate(demand, alternative))));
        }
        return builder.build();
    }

    private Figure rate(Demand demand, Alternative alternative) {
        Figure rate = demand.rate();
        if (!rate.isKnown()) {
            return rate;
        }
        double perTon = rate.unit().factor();
        return Figure.assumed(
                Spread.between(
                        rate.at(Reading.LOW) * perTon * alternative.ratio().at(Reading.LOW, Unit.ONE),
                        rate.at(Reading.HIGH) * perTon * alternative.ratio().at(Reading.HIGH, Unit.ONE)),
                chain.material(alternative.material()).rateUnit(),
                rate.source(),
                "what %s wanted, as so much of the alternative".formatted(demand.id()));
    }

    // ---- shared hosts

    /** Hosts upstream of both: as what pays for a by-product of the one, and as that or as an input of the other. */
    private Set<MaterialId> sharedHosts(MaterialId material) {
        Set<MaterialId> original = Upstream.of(chain, target.material());
        Set<MaterialId> alternative = Upstream.of(chain, material);
        Set<MaterialId> ofOriginal = hosts(original);
        Set<MaterialId> ofAlternative = hosts(alternative);
        return new TreeSet<>(Sets.union(
                Sets.intersection(ofOriginal, Sets.union(ofAlternative, alternative)),
                Sets.intersection(ofAlternative, original)));
    }

    private Set<MaterialId> hosts(Set<MaterialId> materials) {
        return materials.stream()
                .flatMap(material -> links.to(material).stream())
                .map(ByProductLink::host)
                .collect(toImmutableSet());
    }
}
