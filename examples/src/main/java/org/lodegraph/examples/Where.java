package org.lodegraph.examples;

import org.lodegraph.model.CountryId;
import org.lodegraph.model.Names;
import org.lodegraph.reference.Reference;
import org.lodegraph.tables.Statistic;

/** Places for people. */
final class Where {

    private static final Names NAMES = Names.of(Reference.chain(Reference.LAST_YEAR, "gallium", "germanium"));

    private Where() {}

    static String name(CountryId country) {
        return country.equals(Statistic.WORLD) ? "world" : NAMES.name(country);
    }
}
