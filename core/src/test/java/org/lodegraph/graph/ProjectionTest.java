package org.lodegraph.graph;

import static java.lang.Double.POSITIVE_INFINITY;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lodegraph.graph.Gallium.CHINA;
import static org.lodegraph.graph.Gallium.GERMANY;
import static org.lodegraph.graph.Gallium.JAPAN;
import static org.lodegraph.graph.Gallium.USA;
import static org.lodegraph.graph.Gallium.rate;
import static org.lodegraph.graph.Gallium.tons;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.demand;
import static org.lodegraph.model.Ids.facility;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.link;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.recipe;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.GabowStrongConnectivityInspector;
import org.jgrapht.alg.flow.EdmondsKarpMFImpl;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.junit.jupiter.api.Test;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Id;
import org.lodegraph.model.Line;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;

/** Projections of small chains, with what JGraphT finds in them computed by hand. */
class ProjectionTest {

    /**
     * The mine is in CHN. Germany gets ore over two links only, the United States over a hub in Japan, for CHN does not
     * sell to them.
     *
     * <pre>
     *                    +-- k1 (40 t/a), k2 (20 t/a) --> stade DEU: 50 t/a of tin from 2 t of ore each --> usa demand
     * mine CHN, 100 t/a -+
     *                    +-- free --> JPN -- hub (5 t/a) --> utah USA: 30 t/a of tin ------------------------^
     * </pre>
     */
    private static SupplyChain.Builder tin() {
        return SupplyChain.builder(2025)
                .add(Material.of("ore"), Material.of("tin"))
                .add(
                        Recipe.of("dig").makes("ore"),
                        Recipe.of("smelt").makes("tin").from("ore", 2))
                .add(
                        Facility.at("mine", CHINA).line("dig", tons(100)),
                        Facility.at("stade", GERMANY).line("smelt", tons(50)),
                        Facility.at("utah", USA).line("smelt", tons(30)))
                .add(SupplyGraphTest.ban("cn-us", CHINA, USA).withMaterials(ImmutableSet.of(material("ore"))))
                .add(
                        Link.of("k1", "ore", CHINA, GERMANY).capacity(rate(40)),
                        Link.of("k2", "ore", CHINA, GERMANY).capacity(rate(20)),
                        Link.of("hub", "ore", JAPAN, USA).asReexport().capacity(rate(5)))
                .add(Demand.of("solder", "tin", USA, rate(35)));
    }

    /** To Germany 40 + 20 of 100 made and 2 x 50 needed; to Utah the 5 of the hub of 2 x 30 needed. */
    @Test
    void facilitiesSupplyEachOtherOverLinksAndHubs() {
        assertThat(show(Projection.facilities(tin().build()).asGraph())).isEqualTo("""
                mine -> stade: ore [k1, k2] 60.0
                mine -> utah: ore [hub] 5.0""");
    }

    /** Japan makes nothing but passes on; the solder needs 35 of the 50 that Germany can make. */
    @Test
    void countriesSupplyEachOtherInOneHop() {
        assertThat(show(Projection.countries(tin().build()).asGraph())).isEqualTo("""
                CHN -> DEU: ore [k1, k2] 60.0
                CHN -> JPN: ore 100.0
                DEU -> USA: tin 35.0
                JPN -> USA: ore [hub] 5.0""");
    }

    /** 50 + 30 t/a of tin from any amount of ore. */
    @Test
    void materialsAreMadeOfEachOther() {
        var graph = Projection.materials(tin().build()).asGraph();

        assertThat(show(graph)).isEqualTo("ore -> tin by smelt 80.0");
        assertThat(graph.edgeSet()).singleElement().satisfies(arc -> {
            assertThat(arc.recipe()).isEqualTo(recipe("smelt"));
            assertThat(arc.lines()).containsExactly(line("stade/smelt"), line("utah/smelt"));
        });
    }

    @Test
    void passagesSayHowAMaterialMoves() {
        var graph = Projection.countries(tin().build()).asGraph();

        assertThat(graph.getEdge(CHINA, GERMANY))
                .isEqualTo(new Passage<>(
                        CHINA, GERMANY, material("ore"), false, ImmutableSet.of(link("k1"), link("k2")), 60));
        assertThat(graph.getEdge(GERMANY, USA))
                .isEqualTo(new Passage<>(GERMANY, USA, material("tin"), true, ImmutableSet.of(), 35));
        assertThat(graph.vertexSet()).containsExactly(CHINA, GERMANY, JAPAN, USA);
    }

