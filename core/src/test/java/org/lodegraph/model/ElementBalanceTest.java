package org.lodegraph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.measure.Figure.stated;
import static org.lodegraph.measure.Unit.ONE;
import static org.lodegraph.measure.Unit.PPM;
import static org.lodegraph.model.Ids.material;

import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;

/** No element leaves a recipe that did not enter. Ore holds 2 % tin, concentrate 50 %: 25 t for 1 t at least. */
class ElementBalanceTest {

    private static SupplyChain.Builder mill(double oreNeeded) {
        return mill(stated(oreNeeded, ONE), stated(0.02, ONE));
    }

    private static SupplyChain.Builder mill(Figure oreNeeded, Figure grade) {
        return SupplyChain.builder(2025)
                .add(
                        Material.of("ore").asBoundary().withContents(ImmutableMap.of("Sn", grade)),
                        Material.of("concentrate").withContents(ImmutableMap.of("Sn", stated(0.5, ONE))),
                        Material.of("tailings").withContents(ImmutableMap.of("Sn", stated(2000, PPM))))
                .add(Recipe.of("milling").makes("concentrate").from("ore", oreNeeded));
    }

    @Test
    void whatEntersMayLeave() {
        assertThat(mill(25).build().recipes()).hasSize(1);
        assertThat(mill(40).build().recipes()).hasSize(1);
    }

    /** 24 t of ore bring 0.48 t of tin; 1 t of concentrate holds 0.5 t. */
    @Test
    void moreThanEntersMayNotLeave() {
        assertThatIllegalArgumentException().isThrownBy(() -> mill(24).build()).withMessage("""
                        Supply chain: 1 problem.
                          - Recipe 'milling', inputs: more Sn leaves (at least 0.5 t) than enters (at most 0.48 t)\
                         per ton of concentrate. Maybe a coefficient is the wrong way round, or a content is missing.""");
    }

    /** 25 t bring 0.5 t; concentrate holds all of it, 24 t of tailings hold 24 * 0.002 = 0.048 t more. */
    @Test
    void wastesCountToo() {
        Recipe wasting =
                Recipe.of("milling").makes("concentrate").from("ore", 25).wastes("tailings", stated(24, ONE));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> mill(25).put(wasting).build())
                .withMessageContaining("more Sn leaves (at least 0.548 t) than enters (at most 0.5 t)");
    }

    /** 20..24 t of ore with 1.5..2.5 % tin bring 0.3..0.6 t: some reading explains it. */
    @Test
    void aRangeIsWrongOnlyIfNoReadingExplainsIt() {
        Figure needed = Figure.estimated(Spread.between(20, 24), ONE, Source.STATED);

        assertThat(mill(needed, Figure.estimated(Spread.between(0.015, 0.025), ONE, Source.STATED))
                        .build()
                        .recipes())
                .hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mill(needed, Figure.estimated(Spread.between(0.015, 0.02), ONE, Source.STATED))
                        .build())
                .withMessageContaining("enters (at most 0.48 t)");
    }

    @Test
    void whatIsNotStatedIsNotChecked() {
        assertThat(mill(stated(1, ONE), Figure.unknown(ONE, "varies")).build().recipes())
                .hasSize(1);
    }

    /** A ton counted by the tin inside is a ton of tin: 1 t needs 2 t of concentrate with 50 %. */
    @Test
    void theBasisCounts() {
        assertThat(smelter(2).build().recipes()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> smelter(1.9).build())
                .withMessageContaining("more Sn leaves (at least 1 t) than enters (at most 0.95 t) per ton of tin");
    }

    private static SupplyChain.Builder smelter(double concentrate) {
        return mill(25).add(
                        Material.of("tin").containing("Sn"),
                        Recipe.of("smelting").makes("tin").from("concentrate", concentrate));
    }

    @Test
    void changedFiguresAreWeighedAgain() {
        SupplyChain chain = mill(25).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.mapFigures(
                        (place, figure) -> place.kind() == FigurePlace.Kind.NEEDED ? stated(24, ONE) : figure))
                .withMessageContaining("enters (at most 0.48 t)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.toBuilder()
                        .put(Recipe.of("milling").makes("concentrate").from("ore", 23))
                        .build())
                .withMessageContaining("enters (at most 0.46 t)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.toBuilder()
                        .put(chain.material(material("ore")).withContents(ImmutableMap.of("Sn", stated(0.01, ONE))))
                        .build())
                .withMessageContaining("enters (at most 0.25 t)");
    }
}
