package org.lodegraph.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.lodegraph.io.FileProblem;
import org.lodegraph.io.InvalidFilesException;

/**
 * What a file gave. Every row of it that is not blank was taken, rejected, or left out: {@code taken + rejections + }the sum of
 * {@code leftOut} is how many there are.
 *
 * @param rows what was read, in the order of the file
 * @param taken how many rows of the file say it; in some tables one row says several things
 * @param rejected what is wrong with those that could not be read, the first 100
 * @param rejections how many could not be read
 * @param leftOut how many can be read and are not wanted, by the reason: subtotals, other goods, what has no evidence
 * @param <T> what a row says
 */
public record Imported<T>(
        List<T> rows, long taken, List<FileProblem> rejected, long rejections, Map<String, Long> leftOut) {

    /** The most rejected rows that are listed. */
    static final int LISTED = 100;

    /** Copies the lists. */
    public Imported {
        rows = ImmutableList.copyOf(rows);
        rejected = ImmutableList.copyOf(rejected);
        leftOut = ImmutableMap.copyOf(leftOut);
    }

    /**
     * The rows, if none was rejected.
     *
     * @throws InvalidFilesException if any was; lists them
     */
    public List<T> strict() {
        if (rejections > 0) {
            throw new InvalidFilesException(rejected, rejections);
        }
        return rows;
    }
}
