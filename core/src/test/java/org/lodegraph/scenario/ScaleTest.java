package org.lodegraph.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.demand;
import static org.lodegraph.model.Ids.facility;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.link;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.stock;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Line;
import org.lodegraph.model.SupplyChain;

/** Growth and shrinkage by a factor. */
class ScaleTest {

    private final SupplyChain chain = Gallium.chain();

    @Test
    void outputShrinksAsFarAsCapacityMakesIt() {
        Line halved = chain.with(Scale.capacity(country("JPN"), 0.5))
                .line(line("akita/ga-recovery"))
                .line();

        // 5..15 t/a, halved
        assertThat(halved.capacity().nameplate().orElseThrow().range()).hasToString("2.5 to 7.5 t/a");
        // It made 8 t/a, so it could make 8..15; half of that is 4..7.5 t/a
        assertThat(halved.output().orElseThrow().range()).hasToString("4 to 7.5 t/a");
        assertThat(halved.output().orElseThrow().note()).startsWith("step: scale the capacity of");

        // 8 t/a out of 10..30 t/a
        assertThat(chain.with(Scale.capacity(country("JPN"), 2))
                        .line(line("akita/ga-recovery"))
                        .line()
                        .output())
                .contains(Gallium.tons(8));
    }

    @Test
    void outputThatCapacityAllowsStays() {
        assertThat(output(Gallium.tons(100), 8, 0.1).range()).hasToString("8 t/a"); // it could make 10 t/a
        assertThat(output(Gallium.tons(100), 8, 0.05).range()).hasToString("5 t/a");
        // More was seen than the nameplate says: a quarter of 8 t/a
        assertThat(output(Gallium.tons(6), 8, 0.25).range()).hasToString("2 t/a");
        assertThat(output(Gallium.tons(6), 8, 0).range()).hasToString("0 t/a");
        // 0.1 kt/a are 100 t/a
        assertThat(output(Figure.stated(0.1, Unit.KT_PER_A), 8, 0.05).range()).hasToString("5 t/a");
        // Nobody knows what it could make
        assertThat(output(Figure.unknown(Unit.T_PER_A, "not published"), 8, 0.1))
                .isEqualTo(Gallium.tons(8));
    }

    private Figure output(Figure capacity, double made, double factor) {
        return chain.toBuilder()
                .put(chain.facility(facility("akita"))
                        .withLines(chain.line(line("akita/ga-recovery"))
                                .line()
                                .withCapacity(Capacity.nameplate(capacity))
                                .withOutput(Optional.of(Gallium.tons(made)))))
                .build()
                .with(Scale.capacity(facility("akita"), factor))
                .line(line("akita/ga-recovery"))
                .line()
                .output()
                .orElseThrow();
    }

    @Test
    void thePermitIsNotEquipment() {
        Capacity permitted = Capacity.nameplate(Gallium.tons(10)).permitted(Gallium.tons(9));
        SupplyChain licensed = chain.toBuilder()
                .put(chain.facility(facility("akita")).withLines(Line.of("ga-recovery", permitted)))
                .build();

        Capacity doubled = licensed.with(Scale.capacity(facility("akita"), 2))
                .line(line("akita/ga-recovery"))
                .line()
                .capacity();

        assertThat(doubled.nameplate().orElseThrow().at(Reading.CENTRAL)).isEqualTo(20);
        assertThat(doubled.permitted()).contains(Gallium.tons(9));
    }

    @Test
    void outputDemandStockAndLinkAreScaled() {
        SupplyChain scaled = chain.with(
                Scale.output(Lines.of(country("CHN"), material("gallium")), 0.1),
                Scale.demand(demand("usa-gallium"), 2),
                Scale.stock(stock("usa-ga"), 0));

        assertThat(scaled.line(line("shandong/ga-circuit"))
                        .line()
                        .output()
                        .orElseThrow()
                        .at(Reading.LOW))
                .isEqualTo(75);
        assertThat(scaled.line(line("shandong/bayer")).line().output()).contains(Gallium.tons(14e6));
        assertThat(scaled.demand(demand("usa-gallium")).rate().at(Reading.LOW)).isEqualTo(38);
        assertThat(scaled.stock(stock("usa-ga")).amount().at(Reading.HIGH)).isZero();
    }

    @Test
    void aLinkWithoutLimitStaysWithoutLimit() {
        assertThat(chain.with(Scale.capacity(link("chn-usa-ga"), 0.5))).isEqualTo(chain);
    }

    @Test
    void theSourceStaysAndTheStepIsListedAsAnAssumption() {
        SupplyChain scaled = chain.with(Scale.demand(demand("usa-gallium"), 2));

        assertThat(scaled.demand(demand("usa-gallium")).rate().source()).isEqualTo(Gallium.USGS);
        assertThat(scaled.assumptions())
                .extracting(Assumption::toString)
                .contains("rate of demand 'usa-gallium': 38 t/a"
                        + " (step: scale the rate of demands named usa-gallium by 2)");
    }

    @Test
    void theReasonBeforeIsKept() {
        Figure twice = chain.with(Scale.demand(demand("usa-gallium"), 2), Scale.demand(country("USA"), 0.5))
                .demand(demand("usa-gallium"))
                .rate();

        assertThat(twice.note())
                .isEqualTo("step: scale the rate of demands of USA by 0.5;"
                        + " before: step: scale the rate of demands named usa-gallium by 2");
    }

    @Test
    void unknownStaysUnknown() {
        SupplyChain unsure = chain.toBuilder()
                .put(chain.facility(facility("akita"))
                        .withLines(Line.of("ga-recovery", Capacity.unknown("not published"))))
                .build();

        assertThat(unsure.with(Scale.capacity(facility("akita"), 2))).isEqualTo(unsure);
    }

    @Test
    void aFactorBelowZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.demand(demand("usa-gallium"), -1))
                .withMessage("Scale 'demands named usa-gallium': cannot be multiplied by -1.0."
                        + " Maybe a factor of 0 or above.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.capacity(demand("usa-gallium"), 1))
                .withMessage("Scale 'demands named usa-gallium': they have no capacity. Maybe select lines or links.");
    }
}
