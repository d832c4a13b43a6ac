package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.lodegraph.lp.LinearProgram;
import org.lodegraph.lp.Optimal;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Shares;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;

/**
 * What alternatives could take over of a target's demand. The delivery without any is solved once for every reading of the
 * figures; each takeover starts from that. Immutable and thread safe.
 *
 * <p>A shift frees what the target would have used of the original, and takes what the alternative needs, upstream too: the
 * whole delivery is solved again, so neither is counted twice.
 */
public final class Takeovers {

    /** How much of its demand somebody may seem to lose by rounding alone; far below what is published. */
    private static final double ROUNDING = 1e-13;

    private static final int PARTS = 3;

    private final Setting setting;
    private final ImmutableList<Without> corners;

    private Takeovers(Setting setting, List<Without> corners) {
        this.setting = setting;
        this.corners = ImmutableList.copyOf(corners);
    }

    /**
     * Solves the delivery in which the target uses no alternative and all share.
     *
     * @param question what is delivered to whom, under which response, how many days after
     * @param chain the chain
     * @param run where to work
     * @return what alternatives could take over
     * @throws IncompleteChainException if the chain lacks the demand that competes with the target
     * @throws IllegalArgumentException if no demand matches the target
     * @throws org.lodegraph.lp.UncertifiedSolutionException if an optimum cannot be certified; never an answer
     */
    public static Takeovers of(Delivery question, SupplyChain chain, Run run) {
        Setting setting = new Setting(question, chain);
        List<Supplier<Without>> parts = new ArrayList<>();
        for (Corner corner : setting.corners().all()) {
            parts.add(() -> new Without(setting, corner, run));
        }
        return new Takeovers(setting, run.all("delivery without alternatives to " + question.target(), parts));
    }

    /**
     * What the target gets without any alternative, if all share.
     *
     * @return as {@link Delivery.Answer#shared()} of a chain without them
     */
    public Supply before() {
        return Got.supply(
                corners.stream().map(each -> each.got(setting.targetIds())).toList(), setting.unit());
    }

    /** What takeovers stand on. */
    public Grounds grounds() {
        return setting.grounds(
                setting.corners().exactness()
                        + " What alternatives serve at most, served first, is such a delivery; what they have to spare, and what others lose, depend on how all share.");
    }

    /**
     * What some alternatives could take over together, the target's other alternatives left aside.
     *
     * @param alternatives materials; those that are no alternative of the target take over nothing
     * @param run where to work
     * @return what they could take over, and at whose cost
     */
    public Takeover by(Set<MaterialId> alternatives, Run run) {
        List<Supplier<Shifted>> parts = new ArrayList<>();
        corners.forEach(corner -> parts.add(() -> corner.shift(alternatives, run)));
        List<Shifted> shifted = run.all("takeover by " + alternatives, parts);
        ImmutableMap.Builder<MaterialId, Takeover.Concentrated> makers = ImmutableMap.builder();
        setting.chain().materials().keySet().stream()
                .filter(alternatives::contains)
                .forEach(material -> makers.put(
                        material,
                        new Takeover.Concentrated(
                                hull(shifted, each -> each.before.hhi(material)),
                                hull(shifted, each -> each.after.hhi(material)))));
        return new Takeover(
                tons(shifted, Shifted::allowed),
                tons(shifted, Shifted::spare),
                tons(shifted, Shifted::most),
                Got.supply(
                        shifted.stream()
                                .map(each -> each.after.got(setting.targetIds()))
                                .toList(),
                        setting.unit()),
                setting.chain().demands().values().stream()
                        .filter(demand -> !setting.targetIds().contains(demand.id()))
                        .map(demand -> other(demand, shifted))
                        .filter(other -> alternatives.contains(other.demand().material())
                                || other.lost().high() > 0
                                || other.lost().low() < 0)
                        .toList(),
                makers.buildOrThrow(),
                Derivation.apart(
                        "in place of " + setting.question().target().material(),
                        PARTS,
                        ImmutableList.of(
                                told(
                                        "could serve while nobody else gets less",
                                        shifted,
                                        Shifted::spare,
                                        each -> each.spareTold),
                                told(
                                        "could serve if it outbids everybody",
                                        shifted,
                                        Shifted::most,
                                        each -> each.mostTold),
                                told("may take over at all", shifted, Shifted::allowed, each -> each.allowedTold))));
    }

