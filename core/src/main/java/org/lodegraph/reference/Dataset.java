package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.tables.Statistic;

/** Figures from which chains are built: those that come with the library, and perhaps more. Immutable and thread safe. */
public final class Dataset {

    /** Where more is known than world tables say. */
    private static final ImmutableMap<String, Part> PARTS = Maps.uniqueIndex(
            ImmutableList.of(
                    new AluminaPart(),
                    new AluminumPart(),
                    new ZincPart(),
                    new GalliumPart(),
                    new GermaniumPart(),
                    new RareEarthPart(),
                    new MagnetPart()),
            Part::material);

    private final Catalog catalog;
    private final Choice choice;
    private final Supplier<List<Tie>> ties;

    Dataset(Catalog catalog) {
        this(catalog, Choice.NEWEST, catalog::ties);
    }

    private Dataset(Catalog catalog, Choice choice, Supplier<List<Tie>> ties) {
        this.catalog = catalog;
        this.choice = choice;
        this.ties = ties;
    }

    /**
     * The same figures, of which another source is taken where several have a table.
     *
     * @param other which
     * @return the data set; its chains name the choice among their assumptions
     * @throws IllegalArgumentException if it names a source that has no table
     */
    public Dataset choosing(Choice other) {
        ImmutableSet<String> known = catalog.statistics().stream()
                .map(row -> row.figure().source().id())
                .collect(ImmutableSet.toImmutableSet());
        for (String source : other.sources()) {
            if (!known.contains(source)) {
                throw new IllegalArgumentException("Choice '%s': no table is from '%s'. Maybe one of %s."
                        .formatted(other, source, String.join(", ", known)));
            }
        }
        return new Dataset(catalog, other, ties);
    }

    /**
     * The same figures, where also these steps are fed by each other.
     *
     * @param more such as {@code Tie.of("cobalt", "refinery", "mine", Figure.assumed(...))}; of two ties between the same steps
     *     the last counts
     * @return the data set
     * @throws IllegalArgumentException if there is no table of what is made or of what it is made of, or if a material comes to be
     *     made of itself
     */
    public Dataset tying(Tie... more) {
        for (Tie tie : more) {
            require(tie.material(), tie.stage(), tie.form());
            require(tie.feed(), tie.feedStage(), tie.feedForm());
        }
        Ties.requireNoCircle(
                Stream.concat(ties.get().stream(), Arrays.stream(more)).toList());
        return new Dataset(
                catalog,
                choice,
                () -> ImmutableList.copyOf(Stream.concat(ties.get().stream(), Arrays.stream(more))
                        .collect(Collectors.toMap(Tie::ends, tie -> tie, (before, last) -> last, LinkedHashMap::new))
                        .values()));
    }

    private void require(MaterialId material, String stage, String form) {
        ImmutableSet<String> tables = catalog.statistics().stream()
                .filter(row -> row.kind() == Statistic.Kind.PRODUCTION
                        && row.material().equals(material))
                .map(row -> table(row.stage(), row.form()))
                .collect(ImmutableSet.toImmutableSet());
        if (tables.isEmpty()) {
            throw unknown(material.value());
        }
        if (!tables.contains(table(stage, form))) {
            throw new IllegalArgumentException("Tie of '%s': there is no table of %s. Maybe one of %s."
                    .formatted(material, table(stage, form), String.join(", ", tables)));
        }
    }

    private static String table(String stage, String form) {
        return form.isEmpty() ? stage : "%s of '%s'".formatted(stage, form);
    }

    /**
     * The same figures, where the steps of one material stand side by side.
     *
     * @return the data set
     */
    public Dataset untied() {
        return new Dataset(catalog, choice, ImmutableList::of);
    }

    /**
     * A chain of the figures of one year.
     *
     * @param year a year with figures
     * @param materials what it is about, of {@link #materials()}
     * @return the chain; what is assumed in it comes out of {@link SupplyChain#assumptions()}
     * @throws IllegalArgumentException if there are no figures of the year or the material
     */
    public SupplyChain chain(int year, String... materials) {
        return draft(year, materials).build();
    }

