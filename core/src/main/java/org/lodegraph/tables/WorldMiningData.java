package org.lodegraph.tables;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodegraph.io.FileProblem;
import org.lodegraph.io.InvalidFilesException;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.MaterialId;

/**
 * A sheet of World Mining Data, table 6.4 (production of individual countries by minerals), saved as CSV:
 * {@code DataFile.of(path).read(WorldMiningData.sheet("mine"))}. Give the statistics to {@code Reference.with(...)}.
 *
 * <p>The layout, as programs read it that use the editions of 2018 to 2026: a title above, such as {@code Lithium (Li2O)}, then
 * {@code Country, unit, 2018, 2019, ..., data source}; one row a country, the row {@code Total} for the world. A row gives one
 * statistic for each year that says something. The data source is {@code r} (reported), {@code e} (estimated) or {@code p}
 * (provisional). Units are metric tons ({@code metr. t}) or kilograms; others, such as cubic meters and carats, are rejected.
 *
 * <p>The sheet does not say the stage: most are mined, some smelted or refined. What the tons are of follows from the title: an
 * oxide in parentheses; else the element's content, if it is an element; else the goods. Where that is wrong, say it.
 */
public final class WorldMiningData extends TableFormat<Statistic> {

    private static final Source SOURCE = Source.of("world-mining-data", "World Mining Data")
            .by(
                    "Austrian Federal Ministry of Finance, International Organizing Committee for the World Mining Congresses");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern TITLE = Pattern.compile("([\\p{L}][\\p{L} -]*?)\\s*(?:\\(([^)]*)\\))?");
    private static final int TITLES = 8;

    /**
     * What a sheet is about.
     *
     * @param material its material
     * @param basis what its tons are of
     */
    private record Subject(MaterialId material, Basis basis) {}

    private final Optional<Subject> said;
    private final String stage;

    private WorldMiningData(Optional<Subject> said, String stage) {
        this.said = said;
        this.stage = stage;
    }

    /**
     * A sheet whose title says the mineral.
     *
     * @param stage the step whose output it states, such as {@code mine} or {@code refinery}
     * @throws IllegalArgumentException if it is no stage
     */
    public static WorldMiningData sheet(String stage) {
        return new WorldMiningData(Optional.empty(), Statistic.stageOf(stage));
    }

    /**
     * A sheet of a material.
     *
     * @param material its id
     * @param stage the step whose output it states
     * @param basis what its tons are of, such as {@code Basis.oxide("Li2O")}
     * @throws IllegalArgumentException if the stage is none
     */
    public static WorldMiningData sheet(String material, String stage, Basis basis) {
        return new WorldMiningData(Optional.of(new Subject(new MaterialId(material), basis)), Statistic.stageOf(stage));
    }

    @Override
    ImmutableList<Layout<Statistic>> layouts() {
        return ImmutableList.of(
                new Layout<>(Header.of("country", "unit", "data_source"), WorldMiningData::isYear, this::reader));
    }

    @Override
    int titles() {
        return TITLES;
    }

    @Override
    List<Object> key(Statistic row) {
        return StatisticsTable.keyOf(row);
    }

    private static boolean isYear(String column) {
        return YEAR.matcher(column).matches();
    }

    private RowReader<Statistic> reader(Sheet sheet) {
        Subject subject = said.or(() -> title(sheet)).orElseThrow(() -> {
            FileProblem problem = new FileProblem(
                    sheet.file(),
                    1,
                    "",
                    "",
                    "no title says which mineral it is",
                    "Maybe say it, WorldMiningData.sheet(\"lithium\", \"mine\", Basis.oxide(\"Li2O\")).");
            return new InvalidFilesException(ImmutableList.of(problem), 1);
        });
        return row -> read(row, subject);
    }

    /** The first title that is a name, perhaps with an oxide in parentheses. */
    private static Optional<Subject> title(Sheet sheet) {
        for (String title : sheet.titles()) {
            Matcher words = TITLE.matcher(title.strip());
            if (words.matches()) {
                String name = words.group(1).strip().toLowerCase(Locale.ROOT);
                Optional<Basis> oxide = Optional.ofNullable(words.group(2))
                        .map(text -> text.replaceAll("[^A-Za-z0-9]", ""))
                        .flatMap(formula -> BasisWords.in(formula + " content"));
                Basis basis = oxide.or(() -> BasisWords.in(name + " content")).orElse(Basis.GROSS);
                return Optional.of(new Subject(Cells.materialId(name), basis));
            }
        }
        return Optional.empty();
    }

    private Reading<Statistic> read(Cells row, Subject subject) {
        TonFactor factor = row.cell("unit", TonFactor::named);
        Unit unit = Unit.T_PER_A.of(subject.basis);
        Source source = row.sheet().source(SOURCE);
        String flag = row.text("data_source").toLowerCase(Locale.ROOT);
        String note = flag.equals("p") ? "provisional" : "";
        ImmutableList.Builder<Statistic> read = ImmutableList.builder();
        for (String column : row.sheet().columns().keySet()) {
            if (isYear(column) && !row.text(column).isEmpty()) {
                Figure figure = row.cell(column, cell -> row.sheet().amounts().read(cell, unit, factor, source, note));
                read.add(new Statistic(
                        subject.material,
                        stage,
                        "",
                        row.country("country"),
                        Integer.parseInt(column),
                        Statistic.Kind.PRODUCTION,
                        flag.equals("e") ? Amounts.estimated(figure) : figure));
            }
        }
        ImmutableList<Statistic> rows = read.build();
        return rows.isEmpty() ? Reading.leftOut("says no amount") : new Reading<>(rows, "");
    }
}
