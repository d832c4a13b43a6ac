package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Outage;

/**
 * A solution as steps between pools, ready to be traced. Every balance of the program is a pool. What is left open is filled
 * in proportion: where no rule, cost or lane says who gets a country's product, all who may draw on it do.
 */
final class TracedFlows {

    /** A flow below this part of what comes into a pool is rounding. */
    private static final double ROUNDING = 1e-9;

    private final DeliveryProgram delivery;
    private final Markets markets;

    private final Mixing.Builder out = new Mixing.Builder();
    private final List<Integer> columns = new ArrayList<>();
    private final List<Feed> feeds = new ArrayList<>();
    private final ImmutableListMultimap.Builder<DemandId, Serving> serving = ImmutableListMultimap.builder();

    private record Feed(int step, int pool, double amount) {}

    /** A step that serves a demand, in tons a year of what is wanted. */
    record Serving(int step, double tons) {}

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

    private TracedFlows(Markets markets) {
        this.delivery = markets.delivery();
        this.markets = markets;
    }

    /** Reads a solution. */
    static Net of(Markets markets) {
        return new TracedFlows(markets).read();
    }

    private Net read() {
        for (int row = 0; row < delivery.program().rows(); row++) {
            out.pool();
        }
        markets.sales().forEach(this::addSale);
        for (int column = 0; column < delivery.moves().size(); column++) {
            if (markets.amount(column) > 0 && !markets.isTrade(column)) {
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

    private int step(int column) {
        columns.add(column);
        return out.step();
    }

    private void addStep(int column) {
        int step = step(column);
        for (Markets.Entry entry : markets.entries(column)) {
            if (entry.coefficient() < 0) {
                out.draw(step, entry.row());
            } else {
                feeds.add(new Feed(step, entry.row(), entry.coefficient() * markets.amount(column)));
            }
        }
        if (delivery.moves().get(column) instanceof Move.Serve serve) {
            serving.put(serve.demand(), new Serving(step, markets.tons(column)));
        }
    }

    private void addFeeds() {
        double[] all = new double[delivery.program().rows()];
        feeds.forEach(feed -> all[feed.pool] += feed.amount);
        for (Feed feed : feeds) {
            if (feed.amount > ROUNDING * all[feed.pool]) {
                out.feed(feed.step, feed.pool, feed.amount);
            }
        }
    }

    private void addSale(Markets.Sale sale) {
        int step = step(sale.carrier().map(Markets.Carrier::column).orElse(-1));
        out.draw(step, sale.origin().row());
        sale.outlet()
                .demand()
                .ifPresentOrElse(
                        demand -> serving.put(demand, new Serving(step, sale.tons())),
                        () -> feeds.add(new Feed(step, sale.outlet().row(), sale.amount())));
    }
}
