package org.lodegraph.io;

import java.util.function.Consumer;

/** Where the rows of sheets are read from: CSV files, or the objects of a JSON document. */
@FunctionalInterface
interface SheetSource {

    /**
     * Reads the rows of a sheet that may be missing.
     *
     * @param sheet which rows
     * @param in what is told of problems
     * @param reader takes each row
     * @return whether the sheet is there
     */
    boolean read(Sheet sheet, Input in, Consumer<Row> reader);
}
