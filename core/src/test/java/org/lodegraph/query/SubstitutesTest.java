package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.demand;
import static org.lodegraph.model.Ids.material;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Takeover;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Share;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.scenario.Grouping;

/**
 * The United States want 10 t of metal for chips, which only China makes. Two tons of tin would do for a ton of it, in half
 * of the chips, after 100 days; glass, whose making nobody knows, in four tenths.
 *
 * <pre>
 * metal   China 10                                 --> United States 10
 * tin     China 24 of 30, Australia 10 of 10       --> Germany 20, Japan 14   (6 to spare)
 * glass   the boundary of the chain
 * </pre>
 */
class SubstitutesTest {

    private static final Target CHIPS =
            Target.of(material("metal"), country("USA")).inUse("chips");

    private static final Demand WANTED = Demand.of("usa-chips", "metal", country("USA"), tons(10))
            .use("chips")
            .or(Alternative.of("tin", 2, 0.5)
                    .performance(Figure.stated(0.9, Unit.ONE))
                    .rampUp(Figure.stated(100, Unit.DAYS)))
            .or(Alternative.of("glass", 1, 0.4));

    private static final SupplyChain CHAIN = SupplyChain.builder(2025)
            .add(Material.of("metal"), Material.of("tin"), Material.of("glass").asBoundary())
            .add(
                    Recipe.of("smelt").makes("metal").stage(Stage.REFINING),
                    Recipe.of("smelt-tin").makes("tin").stage(Stage.REFINING))
            .add(
                    Facility.at("china", country("CHN"))
                            .line(line("smelt", 10, 10))
                            .line(line("smelt-tin", 30, 24)),
                    Facility.at("australia", country("AUS")).line(line("smelt-tin", 10, 10)))
            .add(
                    WANTED,
                    Demand.of("deu-tin", "tin", country("DEU"), tons(20)),
                    Demand.of("jpn-tin", "tin", country("JPN"), tons(14)))
            .build();

    private static Figure tons(double value) {
        return Figure.stated(value, Unit.T_PER_A);
    }

    private static Line line(String recipe, double most, double made) {
        return Line.of(recipe, Capacity.nameplate(tons(most))).output(tons(made));
    }

    private static Range t(double value) {
        return Range.exactly(value, Unit.T_PER_A);
    }

    private static Range share(double value) {
        return Range.spanning(value, value, Unit.SHARE);
    }

    private static Takeover tin(SupplyChain chain) {
        return chain.ask(Substitutes.of(CHIPS)).takeovers().get(material("tin"));
    }

    /**
     * Half of 10 t is 5 t, for which 10 t of tin are needed. 40 t can be made and 34 t are wanted by others, so 6 t are to
     * spare: enough for 3 t.
     */
    @Test
    void takeWhatIsToSpare() {
        Takeover tin = tin(CHAIN);
        assertThat(tin.allowed()).isEqualTo(t(5));
        assertThat(tin.spare()).isEqualTo(t(3));
        assertThat(tin.most()).isEqualTo(t(5));
    }

    /**
     * If 5 t are shifted all the same, 30 t of tin are left for 34 t: Germany lacks 20 x 4 / 34 t and Japan 14 x 4 / 34 t.
     */
    @Test
    void countWhatOthersThenLack() {
        assertThat(tin(CHAIN).others())
                .extracting(
                        other -> other.demand().id(),
                        other -> other.before().unmet(),
                        other -> other.after().unmet(),
                        Takeover.Other::lost)
                .containsExactly(
                        tuple(demand("deu-tin"), t(0), t(2.35294118), t(2.35294118)),
                        tuple(demand("jpn-tin"), t(0), t(1.64705882), t(1.64705882)));
    }

    /**
     * Before, China makes 24 t of 34 t: (24^2 + 10^2) / 34^2 = 676 / 1156. Then both make all they can: (30^2 + 10^2) / 40^2 =
     * 1000 / 1600.
     */
    @Test
    void concentrateTheAlternativeAnew() {
        Takeover.Concentrated makers = tin(CHAIN).makers().get(material("tin"));
        assertThat(makers.before().orElseThrow().low()).isCloseTo(676.0 / 1156, within(1e-8));
        assertThat(makers.after()).contains(Range.exactly(0.625, Unit.ONE));
    }

    /** Half by tin and four tenths by glass: 9 t, of which tin has 3 t to spare and glass all of its 4 t. */
    @Test
    void addUpInOneDemand() {
        Takeover together = CHAIN.ask(Substitutes.of(CHIPS)).together();
        assertThat(together.allowed()).isEqualTo(t(9));
        assertThat(together.spare()).isEqualTo(t(7));
        assertThat(together.most()).isEqualTo(t(9));
    }

    @Test
    void takeTheirTime() {
        assertThat(CHAIN.ask(Substitutes.of(CHIPS).after(99))
                        .takeovers()
                        .get(material("tin"))
                        .allowed())
                .isEqualTo(t(0));
        assertThat(CHAIN.ask(Substitutes.of(CHIPS).after(100))
                        .takeovers()
                        .get(material("tin"))
                        .spare())
                .isEqualTo(t(3));
    }

