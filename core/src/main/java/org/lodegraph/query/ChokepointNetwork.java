package org.lodegraph.query;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lodegraph.flow.Grounds;
import org.lodegraph.graph.Node;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Id;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.ChainNetwork.End;
import org.lodegraph.query.ChainNetwork.Maker;
import org.lodegraph.query.ChainNetwork.Marked;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Network;
import org.lodegraph.report.Network.Mark;

/** What stands behind a target as a network, with marks where something is lost. Used once. */
final class ChokepointNetwork {

    private final SupplyChain chain;
    private final ListMultimap<Id, Marked> marks =
            MultimapBuilder.linkedHashKeys().arrayListValues().build();

    ChokepointNetwork(SupplyChain chain) {
        this.chain = chain;
    }

    /** Marks what is lost: the recipes, or where none is, the materials of the lanes and stocks. */
    void mark(Set<Node> lost, Mark mark, String why) {
        Set<Id> places = new LinkedHashSet<>();
        boolean runs = lost.stream().anyMatch(Node.Run.class::isInstance);
        for (Node node : lost) {
            if (node instanceof Node.Run run) {
                places.add(run.recipe());
            } else if (!runs && node instanceof Node.Lane lane) {
                places.add(chain.link(lane.link()).material());
            } else if (!runs && node instanceof Node.Store store) {
                places.add(chain.stock(store.stock()).material());
            }
        }
        places.forEach(place -> marks.put(place, new Marked(mark, why)));
    }

    /** The strongest of the marks, and why it has that. */
    private Optional<Marked> marked(Id id) {
        List<Marked> all = marks.get(id);
        return all.stream()
                .map(Marked::mark)
                .max(Comparator.naturalOrder())
                .map(strongest -> new Marked(
                        strongest,
                        String.join(
                                "; ",
                                ChainNetwork.few(all.stream()
                                        .filter(each -> each.mark() == strongest)
                                        .map(Marked::why)
                                        .distinct()
                                        .toList()))));
    }

    Network of(Target target, Grounds grounds) {
        List<Demand> demands = chain.demandsOf(target);
        // What would do instead is supply too.
        Set<MaterialId> ends = new TreeSet<>();
        ends.add(target.material());
        demands.stream()
                .flatMap(demand -> demand.alternatives().stream())
                .map(Alternative::material)
                .forEach(ends::add);
        Set<MaterialId> materials = new TreeSet<>();
        ends.forEach(end -> materials.addAll(Upstream.of(chain, end)));
        Scope scope = Scope.of(chain, materials);
        LineFigures figures = new LineFigures(chain);
        return new ChainNetwork(scope, recipe -> makers(scope, recipe, figures), this::marked)
                .of(
                        Caption.of("What stands behind the supply of %s, and where it can be choked"
                                        .formatted(grounds.inSentence(target)))
                                .year(grounds.inYears())
                                .computedFrom(grounds.sources()),
                        ImmutableList.of(new End(ImmutableList.copyOf(ends), ImmutableList.of(target.consumer()))));
    }

    private static List<Maker> makers(Scope scope, Recipe recipe, LineFigures figures) {
        Unit unit = figures.rate(recipe.reference());
        Map<CountryId, Range> made = new TreeMap<>();
        ChainNetwork.installed(scope, recipe)
                .filter(line -> line.country().isNamed() && figures.isSeen(line))
                .forEach(line -> made.merge(line.country(), figures.output(line), Range::plus));
        return made.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<CountryId, Range> entry) ->
                        -entry.getValue().low() - entry.getValue().high()))
                .map(entry -> new Maker(entry.getKey(), Optional.empty()))
                .collect(toImmutableList());
    }
}
