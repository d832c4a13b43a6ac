package org.lodegraph.graph;

import static org.lodegraph.graph.Borders.isNil;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Mobility;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;

/** Draws the graph of a chain: lines first, then what is wanted, links, free trade, and the ends of the chain. */
final class Assembly {

    private static final Figure ONE = Figure.stated(1, Unit.ONE);

    private final SupplyChain chain;
    private final Borders borders;

    /** Each node as it was first made, so that equal ones are one. */
    private final Map<Node, Node> nodes = new LinkedHashMap<>();

    private final List<Arc> arcs = new ArrayList<>();

    /** Where a material that can leave its site is made or held in stock. */
    private final Map<MaterialId, Set<CountryId>> makers = new TreeMap<>();

    /** Where it can be used. */
    private final Map<MaterialId, Set<CountryId>> users = new TreeMap<>();

    private record Pair(MaterialId material, CountryId origin, CountryId destination) {}

    private Assembly(SupplyChain chain) {
        this.chain = chain;
        this.borders = new Borders(chain);
    }

    static SupplyGraph of(SupplyChain chain) {
        Assembly assembly = new Assembly(chain);
        chain.lines().values().forEach(assembly::addLine);
        chain.stocks().values().forEach(assembly::addStock);
        chain.demands().values().forEach(assembly::addDemand);
        chain.links().values().forEach(assembly::addLink);
        assembly.addTrade();
        assembly.addBoundaries();
        return new SupplyGraph(List.copyOf(assembly.nodes.keySet()), assembly.arcs);
    }

    private void addLine(InstalledLine installed) {
        if (!canRun(installed)) {
            return;
        }
        Node.Equipment equipment =
                new Node.Equipment(installed.id(), installed.line().status());
        one(equipment);
        for (RecipeId id : installed.line().recipes()) {
            if (borders.stop(installed, id)) {
                continue;
            }
            Node.Run run = new Node.Run(installed.id(), id);
            if (one(run) == run) {
                Recipe recipe = chain.recipe(id);
                arcs.add(new Arc.Equips(equipment, run));
                recipe.inputs()
                        .forEach((material, figure) ->
                                arcs.add(new Arc.Feeds(input(material, installed.facility()), run, figure)));
                arcs.add(new Arc.Yields(run, output(recipe.reference(), installed.facility()), recipe.role(), ONE));
                recipe.yields()
                        .forEach((material, yield) -> arcs.add(new Arc.Yields(
                                run, output(material, installed.facility()), yield.role(), yield.coefficient())));
            }
        }
    }

    /** Lines that are neither planned nor closed, have started, and have some capacity or were seen to run. */
    private boolean canRun(InstalledLine installed) {
        Line line = installed.line();
        boolean nil = line.capacity().usable().map(Borders::isNil).orElse(false)
                || line.capacity().permitted().map(Borders::isNil).orElse(false);
        boolean seen =
                line.output().map(output -> output.isKnown() && !isNil(output)).orElse(false);
        return (line.status() == Line.Status.RUNNING || line.status() == Line.Status.IDLE)
                && installed.isPresentOn(chain.date())
                && (seen || !nil)
                && !line.recipes().stream().allMatch(recipe -> borders.stop(installed, recipe));
    }

    private void addStock(Stock stock) {
        if (stock.kind() == Stock.Kind.ABOVE_GROUND && !isNil(stock.amount())) {
            Node.Store store = new Node.Store(stock.id());
            one(store);
            arcs.add(new Arc.Brings(store, origin(stock.material(), stock.holder())));
            makers.computeIfAbsent(stock.material(), id -> new TreeSet<>()).add(stock.holder());
        }
    }

    private void addDemand(Demand demand) {
        Node.Wanted wanted = new Node.Wanted(demand.id());
        one(wanted);
        arcs.add(new Arc.Serves(usable(demand.material(), demand.consumer()), wanted));
        for (Alternative alternative : demand.alternatives()) {
            Node.StandIn standIn = new Node.StandIn(demand.id(), alternative.material());
            if (!isNil(alternative.largestShare()) && one(standIn) == standIn) {
                arcs.add(new Arc.Serves(usable(alternative.material(), demand.consumer()), standIn));
                arcs.add(new Arc.Serves(standIn, wanted));
            }
        }
    }

