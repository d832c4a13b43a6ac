package org.lodegraph.reference;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lodegraph.measure.Conversion;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.model.Country;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.tables.Governance;
import org.lodegraph.tables.Plant;
import org.lodegraph.tables.Statistic;

/** The tables of the data set. Each is read and checked when it is first asked for. */
final class Catalog {

    private static final Sheet<Source> SOURCES = new Sheet<>("sources.csv", (row, none) -> Entries.source(row));
    private static final Sheet<Governance> GOVERNANCE = new Sheet<>("governance.csv", Entries::governance);
    private static final Sheet<Statistic> STATISTICS = new Sheet<>("statistics.csv", Entries::statistic);
    private static final Sheet<UsStatistic> US_STATISTICS = new Sheet<>("us-statistics.csv", UsStatistic::of);
    private static final Sheet<ImportShare> IMPORT_SHARES = new Sheet<>("import-sources.csv", ImportShare::of);
    private static final Sheet<UsGoods> US_GOODS = new Sheet<>("us-goods.csv", UsGoods::of);
    private static final Sheet<Tie> TIES = new Sheet<>("ties.csv", Tie::of);
    private static final Sheet<EndUse> END_USES = new Sheet<>("end-uses.csv", EndUse::of);
    private static final Sheet<Substitute> SUBSTITUTES = new Sheet<>("substitutes.csv", Substitute::of);
    private static final Sheet<CompanionLink> COMPANION_LINKS = new Sheet<>("companion-links.csv", CompanionLink::of);
    private static final Sheet<Plant> PLANTS = new Sheet<>("facilities.csv", Entries::plant);
    private static final Sheet<Control> CONTROLS = new Sheet<>("controls.csv", Control::of);
    private static final Sheet<Fact> FACTS = new Sheet<>("facts.csv", Fact::of);
    private static final Sheet<ProcessFlow> PROCESSES = new Sheet<>("processes.csv", ProcessFlow::of);
    private static final Sheet<Parameter> ASSUMPTIONS = new Sheet<>("assumptions.csv", Parameter::of);

    private static final Sheet<ElementShare> ELEMENT_SHARES = new Sheet<>("ree-distribution.csv", ElementShare::of);
    private static final Sheet<Conversion> CONVERSIONS = new Sheet<>("basis-factors.csv", Entries::conversion);

    private static final ImmutableList<Sheet<?>> SHEETS = ImmutableList.of(
            SOURCES,
            GOVERNANCE,
            STATISTICS,
            US_STATISTICS,
            IMPORT_SHARES,
            US_GOODS,
            TIES,
            END_USES,
            SUBSTITUTES,
            COMPANION_LINKS,
            PLANTS,
            CONTROLS,
            FACTS,
            PROCESSES,
            ASSUMPTIONS,
            ELEMENT_SHARES,
            CONVERSIONS);

    private static final class Holder {
        static final Catalog EMBEDDED = new Catalog(Table::embedded);
    }

    private final ImmutableMap<Sheet<?>, Supplier<ImmutableList<?>>> read;
    private final Supplier<ImmutableMap<String, Source>> sources;
    private final Supplier<ImmutableMap<CountryId, Country>> countries;
    private final Supplier<ImmutableList<Statistic>> statistics;
    private final ImmutableSet<Statistic> own;
    /** A chain asks for a few materials, many times. */
    private final Supplier<ImmutableListMultimap<MaterialId, Statistic>> ofMaterials =
            Suppliers.memoize(() -> Multimaps.index(statistics(), Statistic::material));

    private final Supplier<ImmutableMap<String, Plant>> plants;
    private final Supplier<ImmutableMap<String, Control>> controls;
    private final Supplier<ImmutableMap<String, Fact>> facts;
    private final Supplier<ImmutableMap<String, Parameter>> parameters;

    /** Reads each file by a function when it is first asked for. */
    Catalog(Function<String, Table> tables) {
        own = ImmutableSet.of();
        read = SHEETS.stream()
                .collect(ImmutableMap.toImmutableMap(
                        sheet -> sheet, sheet -> Suppliers.memoize(() -> rows(sheet, tables.apply(sheet.file())))));
        sources = byKey(() -> all(SOURCES), Source::id);
        countries = byKey(() -> Entries.countries(all(GOVERNANCE)), Country::id);
        statistics = () -> all(STATISTICS);
        plants = byKey(() -> all(PLANTS), Plant::id);
        controls = byKey(() -> all(CONTROLS), Control::id);
        facts = byKey(() -> all(FACTS), Fact::id);
        parameters = byKey(
                () -> ImmutableList.<Parameter>builder()
                        .addAll(Parameter.among(all(PROCESSES)))
                        .addAll(all(ASSUMPTIONS))
                        .build(),
                Parameter::id);
    }

