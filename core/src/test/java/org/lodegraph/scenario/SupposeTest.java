package org.lodegraph.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.model.Ids.demand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.RandomChains;
import org.lodegraph.model.SupplyChain;

/** Any figure can be another, or be unknown. */
class SupposeTest {

    private static final FigurePlace USE = new FigurePlace(demand("usa-gallium"), FigurePlace.Kind.RATE);

    private final SupplyChain chain = Gallium.chain();

    @Test
    void aFigureIsAnother() {
        Figure more = Figure.stated(42, Unit.T_PER_A);
        SupplyChain changed = chain.with(Suppose.that(USE, more));

        assertThat(changed.demand(demand("usa-gallium")).rate()).isEqualTo(more);
        assertThat(changed.with(
                        Suppose.that(USE, chain.demand(demand("usa-gallium")).rate())))
                .isEqualTo(chain);
    }

    @Test
    void aFigureIsUnknownAndTheChainSaysSo() {
        SupplyChain changed = chain.with(Suppose.unknown(USE));

        assertThat(changed.demand(demand("usa-gallium")).rate().isKnown()).isFalse();
        assertThat(changed.assumptions())
                .anyMatch(each -> each.subject().equals(USE)
                        && each.toString().contains("step: suppose RATE usa-gallium is unknown"));
    }

    /** Every assumed figure of a chain can be taken out by itself, and nothing else changes; only recipes need a range. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyAssumedFigureCanBeSwitched(long seed) {
        SupplyChain random = RandomChains.chain(seed, 3);
        List<Assumption> assumed = new ArrayList<>(random.assumptions());
        assumed.removeIf(
                each -> !(each.subject() instanceof FigurePlace place) || place.kind() == FigurePlace.Kind.EFFECTIVE);
        for (Assumption each : assumed) {
            if (((FigurePlace) each.subject()).kind().isCoefficient()) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> random.with(Suppose.unknown(each)))
                        .withMessageContaining("Maybe assume a range and say why");
                continue;
            }
            SupplyChain without = random.with(Suppose.unknown(each));
            List<FigurePlace> changed = new ArrayList<>();
            without.forEachFigure((place, figure) -> random.forEachFigure((other, before) -> {
                if (place.equals(other) && !figure.equals(before)) {
                    changed.add(place);
                }
            }));
            assertThat(changed).containsExactly((FigurePlace) each.subject());
        }
        assertThat(assumed).isNotEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> chain.with(Suppose.unknown(new FigurePlace(demand("usa-galium"), FigurePlace.Kind.RATE))))
                .withMessageStartingWith("Figure 'RATE usa-galium': there is none in this chain. Maybe one of RATE ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.with(Suppose.that(USE, Figure.stated(1, Unit.KG))))
                .withMessageMatching(
                        "Figure 'RATE usa-gallium': it is in t/a \\(seen: 1 kg.*\\)\\. Maybe convert it\\.");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Suppose.unknown(new Assumption("the site of plants", "nobody says", Optional.empty())))
                .withMessage(
                        "Assumption 'the site of plants': it is not about a figure of the chain. Maybe change what the chain is built of.");
    }

    @Test
    void isASentence() {
        assertThat(Suppose.that(USE, Figure.stated(42, Unit.T_PER_A)))
                .hasToString("suppose RATE usa-gallium is 42 t/a");
        assertThatCode(() -> Suppose.unknown(USE).toString()).doesNotThrowAnyException();
    }
}
