package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lodegraph.lp.LinearProgram;
import org.lodegraph.lp.Optimal;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Link;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Outage;
import org.lodegraph.model.SupplyChain;

/**
 * A solution as steps between pools, ready to be traced. Every balance of the program is a pool. What is left open is filled
 * in proportion: where no rule, cost or lane says who gets a country's product, all who may draw on it do.
 */
final class TracedFlows {

    /** A flow below this part of what comes into a pool is rounding. */
    private static final double ROUNDING = 1e-9;

    private final SupplyChain chain;
    private final DeliveryProgram delivery;
    private final LinearProgram program;
    private final Optimal optimal;
    private final boolean keepsAtHome;

    private final Mixing.Builder out = new Mixing.Builder();
    private final List<Integer> columns = new ArrayList<>();
    private final List<Feed> feeds = new ArrayList<>();
    private final ImmutableListMultimap.Builder<DemandId, Serving> serving = ImmutableListMultimap.builder();
    private final List<List<Entry>> entries = new ArrayList<>();
    private final BitSet bound = new BitSet();

    /** Tons a year of what a demand wants, per unit of the balances of the material that serves it. */
    private final Map<Served, Double> tonsPer = new LinkedHashMap<>();

    /** The column of each open link, which takes the place of free trade between the two. */
    private final Map<Lane, Integer> links = new LinkedHashMap<>();

    private record Served(DemandId demand, MaterialId material) {}

    /** A column in a balance: below zero it draws from it. */
    private record Entry(int row, double coefficient) {}

    private record Feed(int step, int pool, double amount) {}

    /** A step that serves a demand, in tons a year of what is wanted. */
    record Serving(int step, double tons) {}

    /**
     * What takes a material that a country made: a balance, or a demand of the rest of the world; {@code by} is the column
     * of a lane of its own, -1 for all others.
     */
    private record Outlet(int row, int by, Optional<DemandId> demand) {}

    private record Lane(int origin, Outlet outlet) {}

    /** What is traced. */
    record Net(Mixing mixing, ImmutableList<Optional<Move>> moves, ImmutableListMultimap<DemandId, Serving> serving) {

        /** The share of every step that passed what an outage would lose. */
        double[] shares(Outage group) {
            return mixing.shares(members(group));
        }

        /** The steps that an outage would lose. */
        BitSet members(Outage group) {
            BitSet members = new BitSet();
            for (int step = 0; step < moves.size(); step++) {
                members.set(
                        step, moves.get(step).map(move -> move.isLostIn(group)).orElse(false));
            }
            return members;
        }

        /** The steps that serve a demand. */
        ImmutableList<Serving> serving(DemandId demand) {
            return serving.get(demand);
        }

        /** Tons a year that some demands get. */
        double served(Collection<DemandId> demands) {
            double served = 0;
            for (DemandId demand : demands) {
                for (Serving part : serving.get(demand)) {
                    served += part.tons;
                }
            }
            return served;
        }

        /** Tons a year of them with these shares. */
        double passed(Collection<DemandId> demands, double[] shares) {
            double passed = 0;
            for (DemandId demand : demands) {
                for (Serving part : serving.get(demand)) {
                    passed += part.tons * shares[part.step];
                }
            }
            return passed;
        }
    }

    private TracedFlows(SupplyChain chain, DeliveryProgram delivery, Optimal optimal, boolean keepsAtHome) {
        this.chain = chain;
        this.delivery = delivery;
        this.program = delivery.program();
        this.optimal = optimal;
        this.keepsAtHome = keepsAtHome;
    }

    /**
     * Reads a solution.
     *
     * @param keepsAtHome whether it was asked that countries keep what they make, so that this is not open
     */
    static Net of(SupplyChain chain, DeliveryProgram delivery, Optimal optimal, boolean keepsAtHome) {
        return new TracedFlows(chain, delivery, optimal, keepsAtHome).read();
    }

