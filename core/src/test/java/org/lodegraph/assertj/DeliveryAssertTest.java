package org.lodegraph.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.assertj.LodegraphAssertions.assertThat;
import static org.lodegraph.assertj.TwoSmelters.USA;
import static org.lodegraph.assertj.TwoSmelters.chain;
import static org.lodegraph.model.Ids.country;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Response;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Quantity;
import org.lodegraph.measure.Share;
import org.lodegraph.measure.Unit;
import org.lodegraph.scenario.Lose;
import org.lodegraph.scenario.Scenario;

/** What the United States get of {@link TwoSmelters}. */
class DeliveryAssertTest {

    private static final Scenario NO_JAPAN = Scenario.of("a year without Japan").then(Lose.of(country("JPN")));

    /** 5 to 7 of 10. */
    @Test
    void theLowEndIsSure() {
        assertThat(chain()).delivers(USA).atLeast(Share.percent(50)).atLeast(Quantity.of(5000, Unit.KG_PER_A));

        assertThat(Messages.of(() -> assertThat(chain()).delivers(USA).atLeast(Share.percent(51))))
                .isEqualTo("""
                        Delivery to 'USA (metal)': if all share, 50.0 % to 70.0 % (5 to 7 t/a) of the 10 t/a wanted come, not surely 51.0 %.

                        Delivery to USA (metal)
                        ═══════════════════════
                        Annual rates on 2025-12-31, figures of 2025

                        Finding: Served before all others, USA (metal) lacks nothing; if all share, it lacks 3 to 5 t/a.

                        Delivery of metal
                        t/a · 2025
                        in which sense            served   unmet      share served
                                                     t/a     t/a
                        ────────────────────────  ──────  ──────  ────────────────
                        served before all others      10       0           100.0 %
                        shared with all others    5 to 7  3 to 5  50.0 % to 70.0 %

                        What binds: price x limit adds up to what is served
                        t/a · 2025, unfavorable reading of the figures
                        served before all others  10 t/a  (all that is wanted; no limit binds)

                        Assumed as a range, or unknown:
                          nameplate capacity of line 'chn/smelt': 6 to 10 t/a (a guess)
                          effective capacity of line 'chn/smelt': 6 to 10 t/a (a guess)""");
        assertThat(firstLine(() -> assertThat(chain()).delivers(USA).atLeast(Quantity.tonnesPerYear(5.1))))
                .isEqualTo(
                        "Delivery to 'USA (metal)': if all share, 50.0 % to 70.0 % (5 to 7 t/a) of the 10 t/a wanted come, not surely 5.1 t/a.");
    }

    @Test
    void theHighEndIsPossible() {
        assertThat(chain()).delivers(USA).possiblyAtLeast(Share.percent(70)).possiblyAtLeast(Quantity.tonnesPerYear(7));

        assertThat(firstLine(() -> assertThat(chain()).delivers(USA).possiblyAtLeast(Share.percent(71))))
                .isEqualTo(
                        "Delivery to 'USA (metal)': if all share, 50.0 % to 70.0 % (5 to 7 t/a) of the 10 t/a wanted come, not even possibly 71.0 %.");
        assertThat(firstLine(() -> assertThat(chain()).delivers(USA).possiblyAtLeast(Quantity.of(7100, Unit.KG_PER_A))))
                .isEqualTo(
                        "Delivery to 'USA (metal)': if all share, 50.0 % to 70.0 % (5 to 7 t/a) of the 10 t/a wanted come, not even possibly 7,100 kg/a.");
    }

    /** All 10, as 10 to 14 are there; 6 to 10 without Japan. */
    @Test
    void servedFirstIsWhatNobodyElseCanTake() {
        assertThat(chain()).delivers(USA).servedFirst().atLeast(Share.ALL);
        assertThat(chain()).after(NO_JAPAN).delivers(USA).servedFirst().atLeast(Share.percent(60));

        assertThat(Messages.of(() -> assertThat(chain())
                        .as("supply of our plant")
                        .after(NO_JAPAN)
                        .delivers(USA)
                        .servedFirst()
                        .atLeast(Share.percent(61))))
                .isEqualTo("""
                        [supply of our plant] Delivery to 'USA (metal)' after 'a year without Japan': served before all others, 60.0 % to 100.0 % (6 to 10 t/a) of the 10 t/a wanted come, not surely 61.0 %. Before, 100.0 % (10 t/a) came.

                        Delivery to USA (metal)
                        ═══════════════════════
                        Annual rates on 2025-12-31, figures of 2025

                        Finding: Served before all others, USA (metal) cannot avoid lacking 0 to 4 t/a of 10 t/a (0.0 % to
                                 40.0 %); if all share, it lacks 5 to 7 t/a.

                        Delivery of metal
                        t/a · 2025
                        in which sense             served   unmet       share served
                                                      t/a     t/a
                        ────────────────────────  ───────  ──────  ─────────────────
                        served before all others  6 to 10  0 to 4  60.0 % to 100.0 %
                        shared with all others     3 to 5  5 to 7   30.0 % to 50.0 %

                        What binds: price x limit adds up to what is served
                        t/a · 2025, unfavorable reading of the figures
                        served before all others  6 t/a  (sum)
                        └─ capacity of CHN: metal  6 t/a  (1 x 6 t/a; chn/smelt)
                           └─ its figure  6 to 10 t/a  (6 to 10 t/a (assumed, assumption); a guess)

                        Assumed as a range, or unknown:
                          nameplate capacity of line 'chn/smelt': 6 to 10 t/a (a guess)
                          effective capacity of line 'chn/smelt': 6 to 10 t/a (a guess)""");
    }

    /** 3 to 5 of 10 where all share. */
    @Test
    void aScenarioIsSurvived() {
        assertThat(chain()).after(NO_JAPAN).delivers(USA).atLeast(Share.percent(30));

        assertThat(firstLine(
                        () -> assertThat(chain()).after(NO_JAPAN).delivers(USA).atLeast(Share.percent(31))))
                .isEqualTo(
                        "Delivery to 'USA (metal)' after 'a year without Japan': if all share, 30.0 % to 50.0 % (3 to 5 t/a) of the 10 t/a wanted come, not surely 31.0 %. Before, 50.0 % to 70.0 % (5 to 7 t/a) came.");
    }

    /** Nobody makes more than the 6 and 4 that they made. */
    @Test
    void conditionsCanBeStated() {
        Delivery frozen = Delivery.to(USA).under(Response.OBSERVED);

        assertThat(firstLine(() -> assertThat(chain()).delivers(frozen).possiblyAtLeast(Share.percent(51))))
                .isEqualTo(
                        "Delivery to 'USA (metal)': if all share, 50.0 % (5 t/a) of the 10 t/a wanted come, not even possibly 51.0 %.");
    }

    @Test
    void anotherBasisIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(chain())
                        .delivers(USA)
                        .atLeast(Quantity.of(5, Unit.T_PER_A.of(Basis.contained("Ga")))))
                .withMessageContaining("t/a Ga content");
    }

    private static String firstLine(ThrowingCallable failing) {
        return Messages.of(failing).lines().findFirst().orElseThrow();
    }
}
