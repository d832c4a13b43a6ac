package org.lodegraph.io;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Spread;

/**
 * Numbers in files: {@code 120} is exact, {@code 100..140} a range, {@code 100..120..140} a triangle, {@code 120~0.2} a
 * lognormal of median 120 and standard deviation 0.2 of the logarithm.
 */
final class Spreads {

    private static final int LONGEST = 1100;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?");
    private static final Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}(?:[ ,'\u00a0\u202f_][0-9]{3})+(?:\\.[0-9]+)?");
    private static final Pattern EITHER = Pattern.compile("-?[0-9]{1,3},[0-9]{3}");
    private static final Pattern COMMA = Pattern.compile("-?[0-9]+,[0-9]+");
    private static final Pattern DASHED = Pattern.compile("([0-9.]+)\\s*(?:-|\u2013|\u2014|to)\\s*([0-9.]+)");
    private static final ImmutableSet<String> NONE = ImmutableSet.of(
            "na",
            "n/a",
            "n.a.",
            "nan",
            "null",
            "none",
            "nil",
            "w",
            "xx",
            "x",
            "-",
            "--",
            "---",
            "\u2013",
            "\u2014",
            "?",
            "e",
            "...",
            "..",
            ":",
            "withheld",
            "not available");

    private Spreads() {}

    static String print(Spread spread) {
        if (spread instanceof Spread.Exact exact) {
            return Numbers.exact(exact.value());
        }
        if (spread instanceof Spread.Between between) {
            return Numbers.exact(between.low()) + ".." + Numbers.exact(between.high());
        }
        if (spread instanceof Spread.Triangular triangle) {
            return Numbers.exact(triangle.low()) + ".." + Numbers.exact(triangle.mode()) + ".."
                    + Numbers.exact(triangle.high());
        }
        Spread.Lognormal lognormal = (Spread.Lognormal) spread;
        return Numbers.exact(lognormal.median()) + "~" + Numbers.exact(lognormal.sigma());
    }

    /**
     * Reads what {@link #print} writes.
     *
     * @throws IllegalArgumentException what is wrong, and the cure
     */
    static Spread parse(String text) {
        if (text.length() > LONGEST) {
            throw refused("too long for a number", text, "round it");
        }
        if (text.contains("~")) {
            List<String> parts = Splitter.on('~').trimResults().splitToList(text);
            if (parts.size() == 2) {
                return lognormal(text, number(parts.get(0)), number(parts.get(1)));
            }
        } else if (text.contains("..") && !NONE.contains(text)) {
            List<String> parts = Splitter.on("..").trimResults().splitToList(text);
            if (parts.size() == 2) {
                return ordered(text, number(parts.get(0)), Double.NaN, number(parts.get(1)));
            }
            if (parts.size() == 3) {
                return ordered(text, number(parts.get(0)), number(parts.get(1)), number(parts.get(2)));
            }
        } else {
            return Spread.exact(number(text));
        }
        throw refused("not a number", text, "5, 4..6, 4..5..6 or 5~0.2");
    }

    /** A range, or with a likeliest value a triangle. */
    private static Spread ordered(String text, double low, double likeliest, double high) {
        if (low > high || low > likeliest || likeliest > high) {
            throw refused("not in order", text, "low..high, or low..likeliest..high");
        }
        return Double.isNaN(likeliest) ? Spread.between(low, high) : Spread.triangular(low, likeliest, high);
    }

    private static Spread lognormal(String text, double median, double sigma) {
        try {
            return Spread.lognormal(median, sigma);
        } catch (IllegalArgumentException e) {
            throw refused("not a lognormal", text, "a median above 0 and a deviation such as 0.2: 120~0.2");
        }
    }

    /**
     * One number.
     *
     * @throws IllegalArgumentException what is wrong, and the cure; never a zero that was not written
     */
    static double number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw refused("not a number", text, cure(text));
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw refused("too large for a number", text, "choose a larger unit");
        }
        if (value == 0 && mantissa(text).chars().anyMatch(digit -> digit >= '1' && digit <= '9')) {
            throw refused("too small for a number", text, "choose a smaller unit");
        }
        return value;
    }

    private static String mantissa(String text) {
        int exponent = text.toLowerCase(Locale.ROOT).indexOf('e');
        return exponent < 0 ? text : text.substring(0, exponent);
    }

    private static String cure(String text) {
        if (text.isEmpty()) {
            return "a digit is missing";
        }
        if (NONE.contains(text.toLowerCase(Locale.ROOT))) {
            return "write unknown, and why in the column that ends in _note";
        }
        if (EITHER.matcher(text).matches()) {
            return text.replace(",", "") + " or " + text.replace(',', '.')
                    + ": a point before the decimals, nothing between thousands";
        }
        if (GROUPED.matcher(text).matches()) {
            return text.replaceAll("[ ,'\u00a0\u202f_]", "") + ", without separators between thousands";
        }
        if (COMMA.matcher(text).matches()) {
            return text.replace(',', '.') + ", with a point before the decimals";
        }
        if (text.endsWith("%")) {
            return "leave the % to the column that ends in _unit";
        }
        var dashed = DASHED.matcher(text);
        if (dashed.matches()) {
            return dashed.group(1) + ".." + dashed.group(2) + " for a range";
        }
        if (text.startsWith(".") || text.endsWith(".") || text.startsWith("+")) {
            return "0.5 or 5, with digits on both sides of the point and no plus";
        }
        return "5, 4..6, 4..5..6, 5~0.2 or unknown";
    }

    private static IllegalArgumentException refused(String finding, String seen, String cure) {
        return new IllegalArgumentException("%s (seen: '%s'). Maybe %s.".formatted(finding, Problems.seen(seen), cure));
    }
}
