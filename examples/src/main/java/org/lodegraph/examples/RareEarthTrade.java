package org.lodegraph.examples;

import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Spread;
import org.lodegraph.model.Ids;
import org.lodegraph.model.MaterialId;
import org.lodegraph.reference.Reference;

/** What the United States sell abroad of rare earths, as far as it is published. */
final class RareEarthTrade {

    static final MaterialId RARE_EARTHS = Ids.material("rare-earths");

    private RareEarthTrade() {}

    /** Published exports are of ores and compounds; no more compounds than are made can be among them. */
    static Figure ores(int year) {
        Figure both = Reference.salient(RARE_EARTHS, "Exports: Ores and compounds", year);
        Figure compounds = Reference.salient(RARE_EARTHS, "Production: Compounds and metals", year);
        return Figure.assumed(
                Spread.between(Math.max(0, both.at(Reading.LOW) - compounds.at(Reading.HIGH)), both.at(Reading.HIGH)),
                both.unit(),
                both.source(),
                "published exports of ores and compounds: all of them ores, or the compounds made there among them");
    }
}
