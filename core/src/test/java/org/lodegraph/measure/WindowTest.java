package org.lodegraph.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Windows: the first and the last day are inside. */
class WindowTest {

    private static final LocalDate CONTROLS = LocalDate.parse("2023-08-01");
    private static final LocalDate SUSPENDED = LocalDate.parse("2025-11-09");

    @Test
    void bothEndsAreInside() {
        Window window = Window.between(CONTROLS, SUSPENDED);

        assertThat(window.contains(CONTROLS.minusDays(1))).isFalse();
        assertThat(window.contains(CONTROLS)).isTrue();
        assertThat(window.contains(SUSPENDED)).isTrue();
        assertThat(window.contains(SUSPENDED.plusDays(1))).isFalse();
        assertThat(Window.between(CONTROLS, CONTROLS).contains(CONTROLS)).isTrue();
    }

    @Test
    void anOpenWindowNeverCloses() {
        assertThat(Window.from(CONTROLS).contains(LocalDate.MAX)).isTrue();
        assertThat(Window.from(CONTROLS).contains(LocalDate.MIN)).isFalse();
        assertThat(Window.ALWAYS.contains(LocalDate.MIN)).isTrue();
    }

    /** Everything that two windows can do to each other, on days 1 to 9; compared day by day. */
    @Test
    void takingDaysOutLeavesTheOtherDays() {
        for (Window window : windows()) {
            for (Window other : windows()) {
                var left = window.without(other);

                for (int day = 1; day <= 9; day++) {
                    LocalDate date = CONTROLS.plusDays(day);
                    assertThat(left.stream().filter(part -> part.contains(date)).count())
                            .as("day %s of %s without %s", day, window, other)
                            .isEqualTo(window.contains(date) && !other.contains(date) ? 1 : 0);
                }
            }
        }
    }

    @Test
    void aSuspensionSplitsAWindow() {
        assertThat(Window.from(CONTROLS).without(Window.between(SUSPENDED, SUSPENDED)))
                .containsExactly(Window.between(CONTROLS, SUSPENDED.minusDays(1)), Window.from(SUSPENDED.plusDays(1)));
        assertThat(Window.from(CONTROLS).without(Window.ALWAYS)).isEmpty();
        assertThat(Window.ALWAYS.without(Window.between(CONTROLS, LocalDate.MAX)))
                .containsExactly(new Window(LocalDate.MIN, Optional.of(CONTROLS.minusDays(1))));
    }

    private static List<Window> windows() {
        List<Window> all = new ArrayList<>();
        all.add(Window.ALWAYS);
        for (int start = 2; start <= 8; start++) {
            all.add(Window.from(CONTROLS.plusDays(start)));
            for (int end = start; end <= 8; end++) {
                all.add(Window.between(CONTROLS.plusDays(start), CONTROLS.plusDays(end)));
            }
        }
        return all;
    }

    @Test
    void itReadsAsASentence() {
        assertThat(Window.between(CONTROLS, SUSPENDED)).hasToString("2023-08-01 to 2025-11-09");
        assertThat(Window.from(CONTROLS)).hasToString("from 2023-08-01");
        assertThat(new Window(LocalDate.MIN, Optional.of(SUSPENDED))).hasToString("until 2025-11-09");
        assertThat(Window.ALWAYS).hasToString("always");
    }

    @Test
    void endsInOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Window.between(SUSPENDED, CONTROLS))
                .withMessage("Window: ends on 2023-08-01, before it starts on 2025-11-09."
                        + " Maybe the dates were swapped.");
    }
}
