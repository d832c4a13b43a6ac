package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lodegraph.lp.Optimal;
import org.lodegraph.lp.Solver;
import org.lodegraph.lp.Solvers;
import org.lodegraph.lp.UncertifiedSolutionException;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;
import org.lodegraph.measure.Years;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Id;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Material;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Names;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;

/** A delivery question together with the part of a chain that can matter to it: what every program of it starts from. */
final class Setting {

    /** A chain that makes this many times what its demands want lacks competing demand. */
    private static final double SURPLUS = 2;

    /** The largest part of the target's demand that may be rounding: a ton in ten million. */
    private static final double SHARP = 1e-7;

    /** So many columns are made even in about a second; their number grows with lines and lanes. */
    private static final int MOST_EVEN = 2_000;

    private static final Solver SOLVER = Solvers.standard();

    private final Delivery question;
    private final SupplyChain chain;
    private final Rules rules;
    private final ImmutableList<Demand> targets;
    private final Unit unit;
    private final Corners corners;

    /** Checks that the question can be answered of the chain. */
    Setting(Delivery question, SupplyChain whole) {
        this.question = question;
        this.targets = ImmutableList.copyOf(whole.demandsOf(question.target()));
        this.chain = Cone.around(whole, question.target().material());
        this.rules = new Rules(chain);
        this.unit = chain.material(question.target().material()).rateUnit();
        this.corners = Corners.of(chain, ImmutableSet.copyOf(targetIds()), question.reading());
        requireCompetingDemand();
        if (question.sharing() instanceof Sharing.Weighted weighted) {
            weighted.weights().keySet().forEach(whole::demand);
        }
    }

    Delivery question() {
        return question;
    }

    SupplyChain chain() {
        return chain;
    }

    /** The demands that the question is about. */
    ImmutableList<Demand> targets() {
        return targets;
    }

    ImmutableList<DemandId> targetIds() {
        return targets.stream().map(Demand::id).collect(ImmutableList.toImmutableList());
    }

    Unit unit() {
        return unit;
    }

    Corners corners() {
        return corners;
    }

    DeliveryProgram compile(Corner corner) {
        return Compiler.compile(chain, rules, corner, question, false);
    }

    /** The program in which only observed lanes carry, each at most what was observed. */
    DeliveryProgram compileAsTraded(Corner corner) {
        return Compiler.compile(chain, rules, corner, question, true);
    }

    /** What an outage takes of what matters here. */
    Lost lost(Outage outage) {
        return new Lost(this, outage);
    }

    /** Whether anybody observed a lane to the target; without one, as traded would mean nothing. */
    boolean hasObservedLane() {
        Set<CountryId> consumers = chain.members(question.target().consumer());
        return chain.links().values().stream()
                .anyMatch(link ->
                        link.observed().isPresent() && !link.isDomestic() && consumers.contains(link.destination()));
    }

    Stages stages(DeliveryProgram program, Run run) {
        return new Stages(chain, program, SOLVER, run);
    }

    /** Everybody's flows, near to usual, which is read like supply. */
    Optimal near(Corner corner, DeliveryProgram program, Run run) {
        return new Stages(chain, usual(corner), program, SOLVER, run).shared(question.sharing());
    }

    /** Of flows that are as near to usual as these, those that deviate alike. */
    Optimal even(Corner corner, DeliveryProgram program, Optimal near, Run run) {
        return new Evenly(chain, usual(corner), program, SOLVER, run).among(near);
    }

    /**
     * The same, to be shown beside amounts that do not hang on it. Where it would take long, or cannot be certified, what it
     * began with is shown.
     */
    Optimal shown(Corner corner, DeliveryProgram program, Optimal near, Run run) {
        if (program.moves().size() > MOST_EVEN) {
            return near;
        }
        try {
            return even(corner, program, near, run);
        } catch (UncertifiedSolutionException tooFine) {
            return near;
        }
    }

    private Seen usual(Corner corner) {
        return new Seen(chain, corner::supply);
    }

    /** Who buys from whom in a solution. */
    Markets markets(DeliveryProgram program, Optimal optimal) {
        return Markets.of(chain, program, optimal, question.sharing() instanceof Sharing.HomeFirst);
    }

    static Solver solver() {
        return SOLVER;
    }

    /** A solution is certified against its largest flows; here it is held against the target's own demand. */
    void requireSharp(double blur) {
        if (blur > SHARP) {
            throw new IncompleteChainException(
                    "Target '%s': what it wants is too little beside the other flows to be told from rounding (up to %s of it). Maybe ask about a larger consumer, or leave out what cannot matter to it."
                            .formatted(question.target(), Numbers.percent(Math.min(1, blur))));
        }
    }

