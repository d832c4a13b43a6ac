package org.lodegraph.tables;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the columns of a kind of table mean. {@link DataFile#read} reads a file as one of them: {@link StatisticsTable},
 * {@link UsgsWorldData}, {@link WorldMiningData}, {@link TradeTable}, {@link GovernanceTable} or {@link PlantList}.
 *
 * @param <T> what a row says
 */
public abstract class TableFormat<T> {

    /**
     * One way in which a kind of table is laid out.
     *
     * @param header the columns that it must have
     * @param isNumber which columns hold numbers
     * @param reader makes what reads the rows of one file
     * @param <T> what a row says
     */
    record Layout<T>(Header header, Predicate<String> isNumber, Function<Sheet, RowReader<T>> reader) {}

    /**
     * What one row says.
     *
     * @param rows what was read; not empty unless it is left out
     * @param leftOut why it says nothing that is wanted; empty if it was read
     * @param <T> what a row says
     */
    record Reading<T>(List<T> rows, String leftOut) {

        Reading {
            rows = ImmutableList.copyOf(rows);
        }

        static <T> Reading<T> of(T row) {
            return new Reading<>(ImmutableList.of(row), "");
        }

        static <T> Reading<T> leftOut(String why) {
            return new Reading<>(ImmutableList.of(), why);
        }
    }

    /**
     * Reads rows.
     *
     * @param <T> what a row says
     */
    @FunctionalInterface
    interface RowReader<T> {

        /**
         * What a row says.
         *
         * @throws Unreadable if nobody can tell
         */
        Reading<T> read(Cells row);
    }

    TableFormat() {}

    /** The ways in which it may be laid out. */
    abstract ImmutableList<Layout<T>> layouts();

    /** What two rows must not both say, for people too. */
    abstract List<Object> key(T row);

    /** Whether a row that begins so is no row of the table, but says where it is from. */
    boolean isFooter(String first) {
        return false;
    }

    /** How many lines may stand above the header. */
    int titles() {
        return 0;
    }
}
