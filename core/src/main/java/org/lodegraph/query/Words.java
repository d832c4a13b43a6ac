package org.lodegraph.query;

import java.util.Locale;

/** How names of constants are written in sentences. */
final class Words {

    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
