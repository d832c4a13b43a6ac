package org.lodegraph.tables;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.lodegraph.io.FileProblem;
import org.lodegraph.io.InvalidFilesException;

/**
 * What a file gave. Every row of it was either read or rejected.
 *
 * @param rows what was read, in the order of the file
 * @param rejected what is wrong with the others, the first 100
 * @param rejections how many rows were rejected
 * @param <T> what a row says
 */
public record Imported<T>(List<T> rows, List<FileProblem> rejected, long rejections) {

    /** The most rejected rows that are listed. */
    static final int LISTED = 100;

    /** Copies the lists. */
    public Imported {
        rows = ImmutableList.copyOf(rows);
        rejected = ImmutableList.copyOf(rejected);
    }

    /**
     * The rows, if all were read.
     *
     * @throws InvalidFilesException if any was rejected; lists them
     */
    public List<T> strict() {
        if (rejections > 0) {
            throw new InvalidFilesException(rejected, rejections);
        }
        return rows;
    }
}