    private static Tree.Node told(
            String label,
            List<Shifted> shifted,
            ToDoubleFunction<Shifted> what,
            Function<Shifted, Supplier<Tree.Node>> how) {
        Comparator<Shifted> bySize = Comparator.comparingDouble(what);
        Shifted least = shifted.stream().min(bySize).orElseThrow();
        Shifted most = shifted.stream().max(bySize).orElseThrow();
        Tree.Node top = how.apply(most).get();
        return what.applyAsDouble(least) == what.applyAsDouble(most)
                ? top.labeled(label)
                : Derivation.any(
                        label, ImmutableList.of(how.apply(least).get().labeled("at least"), top.labeled("at most")));
    }

    private Range tons(List<Shifted> shifted, ToDoubleFunction<Shifted> what) {
        return span(shifted, what, wanted(setting.targetIds()), setting.unit());
    }

    private Takeover.Other other(Demand demand, List<Shifted> shifted) {
        List<DemandId> one = ImmutableList.of(demand.id());
        Unit unit = setting.chain().material(demand.material()).rateUnit();
        return new Takeover.Other(
                demand,
                Got.supply(shifted.stream().map(each -> each.before.got(one)).toList(), unit),
                Got.supply(shifted.stream().map(each -> each.after.got(one)).toList(), unit),
                span(
                        shifted,
                        each -> each.before.got(one).served()
                                - each.after.got(one).served(),
                        wanted(one),
                        unit));
    }

    private double wanted(List<DemandId> demands) {
        return corners.stream()
                .mapToDouble(corner -> corner.got(demands).wanted())
                .max()
                .orElseThrow();
    }

    private static Range span(List<Shifted> shifted, ToDoubleFunction<Shifted> what, double wanted, Unit unit) {
        return Delivery.tons(
                shifted.stream().mapToDouble(what).min().orElseThrow(),
                shifted.stream().mapToDouble(what).max().orElseThrow(),
                wanted,
                unit);
    }

    private static Optional<Range> hull(List<Shifted> shifted, Function<Shifted, Optional<Range>> what) {
        return shifted.stream().flatMap(each -> what.apply(each).stream()).reduce(Range::hull);
    }

    /** A solved program, to be read demand by demand and maker by maker. */
    private record Solved(SupplyChain chain, Corner corner, DeliveryProgram program, Optimal optimal) {

        Got got(List<DemandId> demands) {
            return Got.of(program, optimal, demands);
        }

        /** The sum of squared shares of what countries make; empty if nothing is made. */
        Optional<Range> hhi(MaterialId material) {
            Map<String, Range> makers = new TreeMap<>();
            double unplaced = 0;
            double all = 0;
            for (int column = 0; column < program.moves().size(); column++) {
                Move move = program.moves().get(column);
                double tons = program.tons(optimal, column) * perTon(move, material);
                if (tons > 0) {
                    all += tons;
                    CountryId country = chain.line(
                                    move instanceof Move.Run run ? run.line() : ((Move.Take) move).line())
                            .country();
                    if (!country.isNamed()) {
                        unplaced += tons;
                    } else {
                        makers.merge(country.value(), Range.exactly(tons, Unit.T_PER_A), Range::plus);
                    }
                }
            }
            return all > 0
                    ? Optional.of(new Shares(
                                    makers,
                                    Range.exactly(unplaced, Unit.T_PER_A),
                                    Range.exactly(0, Unit.T_PER_A),
                                    Optional.empty())
                            .hhi())
                    : Optional.empty();
        }