    /** Nobody says how much tin could take: nothing to all 10 t, for which 20 t of tin are needed. */
    @Test
    void nobodyKnowsTheShare() {
        SupplyChain unknown = CHAIN.with(chain -> chain.toBuilder()
                .put(WANTED.withAlternatives(new Alternative(
                        material("tin"),
                        Figure.stated(2, Unit.ONE),
                        Optional.empty(),
                        Figure.unknown(Unit.ONE, "nobody says"),
                        Optional.empty())))
                .build());
        assertThat(tin(unknown).allowed()).isEqualTo(new Range(0, 10, Unit.T_PER_A));
        assertThat(tin(unknown).spare()).isEqualTo(new Range(0, 3, Unit.T_PER_A));
        assertThat(tin(unknown).most()).isEqualTo(new Range(0, 10, Unit.T_PER_A));
    }

    /**
     * China makes all metal, so its loss costs all of it. If the United States wanted tin instead, 20 t: served first they
     * would still get Australia's 10 t and lose half; if all share, 40 t for 54 t become 10 t for 54 t, and they lose 30 / 40.
     */
    @Test
    void hangOnTheSameRefiner() {
        var answer = CHAIN.ask(Substitutes.of(CHIPS));
        assertThat(answer.find(material("tin")).orElseThrow().groups())
                .containsExactly(new Substitutes.SharedGroup("CHN refining", "CHN, refining", share(1), share(0.75)));
        assertThat(answer.find(material("glass")).orElseThrow())
                .returns(false, Substitutes.Candidate::modeled)
                .returns(false, Substitutes.Candidate::sharesAny);
    }

    @Test
    void standApart() {
        var answer = CHAIN.ask(Substitutes.of(CHIPS).apartFrom(Grouping.COUNTRY));
        assertThat(answer.excluded())
                .extracting(Substitutes.Candidate::material)
                .containsExactly(material("tin"));
        assertThat(answer.takeovers()).containsOnlyKeys(material("glass"));
        assertThat(answer.together().most()).isEqualTo(t(4));
        assertThat(CHAIN.ask(Substitutes.of(CHIPS).apartFrom(Grouping.COUNTRY).atLeast(Share.percent(80)))
                        .excluded())
                .isEmpty();
    }

    /** Metal from what roasting zinc leaves, and tin smelted with zinc: both hang on zinc, as host and as input. */
    @Test
    void shareAHost() {
        SupplyChain hosted = SupplyChain.builder(2025)
                .add(Material.of("zinc"), Material.of("residue").atSite(), Material.of("metal"), Material.of("tin"))
                .add(
                        Recipe.of("roast").makes("zinc").asHost().yields("residue", 0.1),
                        Recipe.of("smelt").makes("metal").from("residue", 1),
                        Recipe.of("smelt-tin").makes("tin").from("zinc", 0.1))
                .add(
                        Facility.at("china", country("CHN"))
                                .line(line("roast", 100, 50))
                                .line(line("smelt", 10, 5)),
                        Facility.at("korea", country("KOR")).line(line("smelt-tin", 10, 0)))
                .add(
                        Demand.of("usa-chips", "metal", country("USA"), tons(5))
                                .use("chips")
                                .or(Alternative.of("tin", 1, 1)),
                        Demand.remainder("zinc", tons(50)))
                .build();
        var answer = hosted.ask(Substitutes.of(CHIPS).by(Grouping.FACILITY));
        assertThat(answer.find(material("tin")).orElseThrow().hosts()).containsExactly(material("zinc"));
        // 5 t of tin take half a ton of zinc, which is not wanted elsewhere: 50.5 t of 100 t.
        assertThat(answer.takeovers().get(material("tin")).spare()).isEqualTo(t(5));
    }

    /** Demands of 8 to 10 t and tin of 30 to 44 t: 4 to 5 t may shift; from nothing to 10 t, so 5 t, are to spare. */
    @Test
    void readFiguresAtTheirEnds() {
        Source said = Source.of("somebody", "said so");
        SupplyChain spread = CHAIN.with(chain -> chain.toBuilder()
                .put(
                        WANTED.withRate(Figure.estimated(Spread.between(8, 10), Unit.T_PER_A, said)),
                        Facility.at("australia", country("AUS")))
                .put(Facility.at("china", country("CHN"))
                        .line(line("smelt", 10, 10))
                        .line(Line.of(
                                "smelt-tin",
                                Capacity.nameplate(Figure.estimated(Spread.between(30, 44), Unit.T_PER_A, said)))))
                .build());
        assertThat(tin(spread).allowed()).isEqualTo(new Range(4, 5, Unit.T_PER_A));
        assertThat(tin(spread).spare()).isEqualTo(new Range(0, 5, Unit.T_PER_A));
        assertThat(tin(spread).most()).isEqualTo(new Range(4, 5, Unit.T_PER_A));
    }

