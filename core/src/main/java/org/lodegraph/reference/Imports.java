package org.lodegraph.reference;

import java.time.LocalDate;
import java.util.Optional;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;

/** What the United States imported from a country: a share of shipments over some years, applied to one year. */
final class Imports {

    private Imports() {}

    /** An assumed figure: nobody publishes the shipments of one year by country. */
    static Figure observed(Draft draft, Figure imports, ImportShare row, String remark) {
        double share = Draft.central(row.share()) / 100;
        String why = "imports x %s %%, a share of shipments (not of origin) over %s; %s"
                .formatted(Numbers.brief(share * 100), row.period(), remark);
        Figure usual = imports.map(spread -> spread.times(share));
        if (draft.year() <= lastYear(row)) {
            return Draft.assumed(usual, why);
        }
        return row.country().equals(Draft.CHINA) && isBanned(draft, row)
                ? Draft.between(
                        0,
                        Draft.high(usual),
                        usual.unit(),
                        usual.source(),
                        why + "; banned for most of %s".formatted(draft.year()))
                : Draft.assumed(usual, why + "; it stands in for %s".formatted(draft.year()));
    }

    private static int lastYear(ImportShare row) {
        return Integer.parseInt(row.period().substring(row.period().length() - 4));
    }

    private static boolean isBanned(Draft draft, ImportShare row) {
        LocalDate middle = LocalDate.of(draft.year(), 7, 1);
        return draft.catalog().controls().values().stream()
                .filter(control -> control.measure() == Control.Measure.BAN
                        && control.materials().contains(row.material())
                        && control.toward().equals(Optional.of(Draft.USA)))
                .flatMap(control -> control.inForce().stream())
                .anyMatch(window -> window.contains(middle));
    }
}