    /**
     * Between CHN and USA lie Germany and Japan, on half of the shortest ways each (two arcs by either): 1/2. Nobody lies
     * between any other two.
     */
    @Test
    void betweenness() {
        var scores =
                new BetweennessCentrality<>(Projection.countries(tin().build()).asGraph()).getScores();

        assertThat(scores).containsEntry(GERMANY, 0.5).containsEntry(JAPAN, 0.5);
        assertThat(scores).containsEntry(CHINA, 0.0).containsEntry(USA, 0.0);
    }

    /** min(60, 35) by Germany and min(100, 5) by Japan: 40, though the ore on the one way is tin on the other. */
    @Test
    void flowsTakeTonsAsTheyAre() {
        var network = Projection.countries(tin().build()).asFlowNetwork();

        assertThat(new PushRelabelMFImpl<>(network).getMaximumFlowValue(CHINA, USA))
                .isEqualTo(40);
    }

    /**
     * Magnets are ground to powder, powder and fresh alloy are sintered again: three materials feed each other, ore only
     * feeds them. Without a smelter nothing of it can be derived, and the picture is none the wiser.
     *
     * <pre>
     * ore --> alloy --> magnet --> powder
     *                     ^-----------+
     * </pre>
     */
    @Test
    void aRecyclingLoopIsAStrongComponent() {
        var chain = SupplyChain.builder(2025)
                .add(
                        Material.of("ore").asBoundary(),
                        Material.of("alloy"),
                        Material.of("magnet"),
                        Material.of("powder"))
                .add(
                        Recipe.of("smelt").makes("alloy").from("ore", 30),
                        Recipe.of("sinter").makes("magnet").from("alloy", 0.7).from("powder", 0.4),
                        Recipe.of("grind").makes("powder").from("magnet", 1.1))
                .add(
                        Facility.at("smelter", CHINA).line("smelt", tons(9)),
                        Facility.at("plant", JAPAN).line("sinter", tons(9)),
                        Facility.at("mill", GERMANY).line("grind", tons(9)))
                .add(Demand.of("cars", "magnet", JAPAN, rate(1)))
                .build();

        assertThat(components(Projection.materials(chain)))
                .containsExactlyInAnyOrder(
                        ImmutableSet.of(material("ore")),
                        ImmutableSet.of(material("alloy")),
                        ImmutableSet.of(material("magnet"), material("powder")));
        assertThat(components(Projection.countries(chain)))
                .containsExactlyInAnyOrder(ImmutableSet.of(CHINA), ImmutableSet.of(JAPAN, GERMANY));
        assertThat(components(Projection.facilities(chain)))
                .containsExactlyInAnyOrder(
                        ImmutableSet.of(facility("smelter")), ImmutableSet.of(facility("plant"), facility("mill")));
        assertThat(Derivability.of(SupplyGraph.of(chain)).derives(new Node.Wanted(demand("cars"))))
                .as("the powder needs a magnet, and each magnet powder")
                .isFalse();
    }

    private static <V extends Id & Comparable<V>, A extends Projection.Arc<V>> List<Set<V>> components(
            Projection<V, A> projection) {
        return new GabowStrongConnectivityInspector<>(projection.asGraph()).stronglyConnectedSets();
    }

    /**
     * Two smelters between a mine and a refinery, all 1 t per ton: min(100, 60, 120) + min(100, 30, 120) = 90, and the
     * least cut takes both smelters, 60 + 30.
     */
    @Test
    void theLargestFlowIsTheLeastCutWhereOneInputIsEnough() {
        var chain = SupplyChain.builder(2025)
                .add(Material.of("ore"), Material.of("crude"), Material.of("tin"))
                .add(
                        Recipe.of("dig").makes("ore"),
                        Recipe.of("smelt").makes("crude").from("ore", 1),
                        Recipe.of("refine").makes("tin").from("crude", 1))
                .add(
                        Facility.at("mine", CHINA).line("dig", tons(100)),
                        Facility.at("north", JAPAN).line("smelt", tons(60)),
                        Facility.at("south", JAPAN).line("smelt", tons(30)),
                        Facility.at("works", USA).line("refine", tons(120)))
                .add(Demand.of("solder", "tin", USA, rate(500)))
                .build();
        var network = Projection.facilities(chain).asFlowNetwork();

        var cut = Derivability.of(SupplyGraph.of(chain))
                .leastCut(
                        new Node.Wanted(demand("solder")),
                        node -> node instanceof Node.Equipment line
                                ? switch (line.line().facility().value()) {
                                    case "mine" -> 100;
                                    case "north" -> 60;
                                    case "south" -> 30;
                                    default -> 120;
                                }
                                : POSITIVE_INFINITY);

        assertThat(new EdmondsKarpMFImpl<>(network).calculateMinCut(facility("mine"), facility("works")))
                .isEqualTo(90)
                .isEqualTo(cut.capacity());
        assertThat(cut.nodes()).extracting(Node::id).containsExactlyInAnyOrder("line:north:smelt", "line:south:smelt");
    }

