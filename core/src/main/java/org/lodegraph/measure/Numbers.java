package org.lodegraph.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How numbers are rounded and written, the same on every machine and in every locale. */
public final class Numbers {

    /** Significant digits of a published number. */
    public static final int PUBLISHED_DIGITS = 9;

    private static final int BRIEF_DIGITS = 4;
    private static final int ALWAYS_EXACT_DIGITS = 17;
    private static final MathContext PUBLISHED = new MathContext(PUBLISHED_DIGITS, RoundingMode.HALF_EVEN);

    private Numbers() {}

    /**
     * Rounds to the {@value #PUBLISHED_DIGITS} significant digits of a published number. Minus zero becomes zero.
     *
     * @param value a number; infinities and NaN pass unchanged
     * @return the rounded number
     */
    public static double published(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value + 0.0;
        }
        return new BigDecimal(value).round(PUBLISHED).doubleValue();
    }

    /**
     * Writes a number so that it can be read back exactly: the first of its decimals with 15, 16 and 17 significant
     * digits that is this double, without exponent. {@link Double#toString(double)} would not do: what it writes changed
     * between Java 18 and 19.
     *
     * @param value a finite number
     * @return such as {@code 0.000065} or {@code 1500000}
     */
    public static String exact(double value) {
        BigDecimal all = new BigDecimal(value);
        for (int digits = 15; digits < ALWAYS_EXACT_DIGITS; digits++) {
            BigDecimal rounded = all.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return plain(rounded);
            }
        }
        return plain(all.round(new MathContext(ALWAYS_EXACT_DIGITS, RoundingMode.HALF_EVEN)));
    }

    /**
     * Writes a number for people: four significant digits, but whole tons in full up to the digits of a published number,
     * so that a published 12,345 t prints as published and printed columns add up. Thousands are separated by commas.
     *
     * @param value a number
     * @return such as {@code 19.7}, {@code 84,000,000} or {@code 0.9804}
     */
    public static String brief(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "unknown" : value > 0 ? "unlimited" : "-unlimited";
        }
        BigDecimal all = new BigDecimal(published(value));
        int whole = all.precision() - all.scale();
        int digits = Math.min(Math.max(BRIEF_DIGITS, whole), PUBLISHED_DIGITS);
        return grouped(plain(all.round(new MathContext(digits, RoundingMode.HALF_EVEN))));
    }

    /**
     * Writes a share for people, in percent with one decimal; what lies between 0 and 1 never prints as either.
     *
     * @param share a share; a ratio beyond 0..1 passes
     * @return such as {@code 99.0 %}
     */
    public static String percent(double share) {
        if (!Double.isFinite(share)) {
            return brief(share);
        }
        if (share > 0 && share < 0.0005) {
            return "<0.1 %";
        }
        if (share >= 0.9995 && share < 1) {
            return ">99.9 %";
        }
        return new BigDecimal(share * 100).setScale(1, RoundingMode.HALF_EVEN).toPlainString() + " %";
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static String grouped(String plain) {
        int start = plain.startsWith("-") ? 1 : 0;
        int point = plain.indexOf('.');
        StringBuilder text = new StringBuilder(plain);
        for (int at = (point < 0 ? plain.length() : point) - 3; at > start; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
