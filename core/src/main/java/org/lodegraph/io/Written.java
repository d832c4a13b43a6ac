package org.lodegraph.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts, written as a stream: in memory, or as files. */
final class Written {

    /** Writes the content of one text. */
    @FunctionalInterface
    interface Content {
        void to(Appendable out) throws IOException;
    }

    private Written() {}

    static String text(Content content) {
        StringBuilder text = new StringBuilder();
        try {
            content.to(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static void to(Path file, Content content) {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            content.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("File '%s': cannot be written.".formatted(file), e);
        }
    }
}