    private void addLink(Link link) {
        boolean nil = link.capacity().map(Borders::isNil).orElse(false);
        if (nil || link.isDomestic() || borders.close(link.material(), link.origin(), link.destination())) {
            return;
        }
        Node.Lane lane = new Node.Lane(link.id());
        one(lane);
        Node from = link.reexport() ? usable(link.material(), link.origin()) : origin(link.material(), link.origin());
        arcs.add(new Arc.Ships(from, lane));
        arcs.add(new Arc.Ships(lane, usable(link.material(), link.destination())));
    }

    private void addTrade() {
        Set<Pair> stated = new LinkedHashSet<>();
        for (Link link : chain.links().values()) {
            if (!link.reexport()) {
                stated.add(new Pair(link.material(), link.origin(), link.destination()));
            }
        }
        makers.forEach((material, countries) -> {
            Set<CountryId> places = users.getOrDefault(material, ImmutableSet.of());
            for (CountryId country : countries) {
                if (places.contains(CountryId.REST)) {
                    arcs.add(new Arc.Ships(origin(material, country), usable(material, CountryId.REST)));
                }
                if (isTraded(material) && places.contains(country)) {
                    arcs.add(new Arc.Ships(origin(material, country), usable(material, country)));
                }
            }
            if (isTraded(material)) {
                addPools(
                        material,
                        countries,
                        Sets.difference(places, ImmutableSet.of(CountryId.REST)).immutableCopy(),
                        stated);
            }
        });
    }

    /** One pool for all exporters that reach the same importers: lanes grow with pools, not with countries squared. */
    private void addPools(MaterialId material, Set<CountryId> exporters, Set<CountryId> importers, Set<Pair> stated) {
        Map<ImmutableSortedSet<CountryId>, Set<CountryId>> groups = new LinkedHashMap<>();
        for (CountryId exporter : exporters) {
            ImmutableSortedSet.Builder<CountryId> unreached = ImmutableSortedSet.naturalOrder();
            for (CountryId importer : importers) {
                if (!importer.equals(exporter)
                        && (borders.close(material, exporter, importer)
                                || stated.contains(new Pair(material, exporter, importer)))) {
                    unreached.add(importer);
                }
            }
            groups.computeIfAbsent(unreached.build(), key -> new TreeSet<>()).add(exporter);
        }
        groups.forEach((unreached, group) -> {
            Set<CountryId> reached = new TreeSet<>(Sets.difference(importers, unreached));
            if (group.size() == 1) {
                reached.removeAll(group);
            }
            if (reached.size() == 1) {
                group.removeAll(reached);
            }
            if (!reached.isEmpty() && !group.isEmpty()) {
                Node.Pool pool = new Node.Pool(material, unreached);
                one(pool);
                group.forEach(country -> arcs.add(new Arc.Ships(origin(material, country), pool)));
                reached.forEach(country -> arcs.add(new Arc.Ships(pool, usable(material, country))));
            }
        });
    }

    private void addBoundaries() {
        for (Node node : List.copyOf(nodes.keySet())) {
            if (node instanceof Node.Place place
                    && !(place instanceof Node.Made)
                    && chain.material(place.material()).boundary()) {
                arcs.add(new Arc.Brings(one(new Node.Boundary(place.material())), place));
            }
        }
    }

    private Node.Place input(MaterialId material, Facility facility) {
        return mobility(material) == Mobility.SITE
                ? one(new Node.OnSite(material, facility.id()))
                : usable(material, facility.country());
    }

    private Node.Place output(MaterialId material, Facility facility) {
        if (mobility(material) == Mobility.SITE) {
            return one(new Node.OnSite(material, facility.id()));
        }
        makers.computeIfAbsent(material, id -> new TreeSet<>()).add(facility.country());
        return origin(material, facility.country());
    }

    /** Where what a country made is found; what cannot cross a border is at once where it can be used. */
    private Node.Place origin(MaterialId material, CountryId country) {
        return isTraded(material) ? one(new Node.Made(material, country)) : usable(material, country);
    }

    private Node.Place usable(MaterialId material, CountryId country) {
        users.computeIfAbsent(material, id -> new TreeSet<>()).add(country);
        return one(new Node.Usable(material, country));
    }

    /** The node that equals a node, itself if it is the first. */
    @SuppressWarnings("unchecked")
    private <N extends Node> N one(N node) {
        Node before = nodes.putIfAbsent(node, node);
        return before == null ? node : (N) before;
    }

    private boolean isTraded(MaterialId material) {
        return mobility(material) == Mobility.TRADED;
    }

    private Mobility mobility(MaterialId id) {
        Material material = chain.material(id);
        return material.mobility();
    }
}
