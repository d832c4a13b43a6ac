package org.lodegraph.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.io.Csv.Table;
import org.lodegraph.model.RandomChains;

/**
 * As many faults as are put into the files of a chain, each of another kind or in another row, so many problems are
 * listed, at just these places, by one exception.
 */
class ManyFaultsCsvTest {

    /** What somebody got wrong in one place, and where it should be told. */
    private record Fault(String file, int row, String column, Edit edit, String tells) {
        String place(Table table) {
            return file + " " + (row == 0 ? 1 : table.line(row)) + " " + tells;
        }
    }

    /** Makes the fault. */
    private interface Edit {
        void in(List<String> cells, int column);
    }

    private static final Set<String> WORDS =
            Set.of("form", "mobility", "stage", "kind", "direction", "reach", "status", "dimension", "limit", "basis");
    private static final Set<String> DAYS = Set.of("date", "starts", "from", "until", "last_checked");
    private static final Set<String> FLAGS = Set.of("boundary", "aggregate", "reexport");
    private static final Set<String> PLACES = Set.of("country", "consumer", "holder", "origin", "destination");
    private static final Set<String> AMOUNTS = Set.of(
            "nameplate", "effective", "permitted", "output", "rate", "amount", "room", "observed", "tons", "ratio");

    static LongStream blocksOfSeeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("blocksOfSeeds")
    void areListedAtOnceAtTheirPlaces(long block) {
        int most = 0;
        for (long seed = block * 100; seed < block * 100 + 100; seed++) {
            var random = new SplittableRandom(seed);
            var tables = new TreeMap<String, Table>();
            ChainCsv.files(RandomChains.chain(seed)).forEach((name, csv) -> tables.put(name, Csv.table(csv)));
            var faults = choose(tables, 1 + random.nextInt(12), random);
            var expected = faults.stream()
                    .map(fault -> fault.place(tables.get(fault.file())))
                    .sorted()
                    .toList();
            for (var fault : faults) {
                var table = tables.get(fault.file());
                fault.edit().in(table.rows().get(fault.row()), table.columns().indexOf(fault.column()));
            }
            var files = new TreeMap<String, String>();
            tables.forEach((name, table) -> files.put(name, table.csv()));

            var thrown = catchThrowableOfType(InvalidFilesException.class, () -> ChainCsv.read(Folder.of(files)));

            assertThat(thrown.problems().stream()
                            .map(problem -> problem.file() + " " + problem.line() + " " + problem.column())
                            .sorted()
                            .toList())
                    .as("seed %s: %s", seed, thrown.getMessage())
                    .isEqualTo(expected);
            most = Math.max(most, expected.size());
        }
        assertThat(most).isGreaterThanOrEqualTo(10);
    }

    /** Faults in different rows; no two of the same kind in the same column. */
    private static List<Fault> choose(TreeMap<String, Table> tables, int count, SplittableRandom random) {
        var possible = new ArrayList<List<Fault>>();
        tables.forEach((file, table) -> {
            possible.add(headers(file, table));
            for (int row = 1; row < table.rows().size(); row++) {
                possible.add(faults(file, table, row));
            }
        });
        var chosen = new ArrayList<Fault>();
        var misnamed = new TreeSet<String>();
        while (chosen.size() < count && !possible.isEmpty()) {
            var row = possible.remove(random.nextInt(possible.size()));
            if (!row.isEmpty()) {
                var fault = row.get(random.nextInt(row.size()));
                // Of a column that has lost its name nothing else can be told.
                if (misnamed.contains(fault.file())
                        || fault.row() == 0
                                && chosen.stream()
                                        .anyMatch(other -> other.file().equals(fault.file()))) {
                    continue;
                }
                if (fault.row() == 0) {
                    misnamed.add(fault.file());
                }
                chosen.add(fault);
            }
        }
        return chosen;
    }

    private static List<Fault> headers(String file, Table table) {
        var required = sheet(file).required();
        return table.columns().stream()
                .filter(column -> !required.contains(column))
                .map(column -> new Fault(file, 0, column, (cells, at) -> cells.set(at, column + "x"), column + "x"))
                .toList();
    }

    private static List<Fault> faults(String file, Table table, int row) {
        var cells = table.rows().get(row);
        var faults = new ArrayList<Fault>();
        for (var column : table.columns()) {
            var cell = cells.get(table.columns().indexOf(column));
            if (!cell.isEmpty()) {
                wrong(file, table, row, column, cell)
                        .forEach(value -> faults.add(new Fault(
                                file,
                                row,
                                column,
                                (edited, at) -> edited.set(at, value),
                                tells(table, column, value))));
            }
        }
        // A cell too many, or two that became one, after the columns that every row needs.
        int needed = sheet(file).required().size();
        for (int at = needed; at < cells.size(); at++) {
            faults.add(
                    new Fault(file, row, table.columns().get(at), (edited, cell) -> edited.add(cell, "and so on"), ""));
            if (at + 1 < cells.size()) {
                faults.add(new Fault(
                        file,
                        row,
                        table.columns().get(at),
                        (edited, cell) -> edited.set(cell, edited.get(cell) + edited.remove(cell + 1)),
                        ""));
            }
        }
        return faults;
    }

    /** What the cell could say that it must not. */
    private static Stream<String> wrong(String file, Table table, int row, String column, String cell) {
        if (table.columns().contains(column + "_unit")) {
            return AMOUNTS.contains(column) && !cell.equals("unknown")
                    ? Stream.of("12,5", "n.a.", "-5", "9..5")
                    : Stream.of("12,5", "n.a.", "9..5");
        }
        if (column.endsWith("_unit")) {
            return AMOUNTS.contains(column.replace("_unit", "")) ? Stream.of("tons", "USD/t") : Stream.of("tons");
        }
        if (column.endsWith("_status") || WORDS.contains(column)) {
            return Stream.of("quotta");
        }
        if (column.endsWith("_source") || column.equals("source")) {
            return Stream.of("hearsay");
        }
        if (DAYS.contains(column)) {
            return Stream.of("2025-02-30");
        }
        if (FLAGS.contains(column)) {
            return Stream.of("perhaps");
        }
        if (PLACES.contains(column)) {
            return Stream.of("Utopia");
        }
        boolean declares = sheet(file).names().get(0).equals(column)
                && Set.of(
                                "sources.csv",
                                "units.csv",
                                "materials.csv",
                                "recipes.csv",
                                "facilities.csv",
                                "demands.csv",
                                "stocks.csv",
                                "links.csv",
                                "countries.csv",
                                "blocs.csv",
                                "policies.csv",
                                "chain.csv",
                                "assumptions.csv")
                        .contains(file);
        if (Set.of("material", "recipe", "facility", "demand", "bloc", "policy", "makes", "recipes", "materials")
                        .contains(column)
                && !declares) {
            // References to the same thing would be one problem.
            return Stream.of("no-such-thing-%s-%s-%s".formatted(file.replace(".csv", ""), column, row), "No/Thing");
        }
        return Stream.of();
    }

    private static String tells(Table table, String column, String value) {
        return value.equals("USD/t") ? column.replace("_unit", "") : column;
    }

    private static Sheet sheet(String file) {
        return ChainCsv.SHEETS.stream()
                .filter(sheet -> sheet.file().equals(file))
                .findFirst()
                .orElseThrow();
    }
}
