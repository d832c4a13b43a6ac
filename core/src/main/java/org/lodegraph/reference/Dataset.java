package org.lodegraph.reference;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.tables.Statistic;

/** Figures from which chains are built: those that come with the library, and perhaps more. Immutable and thread safe. */
public final class Dataset {

    /** Materials of which more is known than world tables. */
    private static final ImmutableMap<String, Part> PARTS = ImmutableMap.of(
            "gallium", new GalliumPart(),
            "germanium", new GermaniumPart(),
            "rare-earths", new RareEarthPart(),
            "ndfeb-magnets", new MagnetPart(),
            "alumina", new AluminaPart(),
            "aluminum", new AluminumPart(),
            "zinc", new ZincPart());

    private final Catalog catalog;

    Dataset(Catalog catalog) {
        this.catalog = catalog;
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
     * Published figures that contradict each other, as far as a chain had to choose.
     *
     * @param year as for {@link #chain}
     * @param materials as for {@link #chain}
     * @return in a fixed order
     */
    public List<Conflict> conflicts(int year, String... materials) {
        return draft(year, materials).conflicts();
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
                .filter(id -> PARTS.containsKey(id) || WorldTables.has(catalog, id))
                .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
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
        ImmutableSet<String> ids = Arrays.stream(materials)
                .map(material -> new MaterialId(material).value())
                .collect(ImmutableSet.toImmutableSet());
        Draft draft = new Draft(catalog, year, ids);
        for (String id : ids) {
            part(id).on(draft);
        }
        return draft;
    }

    private Part part(String id) {
        Part part = PARTS.get(id);
        if (part == null && !WorldTables.has(catalog, id)) {
            throw new IllegalArgumentException("Material '%s': there is no chain for it. Maybe one of %s."
                    .formatted(id, String.join(", ", materials())));
        }
        return part == null ? new WorldTables(id) : part;
    }
}
