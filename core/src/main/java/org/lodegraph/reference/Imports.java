package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Spread;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Link;
import org.lodegraph.model.MaterialId;

/** What the United States imported of a material, and from where. */
final class Imports {

    private static final ImmutableMap<String, Imports> ALL = ImmutableMap.of(
            "gallium",
            new Imports("gallium", "Metal", "purity not split", "Imports for consumption: Metal"),
            "germanium",
            new Imports(
                    "germanium",
                    "Combined total",
                    "metal and dioxide",
                    "Imports for consumption: Germanium metal",
                    "Imports for consumption: Germanium dioxide"),
            "rare-earths",
            new Imports(
                    "rare-earths",
                    "Rare-earth compounds and metals",
                    "compounds and metals",
                    "Imports: Compounds",
                    "Imports: Metals: Ferrocerium, alloys",
                    "Imports: Metals: Rare-earth metals and alloys"));

    private final MaterialId material;
    private final String form;
    private final String remark;
    private final ImmutableList<String> labels;

    private Imports(String material, String form, String remark, String... labels) {
        this.material = new MaterialId(material);
        this.form = form;
        this.remark = remark;
        this.labels = ImmutableList.copyOf(labels);
    }

    static Optional<Imports> find(MaterialId material) {
        return Optional.ofNullable(ALL.get(material.value()));
    }

    static Imports of(String material) {
        return find(new MaterialId(material)).orElseThrow();
    }

    /** All imports of a year. */
    Figure total(Catalog catalog, int year) {
        return sum(catalog, year, labels);
    }

    /** The sum of salient statistics of one year; the first says source and status. */
    static Figure sum(Catalog catalog, String material, int year, List<String> labels) {
        Figure first = catalog.us(material, labels.get(0), year);
        double sum = labels.stream()
                .mapToDouble(label -> Draft.central(catalog.us(material, label, year)))
                .sum();
        return first.map(spread -> Spread.exact(sum));
    }

    private Figure sum(Catalog catalog, int year, List<String> rows) {
        return sum(catalog, material.value(), year, rows);
    }

    List<ImportShare> shares(Catalog catalog) {
        return catalog.importShares().stream()
                .filter(row -> row.material().equals(material) && row.form().equals(form))
                .collect(ImmutableList.toImmutableList());
    }

    /** Lanes of a material to the United States, from each country with a published share. */
    void link(Draft draft, String shipped) {
        for (ImportShare row : shares(draft.catalog())) {
            if (!row.country().equals(CountryId.NOWHERE)) {
                draft.add(Link.of(
                                "%s-%s-usa"
                                        .formatted(
                                                material,
                                                Draft.slug(row.country().value())),
                                shipped,
                                row.country(),
                                Draft.USA)
                        .observed(observed(draft, row)));
            }
        }
    }

    /** An assumed figure: nobody publishes the shipments of one year by country. */
    private Figure observed(Draft draft, ImportShare row) {
        Figure usual = from(draft.catalog(), row, draft.year());
        String why = usual.note();
        if (draft.year() <= lastYear(row)) {
            return usual;
        }
        return row.country().equals(Draft.CHINA) && isBanned(draft)
                ? Draft.between(
                        0,
                        Draft.high(usual),
                        usual.unit(),
                        usual.source(),
                        why + "; banned for most of " + draft.year())
                : Draft.assumed(usual, why + "; it stands in for " + draft.year());
    }

    /** What came from one country in a year, by its share over several. */
    Figure from(Catalog catalog, ImportShare row, int year) {
        double share = Draft.central(row.share()) / 100;
        return Draft.assumed(
                total(catalog, year).map(spread -> spread.times(share)),
                "imports x %s %%, a share of shipments (not of origin) over %s; %s"
                        .formatted(Numbers.brief(share * 100), row.period(), remark));
    }

    private static int lastYear(ImportShare row) {
        return Integer.parseInt(row.period().substring(row.period().length() - 4));
    }

    private boolean isBanned(Draft draft) {
        LocalDate middle = LocalDate.of(draft.year(), 7, 1);
        return draft.catalog().controls().values().stream()
                .filter(control -> control.measure() == Control.Measure.BAN
                        && control.materials().contains(material)
                        && control.toward().equals(Optional.of(Draft.USA)))
                .flatMap(control -> control.inForce().stream())
                .anyMatch(window -> window.contains(middle));
    }
}