        /** Tons of a material that a ton of a move makes. */
        private double perTon(Move move, MaterialId material) {
            if (move instanceof Move.Take take) {
                return take.material().equals(material) ? 1 : 0;
            }
            if (!(move instanceof Move.Run run)) {
                return 0;
            }
            Recipe recipe = chain.recipe(run.recipe());
            Recipe.Yield yield = recipe.yields().get(material);
            return recipe.reference().equals(material)
                    ? 1
                    : yield != null && !yield.role().discardable() ? corner.yielded(yield.coefficient()) : 0;
        }
    }

    /** A takeover under one reading of the figures, in t/a of what the target wants. */
    private record Shifted(
            double allowed,
            double spare,
            double most,
            Solved before,
            Solved after,
            Supplier<Tree.Node> allowedTold,
            Supplier<Tree.Node> spareTold,
            Supplier<Tree.Node> mostTold) {}

    /** The most that alternatives could serve in one program, and how that adds up. */
    private record Most(double tons, Supplier<Tree.Node> told) {}

    /** The delivery under one reading of the figures in which the target uses no alternative and all share. */
    private static final class Without {

        private final Setting setting;
        private final Corner corner;
        private final DeliveryProgram program;
        private final Solved before;

        Without(Setting setting, Corner corner, Run run) {
            this.setting = setting;
            this.corner = corner;
            program = setting.compile(corner);
            DeliveryProgram alone = program.with(closed(ImmutableSet.of()));
            Optimal shared =
                    setting.stages(alone, run).shared(setting.question().sharing());
            setting.requireSharp(alone, shared);
            before = new Solved(setting.chain(), corner, alone, shared);
        }

        Got got(List<DemandId> demands) {
            return before.got(demands);
        }

        Shifted shift(Set<MaterialId> alternatives, Run run) {
            DeliveryProgram open = program.with(closed(alternatives));
            Most most = most(open, alternatives, run);
            Most spare = most(open.with(keeping(open.program())), alternatives, run);
            Tree.Node allowed = allowed(alternatives);
            return new Shifted(
                    allowed.amount().high(),
                    Math.min(most.tons, spare.tons),
                    most.tons,
                    before,
                    most.tons > 0 ? after(open, alternatives, most.tons, run) : before,
                    () -> allowed,
                    spare.told,
                    most.told);
        }

        /** The target's other alternatives serve nothing. */
        private LinearProgram closed(Set<MaterialId> alternatives) {
            return program.program()
                    .with(bounds -> IntStream.range(0, program.moves().size())
                            .filter(column -> isAlternative(column) && !serves(column, alternatives))
                            .forEach(column -> bounds.column(column, 0, 0)));
        }

        /** Whether a column serves the target with anything but what it wants. */
        private boolean isAlternative(int column) {
            return program.moves().get(column) instanceof Move.Serve serve
                    && setting.targetIds().contains(serve.demand())
                    && !serve.material().equals(setting.question().target().material());
        }

        private boolean serves(int column, Set<MaterialId> alternatives) {
            return isAlternative(column)
                    && alternatives.contains(((Move.Serve) program.moves().get(column)).material());
        }

        /** Nobody but the target goes shorter than without alternatives. */
        private LinearProgram keeping(LinearProgram open) {
            return open.with(bounds -> {
                for (int column = 0; column < program.moves().size(); column++) {
                    if (program.moves().get(column) instanceof Move.Unmet unmet
                            && !setting.targetIds().contains(unmet.demand())) {
                        double rounding = ROUNDING * program.wanted(unmet.demand()) / program.columnTons()[column];
                        bounds.column(column, 0, Math.max(0, before.optimal.value(column)) + rounding);
                    }
                }
            });
        }

        /** The most of the target's demand that the alternatives can serve. */
        private Most most(DeliveryProgram open, Set<MaterialId> alternatives, Run run) {
            double wanted = got(setting.targetIds()).wanted();
            if (!(wanted > 0)) {
                return new Most(0, () -> Derivation.given("served", tons(0), "nothing is wanted"));
            }
            double[] objective = new double[open.program().columns()];
            for (int column = 0; column < objective.length; column++) {
                objective[column] = serves(column, alternatives) ? open.columnTons()[column] / wanted : 0;
            }
            run.check();
            Optimal optimal = Setting.solver()
                    .solve(open.program().withObjective(LinearProgram.Sense.MAXIMIZE, objective), run.cancelled())
                    .optimal();
            setting.requireSharp(open, optimal);
            double most = Math.max(0, optimal.objective() * wanted);
            return new Most(
                    most, () -> new Prices(tons(wanted)).node("served", binding(open, optimal, wanted), most > 0));
        }

