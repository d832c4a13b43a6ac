package org.lodegraph.stock;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables of numbers that were computed elsewhere, beside this package's tests. */
final class Rows {

    private Rows() {}

    /** The rows below the header, cell by cell. */
    static List<String[]> of(String file) {
        try {
            return Resources.readLines(Resources.getResource(Rows.class, file), StandardCharsets.UTF_8).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
