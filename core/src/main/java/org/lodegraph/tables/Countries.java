package org.lodegraph.tables;

import com.google.common.base.Splitter;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lodegraph.io.Closest;
import org.lodegraph.model.CountryId;

/**
 * The one table of country names and codes: ISO 3166-1 alpha-2, alpha-3 and numeric, names and other names, the codes that
 * customs statistics use instead (842 for the United States), former codes of countries that only changed their name, and
 * countries that are no more. Rows of the world and of "other countries" are never countries. Letters may be of either case,
 * with or without accents and points. Immutable and thread safe.
 *
 * <p>Kosovo is {@code XKX}; Taiwan is {@code TWN}, which customs call "Other Asia, not elsewhere specified". A name that fits
 * two countries ("Congo", "Korea") is not guessed.
 */
public final class Countries {

    private static final Splitter ALIASES = Splitter.on(';').trimResults().omitEmptyStrings();
    private static final ImmutableSet<String> WORLD = ImmutableSet.of(
            "wld",
            "w00",
            "world",
            "world total",
            "total",
            "world total rounded",
            "world rounded",
            "total world",
            "grand total");
    private static final ImmutableSet<String> OTHERS = ImmutableSet.of(
            "xot",
            "other",
            "others",
            "other countries",
            "other countries rounded",
            "all other countries",
            "all others",
            "rest of world",
            "rest of the world",
            "row",
            "unspecified",
            "areas not elsewhere specified",
            "areas nes");
    /** Words for no country that would be codes of one without their points. */
    private static final Pattern NOBODY = Pattern.compile("(?i)n\\.\\s*a\\.?|n/a|n\\.\\s*d\\.?|unknown");

    private static final ImmutableMap<String, String> AMBIGUOUS = ImmutableMap.of(
            "congo", "Congo (Kinshasa) or Congo (Brazzaville)",
            "korea", "South Korea or North Korea",
            "virgin islands", "British Virgin Islands or U.S. Virgin Islands");

    /** What a text means where a country is named. */
    public sealed interface Meaning {

        /**
         * A country or territory.
         *
         * @param id its code
         * @param name what people call it
         */
        record Place(CountryId id, String name) implements Meaning {}

        /** A published world total. */
        record World() implements Meaning {}

        /** "Other countries": somewhere, in no place. */
        record Others() implements Meaning {}

        /**
         * A country that is no more; its figures belong to none of its successors alone.
         *
         * @param name what it was called
         * @param successors who came after it
         */
        record Former(String name, List<CountryId> successors) implements Meaning {}

        /**
         * Nobody knows.
         *
         * @param near what may have been meant; empty if nothing is near
         */
        record Unknown(Optional<String> near) implements Meaning {}
    }

    private static final class Holder {
        static final Countries STANDARD = new Countries();
    }

    /** Gathered when the first text is read: a chain only asks for names. */
    private final Supplier<ImmutableMap<String, Meaning>> meanings;

    private final ImmutableMap<CountryId, String> names;

    private Countries() {
        List<TableFile.Record> rows = TableFile.embedded("countries.csv");
        names = rows.stream()
                .collect(
                        ImmutableMap.toImmutableMap(row -> new CountryId(row.cell("alpha3")), row -> row.cell("name")));
        meanings = Suppliers.memoize(() -> meanings(rows));
    }

    private static ImmutableMap<String, Meaning> meanings(List<TableFile.Record> rows) {
        Map<String, Meaning> all = new LinkedHashMap<>();
        WORLD.forEach(name -> all.put(name, new Meaning.World()));
        OTHERS.forEach(name -> all.put(name, new Meaning.Others()));
        for (TableFile.Record row : TableFile.embedded("areas.csv")) {
            Stream.of("code", "iso", "name")
                    .map(row::cell)
                    .filter(word -> !word.isEmpty())
                    .forEach(word -> all.put(key(word), new Meaning.Others()));
        }
        for (TableFile.Record row : TableFile.embedded("historic.csv")) {
            Meaning former = new Meaning.Former(
                    row.cell("name"),
                    Splitter.on(' ')
                            .splitToStream(row.cell("successors"))
                            .map(CountryId::new)
                            .toList());
            put(all, former, row, "code", "numeric");
        }
        for (TableFile.Record row : rows) {
            Meaning place = new Meaning.Place(new CountryId(row.cell("alpha3")), row.cell("name"));
            put(all, place, row, "alpha3", "alpha2", "numeric", "customs");
        }
        return ImmutableMap.copyOf(all);
    }

    /** The table. */
    public static Countries standard() {
        return Holder.STANDARD;
    }

    private static void put(Map<String, Meaning> all, Meaning meaning, TableFile.Record row, String... codes) {
        ImmutableList.Builder<String> words = ImmutableList.builder();
        words.add(row.cell("name")).addAll(ALIASES.split(row.cell("aliases")));
        for (String code : codes) {
            words.addAll(ALIASES.split(row.cell(code)));
        }
        for (String word : words.build()) {
            Meaning before = all.putIfAbsent(key(word), meaning);
            if (before != null && !before.equals(meaning)) {
                throw new IllegalStateException(
                        "Country '%s': it means %s and %s. Maybe take one out.".formatted(word, before, meaning));
            }
        }
    }

    /** Letters and digits, lower case, without accents; a number without leading zeros. */
    private static String key(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("ı", "i")
                .replace("&", " and ")
                .replaceAll("[.'’`]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return plain.matches("0*[0-9]{1,3}") ? plain.replaceFirst("^0+(?=.)", "") : plain.replaceFirst("^the ", "");
    }

    /**
     * What a text means.
     *
     * @param text a code or a name
     */
    public Meaning read(String text) {
        return known(text).orElseGet(() -> new Meaning.Unknown(near(text)));
    }

    /** What a text means, if anybody knows. */
    Optional<Meaning> known(String text) {
        // Codes by number are keys already.
        return Optional.ofNullable(meanings.get().get(text))
                .or(() -> NOBODY.matcher(text).matches() || AMBIGUOUS.containsKey(key(text))
                        ? Optional.empty()
                        : Optional.ofNullable(meanings.get().get(key(text))));
    }

    /** What an unclear name may be; else the only name that is near and begins alike: none is better than a wrong one. */
    private Optional<String> near(String text) {
        String unclear = AMBIGUOUS.get(key(text));
        if (unclear != null || NOBODY.matcher(text).matches()) {
            return Optional.ofNullable(unclear);
        }
        Optional<String> near =
                Closest.to(text, names.values()).filter(name -> key(name).charAt(0) == (key(text) + " ").charAt(0));
        return near.filter(name -> Closest.to(
                        text,
                        names.values().stream()
                                .filter(other -> !other.equals(name))
                                .toList())
                .isEmpty());
    }

    /** The country of a code or a name; empty if it is none. */
    public Optional<CountryId> find(String text) {
        return read(text) instanceof Meaning.Place place ? Optional.of(place.id()) : Optional.empty();
    }

    /** What people call a country; its code, if nobody knows it. */
    public String name(CountryId country) {
        return names.getOrDefault(country, country.value());
    }

    /** The countries, by code. */
    public Set<CountryId> all() {
        return names.keySet();
    }
}
