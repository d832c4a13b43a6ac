package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LeakageTest {

    @Test
    void oneStraightPiece() {
        // 16 t short, each percent of 94 t brings 0.94 t
        assertThat(Leakage.smallest(share -> Math.max(0, 16 - 94 * share))).isEqualTo(16.0 / 94, within(1e-12));
    }

    @Test
    void thePieceThatReachesZeroCounts() {
        // steep until 10 %, where 4 t are short, then 10 t per whole: zero at 10 % + 4 / 10
        assertThat(Leakage.smallest(share -> Math.max(0, share < 0.1 ? 10 - 60 * share : 5 - 10 * share)))
                .isEqualTo(0.5, within(1e-12));
    }

    @Test
    void nothingIsShort() {
        assertThat(Leakage.smallest(share -> 0)).isZero();
    }

    @Test
    void evenEverythingIsNotEnough() {
        assertThat(Leakage.smallest(share -> 3 - share)).isInfinite();
    }
}
