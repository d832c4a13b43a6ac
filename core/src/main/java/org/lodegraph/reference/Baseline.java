package org.lodegraph.reference;

import java.util.Optional;
import org.lodegraph.measure.Figure;
import org.lodegraph.model.MaterialId;

/** What used to pass where a control now stands: the trade of 2022, the last full year before the first of them. */
final class Baseline {

    private static final int YEAR = 2022;

    private Baseline() {}

    static Figure of(Catalog catalog, Control control, MaterialId goods) {
        return find(catalog, control, goods)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Control '%s': no figure says what used to pass of %s. Maybe impose it as a ban, or state a quota."
                                .formatted(control.id(), goods)));
    }

    static Optional<Figure> find(Catalog catalog, Control control, MaterialId goods) {
        return !control.issuer().equals(Draft.CHINA)
                ? Optional.empty()
                : control.toward().isPresent() ? toUnitedStates(catalog, goods) : toAll(catalog, goods);
    }

    private static Optional<Figure> toUnitedStates(Catalog catalog, MaterialId goods) {
        return UsGoods.find(catalog, goods)
                .flatMap(imports -> imports.shares(catalog).stream()
                        .filter(row -> row.country().equals(Draft.CHINA))
                        .map(row -> imports.from(catalog, row, YEAR))
                        .findFirst());
    }

    private static Optional<Figure> toAll(Catalog catalog, MaterialId goods) {
        return Optional.ofNullable(catalog.facts().get("%s-exports-china-%s".formatted(goods, YEAR)))
                .map(fact ->
                        Draft.assumed(fact.figure(), "exports of %s, as Chinese customs are quoted".formatted(YEAR)));
    }
}
