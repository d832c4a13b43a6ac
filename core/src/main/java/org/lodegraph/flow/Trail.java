package org.lodegraph.flow;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.SetMultimap;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ObjDoubleConsumer;
import org.lodegraph.measure.Numbers;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.FacilityId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Mobility;
import org.lodegraph.model.SupplyChain;

/**
 * Where what serves some demands comes from, followed upstream: what comes into a balance mixes there, and what is made of it
 * has the mix, as in {@link TracedFlows}. Where something is made of several materials, the one that fewest countries make is
 * followed, the first by name of equals; what is taken as unlimited is not.
 */
final class Trail {

    /** So many steps upstream of the demands are followed. */
    private static final int DEEP = 4;

    private final SupplyChain chain;
    private final DeliveryProgram delivery;
    private final Markets markets;

    /** What comes into each balance, by row. */
    private final ListMultimap<Integer, Feeder> feeders = ArrayListMultimap.create();

    /** The column of each run; what is taken of a companion comes of one. */
    private final Map<Move.Run, Integer> runs = new LinkedHashMap<>();

    /** In which countries a material is made. */
    private final SetMultimap<MaterialId, String> hands = LinkedHashMultimap.create();

    private final Map<Lane, Double> lanes = new LinkedHashMap<>();

    /** What comes into a balance, in units of its row: of a column, or else sold from another balance. */
    private record Feeder(int column, int origin, double amount) {}

    /** A material in a country, or at a demand. */
    private record Stop(MaterialId material, String place) {}

    private record Lane(int depth, Stop origin, Stop destination) {}

    Trail(Markets markets) {
        this.chain = markets.chain();
        this.delivery = markets.delivery();
        this.markets = markets;
        gather();
    }

    /** What some demands get, leg by leg; the legs nearest to the demands first. */
    ImmutableList<Leg> to(Collection<DemandId> demands) {
        return to(demands, this);
    }

    /** The same, along the materials that would be followed in another solution: so both can be compared. */
    ImmutableList<Leg> to(Collection<DemandId> demands, Trail followed) {
        lanes.clear();
        Map<Integer, Double> rows = served(demands);
        for (int depth = 2; depth <= DEEP; depth++) {
            Map<Integer, Double> next = new LinkedHashMap<>();
            int at = depth;
            rows.forEach((row, tons) -> upstream(at, row, stop(row), tons, followed, next));
            rows = next;
        }
        ImmutableList.Builder<Leg> legs = ImmutableList.builder();
        double most = lanes.values().stream().mapToDouble(tons -> tons).max().orElse(0);
        lanes.values().removeIf(tons -> tons <= most * Flows.ROUNDING);
        lanes.forEach((lane, tons) -> legs.add(new Leg(
                lane.depth,
                lane.origin.material,
                lane.origin.place,
                lane.destination.material,
                lane.destination.place,
                Numbers.published(tons))));
        return legs.build();
    }

    /** The legs that end at the demands, and the balances that these begin at. */
    private Map<Integer, Double> served(Collection<DemandId> demands) {
        Map<Integer, Double> rows = new LinkedHashMap<>();
        for (DemandId demand : demands) {
            Stop use = new Stop(chain.demand(demand).material(), demand.value());
            for (int column : delivery.serving().get(demand)) {
                double tons = markets.tons(column);
                if (markets.amount(column) > Flows.ROUNDING && !markets.isTrade(column)) {
                    drawn(column).ifPresent(row -> comes(1, row, use, tons, rows));
                }
            }
            for (Markets.Sale sale : markets.sales()) {
                if (sale.outlet().demand().filter(demand::equals).isPresent()) {
                    pass(1, sale.origin().row(), use, sale.tons(), rows);
                }
            }
        }
        return rows;
    }

    private void gather() {
        for (Markets.Sale sale : markets.sales()) {
            if (sale.outlet().demand().isEmpty()) {
                feeders.put(sale.outlet().row(), new Feeder(-1, sale.origin().row(), sale.amount()));
            }
        }
        for (int column = 0; column < delivery.moves().size(); column++) {
            if (delivery.moves().get(column) instanceof Move.Run run) {
                runs.put(run, column);
            }
            if (markets.amount(column) > Flows.ROUNDING && !markets.isTrade(column)) {
                gather(column, delivery.moves().get(column));
            }
        }
    }

