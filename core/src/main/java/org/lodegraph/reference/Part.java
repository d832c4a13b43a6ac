package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** How one material becomes a part of a chain. */
interface Part {

    /** What it is about. */
    String material();

    /** Other materials without which it is not complete; they are added before it. */
    default List<String> brings() {
        return ImmutableList.of();
    }

    /** What it takes of tables of other materials, wherever those are in the chain. */
    default List<Tie> ties(Catalog catalog) {
        return ImmutableList.of();
    }

    void on(Draft draft);
}
