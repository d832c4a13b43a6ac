package org.lodegraph.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How numbers, shares and ranges are rounded and written. */
class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0.98035119745231, 0.980351197",
        "123456789.4, 123456789",
        "1234567894, 1234567890",
        "-0.12345678951, -0.12345679",
        "-0.0, 0",
        "1e-300, 1e-300",
        "Infinity, Infinity",
        "NaN, NaN"
    })
    void publishedNumbersHaveNineDigits(double value, double published) {
        assertThat(Double.valueOf(Numbers.published(value))).isEqualTo(Double.valueOf(published));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "-0.0 | 0",
                "19.70 | 19.7",
                "0.980351 | 0.9804",
                "0.000065 | 0.000065",
                "999.96 | 1,000",
                "9999.6 | 10,000",
                "12345 | 12,345",
                "12345.67 | 12,346",
                "-1234.5 | -1,234",
                "-123 | -123",
                "84000000 | 84,000,000",
                "1234567894 | 1,234,567,890",
                "Infinity | unlimited",
                "-Infinity | -unlimited",
                "NaN | unknown"
            })
    void peopleReadFourDigitsOrWholeTons(double value, String text) {
        assertThat(Numbers.brief(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 %",
        "1, 100.0 %",
        "0.990099, 99.0 %",
        "1e-9, <0.1 %",
        "0.000499, <0.1 %",
        "0.0005, 0.1 %",
        "0.99949, 99.9 %",
        "0.9995, >99.9 %",
        "0.9999999999, >99.9 %",
        "0.125, 12.5 %",
        "1.5, 150.0 %",
        "-0.05, -5.0 %",
        "NaN, unknown",
        "Infinity, unlimited"
    })
    void sharesReadInPercent(double share, String text) {
        assertThat(Numbers.percent(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.000065, 0.000065",
        "1500000, 1500000",
        "0.1, 0.1",
        "-2.5, -2.5",
        "-0.0, 0",
        "0.30000000000000004, 0.30000000000000004",
        "2e23, 200000000000000000000000",
        "9007199254740993, 9007199254740992"
    })
    void exactIsTheShortestDecimal(double value, String text) {
        assertThat(Numbers.exact(value)).isEqualTo(text);
    }

    @Test
    void exactIsReadBackToTheBit() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(Numbers.exact(value))).isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"})
    void noLocaleChangesADigit(String tag) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(Numbers.brief(1234567.8)).isEqualTo("1,234,568");
            assertThat(Numbers.percent(0.4567)).isEqualTo("45.7 %");
            assertThat(Numbers.exact(1234.5)).isEqualTo("1234.5");
            assertThat(new Range(3, 1900.5, Unit.T_PER_A)).hasToString("3 to 1,900 t/a");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Share(1.5))
                    .withMessage("Share: the value is 1.5, not within 0..1. Maybe Share.percent was meant.");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void sharesAreWithinNoughtAndOne() {
        assertThat(Share.percent(20)).isEqualTo(new Share(0.2)).hasToString("20.0 %");
        assertThat(new Share(-0.0)).isEqualTo(Share.NONE);
        assertThat(Share.NONE).isLessThan(Share.percent(1)).isLessThan(Share.ALL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Share(Double.NaN))
                .withMessage("Share: the value is NaN, not within 0..1. Maybe Share.percent was meant.");
    }

    @Test
    void aRangeIsOneNumberOnlyIfBothEndsAgree() {
        assertThat(Range.exactly(19.7, Unit.T_PER_A)).hasToString("19.7 t/a");
        assertThat(new Range(3, 19, Unit.T_PER_A)).hasToString("3 to 19 t/a");
        assertThat(new Range(19.6, 19.7, Unit.T_PER_A)).hasToString("19.6 to 19.7 t/a");
        // Agreement is in the digits printed; isExact still tells the two apart.
        assertThat(new Range(19.70001, 19.70002, Unit.T_PER_A)).hasToString("19.7 t/a");
        assertThat(new Range(19.70001, 19.70002, Unit.T_PER_A).isExact()).isFalse();
        assertThat(Range.unknown(Unit.T)).hasToString("0 to unlimited t");
    }

    @Test
    void onlySharesPrintInPercent() {
        assertThat(new Range(0.25, 1, Unit.SHARE)).hasToString("25.0 % to 100.0 %");
        assertThat(new Range(0.25, 1.5, Unit.SHARE)).hasToString("25.0 % to 150.0 %");
        assertThat(new Range(0.25, 1.5, Unit.ONE)).hasToString("0.25 to 1.5");
        assertThat(Range.exactly(65, Unit.PERCENT)).hasToString("65 %");
    }

    @Test
    void rangesSpanAndScale() {
        Range range = new Range(3, 19, Unit.T_PER_A);

        assertThat(range.times(2)).isEqualTo(new Range(6, 38, Unit.T_PER_A));
        assertThat(range.hull(Range.exactly(1, Unit.T_PER_A))).isEqualTo(new Range(1, 19, Unit.T_PER_A));
        assertThat(range.contains(3)).isTrue();
        assertThat(range.contains(19.1)).isFalse();
        assertThat(Range.spanning(2.00000000001, 1, Unit.ONE)).isEqualTo(new Range(1, 2, Unit.ONE));
        assertThat(Range.exactly(-0.0, Unit.T)).isEqualTo(Range.exactly(0, Unit.T));
        assertThat(range.isExact()).isFalse();
    }

    @Test
    void rangesOutOfOrderAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Range(19, 3, Unit.T_PER_A))
                .withMessage("Range in t/a: 19.0 .. 3.0 is not in order."
                        + " Maybe the ends were swapped, or one is unknown.");
        assertThatIllegalArgumentException().isThrownBy(() -> Range.exactly(Double.NaN, Unit.T));
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(3, 19, Unit.T).times(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Range(3, 19, Unit.T).hull(Range.exactly(1, Unit.KG)))
                .withMessage("Range '3 to 19 t': cannot span 1 kg (another unit). Maybe convert it first.");
    }
}
