package org.lodegraph.examples;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Ids;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.reference.Fact;
import org.lodegraph.reference.Reference;
import org.lodegraph.tables.Statistic;

/** What the question is about: a metal as it is first made, and as the United States want it. */
enum Metal {
    GALLIUM("gallium", "gallium-high-purity", "ga-recycle", "Imports for consumption: Metal"),
    GERMANIUM(
            "germanium",
            "germanium",
            "ge-recycle",
            "Imports for consumption: Germanium metal",
            "Imports for consumption: Germanium dioxide");

    static final CountryId CHINA = Ids.country("CHN");
    static final CountryId USA = Ids.country("USA");

    private static final int YEAR = 12;
    private static final List<Integer> MONTHS_READ = List.of(12, 11, 9);

    private final MaterialId made;
    private final MaterialId wanted;
    private final String recycling;
    private final List<String> imports;

    Metal(String made, String wanted, String recycling, String... imports) {
        this.made = Ids.material(made);
        this.wanted = Ids.material(wanted);
        this.recycling = recycling;
        this.imports = List.of(imports);
    }

    /** The metal as it is first made. */
    MaterialId made() {
        return made;
    }

    /** The metal as it is wanted. */
    MaterialId wanted() {
        return wanted;
    }

    /** Whether it is this metal, at any purity. */
    boolean moves(MaterialId material) {
        return material.equals(made) || material.equals(wanted);
    }

    /** The figures of one year. */
    SupplyChain chain(int year) {
        return Reference.chain(year, made.value());
    }

    /** The recipe that makes it from scrap. */
    String recycling() {
        return recycling;
    }

    /** What the United States want. */
    Target target() {
        return Target.of(wanted, USA);
    }

    /** What China exported in the last year without a control. */
    Figure exportsBefore() {
        return Reference.fact(made + "-exports-china-2022").figure();
    }

    /**
     * What China exported in a year, in t/a: where only some months were read, from none to an average rate in the others,
     * to a hundredth of a ton, so that shares can be checked against what is printed. Empty if nothing was read.
     */
    Optional<Range> exports(int year) {
        return MONTHS_READ.stream()
                .flatMap(months -> exports(year, months).stream())
                .findFirst();
    }

    /** What was read on China's exports since a year, of whole years or of some months. */
    List<Fact> exportsSince(int year) {
        return Reference.facts().stream()
                .filter(fact -> fact.id().startsWith(made + "-exports-china-") && fact.year() >= year)
                .toList();
    }

    private Optional<Range> exports(int year, int months) {
        String id = made + "-exports-china-" + year + (months == YEAR ? "" : "-%02d".formatted(months));
        return Reference.facts().stream()
                .filter(fact -> fact.id().equals(id))
                .map(fact -> fact.figure().range())
                .map(tons -> Range.spanning(tons.low(), hundredths(tons.high() * YEAR / months), Unit.T_PER_A))
                .findFirst();
    }

    private static double hundredths(double tons) {
        return Math.rint(tons * 100) / 100;
    }

    /** What the United States imported, in t/a of the metal inside. */
    Range imports(int year) {
        return imports.stream()
                .map(label -> Reference.salient(made, label, year).range())
                .reduce(Range::plus)
                .orElseThrow();
    }

    /** Which years stand in where no output is published for a year, for people. */
    Optional<String> standIn(int year) {
        return standIn(made, year);
    }

    static Optional<String> standIn(MaterialId material, int year) {
        TreeSet<Integer> tables = Reference.statistics().stream()
                .filter(row -> row.material().equals(material) && row.kind() == Statistic.Kind.PRODUCTION)
                .map(Statistic::year)
                .collect(Collectors.toCollection(TreeSet::new));
        Integer nearest = tables.floor(year);
        if (nearest == null || nearest == year) {
            return Optional.empty();
        }
        TreeSet<Integer> years = new TreeSet<>(Set.of(nearest));
        Reference.plants().stream()
                .filter(plant -> plant.material().equals(material))
                .flatMap(plant -> plant.outputYear().stream())
                .forEach(years::add);
        return Optional.of(years.stream().map(Object::toString).collect(Collectors.joining(" and ")));
    }

    /** Who says what was imported, made and exported. */
    List<Source> recordSources() {
        return Stream.of(
                        Reference.usStatistics().stream()
                                .filter(row -> row.material().equals(made) && imports.contains(row.label()))
                                .map(row -> row.figure().source()),
                        Reference.statistics().stream()
                                .filter(row -> row.material().equals(made) && row.kind() == Statistic.Kind.PRODUCTION)
                                .map(row -> row.figure().source()),
                        Reference.facts().stream()
                                .filter(fact -> fact.id().startsWith(made + "-exports-china-"))
                                .map(fact -> fact.figure().source()))
                .flatMap(sources -> sources)
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return made.value();
    }
}