    private Net read() {
        delivery.moves().forEach(move -> entries.add(new ArrayList<>()));
        for (int row = 0; row < program.rows(); row++) {
            out.pool();
            Binding.Kind kind = delivery.limits().get(row).kind();
            // What may be taken of a companion is a pool, too, with the other sign: taken <= yielded.
            double sign = program.rowLow(row) == Double.NEGATIVE_INFINITY ? -1 : 1;
            for (int column : program.columnsIn(row)) {
                if (kind == Binding.Kind.BALANCE) {
                    entries.get(column).add(new Entry(row, sign * program.entry(row, column)));
                } else if (kind == Binding.Kind.POLICY) {
                    bound.set(column);
                }
            }
        }
        delivery.costs().keySet().forEach(bound::set);
        addTrade();
        for (int column = 0; column < entries.size(); column++) {
            if (amount(column) > 0 && !isTrade(column)) {
                addStep(column);
            }
        }
        addFeeds();
        return new Net(
                out.build(),
                columns.stream()
                        .map(column -> column < 0
                                ? Optional.<Move>empty()
                                : Optional.of(delivery.moves().get(column)))
                        .collect(ImmutableList.toImmutableList()),
                serving.build());
    }

    private double amount(int column) {
        return Math.max(0, optimal.value(column));
    }

    private int step(int column) {
        columns.add(column);
        return out.step();
    }

    private void addStep(int column) {
        int step = step(column);
        for (Entry entry : entries.get(column)) {
            if (entry.coefficient < 0) {
                out.draw(step, entry.row);
            } else {
                feeds.add(new Feed(step, entry.row, entry.coefficient * amount(column)));
            }
        }
        if (delivery.moves().get(column) instanceof Move.Serve serve) {
            serving.put(serve.demand(), new Serving(step, delivery.tons(optimal, column)));
        }
    }

    private void addFeeds() {
        double[] all = new double[program.rows()];
        feeds.forEach(feed -> all[feed.pool] += feed.amount);
        for (Feed feed : feeds) {
            if (feed.amount > ROUNDING * all[feed.pool]) {
                out.feed(feed.step, feed.pool, feed.amount);
            }
        }
    }

    // ---- trade

    private boolean isTrade(int column) {
        Move move = delivery.moves().get(column);
        return move instanceof Move.Keep
                || move instanceof Move.Export
                || move instanceof Move.Import
                || move instanceof Move.Via via && isOpen(column, via)
                || move instanceof Move.Serve serve && isAsIfAtHome(serve);
    }

    /** A link that says nothing of how much it carries is there only so that it can be lost. */
    private boolean isOpen(int column, Move.Via via) {
        Link link = Objects.requireNonNull(chain.links().get(via.link()));
        return !bound.get(column)
                && !link.reexport()
                && link.observed().isEmpty()
                && link.capacity().isEmpty();
    }

    /** The rest of the world draws on what each country made. */
    private boolean isAsIfAtHome(Move.Serve serve) {
        return !serve.place().isEmpty()
                && chain.demand(serve.demand()).consumer().equals(CountryId.REST);
    }

