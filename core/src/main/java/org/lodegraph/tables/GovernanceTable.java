package org.lodegraph.tables;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.model.CountryId;

/**
 * The Worldwide Governance Indicators as the World Bank hands them out:
 * {@code DataFile.of(path).read(GovernanceTable.worldBank())}. {@link Governance#of} puts them into a chain.
 *
 * <p>Layouts, as seen in programs that read its files:
 *
 * <ul>
 *   <li>the data bank's: {@code Country Name, Country Code, Series Name, Series Code, 2019 [YR2019], ...}, with codes
 *       {@code PV.EST} or {@code GOV_WGI_PV.EST}; {@code Indicator Name, Indicator Code, 2019} likewise. Its last rows, which say
 *       where the data are from, are left out;
 *   <li>the full data set, one estimate a row: {@code code, year, indicator, estimate} with {@code pv} and the like, or
 *       {@code country_iso3};
 *   <li>a sheet of the edition of 2025: {@code Economy (code), Year, Governance estimate (approx. -2.5 to +2.5)}; it does not
 *       say which indicator it is, {@link #of}.
 * </ul>
 *
 * <p>Only estimates are read; ranks, errors and numbers of sources are left out, and counted. {@code ..} is unknown. A number
 * beyond -5 to 5 is no estimate.
 */
public final class GovernanceTable extends TableFormat<Governance> {

    private static final Source SOURCE = Source.of("wb-wgi", "Worldwide Governance Indicators")
            .by("World Bank")
            .licensed("CC BY 4.0", "World Bank, Worldwide Governance Indicators");
    private static final Pattern YEAR = Pattern.compile("([0-9]{4})(?:_\\[yr[0-9]{4}\\])?");
    private static final Pattern ESTIMATE = Pattern.compile("(?i).*(?:\\.est|: estimate)|[a-z]{2}|[^.:]*");
    private static final String[] COUNTRY = {"country_code", "economy_(code)", "code", "country_iso3", "country_name"};
    private static final String[] SERIES = {"series_code", "indicator_code", "series_name", "indicator_name"};
    private static final String[] ESTIMATES = {"estimate", "governance_estimate_(approx._2.5_to_+2.5)"};
    private static final double BEYOND = 5;

    private final Optional<Governance.Indicator> said;

    private GovernanceTable(Optional<Governance.Indicator> said) {
        this.said = said;
    }

    /** A table that says in a column which indicator a row is. */
    public static GovernanceTable worldBank() {
        return new GovernanceTable(Optional.empty());
    }

    /** A table of one indicator. */
    public static GovernanceTable of(Governance.Indicator indicator) {
        return new GovernanceTable(Optional.of(indicator));
    }

    @Override
    ImmutableList<Layout<Governance>> layouts() {
        String country = String.join("|", COUNTRY);
        String estimate = String.join("|", ESTIMATES);
        Header tall = said.isPresent()
                ? Header.of(country, "year", estimate)
                : Header.of(country, "year", "indicator", estimate);
        return ImmutableList.of(
                new Layout<>(tall, List.of(ESTIMATES)::contains, sheet -> this::tall),
                new Layout<>(
                        Header.of(country, String.join("|", SERIES)),
                        column -> YEAR.matcher(column).matches(),
                        sheet -> GovernanceTable::wide));
    }

    @Override
    List<Object> key(Governance row) {
        return ImmutableList.of(row.country(), row.indicator().name().toLowerCase(Locale.ROOT), row.year());
    }

    @Override
    boolean isFooter(String first) {
        return first.startsWith("Data from database") || first.startsWith("Last Updated");
    }

    private Reading<Governance> tall(Cells row) {
        Governance.Indicator indicator = said.orElseGet(() -> row.cell("indicator", GovernanceTable::indicator));
        if (said.isEmpty() && !ESTIMATE.matcher(row.text("indicator")).matches()) {
            return Reading.leftOut("no estimate");
        }
        CountryId country = row.country(COUNTRY);
        String column = row.column(ESTIMATES);
        Figure figure = figure(row, column, row.text(column).isEmpty() ? ".." : row.text(column));
        return country.equals(Statistic.WORLD)
                ? Reading.leftOut("no country")
                : Reading.of(new Governance(country, indicator, row.year("year"), figure));
    }

    private static Reading<Governance> wide(Cells row) {
        String series = row.column(SERIES);
        Governance.Indicator indicator = row.cell(series, GovernanceTable::indicator);
        if (!ESTIMATE.matcher(row.text(series)).matches()) {
            return Reading.leftOut("no estimate");
        }
        CountryId country = row.country(COUNTRY);
        ImmutableList.Builder<Governance> read = ImmutableList.builder();
        for (String column : row.sheet().columns().keySet()) {
            Matcher year = YEAR.matcher(column);
            if (year.matches() && !row.text(column).isEmpty()) {
                read.add(new Governance(
                        country, indicator, Integer.parseInt(year.group(1)), figure(row, column, row.text(column))));
            }
        }
        ImmutableList<Governance> rows = read.build();
        return country.equals(Statistic.WORLD)
                ? Reading.leftOut("no country")
                : rows.isEmpty() ? Reading.leftOut("says no estimate") : new Reading<>(rows, "");
    }

    private static Governance.Indicator indicator(String text) {
        return Governance.Indicator.of(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "not one of the six indicators of governance. Maybe PV.EST, or political stability."));
    }

    private static Figure figure(Cells row, String column, String text) {
        Source source = row.sheet().source(SOURCE);
        Figure figure = row.read(column, text, cell -> row.sheet().amounts().index(cell, source));
        if (figure.isKnown() && Math.abs(figure.range().high()) > BEYOND) {
            throw row.bad(
                    column,
                    text,
                    "an estimate beyond -5 to 5 (seen: '%s')".formatted(text),
                    "Maybe it is a rank or a score from 0 to 100.");
        }
        return figure;
    }
}
