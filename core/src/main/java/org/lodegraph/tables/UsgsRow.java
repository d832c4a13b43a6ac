package org.lodegraph.tables;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;

/** What all figures of one row of a USGS release have in common. */
final class UsgsRow {

    private static final Pattern QUALIFIED = Pattern.compile("\\s*\\(.*|\\s+[0-9]+$");

    private final Cells cells;
    private final int edition;
    private final String detail;
    private final String unit;
    private final Source source;
    private final CountryId country;
    private final String qualifier;

    /**
     * A row.
     *
     * @param cells its cells
     * @param edition the year of the release
     * @param detail the column of its type
     * @param unit the column of its unit
     */
    UsgsRow(Cells cells, int edition, String detail, String unit) {
        this.cells = cells;
        this.edition = edition;
        this.detail = detail;
        this.unit = unit;
        source = cells.sheet().source(source(edition));
        String place = cells.cell("country", text -> text.replace('\u00a0', ' '));
        boolean isWhole = !(Countries.standard().read(place) instanceof Countries.Meaning.Unknown);
        String name = isWhole ? place : QUALIFIED.matcher(place).replaceFirst("");
        country = cells.read("country", place, text -> Cells.countryOf(name));
        qualifier = place.substring(name.length())
                .replaceAll("[()0-9]|,? ?rounded", "")
                .replaceFirst("^[,\\s]+", "")
                .strip();
    }

    private static Source source(int edition) {
        return Source.of("usgs-mcs" + edition, "Mineral Commodity Summaries %s, world data release".formatted(edition))
                .by("U.S. Geological Survey")
                .edition(String.valueOf(edition))
                .licensed("US public domain", "");
    }

    /**
     * A statistic.
     *
     * @param kind what is counted
     * @param year of which year
     * @param column where the amount stands
     * @param amount what stands there, not blank
     * @param estimate whether the publisher estimated it
     * @param note what the publisher says about it
     * @param about where the publisher may say what the mass is of, the nearest first
     */
    Statistic statistic(
            Statistic.Kind kind,
            int year,
            String column,
            String amount,
            boolean estimate,
            String note,
            String... about) {
        UsgsNames names = new UsgsNames(cells.text("commodity"), cells.text(detail), kind);
        TonFactor published = cells.cell(unit, TonFactor::named);
        Optional<TonFactor> meant = names.erratum(edition, published);
        Basis basis = cells.read(detail, cells.text(detail), text -> names.basis())
                .or(() -> Stream.of(about)
                        .flatMap(text -> BasisWords.in(text).stream())
                        .findFirst())
                .orElse(Basis.GROSS);
        String remark = Stream.of(
                        qualifier,
                        note,
                        meant.map(right -> "the release says %s and means %s".formatted(published.name(), right.name()))
                                .orElse(""))
                .filter(text -> !text.isBlank())
                .map(String::strip)
                .collect(Collectors.joining("; "));
        Unit tons = (kind == Statistic.Kind.RESERVES ? Unit.T : Unit.T_PER_A).of(basis);
        Figure figure = cells.read(
                column,
                amount,
                text -> cells.sheet().amounts().read(text, tons, meant.orElse(published), source, remark));
        boolean isForm = country.equals(Statistic.WORLD) && !qualifier.isEmpty();
        return new Statistic(
                cells.read("commodity", cells.cell("commodity", text -> text), text -> names.material()),
                cells.read(detail, cells.text(detail), text -> names.stage()),
                isForm ? qualifier.toLowerCase(Locale.ROOT) : names.form(),
                country,
                year,
                kind,
                estimate ? Amounts.estimated(figure) : figure);
    }
}
