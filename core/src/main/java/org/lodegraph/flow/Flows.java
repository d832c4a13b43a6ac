package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.lodegraph.measure.Numbers;
import org.lodegraph.model.Id;
import org.lodegraph.model.Link;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Stock;

/** Reads a solution back as flows: marks are summed, markets are shown as lanes from each maker in proportion. */
final class Flows {

    /** Flows below this part of their column's scale are rounding. */
    static final double ROUNDING = 1e-9;

    private final Markets markets;
    private final Map<Key, Double> sums = new TreeMap<>(Comparator.comparing((Key key) -> key.kind())
            .thenComparing(Key::material)
            .thenComparing(Key::origin)
            .thenComparing(Key::destination)
            .thenComparing(key -> key.by().map(Id::value).orElse("")));

    private record Key(Flow.Kind kind, MaterialId material, String origin, String destination, Optional<Id> by) {}

    private Flows(Markets markets) {
        this.markets = markets;
    }

    static ImmutableList<Flow> of(Markets markets) {
        return new Flows(markets).read();
    }

    private ImmutableList<Flow> read() {
        List<Move> moves = markets.delivery().moves();
        for (int column = 0; column < moves.size(); column++) {
            if (markets.amount(column) > ROUNDING && !markets.isTrade(column)) {
                read(moves.get(column), markets.tons(column));
            }
        }
        markets.sales().stream().filter(sale -> sale.amount() > ROUNDING).forEach(this::read);
        ImmutableList.Builder<Flow> flows = ImmutableList.builder();
        sums.forEach((key, tons) -> flows.add(new Flow(
                key.kind(), key.material(), key.origin(), key.destination(), key.by(), Numbers.published(tons))));
        return flows.build();
    }

    /** What stays where it was made is no flow. */
    private void read(Markets.Sale sale) {
        String origin = sale.origin().country();
        if (sale.outlet().demand().isPresent()) {
            add(
                    Flow.Kind.SERVED,
                    sale.material(),
                    origin,
                    sale.outlet().demand().orElseThrow().value(),
                    sale.tons());
        } else if (!origin.equals(sale.outlet().place())) {
            sums.merge(
                    new Key(
                            Flow.Kind.SHIPPED,
                            sale.material(),
                            origin,
                            sale.outlet().place(),
                            sale.carrier().map(Markets.Carrier::link)),
                    sale.tons(),
                    Double::sum);
        }
    }

    private void read(Move move, double tons) {
        if (move instanceof Move.Run made) {
            add(
                    Flow.Kind.MADE,
                    markets.chain().recipe(made.recipe()).reference(),
                    made.line().value(),
                    place(made),
                    tons);
        } else if (move instanceof Move.Take take) {
            add(
                    Flow.Kind.MADE,
                    take.material(),
                    take.line().value(),
                    markets.chain().line(take.line()).country().value(),
                    tons);
        } else if (move instanceof Move.Via via) {
            Link link = Objects.requireNonNull(markets.chain().links().get(via.link()));
            if (link.isDomestic()) {
                return;
            }
            sums.merge(
                    new Key(
                            Flow.Kind.SHIPPED,
                            link.material(),
                            link.origin().value(),
                            link.destination().value(),
                            Optional.of(link.id())),
                    tons,
                    Double::sum);
        } else if (move instanceof Move.Serve serve) {
            String origin = serve.place().isEmpty() ? "boundary" : serve.place().substring(0, 3);
            add(Flow.Kind.SERVED, serve.material(), origin, serve.demand().value(), tons);
        } else if (move instanceof Move.Release release) {
            Stock stock = Objects.requireNonNull(markets.chain().stocks().get(release.stock()));
            add(
                    Flow.Kind.RELEASED,
                    stock.material(),
                    stock.id().value(),
                    stock.holder().value(),
                    tons);
        } else if (move instanceof Move.Store store) {
            Stock stock = Objects.requireNonNull(markets.chain().stocks().get(store.stock()));
            add(
                    Flow.Kind.STORED,
                    stock.material(),
                    stock.holder().value(),
                    stock.id().value(),
                    tons);
        }
    }

    private String place(Move.Run made) {
        return markets.chain().line(made.line()).country().value();
    }

    private void add(Flow.Kind kind, MaterialId material, String origin, String destination, double tons) {
        sums.merge(new Key(kind, material, origin, destination, Optional.empty()), tons, Double::sum);
    }
}