    private void addTrade() {
        Map<Integer, Map<Integer, Double>> exports = new LinkedHashMap<>();
        for (int column = 0; column < entries.size(); column++) {
            if (delivery.moves().get(column) instanceof Move.Export export) {
                exports.computeIfAbsent(export.pool(), pool -> new LinkedHashMap<>())
                        .put(origin(column), amount(column));
            }
        }
        Map<MaterialId, Map<Lane, Double>> markets = new TreeMap<>();
        for (int column = 0; column < entries.size(); column++) {
            Move move = delivery.moves().get(column);
            if (move instanceof Move.Keep keep) {
                add(markets, keep.material(), origin(column), outlet(column, keepsAtHome), amount(column));
            } else if (move instanceof Move.Import arrive) {
                Map<Integer, Double> from = exports.getOrDefault(arrive.pool(), ImmutableMap.of());
                double offered = sum(from.values());
                Outlet outlet = outlet(column, bound.get(column));
                double amount = offered > 0 ? amount(column) / offered : 0;
                from.forEach((origin, part) -> add(markets, arrive.material(), origin, outlet, part * amount));
            } else if (move instanceof Move.Via via && isOpen(column, via)) {
                Link link = Objects.requireNonNull(chain.links().get(via.link()));
                int origin = origin(column);
                Outlet outlet = outlet(column, false);
                add(markets, link.material(), origin, outlet, amount(column));
                links.put(new Lane(origin, outlet), column);
            } else if (move instanceof Move.Serve serve && isAsIfAtHome(serve)) {
                Entry entry = entries.get(column).get(0);
                Outlet outlet = new Outlet(-1, -1, Optional.of(serve.demand()));
                add(markets, serve.material(), entry.row, outlet, -entry.coefficient * amount(column));
                tonsPer.put(
                        new Served(serve.demand(), serve.material()),
                        delivery.columnTons()[column] / -entry.coefficient);
            }
        }
        markets.forEach(this::spread);
    }

    /** The balance that a column of trade draws from. */
    private int origin(int column) {
        return entries.get(column).stream()
                .filter(entry -> entry.coefficient < 0)
                .findFirst()
                .orElseThrow()
                .row;
    }

    private Outlet outlet(int column, boolean alone) {
        int row = entries.get(column).stream()
                .filter(entry -> entry.coefficient > 0)
                .findFirst()
                .orElseThrow()
                .row;
        return new Outlet(row, alone ? column : -1, Optional.empty());
    }

    private static void add(
            Map<MaterialId, Map<Lane, Double>> markets, MaterialId material, int origin, Outlet outlet, double amount) {
        markets.computeIfAbsent(material, any -> new LinkedHashMap<>())
                .merge(new Lane(origin, outlet), amount, Double::sum);
    }

    private void spread(MaterialId material, Map<Lane, Double> lanes) {
        List<Integer> origins =
                lanes.keySet().stream().map(Lane::origin).distinct().toList();
        List<Outlet> outlets =
                lanes.keySet().stream().map(Lane::outlet).distinct().toList();
        Map<Integer, Integer> rows = places(origins);
        Map<Outlet, Integer> places = places(outlets);
        boolean[][] open = new boolean[origins.size()][outlets.size()];
        double[][] flows = new double[origins.size()][outlets.size()];
        lanes.forEach((lane, amount) -> {
            int row = Objects.requireNonNull(rows.get(lane.origin));
            int column = Objects.requireNonNull(places.get(lane.outlet));
            open[row][column] = true;
            flows[row][column] = amount;
        });
        double[][] table = Proportions.of(open, flows);
        for (int row = 0; row < table.length; row++) {
            for (int column = 0; column < table[row].length; column++) {
                if (table[row][column] > 0) {
                    addLane(material, origins.get(row), outlets.get(column), table[row][column]);
                }
            }
        }
    }

    private static <K> Map<K, Integer> places(List<K> keys) {
        return IntStream.range(0, keys.size()).boxed().collect(ImmutableMap.toImmutableMap(keys::get, place -> place));
    }

    private void addLane(MaterialId material, int origin, Outlet outlet, double amount) {
        int step = step(links.getOrDefault(new Lane(origin, outlet), -1));
        out.draw(step, origin);
        outlet.demand.ifPresentOrElse(
                demand -> serving.put(
                        demand,
                        new Serving(step, amount * Objects.requireNonNull(tonsPer.get(new Served(demand, material))))),
                () -> feeds.add(new Feed(step, outlet.row, amount)));
    }

    private static double sum(Collection<Double> amounts) {
        return amounts.stream().mapToDouble(amount -> amount).sum();
    }
}
