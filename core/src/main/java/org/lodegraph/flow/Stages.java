package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.lodegraph.lp.LinearProgram;
import org.lodegraph.lp.Optimal;
import org.lodegraph.lp.Solver;
import org.lodegraph.model.Demand;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Id;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;

/**
 * Solves a delivery program: the target first, or everybody in three stages. A later stage searches only the optimal face
 * of the stage before, cut out by complementary slackness: a column with a reduced cost and a row with a price stay where
 * they are.
 */
final class Stages {

    /** Prices below this are rounding; objectives are of order one. */
    private static final double PRICE = 1e-10;

    /** How close to its bound a row or column must be to be held there. */
    private static final double AT_BOUND = 1e-9;

    private final SupplyChain chain;
    private final Seen usual;
    private final DeliveryProgram delivery;
    private final Solver solver;
    private final Run run;

    Stages(SupplyChain chain, DeliveryProgram delivery, Solver solver, Run run) {
        this(chain, Seen.of(chain), delivery, solver, run);
    }

    Stages(SupplyChain chain, Seen usual, DeliveryProgram delivery, Solver solver, Run run) {
        this.chain = chain;
        this.usual = usual;
        this.delivery = delivery;
        this.solver = solver;
        this.run = run;
    }

    /** The most that some demands can get if they are served before all others. */
    Optimal first(Collection<DemandId> demands) {
        return solve(firstProgram(demands));
    }

    /** The program of {@link #first}; its objective is in shares of what the demands want in all. */
    LinearProgram firstProgram(Collection<DemandId> demands) {
        double total = demands.stream().mapToDouble(delivery::wanted).sum();
        double[] objective = new double[delivery.program().columns()];
        if (total > 0) {
            for (DemandId demand : demands) {
                for (int column : delivery.serving().get(demand)) {
                    objective[column] = delivery.columnTons()[column] / total;
                }
            }
        }
        return delivery.program().withObjective(LinearProgram.Sense.MAXIMIZE, objective);
    }

    /** Everybody: as much as possible, then as the sharing says, then as usual. */
    Optimal shared(Sharing sharing) {
        return last(settled(sharing).face(), new Reference(usual, delivery)::asUsual);
    }

    /** As {@link #shared}, but last of all as near as possible to an earlier solution of the same columns. */
    Optimal near(Settled settled, Optimal before) {
        return last(settled.face(), face -> new Reference(usual, delivery).near(face, before));
    }

    /**
     * Stages 1 and 2: everybody's share is settled, the flows are not.
     *
     * @param face every solution that gives everybody so much
     * @param any one of them
     */
    record Settled(LinearProgram face, Optimal any) {}

    /** Everybody's share, once the sharing is done. */
    Settled settled(Sharing sharing) {
        Ladder ladder = ladder(sharing);
        return settled(sharing, ladder, solver.open(most(ladder.program()), run.cancelled()));
    }

    /** Everybody's share under an outage, from where stage 1 ended without it. */
    Settled settled(Sharing sharing, Ladder ladder, Solver.Session most) {
        Optimal whole = most.base().optimal();
        Solver.Session session = most;
        LinearProgram face = face(whole);
        if (sharing instanceof Sharing.HomeFirst) {
            session = next(session, face.withObjective(LinearProgram.Sense.MAXIMIZE, kept(face.columns())));
            face = face(session.base().optimal());
        }
        return isShort(whole)
                ? level(sharing, ladder, face, session)
                : new Settled(face, session.base().optimal());
    }

    /** What sharing needs beside the delivery. */
    Ladder ladder(Sharing sharing) {
        return Ladder.of(delivery, sharing::weight);
    }

    private Solver.Session next(Solver.Session session, LinearProgram variant) {
        run.check();
        return session.open(variant, run.cancelled());
    }

    /** Stage 3. */
    private Optimal last(LinearProgram face, Function<LinearProgram, Optional<LinearProgram>> objective) {
        return solve(objective
                .apply(face)
                .orElseGet(() -> face.withObjective(LinearProgram.Sense.MINIMIZE, new double[face.columns()])));
    }

    /** Stage 1 of a program that begins with the delivery's: the sum over materials of the served part of all demand. */
    LinearProgram most(LinearProgram program) {
        Map<MaterialId, Double> totals = new LinkedHashMap<>();
        for (Demand demand : chain.demands().values()) {
            totals.merge(demand.material(), delivery.wanted(demand.id()), Double::sum);
        }
        double[] objective = new double[program.columns()];
        for (DemandId demand : delivery.demandRows().keySet()) {
            double total =
                    Objects.requireNonNull(totals.get(chain.demand(demand).material()));
            for (int column : delivery.serving().get(demand)) {
                objective[column] = delivery.columnTons()[column] / total;
            }
        }
        return program.withObjective(LinearProgram.Sense.MAXIMIZE, objective);
    }

