package org.lodegraph.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
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
