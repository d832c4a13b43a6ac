package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.render.Render;

/**
 * What stands in documents is what runs: Java is a region of a source that runs, text is what a test saw printed, and a link
 * leads somewhere.
 */
class DocumentsTest {

    private static final Pattern REGION =
            Pattern.compile("^ *// region [a-z-]+\\n(.*?)^ *// endregion$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern FENCED = Pattern.compile("^```.*?^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\[(?:[^\\[\\]]|`[^`]*`)*]\\(([^)\\s]+)\\)");
    private static final Pattern TYPE = Pattern.compile("\\[`([A-Z]\\w+)`]\\(([^)]+\\.java)\\)");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.+?) *$", Pattern.MULTILINE);

    private static final Page README = new Page(Page.ROOT.resolve("README.md"));

    static List<Page> documents() {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyJavaBlockIsARegionThatRuns(Page page) {
        assertThat(regions("core/src/test", "examples")).containsAll(page.blocks("java"));
    }

    /** A region that no document shows is a plain test, or left over. */
    @Test
    void everyRegionStandsInADocument() {
        assertThat(Page.all()).flatExtracting(page -> page.blocks("java")).containsAll(regions("examples/src"));
    }

    /** {@link Page#shows} holds the blocks of a page, once a test names it. */
    @Test
    void whatIsPrintedInADocumentIsSeenByATest() {
        List<String> tests = sources("core/src/test", "examples")
                .map(Page::read)
                .filter(code -> code.contains("@Test"))
                .toList();

        assertThat(Page.all())
                .filteredOn(page -> !page.blocks("text").isEmpty())
                .allSatisfy(page -> assertThat(tests)
                        .as("a test that names %s", page)
                        .anyMatch(code -> code.contains(page.file().getFileName() + "\"")));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Page page) {
        assertThat(LINK.matcher(FENCED.matcher(page.text()).replaceAll("")).results())
                .map(link -> link.group(1))
                .filteredOn(link -> !link.contains("://"))
                .allSatisfy(link -> {
                    String[] parts = link.split("#", 2);
                    Path there = parts[0].isEmpty()
                            ? page.file()
                            : page.file().resolveSibling(parts[0]).normalize();
                    assertThat(there).exists();
                    if (parts.length > 1) {
                        assertThat(anchors(there)).contains(parts[1]);
                    }
                });
    }

    /** So that what is renamed in code is renamed in documents. */
    @ParameterizedTest
    @MethodSource("documents")
    void aLinkToATypeBearsItsName(Page page) {
        assertThat(TYPE.matcher(page.text()).results())
                .allSatisfy(link -> assertThat(link.group(2)).endsWith("/" + link.group(1) + ".java"));
    }

    @Test
    void everyTypeInTheGlossaryIsLinked() {
        String rest = TYPE.matcher(Page.of("glossary.md").text()).replaceAll("");

        assertThat(rest).doesNotContainPattern("`[A-Z][a-z]");
    }

    /** How headings are addressed: lower case, no punctuation, hyphens for blanks. */
    private static List<String> anchors(Path file) {
        return HEADING.matcher(FENCED.matcher(Page.read(file)).replaceAll(""))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    @Test
    void theReadmeBeginsWithWhatTheLibraryDoes() {
        assertThat(README.blocks("java")).isNotEmpty();
    }

    @Test
    void theReadmeShowsWhatTheMainJobPrints() {
        List<String> shown = README.blocks("text");

        assertThat(shown).isNotEmpty();
        assertThat(Render.text(FindingsTest.FINDINGS.brief())).contains(shown);
    }

    static Stream<String> programs() {
        return Pattern.compile("^\\| \\d+ \\|.*\\| `(\\w+)` \\|$", Pattern.MULTILINE)
                .matcher(Page.read(Path.of("README.md")))
                .results()
                .map(row -> row.group(1));
    }

    @Test
    void elevenQuestionsAreAnswered() {
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

    private static List<String> regions(String... folders) {
        return sources(folders)
                .flatMap(file -> REGION.matcher(Page.read(file)).results())
                .map(region -> region.group(1).stripTrailing().stripIndent() + "\n")
                .toList();
    }

    private static Stream<Path> sources(String... folders) {
        return Stream.of(folders).map(Page.ROOT::resolve).flatMap(folder -> Page.files(folder, ".java").stream());
    }
}
