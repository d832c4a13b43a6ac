package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.render.Render;

/** What stands in documents is what runs: Java is a region of a test that runs, and the output in the README is the job's. */
class DocumentsTest {

    private static final Path ROOT = Path.of("..");
    private static final List<Path> SNIPPETS = Stream.of("SnippetsTest", "TableSnippetsTest", "GalliumAssertionsTest")
            .map(name -> Path.of("src/test/java/org/lodegraph/examples", name + ".java"))
            .toList();
    private static final Pattern REGION =
            Pattern.compile("^ *// region [a-z-]+\\n(.*?)^ *// endregion$", Pattern.MULTILINE | Pattern.DOTALL);

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                    Stream.of(ROOT.resolve("README.md")),
                    docs.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream());
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyJavaBlockIsARegionThatRuns(Path document) throws IOException {
        assertThat(regions()).containsAll(blocks(document, "java"));
    }

    @Test
    void theReadmeBeginsWithWhatTheLibraryDoes() throws IOException {
        assertThat(blocks(ROOT.resolve("README.md"), "java")).isNotEmpty();
    }

    @Test
    void theReadmeShowsWhatTheMainJobPrints() throws IOException {
        List<String> shown = blocks(ROOT.resolve("README.md"), "text");

        assertThat(shown).isNotEmpty();
        assertThat(Render.text(FindingsTest.FINDINGS.brief())).contains(shown);
    }

    static Stream<String> programs() throws IOException {
        return Pattern.compile("^\\| \\d+ \\|.*\\| `(\\w+)` \\|$", Pattern.MULTILINE)
                .matcher(read(Path.of("README.md")))
                .results()
                .map(row -> row.group(1));
    }

    @Test
    void elevenQuestionsAreAnswered() throws IOException {
        assertThat(programs()).hasSize(11).doesNotHaveDuplicates();
    }

    /** An example is read to be learnt from. */
    @ParameterizedTest
    @MethodSource("programs")
    void eachByAShortProgramWithATest(String program) throws IOException {
        Path code = Path.of("src/main/java/org/lodegraph/examples", program + ".java");

        assertThat(Files.readAllLines(code)).hasSizeLessThan(100);
        assertThat(Path.of("src/test/java/org/lodegraph/examples", program + "Test.java"))
                .exists();
    }

    private static List<String> regions() throws IOException {
        List<String> regions = new ArrayList<>();
        for (Path file : SNIPPETS) {
            REGION.matcher(read(file))
                    .results()
                    .map(region -> region.group(1).stripTrailing().stripIndent() + "\n")
                    .forEach(regions::add);
        }
        return regions;
    }

    private static List<String> blocks(Path document, String language) throws IOException {
        Matcher fences = Pattern.compile("^```" + language + "\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(read(document));
        return fences.results().map(block -> block.group(1)).toList();
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file).replace("\r\n", "\n");
    }
}