        /** What limits it, and that others may not go shorter. */
        private List<Binding> binding(DeliveryProgram open, Optimal optimal, double wanted) {
            ImmutableList.Builder<Binding> binding = ImmutableList.builder();
            binding.addAll(setting.stages(open, Run.here())
                    .limits(optimal, wanted, any -> false)
                    .binding());
            for (int column = 0; column < open.moves().size(); column++) {
                double most = optimal.program().columnHigh(column);
                if (open.moves().get(column) instanceof Move.Unmet unmet
                        && most < Double.POSITIVE_INFINITY
                        && optimal.reducedCost(column) != 0
                        && Stages.isAt(optimal.value(column), most)) {
                    Demand demand = setting.chain().demand(unmet.demand());
                    binding.add(new Binding(
                            Binding.Kind.DEMAND,
                            Optional.of(demand.id()),
                            "what %s goes without already".formatted(demand.id()),
                            Optional.of(demand.rate()),
                            most * open.columnTons()[column],
                            optimal.reducedCost(column) * wanted / open.columnTons()[column]));
                }
            }
            return binding.build();
        }

        private Range tons(double tons) {
            return Range.exactly(tons, setting.unit());
        }

        /** All share what is left once so much is shifted, as near as possible to the flows before. */
        private Solved after(DeliveryProgram open, Set<MaterialId> alternatives, double tons, Run run) {
            double wanted = got(setting.targetIds()).wanted();
            int[] columns = IntStream.range(0, open.moves().size())
                    .filter(column -> serves(column, alternatives))
                    .toArray();
            DeliveryProgram forced = open.with(open.program()
                    .withRow(
                            "shifted to alternatives",
                            tons / wanted - ROUNDING,
                            Double.POSITIVE_INFINITY,
                            columns,
                            IntStream.of(columns)
                                    .mapToDouble(column -> open.columnTons()[column] / wanted)
                                    .toArray()));
            Stages stages = setting.stages(forced, run);
            Optimal shared = stages.near(stages.settled(setting.question().sharing()), before.optimal);
            setting.requireSharp(forced, shared);
            return new Solved(setting.chain(), corner, forced, shared);
        }

        /** What largest shares allow of those that are ready; no demand is shifted twice. */
        private Tree.Node allowed(Set<MaterialId> alternatives) {
            List<Tree.Node> demands = new ArrayList<>();
            for (Demand demand : setting.targets()) {
                List<Tree.Node> shares = new ArrayList<>();
                for (Alternative alternative : demand.alternatives()) {
                    if (alternatives.contains(alternative.material())
                            && corner.isReady(
                                    demand.id(),
                                    alternative.rampUp(),
                                    setting.question().days())) {
                        shares.add(Derivation.read(
                                new FigurePlace(
                                                demand.id(),
                                                FigurePlace.Kind.LARGEST_SHARE,
                                                alternative.material().value())
                                        .toString(),
                                alternative.largestShare(),
                                Range.exactly(corner.share(demand.id(), alternative.largestShare()), Unit.SHARE)));
                    }
                }
                demands.add(Derivation.product(
                        "for " + demand.application(),
                        setting.unit(),
                        Derivation.read(
                                new FigurePlace(demand.id(), FigurePlace.Kind.RATE).toString(),
                                demand.rate(),
                                tons(program.wanted(demand.id()))),
                        Derivation.least(
                                "part that may shift",
                                Derivation.given("all of it", Range.exactly(1, Unit.SHARE), "no demand shifts twice"),
                                Derivation.sum("largest shares of those that are ready", Unit.SHARE, shares))));
            }
            return Derivation.sum("allowed", setting.unit(), demands);
        }
    }
}
