package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Conversion;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.model.Country;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Line;
import org.lodegraph.tables.Countries;
import org.lodegraph.tables.Governance;
import org.lodegraph.tables.Plant;
import org.lodegraph.tables.Statistic;

/** Reads what is at home in other packages from rows. */
final class Entries {

    private Entries() {}

    static Source source(Row row) {
        return Source.of(row.text("id"), row.text("title"))
                .by(row.text("publisher"))
                .edition(row.find("edition").orElse(""))
                .url(row.find("url").orElse(""))
                .licensed(row.text("licence"), row.find("acknowledgement").orElse(""));
    }

    static Statistic statistic(Row row, Map<String, Source> sources) {
        return new Statistic(
                row.material(),
                row.text("stage"),
                row.find("form").orElse(""),
                row.as("country", CountryId::new),
                row.as("year", Integer::parseInt),
                row.as("statistic", cell -> Statistic.Kind.valueOf(cell.toUpperCase(Locale.ROOT))),
                row.figure(sources));
    }

    static Plant plant(Row row, Map<String, Source> sources) {
        Source source = row.source(sources);
        return new Plant(
                row.text("id"),
                row.text("name"),
                row.find("operator"),
                row.as("country", CountryId::new),
                row.material(),
                row.text("stage"),
                row.text("feed"),
                row.find("capacity").isPresent()
                        ? row.figure("capacity", sources)
                        : new Figure.Unknown(
                                row.unit(), source, row.find("note").orElse("no capacity in the source")),
                row.find("output").map(cell -> row.figure("output", sources)),
                row.find("output_year").map(cell -> row.as("output_year", Integer::parseInt)),
                row.as("state", cell -> Line.Status.valueOf(cell.toUpperCase(Locale.ROOT))),
                row.find("starts").map(cell -> row.as("starts", LocalDate::parse)),
                row.text("grade"),
                source);
    }

    static Governance governance(Row row, Map<String, Source> sources) {
        return new Governance(
                row.as("country", CountryId::new),
                Governance.Indicator.STABILITY,
                row.as("year", Integer::parseInt),
                row.figure(sources),
                row.number("error"));
    }

    /** What is known of countries today: their index of the newest year. */
    static ImmutableList<Country> countries(List<Governance> index) {
        int newest = index.stream().mapToInt(Governance::year).max().orElseThrow();
        return index.stream()
                .filter(row -> row.year() == newest)
                .map(row -> {
                    Country country = Country.of(
                            row.country().value(), Countries.standard().name(row.country()));
                    return row.estimate().isKnown() ? country.governance(row.estimate()) : country;
                })
                .collect(ImmutableList.toImmutableList());
    }

    static Conversion conversion(Row row, Map<String, Source> sources) {
        String element = row.text("element");
        return new Conversion(
                "%s -> %s".formatted(row.text("compound"), element),
                row.as("basis", Basis::parse),
                Basis.contained(element),
                row.number("value").orElseThrow(),
                row.source(sources));
    }
}
