package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.query.MagnetLadder.CHAIN;
import static org.lodegraph.query.MagnetLadder.CHN;
import static org.lodegraph.query.MagnetLadder.QUESTION;
import static org.lodegraph.query.MagnetLadder.USA;
import static org.lodegraph.query.MagnetLadder.exactly;
import static org.lodegraph.query.MagnetLadder.line;
import static org.lodegraph.query.MagnetLadder.tons;
import static org.lodegraph.query.MagnetLadder.works;

import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.CapacityGaps.Answer;
import org.lodegraph.query.CapacityGaps.Check;

/** Benchmarks by hand, of the chain of {@link MagnetLadder} and others. */
class GapBenchmarksTest {

    /**
     * Extraction: ore 1000 of 360, concentrate 1000 of 36. Processing: oxide 12 of 18, metal 0 of 15, 40 % wanted. Metal is bought
     * whole; of what is made outside, 6 + 10 + 100, China makes 100: 86.2 % come from there. Of oxide a third is bought, of what
     * Japan and China make, 9 + 100: 30.6 %.
     */
    @Test
    void benchmarksAreOneKindOfTarget() {
        Answer answer = CHAIN.ask(QUESTION.against(Benchmark.EU_2030));

        assertThat(answer.checks())
                .filteredOn(check -> !check.part().name().equals("recycling"))
                .extracting(
                        check -> check.part().name(),
                        check -> check.materials().iterator().next().value(),
                        check -> exactly(check.reached()),
                        Check::isMet)
                .containsExactly(
                        tuple("extraction", "ore", 2.77777778, true),
                        tuple("extraction", "concentrate", 27.7777778, true),
                        tuple("processing", "oxide", 0.666666667, true),
                        tuple("processing", "metal", 0.0, false));
        assertThat(answer.dependence())
                .filteredOn(each -> each.share().high() > 0)
                .extracting(
                        each -> each.material().value(),
                        each -> each.country().orElseThrow(),
                        each -> exactly(each.share()))
                .containsExactly(
                        tuple("oxide", CHN, 0.305810398),
                        tuple("metal", CHN, 0.862068966),
                        tuple("magnet", CHN, 0.289855072));
        // Nothing in the chain is recycled: that says nothing about recycling.
        Check recycling = answer.checks().get(4);
        assertThat(recycling.materials()).isEmpty();
        assertThat(recycling.reached()).isEqualTo(Range.unknown(Unit.SHARE));
        assertThat(ReportText.of(answer.show())).contains("recycling | none in this chain | 25.0 % |");
    }

    /** Metal of 100 t from two ores, 2 t or 4 t for a ton: 12 of 200 t and 24 of 400 t are 6 % each, so 12 % together. */
    @Test
    void whatStandsInForEachOtherCountsTogether() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(Material.of("ore-a"), Material.of("ore-b"), Material.of("metal"))
                .add(
                        Recipe.of("dig-a").makes("ore-a").stage(Stage.EXTRACTION),
                        Recipe.of("dig-b").makes("ore-b").stage(Stage.EXTRACTION),
                        Recipe.of("from-a").makes("metal").stage(Stage.SMELTING).from("ore-a", 2),
                        Recipe.of("from-b").makes("metal").stage(Stage.SMELTING).from("ore-b", 4))
                .add(works(USA, line("dig-a", 12), line("dig-b", 24), line("from-a", 50), line("from-b", 50)))
                .add(Demand.of("usa", "metal", USA, tons(100)))
                .build();
        CapacityGaps question =
                CapacityGaps.of(Target.of(material("metal"), USA)).against(Benchmark.EU_2030);
        Answer answer = chain.ask(question);

        Check extraction = answer.checks().get(0);
        assertThat(extraction.materials()).containsExactlyInAnyOrder(material("ore-a"), material("ore-b"));
        assertThat(exactly(extraction.reached())).isEqualTo(0.12);
        assertThat(extraction.isMet()).isTrue();
        // Nobody outside was seen to make any: what is missing can come from anywhere, or nowhere.
        assertThat(answer.dependence()).allMatch(each -> each.country().isEmpty());
        assertThat(answer.dependence().get(0).share()).isEqualTo(new Range(0, 0.94, Unit.SHARE));

