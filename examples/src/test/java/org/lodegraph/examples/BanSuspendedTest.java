package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lodegraph.flow.Delivery;
import org.lodegraph.reference.Reference;
import org.lodegraph.render.Render;

class BanSuspendedTest {

    private static final BanSuspended DAYS = BanSuspended.of();

    @Test
    void theSuspensionAloneCannotBeSeen() {
        assertThat(DAYS.headline())
                .isEqualTo(
                        "On the day after China suspended its ban, 0 numbers of the answer are others: licences remained, and what they let through is not published, from nothing to all of it. Without licences too, 18 would be: what the United States lack if all share falls from 0 to 15.6 t to 0 t.");
    }

    /** Asked one by one. */
    @Test
    void isWhatTheDeliveriesSay() {
        Delivery delivery = Delivery.to(Metal.GALLIUM.target());
        var free = Metal.GALLIUM.chain(Reference.LAST_YEAR);
        var controlled = free.with(Reference.controls("CN-2023-GAGE", "CN-2024-US-GAGESB"));

        assertThat(controlled.at(LocalDate.of(2025, 11, 8)).ask(delivery).shared())
                .isEqualTo(
                        controlled.at(LocalDate.of(2025, 11, 9)).ask(delivery).shared());
        assertThat(free.at(LocalDate.of(2025, 11, 8))
                        .ask(delivery)
                        .shared()
                        .unmet()
                        .high())
                .isZero();
    }

    @Test
    void printsItself() {
        // The warning that is added: the ban is not in force any more.
        assertThat(Render.text(DAYS))
                .contains("the day after: 1 added, 0 removed, 0 changed by more than 5.0 %.")
                .contains("after: Without effect, for not in force on 2025-11-09: China's ban");
    }
}
