package org.lodegraph.graph;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lodegraph.graph.Gallium.CHINA;
import static org.lodegraph.graph.Gallium.JAPAN;
import static org.lodegraph.graph.Gallium.USA;
import static org.lodegraph.graph.Gallium.rate;
import static org.lodegraph.graph.Gallium.tons;
import static org.lodegraph.model.Ids.demand;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.link;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.stock;

import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;

/** What {@link Gallium} and small loops can derive, why, and why not. */
class DerivabilityTest {

    private static final SupplyGraph GRAPH = SupplyGraph.of(Gallium.builder().build());
    private static final Node US_DEMAND = new Node.Wanted(demand("gallium-usa"));
    private static final Node CHINESE_CIRCUIT = new Node.Equipment(line("nanshan/circuit"), Line.Status.RUNNING);

    @Test
    void tellsAStoryFromTheSourcesToTheTarget() {
        assertThat(labels(Derivability.of(GRAPH).story(US_DEMAND))).isEqualTo("""
                line nanshan/bayer
                line nanshan/circuit
                bauxite without limit
                bauxite in CHN
                bayer on nanshan/bayer
                liquor at nanshan
                circuit on nanshan/circuit
                gallium made in CHN
                free trade in gallium
                gallium in USA
                demand gallium-usa""");
    }

    @Test
    void countsIdleLinesStocksAndAlternativesOnlyWhenAsked() {
        var lost = ImmutableSet.of(CHINESE_CIRCUIT);

        assertThat(Derivability.of(GRAPH).without(lost).derives(US_DEMAND)).isFalse();
        assertThat(labels(Derivability.of(GRAPH, Fallback.STOCKS).without(lost).story(US_DEMAND)))
                .isEqualTo("""
                stock depot
                gallium made in USA
                gallium in USA
                demand gallium-usa""");
        assertThat(labels(Derivability.of(GRAPH, Fallback.ALTERNATIVES)
                        .without(lost)
                        .story(US_DEMAND)))
                .isEqualTo("""
                silicon without limit
                silicon in USA
                silicon instead, for gallium-usa
                demand gallium-usa""");
        assertThat(labels(Derivability.of(GRAPH, Fallback.IDLE_LINES)
                        .without(lost)
                        .story(US_DEMAND)))
                .contains("idle line stade/circuit")
                .doesNotContain("nanshan");
    }

    @Test
    void saysWhatIsMissingNearestFirst() {
        var lacks =
                Derivability.of(GRAPH).without(ImmutableSet.of(CHINESE_CIRCUIT)).lacks(US_DEMAND);

        assertThat(lacks.stream().map(Lack::toString).collect(joining("\n"))).isEqualTo("""
                demand gallium-usa: lacks gallium in USA, silicon instead, for gallium-usa
                gallium in USA: lacks free trade in gallium, gallium made in USA
                silicon instead, for gallium-usa: not counted
                free trade in gallium: lacks gallium made in CHN, gallium made in DEU, gallium made in USA
                gallium made in USA: lacks stock depot
                gallium made in CHN: lacks circuit on nanshan/circuit
                gallium made in DEU: lacks circuit on stade/circuit
                stock depot: not counted
                circuit on nanshan/circuit: lacks line nanshan/circuit
                circuit on stade/circuit: lacks idle line stade/circuit
                line nanshan/circuit: lost
                idle line stade/circuit: not counted""");
        assertThat(lacks).filteredOn(Lack::isRoot).hasSize(4);
        assertThat(Derivability.of(GRAPH).lacks(US_DEMAND)).isEmpty();
    }

    @Test
    void tellsNoStoryOfWhatCannotBeDerived() {
        assertThat(Derivability.of(GRAPH).story(new Node.Store(stock("depot")))).isEmpty();
        assertThat(Derivability.of(GRAPH).lacks(new Node.Store(stock("depot"))))
                .containsExactly(new Lack(new Node.Store(stock("depot")), Lack.Reason.NOT_COUNTED, List.of()));
    }