        // One line of 12 t of rock that holds a or b covers 6 % by one or 3 % by the other: 9 % at most.
        SupplyChain either = chain.toBuilder()
                .add(Material.of("rock"))
                .put(
                        Recipe.of("dig-a").makes("rock").stage(Stage.EXTRACTION).yields("ore-a", 1),
                        Recipe.of("dig-b").makes("rock").stage(Stage.EXTRACTION).yields("ore-b", 1))
                .put(works(
                        USA,
                        line("dig-a", 12).withRecipes(Ids.recipe("dig-a"), Ids.recipe("dig-b")),
                        line("from-a", 50),
                        line("from-b", 50)))
                .add(Demand.remainder("rock", tons(12)))
                .build();
        assertThat(either.ask(question).checks().get(0).reached()).isEqualTo(new Range(0.06, 0.09, Unit.SHARE));
        // A metal that takes both is not had from either.
        SupplyChain both = chain.toBuilder()
                .put(Recipe.of("from-a")
                        .makes("metal")
                        .stage(Stage.SMELTING)
                        .from("ore-a", 2)
                        .from("ore-b", 4))
                .build();
        assertThat(both.ask(question).checks())
                .filteredOn(check -> check.part().name().equals("extraction"))
                .extracting(check -> exactly(check.reached()))
                .containsExactly(0.06, 0.06);
    }

    /**
     * Metal by way of a or of b, both of one ore, ton for ton: 10 t of metal take 10 t of ore whichever way, so a mine of 1.5 t
     * covers 15 %. With works for 2 t each way, the others can spare a way 2 t: 8 to 10 t of ore are needed.
     */
    @Test
    void waysThatPartAndMeetAgainAskOnce() {
        SupplyChain.Builder ways = SupplyChain.builder(2025)
                .add(Material.of("ore"), Material.of("a"), Material.of("b"), Material.of("metal"))
                .add(
                        Recipe.of("dig").makes("ore").stage(Stage.EXTRACTION),
                        Recipe.of("ore-a").makes("a").stage(Stage.SEPARATION).from("ore", 1),
                        Recipe.of("ore-b").makes("b").stage(Stage.SEPARATION).from("ore", 1),
                        Recipe.of("a-metal")
                                .makes("metal")
                                .stage(Stage.REFINING)
                                .from("a", 1),
                        Recipe.of("b-metal")
                                .makes("metal")
                                .stage(Stage.REFINING)
                                .from("b", 1))
                .add(works(
                        CHN,
                        line("dig", 30),
                        line("ore-a", 20),
                        line("ore-b", 20),
                        line("a-metal", 20),
                        line("b-metal", 20)))
                .add(Demand.of("usa", "metal", USA, tons(10)), Demand.remainder("metal", tons(30)));
        CapacityGaps question =
                CapacityGaps.of(Target.of(material("metal"), USA)).partnersUpTo(0);

        Answer bare = ways.add(works(USA, line("dig", 1.5))).build().ask(question.against(Benchmark.EU_2030));
        assertThat(exactly(bare.find(material("ore")).orElseThrow().need())).isEqualTo(10);
        assertThat(exactly(bare.checks().get(0).reached())).isEqualTo(0.15);
        assertThat(bare.checks().get(0).isMet()).isTrue();

        Answer some = ways.put(works(
                        USA,
                        line("dig", 12),
                        line("ore-a", 5),
                        line("ore-b", 5),
                        line("a-metal", 2),
                        line("b-metal", 2)))
                .build()
                .ask(question);
        assertThat(some.find(material("ore")).orElseThrow().need()).isEqualTo(new Range(8, 10, Unit.T_PER_A));
        assertThat(some.find(material("ore")).orElseThrow().mayBeMissing()).isFalse();
    }
}
