package org.lodegraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.graph.Gallium.CHINA;
import static org.lodegraph.graph.Gallium.JAPAN;
import static org.lodegraph.graph.Gallium.USA;
import static org.lodegraph.model.Ids.demand;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.material;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Random;
import org.jgrapht.Graph;
import org.jgrapht.GraphTests;
import org.jgrapht.Graphs;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.connectivity.GabowStrongConnectivityInspector;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.cycle.CycleDetector;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DirectedMultigraph;
import org.jgrapht.traverse.TopologicalOrderIterator;
import org.junit.jupiter.api.Test;
import org.lodegraph.model.Line;
import org.lodegraph.model.Link;

/** JGraphT's algorithms on the view, beside a copy in JGraphT's own multigraph. */
class GraphViewTest {

    private static final Graph<Node, Arc> GALLIUM =
            SupplyGraph.of(Gallium.builder().build()).asGraph();
    private static final Node US_DEMAND = new Node.Wanted(demand("gallium-usa"));
    private static final Node CIRCUIT = new Node.Equipment(line("nanshan/circuit"), Line.Status.RUNNING);

    @Test
    void isADirectedMultigraphThatCannotBeChanged() {
        var type = GALLIUM.getType();

        assertThat(type.isDirected()).isTrue();
        assertThat(type.isAllowingMultipleEdges()).isTrue();
        assertThat(type.isAllowingSelfLoops()).isFalse();
        assertThat(type.isWeighted()).isFalse();
        assertThat(type.isModifiable()).isFalse();
        assertThat(GALLIUM.getVertexSupplier()).isNull();
        assertThat(GALLIUM.getEdgeSupplier()).isNull();
    }

    @Test
    void refusesEveryChange() {
        var arc = GALLIUM.edgeSet().iterator().next();
        var changes = List.<Runnable>of(
                () -> GALLIUM.addVertex(),
                () -> GALLIUM.addVertex(US_DEMAND),
                () -> GALLIUM.addEdge(CIRCUIT, US_DEMAND),
                () -> GALLIUM.addEdge(CIRCUIT, US_DEMAND, arc),
                () -> GALLIUM.removeVertex(US_DEMAND),
                () -> GALLIUM.removeEdge(arc),
                () -> GALLIUM.removeEdge(CIRCUIT, US_DEMAND),
                () -> GALLIUM.removeAllVertices(ImmutableSet.of(US_DEMAND)),
                () -> GALLIUM.removeAllEdges(ImmutableSet.of(arc)),
                () -> GALLIUM.removeAllEdges(arc.source(), arc.target()),
                () -> GALLIUM.setEdgeWeight(arc, 2),
                () -> GALLIUM.vertexSet().clear(),
                () -> GALLIUM.edgeSet().clear(),
                () -> GALLIUM.edgesOf(US_DEMAND).clear(),
                () -> GALLIUM.incomingEdgesOf(US_DEMAND).clear(),
                () -> GALLIUM.outgoingEdgesOf(CIRCUIT).clear(),
                () -> GALLIUM.getAllEdges(arc.source(), arc.target()).clear());

        assertThat(changes)
                .allSatisfy(
                        change -> assertThatThrownBy(change::run).isInstanceOf(UnsupportedOperationException.class));
        assertThatThrownBy(() -> GALLIUM.addVertex(US_DEMAND))
                .hasMessage(
                        "Graph of a supply chain: cannot be changed. Maybe change the chain, or copy it into a graph of your own.");
    }

    @Test
    void answersLikeACopy() {
        var random = new Random(1);
        for (int i = 0; i < 30; i++) {
            var view = SupplyGraph.of(RandomSupply.chain(random)).asGraph();
            var copy = copy(view);

            assertThat(view.vertexSet()).isEqualTo(copy.vertexSet());
            assertThat(view.edgeSet()).isEqualTo(copy.edgeSet());
            assertThat(view).hasSameHashCodeAs(copy);
            for (var node : copy.vertexSet()) {
                assertThat(view.edgesOf(node)).isEqualTo(copy.edgesOf(node));
                assertThat(view.incomingEdgesOf(node)).isEqualTo(copy.incomingEdgesOf(node));
                assertThat(view.outgoingEdgesOf(node)).isEqualTo(copy.outgoingEdgesOf(node));
                assertThat(view.degreeOf(node)).isEqualTo(copy.degreeOf(node));
                assertThat(view.inDegreeOf(node)).isEqualTo(copy.inDegreeOf(node));
                assertThat(view.outDegreeOf(node)).isEqualTo(copy.outDegreeOf(node));
                for (var other : copy.vertexSet()) {
                    assertThat(view.getAllEdges(node, other)).isEqualTo(copy.getAllEdges(node, other));
                    assertThat(view.getEdge(node, other)).isEqualTo(copy.getEdge(node, other));
                    assertThat(view.containsEdge(node, other)).isEqualTo(copy.containsEdge(node, other));
                }
            }
            for (var arc : copy.edgeSet()) {
                assertThat(view.containsEdge(arc)).isTrue();
                assertThat(view.edgeSet().contains(arc)).isTrue();
                assertThat(view.getEdgeSource(arc)).isEqualTo(copy.getEdgeSource(arc));
                assertThat(view.getEdgeTarget(arc)).isEqualTo(copy.getEdgeTarget(arc));
                assertThat(view.getEdgeWeight(arc)).isEqualTo(copy.getEdgeWeight(arc));
            }
        }
    }

