package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.tables.Statistic;

/**
 * One table of one source: the rows of one material, stage, kind and year.
 *
 * @param year the year of the rows
 * @param rows the rows, with "other countries" and the world total
 */
record Series(int year, List<Statistic> rows) {

    Series {
        rows = ImmutableList.copyOf(rows);
    }

    /** The table of a year about one form, or of the nearest year that has one, the later of two. */
    static Series nearest(
            List<Statistic> statistics,
            String material,
            String stage,
            String form,
            Statistic.Kind kind,
            int year,
            Choice choice) {
        MaterialId wanted = new MaterialId(material);
        ImmutableList<Statistic> all = statistics.stream()
                .filter(row -> row.material().equals(wanted)
                        && row.stage().equals(stage)
                        && row.form().equals(form)
                        && row.kind() == kind)
                .collect(ImmutableList.toImmutableList());
        int nearest = all.stream()
                .map(Statistic::year)
                .min(Comparator.<Integer>comparingInt(other -> Math.abs(other - year))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Statistic '%s, %s': there is no table. Maybe another stage.".formatted(material, stage)));
        ImmutableList<Statistic> then =
                all.stream().filter(row -> row.year() == nearest).collect(ImmutableList.toImmutableList());
        // A source that has only a total has no table.
        String source = then.stream()
                .map(row -> row.figure().source().id())
                .distinct()
                .min(Comparator.<String, Boolean>comparing(
                                id -> then.stream().noneMatch(row -> row.hasPlace() && isFrom(row, id)))
                        .thenComparing(choice.order()))
                .orElseThrow();
        return new Series(
                nearest, then.stream().filter(row -> isFrom(row, source)).collect(ImmutableList.toImmutableList()));
    }

    /** Each figure from the smallest to the largest that any source has for it in this year, on the same basis. */
    Series spanning(List<Statistic> statistics) {
        return new Series(
                year, rows.stream().map(row -> spanning(row, statistics)).collect(ImmutableList.toImmutableList()));
    }

    private static Statistic spanning(Statistic row, List<Statistic> statistics) {
        Disagreements.Key same = Disagreements.Key.of(row);
        ImmutableList<Figure> said = statistics.stream()
                .filter(other -> Disagreements.Key.of(other).equals(same))
                .map(Statistic::figure)
                .filter(Figure::isKnown)
                .collect(ImmutableList.toImmutableList());
        if (!row.figure().isKnown()
                || said.stream().map(Figure::range).distinct().count() < 2) {
            return row;
        }
        ImmutableList<Source> sources =
                said.stream().map(Figure::source).distinct().collect(ImmutableList.toImmutableList());
        Range span = said.stream().map(Figure::range).reduce(Range::hull).orElseThrow();
        return row.saying(Figure.assumed(
                Spread.between(span.low(), span.high()),
                span.unit(),
                all(sources),
                "as different sources say: "
                        + said.stream()
                                .map(figure -> "%s %s"
                                        .formatted(figure.source().id(), Numbers.brief(figure.at(Reading.CENTRAL))))
                                .collect(Collectors.joining(", "))));
    }

    /** All of them have a part in the number, and each is owed its acknowledgement. */
    private static Source all(List<Source> sources) {
        return new Source(
                joined(sources, " and ", Source::id),
                joined(sources, "; ", Source::publisher),
                joined(sources, "; ", Source::title),
                joined(sources, "; ", Source::edition),
                joined(sources, "; ", Source::locator),
                joined(sources, " ", Source::url),
                joined(sources, "; ", Source::licence),
                joined(sources, "; ", Source::acknowledgement));
    }

    private static String joined(List<Source> sources, String between, Function<Source, String> part) {
        return sources.stream()
                .map(part)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(between));
    }

    private static boolean isFrom(Statistic row, String source) {
        return row.figure().source().id().equals(source);
    }

    /** The rows of places. */
    List<Statistic> places() {
        return rows.stream().filter(Statistic::hasPlace).collect(ImmutableList.toImmutableList());
    }

    Optional<Statistic> find(CountryId country) {
        return rows.stream().filter(row -> row.country().equals(country)).findFirst();
    }

    /** The row of a place with a number above zero. */
    Optional<Statistic> findPositive(CountryId country) {
        return find(country).filter(Series::isPositive);
    }

    static boolean isPositive(Statistic row) {
        return row.figure().isKnown() && row.figure().at(Reading.HIGH) > 0;
    }

    /** Whether it is more than nothing, or nobody says how much it is. */
    static boolean mayBePositive(Statistic row) {
        return !row.figure().isKnown() || isPositive(row);
    }

    /** The sum over the places, without "other countries", as low as the figures allow. */
    double placesTotal() {
        return places().stream()
                .filter(row -> row.figure().isKnown())
                .mapToDouble(row -> row.figure().at(Reading.LOW))
                .sum();
    }

    boolean hasTotal() {
        return find(Statistic.WORLD).filter(Series::isPositive).isPresent();
    }

    /**
     * How the sum of the rows differs from the published world total by more than its rounding. USGS rounds totals to as
     * many digits as they show and may leave out the United States where their row is withheld.
     */
    Optional<String> mismatch() {
        Optional<Statistic> world = find(Statistic.WORLD).filter(Series::isPositive);
        if (world.isEmpty()) {
            return Optional.empty();
        }
        double total = world.get().figure().at(Reading.CENTRAL);
        double sum = rows.stream()
                .filter(row ->
                        !row.country().equals(Statistic.WORLD) && row.figure().isKnown())
                .mapToDouble(row -> row.figure().at(Reading.CENTRAL))
                .sum();
        return Math.abs(sum - total) <= rounding(total)
                ? Optional.empty()
                : Optional.of("the rows add up to %s, the published total is %s"
                        .formatted(Numbers.brief(sum), Numbers.brief(total)));
    }

    /** Half of the last digit that a number shows. */
    private static double rounding(double number) {
        BigDecimal digits = BigDecimal.valueOf(number).stripTrailingZeros();
        return 0.5 * Math.pow(10, -digits.scale());
    }
}
