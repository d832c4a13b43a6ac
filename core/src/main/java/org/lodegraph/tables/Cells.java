package org.lodegraph.tables;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.MaterialId;

/**
 * The cells of a row, as countries, years and materials.
 *
 * @param row where they stand
 * @param sheet what is known of the file
 */
record Cells(TableFile.Record row, Sheet sheet) {

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2200;

    /** What stands in a column; may be empty. */
    String text(String column) {
        return row.cell(column);
    }

    /** The first of some columns that says something; else the first that is there. */
    String column(String... names) {
        return Arrays.stream(names)
                .filter(name -> !row.cell(name).isEmpty())
                .findFirst()
                .or(() ->
                        Arrays.stream(names).filter(row.columns()::containsKey).findFirst())
                .orElse(names[0]);
    }

    /** A cell that must say something. */
    <T> T cell(String column, Function<String, T> reading) {
        String text = row.cell(column);
        if (text.isEmpty()) {
            throw bad(column, "", "it is blank", "Maybe fill it in.");
        }
        return read(column, text, reading);
    }

    /** A part of a cell as whatever a function makes of it; what the function throws names the cell. */
    <T> T read(String column, String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            int cure = message.lastIndexOf(". Maybe ");
            throw bad(
                    column,
                    text,
                    "%s (seen: '%s')".formatted(cure < 0 ? message : message.substring(0, cure), TableFile.shown(text)),
                    cure < 0 ? "Maybe correct it." : message.substring(cure + 2));
        }
    }

    Unreadable bad(String column, String value, String finding, String cure) {
        return new Unreadable(row.problem(column, value, finding, cure));
    }

    MaterialId material(String column) {
        return cell(column, Cells::materialId);
    }

    static MaterialId materialId(String text) {
        return new MaterialId(text.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-"));
    }

    int year(String column) {
        return cell(column, Cells::yearOf);
    }

    static int yearOf(String text) {
        if (!YEAR.matcher(text).matches()) {
            throw new IllegalArgumentException("not a year. Maybe four digits.");
        }
        int year = Integer.parseInt(text);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "not a year from %s to %s. Maybe a slip of the pen.".formatted(FIRST_YEAR, LAST_YEAR));
        }
        return year;
    }

    /**
     * A country, {@link Statistic#WORLD} or {@link CountryId#NOWHERE}: what all columns say that say something known. A word
     * that nobody knows contradicts nothing.
     */
    CountryId country(String... columns) {
        String known = column(columns);
        Optional<Countries.Meaning> said = Countries.standard().known(row.cell(known));
        for (String column : columns) {
            Optional<Countries.Meaning> here = Countries.standard().known(row.cell(column));
            if (here.isPresent() && said.isPresent() && !here.equals(said)) {
                throw bad(
                        column,
                        row.cell(column),
                        "'%s' is another than '%s' in column %s"
                                .formatted(TableFile.shown(row.cell(column)), TableFile.shown(row.cell(known)), known),
                        "Maybe correct one of them.");
            } else if (said.isEmpty() && here.isPresent()) {
                known = column;
                said = here;
            }
        }
        return cell(known, Cells::countryOf);
    }

    static CountryId countryOf(String text) {
        Countries.Meaning meaning = Countries.standard().read(text);
        if (meaning instanceof Countries.Meaning.Place place) {
            return place.id();
        } else if (meaning instanceof Countries.Meaning.World) {
            return Statistic.WORLD;
        } else if (meaning instanceof Countries.Meaning.Others) {
            return CountryId.NOWHERE;
        } else if (meaning instanceof Countries.Meaning.Former former) {
            throw new IllegalArgumentException(
                    "a country that is no more. Maybe split it among %s.".formatted(former.successors()));
        }
        throw new IllegalArgumentException("no country has this name or code. Maybe %s."
                .formatted(((Countries.Meaning.Unknown) meaning).near().orElse("an ISO 3166 code, such as COD")));
    }
}
