package org.lodegraph.tables;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Conversion;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Change;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.SupplyChain;

/**
 * What was seen to be shipped, as a change of a chain: {@code chain.with(TradeFlows.of("gallium-compounds", flows))}. Every pair of
 * countries gets a {@link Link} with its observed flow in the chain's year, or the year said; a link that is there keeps what
 * else it says. Codes are added up. Where exporter and importer tell different weights, the flow is a range from the one to the
 * other; where one of them is unknown, it is what the other says. What comes from or goes to nowhere in particular, or back to
 * where it came from, makes no lane.
 *
 * <p>Weights are gross. A material on another basis needs a named factor, {@link #by}.
 *
 * @param material what is shipped
 * @param flows what was reported; of one material, and of any year
 * @param year which year is taken; empty for the chain's
 * @param conversion from gross weight to the material's basis; empty if that is gross
 */
public record TradeFlows(
        MaterialId material, List<TradeFlow> flows, Optional<Integer> year, Optional<Conversion> conversion)
        implements Change {

    private record Lane(CountryId exporter, CountryId importer) implements Comparable<Lane> {
        @Override
        public int compareTo(Lane other) {
            int first = exporter.compareTo(other.exporter);
            return first == 0 ? importer.compareTo(other.importer) : first;
        }
    }

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if a flow is that of a basket which holds more than the material, or a code holds another
     */
    public TradeFlows {
        flows = ImmutableList.copyOf(flows);
        flows.forEach(flow -> flow.basket().ifPresent(basket -> basket.requireWhole(material)));
        HsCode.requireApart(flows.stream().map(TradeFlow::hs).collect(toImmutableSet()));
    }

    /**
     * Flows of a material.
     *
     * @param material its id
     * @param flows as {@link TradeTable} reads them
     * @throws IllegalArgumentException if a flow is that of a basket which holds more than the material, or a code holds another
     */
    public static TradeFlows of(String material, List<TradeFlow> flows) {
        return new TradeFlows(new MaterialId(material), flows, Optional.empty(), Optional.empty());
    }

    /** A copy that takes another year than the chain's. */
    public TradeFlows in(int which) {
        return new TradeFlows(material, flows, Optional.of(which), conversion);
    }

    /** A copy that converts gross weight to the basis of the material. */
    public TradeFlows by(Conversion factor) {
        return new TradeFlows(material, flows, year, Optional.of(factor));
    }

    /**
     * The chain with the links.
     *
     * @throws IllegalArgumentException if the chain does not have the material, no flow is of the year, or a factor is missing
     */
    @Override
    public SupplyChain on(SupplyChain chain) {
        Material goods = chain.material(material);
        requireBasis(goods);
        int wanted = year.orElse(chain.year());
        Map<Lane, Map<TradeFlow.By, List<TradeFlow>>> lanes = new TreeMap<>();
        for (TradeFlow flow : flows) {
            if (flow.year() == wanted && isLane(flow)) {
                lanes.computeIfAbsent(
                                new Lane(flow.exporter(), flow.importer()), lane -> new EnumMap<>(TradeFlow.By.class))
                        .computeIfAbsent(flow.by(), side -> new ArrayList<>())
                        .add(flow);
            }
        }
        if (lanes.isEmpty()) {
            throw new IllegalArgumentException(
                    "Trade of '%s': no flow of %s between two countries (years seen: %s). Maybe say another year, in(2023)."
                            .formatted(
                                    material,
                                    wanted,
                                    flows.stream().map(TradeFlow::year).collect(toImmutableSortedSet(naturalOrder()))));
        }
        double factor = conversion.map(Conversion::factor).orElse(1.0);
        Map<Lane, Link> known = links(chain);
        SupplyChain.Builder builder = chain.toBuilder();
        lanes.forEach((lane, sides) -> {
            Figure seen = combined(sides.values().stream().map(TradeFlows::sum).toList(), goods.basis());
            Link link = Optional.ofNullable(known.get(lane)).orElseGet(() -> link(lane));
            builder.put(link.withObserved(seen.map(spread -> spread.times(factor))));
        });
        return builder.build();
    }

    private static boolean isLane(TradeFlow flow) {
        return !flow.exporter().equals(flow.importer())
                && !flow.exporter().equals(CountryId.NOWHERE)
                && !flow.importer().equals(CountryId.NOWHERE);
    }

    private void requireBasis(Material goods) {
        Basis from = conversion.map(Conversion::source).orElse(Basis.GROSS);
        Basis to = conversion.map(Conversion::target).orElse(Basis.GROSS);
        if (!from.equals(Basis.GROSS) || !to.equals(goods.basis())) {
            throw new IllegalArgumentException(
                    "Trade of '%s': weights are gross, and the material stands on %s (factor seen: %s). Maybe a named factor from gross to %s, by(new Conversion(...))."
                            .formatted(
                                    material,
                                    goods.basis(),
                                    conversion.map(Conversion::name).orElse("none"),
                                    goods.basis()));
        }
    }

    /** The codes of one side together; unknown if one of them is. */
    private static Figure sum(List<TradeFlow> codes) {
        Figure first = codes.get(0).quantity();
        Optional<TradeFlow> gap =
                codes.stream().filter(flow -> !flow.quantity().isKnown()).findFirst();
        if (gap.isPresent()) {
            return gap.orElseThrow().quantity();
        }
        double low = codes.stream()
                .mapToDouble(flow -> flow.quantity().range().low())
                .sum();
        double high = codes.stream()
                .mapToDouble(flow -> flow.quantity().range().high())
                .sum();
        return new Figure.Known(spread(low, high), first.unit(), first.source(), Figure.Status.REPORTED, "");
    }

    /** What both sides say: the range from the one to the other. */
    private static Figure combined(List<Figure> sides, Basis basis) {
        List<Figure> known = sides.stream().filter(Figure::isKnown).toList();
        Figure first = sides.get(0);
        Unit unit = Unit.T_PER_A.of(basis);
        if (known.isEmpty()) {
            return new Figure.Unknown(unit, first.source(), "no weight reported by either side");
        }
        double low =
                known.stream().mapToDouble(side -> side.range().low()).min().orElseThrow();
        double high =
                known.stream().mapToDouble(side -> side.range().high()).max().orElseThrow();
        String note = low < high && known.size() > 1 ? "exporter and importer tell different weights" : "";
        return new Figure.Known(spread(low, high), unit, first.source(), Figure.Status.REPORTED, note);
    }

    private static Spread spread(double low, double high) {
        return low < high ? Spread.between(low, high) : Spread.exact(low);
    }

    /** The links of the material that are there. */
    private Map<Lane, Link> links(SupplyChain chain) {
        Map<Lane, Link> links = new TreeMap<>();
        chain.links().values().stream()
                .filter(link -> link.material().equals(material))
                .forEach(link -> links.putIfAbsent(new Lane(link.origin(), link.destination()), link));
        return links;
    }

    private Link link(Lane lane) {
        return Link.of(
                "%s-%s-%s".formatted(material, lane.exporter, lane.importer).toLowerCase(Locale.ROOT),
                material.value(),
                lane.exporter,
                lane.importer);
    }
}
