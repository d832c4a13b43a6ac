package org.lodegraph.io;

/**
 * How much is read before a file is refused.
 *
 * @param bytes the longest file, in bytes
 * @param rows the most rows in one file
 */
public record Limits(int bytes, int rows) {

    /** For files that people and programs write: 256 MiB and 2,000,000 rows a file. */
    public static final Limits DEFAULT = new Limits(256 << 20, 2_000_000);

    /** The longest text in one cell or string, in characters. */
    static final int TEXT = 1 << 16;

    /** The longest row, in characters. */
    static final int ROW = 1 << 20;

    /** The most columns. */
    static final int COLUMNS = 256;

    /** Checks that something can be read. */
    public Limits {
        if (bytes < 1 || rows < 1) {
            throw new IllegalArgumentException(
                    "Limits: nothing could be read (%s bytes, %s rows). Maybe Limits.DEFAULT.".formatted(bytes, rows));
        }
    }
}
