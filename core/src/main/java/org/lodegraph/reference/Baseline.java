package org.lodegraph.reference;

import org.lodegraph.measure.Figure;
import org.lodegraph.model.MaterialId;

/** What used to pass where a control now stands: the trade of 2022, the last full year before the first of them. */
final class Baseline {

    private static final int YEAR = 2022;

    private Baseline() {}

    static Figure of(Catalog catalog, Control control, MaterialId goods) {
        Imports imports = Imports.find(goods)
                .filter(known -> control.issuer().equals(Draft.CHINA))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Control '%s': no figure says what used to pass of %s. Maybe impose it as a ban, or state a quota."
                                .formatted(control.id(), goods)));
        if (control.toward().isPresent()) {
            return imports.shares(catalog).stream()
                    .filter(row -> row.country().equals(Draft.CHINA))
                    .map(row -> imports.from(catalog, row, YEAR))
                    .findFirst()
                    .orElseThrow();
        }
        return Draft.assumed(
                catalog.fact("%s-exports-china-%s".formatted(goods, YEAR)).figure(),
                "exports of %s, as Chinese customs are quoted".formatted(YEAR));
    }
}
