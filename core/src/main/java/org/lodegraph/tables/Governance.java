package org.lodegraph.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.lodegraph.measure.Figure;
import org.lodegraph.model.Change;
import org.lodegraph.model.Country;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.SupplyChain;

/**
 * How well a country is governed in one respect, by the World Bank's Worldwide Governance Indicators.
 *
 * @param country the country
 * @param indicator in which respect
 * @param year the calendar year
 * @param estimate from about -2.5 to 2.5, higher is better; an index on its own scale; unknown where there is none
 * @param standardError of the estimate, on the same scale; empty where it was not read or there is no estimate
 */
public record Governance(
        CountryId country, Indicator indicator, int year, Figure estimate, Optional<Double> standardError) {

    /**
     * An index without its standard error.
     *
     * @param country the country
     * @param indicator in which respect
     * @param year the calendar year
     * @param estimate from about -2.5 to 2.5
     */
    public Governance(CountryId country, Indicator indicator, int year, Figure estimate) {
        this(country, indicator, year, estimate, Optional.empty());
    }

    /** The six dimensions. */
    public enum Indicator {
        /** Voice and accountability. */
        VOICE("va", "voice"),
        /** Political stability and absence of violence or terrorism. */
        STABILITY("pv", "political"),
        /** Government effectiveness. */
        EFFECTIVENESS("ge", "government"),
        /** Regulatory quality. */
        REGULATION("rq", "regulatory"),
        /** Rule of law. */
        LAW("rl", "rule"),
        /** Control of corruption. */
        CORRUPTION("cc", "control");

        private static final Pattern PREFIX = Pattern.compile("^(?:gov_wgi_|wb_wgi_)");

        private final String code;
        private final String name;

        Indicator(String code, String name) {
            this.code = code;
            this.name = name;
        }

        /** The indicator of a code or name, whichever statistic of it is meant. */
        static Optional<Indicator> of(String text) {
            String plain = PREFIX.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
            String first = plain.split("[^a-z]", 2)[0];
            for (Indicator indicator : values()) {
                if (first.equals(indicator.code) || first.equals(indicator.name)) {
                    return Optional.of(indicator);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * The countries of a chain with one indicator, as a change: {@code chain.with(Governance.of(rows, STABILITY, 2023))}.
     * Countries that the chain declares keep their names; others are declared. Countries without the indicator keep what they
     * have.
     *
     * @param rows as {@link GovernanceTable} reads them
     * @param indicator which
     * @param year of which year
     * @return the change
     * @throws IllegalArgumentException if no row says it
     */
    public static Change of(List<Governance> rows, Indicator indicator, int year) {
        ImmutableList<Governance> wanted = rows.stream()
                .filter(row -> row.indicator == indicator && row.year == year)
                .collect(ImmutableList.toImmutableList());
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("Governance '%s': no row of %s (years seen: %s). Maybe another year."
                    .formatted(
                            indicator,
                            year,
                            rows.stream()
                                    .filter(row -> row.indicator == indicator)
                                    .map(Governance::year)
                                    .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()))));
        }
        return chain -> put(chain, wanted);
    }

    private static SupplyChain put(SupplyChain chain, List<Governance> rows) {
        TreeMap<CountryId, Country> countries = new TreeMap<>();
        for (Governance row : rows) {
            Country known = Optional.ofNullable(chain.countries().get(row.country))
                    .orElseGet(
                            () -> new Country(row.country, Countries.standard().name(row.country), Optional.empty()));
            countries.put(row.country, known.governance(row.estimate));
        }
        SupplyChain.Builder builder = chain.toBuilder();
        countries.values().forEach(builder::put);
        return builder.build();
    }
}