    void requireSharp(DeliveryProgram program, Optimal optimal) {
        requireSharp(program.blur(optimal, targetIds()));
    }

    /** What every answer to the question stands on. */
    Grounds grounds() {
        return grounds(corners.exactness());
    }

    /** The same, for numbers whose ends were found in another way. */
    Grounds grounds(String exactness) {
        return new Grounds(
                chain.year(),
                years(),
                chain.date(),
                exactness,
                blocked(),
                idle(),
                unchecked(),
                names(),
                ImmutableMap.copyOf(Maps.transformValues(chain.materials(), Material::rateUnit)),
                chain.assumptions(),
                chain.sources());
    }

    private Set<Integer> years() {
        List<Figure> dated = new ArrayList<>();
        chain.forEachFigure((place, figure) -> {
            if (place.kind().isOfYear()) {
                dated.add(figure);
            }
        });
        return Years.of(chain.year(), dated);
    }

    private ImmutableMap<String, String> blocked() {
        Map<String, String> blocked = new LinkedHashMap<>();
        for (InstalledLine line : chain.lines().values()) {
            line.line().recipes().stream()
                    .flatMap(recipe -> rules.blocking(line, recipe).stream())
                    .findFirst()
                    .ifPresent(
                            policy -> blocked.put(line.id().value(), policy.id().value()));
        }
        return ImmutableMap.copyOf(blocked);
    }

    private ImmutableMap<String, List<Window>> idle() {
        return chain.policies().values().stream()
                .filter(policy -> !policy.appliesOn(chain.date()))
                .collect(ImmutableMap.toImmutableMap(policy -> policy.id().value(), Policy::inForce));
    }

    private ImmutableMap<String, LocalDate> unchecked() {
        Map<String, LocalDate> unchecked = new LinkedHashMap<>();
        for (Policy policy : chain.policies().values()) {
            policy.lastChecked()
                    .filter(day -> day.isBefore(chain.date()))
                    .ifPresent(day -> unchecked.put(policy.id().value(), day));
        }
        return ImmutableMap.copyOf(unchecked);
    }

    private Map<Id, String> names() {
        return Names.of(chain)
                .names(Stream.of(
                                Stream.of(question.target().consumer(), CountryId.REST),
                                chain.countries().keySet().stream(),
                                chain.materials().keySet().stream(),
                                chain.facilities().keySet().stream(),
                                chain.lines().keySet().stream(),
                                chain.policies().keySet().stream())
                        .flatMap(ids -> ids));
    }

    /** Without the demand that competes, the target would get what others use. */
    private void requireCompetingDemand() {
        for (Material material : chain.materials().values()) {
            List<Demand> demands = chain.demandsFor(material.id());
            boolean unknown = demands.stream().anyMatch(demand -> !demand.rate().isKnown());
            if (unknown
                    || material.boundary()
                    || !chain.linesUsing(material.id()).isEmpty()) {
                continue;
            }
            double made = made(material.id());
            double wanted = demands.stream()
                            .mapToDouble(demand -> Corner.tons(demand.rate(), Reading.HIGH))
                            .sum()
                    + asAlternative(material.id());
            if (made > SURPLUS * wanted) {
                Unit of = material.rateUnit();
                throw new IncompleteChainException(
                        "Material '%s': %s made, %s wanted. Maybe add the rest of the world's demand."
                                .formatted(material.id(), Range.exactly(made, of), Range.exactly(wanted, of)));
            }
        }
    }

    /** The most that demands for other things could take of a material that stands in for them. */
    private double asAlternative(MaterialId material) {
        double most = 0;
        for (Demand demand : chain.demands().values()) {
            for (Alternative alternative : demand.alternatives()) {
                if (alternative.material().equals(material)) {
                    most += demand.rate().isKnown()
                                    && alternative.largestShare().isKnown()
                            ? Corner.tons(demand.rate(), Reading.HIGH)
                                    * alternative.largestShare().at(Reading.HIGH, Unit.ONE)
                                    * alternative.ratio().at(Reading.HIGH, Unit.ONE)
                            : Double.POSITIVE_INFINITY;
                }
            }
        }
        return most;
    }

    /** What lines were seen to make; an assumed output, such as a release of stock, was not seen. */
    private double made(MaterialId material) {
        return chain.linesMaking(material).stream()
                .filter(line -> chain.reference(line.line()).id().equals(material))
                .flatMap(line -> line.line().output().stream())
                .filter(output -> output.isKnown() && output.status() != Figure.Status.ASSUMED)
                .mapToDouble(output -> Corner.tons(output, Reading.LOW))
                .sum();
    }
}
