package org.lodegraph.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text files, written as a stream. */
final class Written {

    /** Writes the content of one file. */
    @FunctionalInterface
    interface Content {
        void to(Appendable out) throws IOException;
    }

    private Written() {}

    static void to(Path file, Content content) {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            content.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("File '%s': cannot be written.".formatted(file), e);
        }
    }
}