    private Catalog(Catalog other, ImmutableList<Statistic> more) {
        own = ImmutableSet.<Statistic>builder().addAll(other.own).addAll(more).build();
        read = other.read;
        sources = other.sources;
        countries = other.countries;
        statistics = Suppliers.memoize(() -> without(other.statistics(), more));
        plants = other.plants;
        controls = other.controls;
        facts = other.facts;
        parameters = other.parameters;
    }

    /** More statistics, and then what is there: a row of the same source about the same takes the place of the one before. */
    private static ImmutableList<Statistic> without(List<Statistic> there, List<Statistic> more) {
        ImmutableSet<List<Object>> rows = more.stream().map(Catalog::place).collect(ImmutableSet.toImmutableSet());
        return Stream.concat(more.stream(), there.stream().filter(row -> !rows.contains(place(row))))
                .collect(ImmutableList.toImmutableList());
    }

    private static List<Object> place(Statistic row) {
        return ImmutableList.of(table(row), row.country());
    }

    private static List<Object> table(Statistic row) {
        return ImmutableList.of(
                row.material(),
                row.stage(),
                row.form(),
                row.year(),
                row.kind(),
                row.figure().source().id());
    }

    /** The data set that comes with the library. */
    static Catalog embedded() {
        return Holder.EMBEDDED;
    }

    /** The tables as they lie beside this class, by file name. */
    static ImmutableMap<String, Table> tables() {
        return SHEETS.stream()
                .map(sheet -> Table.embedded(sheet.file()))
                .collect(ImmutableMap.toImmutableMap(Table::name, table -> table));
    }

    /**
     * Reads tables, all of them at once.
     *
     * @throws IllegalArgumentException lists every problem, with file, line and column
     */
    static Catalog of(Map<String, Table> tables) {
        List<String> problems = new ArrayList<>();
        Map<String, Source> sources = ImmutableMap.of();
        for (Sheet<?> sheet : SHEETS) {
            Table table = tables.get(sheet.file());
            if (table == null) {
                problems.add("%s: it is missing. Maybe put it back.".formatted(sheet.file()));
            } else if (sheet == SOURCES) {
                sources = byKey(() -> SOURCES.read(table, ImmutableMap.of(), problems), Source::id)
                        .get();
            } else {
                sheet.read(table, sources, problems);
            }
        }
        check(problems);
        ImmutableMap<String, Table> kept = ImmutableMap.copyOf(tables);
        return new Catalog(file -> Objects.requireNonNull(kept.get(file), file));
    }

    /**
     * With more statistics, which are taken before those that are there.
     *
     * @throws IllegalArgumentException if they say different things of the same
     */
    Catalog with(List<Statistic> more) {
        Map<List<Object>, Statistic> once = new LinkedHashMap<>();
        for (Statistic row : more) {
            Statistic before = once.putIfAbsent(
                    ImmutableList.of(table(row), row.country(), row.figure().unit()), row);
            if (before != null && !before.figure().equals(row.figure())) {
                throw new IllegalArgumentException(
                        "Statistic '%s, %s, %s, %s, %s': it is there twice (seen: %s and %s). Maybe take one out, or tell them apart by source."
                                .formatted(
                                        row.material(),
                                        row.stage(),
                                        row.country(),
                                        row.year(),
                                        row.figure().source().id(),
                                        before.figure(),
                                        row.figure()));
            }
        }
        return new Catalog(this, ImmutableList.copyOf(once.values()));
    }

    /** Statistics that came later than the embedded ones. */
    ImmutableSet<Statistic> own() {
        return own;
    }

    ImmutableMap<String, Source> sources() {
        return sources.get();
    }

    ImmutableMap<CountryId, Country> countries() {
        return countries.get();
    }

    ImmutableList<Statistic> statistics() {
        return statistics.get();
    }

    /** Those of one material, in the same order. */
    ImmutableList<Statistic> statistics(String material) {
        return ofMaterials.get().get(new MaterialId(material));
    }

