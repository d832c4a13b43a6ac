package org.lodegraph.flow;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lodegraph.lp.LinearProgram;
import org.lodegraph.lp.Optimal;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Link;
import org.lodegraph.model.LinkId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.SupplyChain;

/**
 * Who buys from whom in a solution. Every maker sells and every buyer gets as much as was solved; what no rule, cost or lane
 * says is filled in proportion: all who may draw on a country's product do (decision 0008).
 */
final class Markets {

    private final SupplyChain chain;
    private final DeliveryProgram delivery;
    private final boolean keepsAtHome;

    /** What each column does, in its own unit; never below zero. */
    private final double[] amounts;

    private final ImmutableList<List<Entry>> entries;
    private final BitSet bound = new BitSet();
    private final Map<MaterialId, Map<Lane, Double>> lanes = new TreeMap<>();
    private final Map<Lane, Carrier> carriers = new LinkedHashMap<>();
    private final List<Sale> sales = new ArrayList<>();

    /** Tons a year of what a demand wants, per unit of the balances of the material that serves it. */
    private final Map<Served, Double> wantedPer = new LinkedHashMap<>();

    private record Served(DemandId demand, MaterialId material) {}

    /** What a country uses of a material, whatever its marks. */
    private record Use(CountryId country, MaterialId material) {}

    private record Lane(Origin origin, Outlet outlet) {}

    /** A column in a balance: below zero it draws from it. */
    record Entry(int row, double coefficient) {}

    /** The balance of what a country made. */
    record Origin(int row, String country) {}

    /**
     * What takes a material that a country made: the balance of a country that uses it, or a demand of the rest of the world,
     * which has none.
     *
     * @param by the column of a lane of its own, -1 for all others
     */
    record Outlet(int row, String place, int by, Optional<DemandId> demand) {}

    /** A link that takes the place of free trade between two countries, and its column. */
    record Carrier(LinkId link, int column) {}

    /**
     * What a buyer gets of a maker.
     *
     * @param amount in units of the origin's balance
     * @param tons in t/a of the material, or of what is wanted where a demand takes it
     */
    record Sale(
            MaterialId material, Origin origin, Outlet outlet, double amount, double tons, Optional<Carrier> carrier) {}

