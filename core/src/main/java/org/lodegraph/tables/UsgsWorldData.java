package org.lodegraph.tables;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The world tables of the Mineral Commodity Summaries of the U.S. Geological Survey, as it releases them every year:
 * {@code DataFile.of(path).read(UsgsWorldData.edition(2025))}. Give the statistics to {@code Reference.with(...)}.
 *
 * <p>Two layouts, as seen in the files of these editions:
 *
 * <ul>
 *   <li>2025, {@code MCS2025_World_Data.csv}: {@code SOURCE, COMMODITY, COUNTRY, TYPE, UNIT_MEAS, PROD_2023, PROD_EST_ 2024,
 *       PROD_NOTES, CAP_2023, CAP_EST_ 2024, CAP_NOTES, RESERVES_2024, RESERVE_NOTES}. One row gives several statistics; the
 *       year stands in the column's name, and {@code EST} makes an estimate. A blank cell says nothing, unless its note says
 *       why there is no number ({@code W for 23-24}, {@code NA}, {@code Large}).
 *   <li>2026, {@code MCS2026_Commodities_Data.csv}, in windows-1252 ({@link DataFile#encodedAs}): {@code Section, Commodity,
 *       Country, Statistics, Statistics_detail, Unit, Year, Value, Notes, Other notes}. One row gives one statistic. Sections
 *       that are no world table are left out, and counted.
 * </ul>
 *
 * <p>Units go by name: metric tons, thousand or million metric tons (dry or not), kilograms; carats, cubic meters and others are
 * rejected. Units that an edition is known to print wrongly are corrected, and the figure's note says so: titanium minerals, and
 * the reserves of vanadium and molybdenum, of 2025; the reserves of vanadium of 2026. The mass is of what the type, the notes or
 * the section say ({@code cobalt content}, {@code gross weight}); of the goods, if none does.
 *
 * <p>The material is the commodity in lower case with hyphens, or the reference data's id where that differs (bauxite in a
 * refinery is {@code alumina}, {@code Gemanium} is germanium). The stage follows from the words of the type: mine, refinery,
 * smelter, primary production; a plant or a plain production is {@code chemical}; reserves have the stage {@code reserve}. What else the type says is the
 * form ({@code rutile}, {@code kaolin}). A type without any of these words is rejected. A remark in parentheses after a country
 * goes to the note.
 */
public final class UsgsWorldData extends TableFormat<Statistic> {

    private static final Pattern COLUMN = Pattern.compile("(prod|cap|reserves)(?:_(est))?_([0-9]{4})");
    private static final Pattern YEARS = Pattern.compile("\\bfor (?:20)?([0-9]{2})(?:-(?:20)?([0-9]{2}))?\\b");
    private static final Pattern SMALL = Pattern.compile("(?i).*less than (?:1/2|½) unit.*");
    private static final String LESS_THAN_HALF = "<0.5";

    private final int edition;

    private UsgsWorldData(int edition) {
        this.edition = edition;
    }

    /**
     * The release of a year.
     *
     * @param year of the Mineral Commodity Summaries, such as 2025; figures are cited as {@code usgs-mcs2025}
     */
    public static UsgsWorldData edition(int year) {
        return new UsgsWorldData(year);
    }

    @Override
    ImmutableList<Layout<Statistic>> layouts() {
        return ImmutableList.of(
                new Layout<>(
                        Header.of("commodity", "country", "type", "unit_meas"),
                        column -> COLUMN.matcher(column).matches(),
                        sheet -> this::wide),
                new Layout<>(
                        Header.of(
                                "section",
                                "commodity",
                                "country",
                                "statistics",
                                "statistics_detail",
                                "unit",
                                "year",
                                "value"),
                        "value"::equals,
                        sheet -> this::tall));
    }

    @Override
    List<Object> key(Statistic row) {
        return StatisticsTable.keyOf(row);
    }

    private Reading<Statistic> wide(Cells cells) {
        String said = cells.text("source");
        if (!said.isEmpty() && !said.equalsIgnoreCase("MCS" + edition)) {
            throw cells.bad(
                    "source",
                    said,
                    "it is not of edition %s (seen: '%s')".formatted(edition, said),
                    "Maybe UsgsWorldData.edition(%s).".formatted(said.replaceAll("[^0-9]", "")));
        }
        UsgsRow row = new UsgsRow(cells, edition, "type", "unit_meas");
        boolean estimated = cells.text("type").contains("estimated");
        ImmutableList.Builder<Statistic> read = ImmutableList.builder();
        for (String column : cells.sheet().columns().keySet()) {
            Matcher name = COLUMN.matcher(column);
            if (!name.matches()) {
                continue;
            }
            Statistic.Kind kind = kind(name.group(1), cells.text("type"));
            int year = Integer.parseInt(name.group(3));
            String note = cells.text(name.group(1).replaceFirst("s$", "") + "_notes");
            boolean isEstimate = name.group(2) != null
                    || note.toLowerCase(Locale.ROOT).startsWith("estimated")
                    || estimated
                            && kind != Statistic.Kind.RESERVES
                            && !note.toLowerCase(Locale.ROOT).startsWith("reported");
            Optional.of(cells.text(column))
                    .filter(cell -> !cell.isEmpty())
                    .or(() -> reason(note, year))
                    .ifPresent(amount -> read.add(row.statistic(kind, year, column, amount, isEstimate, note, note)));
        }
        ImmutableList<Statistic> rows = read.build();
        return rows.isEmpty() ? Reading.leftOut("says no amount") : new Reading<>(rows, "");
    }

    /** Some capacities stand in the columns of production. */
    private static Statistic.Kind kind(String column, String type) {
        return switch (column) {
            case "prod" ->
                type.toLowerCase(Locale.ROOT).contains("capacity")
                        ? Statistic.Kind.CAPACITY
                        : Statistic.Kind.PRODUCTION;
            case "cap" -> Statistic.Kind.CAPACITY;
            default -> Statistic.Kind.RESERVES;
        };
    }

    /** What a note says instead of a number; empty if it says something else, or about other years. */
    private static Optional<String> reason(String note, int year) {
        Matcher years = YEARS.matcher(note);
        if (years.find()) {
            int first = 2000 + Integer.parseInt(years.group(1));
            int last = years.group(2) == null ? first : 2000 + Integer.parseInt(years.group(2));
            if (year < first || year > last) {
                return Optional.empty();
            }
        }
        String word = YEARS.matcher(note).replaceAll("").strip();
        if (SMALL.matcher(note).matches()) {
            return Optional.of(LESS_THAN_HALF);
        }
        return word.startsWith("Included ")
                ? Optional.of("s")
                : Optional.of(word).filter(Amounts::isHole);
    }

    private Reading<Statistic> tall(Cells cells) {
        if (!cells.text("section").startsWith("World")) {
            return Reading.leftOut("no world table");
        }
        Statistic.Kind kind = cells.cell("statistics", StatisticsTable::kind);
        String note = cells.text("notes");
        String amount = cells.cell("value", text -> text);
        String other = cells.text("other_notes");
        return Reading.of(new UsgsRow(cells, edition, "statistics_detail", "unit")
                .statistic(
                        kind,
                        cells.year("year"),
                        "value",
                        amount.equals("s") && SMALL.matcher(note).matches() ? LESS_THAN_HALF : amount,
                        note.startsWith("Estimated"),
                        note,
                        note,
                        cells.text("section"),
                        other.substring(0, 1 + other.indexOf(')', other.indexOf("unless")))));
    }
}
