package org.lodegraph.tables;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount, as statisticians write it, taken apart: {@code e1,200} (estimated), {@code <5}, {@code more than 50},
 * {@code 10-15}. How its numbers are written does not matter here.
 *
 * @param isEstimate whether it is marked as an estimate
 * @param bound what it says of its number
 * @param numbers one, or the two ends of a range; may be no numbers
 */
record AmountText(boolean isEstimate, Bound bound, ImmutableList<String> numbers) {

    /** Whether a number is one, or bounds one. */
    enum Bound {
        NONE,
        LESS,
        MORE
    }

    private static final Pattern RANGE = Pattern.compile("(.+?)\\s*(?:-|–|—|to)\\s*(.+)");
    private static final Pattern BOUND = Pattern.compile("(?:([<≤]|less than\\s)|[>≥]|more than\\s)\\s*(.+)");
    private static final Pattern ESTIMATED =
            Pattern.compile("(?i)(?:e/?|est\\.?|~|ca?\\.)\\s*([0-9].*)|([0-9].*?)\\s*(?:e/?|\\(e\\)|est\\.?)");

    static AmountText of(String cell) {
        String text = cell.strip();
        Matcher estimated = ESTIMATED.matcher(text);
        boolean isEstimate = estimated.matches();
        String amount = isEstimate ? Optional.ofNullable(estimated.group(1)).orElseGet(() -> estimated.group(2)) : text;
        Matcher bound = BOUND.matcher(amount);
        if (bound.matches()) {
            return new AmountText(
                    isEstimate, bound.group(1) == null ? Bound.MORE : Bound.LESS, ImmutableList.of(bound.group(2)));
        }
        Matcher range = RANGE.matcher(amount);
        boolean isRange = !NumberStyle.isNumber(amount)
                && range.matches()
                && NumberStyle.isNumber(range.group(1))
                && NumberStyle.isNumber(range.group(2));
        return new AmountText(
                isEstimate,
                Bound.NONE,
                isRange ? ImmutableList.of(range.group(1), range.group(2)) : ImmutableList.of(amount));
    }
}
