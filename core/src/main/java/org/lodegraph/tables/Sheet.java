package org.lodegraph.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.lodegraph.measure.Source;

/**
 * What is known of a file before its rows are read.
 *
 * @param file what messages call it
 * @param titles what stands above its header
 * @param columns where each column stands, by its name in lower case with underscores
 * @param amounts reads its numbers
 * @param sources what the caller knows of its sources, by id
 */
record Sheet(
        String file,
        ImmutableList<String> titles,
        ImmutableMap<String, Integer> columns,
        Amounts amounts,
        ImmutableMap<String, Source> sources) {

    /** What the caller knows of a source, or else only its id. */
    Source source(String id) {
        return source(Source.of(id, id));
    }

    /** What the caller knows of a source, or else what the format knows. */
    Source source(Source otherwise) {
        return sources.getOrDefault(otherwise.id(), otherwise);
    }
}