    @Test
    void losesOneThingAfterTheOther() {
        var pool = new Node.Pool(material("gallium"), ImmutableSet.of());
        var left = Derivability.of(GRAPH, Fallback.STOCKS)
                .without(ImmutableSet.of(pool))
                .without(ImmutableSet.of(new Node.Store(stock("depot"))));

        assertThat(left.derives(US_DEMAND)).isFalse();
        assertThat(left.derives(new Node.Made(material("gallium"), CHINA))).isTrue();
        assertThat(left.lost()).containsExactly(pool, new Node.Store(stock("depot")));
        assertThat(left.counted()).containsExactly(Fallback.STOCKS);
    }

    @Test
    void refusesStrangeNodes() {
        var strange = new Node.Usable(material("tin"), USA);

        assertThatThrownBy(() -> Derivability.of(GRAPH).derives(strange))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Node 'use:tin:USA': not in this graph. Maybe nobody makes or needs it there on that date,"
                        + " or it cannot run.");
        assertThatThrownBy(() -> Derivability.of(GRAPH).without(ImmutableSet.of(strange)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * Magnets are recycled into the alloy that they are made of; no mine.
     *
     * <pre>
     * alloy --> sinter --> magnet --> recycle --> alloy
     * </pre>
     */
    @Test
    void aLoopDoesNotFeedItselfOutOfNothing() {
        var loop = SupplyChain.builder(2025)
                .add(
                        Material.of("alloy"),
                        Material.of("magnet"),
                        Material.of("ore").asBoundary())
                .add(
                        Recipe.of("sinter").makes("magnet").from("alloy", 1),
                        Recipe.of("recycle").makes("alloy").from("magnet", 1.1),
                        Recipe.of("smelt").makes("alloy").from("ore", 30))
                .add(Facility.at("plant", JAPAN).line("sinter", tons(1)).line("recycle", tons(1)))
                .add(Demand.of("cars", "magnet", JAPAN, rate(1)));
        var cars = new Node.Wanted(demand("cars"));

        var alone = Derivability.of(SupplyGraph.of(loop.build()));
        assertThat(alone.derives(cars)).isFalse();
        assertThat(alone.lacks(cars)).noneMatch(Lack::isRoot).hasSize(7);

        var fed = loop.add(Facility.at("smelter", CHINA).line("smelt", tons(1))).build();
        assertThat(Derivability.of(SupplyGraph.of(fed)).derives(cars)).isTrue();
    }

    /** Nobody in the chain makes tin in CHN; the link says that it comes from there. */
    @Test
    void aLinkFromAnUnknownMakerCountsOnlyWhenAsked() {
        var graph = SupplyGraph.of(SupplyChain.builder(2025)
                .add(Material.of("tin"))
                .add(Demand.of("solder", "tin", USA, rate(1)))
                .add(Link.of("imports", "tin", CHINA, USA))
                .build());
        var solder = new Node.Wanted(demand("solder"));

        assertThat(Derivability.of(graph).lacks(solder)).last().hasToString("tin made in CHN: nobody supplies it");
        assertThat(Derivability.of(graph, Fallback.LINKS).story(solder))
                .containsExactly(new Node.Lane(link("imports")), new Node.Usable(material("tin"), USA), solder);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithTheRulesSpelledOut(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var chain = RandomSupply.chain(random);
            var graph = SupplyGraph.of(chain);
            for (var counted : List.of(ImmutableSet.<Fallback>of(), some(random))) {
                var derivability = Derivability.of(graph, counted.toArray(new Fallback[0]));
                var expected = ObviousSupply.of(chain, graph, counted);
                var wrong = graph.nodes().stream()
                        .filter(node -> node instanceof Node.Place || node instanceof Node.Wanted)
                        .filter(node -> derivability.derives(node) != expected.contains(node.id())
                                || derivability.derives(node)
                                        != derivability.lacks(node).isEmpty());
                assertThat(wrong)
                        .as("seed %s, chain %s, counting %s", seed, i, counted)
                        .isEmpty();
            }
        }
    }

    private static ImmutableSet<Fallback> some(Random random) {
        return Stream.of(Fallback.values())
                .filter(fallback -> random.nextBoolean())
                .collect(ImmutableSet.toImmutableSet());
    }

    private static String labels(Collection<Node> nodes) {
        return nodes.stream().map(Node::label).collect(joining("\n"));
    }
}
