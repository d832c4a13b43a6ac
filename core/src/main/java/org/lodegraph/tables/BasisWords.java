package org.lodegraph.tables;

import java.util.regex.Pattern;
import org.lodegraph.measure.Basis;

/** Words for what a mass is a mass of; without a factor by name nothing is converted. */
final class BasisWords {

    private static final Pattern OXIDE = Pattern.compile("(?:[A-Z][a-z]?[0-9]*)+O[0-9]*|REO|TREO");
    private static final Pattern ELEMENT = Pattern.compile("[A-Z][a-z]?|PGM");

    private BasisWords() {}

    /**
     * A basis as a tidy table writes it: {@code gross weight}, {@code Co content}, {@code Li2O}, {@code LCE equivalent}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static Basis read(String text) {
        String first = text.split("[ ,;]", 2)[0];
        if (text.startsWith("gross") || text.startsWith("metal") || text.startsWith("calcined")) {
            return Basis.GROSS;
        }
        if (OXIDE.matcher(first).matches()) {
            return Basis.oxide(first);
        }
        if (ELEMENT.matcher(first).matches() && text.endsWith("content")) {
            return Basis.contained(first);
        }
        if (text.endsWith(" equivalent")) {
            return Basis.equivalent(first);
        }
        throw new IllegalArgumentException("not a basis. Maybe gross weight, Co content, Li2O or LCE equivalent.");
    }
}
