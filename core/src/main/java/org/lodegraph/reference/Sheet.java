package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.lodegraph.measure.Source;

/**
 * One file of the data set and what its rows are.
 *
 * @param file its name
 * @param reading makes a value of a row, with the sources that rows may name
 */
record Sheet<T>(String file, BiFunction<Row, Map<String, Source>, T> reading) {

    /** Reads every row, and gathers what is wrong. */
    ImmutableList<T> read(Table table, Map<String, Source> sources, List<String> problems) {
        ImmutableList.Builder<T> read = ImmutableList.builder();
        for (Row row : table.rows()) {
            try {
                read.add(reading.apply(row, sources));
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return read.build();
    }
}
