package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;

/**
 * Which source is taken where several have a table of the same thing. A table is taken whole: a mixture of two would count
 * some output twice and some not at all.
 *
 * @param name what people call it
 * @param sources ids of sources, the first is taken before the second; those that are not named come after them, as in
 *     {@link #NEWEST}
 * @param isSpanning whether each figure of the table that is taken widens to what all sources say of it
 */
public record Choice(String name, List<String> sources, boolean isSpanning) {

    /**
     * What the caller brought first; then the newest edition of the U.S. Geological Survey; where that has no table, the British
     * Geological Survey.
     */
    public static final Choice NEWEST = of("newest edition");

    /** The table that {@link #NEWEST} takes, each figure from the smallest to the largest that any source has for it. */
    public static final Choice SPANNING = new Choice("all sources", ImmutableList.of(), true);

    private static final ImmutableList<String> EMBEDDED = ImmutableList.of("usgs-mcs2026", "usgs-mcs2025", "bgs-wms");

    /** Copies the list. */
    public Choice {
        sources = ImmutableList.copyOf(sources);
    }

    /**
     * A choice by an order of sources.
     *
     * @param name what people call it
     * @param sources ids such as {@code bgs-wms}, best first
     * @return the choice
     */
    public static Choice of(String name, String... sources) {
        return new Choice(name, ImmutableList.copyOf(sources), false);
    }

    /** Best first; equals stay as they are. What nobody ranks is the caller's own, and stands before what is embedded. */
    Comparator<String> order() {
        return Comparator.<String>comparingInt(id -> sources.contains(id) ? sources.indexOf(id) : sources.size())
                .thenComparingInt(EMBEDDED::indexOf);
    }

    @Override
    public String toString() {
        return name;
    }
}
