package org.lodegraph.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/** Beside special.csv: erfc and gamma of mpmath 1.3 with 40 digits, at multiples of 1/8. */
class SpecialTest {

    @Test
    void theErrorFunctionIsRightTo15Digits() {
        for (String[] row : Rows.of("special.csv")) {
            double expected = Double.parseDouble(row[1]);

            assertThat(Special.erfc(Double.parseDouble(row[0])))
                    .isCloseTo(expected, within(1e-15))
                    .isCloseTo(expected, withinPercentage(1e-11));
        }
    }

    @Test
    void theErrorFunctionIsSymmetricAndEnds() {
        assertThat(Special.erfc(0)).isEqualTo(1);
        assertThat(Special.erfc(Double.POSITIVE_INFINITY)).isZero();
        assertThat(Special.erfc(Double.NEGATIVE_INFINITY)).isEqualTo(2);
    }

    @Test
    void theGammaFunctionIsRightTo14Digits() {
        for (String[] row : Rows.of("special.csv")) {
            if (!row[2].isEmpty()) {
                assertThat(Special.gammaOfOnePlus(Double.parseDouble(row[0])))
                        .isCloseTo(Double.parseDouble(row[2]), withinPercentage(1e-12));
            }
        }
    }
}
