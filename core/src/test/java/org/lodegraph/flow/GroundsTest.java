package org.lodegraph.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.lodegraph.flow.FlowFixtures.METAL_USA;
import static org.lodegraph.flow.FlowFixtures.ban;
import static org.lodegraph.flow.FlowFixtures.twoMakers;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Window;
import org.lodegraph.model.Ids;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.render.Render;

/** What answers say of the day on which they were asked. */
class GroundsTest {

    private static final Delivery TO_USA = Delivery.to(METAL_USA);

    /** Figures of 2025 are asked two years on, or in another century; a year on is nothing to tell. */
    @Test
    void aDayFarFromTheFiguresIsTold() {
        SupplyChain chain = twoMakers().build();

        assertThat(Render.text(chain.at(LocalDate.of(2027, 1, 1)).ask(TO_USA), 400))
                .contains("Rules and lines are read on 2027-01-01; all figures stay those of 2025, 2 years away.");
        assertThat(Render.text(chain.at(LocalDate.of(1800, 1, 1)).ask(TO_USA), 400))
                .contains("225 years away.");
        assertThat(Render.text(chain.at(LocalDate.of(2026, 12, 31)).ask(TO_USA)))
                .doesNotContain("away");
    }

    /** Its state was last checked on 24 November 2026; an answer for a later day says so. */
    @Test
    void anAnswerAfterTheLastCheckSaysSo() {
        SupplyChain chain = twoMakers()
                .add(ban("metal").lastChecked(LocalDate.of(2026, 11, 24)).build())
                .build();
        assertThat(chain.at(LocalDate.of(2026, 11, 24)).ask(TO_USA).grounds().unchecked())
                .isEmpty();
        assertThat(chain.at(LocalDate.of(2026, 11, 25)).ask(TO_USA).grounds().unchecked())
                .containsEntry("CN-BAN", LocalDate.of(2026, 11, 24));
    }

    /** A suspended ban and an old one change nothing, and an answer says so; on a day on which the first holds, of the other. */
    @Test
    void aRuleThatIsNotInForceIsNamed() {
        Window banned = Window.between(LocalDate.of(2024, 12, 3), LocalDate.of(2025, 11, 8));
        Window old = Window.between(LocalDate.of(1950, 1, 1), LocalDate.of(1994, 3, 31));
        SupplyChain chain = twoMakers()
                .add(
                        ban("metal").inForce(ImmutableList.of(banned)).build(),
                        ban("metal")
                                .id(Ids.policy("CN-OLD"))
                                .inForce(ImmutableList.of(old))
                                .build())
                .build();

        Grounds later = chain.at(LocalDate.of(2025, 11, 9)).ask(TO_USA).grounds();
        assertThat(later.idle()).containsOnly(entry("CN-BAN", List.of(banned)), entry("CN-OLD", List.of(old)));
        assertThat(Render.text(chain.at(LocalDate.of(2025, 11, 9)).ask(TO_USA), 400))
                .contains("Without effect, for not in force on 2025-11-09: ban (CN-BAN, 2024-12-03 to 2025-11-08), "
                        + "ban (CN-OLD, 1950-01-01 to 1994-03-31).");
        assertThat(chain.at(LocalDate.of(2025, 11, 8)).ask(TO_USA).grounds().idle())
                .containsOnlyKeys("CN-OLD");
    }
}
