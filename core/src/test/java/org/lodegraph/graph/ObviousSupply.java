package org.lodegraph.graph;

import java.util.Set;
import java.util.TreeSet;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.Link;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Mobility;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;

/**
 * The rules of supply spelled out on the chain itself, country by country, over and over until nothing changes. Slow
 * and obvious; knows no pools, no nodes, no numbers.
 */
final class ObviousSupply {

    private final SupplyChain chain;
    private final SupplyGraph graph;
    private final Set<Fallback> counted;
    private final Set<String> have = new TreeSet<>();

    private ObviousSupply(SupplyChain chain, SupplyGraph graph, Set<Fallback> counted) {
        this.chain = chain;
        this.graph = graph;
        this.counted = counted;
    }

    /** The ids of derivable places and demands. */
    static Set<String> of(SupplyChain chain, SupplyGraph graph, Set<Fallback> counted) {
        var supply = new ObviousSupply(chain, graph, counted);
        int before = -1;
        while (before < supply.have.size()) {
            before = supply.have.size();
            supply.sweep();
        }
        return supply.have;
    }

    private void sweep() {
        for (var material : chain.materials().keySet()) {
            for (var country : RandomSupply.COUNTRIES) {
                if (arrives(material, country)) {
                    have.add("use:" + material + ":" + country);
                }
                if (have.contains("made:" + material + ":" + country)) {
                    have.add("use:" + material + ":ROW");
                }
            }
            if (chain.material(material).boundary()) {
                have.add("use:" + material + ":ROW");
                chain.facilities().keySet().forEach(facility -> have.add("site:" + material + ":" + facility));
            }
        }
        chain.lines().values().forEach(this::run);
        for (Stock stock : chain.stocks().values()) {
            if (counted.contains(Fallback.STOCKS) && !Borders.isNil(stock.amount())) {
                have.add("made:" + stock.material() + ":" + stock.holder());
            }
        }
        for (Demand demand : chain.demands().values()) {
            boolean served = have.contains("use:" + demand.material() + ":" + demand.consumer());
            for (var other : demand.alternatives()) {
                served |= counted.contains(Fallback.ALTERNATIVES)
                        && have.contains("use:" + other.material() + ":" + demand.consumer());
            }
            if (served) {
                have.add("demand:" + demand.id());
            }
        }
    }

    private void run(InstalledLine installed) {
        Line line = installed.line();
        boolean runs = line.status() == Line.Status.RUNNING
                || line.status() == Line.Status.IDLE && counted.contains(Fallback.IDLE_LINES);
        if (runs && !Borders.isNil(line.capacity().usable().orElseThrow())) {
            Recipe recipe = chain.recipe(line.recipes().get(0));
            if (recipe.inputs().keySet().stream().allMatch(input -> have.contains(place("use:", input, installed)))) {
                have.add(place("made:", recipe.reference(), installed));
                recipe.yields().keySet().forEach(yield -> have.add(place("made:", yield, installed)));
            }
        }
    }

    private String place(String kind, MaterialId material, InstalledLine line) {
        return chain.material(material).mobility() == Mobility.SITE
                ? "site:" + material + ":" + line.facility().id()
                : kind + material + ":" + line.country();
    }

    private boolean arrives(MaterialId material, CountryId country) {
        boolean arrives = chain.material(material).boundary() || have.contains("made:" + material + ":" + country);
        for (var origin : RandomSupply.COUNTRIES) {
            boolean traded = chain.material(material).mobility() == Mobility.TRADED && !origin.equals(country);
            boolean stated = false;
            for (Link link : chain.links().values()) {
                if (link.material().equals(material)
                        && link.origin().equals(origin)
                        && link.destination().equals(country)) {
                    stated |= !link.reexport();
                    arrives |= !banned(chain, material, origin, country)
                            && !link.capacity().map(Borders::isNil).orElse(false)
                            && (have.contains((link.reexport() ? "use:" : "made:") + material + ":" + origin)
                                    || counted.contains(Fallback.LINKS) && isOrphan(link));
                }
            }
            arrives |= traded
                    && !stated
                    && !banned(chain, material, origin, country)
                    && have.contains("made:" + material + ":" + origin);
        }
        return arrives;
    }

    /** Whether the graph shows nobody who makes what the link carries. */
    private boolean isOrphan(Link link) {
        var view = graph.asGraph();
        return view.incomingEdgesOf(new Node.Lane(link.id())).stream()
                .allMatch(arc -> view.inDegreeOf(arc.source()) == 0);
    }

    static boolean banned(SupplyChain chain, MaterialId material, CountryId origin, CountryId destination) {
        for (Policy policy : chain.policies().values()) {
            var issuer = (CountryId) policy.issuer();
            boolean export = policy.direction() == Policy.Direction.EXPORT;
            var other = export ? destination : origin;
            if (policy.materials().contains(material)
                    && issuer.equals(export ? origin : destination)
                    && (policy.toward().isEmpty() || policy.toward().contains(other))
                    && !policy.except().contains(other)) {
                return true;
            }
        }
        return false;
    }
}
