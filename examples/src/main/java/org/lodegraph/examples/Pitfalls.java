package org.lodegraph.examples;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Ids;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.Concentration;
import org.lodegraph.query.Concentration.Level;
import org.lodegraph.reference.Fact;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.tables.Statistic;

/** How a number on rare earths that was right somewhere comes to be wrong elsewhere, each shown in the data. */
final class Pitfalls {

    private static final String FIRST = "usgs-mcs2025";
    private static final String REVISED = "usgs-mcs2026";

    private static final Fact SAID = Reference.fact("said-reserves-mongolia");
    private static final Fact REGISTERED = Reference.fact("rare-earth-reserves-mongolia-2023");

    private static final String MISSING =
            "Nobody publishes what China separates (its quota is a ceiling, and its plants could do more), what anybody makes of metal, whether its output of magnets is of rough blocks or of finished ones, and what its rivals make. So what is said of these stages can hardly be refuted, and not be confirmed either.";

    private Pitfalls() {}

    /** A report with the pitfalls behind, and whose figures show them. */
    static Report shown(Report report, int year) {
        return report.and(years(), editions(year), firms(year), reserves(), Note.warning(MISSING))
                .citing(figures(year).map(Figure::source).toList());
    }

    private static Stream<Figure> figures(int year) {
        return Stream.concat(
                Stream.of(SAID, REGISTERED).map(Fact::figure),
                Reference.statistics().stream()
                        .filter(row -> isMined(row, year))
                        .map(Statistic::figure));
    }

    private static boolean isMined(Statistic row, int year) {
        return row.material().equals(MagnetStages.SEPARATED)
                && row.year() == year
                && row.kind() == Statistic.Kind.PRODUCTION;
    }

    private static Note years() {
        return Note.finding(
                "Another year. China's share of mining was %s (until 2022 as the British Geological Survey has it, since then USGS; whoever quotes USGS on 2022 quotes another count): an old share says little of today."
                        .formatted(IntStream.rangeClosed(Reference.FIRST_YEAR, Reference.LAST_YEAR)
                                .mapToObj(year -> "%s in %s".formatted(Saying.percent(mined(year)), year))
                                .collect(Collectors.joining(", "))));
    }

    private static Range mined(int year) {
        return chain(year).ask(Concentration.of(MagnetStages.MINED)).share(Metal.CHINA);
    }

    private static SupplyChain chain(int year) {
        return Reference.chain(year, MagnetStages.SEPARATED.value());
    }

    private static Note editions(int year) {
        CountryId australia = Ids.country("AUS");
        CountryId thailand = Ids.country("THA");
        return Note.finding(
                "Another edition. Of %s, USGS first gave Australia %s and Thailand %s, a year later %s and %s; China's %s stayed."
                        .formatted(
                                year,
                                mined(australia, year, FIRST),
                                mined(thailand, year, FIRST),
                                mined(australia, year, REVISED),
                                mined(thailand, year, REVISED),
                                mined(Metal.CHINA, year, REVISED)));
    }

    /** Such as {@code 13,000 t}. */
    static String mined(CountryId country, int year, String edition) {
        return Reference.statistics().stream()
                .filter(row -> isMined(row, year) && row.country().equals(country))
                .map(Statistic::figure)
                .filter(figure -> figure.source().id().equals(edition))
                .map(Figure::range)
                .map(Tons::text)
                .findFirst()
                .orElseThrow();
    }

    private static Note firms(int year) {
        Concentration.Answer firms = chain(year)
                .ask(Concentration.of(MagnetStages.SEPARATED).ofCapacity().by(Level.OWNER));
        return Note.finding(
                "A country is not a firm. Of %s that may be separated a year, %s have no known owner: by firm the HHI is %s."
                        .formatted(firms.total(), firms.unattributed(), MagnetStages.hundredths(firms.hhi())));
    }

    private static Note reserves() {
        return Note.finding(
                "A number without its origin. Mongolia is said to have %s in the ground, by USGS; USGS lists none in either edition, and %s are registered."
                        .formatted(SAID.figure().range(), REGISTERED.figure().range()));
    }
}