    private boolean isShort(Optimal optimal) {
        return chain.demands().keySet().stream()
                .anyMatch(demand -> delivery.served(optimal, demand) < delivery.wanted(demand) * (1 - AT_BOUND));
    }

    /** Countries keep what they make. */
    private double[] kept(int columns) {
        double[] objective = new double[columns];
        for (int column = 0; column < delivery.moves().size(); column++) {
            objective[column] = isKept(delivery.moves().get(column)) ? 1 : 0;
        }
        return objective;
    }

    private boolean isKept(Move move) {
        return move instanceof Move.Keep
                || move instanceof Move.Via via
                        && Objects.requireNonNull(chain.links().get(via.link())).isDomestic();
    }

    /** Stage 2: raises the lowest share until somebody cannot rise; holds those; goes on with the others. */
    private Settled level(Sharing sharing, Ladder ladder, LinearProgram face, Solver.Session start) {
        Set<DemandId> open = new TreeSet<>(delivery.demandRows().keySet());
        Map<DemandId, Double> floors = new LinkedHashMap<>();
        Solver.Session session = start;
        while (!open.isEmpty()) {
            session = next(session, ladder.raising(ladder.holding(face, floors), open));
            Optimal optimal = session.base().optimal();
            double level = optimal.value(ladder.level());
            Set<DemandId> settled = new TreeSet<>();
            for (DemandId demand : open) {
                int rung = Objects.requireNonNull(ladder.rungs().get(demand));
                if (Math.abs(optimal.price(rung)) > PRICE) {
                    settled.add(demand);
                    floors.put(demand, level * sharing.weight(demand));
                }
            }
            if (settled.isEmpty()) {
                throw new IllegalStateException(
                        "Delivery: no demand settles at level %s. Maybe report this chain.".formatted(level));
            }
            open.removeAll(settled);
        }
        return new Settled(ladder.holding(face, floors), session.base().optimal());
    }

    /** The program of an optimum, with everything that has a price held at its bound. */
    static LinearProgram face(Optimal optimal) {
        LinearProgram program = optimal.program();
        return program.with(bounds -> {
            for (int column = 0; column < program.columns(); column++) {
                double value = optimal.value(column);
                if (Math.abs(optimal.reducedCost(column)) > PRICE) {
                    double bound = nearest(value, program.columnLow(column), program.columnHigh(column));
                    if (isAt(value, bound)) {
                        bounds.column(column, bound, bound);
                    }
                }
            }
            for (int row = 0; row < program.rows(); row++) {
                double activity = optimal.activity(row);
                if (Math.abs(optimal.price(row)) > PRICE) {
                    double bound = nearest(activity, program.rowLow(row), program.rowHigh(row));
                    if (isAt(activity, bound)) {
                        bounds.row(row, bound, bound);
                    }
                }
            }
        });
    }

    private static double nearest(double value, double low, double high) {
        return Math.abs(value - low) <= Math.abs(high - value) ? low : high;
    }

    /** Nothing is at a bound that is not there. */
    static boolean isAt(double value, double bound) {
        return Double.isFinite(bound) && Math.abs(value - bound) <= AT_BOUND * Math.max(1, Math.abs(bound));
    }

    private Optimal solve(LinearProgram program) {
        run.check();
        return solver.solve(program, run.cancelled()).optimal();
    }

    /** The limits that have a price, and those that are tight without one; of what is lost there is none. */
    Limits limits(Optimal optimal, double total, Predicate<Id> lost) {
        List<Binding> binding = new ArrayList<>();
        ImmutableSet.Builder<String> tight = ImmutableSet.builder();
        for (int row = 0; row < delivery.limits().size(); row++) {
            Limiting limit = delivery.limits().get(row);
            double high = optimal.program().rowHigh(row);
            double price = optimal.price(row) * total / delivery.rowTons()[row];
            if (limit.kind() == Binding.Kind.BALANCE
                    || limit.subject().filter(lost).isPresent()
                    || !isAt(optimal.activity(row), high)) {
                continue;
            }
            if (Math.abs(optimal.price(row)) > PRICE) {
                binding.add(new Binding(
                        limit.kind(),
                        limit.subject(),
                        limit.what(),
                        limit.figure(),
                        high * delivery.rowTons()[row],
                        price));
            } else if (limit.kind() != Binding.Kind.DEMAND) {
                tight.add(limit.what());
            }
        }
        return new Limits(ImmutableList.copyOf(binding), tight.build());
    }

    /** What limits a delivery. */
    record Limits(ImmutableList<Binding> binding, ImmutableSet<String> tight) {
        static final Limits NONE = new Limits(ImmutableList.of(), ImmutableSet.of());
    }
}