    private Markets(SupplyChain chain, DeliveryProgram delivery, Optimal optimal, boolean keepsAtHome) {
        this.chain = chain;
        this.delivery = delivery;
        this.keepsAtHome = keepsAtHome;
        this.amounts = IntStream.range(0, delivery.moves().size())
                .mapToDouble(column -> Math.max(0, optimal.value(column)))
                .toArray();
        this.entries = delivery.moves().stream()
                .map(move -> (List<Entry>) new ArrayList<Entry>())
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Reads a solution.
     *
     * @param keepsAtHome whether it was asked that countries keep what they make, so that this is not open
     */
    static Markets of(SupplyChain chain, DeliveryProgram delivery, Optimal optimal, boolean keepsAtHome) {
        Markets markets = new Markets(chain, delivery, optimal, keepsAtHome);
        markets.enter();
        markets.serveAlike();
        markets.gather();
        markets.lanes.forEach(markets::spread);
        return markets;
    }

    SupplyChain chain() {
        return chain;
    }

    DeliveryProgram delivery() {
        return delivery;
    }

    /** How much a column does, in its own unit; never below zero. */
    double amount(int column) {
        return amounts[column];
    }

    /** How much a column does, in t/a; never below zero. */
    double tons(int column) {
        return amount(column) * delivery.columnTons()[column];
    }

    /** The balances that a column draws from and feeds. */
    List<Entry> entries(int column) {
        return entries.get(column);
    }

    /** Whether a column is a part of these markets; any other stands for itself. */
    boolean isTrade(int column) {
        Move move = delivery.moves().get(column);
        return move instanceof Move.Keep
                || move instanceof Move.Export
                || move instanceof Move.Import
                || move instanceof Move.Via via && isOpen(column, via)
                || move instanceof Move.Serve serve && isAsIfAtHome(serve);
    }

    /** Every sale above nothing, by material. */
    List<Sale> sales() {
        return sales;
    }

    private void enter() {
        LinearProgram program = delivery.program();
        for (int row = 0; row < program.rows(); row++) {
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
    }

    /** A link that says nothing of how much it carries is there only so that it can be lost. */
    private boolean isOpen(int column, Move.Via via) {
        Link link = link(via);
        return !bound.get(column)
                && !link.reexport()
                && link.observed().isEmpty()
                && link.capacity().isEmpty();
    }

    private Link link(Move.Via via) {
        return Objects.requireNonNull(chain.links().get(via.link()));
    }

    /** The rest of the world draws on what each country made. */
    private boolean isAsIfAtHome(Move.Serve serve) {
        return !serve.place().isEmpty()
                && chain.demand(serve.demand()).consumer().equals(CountryId.REST);
    }

    /**
     * All uses of a country draw alike on all that it uses, whatever marks rules put on it; each gets, and of each so much is
     * drawn, as was solved. The rest of the world draws on makers, as buyers do.
     */
    private void serveAlike() {
        ListMultimap<Use, Integer> uses = ArrayListMultimap.create();
        for (int column = 0; column < amounts.length; column++) {
            if (delivery.moves().get(column) instanceof Move.Serve serve
                    && !serve.place().isEmpty()
                    && !isAsIfAtHome(serve)) {
                uses.put(new Use(chain.demand(serve.demand()).consumer(), serve.material()), column);
            }
        }
        Multimaps.asMap(uses).values().forEach(this::serveAlike);
    }

    private void serveAlike(List<Integer> columns) {
        Map<Integer, Double> drawn = sums(columns, column -> from(column).row);
        Map<DemandId, Double> served = sums(columns, this::demand);
        double all = drawn.values().stream().mapToDouble(part -> part).sum();
        if (drawn.size() > 1 && all > 0) {
            for (int column : columns) {
                double part = Objects.requireNonNull(drawn.get(from(column).row)) / all;
                amounts[column] = part * Objects.requireNonNull(served.get(demand(column))) / -from(column).coefficient;
            }
        }
    }

    /** What columns draw, in units of their balances, added up by something. */
    private <K> Map<K, Double> sums(List<Integer> columns, Function<Integer, K> by) {
        Map<K, Double> sums = new LinkedHashMap<>();
        columns.forEach(
                column -> sums.merge(by.apply(column), -from(column).coefficient * amounts[column], Double::sum));
        return sums;
    }

    private Entry from(int column) {
        return entries.get(column).get(0);
    }

    private DemandId demand(int column) {
        return ((Move.Serve) delivery.moves().get(column)).demand();
    }

    private void gather() {
        Map<Integer, Map<Origin, Double>> exports = new LinkedHashMap<>();
        for (int column = 0; column < entries.size(); column++) {
            if (delivery.moves().get(column) instanceof Move.Export export) {
                exports.computeIfAbsent(export.pool(), pool -> new LinkedHashMap<>())
                        .put(origin(column, export.country().value()), amount(column));
            }
        }
        for (int column = 0; column < entries.size(); column++) {
            Move move = delivery.moves().get(column);
            if (move instanceof Move.Keep keep) {
                String country = keep.country().value();
                add(keep.material(), origin(column, country), outlet(column, country, keepsAtHome), amount(column));
            } else if (move instanceof Move.Import arrive) {
                Map<Origin, Double> from = exports.getOrDefault(arrive.pool(), ImmutableMap.of());
                double offered =
                        from.values().stream().mapToDouble(part -> part).sum();
                Outlet outlet = outlet(column, arrive.country().value(), bound.get(column));
                double part = offered > 0 ? amount(column) / offered : 0;
                from.forEach((origin, offer) -> add(arrive.material(), origin, outlet, offer * part));
            } else if (move instanceof Move.Via via && isOpen(column, via)) {
                Link link = link(via);
                Origin origin = origin(column, link.origin().value());
                Outlet outlet = outlet(column, link.destination().value(), false);
                add(link.material(), origin, outlet, amount(column));
                carriers.put(new Lane(origin, outlet), new Carrier(link.id(), column));
            } else if (move instanceof Move.Serve serve && isAsIfAtHome(serve)) {
                Entry entry = from(column);
                add(
                        serve.material(),
                        // The place of a market is its country.
                        new Origin(entry.row, serve.place().substring(0, 3)),
                        new Outlet(-1, CountryId.REST.value(), -1, Optional.of(serve.demand())),
                        -entry.coefficient * amount(column));
                wantedPer.put(
                        new Served(serve.demand(), serve.material()),
                        delivery.columnTons()[column] / -entry.coefficient);
            }
        }
    }

    /** The balance that a column of trade draws from. */
    private Origin origin(int column, String country) {
        return new Origin(
                entries.get(column).stream()
                        .filter(entry -> entry.coefficient < 0)
                        .findFirst()
                        .orElseThrow()
                        .row,
                country);
    }

    private Outlet outlet(int column, String country, boolean alone) {
        int row = entries.get(column).stream()
                .filter(entry -> entry.coefficient > 0)
                .findFirst()
                .orElseThrow()
                .row;
        return new Outlet(row, country, alone ? column : -1, Optional.empty());
    }

    private void add(MaterialId material, Origin origin, Outlet outlet, double amount) {
        lanes.computeIfAbsent(material, any -> new LinkedHashMap<>())
                .merge(new Lane(origin, outlet), amount, Double::sum);
    }

    private void spread(MaterialId material, Map<Lane, Double> flows) {
        List<Origin> origins =
                flows.keySet().stream().map(Lane::origin).distinct().toList();
        List<Outlet> outlets =
                flows.keySet().stream().map(Lane::outlet).distinct().toList();
        Map<Origin, Integer> rows = places(origins);
        Map<Outlet, Integer> columns = places(outlets);
        boolean[][] open = new boolean[origins.size()][outlets.size()];
        double[][] amounts = new double[origins.size()][outlets.size()];
        flows.forEach((lane, amount) -> {
            int row = Objects.requireNonNull(rows.get(lane.origin));
            int column = Objects.requireNonNull(columns.get(lane.outlet));
            open[row][column] = true;
            amounts[row][column] = amount;
        });
        double[][] table = Proportions.of(open, amounts);
        for (int row = 0; row < table.length; row++) {
            for (int column = 0; column < table[row].length; column++) {
                if (table[row][column] > 0) {
                    sales.add(sale(material, origins.get(row), outlets.get(column), table[row][column]));
                }
            }
        }
    }

    private static <K> Map<K, Integer> places(List<K> keys) {
        return IntStream.range(0, keys.size()).boxed().collect(ImmutableMap.toImmutableMap(keys::get, place -> place));
    }

    private Sale sale(MaterialId material, Origin origin, Outlet outlet, double amount) {
        double tonsPer = outlet.demand
                .map(demand -> Objects.requireNonNull(wantedPer.get(new Served(demand, material))))
                .orElse(delivery.rowTons()[origin.row]);
        return new Sale(
                material,
                origin,
                outlet,
                amount,
                amount * tonsPer,
                Optional.ofNullable(carriers.get(new Lane(origin, outlet))));
    }
}
