package org.lodegraph.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How numbers are rounded and written, the same on every machine and in every locale. */
public final class Numbers {

    /** Significant digits of a published number. */
    public static final int PUBLISHED_DIGITS = 9;

    private static final int BRIEF_DIGITS = 4;
    private static final MathContext PUBLISHED = new MathContext(PUBLISHED_DIGITS, RoundingMode.HALF_EVEN);
    private static final MathContext BRIEF = new MathContext(BRIEF_DIGITS, RoundingMode.HALF_EVEN);

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
     * Writes a number so that it can be read back exactly: the shortest decimal that is this double, without exponent.
     *
     * @param value a finite number
     * @return such as {@code 0.000065} or {@code 1500000}
     */
    public static String exact(double value) {
        return value == 0 ? "0" : plain(new BigDecimal(Double.toString(value)));
    }

    /**
     * Writes a number for people: about four significant digits, whole numbers in full up to 9,999, thousands separated
     * by commas.
     *
     * @param value a number
     * @return such as {@code 19.7}, {@code 84,000,000} or {@code 0.9802}
     */
    public static String brief(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "unknown" : value > 0 ? "unlimited" : "-unlimited";
        }
        return value == 0 ? "0" : grouped(plain(new BigDecimal(value).round(BRIEF)));
    }

    /**
     * Writes a share for people, in percent with one decimal; shares that are not 0 or 1 never print as such.
     *
     * @param share a share, 0..1
     * @return such as {@code 99.0 %}
     */
    public static String percent(double share) {
        if (share > 0 && share < 0.0005) {
            return "<0.1 %";
        }
        if (share > 0.9995 && share < 1) {
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
