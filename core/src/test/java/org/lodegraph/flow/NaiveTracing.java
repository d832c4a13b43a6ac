package org.lodegraph.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lodegraph.lp.Optimal;
import org.lodegraph.measure.Reading;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Link;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Mobility;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;

/**
 * The slow, obvious twin of {@link TracedFlows}, for rules that end at processing and links that have a capacity: a list of
 * flows by name, read off the meaning of each move and the recipes of the chain, never off the program's matrix.
 */
final class NaiveTracing {

    private final SupplyChain chain;
    private final Rules rules;
    private final List<Flow> flows = new ArrayList<>();

    /** Tons that go from all of some pools (or from nowhere) to a pool or a demand. */
    private record Flow(Move move, Set<String> from, String to, double tons) {}

    private NaiveTracing(SupplyChain chain) {
        this.chain = chain;
        this.rules = new Rules(chain);
    }

    static NaiveTracing of(SupplyChain chain, DeliveryProgram delivery, Optimal optimal, boolean keepsAtHome) {
        NaiveTracing naive = new NaiveTracing(chain);
        for (int column = 0; column < delivery.moves().size(); column++) {
            double tons = delivery.tons(optimal, column);
            if (tons > 0) {
                naive.read(delivery.moves().get(column), tons);
            }
        }
        chain.materials().keySet().forEach(material -> naive.trade(material, delivery, optimal, keepsAtHome));
        return naive;
    }

    private static String made(MaterialId material, CountryId country) {
        return "%s made in %s".formatted(material, country);
    }

    private static String used(MaterialId material, CountryId country) {
        return "%s used in %s".formatted(material, country);
    }

    private String made(MaterialId material, InstalledLine line) {
        return chain.material(material).mobility() == Mobility.SITE
                ? material + " at " + line.facility().id()
                : made(material, line.country());
    }

    private Set<String> inputs(Recipe recipe, InstalledLine line) {
        Set<String> from = new LinkedHashSet<>();
        recipe.inputs()
                .keySet()
                .forEach(material -> from.add(
                        chain.material(material).mobility() == Mobility.TRADED
                                ? used(material, line.country())
                                : made(material, line)));
        return from;
    }

    private void read(Move move, double tons) {
        if (move instanceof Move.Run run) {
            Recipe recipe = chain.recipe(run.recipe());
            InstalledLine line = chain.line(run.line());
            flows.add(new Flow(move, inputs(recipe, line), made(recipe.reference(), line), tons));
        } else if (move instanceof Move.Take take) {
            InstalledLine line = chain.line(take.line());
            Move run = new Move.Run(take.line(), take.recipe(), take.marks());
            flows.add(new Flow(run, inputs(chain.recipe(take.recipe()), line), made(take.material(), line), tons));
        } else if (move instanceof Move.Release release) {
            Stock stock = chain.stock(release.stock());
            flows.add(new Flow(move, Set.of(), made(stock.material(), stock.holder()), tons));
        } else if (move instanceof Move.Via via) {
            Link link = chain.link(via.link());
            String from = link.reexport() ? used(link.material(), link.origin()) : made(link.material(), link.origin());
            flows.add(new Flow(move, Set.of(from), used(link.material(), link.destination()), tons));
        } else if (move instanceof Move.Serve serve && !isRest(serve)) {
            CountryId consumer = chain.demand(serve.demand()).consumer();
            flows.add(new Flow(move, Set.of(used(serve.material(), consumer)), "demand " + serve.demand(), tons));
        }
    }

    private boolean isRest(Move.Serve serve) {
        return chain.demand(serve.demand()).consumer().equals(CountryId.REST);
    }

