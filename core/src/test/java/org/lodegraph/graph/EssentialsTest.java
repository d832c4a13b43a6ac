package org.lodegraph.graph;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lodegraph.graph.Gallium.USA;
import static org.lodegraph.model.Ids.demand;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.recipe;
import static org.lodegraph.model.Ids.stock;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodegraph.model.Outage;
import org.lodegraph.model.SupplyChain;

/** What the consumers of {@link Gallium} cannot do without. */
class EssentialsTest {

    private static final SupplyGraph GRAPH = SupplyGraph.of(Gallium.builder().build());
    private static final Node US_DEMAND = new Node.Wanted(demand("gallium-usa"));
    private static final Outage CHINA = Outage.ofRuns(ImmutableMap.of(
            line("nanshan/bayer"), ImmutableSet.of(recipe("bayer")),
            line("nanshan/circuit"), ImmutableSet.of(recipe("circuit"))));
    private static final Outage GERMANY = Outage.ofRuns(ImmutableMap.of(
            line("stade/bayer"), ImmutableSet.of(recipe("bayer")),
            line("stade/circuit"), ImmutableSet.of(recipe("circuit"))));
    private static final Outage DEPOT = Outage.ofStocks(ImmutableSet.of(stock("depot")));
    private static final Map<String, Set<Node>> GROUPS = ImmutableMap.of(
            "Germany", GRAPH.lost(GERMANY),
            "depot", GRAPH.lost(DEPOT),
            "China", GRAPH.lost(CHINA));

    /** The German circuit stands still: all gallium is Chinese, and needs its line, its host and the host's bauxite. */
    @Test
    void whileTheGermanCircuitIsIdleEverythingChineseIsEssential() {
        var essentials = Derivability.of(GRAPH).essentials(GROUPS);

        assertThat(essentials.groups(US_DEMAND)).containsExactly("China");
        assertThat(essentials.nodes(US_DEMAND).stream()
                        .map(Node::label)
                        .sorted()
                        .collect(joining("\n")))
                .isEqualTo("""
                bauxite in CHN
                bauxite without limit
                bayer on nanshan/bayer
                circuit on nanshan/circuit
                demand gallium-usa
                free trade in gallium
                gallium in USA
                gallium made in CHN
                line nanshan/bayer
                line nanshan/circuit
                liquor at nanshan""");
        assertThat(essentials.nodes(US_DEMAND))
                .containsExactlyInAnyOrderElementsOf(Derivability.of(GRAPH).story(US_DEMAND));
    }

    /** Once it may be restarted, only bauxite, the pool and the consumer's own end are left; both countries are a pair. */
    @Test
    void onceItIsRestartedTheTwoCountriesAreAPair() {
        var essentials = Derivability.of(GRAPH, Fallback.IDLE_LINES).essentials(GROUPS);

        assertThat(essentials.groups(US_DEMAND)).isEmpty();
        assertThat(essentials.nodes(US_DEMAND).stream().map(Node::label))
                .containsExactly(
                        "bauxite without limit", "free trade in gallium", "gallium in USA", "demand gallium-usa");
        assertThat(essentials.cuts(US_DEMAND, 1)).isEmpty();
        assertThat(essentials.cuts(US_DEMAND, 2)).containsExactly(ImmutableSet.of("Germany", "China"));
    }

    /** With the American depot it takes all three. */
    @Test
    void withTheDepotItTakesThree() {
        var essentials =
                Derivability.of(GRAPH, Fallback.IDLE_LINES, Fallback.STOCKS).essentials(GROUPS);

        assertThat(essentials.cuts(US_DEMAND, 2)).isEmpty();
        assertThat(essentials.cuts(US_DEMAND, 3)).containsExactly(ImmutableSet.of("Germany", "depot", "China"));
        assertThat(essentials.lacks(US_DEMAND, ImmutableSet.of("Germany", "China")))
                .isEmpty();
        assertThat(essentials.lacks(US_DEMAND, GROUPS.keySet()).stream()
                        .filter(Lack::isRoot)
                        .map(Lack::toString))
                .containsExactly(
                        "silicon instead, for gallium-usa: not counted",
                        "stock depot: lost",
                        "circuit on nanshan/circuit: lost",
                        "circuit on stade/circuit: lost");
    }

    @Test
    void whatCannotBeDerivedHasNothingEssential() {
        var depot = new Node.Store(stock("depot"));
        var essentials = Derivability.of(GRAPH).essentials(GROUPS);

        assertThat(essentials.nodes(depot)).isEmpty();
        assertThat(essentials.groups(depot)).isEmpty();
        assertThat(essentials.cuts(depot, 2)).isEmpty();
    }

