package org.lodegraph.model;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How ids are spelled. */
final class Spelling {

    /** The longest id that is accepted, in characters. */
    static final int MAX_LENGTH = 120;

    private static final Pattern LOWER = Pattern.compile("[a-z0-9]+(?:[-.][a-z0-9]+)*");
    private static final Pattern MIXED = Pattern.compile("[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}");

    private static final ImmutableMap<String, String> ALIASES = ImmutableMap.of(
            "aluminium",
            "aluminum",
            "caesium",
            "cesium",
            "sulphur",
            "sulfur",
            "wolfram",
            "tungsten",
            "columbium",
            "niobium");

    private Spelling() {}

    /** Lower case id of a material, with the accepted spelling of each element's name. */
    static String material(String value) {
        lower("Material", value);
        boolean plain = true;
        for (String alias : ALIASES.keySet()) {
            plain &= !value.contains(alias);
        }
        // Whoever reads tables makes thousands of ids, and hardly any needs to be taken apart.
        return plain ? value : respelled(value);
    }

    private static String respelled(String value) {
        return Splitter.on('-')
                .splitToStream(value)
                .map(word -> ALIASES.getOrDefault(word, word))
                .collect(Collectors.joining("-"));
    }

    static String lower(String kind, String value) {
        return check(kind, value, LOWER, "lower case letters, digits and single hyphens");
    }

    static String mixed(String kind, String value) {
        return check(kind, value, MIXED, "letters, digits and single hyphens");
    }

    static String country(String value) {
        return check("Country", value, COUNTRY, "the ISO 3166 alpha-3 code, such as CHN");
    }

    private static String check(String kind, String value, Pattern pattern, String cure) {
        if (value.length() > MAX_LENGTH || !pattern.matcher(value).matches()) {
            String seen = value.length() > MAX_LENGTH ? value.substring(0, MAX_LENGTH) + "..." : value;
            throw new IllegalArgumentException(
                    "%s '%s': not an id. Maybe write it with %s.".formatted(kind, seen, cure));
        }
        return value;
    }
}
