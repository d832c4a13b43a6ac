package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown file of this repository, and the fenced blocks in it.
 *
 * @param file where it lies
 */
record Page(Path file) {

    static final Path ROOT = Path.of("..");

    private static final Path DOCS = ROOT.resolve("docs");

    /** A line of a printed block that stands for lines that are left out. */
    private static final Pattern LEFT_OUT = Pattern.compile("^\\.\\.\\.\\n", Pattern.MULTILINE);

    /** A page of docs, such as {@code queries/exposure.md}. */
    static Page of(String name) {
        return new Page(DOCS.resolve(name));
    }

    /** Every page of docs, and what lies beside it at the top. */
    static List<Page> all() {
        return Stream.concat(
                        Stream.of("README.md", "CONTRIBUTING.md", "examples/README.md")
                                .map(ROOT::resolve),
                        files(DOCS, ".md").stream())
                .map(Page::new)
                .toList();
    }

    /** The files below a folder, but not what a build generates. */
    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> Stream.of("target", ".git")
                            .noneMatch(name -> folder.relativize(file).startsWith(name)))
                    .filter(file -> !file.toString().replace('\\', '/').contains("/target/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it says. */
    String text() {
        return read(file);
    }

    /** What stands in its blocks of a language, in order. */
    List<String> blocks(String language) {
        return Pattern.compile("^```" + language + "\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(text())
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** Its blocks of text are whole lines of what was printed, in the same order; a line of dots stands for others. */
    void shows(String... printed) {
        List<String> shown = blocks("text");
        assertThat(shown).as("printed blocks of %s", this).hasSize(printed.length);
        for (int i = 0; i < printed.length; i++) {
            assertThat("\n" + printed[i] + "\n")
                    .as("what block %s of %s shows", i + 1, this)
                    .containsSubsequence(Stream.of(LEFT_OUT.split(shown.get(i)))
                            .filter(piece -> !piece.isEmpty())
                            .map(piece -> "\n" + piece)
                            .toList());
        }
    }

    @Override
    public String toString() {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }
}
