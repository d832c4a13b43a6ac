package org.lodegraph.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Rows from the CSV files of a folder. */
record CsvSheets(Folder folder, Limits limits) implements SheetSource {

    @Override
    public boolean read(Sheet sheet, Input in, Consumer<Row> reader) {
        try (InputStream stream = folder.open(sheet.file()).orElse(null)) {
            if (stream == null) {
                return false;
            }
            Utf8.read(stream, sheet.file(), limits, in.problems())
                    .ifPresentOrElse(
                            bytes -> new Rows(in, sheet, limits).read(bytes, reader),
                            () -> in.incomplete(sheet.file()));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("File '%s': cannot be read.".formatted(sheet.file()), e);
        }
    }
}
