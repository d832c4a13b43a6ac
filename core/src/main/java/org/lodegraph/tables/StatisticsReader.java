package org.lodegraph.tables;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.lodegraph.io.FileProblem;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.MaterialId;

/** Reads the rows of a tidy table, and gathers those that cannot be read. Used once. */
final class StatisticsReader {

    static final String VALUE = "value_t";
    /** The country may stand in another column, so it is looked for row by row. */
    static final ImmutableSet<String> REQUIRED =
            ImmutableSet.of("material", "stage", "year", "statistic", VALUE, "source");

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern OXIDE = Pattern.compile("(?:[A-Z][a-z]?[0-9]*)+O[0-9]*|REO|TREO");
    private static final Pattern ELEMENT = Pattern.compile("[A-Z][a-z]?|PGM");
    private static final ImmutableSet<String> HOLES =
            ImmutableSet.of("withheld", "not-available", "see-note", "qualitative-small", "qualitative-large", "range");

    private final Amounts amounts;
    private final Countries countries = Countries.standard();
    private final Map<String, Source> sources;
    private final List<Statistic> rows = new ArrayList<>();
    private final List<FileProblem> rejected = new ArrayList<>();
    private final Set<List<Object>> seen = new LinkedHashSet<>();
    private long rejections;

    /** A cell that cannot be read. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient FileProblem problem;

        Unreadable(FileProblem problem) {
            super(problem.toString(), null, false, false);
            this.problem = problem;
        }
    }

    StatisticsReader(Optional<NumberStyle> style, Map<String, Source> sources) {
        this.amounts = new Amounts(style);
        this.sources = ImmutableMap.copyOf(sources);
    }

    void accept(TableFile.Record row) {
        try {
            Statistic read = read(row);
            if (!seen.add(List.of(
                    read.material(),
                    read.stage(),
                    read.form(),
                    read.country(),
                    read.year(),
                    read.kind(),
                    read.figure().unit(),
                    read.figure().source().id()))) {
                throw new Unreadable(row.problem(
                        "",
                        "",
                        "the same figure stands in a row before (%s, %s, %s, %s)"
                                .formatted(read.material(), read.stage(), read.country(), read.year()),
                        "Maybe delete one, or tell them apart by form or source."));
            }
            rows.add(read);
        } catch (Unreadable e) {
            rejections++;
            if (rejected.size() < Imported.LISTED) {
                rejected.add(e.problem);
            }
        }
    }

    Imported<Statistic> imported() {
        return new Imported<>(rows, rejected, rejections);
    }

    private Statistic read(TableFile.Record row) {
        if (!row.fits()) {
            throw new Unreadable(row.problem(
                    "",
                    "",
                    "it has %s cells for %s columns"
                            .formatted(row.cells().size(), row.columns().size()),
                    "Maybe a text has a separator in it: put it in quotation marks."));
        }
        MaterialId material = cell(row, "material", StatisticsReader::material);
        String stage = cell(row, "stage", text -> text);
        int year = cell(row, "year", StatisticsReader::year);
        Statistic.Kind kind = cell(row, "statistic", StatisticsReader::kind);
        CountryId country = country(row);
        return new Statistic(material, stage, row.cell("form"), country, year, kind, figure(row, kind));
    }

    private static <T> T cell(TableFile.Record row, String column, Function<String, T> reading) {
        String text = row.cell(column);
        if (text.isEmpty()) {
            throw new Unreadable(row.problem(column, "", "it is blank", "Maybe fill it in."));
        }
        return read(row, column, text, reading);
    }

    private static <T> T read(TableFile.Record row, String column, String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            int cure = message.lastIndexOf(". Maybe ");
            throw new Unreadable(row.problem(
                    column,
                    text,
                    "%s (seen: '%s')".formatted(cure < 0 ? message : message.substring(0, cure), TableFile.shown(text)),
                    cure < 0 ? "Maybe correct it." : message.substring(cure + 2)));
        }
    }

    private static MaterialId material(String text) {
        return new MaterialId(text.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-"));
    }

    private static int year(String text) {
        if (!YEAR.matcher(text).matches()) {
            throw new IllegalArgumentException("not a year. Maybe four digits.");
        }
        return Integer.parseInt(text);
    }

    private static Statistic.Kind kind(String text) {
        try {
            return Statistic.Kind.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a kind of statistic. Maybe production, capacity or reserves.", e);
        }
    }

    private CountryId country(TableFile.Record row) {
        String column = row.columns().containsKey("country_iso3")
                        && !row.cell("country_iso3").isEmpty()
                ? "country_iso3"
                : "country";
        return cell(row, column, text -> {
            Countries.Meaning meaning = countries.read(text);
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
        });
    }

    private Figure figure(TableFile.Record row, Statistic.Kind kind) {
        Basis basis = row.cell("basis").isEmpty()
                ? Basis.GROSS
                : read(row, "basis", row.cell("basis"), StatisticsReader::basis);
        Unit unit = (kind == Statistic.Kind.RESERVES ? Unit.T : Unit.T_PER_A).of(basis);
        Source source = cell(row, "source", id -> sources.getOrDefault(id, Source.of(id, id)));
        String note = row.cell("note");
        String status = row.cell("status").toLowerCase(Locale.ROOT);
        String text = row.cell(VALUE);
        if (HOLES.contains(status)) {
            return new Figure.Unknown(unit, source, note.isEmpty() ? status : status + ": " + note);
        }
        if (text.isEmpty()) {
            throw new Unreadable(row.problem(
                    VALUE,
                    "",
                    "there is no number, and its status is '%s'".formatted(status),
                    "Maybe write 0 if there was none, or the status withheld or not-available."));
        }
        Figure figure = read(row, VALUE, text, cell -> amounts.read(cell, unit, source, note));
        return figure instanceof Figure.Known known ? as(status, known) : figure;
    }

    /** What the status adds to the number. */
    private static Figure as(String status, Figure.Known known) {
        return switch (status) {
            case "estimated" ->
                new Figure.Known(known.spread(), known.unit(), known.source(), Figure.Status.ESTIMATED, known.note());
            case "lower-bound" ->
                new Figure.Unknown(known.unit(), known.source(), "at least %s published".formatted(known.range()));
            case "upper-bound" ->
                new Figure.Known(
                        Spread.between(0, known.range().high()),
                        known.unit(),
                        known.source(),
                        Figure.Status.ESTIMATED,
                        known.note());
            default -> known;
        };
    }

    /** Words as statisticians use them; without a factor by name nothing is converted. */
    private static Basis basis(String text) {
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
