package org.lodegraph.reference;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Link;
import org.lodegraph.model.MaterialId;

/**
 * What statistics of the United States say of the goods of a world table.
 *
 * @param material of what
 * @param stage the stage of the table
 * @param form the form of the table; may be empty
 * @param consumption the label of what is used; empty if none is about these goods
 * @param imports the labels that make up all imports; empty if none are about these goods
 * @param importForm what the shares of imports are about; may be empty
 * @param scrap the label of what is made of scrap and is not in the table; empty if there is none
 * @param remark what the imports are, in a few words; may be empty
 */
record UsGoods(
        MaterialId material,
        String stage,
        String form,
        Optional<String> consumption,
        List<String> imports,
        String importForm,
        Optional<String> scrap,
        String remark) {

    UsGoods {
        imports = ImmutableList.copyOf(imports);
    }

    static UsGoods of(Row row, Map<String, Source> sources) {
        row.source(sources);
        return new UsGoods(
                row.material(),
                row.text("stage"),
                row.find("form").orElse(""),
                row.find("consumption"),
                Splitter.on(';')
                        .omitEmptyStrings()
                        .splitToList(row.find("imports").orElse("")),
                row.find("import_form").orElse(""),
                row.find("scrap"),
                row.find("note").orElse(""));
    }

    static Optional<UsGoods> find(Catalog catalog, MaterialId material) {
        return catalog.usGoods().stream()
                .filter(goods -> goods.material.equals(material))
                .findFirst();
    }

    static UsGoods of(Catalog catalog, String material) {
        return find(catalog, new MaterialId(material)).orElseThrow();
    }

    /** Every statistic that is about these goods. */
    Stream<String> labels() {
        return Stream.of(imports.stream(), consumption.stream(), scrap.stream()).flatMap(labels -> labels);
    }

    /** Whether all imports of the draft's year are published. */
    boolean areKnown(Draft draft) {
        return imports.stream()
                .allMatch(label -> draft.findUs(material.value(), label)
                        .filter(Figure::isKnown)
                        .isPresent());
    }

    /** All imports of a year. */
    Figure total(Catalog catalog, int year) {
        return sum(catalog, material.value(), year, imports);
    }

    /** The sum of salient statistics of one year; the first says source and status. */
    static Figure sum(Catalog catalog, String material, int year, List<String> labels) {
        Figure first = catalog.us(material, labels.get(0), year);
        double sum = labels.stream()
                .mapToDouble(label -> Draft.central(catalog.us(material, label, year)))
                .sum();
        return first.map(spread -> Spread.exact(sum));
    }

    List<ImportShare> shares(Catalog catalog) {
        return catalog.importShares().stream()
                .filter(row -> row.material().equals(material) && row.form().equals(importForm))
                .collect(ImmutableList.toImmutableList());
    }

    /** Lanes to the United States, from each country with a published share. */
    void link(Draft draft, String name, String shipped) {
        link(draft, name, shipped, 1);
    }

    /** Lanes to the United States, of which this share at least was used there; the rest may have left again or been stored. */
    void link(Draft draft, String name, String shipped, double kept) {
        for (ImportShare row : shares(draft.catalog())) {
            if (!row.country().equals(CountryId.NOWHERE)) {
                draft.add(Link.of(
                                "%s-%s-usa"
                                        .formatted(
                                                name, Draft.slug(row.country().value())),
                                shipped,
                                row.country(),
                                Draft.USA)
                        .observed(kept(observed(draft, row), kept)));
            }
        }
    }

    private static Figure kept(Figure shipped, double kept) {
        return kept == 1
                ? shipped
                : Draft.between(
                        Draft.low(shipped) * kept,
                        Draft.high(shipped),
                        shipped.unit(),
                        shipped.source(),
                        shipped.note() + "; some may have left again or been stored");
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
                "imports x %s %%, a share of shipments (not of origin) over %s%s"
                        .formatted(Numbers.brief(share * 100), row.period(), remark.isEmpty() ? "" : "; " + remark));
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
