package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.model.Query;

/** Every question of the library has a page in docs/queries that says what it asks, of what, and how it is computed. */
class QueryPagesTest {

    private static final Path CODE = Page.ROOT.resolve("core/src/main/java/org/lodegraph");

    static List<Class<?>> queries() {
        return Stream.of("flow", "query")
                .flatMap(name -> Page.files(CODE.resolve(name), ".java").stream()
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .filter(type -> !type.contains("-"))
                        .<Class<?>>map(type -> type("org.lodegraph." + name + "." + type)))
                .filter(type -> Modifier.isPublic(type.getModifiers()))
                .filter(Query.class::isAssignableFrom)
                .toList();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Page page(Class<?> query) {
        String words = query.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return Page.of("queries/" + words.toLowerCase(Locale.ROOT) + ".md");
    }

    @Test
    void thereAreQuestions() {
        assertThat(queries()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aQuestionHasAPage(Class<?> query) {
        assertThat(page(query).file()).exists();
        assertThat(page(query).text()).startsWith("# " + query.getSimpleName() + "\n");
    }

    /** So each is seen to run, {@link DocumentsTest} and {@link Page#shows} say. */
    @ParameterizedTest
    @MethodSource("queries")
    void thePageHasAnExampleAndWhatItPrints(Class<?> query) {
        assertThat(page(query).blocks("java")).isNotEmpty();
        assertThat(page(query).blocks("text")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void thePageNamesEachParameterInItsTable(Class<?> query) {
        assertThat(query.getRecordComponents())
                .extracting(RecordComponent::getName)
                .allSatisfy(name -> assertThat(page(query).text()).contains("\n| `" + name + "` |"));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void thePageIsOfTheMethodThatAnswers(Class<?> query) throws ReflectiveOperationException {
        assertThat(page(query).text()).contains("`" + query.getField("METHOD").get(null) + "`");
    }

    @ParameterizedTest
    @MethodSource("queries")
    void thePageSaysWhatAReaderMustKnow(Class<?> query) {
        assertThat(page(query).text())
                .containsSubsequence(
                        "\n## Ask it",
                        "\n## Ask something else",
                        "\n## Parameters",
                        "\n## How it is computed",
                        "\n## Why the answer is a range",
                        "\n## Limits");
    }

    @Test
    void theIndexOfQuestionsNamesEachPage() {
        Page index = Page.of("queries/README.md");

        assertThat(queries())
                .allSatisfy(query -> assertThat(index.text())
                        .contains("](" + page(query).file().getFileName() + ")"));
    }
}
