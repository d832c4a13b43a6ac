package org.lodegraph.tables;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lodegraph.measure.Basis;

/** Words for what a mass is a mass of; without a factor by name nothing is converted. */
final class BasisWords {

    private static final Pattern OXIDE = Pattern.compile("(?:[A-Z][a-z]?[0-9]*)+O[0-9]*|REO|TREO");
    private static final Pattern PHRASE =
            Pattern.compile("(?i)gross+ weight|([\\p{L}0-9-]+)(?: \\(([A-Za-z0-9]+)\\))? (?:content|equivalent)");

    private static final class Holder {
        static final ImmutableMap<String, String> SYMBOLS = symbols();
    }

    private BasisWords() {}

    private static ImmutableMap<String, String> symbols() {
        ImmutableMap.Builder<String, String> symbols = ImmutableMap.builder();
        for (TableFile.Record row : TableFile.embedded("elements.csv")) {
            symbols.put(row.cell("name"), row.cell("symbol"));
            if (!row.cell("other").isEmpty()) {
                symbols.put(row.cell("other"), row.cell("symbol"));
            }
        }
        return symbols.buildOrThrow();
    }

    /**
     * A basis as a tidy table writes it: {@code gross weight}, {@code Co content}, {@code Li2O}, {@code LCE equivalent}.
     * Elements and words may be of either case; {@code CO content} is cobalt.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static Basis read(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        String first = text.split("[ ,;]", 2)[0];
        if (words.contains("gross") || words.startsWith("metal") || words.startsWith("calcined")) {
            return Basis.GROSS;
        }
        if (words.endsWith("content")) {
            Optional<String> element = Stream.concat(Holder.SYMBOLS.values().stream(), Stream.of("PGM"))
                    .filter(first::equalsIgnoreCase)
                    .findFirst();
            if (element.isPresent()) {
                return Basis.contained(element.get());
            }
        }
        if (OXIDE.matcher(first).matches()) {
            return Basis.oxide(first);
        }
        if (text.endsWith(" equivalent")) {
            return Basis.equivalent(first);
        }
        throw new IllegalArgumentException("not a basis. Maybe gross weight, Co content, Li2O or LCE equivalent.");
    }

    /**
     * The basis that a sentence names: {@code cobalt content}, {@code titanium dioxide (TiO2) content}, {@code gross weight},
     * {@code rare-earth-oxide equivalent}. Elements go by their English names.
     *
     * @return empty if it names none that is known
     */
    static Optional<Basis> in(String sentence) {
        return phrase(sentence).flatMap(BasisWords::meaning);
    }

    /** The words in a sentence that name a basis, known or not. */
    static Optional<String> phrase(String sentence) {
        Matcher phrase = PHRASE.matcher(sentence);
        return phrase.find() ? Optional.of(phrase.group()) : Optional.empty();
    }

    private static Optional<Basis> meaning(String phrase) {
        Matcher words = PHRASE.matcher(phrase);
        if (!words.matches() || words.group(1) == null) {
            return Optional.of(Basis.GROSS);
        }
        String formula = Optional.ofNullable(words.group(2)).orElseGet(() -> words.group(1));
        String symbol = Holder.SYMBOLS.get(words.group(1).toLowerCase(Locale.ROOT));
        if (OXIDE.matcher(formula).matches()) {
            return Optional.of(Basis.oxide(formula));
        } else if (formula.equals("PGM")) {
            return Optional.of(Basis.contained(formula));
        } else if (symbol != null) {
            return Optional.of(Basis.contained(symbol));
        }
        return words.group(1).equalsIgnoreCase("rare-earth-oxide") ? Optional.of(Basis.oxide("REO")) : Optional.empty();
    }
}