    ImmutableList<UsStatistic> usStatistics() {
        return all(US_STATISTICS);
    }

    ImmutableList<ImportShare> importShares() {
        return all(IMPORT_SHARES);
    }

    ImmutableList<UsGoods> usGoods() {
        return all(US_GOODS);
    }

    ImmutableList<Tie> ties() {
        return all(TIES);
    }

    ImmutableList<EndUse> endUses() {
        return all(END_USES);
    }

    ImmutableList<Substitute> substitutes() {
        return all(SUBSTITUTES);
    }

    ImmutableList<Governance> governance() {
        return all(GOVERNANCE);
    }

    ImmutableList<ElementShare> elementShares() {
        return all(ELEMENT_SHARES);
    }

    ImmutableList<Conversion> conversions() {
        return all(CONVERSIONS);
    }

    ImmutableList<CompanionLink> companionLinks() {
        return all(COMPANION_LINKS);
    }

    ImmutableList<ProcessFlow> processFlows() {
        return all(PROCESSES);
    }

    ImmutableMap<String, Plant> plants() {
        return plants.get();
    }

    ImmutableMap<String, Control> controls() {
        return controls.get();
    }

    ImmutableMap<String, Fact> facts() {
        return facts.get();
    }

    ImmutableMap<String, Parameter> parameters() {
        return parameters.get();
    }

    /** Who said it, without a place in the work. */
    Source source(String id) {
        return find(sources(), id, "Source");
    }

    /** A salient statistic of the United States, if there is one. */
    Optional<Figure> findUs(String material, String label, int year) {
        MaterialId id = new MaterialId(material);
        return usStatistics().stream()
                .filter(row -> row.year() == year
                        && row.material().equals(id)
                        && row.label().equals(label))
                .map(UsStatistic::figure)
                .findFirst();
    }

    /** A salient statistic of the United States. */
    Figure us(String material, String label, int year) {
        return findUs(material, label, year).orElseThrow(() -> noUs(new MaterialId(material), label, year));
    }

    private IllegalArgumentException noUs(MaterialId material, String label, int year) {
        List<UsStatistic> rows = usStatistics().stream()
                .filter(row -> row.material().equals(material))
                .toList();
        IntSummaryStatistics years = rows.stream()
                .filter(row -> row.label().equals(label))
                .mapToInt(UsStatistic::year)
                .summaryStatistics();
        return new IllegalArgumentException("US statistic '%s, %s, %s': not in the reference data. Maybe %s."
                .formatted(
                        material,
                        label,
                        year,
                        years.getCount() > 0
                                ? "a year from %s to %s".formatted(years.getMin(), years.getMax())
                                : "one of "
                                        + rows.stream()
                                                .map(row -> "'" + row.label() + "'")
                                                .distinct()
                                                .toList()));
    }

    Fact fact(String id) {
        return find(facts(), id, "Fact");
    }

    Parameter parameter(String id) {
        return find(parameters(), id, "Parameter");
    }

    Plant plant(String id) {
        return find(plants(), id, "Plant");
    }

    Control control(String id) {
        return find(controls(), id, "Control");
    }

    @SuppressWarnings("unchecked") // What stands under a sheet came out of it.
    private <T> ImmutableList<T> all(Sheet<T> sheet) {
        return (ImmutableList<T>) Objects.requireNonNull(read.get(sheet)).get();
    }

    private ImmutableList<?> rows(Sheet<?> sheet, Table table) {
        List<String> problems = new ArrayList<>();
        ImmutableList<?> rows = sheet.read(table, sheet == SOURCES ? ImmutableMap.of() : sources(), problems);
        check(problems);
        return rows;
    }

    private static void check(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("Reference data: %s problem%s.\n  - %s"
                    .formatted(problems.size(), problems.size() == 1 ? "" : "s", String.join("\n  - ", problems)));
        }
    }

    private static <V> V find(Map<String, V> map, String id, String kind) {
        V found = map.get(id);
        if (found == null) {
            throw new IllegalArgumentException("%s '%s': not in the reference data. Maybe one of %s."
                    .formatted(kind, id, String.join(", ", map.keySet())));
        }
        return found;
    }

    private static <K, V> Supplier<ImmutableMap<K, V>> byKey(Supplier<ImmutableList<V>> values, Function<V, K> key) {
        return Suppliers.memoize(() -> values.get().stream().collect(ImmutableMap.toImmutableMap(key, value -> value)));
    }
}
