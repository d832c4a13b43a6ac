package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.model.Country;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Line;
import org.lodegraph.model.MaterialId;
import org.lodegraph.tables.Plant;
import org.lodegraph.tables.Statistic;

/** Every table of the data set, read and checked. */
record Catalog(
        ImmutableMap<String, Source> sources,
        ImmutableMap<CountryId, Country> countries,
        ImmutableList<Statistic> statistics,
        ImmutableList<UsStatistic> usStatistics,
        ImmutableList<ImportShare> importShares,
        ImmutableList<EndUse> endUses,
        ImmutableList<Substitute> substitutes,
        ImmutableMap<String, Plant> plants,
        ImmutableMap<String, Control> controls,
        ImmutableMap<String, Fact> facts,
        ImmutableMap<String, Parameter> parameters) {

    private static final ImmutableList<String> FILES = ImmutableList.of(
            "sources.csv",
            "countries.csv",
            "statistics.csv",
            "us-statistics.csv",
            "import-sources.csv",
            "end-uses.csv",
            "substitutes.csv",
            "facilities.csv",
            "controls.csv",
            "facts.csv",
            "processes.csv",
            "assumptions.csv");

    private static final class Holder {
        static final Catalog EMBEDDED = of(tables());
    }

    /** The data set that comes with the library, read on first use. */
    static Catalog embedded() {
        return Holder.EMBEDDED;
    }

    /** The tables as they lie beside this class, by file name. */
    static ImmutableMap<String, Table> tables() {
        return FILES.stream().map(Table::embedded).collect(ImmutableMap.toImmutableMap(Table::name, table -> table));
    }

    /**
     * Reads tables.
     *
     * @throws IllegalArgumentException lists every problem, with file, line and column
     */
    static Catalog of(Map<String, Table> tables) {
        Reader reader = new Reader(tables);
        ImmutableMap<String, Source> sources = reader.sources();
        Catalog catalog = new Catalog(
                sources,
                byKey(reader.rows("countries.csv", sources, Catalog::country), Country::id),
                reader.rows("statistics.csv", sources, Catalog::statistic),
                reader.rows("us-statistics.csv", sources, UsStatistic::of),
                reader.rows("import-sources.csv", sources, ImportShare::of),
                reader.rows("end-uses.csv", sources, EndUse::of),
                reader.rows("substitutes.csv", sources, Substitute::of),
                byKey(reader.rows("facilities.csv", sources, Catalog::plant), Plant::id),
                byKey(reader.rows("controls.csv", sources, Control::of), Control::id),
                byKey(reader.rows("facts.csv", sources, Fact::of), Fact::id),
                byKey(
                        Stream.of("processes.csv", "assumptions.csv")
                                .flatMap(file -> reader.rows(file, sources, Parameter::of).stream())
                                .collect(ImmutableList.toImmutableList()),
                        Parameter::id));
        reader.finish();
        return catalog;
    }

    /** With more statistics, which are taken before those that are there. */
    Catalog with(List<Statistic> more) {
        return new Catalog(
                sources,
                countries,
                ImmutableList.<Statistic>builder()
                        .addAll(more)
                        .addAll(statistics)
                        .build(),
                usStatistics,
                importShares,
                endUses,
                substitutes,
                plants,
                controls,
                facts,
                parameters);
    }

    /** Who said it, without a place in the work. */
    Source source(String id) {
        return find(sources, id, "Source");
    }

    /** A salient statistic of the United States. */
    Figure us(String material, String label, int year) {
        MaterialId id = new MaterialId(material);
        return usStatistics.stream()
                .filter(row -> row.material().equals(id) && row.label().equals(label) && row.year() == year)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "US statistic '%s, %s, %s': not in the reference data. Maybe one of %s."
                                .formatted(
                                        material,
                                        label,
                                        year,
                                        usStatistics.stream()
                                                .filter(row -> row.material().equals(id))
                                                .map(row -> "'" + row.label() + "'")
                                                .distinct()
                                                .toList())))
                .figure();
    }

    Fact fact(String id) {
        return find(facts, id, "Fact");
    }

    Parameter parameter(String id) {
        return find(parameters, id, "Parameter");
    }

    Plant plant(String id) {
        return find(plants, id, "Plant");
    }

    Control control(String id) {
        return find(controls, id, "Control");
    }

    private static <V> V find(Map<String, V> map, String id, String kind) {
        V found = map.get(id);
        if (found == null) {
            throw new IllegalArgumentException("%s '%s': not in the reference data. Maybe one of %s."
                    .formatted(kind, id, String.join(", ", map.keySet())));
        }
        return found;
    }

    private static Statistic statistic(Row row, Map<String, Source> sources) {
        return new Statistic(
                row.as("material", MaterialId::new),
                row.text("stage"),
                row.find("form").orElse(""),
                row.as("country", CountryId::new),
                row.as("year", Integer::parseInt),
                row.as("statistic", cell -> Statistic.Kind.valueOf(cell.toUpperCase(Locale.ROOT))),
                row.figure(sources));
    }

    private static Plant plant(Row row, Map<String, Source> sources) {
        Source source = row.source(sources);
        return new Plant(
                row.text("id"),
                row.text("name"),
                row.find("operator"),
                row.as("country", CountryId::new),
                row.as("material", MaterialId::new),
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

    private static Country country(Row row, Map<String, Source> sources) {
        Country country = Country.of(row.text("country"), row.text("name"));
        return row.find("value").isPresent() ? country.governance(row.figure(sources)) : country;
    }

    private static <K, V> ImmutableMap<K, V> byKey(List<V> values, Function<V, K> key) {
        return values.stream().collect(ImmutableMap.toImmutableMap(key, value -> value));
    }

    /** Reads rows one by one and gathers what is wrong. */
    private static final class Reader {
        private final Map<String, Table> tables;
        private final List<String> problems = new ArrayList<>();

        Reader(Map<String, Table> tables) {
            this.tables = tables;
        }

        ImmutableMap<String, Source> sources() {
            return byKey(
                    rows(
                            "sources.csv",
                            ImmutableMap.of(),
                            (row, none) -> Source.of(row.text("id"), row.text("title"))
                                    .by(row.text("publisher"))
                                    .edition(row.find("edition").orElse(""))
                                    .url(row.find("url").orElse(""))
                                    .licensed(
                                            row.text("licence"),
                                            row.find("acknowledgement").orElse(""))),
                    Source::id);
        }

        <T> ImmutableList<T> rows(
                String file, Map<String, Source> sources, BiFunction<Row, Map<String, Source>, T> reading) {
            Table table = tables.get(file);
            ImmutableList.Builder<T> read = ImmutableList.builder();
            if (table == null) {
                problems.add("%s: it is missing. Maybe put it back.".formatted(file));
                return ImmutableList.of();
            }
            for (Row row : table.rows()) {
                try {
                    read.add(reading.apply(row, sources));
                } catch (IllegalArgumentException e) {
                    problems.add(String.valueOf(e.getMessage()));
                }
            }
            return read.build();
        }

        void finish() {
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("Reference data: %s problem%s.\n  - %s"
                        .formatted(problems.size(), problems.size() == 1 ? "" : "s", String.join("\n  - ", problems)));
            }
        }
    }
}