    /**
     * The target wants 4 to 10 t, others 0 to 30 t of the 30 t of tin that are made. Half of it may be tin, two tons for one:
     * if the target wants 10 t and others none, 5 t are to spare, though one demand is then read high and the other low.
     */
    @Test
    void readDemandsAgainstEachOther() {
        Source said = Source.of("somebody", "said so");
        SupplyChain spread = SupplyChain.builder(2025)
                .add(Material.of("metal"), Material.of("tin"))
                .add(
                        Recipe.of("smelt").makes("metal").stage(Stage.REFINING),
                        Recipe.of("smelt-tin").makes("tin").stage(Stage.REFINING))
                .add(Facility.at("china", country("CHN"))
                        .line(line("smelt", 10, 10))
                        .line(line("smelt-tin", 30, 30)))
                .add(
                        Demand.of(
                                        "usa-chips",
                                        "metal",
                                        country("USA"),
                                        Figure.estimated(Spread.between(4, 10), Unit.T_PER_A, said))
                                .use("chips")
                                .or(Alternative.of("tin", 2, 0.5)),
                        Demand.of(
                                "deu-tin",
                                "tin",
                                country("DEU"),
                                Figure.estimated(Spread.between(0, 30), Unit.T_PER_A, said)))
                .build();

        assertThat(tin(spread).spare()).isEqualTo(new Range(0, 5, Unit.T_PER_A));
    }

    @Test
    void nothingElseWouldDo() {
        var answer = CHAIN.with(chain ->
                        chain.toBuilder().put(WANTED.withAlternatives()).build())
                .ask(Substitutes.of(CHIPS));
        assertThat(answer.candidates()).isEmpty();
        assertThat(answer.together().most()).isEqualTo(t(0));
        assertThat(ReportText.of(answer.show())).contains("Nobody names an alternative for chips in USA (metal).");
    }

    @Test
    void showsWhatWouldDo() {
        assertThat(ReportText.of(CHAIN.ask(Substitutes.of(CHIPS)).show())).startsWith("""
                # What else would do for chips in USA (metal)?
                Annual rates on 2025-12-31, figures of 2025
                FINDING glass, tin could take over 7 t/a of what is wanted from what is to spare, 9 t/a if it outbids all other users, of 9 t/a that largest shares allow.
                What alternatives could take over, in tons replaced [t/a, 2025, computed from stated by the caller, no publication named]
                alternative | allowed | to spare | at most | HHI before | HHI after
                glass | 4 t/a | 4 t/a | 4 t/a | ?nobody in the chain makes any | ?nobody in the chain makes any
                tin | 5 t/a | 3 t/a | 5 t/a | 0.5848 | 0.625
                together | 9 t/a | 7 t/a | 9 t/a |  |\s

                Where they would do [2025, computed from stated by the caller, no publication named]
                alternative | use | tons per ton | performance | largest share | ramp-up
                glass | chips | 1 | ?nobody says | 0.4 | ?nobody says
                tin | chips | 2 | 0.9 | 0.5 | 100 d

                WARNING tin shares with metal: CHN, refining (its loss costs 100.0 % of the original, 75.0 % of this).
                WARNING How these are made is not in the chain, so how much there is of them, and what they share with metal, is not known: glass.
                Other users if as much as possible is shifted to one alternative, and all share the rest [2025, computed from stated by the caller, no publication named]
                shifted to | other user | lacked before | lacks after
                tin | DEU for tin (all uses) | 0 t/a | 2.353 t/a
                tin | JPN for tin (all uses) | 0 t/a | 1.647 t/a

                METHOD To spare: nobody else gets less than without the shift.""");
    }

    /** Where a ban leaves nothing of the original, no loss costs it anything: that says nothing of what both hang on. */
    @Test
    void whereNothingIsDeliveredNoGroupIsSaidToBeApart() {
        SupplyChain banned = CHAIN.toBuilder()
                .add(Policy.builder()
                        .id(Ids.policy("CN-BAN"))
                        .name("ban")
                        .issuer(country("CHN"))
                        .addMaterials(material("metal"))
                        .addToward(country("USA"))
                        .addInForce(Window.ALWAYS)
                        .build())
                .build();

        assertThat(ReportText.of(banned.ask(Substitutes.of(CHIPS)).show()))
                .contains("FINDING tin shares no host with metal; of that nothing is delivered if all share,"
                        + " so no loss says which groups they share.");
        assertThat(ReportText.of(CHAIN.ask(Substitutes.of(CHIPS)).show()))
                .contains("tin shares with metal: ")
                .doesNotContain("nothing is delivered");
    }

    /** Tin takes 100 days to ramp up: after 50 only glass is there, 40 % of 10 t. */
    @Test
    void whatIsNotThereByThenIsSaid() {
        assertThat(ReportText.of(
                        CHAIN.ask(Substitutes.of(Delivery.to(CHIPS).after(50))).show()))
                .contains("that largest shares allow of what is there by then");
    }
}