    /** Nobody knows what the mine can make or what Japan can smelt; the 5 t/a that are known make 2 x 5 of "no limit". */
    @Test
    void whatHasNoLimitWeighsMoreThanAllThatHas() {
        var chain = tin().remove(link("k1"))
                .remove(link("k2"))
                .put(
                        Facility.at("mine", CHINA).line("dig", Capacity.unknown("secret")),
                        Facility.at("stade", GERMANY).line("smelt", Capacity.unknown("secret")))
                .build();
        var projection = Projection.facilities(chain);

        assertThat(show(projection.asGraph())).isEqualTo("""
                mine -> stade: ore Infinity
                mine -> utah: ore [hub] 5.0""");
        var network = projection.asFlowNetwork();
        assertThat(network.getType().isWeighted()).isTrue();
        assertThat(network.edgeSet()).extracting(network::getEdgeWeight).containsExactly(10.0, 5.0);
        assertThat(projection.asGraph().getType().isWeighted()).isFalse();
        assertThat(projection.asGraph().edgeSet())
                .extracting(projection.asGraph()::getEdgeWeight)
                .containsOnly(1.0);
    }

    @Test
    void aSeenOutputMayBeMoreThanTheCapacityAndAPermitLess() {
        var chain = tin().put(Facility.at("mine", CHINA)
                        .line(Line.of("dig", tons(100).permitted(rate(20))).output(rate(25))))
                .build();

        assertThat(Projection.countries(chain).asGraph().getEdge(CHINA, JAPAN).capacity())
                .isEqualTo(25);
    }

    /** Idle lines, stocks, alternatives and links from unknown makers: each adds what it stands for. */
    @Test
    void fallbacksHaveArcsWhenCounted() {
        var chain = Gallium.builder()
                .add(Material.of("tin"), Demand.of("solder", "tin", USA, rate(1)))
                .add(Link.of("imports", "tin", JAPAN, USA).capacity(rate(3)))
                .build();

        assertThat(show(Projection.countries(chain).asGraph())).isEqualTo("""
                CHN -> JPN: gallium 50.0
                CHN -> ROW: alumina 1000000.0
                CHN -> USA: gallium 20.0
                DEU -> CHN: alumina 1000000.0
                DEU -> ROW: alumina 1000000.0""");
        assertThat(show(Projection.countries(chain, Fallback.values()).asGraph()))
                .contains(
                        "DEU -> JPN: gallium 40.0",
                        "DEU -> USA: gallium 20.0",
                        "USA -> JPN: gallium 100.0",
                        "JPN -> USA: tin [imports] 1.0")
                .doesNotContain("silicon");
        assertThat(Projection.materials(chain).asGraph().getEdge(material("liquor"), material("gallium")))
                .satisfies(arc -> assertThat(arc.capacity()).isEqualTo(50));
        assertThat(Projection.materials(chain, Fallback.IDLE_LINES)
                        .asGraph()
                        .getEdge(material("liquor"), material("gallium")))
                .satisfies(arc -> assertThat(arc.capacity()).isEqualTo(50 + 40));
    }

    /** 65 g of gallium in the liquor for each of 2 x 1,000,000 t of alumina. */
    @Test
    void yieldsAreMadeInProportion() {
        assertThat(show(Projection.materials(Gallium.builder().build()).asGraph()))
                .isEqualTo("""
                bauxite -> alumina by bayer 2000000.0
                bauxite -> liquor by bayer 130.0
                liquor -> gallium by circuit 50.0""");
    }

    @Test
    void isTheSameForEqualChainsAndCannotBeChanged() {
        var one = Projection.countries(tin().build());
        var other = Projection.countries(tin().build().toBuilder().build());

        assertThat(List.copyOf(one.asGraph().edgeSet()))
                .isEqualTo(List.copyOf(other.asGraph().edgeSet()));
        assertThat(one).hasToString("Projection (4 vertices, 4 arcs)");
        assertThatThrownBy(() -> one.asGraph().addVertex(country("FRA")))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> one.asFlowNetwork().setEdgeWeight(one.asGraph().getEdge(CHINA, JAPAN), 2))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> one.asGraph().edgesOf(country("FRA")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Country 'FRA': not in this projection. Maybe it has no part in the chain on that date.");
    }

    private static <V, A extends Projection.Arc<V>> String show(Graph<V, A> graph) {
        return graph.edgeSet().stream().map(arc -> arc + " " + arc.capacity()).collect(joining("\n"));
    }
}
