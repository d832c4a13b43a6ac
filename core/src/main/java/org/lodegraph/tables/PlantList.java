package org.lodegraph.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Line;

/**
 * A list of plants, mines and projects: {@code DataFile.of(path).read(PlantList.confirmed())}. {@link Plants} puts them into a
 * chain.
 *
 * <p>Columns:
 *
 * <ul>
 *   <li>{@code id}, {@code name}, {@code country_iso3} or {@code country}, {@code material}, {@code stage};
 *   <li>{@code capacity_t_per_year} or {@code capacity}: metric tons a year; blank if the source gives none, which is unknown;
 *   <li>{@code status} or {@code state}: operating, operational, in production, ramping up, or a closure that is only planned; idle, suspended, care and maintenance; planned,
 *       announced, feasibility, under construction; closed;
 *   <li>{@code evidence_grade} or {@code grade}: {@code A} a government or company source, {@code B} the press, {@code C} hearsay;
 *   <li>{@code source} or {@code source_url}; may be blank for grade C only;
 *   <li>perhaps {@code operator}, {@code feed} or {@code host_or_feed}, {@code capacity_basis} or {@code basis} (of capacity and
 *       output), {@code output_t} or {@code output} with {@code output_year}, {@code starts} (a day), {@code note},
 *       {@code audit}.
 * </ul>
 *
 * <p>Plants of grade C, and those whose {@code audit} is {@code unconfirmed}, are left out, and counted.
 */
public final class PlantList extends TableFormat<Plant> {

    private static final String[] COUNTRY = {"country_iso3", "country"};
    private static final String[] CAPACITY = {"capacity_t_per_year", "capacity"};
    private static final String[] BASIS = {"capacity_basis", "basis"};
    private static final String[] OUTPUT = {"output_t", "output"};
    private static final String[] STATE = {"status", "state"};
    private static final String[] GRADE = {"evidence_grade", "grade"};
    private static final String[] SOURCE = {"source", "source_url"};
    private static final String[] FEED = {"feed", "host_or_feed"};
    /** What is to be closed runs. */
    private static final String TO_CLOSE = "(?:planned|scheduled|announced|expected|proposed)"
            + "(?: permanent)? (?:clos|shut).*|(?:closure|closing|shut-? ?down)(?: is)?"
            + " (?:planned|scheduled|announced|expected|proposed).*|to (?:be closed|be shut|close|shut).*";

    /** The first that fits. */
    private static final ImmutableMap<Line.Status, Pattern> STATES = ImmutableMap.of(
            Line.Status.RUNNING,
                    Pattern.compile(TO_CLOSE + "|(?:operating|running|ramp|producing|in operation"
                            + "|(?:operational|in production)(?!,? (?:from|by|in)\\b)).*"),
            Line.Status.IDLE, Pattern.compile("(?:idle|suspended|curtailed|care and maintenance).*"),
            Line.Status.PLANNED,
                    Pattern.compile(
                            "(?:planned|announced|under construction|construction|proposed|in development|feasibility|project).*"),
            Line.Status.CLOSED, Pattern.compile("(?:closed|shut|demolished).*"));

    private final boolean isAll;

    private PlantList(boolean isAll) {
        this.isAll = isAll;
    }

    /** Plants of grade A and B that nobody failed to find again. */
    public static PlantList confirmed() {
        return new PlantList(false);
    }

    /** Plants of any grade. */
    public static PlantList all() {
        return new PlantList(true);
    }

    @Override
    ImmutableList<Layout<Plant>> layouts() {
        List<String> numbers =
                ImmutableList.<String>builder().add(CAPACITY).add(OUTPUT).build();
        return ImmutableList.of(new Layout<>(
                Header.of(
                        "id",
                        "name",
                        String.join("|", COUNTRY),
                        "material",
                        "stage",
                        String.join("|", CAPACITY),
                        String.join("|", STATE),
                        String.join("|", GRADE),
                        String.join("|", SOURCE)),
                numbers::contains,
                sheet -> this::read));
    }

    @Override
    List<Object> key(Plant row) {
        return ImmutableList.of(row.id());
    }

    private Reading<Plant> read(Cells row) {
        String grade = row.cell(row.column(GRADE), PlantList::grade);
        if (!isAll && grade.equals("C")) {
            return Reading.leftOut("evidence of grade C");
        }
        if (!isAll && row.text("audit").equalsIgnoreCase("unconfirmed")) {
            return Reading.leftOut("unconfirmed");
        }
        Source source = source(row, grade);
        Plant plant = new Plant(
                row.cell("id", text -> text),
                row.cell("name", text -> text),
                Optional.of(row.text("operator")).filter(text -> !text.isEmpty()),
                place(row),
                row.material("material"),
                row.cell("stage", text -> text),
                row.text(row.column(FEED)),
                tons(row, row.column(CAPACITY), source)
                        .orElseGet(() -> new Figure.Unknown(Unit.T_PER_A, source, "no capacity in the source")),
                tons(row, row.column(OUTPUT), source),
                row.text("output_year").isEmpty() ? Optional.empty() : Optional.of(row.year("output_year")),
                row.cell(row.column(STATE), PlantList::state),
                row.text("starts").isEmpty() ? Optional.empty() : Optional.of(row.cell("starts", PlantList::day)),
                grade,
                source);
        if (plant.output().isPresent() && plant.outputYear().isEmpty()) {
            throw row.bad("output_year", "", "it is blank beside an output", "Maybe fill it in.");
        }
        return Reading.of(plant);
    }

    /** What has no source is an assumption, and no better than grade C. */
    private static Source source(Cells row, String grade) {
        String column = row.column(SOURCE);
        return grade.equals("C") && row.text(column).isEmpty()
                ? Source.ASSUMPTION
                : row.cell(column, row.sheet()::source);
    }

    private static CountryId place(Cells row) {
        String column = row.column(COUNTRY);
        CountryId country = row.country(COUNTRY);
        if (country.equals(Statistic.WORLD) || country.equals(CountryId.NOWHERE)) {
            throw row.bad(
                    column, row.text(column), "a plant stands in one country", "Maybe leave totals out of the list.");
        }
        return country;
    }

    /** An amount on the basis that the row says; empty if there is none. */
    private static Optional<Figure> tons(Cells row, String column, Source source) {
        if (row.text(column).isEmpty()) {
            return Optional.empty();
        }
        String words = row.column(BASIS);
        Basis basis = row.text(words).isEmpty() ? Basis.GROSS : row.cell(words, BasisWords::read);
        return Optional.of(row.cell(
                column,
                cell -> row.sheet()
                        .amounts()
                        .read(cell, Unit.T_PER_A.of(basis), TonFactor.TONS, source, row.text("note"))));
    }

    private static Line.Status state(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        return STATES.entrySet().stream()
                .filter(state -> state.getValue().matcher(words).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "not a state of a plant. Maybe running, idle, planned or closed."));
    }

    private static String grade(String text) {
        if (!text.matches("[ABC]")) {
            throw new IllegalArgumentException("not a grade of evidence. Maybe A, B or C.");
        }
        return text;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a day. Maybe 2027-12-31.", e);
        }
    }
}
