package org.lodegraph.io;

import com.google.common.collect.ImmutableSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.lodegraph.model.BlocId;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Party;

/**
 * Countries and blocs in one cell. Three capital letters are a country; a bloc that is named so is written
 * {@code bloc:XYZ}.
 */
final class Parties {

    private static final String BLOC = "bloc:";
    private static final String COUNTRY = "country:";
    private static final Pattern THREE_CAPITALS = Pattern.compile("[A-Z]{3}");

    private Parties() {}

    static String print(Party party, Set<BlocId> blocs) {
        if (party instanceof BlocId) {
            return looksLikeCountry(party.value()) ? BLOC + party.value() : party.value();
        }
        return blocs.contains(new BlocId(party.value())) ? COUNTRY + party.value() : party.value();
    }

    /** For where no bloc is declared. */
    static String print(Party party) {
        return print(party, ImmutableSet.of());
    }

    static Function<String, Party> reader(Row row) {
        Function<String, BlocId> bloc = row.known("blocs.csv", BlocId::new);
        return text -> {
            if (text.startsWith(BLOC)) {
                return bloc.apply(text.substring(BLOC.length()));
            }
            if (text.startsWith(COUNTRY)) {
                return new CountryId(text.substring(COUNTRY.length()));
            }
            if (!looksLikeCountry(text)) {
                return bloc.apply(text);
            }
            if (row.knows(new BlocId(text))) {
                throw new IllegalArgumentException(
                        "'%s' could be a country or the bloc of blocs.csv. Maybe country:%s or bloc:%s."
                                .formatted(text, text, text));
            }
            return new CountryId(text);
        };
    }

    private static boolean looksLikeCountry(String text) {
        return THREE_CAPITALS.matcher(text).matches();
    }
}