    @Test
    void knowsNothingOfStrangers() {
        var strange = new Node.Usable(material("tin"), USA);
        var arc = new Arc.Ships(strange, US_DEMAND);

        assertThat(GALLIUM.containsVertex(strange)).isFalse();
        assertThat(GALLIUM.containsEdge(arc)).isFalse();
        assertThat(GALLIUM.edgeSet().contains(arc)).isFalse();
        assertThat(GALLIUM.getEdge(strange, US_DEMAND)).isNull();
        assertThat(GALLIUM.getAllEdges(US_DEMAND, strange)).isNull();
        assertThatThrownBy(() -> GALLIUM.edgesOf(strange)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The alumina of both countries meets in the rest of the world; silicon is tied to gallium by the US demand. */
    @Test
    void connectivity() {
        assertThat(new ConnectivityInspector<>(GALLIUM).connectedSets()).hasSize(1);
        assertThat(GraphTests.isWeaklyConnected(GALLIUM)).isTrue();
    }

    @Test
    void shortestPath() {
        assertThat(new DijkstraShortestPath<>(GALLIUM)
                        .getPath(CIRCUIT, US_DEMAND)
                        .getVertexList())
                .extracting(Node::id)
                .containsExactly(
                        "line:nanshan:circuit",
                        "run:nanshan:circuit:circuit",
                        "made:gallium:CHN",
                        "pool:gallium",
                        "use:gallium:USA",
                        "demand:gallium-usa");
    }

    /** All gallium that crosses a border passes the pool; all paths from mines and lines to consumers are short. */
    @Test
    void centralities() {
        var betweenness = new BetweennessCentrality<>(GALLIUM).getScores();
        var rank = new PageRank<>(GALLIUM).getScores();
        var copy = copy(GALLIUM);
        var twinBetweenness = new BetweennessCentrality<>(copy).getScores();
        var twinRank = new PageRank<>(copy).getScores();

        assertThat(betweenness)
                .allSatisfy((node, score) -> assertThat(score).isCloseTo(twinBetweenness.get(node), within(1e-12)));
        assertThat(rank).allSatisfy((node, score) -> assertThat(score).isCloseTo(twinRank.get(node), within(1e-12)));
        assertThat(betweenness.get(new Node.Pool(material("gallium"), ImmutableSet.of())))
                .isGreaterThan(betweenness.get(new Node.Made(material("gallium"), CHINA)));
    }

    @Test
    void topologicalOrderOfAChainWithoutLoops() {
        assertThat(new CycleDetector<>(GALLIUM).detectCycles()).isFalse();

        var order = ImmutableList.copyOf(new TopologicalOrderIterator<>(GALLIUM));

        assertThat(order).hasSameSizeAs(GALLIUM.vertexSet());
        assertThat(GALLIUM.edgeSet())
                .allSatisfy(arc -> assertThat(order.indexOf(arc.source())).isLessThan(order.indexOf(arc.target())));
    }

    /** Two hubs that pass gallium on to each other: the only loop. */
    @Test
    void strongComponents() {
        var graph = SupplyGraph.of(Gallium.builder()
                        .add(
                                Link.of("there", "gallium", JAPAN, USA).asReexport(),
                                Link.of("back", "gallium", USA, JAPAN).asReexport())
                        .build())
                .asGraph();
        var components = new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets();

        assertThat(components)
                .filteredOn(set -> set.size() > 1)
                .singleElement()
                .satisfies(loop -> assertThat(loop)
                        .extracting(Node::id)
                        .containsExactlyInAnyOrder("use:gallium:JPN", "link:there", "use:gallium:USA", "link:back"));
        assertThat(new GabowStrongConnectivityInspector<>(graph).stronglyConnectedSets())
                .containsExactlyInAnyOrderElementsOf(components);
    }

    private static Graph<Node, Arc> copy(Graph<Node, Arc> view) {
        var copy = new DirectedMultigraph<Node, Arc>(Arc.class);
        Graphs.addGraph(copy, view);
        return copy;
    }
}