    /**
     * Whether the figures of a chain add up: rows against totals, output against capacity, step against step, shares against
     * 100 %, source against source. What does not fit is listed, with what the chain does about it.
     *
     * @param year as for {@link #chain}
     * @param materials as for {@link #chain}
     * @return what was compared, and what does not fit
     * @throws IllegalArgumentException as {@link #chain}
     */
    public Plausibility plausibility(int year, String... materials) {
        Draft draft = draft(year, materials);
        Checks.add(draft);
        return new Plausibility(
                year,
                draft.wanted().asList(),
                draft.comparisons(),
                draft.conflicts(),
                ImmutableList.copyOf(draft.build().sources()));
    }

    /**
     * Where sources, or editions of one, say different amounts of the same thing, ranked by what is at stake.
     *
     * @param materials about what, of {@link #materials()}; none means all
     * @return the disagreements
     * @throws IllegalArgumentException if there are no figures of a material
     */
    public Disagreements disagreements(String... materials) {
        for (String material : materials) {
            if (catalog.statistics().stream()
                    .noneMatch(row -> row.material().value().equals(material))) {
                throw unknown(material);
            }
        }
        return Disagreements.of(
                catalog.statistics(),
                Arrays.stream(materials).map(MaterialId::new).collect(ImmutableSet.toImmutableSet()),
                choice);
    }

    /**
     * What chains can be built of.
     *
     * @return ids, in alphabetical order
     */
    public Set<String> materials() {
        return Stream.concat(
                        PARTS.keySet().stream(),
                        catalog.statistics().stream().map(row -> row.material().value()))
                .distinct()
                .filter(id -> PARTS.containsKey(id) || Step.exists(catalog, id))
                .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    }

    /**
     * The year of a chain where nobody names one. Rows about other materials do not move it.
     *
     * @param materials as for {@link #chain}
     * @return the last year of the statistics that were given, of those about what the chain is of; else
     *     {@link Reference#LAST_YEAR}
     * @throws IllegalArgumentException if there are no figures of a material
     */
    public int lastYear(String... materials) {
        ImmutableSet<String> about = withWhatTheyBring(materials);
        return catalog.own().stream()
                .filter(row -> about.contains(row.material().value()))
                .mapToInt(Statistic::year)
                .max()
                .orElse(Reference.LAST_YEAR);
    }

    private ImmutableSet<String> withWhatTheyBring(String... materials) {
        return Arrays.stream(materials)
                .map(material -> new MaterialId(material).value())
                .sorted()
                .distinct()
                .flatMap(id -> Stream.concat(part(id).brings().stream(), Stream.of(id)))
                .collect(ImmutableSet.toImmutableSet());
    }

    Draft draft(int year, String... materials) {
        IntSummaryStatistics years =
                catalog.statistics().stream().mapToInt(Statistic::year).summaryStatistics();
        if (year < years.getMin() || year > years.getMax()) {
            throw new IllegalArgumentException("Year '%s': there are no figures. Maybe one of %s to %s."
                    .formatted(year, years.getMin(), years.getMax()));
        }
        if (materials.length == 0) {
            throw new IllegalArgumentException(
                    "Materials: none is named. Maybe some of %s.".formatted(String.join(", ", materials())));
        }
        ImmutableSet<String> all = withWhatTheyBring(materials);
        Draft draft = new Draft(
                catalog,
                choice,
                Stream.concat(all.stream().flatMap(id -> part(id).ties(catalog).stream()), ties.get().stream())
                        .toList(),
                year,
                all);
        if (!choice.equals(Choice.NEWEST)) {
            draft.assume("figures of which sources differ", "taken by the choice '%s'".formatted(choice));
        }
        for (String id : all) {
            part(id).on(draft);
        }
        return draft;
    }

    private Part part(String id) {
        Part part = PARTS.get(id);
        if (part == null && !Step.exists(catalog, id)) {
            throw unknown(id);
        }
        return part == null ? new WorldTables(id) : part;
    }

    private IllegalArgumentException unknown(String material) {
        return new IllegalArgumentException("Material '%s': there is no chain for it. Maybe one of %s."
                .formatted(material, String.join(", ", materials())));
    }
}