    @Test
    void refusesStrangers() {
        var strange = new Node.Usable(material("tin"), USA);
        var derivability = Derivability.of(GRAPH);

        assertThatThrownBy(() -> derivability.essentials(ImmutableMap.of("tin", ImmutableSet.of(strange))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Node 'use:tin:USA': not in this graph.");
        assertThatThrownBy(() -> derivability.essentials(GROUPS).lacks(US_DEMAND, ImmutableSet.of("Japan")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Group 'Japan': not given (there are Germany, depot, China).");
    }

    /** Of an outage, what the graph has: the closed lane, the line that is nowhere and the recipe are not there. */
    @Test
    void mapsOutagesToNodes() {
        var outage = CHINA.and(DEPOT)
                .and(Outage.ofDemands(ImmutableSet.of(demand("gallium-usa"))))
                .and(Outage.ofRuns(ImmutableMap.of(line("nowhere/circuit"), ImmutableSet.of(recipe("circuit")))));

        assertThat(GRAPH.lost(outage).stream().map(Node::id))
                .containsExactly(
                        "run:nanshan:bayer:bayer", "run:nanshan:circuit:circuit", "stock:depot", "demand:gallium-usa");
        assertThat(GRAPH.lost(Outage.NONE)).isEmpty();
    }

    /** 500 chains with loops, hubs, parallel links, several demands; the groups are countries, each link, each stock. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithLosingEachThing(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 125; i++) {
            var chain = RandomSupply.chain(random);
            var graph = SupplyGraph.of(chain);
            var groups = groups(chain, graph);
            var derivability = Derivability.of(graph, Fallback.values());
            var essentials = derivability.essentials(groups);
            for (var target : derivability.derivable()) {
                assertThat(essentials.nodes(target))
                        .containsExactlyInAnyOrderElementsOf(graph.nodes().stream()
                                .filter(node -> !derivability
                                        .without(ImmutableSet.of(node))
                                        .derives(target))
                                .toList());
                assertThat(essentials.groups(target))
                        .containsExactlyElementsOf(groups.keySet().stream()
                                .filter(name ->
                                        !derivability.without(groups.get(name)).derives(target))
                                .toList());
                assertThat(derivability.story(target)).containsAll(essentials.nodes(target));
            }
            for (var demand : chain.demands().keySet()) {
                var target = new Node.Wanted(demand);
                assertThat(essentials.cuts(target, 2))
                        .as("seed %s, chain %s, demand %s", seed, i, demand)
                        .containsExactlyElementsOf(cuts(derivability, groups, target))
                        .allSatisfy(
                                cut -> assertThat(essentials.lacks(target, cut)).isNotEmpty());
            }
        }
    }

    /** Each group alone, then each pair of two that do not do it alone; those whose loss leaves nothing. */
    private static List<Set<String>> cuts(Derivability whole, Map<String, Set<Node>> groups, Node target) {
        var single = new ArrayList<Set<String>>();
        var pairs = new ArrayList<Set<String>>();
        if (whole.derives(target)) {
            var harmless = new ArrayList<String>();
            groups.forEach((name, nodes) -> {
                if (whole.without(nodes).derives(target)) {
                    harmless.add(name);
                } else {
                    single.add(ImmutableSet.of(name));
                }
            });
            for (int a = 0; a < harmless.size(); a++) {
                for (int b = a + 1; b < harmless.size(); b++) {
                    var pair = ImmutableSet.of(harmless.get(a), harmless.get(b));
                    var lost = Sets.union(groups.get(harmless.get(a)), groups.get(harmless.get(b)));
                    if (!whole.without(lost).derives(target)) {
                        pairs.add(pair);
                    }
                }
            }
        }
        return Stream.concat(single.stream(), pairs.stream()).toList();
    }

    private static Map<String, Set<Node>> groups(SupplyChain chain, SupplyGraph graph) {
        var outages = new TreeMap<String, Outage>();
        chain.lines()
                .values()
                .forEach(line -> outages.merge(
                        line.facility().country().toString(),
                        Outage.ofRuns(ImmutableMap.of(
                                line.id(), ImmutableSet.copyOf(line.line().recipes()))),
                        Outage::and));
        chain.links().keySet().forEach(link -> outages.put("link " + link, Outage.ofLinks(ImmutableSet.of(link))));
        chain.stocks()
                .keySet()
                .forEach(stock -> outages.put("stock " + stock, Outage.ofStocks(ImmutableSet.of(stock))));
        return Maps.transformValues(outages, graph::lost);
    }
}