    /** Everybody who may buy from a country, and how the solver has it; then as proportional as can be. */
    private void trade(MaterialId material, DeliveryProgram delivery, Optimal optimal, boolean keepsAtHome) {
        Map<Integer, Map<String, Double>> exporters = new TreeMap<>();
        Map<String, Map<String, Double>> lanes = new LinkedHashMap<>();
        for (int column = 0; column < delivery.moves().size(); column++) {
            if (delivery.moves().get(column) instanceof Move.Export export
                    && export.material().equals(material)) {
                exporters
                        .computeIfAbsent(export.pool(), any -> new LinkedHashMap<>())
                        .put(made(material, export.country()), delivery.tons(optimal, column));
            }
        }
        for (int column = 0; column < delivery.moves().size(); column++) {
            Move move = delivery.moves().get(column);
            double tons = Math.max(0, delivery.tons(optimal, column));
            if (move instanceof Move.Keep keep && keep.material().equals(material)) {
                String to = used(material, keep.country());
                add(lanes, made(material, keep.country()), keepsAtHome ? to + "@home" : to, tons);
            } else if (move instanceof Move.Import arrive && arrive.material().equals(material)) {
                Map<String, Double> from = exporters.get(arrive.pool());
                double all = from.values().stream().mapToDouble(part -> part).sum();
                from.forEach((origin, part) -> {
                    CountryId maker = new CountryId(origin.substring(origin.length() - 3));
                    boolean free =
                            rules.on(material, maker, arrive.country(), 0).isEmpty();
                    String to = used(material, arrive.country());
                    add(lanes, origin, free ? to : to + "@pool " + arrive.pool(), all > 0 ? tons * part / all : 0);
                });
            } else if (move instanceof Move.Serve serve && serve.material().equals(material) && isRest(serve)) {
                String origin = made(material, new CountryId(serve.place().substring(0, 3)));
                add(lanes, origin, "demand " + serve.demand(), tons * ratio(serve.demand(), material));
            }
        }
        spread(material, lanes);
    }

    /** Tons of a material per ton of what a demand wants. */
    private double ratio(DemandId demand, MaterialId material) {
        return chain.demand(demand).alternatives().stream()
                .filter(other -> other.material().equals(material))
                .mapToDouble(other -> other.ratio().at(Reading.CENTRAL))
                .findFirst()
                .orElse(1);
    }

    private static void add(Map<String, Map<String, Double>> lanes, String from, String to, double tons) {
        lanes.computeIfAbsent(from, any -> new LinkedHashMap<>()).merge(to, tons, Double::sum);
    }

    private void spread(MaterialId material, Map<String, Map<String, Double>> lanes) {
        List<String> origins = List.copyOf(lanes.keySet());
        List<String> outlets = lanes.values().stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .toList();
        boolean[][] open = new boolean[origins.size()][outlets.size()];
        double[][] solved = new double[origins.size()][outlets.size()];
        for (int row = 0; row < open.length; row++) {
            for (int column = 0; column < outlets.size(); column++) {
                Double tons = lanes.get(origins.get(row)).get(outlets.get(column));
                open[row][column] = tons != null;
                solved[row][column] = tons == null ? 0 : tons;
            }
        }
        double[][] table = Proportions.of(open, solved);
        for (int row = 0; row < table.length; row++) {
            for (int column = 0; column < table[row].length; column++) {
                String to = outlets.get(column).replaceAll("@.*", "");
                double ratio = to.startsWith("demand ") ? ratio(new DemandId(to.substring(7)), material) : 1;
                flows.add(new Flow(
                        new Move.Unmet(new DemandId("none")),
                        Set.of(origins.get(row)),
                        to,
                        table[row][column] / ratio));
            }
        }
    }

    /** From nothing upward, over all flows again and again. */
    double share(Outage group, DemandId demand) {
        Map<String, Double> mix = new TreeMap<>();
        boolean moves = true;
        while (moves) {
            Map<String, Double> passed = new TreeMap<>();
            Map<String, Double> all = new TreeMap<>();
            for (Flow flow : flows) {
                double share = flow.move.isLostIn(group)
                        ? 1
                        : flow.from.stream()
                                .mapToDouble(pool -> mix.getOrDefault(pool, 0.0))
                                .max()
                                .orElse(0);
                passed.merge(flow.to, share * flow.tons, Double::sum);
                all.merge(flow.to, flow.tons, Double::sum);
            }
            moves = false;
            for (Map.Entry<String, Double> pool : all.entrySet()) {
                double now = pool.getValue() > 0 ? passed.get(pool.getKey()) / pool.getValue() : 0;
                moves |= Math.abs(now - mix.getOrDefault(pool.getKey(), 0.0)) > 1e-14;
                mix.put(pool.getKey(), now);
            }
        }
        return mix.getOrDefault("demand " + demand, 0.0);
    }
}
