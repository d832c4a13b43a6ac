package org.lodegraph.ask;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodegraph.io.Closest;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Share;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.BlocId;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Party;
import org.lodegraph.query.RecyclingCeiling.Use;
import org.lodegraph.stock.Lifetime;
import org.lodegraph.tables.Countries;

/** What a word says. Each refuses what it does not know with what was seen and a cure. */
final class Parsing {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18})?([eE][+-]?\\d{1,3})?");
    private static final Pattern THREE_CAPITALS = Pattern.compile("[A-Z]{3}");
    /** Marks in quotes stay together: {@code "clean room"}. */
    private static final Pattern TOKEN = Pattern.compile("([\\w-]+)=(?:\"([^\"]*)\"|(\\S*))|(\\S+)");

    private static final Source ASKED = Source.of("as-asked", "What was said with the question");
    private static final ImmutableList<String> LIFE_PARTS =
            ImmutableList.of("size", "life", "shape", "lost", "lost-recovered", "collected", "separated", "recovered");

    private Parsing() {}

    static boolean flag(String word) {
        return choice(ImmutableMap.of("true", true, "false", false)).apply(word);
    }

    static <T> Function<String, T> choice(Map<String, T> meanings) {
        return word -> {
            T found = meanings.get(word);
            if (found == null) {
                throw refused(
                        word,
                        "is no choice",
                        Closest.to(word, meanings.keySet())
                                .orElseGet(() -> "one of " + String.join(", ", meanings.keySet())));
            }
            return found;
        };
    }

    /** The constants of an enum as they are said: {@code IDLE_LINES} is idle-lines. */
    static <E extends Enum<E>> ImmutableMap<String, E> words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .collect(ImmutableMap.toImmutableMap(
                        constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant -> constant));
    }

    static double number(String word) {
        if (!NUMBER.matcher(word).matches()) {
            throw refused(word, "is no number", "digits with a point, such as 0.5 or 1e6");
        }
        double value = Double.parseDouble(word);
        if (Double.isInfinite(value)) {
            throw refused(word, "is too large", "1e6");
        }
        return value;
    }

    static int whole(String word) {
        double value = number(word);
        if (value != Math.rint(value) || Math.abs(value) > 1e9) {
            throw refused(word, "is no whole number", "such as 3");
        }
        return (int) value;
    }

    static Share share(String word) {
        double part = ratio(word);
        if (part < 0 || part > 1) {
            throw refused(word, "is no share", "0 to 1, or 0 % to 100 %, such as 0.25 or 25%");
        }
        return new Share(part);
    }

    /** A number that may be said in percent. */
    static double ratio(String word) {
        return word.endsWith("%") ? number(word.substring(0, word.length() - 1).strip()) / 100 : number(word);
    }

    static LocalDate date(String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeException e) {
            throw refused(word, "is no day", "year, month and day, such as 2025-11-08");
        }
    }

    static boolean looksLikeCountry(String word) {
        return THREE_CAPITALS.matcher(word).matches();
    }

    /** A country by code or by any name of it that the library knows; else a bloc. */
    static Party party(String word) {
        if (word.startsWith("bloc:")) {
            return bloc(word);
        }
        String name = word.startsWith("country:") ? word.substring("country:".length()) : word;
        if (looksLikeCountry(name)) {
            return new CountryId(name);
        }
        Countries countries = Countries.standard();
        Optional<CountryId> country = countries.find(name);
        if (country.isPresent()) {
            return country.get();
        }
        Optional<String> near =
                Closest.to(name, countries.all().stream().map(countries::name).toList());
        if (near.isPresent() || word.startsWith("country:")) {
            throw refused(
                    word,
                    "is no country that is known here",
                    near.orElse("its code, such as USA") + ", or bloc:" + Words.seen(name) + " for a bloc");
        }
        return new BlocId(name);
    }

    /** A number or a range, and its unit unless that is the usual one: {@code 3..5 t/a Ga content}. */
    static Function<String, Figure> figure(Unit usual) {
        return word -> {
            int blank = word.indexOf(' ');
            String amount = blank < 0 ? word : word.substring(0, blank);
            Unit unit = blank < 0 ? usual : unit(word.substring(blank + 1).strip());
            boolean pure = unit.equals(Unit.ONE) || unit.equals(Unit.SHARE);
            ToDoubleFunction<String> end = pure ? Parsing::ratio : Parsing::number;
            if (amount.equals("?")) {
                return Figure.unknown(unit, "said to be unknown with the question");
            }
            int dots = amount.indexOf("..");
            double low = end.applyAsDouble(dots < 0 ? amount : amount.substring(0, dots));
            double high = dots < 0 ? low : end.applyAsDouble(amount.substring(dots + 2));
            if (low > high) {
                throw refused(word, "falls", "the lower end first");
            }
            return Figure.assumed(Spread.between(low, high), unit, ASKED, "said with the question");
        };
    }

    /** An amount that has to be known, as the range of its figure; in t/a unless it says otherwise. */
    static Range known(String word) {
        Figure figure = figure(Unit.T_PER_A).apply(word);
        if (!figure.isKnown()) {
            throw refused(word, "says nothing", "leave it out");
        }
        return figure.range();
    }

    private static Unit unit(String words) {
        int blank = words.indexOf(' ');
        return blank < 0
                ? Unit.parse(words)
                : Unit.parse(words.substring(0, blank))
                        .of(Basis.parse(words.substring(blank + 1).strip()));
    }

    /** A use of a material; what is not said of it is unknown. */
    static Use use(String word) {
        Map<String, String> said = new LinkedHashMap<>();
        for (String part : Splitter.on(';').omitEmptyStrings().trimResults().split(word)) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? part : part.substring(0, equals).strip();
            if (equals < 0 || !(key.equals("name") || LIFE_PARTS.contains(key))) {
                throw refused(part, "says nothing of a use", "name=..., " + String.join("=..., ", LIFE_PARTS) + "=...");
            }
            if (said.put(key, part.substring(equals + 1).strip()) != null) {
                throw refused(part, "says it twice", "only once");
            }
        }
        for (String needed : List.of("name", "size", "life")) {
            if (said.getOrDefault(needed, "").isEmpty()) {
                throw refused(word, "does not say its " + needed, needed + "=...");
            }
        }
        Function<String, Figure> share = key -> figure(Unit.SHARE).apply(said.getOrDefault(key, "?"));
        Figure life = figure(Unit.YEARS).apply(Objects.requireNonNull(said.get("life")));
        return Use.of(
                        Objects.requireNonNull(said.get("name")),
                        figure(Unit.ONE).apply(Objects.requireNonNull(said.get("size"))),
                        life,
                        shape(said.getOrDefault("shape", "fixed")))
                .losing(share.apply("lost"), share.apply("lost-recovered"))
                .recycling(share.apply("collected"), share.apply("separated"), share.apply("recovered"));
    }

    /** How lifetimes spread about a mean, which is said elsewhere: only the shape counts. */
    private static Lifetime shape(String word) {
        List<String> parts = Splitter.on(' ').omitEmptyStrings().splitToList(word);
        if (parts.equals(List.of("fixed"))) {
            return Lifetime.fixed(1);
        }
        if (parts.size() == 2) {
            double spread = number(parts.get(1));
            switch (parts.get(0)) {
                case "normal":
                    return Lifetime.normal(1, spread);
                case "lognormal":
                    return Lifetime.lognormal(1, spread);
                case "weibull":
                    return Lifetime.weibull(1, spread);
                default:
            }
        }
        throw refused(
                word,
                "is no shape",
                "fixed, weibull SHAPE, or normal or lognormal with the deviation as a part of the mean, such as normal 0.3");
    }

    static BlocId bloc(String word) {
        return new BlocId(word.startsWith("bloc:") ? word.substring("bloc:".length()) : word);
    }

    /** A question on one line: its name, then its parameters. */
    record Line(String name, Map<String, List<String>> words) {}

    static Line line(String text) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        String name = "";
        Matcher tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            if (tokens.group(1) != null) {
                words.computeIfAbsent(tokens.group(1), any -> new ArrayList<>())
                        .add(tokens.group(2) == null ? tokens.group(3) : tokens.group(2));
            } else if (name.isEmpty()) {
                name = tokens.group(4);
            } else {
                words.putIfAbsent(tokens.group(4), ImmutableList.of());
            }
        }
        return new Line(name, words);
    }

    static IllegalArgumentException refused(String word, String what, String cure) {
        return new IllegalArgumentException("'%s' %s. Maybe %s".formatted(Words.seen(word), what, cure));
    }
}