    private void gather(int column, Move move) {
        for (Markets.Entry entry : markets.entries(column)) {
            if (entry.coefficient() > 0) {
                feeders.put(entry.row(), new Feeder(column, -1, entry.coefficient() * markets.amount(column)));
                boolean makes = move instanceof Move.Run || move instanceof Move.Take || move instanceof Move.Release;
                Places.Place place = delivery.places().get(entry.row());
                if (makes && place != null) {
                    hands.put(place.material(), stop(entry.row()).place);
                }
            }
        }
    }

    private Places.Place place(int row) {
        return Objects.requireNonNull(delivery.places().get(row));
    }

    private Stop stop(int row) {
        Places.Place place = place(row);
        boolean atSite = chain.material(place.material()).mobility() == Mobility.SITE;
        return new Stop(
                place.material(),
                atSite ? chain.facility(new FacilityId(place.place())).country().value() : place.place());
    }

    /** The balance that a column draws from; none for what is taken as unlimited. */
    private Optional<Integer> drawn(int column) {
        return markets.entries(column).stream()
                .filter(entry -> entry.coefficient() < 0)
                .map(Markets.Entry::row)
                .findFirst();
    }

    /** Gives each of those that feed a balance its part of some tons. */
    private void part(int row, double tons, ObjDoubleConsumer<Feeder> to) {
        List<Feeder> all = feeders.get(row);
        double sum = all.stream().mapToDouble(Feeder::amount).sum();
        all.forEach(feeder -> to.accept(feeder, tons * feeder.amount / sum));
    }

    /** What is drawn from a balance, from whoever made it. */
    private void comes(int depth, int row, Stop destination, double tons, Map<Integer, Double> rows) {
        if (place(row).made()) {
            pass(depth, row, destination, tons, rows);
            return;
        }
        part(row, tons, (feeder, share) -> {
            if (feeder.origin >= 0) {
                pass(depth, feeder.origin, destination, share, rows);
            } else if (delivery.moves().get(feeder.column) instanceof Move.Mix) {
                comes(depth, drawn(feeder.column).orElseThrow(), destination, share, rows);
            } else {
                drawn(feeder.column).ifPresent(from -> pass(depth, from, destination, share, rows));
            }
        });
    }

    private void pass(int depth, int origin, Stop destination, double tons, Map<Integer, Double> rows) {
        lanes.merge(new Lane(depth, stop(origin), destination), tons, Double::sum);
        rows.merge(origin, tons, Double::sum);
    }

    /** What was made, of what it was made; what a hub passed on, from whoever made it. */
    private void upstream(int depth, int row, Stop made, double tons, Trail followed, Map<Integer, Double> next) {
        if (!place(row).made()) {
            comes(depth, row, made, tons, next);
            return;
        }
        part(row, tons, (feeder, share) -> {
            Move move = delivery.moves().get(feeder.column);
            if (move instanceof Move.Mix) {
                upstream(depth, drawn(feeder.column).orElseThrow(), made, share, followed, next);
            } else if (move instanceof Move.Run || move instanceof Move.Take) {
                input(feeder.column, move, followed).ifPresent(input -> comes(depth, input, made, share, next));
            }
        });
    }

    /** The balance of the input that is followed. */
    private Optional<Integer> input(int column, Move move, Trail followed) {
        int run = move instanceof Move.Take take
                ? Objects.requireNonNull(runs.get(new Move.Run(take.line(), take.recipe(), take.marks())))
                : column;
        return markets.entries(run).stream()
                .filter(entry -> entry.coefficient() < 0)
                .map(Markets.Entry::row)
                .min(Comparator.comparing(
                                (Integer row) -> followed.hands(place(row).material()))
                        .thenComparing(row -> place(row).material()));
    }

    /** How many countries make a material; more than any if none does. */
    private int hands(MaterialId material) {
        int countries = hands.get(material).size();
        return countries == 0 ? Integer.MAX_VALUE : countries;
    }
}
