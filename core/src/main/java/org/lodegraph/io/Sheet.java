package org.lodegraph.io;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;

/**
 * The columns of one file, in the order in which they are written. Columns that must be there are always written; others
 * only if a row says something in them.
 */
record Sheet(String file, ImmutableList<String> columns, ImmutableSet<String> required) {

    /** What follows the name of a figure's column in the names of the columns beside it. */
    static final ImmutableList<String> FIGURE = ImmutableList.of("_unit", "_status", "_source", "_locator", "_note");

    static Sheet of(String file, String... required) {
        return new Sheet(file, ImmutableList.copyOf(required), ImmutableSet.copyOf(required));
    }

    Sheet optional(String... more) {
        return new Sheet(file, plus(List.of(more)), required);
    }

    Sheet figure(String name) {
        ImmutableList.Builder<String> more = ImmutableList.builder();
        more.add(name);
        FIGURE.forEach(suffix -> more.add(name + suffix));
        return new Sheet(file, plus(more.build()), required);
    }

    private ImmutableList<String> plus(List<String> more) {
        return ImmutableList.<String>builder().addAll(columns).addAll(more).build();
    }
}
